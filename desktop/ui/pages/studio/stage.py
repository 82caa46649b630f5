"""The place of the picture: the canvas, a way to begin under its invitation, and what stands in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages import models_words
from desktop.ui.pages.fetching import FetchProgress
from desktop.ui.pages.live_stage import Cover
from desktop.ui.pages.studio.canvas import Canvas
from desktop.ui.widgets.buttons import button
from desktop.work.studio_messages import StudioState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.weights.store import Row
    from desktop.work.lanes import Task

_BELOW = 88  # pixels from the canvas's middle to under the words that it draws there


class Stage(QStackedWidget):
    """`sample_wanted`: the newcomer takes what is there; `fetch_wanted`: the networks are to be fetched."""

    sample_wanted = Signal()
    fetch_wanted = Signal(object)

    def __init__(self, needed: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed = needed
        self._missing: tuple[Row, ...] = ()
        self.canvas = Canvas()
        self.sample_button = button(self.tr("Try it with a sample"), "primary")
        self.sample_button.setParent(self.canvas)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.sample_button.hide()
        self.cover = Cover()
        self.cover.message.say(self.tr("The Studio needs its networks"), self.tr("Fetch"), "", "download")
        self.cover.message.clicked.connect(self._fetch)
        self.progress = FetchProgress()
        self.progress.setMaximumWidth(480)
        foot = QVBoxLayout()
        foot.setContentsMargins(*(theme.SPACING.margin,) * 4)
        foot.addWidget(self.progress)
        column = self.cover.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(foot)
        self.addWidget(self.canvas)
        self.addWidget(self.cover)

    def set_sample(self, on: bool) -> None:
        """Whether there is a sample to begin with, and nothing on the canvas."""
        self.sample_button.setVisible(on)
        self._place()

    def show_state(self, state: StudioState, rows: Sequence[Row], fetching: bool) -> None:
        """Cover the canvas where the networks are missing; the sample pictures are fetched with them."""
        covered = state.phase == "missing"
        if covered:
            lacking = [row for row in rows if not row.installed]
            networks = [row for row in lacking if row.name in self._needed]
            # Photos to begin with and more styles for the shelf; the networks do without them.
            self._missing = (*networks, *(row for row in lacking if row.task == "sample"))
            if fetching:
                self.cover.message.say(self.tr("Fetching what the Studio paints with"), icon_name="download")
            else:
                self.cover.message.say(
                    self.tr("The Studio needs its networks"),
                    self.tr("Fetch"),
                    self._size(),
                    "download",
                )
        self.setCurrentWidget(self.cover if covered else self.canvas)

    def follow(self, task: Task) -> None:
        """Show a fetch that has begun."""
        self.progress.follow(task, self.tr("Fetching"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The button stays under the invitation."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self.sample_button.adjustSize()
        left = (self.width() - self.sample_button.width()) // 2
        lowest = self.height() - self.sample_button.height() - theme.SPACING.page
        self.sample_button.move(left, min(self.height() // 2 + _BELOW, lowest))

    def _size(self) -> str:
        if not self._missing:
            return self.tr("They are fetched once.")
        total = models_words.size(sum(row.bytes for row in self._missing))
        return self.tr("{size}, fetched once.").format(size=total)

    @Slot()
    def _fetch(self) -> None:
        self.fetch_wanted.emit([row.name for row in self._missing] or list(self._needed))
