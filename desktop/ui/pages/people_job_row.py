"""The row of a job that turned out to be long."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot

from desktop.progress import Progress
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.lanes import Task

_SHOW_AFTER = 250  # ms before a job gets a row: most are over by then


class JobRow(ProgressRow):
    """A job's row: appears when the job turns out to be long, and goes with it."""

    def __init__(self, task: Task, words: str) -> None:
        super().__init__(words, pausable=False)
        self._words = words
        self.hide()
        late = QTimer(self, singleShot=True)
        late.timeout.connect(self.show)
        late.start(_SHOW_AFTER)
        task.progressed.connect(self._progressed)
        task.ended.connect(late.stop)
        task.ended.connect(self.hide)
        task.ended.connect(self.deleteLater)
        self.cancelled.connect(task.cancel)

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        if isinstance(progress, Progress):
            known = progress.total > 0
            detail = (
                self.tr("{done} of {total}").format(done=round(progress.done), total=round(progress.total))
                if known
                else ""
            )
            self.say(self._words, progress.fraction, detail)
