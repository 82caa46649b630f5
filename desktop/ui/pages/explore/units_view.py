"""Left of the chosen unit: all units of the layer, as they were found or as the camera plays."""

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
from desktop.vectors import Picture

_THUMB = 32


class UnitsView(QWidget):
    """`search_left` ends the search by a picture."""

    search_left = Signal()

    def __init__(self, patch: Callable[[int], QPixmap | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(self._make_banner())
        self.grid = UnitGrid(patch)
        self.live = LiveView()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.grid)
        self.stack.addWidget(self.live)
        column.addWidget(self.stack, 1)
        self.say_search(None, "", busy=False)

    def show_live(self, on: bool) -> None:
        """The camera's maps in place of the grid."""
        self.stack.setCurrentWidget(self.live if on else self.grid)
        self.banner.setVisible(self._searching and not on)

    def say_search(self, shown: Picture | None, title: str, *, busy: bool) -> None:
        """Whose picture the units are ordered by; nothing where there is no search."""
        self._searching = busy or shown is not None
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
