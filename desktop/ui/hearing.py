"""Hears a task for as long as a page lives: a task outlives the page where the window is made again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.work.lanes import Task


class Hearing(QObject):
    """The signals of a task, until `parent` goes: whatever is connected here is never called after that.

    A lambda that is connected to the task itself would be.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        task.progressed.connect(self.progressed)
        task.done.connect(self.done)
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.ended.connect(self.ended)
        task.ended.connect(self.deleteLater)
