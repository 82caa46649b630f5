"""What Live shows: the camera, and whether as a mirror."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import ChoiceRow, Section
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from desktop.work.live import LiveSession


class Seeing(Section):
    """The section. Cameras are looked for, without opening one, each time it comes into view."""

    def __init__(
        self,
        live: LiveSession,
        choices: Choices,
        play: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`play` lets Live show another source, and keeps the choice."""
        super().__init__(QCoreApplication.translate("Seeing", "Live"), parent)
        self._live = live
        self.cameras = Picker(words.title("source"), [("", words.source(""))], words=words.source)
        self.source = ChoiceRow(choices, "source", self.cameras, play)
        onoff = (("yes", self.tr("On")), ("no", self.tr("Off")))
        self.mirror = ChoiceRow(choices, "mirror", Segmented(words.title("mirror"), onoff))
        self.opening = ChoiceRow(choices, "camera", Segmented(words.title("camera"), onoff))
        for row in (self.source, self.opening, self.mirror):
            self.add(row)
        live.cameras_found.connect(self._found)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Cameras come and go."""
        super().showEvent(event)
        self._live.find_cameras()

    @Slot(object)
    def _found(self, cameras: tuple[str, ...]) -> None:
        options = [("", words.source("")), *((name, name) for name in cameras)]
        self.cameras.set_options(options)
        if not cameras:
            self.source.say(self.tr("No camera was found; plug one in, or open a video on the Live page"))
        else:
            self.source.say(words.about("source"))
