"""A name that is edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 200
"""Signs of a name that the field takes; the store judges anew."""


class NameField(QLineEdit):
    """Looks like a heading until it is used. Enter or leaving hands the name on, Esc restores it.

    `renamed` brings a name that is neither empty nor the old one.
    """

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setMaxLength(LONGEST)
        self.setProperty("kind", "inplace")
        self.setAccessibleName(self.tr("Name"))
        self.setAccessibleDescription(self.tr("Enter renames, Esc restores the name"))
        self.setToolTip(self.tr("Click to rename (F2)"))
        self.returnPressed.connect(self._commit)

    def set_name(self, name: str) -> None:
        """Show a name; what is being typed stays until it is handed on."""
        old, self._name = self._name, name
        if not (self.hasFocus() and self.isModified() and self.text() != old):
            self.setText(name)
            self.setCursorPosition(0)

    def edit(self) -> None:
        """Put the keyboard here with the whole name chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc restores."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._name:
            self._restore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While a name is typed, Esc belongs to it and not to the panel around it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text() != self._name
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leaving means yes, as in every file manager; undo takes it back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()

    @Slot()
    def _commit(self) -> None:
        name = " ".join(self.text().split())
        if name and name != self._name:
            self.setModified(False)
            # Until the store has agreed the old name is the true one; a refusal brings it back.
            self.renamed.emit(name)
        else:
            self._restore()

    def _restore(self) -> None:
        self.setText(self._name)
        self.setModified(False)
        self.setCursorPosition(0)
