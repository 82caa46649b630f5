"""The rail: a button for every page, with icon and word; in a low window with the icon alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.ui import focus, icons, theme

_ICON = 24
_WITH_WORDS = 60  # pixels of a button with its word, as the style sheet makes it


class Rail(QFrame):
    """`chosen` brings the number of the page whose button was clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "rail")
        self.setFixedWidth(theme.SIZES.rail)
        self.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(self)
        side = theme.SPACING.unit
        column.setContentsMargins(side, theme.SPACING.gap, side, side)
        column.setSpacing(theme.SPACING.half)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(theme.SPACING.half)
        column.addLayout(self._pages)
        column.addStretch()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(0)
        column.addLayout(self._foot)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        focus.one_stop(self._group)
        self._group.idClicked.connect(self.chosen)

    def add(self, title: str, icon_name: str, action: QAction) -> None:
        """Append a page; `title` is translated already, `action` shows the page and tells its keys."""
        button = QToolButton()
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        button.setText(title)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFixedWidth(theme.SIZES.rail - 2 * theme.SPACING.unit)
        button.setAccessibleName(title)
        button.setToolTip(action.toolTip())
        icons.put(button, icon_name, "muted", _ICON, checked="accent_text")
        self._group.addButton(button, len(self._group.buttons()))
        self._pages.addWidget(button)
        self._fit()

    def add_foot(self, action: QAction) -> None:
        """Append what is no page to the foot."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setProperty("kind", "quiet")
        button.setIconSize(QSize(theme.SIZES.icon, theme.SIZES.icon))
        button.setAccessibleName(action.text())
        self._foot.addWidget(button)

    def choose(self, index: int) -> None:
        """Show which page is in front."""
        self._group.button(index).setChecked(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As low as the icons alone; else the words would hold the window up."""
        return QSize(theme.SIZES.rail, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Words where there is room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words for all or for none: a mixture would look broken."""
        buttons = self._group.buttons()
        taken = theme.SPACING.gap + theme.SPACING.unit + 2 * theme.SIZES.control
        room = (self.height() - taken) / max(1, len(buttons)) - theme.SPACING.half
        low = room < _WITH_WORDS
        for button in buttons:
            assert isinstance(button, QToolButton)
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(style.ToolButtonIconOnly if low else style.ToolButtonTextUnderIcon)
            if button.property("low") is not low:
                button.setProperty("low", low)
                button.style().unpolish(button)
                button.style().polish(button)
