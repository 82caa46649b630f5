"""The search field: an icon, a hint, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.ui import icons


class SearchField(QLineEdit):
    """Finds by any part of what is typed; by default people by their names."""

    def __init__(self, hint: str = "", name: str = "", parent: QWidget | None = None) -> None:
        """`hint` stands in the empty field, `name` is what a screen reader says."""
        super().__init__(parent)
        self.setPlaceholderText(hint or self.tr("Find by name"))
        self.setAccessibleName(name or self.tr("Find people by name"))
        self.setClearButtonEnabled(False)
        glass = QAction(self.tr("Find"), self)
        glass.triggered.connect(self.selectAll)
        icons.put(glass, "search", "muted", 16)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._empty = QAction(self.tr("Show everyone"), self)
        icons.put(self._empty, "close", "muted", 16)
        self._empty.triggered.connect(self.clear)
        self.addAction(self._empty, QLineEdit.ActionPosition.TrailingPosition)
        # Qt makes a button of each action and gives it the icon alone.
        for made in self.findChildren(QToolButton):
            made.setAccessibleName(made.defaultAction().text())
        self._follow("")
        self.textChanged.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc shows everyone again; a second one is for whatever is around."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _follow(self, text: str) -> None:
        self._empty.setVisible(bool(text))
