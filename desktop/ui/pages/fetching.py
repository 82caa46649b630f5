"""A fetch, import or change of model under way, as a row that any page can show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.ui import failures, local
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.lanes import Task

_MEGABYTE = 1e6  # a fetch counts bytes; what counts less than this counts something else


class FetchProgress(QWidget):
    """Follows one task at a time and hides itself when that ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None
        self.row: ProgressRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def follow(self, task: Task, words: str) -> None:
        """Show this task from now on; `words` until it says itself what it does."""
        self._end()
        self.task = task
        self.row = ProgressRow(words)
        self.row.pause_toggled.connect(self._pause)
        self.row.cancelled.connect(task.cancel)
        self._column.addWidget(self.row)
        task.progressed.connect(self._progressed)
        task.ended.connect(self._ended)
        self.show()

    @Slot(object)
    def _progressed(self, progress: object) -> None:
        if self.row is None or self.sender() is not self.task or not isinstance(progress, Progress):
            return
        self.row.say(failures.stage(progress.what), progress.fraction, amount(progress))

    @Slot(bool)
    def _pause(self, on: bool) -> None:
        if self.task is not None:
            if on:
                self.task.pause()
            else:
                self.task.resume()

    @Slot()
    def _ended(self) -> None:
        if self.sender() is self.task:
            self._end()

    def _end(self) -> None:
        self.task = None
        if self.row is not None:
            self._column.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
            self.row = None
        self.hide()


def amount(progress: Progress) -> str:
    """How far it is in short words: megabytes of a fetch, else a count; empty while nobody knows."""
    if progress.total <= 0:
        return ""
    unit = _MEGABYTE if progress.total >= _MEGABYTE else 1.0
    if unit > 1:
        template = QCoreApplication.translate("FetchProgress", "{done} of {total} MB")
    else:
        template = QCoreApplication.translate("FetchProgress", "{done} of {total}")
    said = [local.decimal(value / unit, 0) for value in (progress.done, progress.total)]
    return template.format(done=said[0], total=said[1])
