"""The network that is explored: loaded when the page is first seen, fetched when the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.ui.pages.explore.ask import Ask
from desktop.work.explore_messages import Explored
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.ui.pages.explore.blank import Blank
    from desktop.weights.store import Row
    from desktop.work.core import Core
    from desktop.work.lanes import Task


class Loading(QObject):
    """`opened` when it is there; `changed` when it is not, or is missing, or is being fetched."""

    opened = Signal()
    changed = Signal()

    def __init__(self, core: Core, blank: Blank, notices: Notices, parent: QObject | None = None) -> None:
        """`blank` shows what is missing."""
        super().__init__(parent)
        self._session, self._models = core.explore, core.models
        self._blank, self._notices = blank, notices
        self.network = "vgg19"
        self.explored: Explored | None = None
        self.missing = False
        self._ask = Ask(self)
        blank.fetch_wanted.connect(self.fetch)
        core.models.listed.connect(self._listed)
        core.models.fetching.connect(self._fetching)

    @property
    def rested(self) -> bool:
        """Whether nothing is there and nothing is under way: it is to be loaded, or failed."""
        return self.explored is None and not self._ask.busy

    def load(self, network: str) -> None:
        """Load a network; the one before is forgotten."""
        self.network, self.explored, self.missing = network, None, False
        self._ask.begin(self._session.open(network), self._opened, failed=self._failed)
        self.changed.emit()

    @Slot()
    def fetch(self) -> None:
        """Fetch what the network lacks."""
        if self._models.task is None:
            self._models.fetch([row.name for row in self._lacking()] or list(self._needed()))

    def show(self) -> None:
        """Say on the empty page what to drop, or what is missing."""
        if self.missing:
            self._blank.say_missing(self.network, self._lacking(), self._models.task is not None)
        else:
            self._blank.welcome(self.network)

    def _needed(self) -> tuple[str, ...]:
        return self._session.needed(self.network)

    def _lacking(self) -> list[Row]:
        needed = self._needed()
        return [row for row in self._models.rows if row.name in needed and not row.installed]

    def _opened(self, explored: Explored) -> None:
        self.explored = explored
        self.opened.emit()

    def _failed(self, failure: Failure) -> None:
        self.missing = failure.kind == "WeightsMissing"
        if not self.missing:
            self._notices.failure(failure)
        self.changed.emit()

    @Slot(object)
    def _listed(self, rows: tuple[Row, ...]) -> None:
        """Something was installed, here or on the Models page: it may be what was missing."""
        there = {row.name for row in rows if row.installed}
        if self.missing and set(self._needed()) <= there:
            self.load(self.network)

    @Slot(object)
    def _fetching(self, task: Task) -> None:
        self._blank.follow(task)
        task.done.connect(self._fetched)
        task.ended.connect(self.changed)
        self.changed.emit()

    @Slot(object)
    def _fetched(self, _what: object) -> None:
        if self.missing:
            self.load(self.network)
