"""The devices of this machine, as the window sees them; what was measured is kept in memory only."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.work.jobs.devices import DeviceJobs
from desktop.work.lanes import Lane, Task
from desktop.work.messages import DeviceSpeed


class DevicesSession(QObject):
    """Looks which devices there are, and measures them when asked."""

    changed = Signal(object)  # tuple[DeviceSpeed, ...]

    def __init__(self, jobs: DeviceJobs, studio: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._studio = studio
        self.devices: tuple[DeviceSpeed, ...] = ()
        self.task: Task | None = None
        self._looked = False

    def look(self) -> None:
        """Ask which there are, once; arrives as `changed`. They don't come and go while a program runs."""
        if not self._looked:
            self._looked = True
            self._studio.submit(self._jobs.there, "devices").done.connect(self._found)

    def measure(self) -> Task:
        """Measure every device; what is known arrives as `changed`. Done: tuple[DeviceSpeed, ...]."""
        if self.task is None:
            self.task = self._studio.submit(self._jobs.measure, "measure")
            self.task.progressed.connect(self._progressed)
            self.task.done.connect(self._found)
            self.task.ended.connect(self._ended)
        return self.task

    @Slot(object)
    def _progressed(self, told: object) -> None:
        if isinstance(told, DeviceSpeed):
            self._found(tuple(told if one.name == told.name else one for one in self.devices))

    @Slot(object)
    def _found(self, devices: tuple[DeviceSpeed, ...]) -> None:
        self.devices = devices
        self.changed.emit(devices)

    @Slot()
    def _ended(self) -> None:
        self.task = None
