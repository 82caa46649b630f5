"""Learning, as the window sees it: train, use what came out, take it back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.learn.recipe import Recipe
from desktop.work.jobs.learn import LearnJobs
from desktop.work.lanes import RUN, Lane, Task
from desktop.work.learn_messages import InUse, Taken, Taught


class LearnSession(QObject):
    """Trains on the studio lane; reads the enrolled, and changes what is in use, on the live lane.

    A Task of training is paused, resumed and cancelled as any other; what it tells is Progress and Lesson.
    """

    in_use_changed = Signal(object)  # InUse

    def __init__(self, jobs: LearnJobs, live: Lane, studio: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._studio = studio
        self.in_use: InUse | None = None
        self._settling = False
        self._teaching: Task | None = None

    @property
    def teaching(self) -> bool:
        """Whether the enrolled teach just now, without a pause; where it stands is kept in their vault."""
        return self._teaching is not None and not self._teaching.paused

    def train_folder(self, folder: Path, recipe: Recipe) -> Task:
        """Train on a folder of people. Done: Taught."""
        return self._studio.submit(lambda: self._jobs.folder(folder, recipe), "learn", patient=RUN)

    def train(self, taken: Taken, recipe: Recipe) -> Task:
        """Train on faces that are at hand. Done: Taught."""
        task = self._studio.submit(lambda: self._jobs.train(taken, recipe), "learn", patient=RUN)
        if not taken.folder:
            self._teaching = task
            task.progressed.connect(self.settle)
            task.ended.connect(self.settle)
            task.ended.connect(self._taught)
        return task

    def take_enrolled(self) -> Task:
        """Read the crops of the enrolled. Done: Taken."""
        return self._live.submit(self._jobs.enrolled, "learn")

    def export(self, taught: Taught, file: Path) -> Task:
        """Write a head for the command line. Done: Path."""
        return self._studio.submit(lambda: self._jobs.export(taught, file), "export")

    def adopt(self, taught: Taught) -> Task:
        """Embed the enrolled with a head and go by it. Done: InUse, also as `in_use_changed`."""
        return self._change(self._live.submit(lambda: self._jobs.adopt(taught), "adopt"))

    def restore(self, name: str, forget: str = "") -> Task:
        """Go by another kept head, "" for none; `forget` removes one. Done: InUse."""
        return self._change(self._live.submit(lambda: self._jobs.restore(name, forget), "restore"))

    def forget_enrolled(self) -> None:
        """Forget where training on the enrolled stands."""
        self._jobs.forget_enrolled()
        self.settle()

    @Slot()
    def look(self) -> None:
        """Ask which head is in use; arrives as `in_use_changed`."""
        self._live.submit(self._jobs.in_use, "head").done.connect(self._set)

    @Slot()
    def settle(self) -> None:
        """Let the vault keep where training on the enrolled stands, one write after another."""
        if self._jobs.unsettled and not self._settling:
            self._settling = True
            self._live.submit(self._jobs.settle, "training").ended.connect(self._settled)

    @Slot()
    def _taught(self) -> None:
        if self.sender() is self._teaching:
            self._teaching = None

    @Slot()
    def _settled(self) -> None:
        self._settling = False
        self.settle()

    def _change(self, task: Task) -> Task:
        task.done.connect(self._set)
        return task

    @Slot(object)
    def _set(self, state: InUse) -> None:
        self.in_use = state
        self.in_use_changed.emit(state)
