"""How Live begins while no camera is allowed: the user allows one, or plays the sample picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from desktop.ui import failures
from desktop.ui.choices import Choices
from desktop.ui.pages.live_stage import Stage
from desktop.work.messages import Failure
from desktop.work.sample import PORTRAIT, SAMPLE

if TYPE_CHECKING:
    from desktop.work.core import Core


class Beginning(QObject):
    """Has the camera opened or closed, or the sample played, which is fetched where it is not here."""

    def __init__(
        self, core: Core, choices: Choices, stage: Stage, play: Callable[[str], None], parent: QObject
    ) -> None:
        """`play` shows a source by its name and keeps the choice."""
        super().__init__(parent)
        self._core = core
        self._choices = choices
        self._stage = stage
        self._play = play
        self._waiting = False
        stage.use_camera.connect(self.use_camera)
        stage.play_sample.connect(self.play_sample)

    @Slot()
    @Slot(str)
    def use_camera(self, named: str = "") -> None:
        """Open a camera, the first by default, and from now on at every start."""
        self._play(named)

    @Slot()
    def close_camera(self) -> None:
        """Give the camera back, and leave it closed at the next start."""
        self._choices.change(camera=False, source="")
        self._core.live.stop()

    @Slot()
    def play_sample(self) -> None:
        """Play the sample picture; fetch it first where it is not here."""
        models = self._core.models
        if self.at_hand():
            self._play(SAMPLE)
        elif models.task is None:
            task = models.fetch([PORTRAIT])
            task.done.connect(self._fetched)
            task.failed.connect(self._failed)
            self._stage.say_sample(self.tr("Fetching the sample picture"))
        elif not self._waiting:  # one fetch at a time
            self._waiting = True
            models.task.ended.connect(self._try_again)
            self._stage.say_sample(self.tr("Fetching the sample picture"))

    @Slot()
    def offer_sample(self) -> None:
        """Play the sample where it is at hand, and fetch nothing; what is here may be still being read."""
        if not self._core.models.rows:
            self._core.models.listed.connect(self._listed, Qt.ConnectionType.SingleShotConnection)
        elif self.at_hand() and not self._elsewhere():
            self._play(SAMPLE)

    def at_hand(self) -> bool:
        """Whether the sample picture is installed, or ships with the program."""
        return any(row.name == PORTRAIT and row.installed for row in self._core.models.rows)

    @Slot(object)
    def _listed(self, rows: object) -> None:
        if rows:
            self.offer_sample()

    @Slot()
    def _try_again(self) -> None:
        self._waiting = False
        if not self._elsewhere():
            self.play_sample()

    @Slot(object)
    def _fetched(self, _names: object) -> None:
        if not self._elsewhere():
            self._play(SAMPLE)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        if not self._elsewhere():
            self._stage.say_sample(self.tr("The sample picture is not here"), failures.sentence(failure))

    def _elsewhere(self) -> bool:
        """Whether the user has chosen something else meanwhile."""
        return self._core.live.source.state in ("opening", "playing")
