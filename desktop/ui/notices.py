"""Calm notices in the window: one sentence each, stacked in a corner of the page, with details to copy."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QFocusEvent,
    QFontDatabase,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.failures import sentence
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import label
from desktop.work.messages import Failure

MOST = 4
"""Notices that are shown at once; an older calm one makes room."""

CALM_SECONDS = 8
UNDO_SECONDS = 20


Action = tuple[str, Callable[[], object]]
"""A button's words and what it does."""


class Kind(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_COLOURS = {Kind.INFO: "accent_text", Kind.WARNING: "warn", Kind.ERROR: "bad"}


class DetailsDialog(QDialog):
    """A text to read and to copy."""

    def __init__(self, sentence: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.margin,) * 4)
        column.setSpacing(theme.SPACING.gap)
        column.addWidget(label(sentence, "heading", wrap=True))
        self.text = QPlainTextEdit(details)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Details"))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        row.addStretch()
        self.copy_button = button(self.tr("Copy"), "", "copy")
        self.copy_button.clicked.connect(self.copy)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(self.copy_button)
        row.addWidget(close)
        column.addLayout(row)

    @Slot()
    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))


class Notice(QFrame):
    """One sentence, with at most an action (Undo) and a Details button; `closed` when it is gone.

    With an `other` action it is a question, and stays until it is answered or dismissed.
    """

    closed = Signal()

    def __init__(
        self,
        kind: Kind,
        sentence: str,
        details: str = "",
        action: Action | None = None,
        parent: QWidget | None = None,
        *,
        other: Action | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self.sentence, self.details = kind, sentence, details
        self.asks = other is not None
        self._action = action[1] if action else None
        self._other = other[1] if other else None
        self.setProperty("panel", "raised")
        self.setAccessibleName(sentence)
        self.setFixedWidth(theme.scaled(theme.SIZES.notice))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACING.gap, theme.SPACING.unit, theme.SPACING.unit, theme.SPACING.unit)
        row.setSpacing(theme.SPACING.unit)
        self._icon = QLabel()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING.half)
        words.setContentsMargins(0, theme.SPACING.unit, 0, theme.SPACING.unit)
        words.addWidget(label(sentence, wrap=True))
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(theme.SPACING.gap)
        if action:
            buttons.addWidget(self._button(action[0], self.act))
        if other:
            buttons.addWidget(self._button(other[0], self.act_otherwise))
        if details:
            buttons.addWidget(self._button(self.tr("Details"), self.show_details))
        if buttons.count():
            buttons.addStretch()
            words.addLayout(buttons)
            words.setContentsMargins(0, theme.SPACING.unit, 0, theme.SPACING.half)
        close = icon_button("close", self.tr("Dismiss"), colour="muted", size=16)
        close.clicked.connect(self.dismiss)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismiss)
        theme.state().changed.connect(self._draw)
        self._draw()
        self.rest()

    def rest(self) -> None:
        """Start the time after which a calm notice leaves; errors and warnings stay until they are read."""
        if self.kind is Kind.INFO and not self.asks:
            self._timer.start(1000 * (UNDO_SECONDS if self._action else CALM_SECONDS))

    @Slot()
    def dismiss(self) -> None:
        """Leave."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    @Slot()
    def act(self) -> None:
        """Do what the action button says, once."""
        self._do(self._action)

    @Slot()
    def act_otherwise(self) -> None:
        """Do what the other action says, once."""
        self._do(self._other)

    @Slot()
    def show_details(self) -> None:
        """Open the details in a dialog."""
        self._timer.stop()
        DetailsDialog(self.sentence, self.details, self.window()).open()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """What is looked at stays."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """And may leave after that."""
        self.rest()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What is focused stays."""
        self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc dismisses."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _do(self, slot: Callable[[], object] | None) -> None:
        self._action = self._other = None
        self.dismiss()
        if slot is not None:
            slot()

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        made = button(text, "link")
        made.setAccessibleDescription(self.sentence)
        made.clicked.connect(slot)
        return made

    @Slot()
    def _draw(self) -> None:
        shade = getattr(theme.colours(), _COLOURS[self.kind])
        self._icon.setPixmap(icons.pixmap(self.kind.value, shade, 20, self.devicePixelRatioF()))
        self._icon.setContentsMargins(0, theme.SPACING.unit, 0, 0)


