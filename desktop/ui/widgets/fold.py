"""A part of a panel with a heading that opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme


class Fold(QWidget):
    """Put what folds away into `body`, and what stays beside the heading into `beside`."""

    toggled = Signal(bool)

    def __init__(
        self, words: str, *, opened: bool = True, line: bool = True, parent: QWidget | None = None
    ) -> None:
        """`line` draws a hairline below."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = QToolButton()
        self.head.setProperty("kind", "fold")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(16, 16))
        self.head.setText(words)
        self.head.setAccessibleName(words)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(theme.SPACING.half)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.half)
        row.addWidget(self.head, 1)
        row.addLayout(self.beside)
        column.addLayout(row)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, theme.SPACING.half, 0, theme.SPACING.gap)
        self.body.setSpacing(theme.SPACING.gap)
        column.addWidget(self._inside)
        if line:
            rule = QFrame()
            rule.setProperty("panel", "line")
            rule.setFixedHeight(1)
            column.addWidget(rule)
        self.head.toggled.connect(self._toggled)
        self.head.setChecked(opened)
        self._toggled(opened)

    def is_open(self) -> bool:
        """Whether the body is to be seen."""
        return self.head.isChecked()

    def set_open(self, on: bool) -> None:
        """Open or close."""
        self.head.setChecked(on)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        self._inside.setVisible(on)
        icons.put(self.head, "down" if on else "forward", "muted", 16)
        self.head.setAccessibleDescription(self.tr("open") if on else self.tr("closed"))
        self.toggled.emit(on)
