"""One question at a time: a newer one cancels the older, whose answers no longer count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.ui.hearing import Hearing
from desktop.work.lanes import Task
from desktop.work.messages import Failure


class Ask(QObject):
    """Holds the newest task of its kind; `changed` says that there is one, another or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None

    def begin(
        self,
        task: Task,
        done: Callable[[Any], object],
        *,
        progressed: Callable[[Any], object] | None = None,
        failed: Callable[[Failure], object] | None = None,
    ) -> None:
        """Ask; only what this task says is passed on, and only until the next question or `drop`."""
        self.drop()
        self.task = task
        heard = Hearing(task, self)
        heard.progressed.connect(lambda told: self._pass(task, progressed, told))
        heard.done.connect(lambda found: self._end(task, done, found))
        heard.failed.connect(lambda failure: self._end(task, failed, failure))
        heard.ended.connect(lambda: self._end(task, None, None))
        self.changed.emit()

    def drop(self) -> None:
        """Cancel what is under way and listen to it no more."""
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()
            self.changed.emit()

    def hand_over(self) -> Task | None:
        """Give away what is under way, for another to follow."""
        task, self.task = self.task, None
        return task

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self.task is not None

    def _pass(self, task: Task, what: Callable[[Any], object] | None, told: object) -> None:
        if task is self.task and what is not None:
            what(told)

    def _end(self, task: Task, what: Callable[[Any], object] | None, told: object) -> None:
        if task is not self.task:
            return
        self.task = None
        if what is not None:
            what(told)
        self.changed.emit()
