"""Pictures going through the network: which, how far, and what was found so far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.explore.found import Found
from desktop.ui import failures, local, theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.ask import Ask
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.explore_messages import Learning, Reading
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.work.explore import ExploreSession


@dataclass(frozen=True, slots=True)
class Source:
    """Where pictures come from: folder (which one), studio, enrolled or camera."""

    kind: str
    folder: Path | None = None


class ReadingRow(QFrame):
    """A row with progress, pause and cancel while something is read, hidden otherwise.

    `found` brings what was found so far, the last time all of it; `learnt` a Learnt; `failed` a Failure;
    `ended` after any, and when it was cancelled.
    """

    found = Signal(object)
    learnt = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, session: ExploreSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("panel", "surface")
        self._column = QVBoxLayout(self)
        edge = theme.SPACING.unit
        self._column.setContentsMargins(theme.SPACING.gap, edge, edge, edge)
        self.progress: ProgressRow | None = None
        self._ask = Ask(self)
        self._ask.changed.connect(self._changed)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._ask.busy

    def read(self, source: Source, network: str) -> None:
        """Read these; what is being read already is given up."""
        task, said = self._begin(source, network)
        self._ask.begin(task, self._done, progressed=self._progressed, failed=self.failed.emit)
        self._put(ProgressRow(said), task)

    def learn(self, folder: Path) -> None:
        """Let a network learn from this folder; what is being read already is given up."""
        said = self.tr("Learning from “{folder}”").format(folder=folder.name)
        self._ask.begin(
            self._session.train(folder),
            self.learnt.emit,
            progressed=lambda told: self._learning(said, told),
            failed=self.failed.emit,
        )
        self._put(ProgressRow(said), self._ask.task)

    def drop(self) -> None:
        """Give up; nothing more is told."""
        self._ask.drop()

    def _begin(self, source: Source, network: str) -> tuple[Task, str]:
        if source.folder is not None:
            said = self.tr("Reading “{folder}”").format(folder=source.folder.name)
            return self._session.read_folder(source.folder, network), said
        if source.kind == "studio":
            return self._session.read_studio(network), self.tr("Looking at the Studio’s pictures")
        return self._session.read_enrolled(network), self.tr("Looking at the enrolled")

    def _put(self, row: ProgressRow | None, task: Task | None = None) -> None:
        if self.progress is not None:
            self._column.removeWidget(self.progress)
            self.progress.hide()
            self.progress.deleteLater()
        self.progress = row
        if row is not None and task is not None:
            row.pause_toggled.connect(self._pause)
            row.cancelled.connect(task.cancel)
            self._column.addWidget(row)

    def _progressed(self, told: Reading) -> None:
        if self.progress is not None:
            detail = ""
            if told.total:
                detail = self.tr("{done} of {total}").format(
                    done=local.whole(told.done), total=local.whole(told.total)
                )
            if told.seconds_left is not None:
                left = local.left(told.seconds_left)
                detail = f"{detail} · {left}" if detail else left
            said = failures.stage(told.what) if told.what else self.progress.bar.accessibleName()
            self.progress.say(said, told.done / told.total if told.total else None, detail)
        if told.found is not None:
            self.found.emit(told.found)

    def _learning(self, said: str, told: Learning) -> None:
        if self.progress is not None:
            said = failures.stage(told.what) if told.what else said
            self.progress.say(said, told.done / told.total if told.total else None, words.learning(told))

    def _done(self, found: Found) -> None:
        self.found.emit(found)

    @Slot(bool)
    def _pause(self, on: bool) -> None:
        if self._ask.task is not None:
            if on:
                self._ask.task.pause()
            else:
                self._ask.task.resume()

    @Slot()
    def _changed(self) -> None:
        self.setVisible(self.busy)
        if not self.busy:
            self._put(None)
            self.ended.emit()
