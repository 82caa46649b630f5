"""Recent pictures: every run that was kept, to go on with or to forget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.style.runs import Card
from desktop.ui import local, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.tile import Tile, TileGrid
from desktop.work.lanes import Task
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.studio import StudioSession


class RecentView(QWidget):
    """Tiles of kept runs. `opened` brings the run to lay on the desk, `closed` is the way back."""

    opened = Signal(str)
    closed = Signal()
    read = Signal(object)  # tuple[Card, ...]

    def __init__(self, session: StudioSession, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._notices = session, notices
        self._cards: dict[str, Card] = {}
        self._task: Task | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.gap)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.unit)
        head.addWidget(label(self.tr("Recent pictures"), "heading"))
        head.addStretch()
        self.forget_button = button(self.tr("Forget…"), "quiet", "erase")
        self.forget_button.clicked.connect(self._ask)
        self.open_button = button(self.tr("Open"), "primary")
        self.open_button.clicked.connect(self._open)
        self.back_button = button(self.tr("Back"))
        self.back_button.clicked.connect(self.closed)
        for tool in (self.forget_button, self.back_button, self.open_button):
            head.addWidget(tool)
        column.addLayout(head)
        self.grid = TileGrid(self.tr("Recent pictures"), several=False)
        self.grid.selected.connect(self._allow)
        self.grid.opened.connect(self.opened)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.grid)
        rows.addStretch()
        area = scrolled(inside, self.tr("Recent pictures"))
        self.nothing = EmptyState(
            "clock", self.tr("Nothing yet"), hint=self.tr("Every picture that you refine is kept here.")
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(area)
        self._stack.addWidget(self.nothing)
        column.addWidget(self._stack, 1)
        self._allow()

    @Slot()
    def reread(self) -> None:
        """Read what is kept."""
        if self._task is not None:
            self._task.cancel()
        task = self._task = self._session.recent()
        task.done.connect(lambda cards: self._fill(task, cards))
        task.failed.connect(self._failed)

    def forget(self, run: str) -> None:
        """Remove a run from the disk."""
        task = self._session.forget(run)
        task.done.connect(self.reread)
        task.failed.connect(self._failed)

    def _fill(self, task: Task, cards: Sequence[Card]) -> None:
        if task is not self._task:
            return
        self._task = None
        self._cards = {card.run: card for card in cards}
        self.grid.set_tiles([self._tile(card) for card in cards])
        self._stack.setCurrentIndex(0 if cards else 1)
        self._allow()
        self.read.emit(tuple(cards))

    def _tile(self, card: Card) -> Tile:
        unfinished = self.tr("{count} iterations so far").format(count=local.whole(card.iterations))
        note = local.day(card.changed) if card.finished else unfinished
        return Tile(card.title or self.tr("Untitled"), card.thumbnail, note, key=card.run)

    @Slot()
    def _allow(self) -> None:
        for tool in (self.forget_button, self.open_button):
            tool.setEnabled(bool(self.grid.chosen()))

    @Slot()
    def _open(self) -> None:
        if chosen := self.grid.chosen():
            self.opened.emit(chosen[0])

    @Slot()
    def _ask(self) -> None:
        if chosen := self.grid.chosen():
            dialog = ConfirmDialog(
                self.tr("Forget this picture?"),
                self.tr("Its states and settings are removed. What you exported stays."),
                self.tr("Forget"),
                self.window(),
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self.forget(chosen[0]))
            dialog.open()

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        self._notices.failure(failure)
