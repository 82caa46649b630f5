"""Training as it goes, and what came of it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages.learn.outcome import OutcomeCard
from desktop.ui.pages.learn.plots import DistancePlot, LossPlot
from desktop.ui.pages.learn.seen import PlaneCard, TripletCard
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.scroll import scrolled
from desktop.work.learn_messages import Lesson, Taught

_REDRAW_MS = 100
_NARROWEST = 320  # pixels of a card


class LearnView(QWidget):
    """Shows lessons, the newest a few times a second; the outcome above them once there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lesson: Lesson | None = None
        self.outcome = OutcomeCard()
        self.loss, self.distances = LossPlot(), DistancePlot()
        self.plane, self.triplets = PlaneCard(), TripletCard()
        self._redraw = Throttle(self._draw, _REDRAW_MS, self)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACING.gap)
        scroll = scrolled(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.SPACING.gap)
        outer.addWidget(self.outcome)  # above what scrolls: wrapped words in there would make it higher
        outer.addWidget(scroll, 1)
        self._triplets, self._columns = True, 0
        self.clear(triplets=True)

    def clear(self, *, triplets: bool) -> None:
        """Before another training, and when nobody shall be seen any more; pairs have no `triplets`."""
        self.lesson = None
        self._redraw.drop()
        self.plane.forget()
        self.triplets.forget()
        self.outcome.hide()
        self._triplets = triplets
        self.triplets.setVisible(triplets)
        self._arrange(self._columns or 2)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show how training stands."""
        self.lesson = lesson
        self._redraw.call()

    def show_taught(self, taught: Taught) -> None:
        """Show what came of it."""
        if taught.lesson is not None:
            self.show_lesson(taught.lesson)
        self._redraw.flush()
        self.outcome.show_taught(taught)
        self.outcome.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One below the other where two would be too narrow to read."""
        super().resizeEvent(event)
        columns = 2 if self.width() >= 2 * _NARROWEST else 1
        if columns != self._columns:
            self._arrange(columns)

    def _cards(self) -> list[QWidget]:
        return [self.loss, self.distances, self.plane, self.triplets]

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, card in enumerate(self._cards()):
            last = card is self.plane and not self._triplets
            self._grid.addWidget(card, place // columns, place % columns, 1, columns if last else 1)
        for line in range(4):
            self._grid.setRowStretch(line, int(line < 4 // columns))
            self._grid.setColumnStretch(line, int(line < columns))

    def _draw(self) -> None:
        if self.lesson is None:
            return
        for card in (self.loss, self.distances, self.plane, self.triplets):
            card.show_lesson(self.lesson)
