"""Whether a start may open the camera, and the welcome where nobody was asked yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from desktop.ui import theme
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.live import LivePage
from desktop.ui.welcome import Welcome
from desktop.work.sample import is_camera

if TYPE_CHECKING:
    from desktop.work.core import Core


class FirstRun(QObject):
    """Knows what the user allows; `live` gives the page that plays what was chosen."""

    def __init__(
        self, core: Core, choices: Choices, window: MainWindow, live: Callable[[], LivePage], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._choices = choices
        self._window = window
        self._live = live
        self.welcome: Welcome | None = None

    def source(self, given: str) -> str | None:
        """What Live may show at the start; None: nothing, for a camera is not allowed by itself.

        `given` is what the command line names, which is leave enough; else it is what was shown last.
        """
        now = self._choices.now
        if given or now.camera or not is_camera(now.source):
            return given or now.source
        return None

    def ask(self, given: str) -> None:
        """Welcome who was never asked and names no source. The core has to run: it lists the cameras."""
        now = self._choices.now
        everything = self._window.centralWidget()
        if given or now.source or now.welcomed or everything is None:
            return
        self.welcome = made = Welcome(self._core.home.root, everything)
        self._core.live.cameras_found.connect(made.cameras.set_cameras)
        made.scheme_chosen.connect(self._scheme_wanted)
        made.answered.connect(self._answered)
        made.skipped.connect(self._welcomed)
        made.open()
        self._core.live.find_cameras()

    @Slot(str)
    def _scheme_wanted(self, scheme: str) -> None:
        if scheme != theme.scheme().value:
            self._window.toggle_scheme()

    @Slot(str)
    def _answered(self, camera: str) -> None:
        self._welcomed()
        begin = self._live().begin
        if camera:
            begin.use_camera(camera)
        else:
            begin.offer_sample()

    @Slot()
    def _welcomed(self) -> None:
        """It is shown once, however it was left."""
        self._choices.change(welcomed=True)
        if self.welcome is not None:
            self.welcome.deleteLater()
            self.welcome = None
        live = self._live()
        self._window.show_page(live)
        live.source_button.setFocus(Qt.FocusReason.OtherFocusReason)
