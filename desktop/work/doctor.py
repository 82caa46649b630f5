"""What works on this machine, as the window sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop.doctor.check import Check
from desktop.doctor.examine import examine
from desktop.paths import Home
from desktop.settings import Settings
from desktop.work.lanes import Lane, Task


class DoctorSession(QObject):
    """Looks at everything on the studio lane; `checks` are the newest, and nothing before the first look."""

    looked = Signal(object)  # tuple[Check, ...]

    def __init__(
        self, home: Home, settings: Callable[[], Settings], showing: Callable[[], str], studio: Lane
    ) -> None:
        """`settings` are those that count now; `showing` names the camera that Live shows, if any."""
        super().__init__()
        self._home, self._settings, self._showing = home, settings, showing
        self._studio = studio
        self.checks: tuple[Check, ...] = ()
        self.task: Task | None = None

    def look(self) -> Task:
        """Look at everything. Tells Progress; done: tuple[Check, ...], also as `looked`."""
        if self.task is None:
            settings, showing = self._settings(), self._showing()
            self.task = self._studio.submit(lambda: examine(self._home, settings, showing), "doctor")
            self.task.done.connect(self._done)
            self.task.ended.connect(self._ended)
        return self.task

    @Slot(object)
    def _done(self, checks: tuple[Check, ...]) -> None:
        self.checks = checks
        self.looked.emit(checks)

    @Slot()
    def _ended(self) -> None:
        self.task = None
