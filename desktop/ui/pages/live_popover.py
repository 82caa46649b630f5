"""The small card beside a face: who is this, or this is not who you think."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.images import covered, view_image
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.vectors import Picture
from desktop.work.messages import PersonCard

WIDTH = 336
_FACE = 72


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The face the card is about. `name` and `person` are those of somebody known, else None."""

    track: int
    name: str | None = None
    person: str | None = None
    unsure: bool = False
    advice: str = ""
    picture: Picture | None = None
    confidence: float | None = None


class FacePopover(QFrame):
    """A card with a name field.

    `enrol` brings track, name and who gave consent; `correct` brings track and the person it really is, or
    None for nobody that is enrolled. `closed` follows every way out.
    """

    enrol = Signal(int, str, str)
    correct = Signal(int, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.subject: Subject | None = None
        self._busy = False
        self._people: dict[str, PersonCard] = {}
        self.setProperty("panel", "raised")
        self.setFixedWidth(theme.scaled(WIDTH))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.gap)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.gap)
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(_FACE, _FACE))
        head.addWidget(self._picture)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACING.half)
        words.addStretch()
        self.title = ElidedLabel("", "heading")
        self.advice = label("", "caption", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.advice)
        words.addStretch()
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(self._make_known())
        column.addWidget(self._make_form())
        self.hide()

    def _make_known(self) -> QWidget:
        self._known = QWidget()
        row = QHBoxLayout(self._known)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        self.not_button = button("")
        self.not_button.setAccessibleName(self.tr("Not this person"))
        self.not_button.clicked.connect(self._not_them)
        self.other_button = button(self.tr("Someone else…"))
        self.other_button.clicked.connect(self._someone_else)
        row.addWidget(self.not_button, 1)
        row.addWidget(self.other_button, 1)
        return self._known

    def _make_form(self) -> QWidget:
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.name.textChanged.connect(self._typed)
        self.name.returnPressed.connect(self.confirm)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setProperty("kind", "completer")
            popup.setAccessibleName(self.tr("Enrolled names"))
        self.name.setCompleter(completer)
        column.addWidget(self.name)
        self._consent_row = QWidget()
        consent = QVBoxLayout(self._consent_row)
        consent.setContentsMargins(0, 0, 0, 0)
        consent.setSpacing(theme.SPACING.half)
        self._agrees = label("", "caption", wrap=True)
        self.consent = QLineEdit()
        self.consent.setAccessibleName(self.tr("Who gave consent"))
        self.consent.textChanged.connect(self._typed)
        self.consent.returnPressed.connect(self.confirm)
        consent.addWidget(self._agrees)
        consent.addWidget(self.consent)
        column.addWidget(self._consent_row)
        self.problem = label("", "bad", wrap=True)
        column.addWidget(self.problem)
        column.addSpacing(theme.SPACING.unit)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        row.addStretch()
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.dismiss)
        self.enrol_button = button("", "primary")
        self.enrol_button.setAccessibleName(self.tr("Enrol"))
        self.enrol_button.clicked.connect(self.confirm)
        row.addWidget(self.cancel_button)
        row.addWidget(self.enrol_button)
        column.addLayout(row)
        return self._form

    def ask(self, subject: Subject, people: Sequence[PersonCard], beside: QRect) -> None:
        """Open beside a rectangle of the parent."""
        self.subject = subject
        self._people = {_folded(card.name): card for card in people}
        self._names.setStringList([card.name for card in people])
        known = subject.person is not None and not subject.unsure
        self.title.setText(self._title(subject, known))
        self.setAccessibleName(self.title.text())
        self.advice.setText(self._advice(subject, known))
        self.advice.setVisible(bool(self.advice.text()))
        self._show_picture(subject.picture)
        self.not_button.setText(self.tr("Not {name}").format(name=_short(subject.name or "")))
        self.not_button.setAccessibleName(self.tr("Not {name}").format(name=subject.name or ""))
        self._known.setVisible(known)
        self._form.setVisible(not known)
        self.name.setText(subject.name or "" if subject.unsure else "")
        self.consent.setText(self.tr("the person themselves"))
        self.set_busy(False)
        self.say_problem("")
        self._typed()
        self.show()  # first: only what is shown has the style's own measures
        self.raise_()
        self._place(beside)
        first = self.not_button if known else self.name
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_busy(self, on: bool) -> None:
        """While the core works, the form waits."""
        for each in (self.name, self.consent, self.not_button, self.other_button):
            each.setEnabled(not on)
        self._busy = on
        self._typed()

    def say_problem(self, sentence: str) -> None:
        """Why it did not work; empty hides it."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)  # the busy form had lost it
        self._settle()

    @Slot()
    def dismiss(self) -> None:
        """Close without doing anything."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @Slot()
    def confirm(self) -> None:
        """Do what the main button says, where it can be done."""
        if self.subject is None or not self.enrol_button.isEnabled():
            return
        name, card = self._name(), self._card()
        self.say_problem("")
        if card is not None and self.subject.person is not None and not self.subject.unsure:
            self.correct.emit(self.subject.track, card.person)
        elif card is not None:
            self.enrol.emit(self.subject.track, card.name, card.consent_by)
        else:
            self.enrol.emit(self.subject.track, name, self.consent.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _not_them(self) -> None:
        if self.subject is not None:
            self.correct.emit(self.subject.track, None)

    @Slot()
    def _someone_else(self) -> None:
        self._known.hide()
        self._form.show()
        self.title.setText(self.tr("Who is this?"))
        self._typed()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _typed(self) -> None:
        name, card = self._name(), self._card()
        short = _short(name)
        if card is None:
            words = self.tr("Enrol {name}").format(name=short) if name else self.tr("Enrol")
        elif self.subject is not None and self.subject.person is not None and not self.subject.unsure:
            words = self.tr("This is {name}").format(name=_short(card.name))
        else:
            words = self.tr("Add to {name}").format(name=_short(card.name))
        self.enrol_button.setText(words)
        self.enrol_button.setAccessibleName(words)
        # Somebody enrolled has given consent already; a new person's is asked for with the name.
        self._consent_row.setVisible(card is None)
        agrees = self.tr("{name} agrees to be recognised on this computer. Consent was given by")
        self._agrees.setText(agrees.format(name=name or self.tr("This person")))
        ready = bool(name) and (card is not None or bool(self.consent.text().strip())) and not self._busy
        self.enrol_button.setEnabled(ready)
        self._settle()

    def _name(self) -> str:
        return " ".join(self.name.text().split())

    def _card(self) -> PersonCard | None:
        return self._people.get(_folded(self._name()))

    def _title(self, subject: Subject, known: bool) -> str:
        if known:
            return subject.name or ""
        if subject.unsure and subject.name:
            return self.tr("Is this {name}?").format(name=subject.name)
        return self.tr("Who is this?")

    def _advice(self, subject: Subject, known: bool) -> str:
        if known and subject.confidence is not None:
            return self.tr("{percent} % sure").format(percent=round(100 * subject.confidence))
        if known or not subject.advice:
            return ""
        return self.tr("{advice} for a better picture.").format(advice=subject.advice)

    def _show_picture(self, picture: Picture | None) -> None:
        ratio = self.devicePixelRatioF()
        if picture is None or not picture.size:
            made = icons.pixmap("person-unknown", theme.colours().muted, _FACE, ratio)
        else:
            made = covered(view_image(picture), _FACE, _FACE, theme.RADII.control, ratio)
        self._picture.setPixmap(made)

    def _settle(self) -> None:
        """Take the height that the words need now, and stay inside the page."""
        self._column.activate()
        # The minimum of a wrapped label is that of its narrowest form: the height for this width counts.
        tall = self._column.hasHeightForWidth()
        wide = self.width()
        self.resize(wide, self._column.totalHeightForWidth(wide) if tall else self.sizeHint().height())
        place = self._page.rect().adjusted(*_edges())
        self.move(
            QPoint(
                max(place.left(), min(self.x(), place.right() - self.width())),
                max(place.top(), min(self.y(), place.bottom() - self.height())),
            )
        )

    def _place(self, beside: QRect) -> None:
        """Right of the face, else left of it, else over its edge: the page is never left."""
        gap = theme.SPACING.gap
        room = self._page.rect().adjusted(*_edges())
        x = beside.right() + gap
        if x + self.width() > room.right():
            x = beside.left() - gap - self.width()
        self.move(x, beside.top())
        self._settle()


def _edges() -> tuple[int, int, int, int]:
    edge = theme.SPACING.gap
    return edge, edge, -edge, -edge


def _folded(name: str) -> str:
    """Names are the same where a person would say so: case, spaces and the way accents are coded aside."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def _short(name: str) -> str:
    return name if len(name) <= 16 else name[:15] + "…"
