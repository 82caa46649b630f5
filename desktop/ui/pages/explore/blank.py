"""What the page shows before there are pictures: what to drop, three more ways in, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages import models_words
from desktop.ui.pages.explore import words
from desktop.ui.pages.fetching import FetchProgress
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import label
from desktop.weights.store import Row
from desktop.work.lanes import Task


class Blank(QFrame):
    """`folder_wanted`, `studio_wanted`, `enrolled_wanted`, `camera_wanted`: where pictures are to come from;
    `fetch_wanted`: what the network needs; `learn_wanted`: a network shall learn from what is offered.
    """

    folder_wanted = Signal()
    studio_wanted = Signal()
    enrolled_wanted = Signal()
    camera_wanted = Signal()
    fetch_wanted = Signal()
    learn_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.missing = self.offering = False
        self.setProperty("panel", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(0)
        self.message = EmptyState("explore", "")
        self.message.clicked.connect(self._clicked)
        self.studio_button = button(self.tr("The Studio’s pictures"), "", "studio")
        self.enrolled_button = button(self.tr("The enrolled"), "", "people")
        self.camera_button = button(self.tr("The camera"), "", "camera")
        self._or = label(self.tr("or look at"), "caption")
        self._or.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.ways = QWidget()
        ways = QHBoxLayout(self.ways)
        ways.setContentsMargins(0, theme.SPACING.unit, 0, 0)
        ways.setSpacing(theme.SPACING.unit)
        ways.addStretch()
        for each, signal in (
            (self.studio_button, self.studio_wanted),
            (self.enrolled_button, self.enrolled_wanted),
            (self.camera_button, self.camera_wanted),
        ):
            each.clicked.connect(signal)
            ways.addWidget(each)
        ways.addStretch()
        self.progress = FetchProgress()
        self.progress.setMaximumWidth(480)
        # A little above the middle looks like the middle.
        column.addStretch(2)
        column.addWidget(self.message)
        column.addWidget(self._or)
        column.addWidget(self.ways)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def welcome(self, network: str) -> None:
        """Say what to drop, and what the network is for."""
        self.missing = self.offering = False
        own = words.is_own(network)
        self.ways.setVisible(not own)
        self._or.setVisible(not own)
        if own:
            self.message.say(
                self.tr("Drop a folder of recordings, clips or volumes"),
                self.tr("Choose a folder…"),
                self.tr("See what every unit answers to most, layer by layer. {about}").format(
                    about=words.about(network)
                ),
                "explore",
            )
            return
        self.message.say(
            self.tr("Drop a folder of pictures"),
            self.tr("Choose a folder…"),
            self.tr("See what every unit of a network answers to most, layer by layer. {about}").format(
                about=words.about(network)
            ),
            "explore",
        )

    def offer(self, folder: str) -> None:
        """Offer to learn from a folder."""
        self.missing, self.offering = False, True
        self.ways.hide()
        self._or.hide()
        self.message.say(
            self.tr("A network can learn from “{folder}”").format(folder=folder),
            self.tr("Train a small network"),
            self.tr(
                "It learns to tell the folders inside apart: who speaks, which instrument, which kind of "
                "clip or scan. Then see what each of its units answers to."
            ),
            "learn",
        )

    def say_missing(self, network: str, rows: Sequence[Row], fetching: bool) -> None:
        """Offer to fetch what the network needs; `rows` are what is not installed."""
        self.missing, self.offering = True, False
        self.ways.hide()
        self._or.hide()
        name = words.network(network)
        if fetching:
            self.message.say(self.tr("Fetching {network}").format(network=name), icon_name="download")
            return
        total = sum(row.bytes for row in rows)
        hint = self.tr("It is fetched once.")
        if total:
            hint = self.tr("{size}, fetched once.").format(size=models_words.size(total))
        self.message.say(
            self.tr("{network} is not here yet").format(network=name), self.tr("Fetch"), hint, "download"
        )

    def follow(self, task: Task) -> None:
        """Show a fetch that has begun."""
        self.progress.follow(task, self.tr("Fetching"))

    @Slot(bool)
    def welcome_drop(self, on: bool) -> None:
        """Light up while something hovers over the page."""
        self.setProperty("panel", "welcome" if on else "surface")
        self.style().unpolish(self)
        self.style().polish(self)

    def _clicked(self) -> None:
        if self.offering:
            self.learn_wanted.emit()
        else:
            (self.fetch_wanted if self.missing else self.folder_wanted).emit()
