"""The rail: a button for every page, with icon and word; in a low window with the icon alone.

Pages that are about the program stand at its foot, as icons, beside what is no page at all.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui import focus, icons, theme

_ICON = 24
_AROUND = 23  # pixels above, between and below icon and word, as the style sheet has them
_BESIDE = 2  # buttons in a row of the foot


class Rail(QFrame):
    """`chosen` brings the number of the page whose button was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "rail")
        self.setFixedWidth(theme.scaled(theme.SIZES.rail))
        self.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(self)
        side = theme.SPACING.unit
        column.setContentsMargins(side, theme.SPACING.gap, side, side)
        column.setSpacing(theme.SPACING.half)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(theme.SPACING.half)
        column.addLayout(self._pages)
        column.addStretch()
        self._foot = QGridLayout()
        self._foot.setSpacing(0)
        column.addLayout(self._foot)
        self._worded: list[QToolButton] = []
        self._about: list[QToolButton] = []  # pages at the foot
        self._others: list[QToolButton] = []  # and what is no page
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        focus.one_stop(self._group)
        self._group.idClicked.connect(self.chosen)

    def add(self, title: str, icon_name: str, action: QAction, *, foot: bool = False) -> None:
        """Append a page; `title` is translated already, `action` shows the page and tells its keys."""
        button = QToolButton()
        button.setCheckable(True)
        button.setText(title)
        button.setAccessibleName(title)
        self._group.addButton(button, len(self._group.buttons()))
        if foot:
            button.setToolTip(f"{title} ({keys})" if (keys := action.shortcut().toString()) else title)
            self._about.append(button)
            self._dress_foot(button)
            icons.put(button, icon_name, "muted", theme.SIZES.icon, checked="accent_text")
            return
        button.setProperty("kind", "rail")
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFixedWidth(theme.scaled(theme.SIZES.rail) - 2 * theme.SPACING.unit)
        button.setToolTip(action.toolTip())
        icons.put(button, icon_name, "muted", _ICON, checked="accent_text")
        self._worded.append(button)
        self._pages.addWidget(button)
        self._fit()

    def add_foot(self, action: QAction) -> None:
        """Append what is no page to the foot."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        self._others.append(button)
        self._dress_foot(button)

    def choose(self, index: int) -> None:
        """Show which page is in front."""
        self._group.button(index).setChecked(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As low as the icons alone; else the words would hold the window up."""
        return QSize(theme.scaled(theme.SIZES.rail), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words where there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _dress_foot(self, button: QToolButton) -> None:
        button.setProperty("kind", "foot")
        button.setIconSize(QSize(theme.SIZES.icon, theme.SIZES.icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        every = (*self._about, *self._others)
        for number, each in enumerate(every):
            self._foot.addWidget(each, *divmod(number, _BESIDE), Qt.AlignmentFlag.AlignCenter)
        for before, after in pairwise(every):
            QWidget.setTabOrder(before, after)
        self._fit()

    def _fit(self) -> None:
        """Words for all or for none: a mixture would look broken."""
        rows = -(-(len(self._about) + len(self._others)) // _BESIDE)
        taken = theme.SPACING.gap + theme.SPACING.unit + theme.SPACING.half + rows * theme.SIZES.control
        room = (self.height() - taken) / max(1, len(self._worded)) - theme.SPACING.half
        low = room < _ICON + _AROUND + QFontMetrics(theme.font("caption")).height()
        for button in self._worded:
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonIconOnly if low else style.ToolButtonTextUnderIcon)
            if button.property("low") is not low:
                button.setProperty("low", low)
                button.style().unpolish(button)
                button.style().polish(button)
