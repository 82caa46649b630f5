"""Films, as the window sees them: open one, look at a frame, paint one, paint them all.

Every request is a Task. A run is paused, resumed and cancelled as any other; what it tells is FilmStep, the
newest only. What it has finished stays whatever ends it, and `cut_off` finds it again.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.signals.film import NEEDED, FilmWork
from desktop.work.film_messages import CutOff
from desktop.work.jobs.film import FilmJobs
from desktop.work.lanes import RUN, Lane, Task


class FilmSession(QObject):
    """Works on the studio lane: a frame overtakes the run that is under way."""

    cut_off_changed = Signal(object)  # tuple[CutOff, ...]
    blocked_changed = Signal(bool)  # something that goes first uses the lane: a run stands still

    needed = NEEDED
    """Names of the weights to fetch where a run fails for want of them."""

    def __init__(self, jobs: FilmJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self.cut_off: tuple[CutOff, ...] = ()
        self.blocked = False

    def open(self, path: Path) -> Task:
        """Open a film or a stack of slices. Done: FilmCard."""
        return self._lane.submit(lambda: self._jobs.open(path), "film")

    def look(self, path: Path, part: float) -> Task:
        """The frame at this part (0..1) of a film. Done: Picture."""
        return self._lane.submit(lambda: self._jobs.look(path, part), "frame")

    def preview(self, work: FilmWork, part: float) -> Task:
        """That frame painted. Done: FilmPreview."""
        return self._lane.submit(lambda: self._jobs.preview(work, part), "preview")

    def run(self, work: FilmWork) -> Task:
        """Paint the film, from where it was cut off. Tells FilmStep. Done: FilmResult."""
        task = self._lane.submit(lambda: self._jobs.run(work), "film", patient=RUN)
        task.ended.connect(self.reread)
        return task

    def forget(self, key: str) -> Task:
        """Remove what is kept of a film that was cut off."""
        task = self._lane.submit(lambda: self._jobs.forget(key), "forget")
        task.ended.connect(self.reread)
        return task

    def block(self, on: bool) -> None:
        """Say whether something that goes first uses the lane."""
        if on != self.blocked:
            self.blocked = on
            self.blocked_changed.emit(on)

    @Slot()
    def reread(self) -> None:
        """Ask which films were cut off; arrives as `cut_off_changed`."""
        self._lane.submit(self._jobs.cut_off, "films").done.connect(self._set)

    @Slot(object)
    def _set(self, found: tuple[CutOff, ...]) -> None:
        self.cut_off = found
        self.cut_off_changed.emit(found)
