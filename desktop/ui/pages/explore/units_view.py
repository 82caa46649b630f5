"""Left of the chosen unit: how the units are ordered, and the units themselves, found or live."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.images import covered, to_image
from desktop.ui.pages.explore.grid import UnitGrid
from desktop.ui.pages.explore.live import LiveView
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.segmented import Segmented
from desktop.vectors import Picture

_THUMB = 32


class UnitsView(QWidget):
    """`order_changed` brings the order that the user chose; `search_left` ends the search by a picture."""

    order_changed = Signal(str)
    search_left = Signal()

    def __init__(self, patch: Callable[[int], QPixmap | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        self.order = Segmented(
            self.tr("Order"),
            (
                ("number", self.tr("Number"), self.tr("As the network counts them.")),
                ("strength", self.tr("Strength"), self.tr("Those that fire most first.")),
                (
                    "different",
                    self.tr("Difference"),
                    self.tr("Those least like any other unit of the layer first."),
                ),
                (
                    "picture",
                    self.tr("Picture"),
                    self.tr("Those first that the picture you gave excites most, each by its own measure."),
                ),
            ),
        )
        self.order.changed.connect(self.order_changed)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.order)
        row.addStretch()
        column.addWidget(self._head)
        column.addWidget(self._make_banner())
        self.grid = UnitGrid(patch)
        self.live = LiveView()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.live)
        column.addWidget(self.stack, 1)
        self.say_search(None, "", busy=False)

    def show_live(self, on: bool) -> None:
        """The camera's maps in place of the grid, which the orders are for."""
        self.stack.setCurrentWidget(self.live if on else self.grid)
        self._head.setVisible(not on)
        self.banner.setVisible(self._searching and not on)

    def say_search(self, shown: Picture | None, title: str, *, busy: bool) -> None:
        """Whose picture the units are ordered by; nothing where there is no search."""
        self._searching = busy or shown is not None
        self.order.segment("picture").setVisible(shown is not None)
        self.banner.setVisible(self._searching and self.stack.currentWidget() is self.grid)
        if busy:
            self.said.setText(self.tr("Looking at “{title}”").format(title=title))
        else:
            self.said.setText(self.tr("Ordered by what “{title}” excites").format(title=title))
        self.banner.setAccessibleName(self.said.text())
        self._thumb.setVisible(shown is not None)
        if shown is not None:
            ratio = self.devicePixelRatioF()
            self._thumb.setPixmap(covered(to_image(shown), _THUMB, _THUMB, theme.RADII.control, ratio))

    def _make_banner(self) -> QFrame:
        self._searching = False
        self.banner = QFrame()
        self.banner.setProperty("panel", "surface")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(theme.SPACING.unit, theme.SPACING.half, theme.SPACING.half, theme.SPACING.half)
        row.setSpacing(theme.SPACING.unit)
        self._thumb = QLabel()
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.said = ElidedLabel()
        self.leave_button = button(self.tr("Back to all"), "quiet")
        self.leave_button.clicked.connect(self.search_left)
        row.addWidget(self._thumb)
        row.addWidget(self.said, 1)
        row.addWidget(self.leave_button)
        return self.banner
