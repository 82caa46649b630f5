"""The few dialogs: a passphrase, and a question before what can't be undone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label

SHORTEST = 8
"""Characters of a new passphrase, at least."""


class Sheet(QDialog):
    """A dialog in the house's measures: a heading, words, what the dialog needs, a row of buttons."""

    def __init__(self, heading: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setFixedWidth(theme.scaled(480))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.margin,) * 4)
        column.setSpacing(theme.SPACING.gap)
        column.addWidget(label(heading, "heading", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACING.unit)
        column.addLayout(self.body)
        column.addStretch()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SPACING.unit)
        self._buttons.addStretch()
        column.addLayout(self._buttons)

    def fit(self) -> None:
        """Take the height that the wrapped words need."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.setFixedHeight(column.heightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Fit before anybody sees it."""
        self.fit()
        super().showEvent(event)

    def add_buttons(self, words: str, kind: str = "primary") -> QPushButton:
        """Cancel, and the button that does it, which is given back."""
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        done = button(words, kind)
        done.clicked.connect(self.accept)
        self._buttons.addWidget(cancel)
        self._buttons.addWidget(done)
        if kind == "danger":
            # Enter must not do what can't be undone: it stays with what is harmless.
            done.setAutoDefault(False)
            cancel.setAutoDefault(True)
            cancel.setDefault(True)
            cancel.setFocus()
        else:
            done.setDefault(True)
        return done


class ConfirmDialog(Sheet):
    """A question before something irreversible; `accepted` means yes. Enter means no."""

    def __init__(self, question: str, consequence: str, do: str, parent: QWidget | None = None) -> None:
        super().__init__(question, consequence, parent)
        self.confirm_button = self.add_buttons(do, "danger")


def confirm(parent: QWidget | None, question: str, consequence: str, do: str) -> bool:
    """Ask and wait for the answer."""
    return ConfirmDialog(question, consequence, do, parent).exec() == QDialog.DialogCode.Accepted


class PassphraseDialog(Sheet):
    """Asks for a passphrase, or for a new one twice. `given` brings it; the caller closes the dialog.

    So a wrong one can be said in place: `say_wrong`.
    """

    given = Signal(str)

    def __init__(
        self, *, new: bool, words: str = "", heading: str = "", do: str = "", parent: QWidget | None = None
    ) -> None:
        """`words`, `heading` and `do` (the button) take the place of the ones for the vault."""
        if new:
            title = _tr("Choose a passphrase")
            usual = _tr("It locks everyone who is enrolled. Nobody can recover it, so write it down.")
        else:
            title = _tr("Unlock the people")
            usual = _tr("The people on this computer are locked with a passphrase.")
        super().__init__(heading or title, words or usual, parent)
        self._new = new
        self.first = self._field(self.tr("Passphrase"))
        self.second = self._field(self.tr("The same again"))
        self.second.setVisible(new)
        self._wrong = label("", "bad", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.done_button = self.add_buttons(do or (self.tr("Lock with this") if new else self.tr("Unlock")))
        self.first.textChanged.connect(self._check)
        self.second.textChanged.connect(self._check)
        self._check()
        self.first.setFocus()

    def say_wrong(self, sentence: str = "") -> None:
        """Say why it is still locked, and let the user try again."""
        self._say(sentence or self.tr("That is not the passphrase; try again."))
        self.setEnabled(True)
        self.first.selectAll()
        self.first.setFocus()

    def accept(self) -> None:
        """Hand the passphrase over; the caller ends the dialog with `done` or says what is wrong."""
        if self.done_button.isEnabled():
            self.setEnabled(False)
            self.given.emit(self.first.text())

    def _field(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setPlaceholderText(name)
        made.setAccessibleName(name)
        eye = made.addAction(icons.icon(icons.Look("eye")), QLineEdit.ActionPosition.TrailingPosition)
        icons.put(eye, "eye", "muted", 18)
        eye.setText(self.tr("Show the passphrase"))
        eye.setToolTip(eye.text())
        eye.triggered.connect(lambda: _reveal(made))
        for inner in made.findChildren(QToolButton):
            inner.setAccessibleName(eye.text())
        self.body.addWidget(made)
        return made

    @Slot()
    def _check(self) -> None:
        one, two = self.first.text(), self.second.text()
        fits = len(one) >= SHORTEST and one == two if self._new else bool(one)
        self.done_button.setEnabled(fits)
        if self._new and one and len(one) < SHORTEST:
            self._say(self.tr("At least {count} characters.").format(count=SHORTEST))
        elif self._new and two and one != two:
            self._say(self.tr("The two are not the same."))
        else:
            self._say("")

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.fit()


def _reveal(field: QLineEdit) -> None:
    hidden = field.echoMode() == QLineEdit.EchoMode.Password
    field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PassphraseDialog", text)
