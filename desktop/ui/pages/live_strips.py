"""Strips above the picture: what stands between the user and recognition, and the way on, beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui import failures, icons, theme
from desktop.ui.pages import models_words
from desktop.ui.pages.fetching import FetchProgress
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialogs import PassphraseDialog
from desktop.ui.widgets.labels import label
from desktop.weights.store import Row
from desktop.work.lanes import Task
from desktop.work.messages import ModelsState, VaultState


class Strip(QFrame):
    """An icon, a sentence, a quiet second line, buttons at the right; hidden while it has nothing to say."""

    def __init__(self, icon_name: str, colour: str = "accent_text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = (icon_name, colour)
        self.setProperty("panel", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING.gap, theme.SPACING.unit, theme.SPACING.unit, theme.SPACING.unit)
        row.setSpacing(theme.SPACING.gap)
        self._sign = QLabel()
        row.addWidget(self._sign)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.line = label("", wrap=True)
        self.hint = label("", "caption", wrap=True)
        self.words.addWidget(self.line)
        self.words.addWidget(self.hint)
        row.addLayout(self.words, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.SPACING.unit)
        row.addLayout(self._buttons)
        theme.state().changed.connect(self._draw)
        self._draw()
        self.hide()

    def add_button(self, words: str, kind: str = "") -> QPushButton:
        """Another button at the right end."""
        made = button(words, kind)
        self._buttons.addWidget(made)
        return made

    def say(self, line: str, hint: str = "") -> None:
        """Show these words; an empty line hides the strip."""
        self.line.setText(line)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.setAccessibleName(line)
        self.setVisible(bool(line))

    def set_look(self, icon_name: str, colour: str) -> None:
        """Change the icon."""
        self._look = (icon_name, colour)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        name, colour = self._look
        shade = getattr(theme.colours(), colour)
        self._sign.setPixmap(icons.pixmap(name, shade, theme.SIZES.icon, self.devicePixelRatioF()))


class ModelsStrip(Strip):
    """Says which models recognition lacks, and fetches them: `fetch` and `show_models` are the two ways."""

    fetch = Signal(object)  # names, or None for what recognition needs by default
    show_models = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("download", parent=parent)
        self._state = ModelsState("loading")
        self._missing: tuple[Row, ...] = ()
        self.progress = FetchProgress()
        self.progress.setMinimumHeight(theme.SIZES.control)
        self.words.addWidget(self.progress)
        self.models_button = self.add_button(self.tr("Open Models"))
        self.models_button.clicked.connect(self.show_models)
        self.fetch_button = self.add_button(self.tr("Fetch"), "primary")
        self.fetch_button.clicked.connect(self._ask)

    def follow(self, task: Task) -> None:
        """Show a fetch that has begun."""
        self.progress.follow(task, self.tr("Fetching what recognition needs"))
        task.ended.connect(self._refresh)
        self._refresh()

    def set_state(self, state: ModelsState, rows: Sequence[Row]) -> None:
        """How loading went, and what is installed."""
        self._state = state
        self._missing = models_words.lacking(rows, live=True)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        state, busy = self._state.state, self.progress.task is not None
        needed = state == "missing" or bool(models_words.damaged(self._state))
        self.set_look(*(("warning", "warn") if state == "failed" else ("download", "accent_text")))
        if state in ("ready", "loading"):
            self.say("")
        elif state == "failed" and self._state.failure is not None:
            self.say(failures.sentence(self._state.failure))
        else:
            self.say(self.tr("Recognition needs models that are not here yet."), self._what())
        for each in (self.line, self.hint):  # while it is fetched, the progress says it all
            each.setVisible(not busy and bool(each.text()))
        self.fetch_button.setVisible(needed and not busy)
        self.models_button.setVisible(not busy)

    @Slot()
    def _ask(self) -> None:
        broken = models_words.damaged(self._state)
        names = [broken] if broken else [row.name for row in self._missing]
        self.fetch.emit(names or None)

    def _what(self) -> str:
        if not self._missing:
            return self.tr("They are fetched once.")
        names = " · ".join(models_words.title(row) for row in self._missing)
        total = models_words.size(sum(row.bytes for row in self._missing))
        words = self.tr("{names} · {size}, fetched once")
        return words.format(names=names, size=total)


class VaultStrip(Strip):
    """Says that the enrolled are locked, and asks for the passphrase.

    `given` brings it; `again` asks to try anew without one: what failed for another reason (a
    locked database), or what the key store opens.
    """

    given = Signal(str)
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent=parent)
        self._state = VaultState("open")
        self.dialog: PassphraseDialog | None = None
        self.unlock_button = self.add_button("", "primary")
        self.unlock_button.clicked.connect(self.ask)

    def set_state(self, state: VaultState) -> None:
        """How the vault is."""
        tried = self.dialog is not None
        self._state = state
        self.set_look(*(("lock", "accent_text") if state.state == "locked" else ("warning", "warn")))
        if state.state == "open":
            self.say("")
            self._close()
        elif state.state == "locked" and state.new:
            self.say(
                self.tr("Choose a passphrase to enrol people."),
                self.tr("This computer has no key store, so a passphrase locks everyone you enrol."),
            )
        elif state.state == "locked":
            self.say(
                self.tr("The people are locked; unlock to recognise them."),
                self.tr("Until then every face is “not recognised”."),
            )
        elif state.failure is not None:
            self.say(failures.sentence(state.failure))
        words = self.tr("Choose a passphrase…") if state.new else self.tr("Unlock…")
        if not state.asks:
            words = self.tr("Unlock")
        if state.state == "failed":
            words = self.tr("Try again")
            self._close()
        self.unlock_button.setText(words)
        self.unlock_button.setAccessibleName(words)
        if tried and self.dialog is not None:
            self.dialog.say_wrong(failures.sentence(state.failure) if state.failure else "")

    @Slot()
    def ask(self) -> None:
        """Open the dialog, once."""
        if self._state.state == "failed" or not self._state.asks:
            self.again.emit()
        elif self.dialog is None:
            self.dialog = PassphraseDialog(new=self._state.new, parent=self.window())
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.given.connect(self.given)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    @Slot(str)
    def say_wrong(self, sentence: str) -> None:
        """An attempt that failed without a word from the vault."""
        if self.dialog is not None:
            self.dialog.say_wrong(sentence)
        else:
            self.say(sentence)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.done(1)

    @Slot(int)
    def _closed(self, _how: int) -> None:
        self.dialog = None
