"""Pictures going through the network: which, how far, and what was found so far."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

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


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """What is being read or learnt from: its task, what it is called, and what it told last."""

    task: Task
    said: str
    learning: bool
    told: Reading | Learning | None


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
        self._said, self._learns = "", False
        self._last: Reading | Learning | None = None  # that was told
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
        self.follow(Running(task, said, False, None))

    def learn(self, folder: Path) -> None:
        """Let a network learn from this folder; what is being read already is given up."""
        said = self.tr("Learning from “{folder}”").format(folder=folder.name)
        self.follow(Running(self._session.train(folder), said, True, None))

    def follow(self, running: Running) -> None:
        """Show this from now on."""
        self._said, self._learns, self._last = running.said, running.learning, running.told
        done = self.learnt.emit if running.learning else self.found.emit
        self._ask.begin(running.task, done, progressed=self._told, failed=self.failed.emit)
        self._put(ProgressRow(running.said), running.task)
        if running.told is not None:
            self._told(running.told)

    def hand_over(self) -> Running | None:
        """Give away what is under way, for another row to follow."""
        task = self._ask.hand_over()
        return None if task is None else Running(task, self._said, self._learns, self._last)

    @property
    def task(self) -> Task | None:
        """What is under way."""
        return self._ask.task

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
            row.set_paused(task.paused)
            row.pause_toggled.connect(self._pause)
            row.cancelled.connect(task.cancel)
            self._column.addWidget(row)

    def _told(self, told: Reading | Learning) -> None:
        self._last = told
        if isinstance(told, Learning):
            self._learning(told)
        else:
            self._progressed(told)

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

    def _learning(self, told: Learning) -> None:
        if self.progress is not None:
            said = failures.stage(told.what) if told.what else self._said
            self.progress.say(said, told.done / told.total if told.total else None, words.learning(told))

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