class Notices(QWidget):
    """The stack in the lower right corner of `place`; it never takes room from the page."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._shown: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING.unit)
        place.installEventFilter(self)
        self.hide()

    def info(self, sentence: str, undo: Callable[[], object] | None = None) -> Notice:
        """Something was done; `undo` takes it back. Leaves by itself."""
        return self.add(Kind.INFO, sentence, action=(self.tr("Undo"), undo) if undo else None)

    def warning(self, sentence: str, details: str = "", action: Action | None = None) -> Notice:
        """Something needs attention; stays until dismissed. `action` is a button's words and what it does."""
        return self.add(Kind.WARNING, sentence, details, action)

    def error(self, sentence: str, details: str = "", action: Action | None = None) -> Notice:
        """Something failed; stays until dismissed."""
        return self.add(Kind.ERROR, sentence, details, action)

    def ask(self, sentence: str, action: Action, other: Action) -> Notice:
        """A question that can wait, with two answers; it stays until one is given."""
        return self.add(Kind.INFO, sentence, action=action, other=other)

    def failure(self, error: BaseException | Failure) -> Notice:
        """A failure that reached the window: the sentence of an expected one, a general one for a bug."""
        found = error if isinstance(error, Failure) else Failure.of(error)
        kind = Kind.WARNING if found.expected else Kind.ERROR
        return self.add(kind, sentence(found), found.details)

    def add(
        self,
        kind: Kind,
        sentence: str,
        details: str = "",
        action: Action | None = None,
        other: Action | None = None,
    ) -> Notice:
        """Show a notice; the same one again takes its place, so a failing camera can't fill the window."""
        for old in list(self._shown):
            if old.kind is kind and old.sentence == sentence:
                old.dismiss()
        while len(self._shown) >= MOST:
            calm = [notice for notice in self._shown if notice.kind is Kind.INFO and not notice.asks]
            (calm or self._shown)[0].dismiss()
        notice = Notice(kind, sentence, details, action, self, other=other)
        self._shown.append(notice)
        self._column.addWidget(notice)
        notice.closed.connect(self._settle)
        notice.show()
        self._settle()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.Alert))
        return notice

    def shown(self) -> tuple[Notice, ...]:
        """What is on screen, oldest first."""
        return tuple(self._shown)

    def unread(self) -> tuple[tuple[Kind, str, str], ...]:
        """Kind, sentence and details of what waits to be read."""
        return tuple(
            (each.kind, each.sentence, each.details) for each in self._shown if each.kind != Kind.INFO
        )

    @Slot()
    def focus_newest(self) -> None:
        """Put the keyboard on the newest notice's first button."""
        if self._shown:
            newest = self._shown[-1]
            buttons: list[QAbstractButton] = [
                *newest.findChildren(QPushButton),
                *newest.findChildren(QToolButton),
            ]
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def clear(self) -> None:
        """Dismiss all."""
        for notice in self.shown():
            notice.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the corner."""
        if watched is self._place and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._settle()
        return False

    @Slot()
    def _settle(self) -> None:
        for notice in [notice for notice in self._shown if notice.isHidden()]:
            had_focus = notice.isAncestorOf(QApplication.focusWidget() or self)
            self._shown.remove(notice)
            self._column.removeWidget(notice)
            notice.deleteLater()
            if had_focus:
                self.focus_newest()
        if not self._shown:
            self.hide()
            return
        width = theme.scaled(theme.SIZES.notice)
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        # Inside the page's margins, so that no edge of a notice runs along one of the page.
        side, foot = theme.SPACING.air, theme.SPACING.margin + theme.SPACING.gap
        left = max(0, self._place.width() - width - side)
        self.setGeometry(left, self._place.height() - height - foot, width, height)
