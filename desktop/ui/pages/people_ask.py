"""What is asked before people are enrolled: whose pictures these are, and who agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QCompleter, QLabel, QLineEdit, QRadioButton, QWidget

from desktop.ui import focus, theme
from desktop.ui.pages.people_name import LONGEST
from desktop.ui.widgets.dialogs import Sheet
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Answer:
    """`everyone`: each folder or file is a person of its own; otherwise all pictures are of `name`."""

    everyone: bool
    name: str
    consent_by: str


def suggested_name(path: Path) -> str:
    """A name that a file or folder carries: “Lin_Chen_0001.jpg” is Lin Chen; a camera's number is none."""
    stem = path.stem if path.suffix else path.name
    words = re.sub(r"[\W_]+\d*$|[\s_-]*\(?\d+\)?$", "", stem.replace("_", " ").strip())
    if re.search(r"\d", words) or re.fullmatch(
        r"(?i)(img|dsc[nf]?|pict?|photo|image|screenshot|scan)?", words
    ):
        return ""
    return " ".join(words.split())


class EnrolDialog(Sheet):
    """Asks for a name and for whose consent there is; for a folder also whether it holds many people."""

    def __init__(
        self,
        what: str,
        *,
        suggestion: str = "",
        known: Sequence[str] = (),
        folder: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`what` says what is about to be added; `known` are the names that only get more pictures."""
        heading = QCoreApplication.translate("EnrolDialog", "Add a person")
        if folder:
            heading = QCoreApplication.translate("EnrolDialog", "Add people")
        super().__init__(heading, what, parent)
        self._known = {" ".join(name.split()) for name in known}
        self.everyone = QRadioButton(self.tr("Many people: each file or folder in it carries a name"))
        self.one = QRadioButton(self.tr("One person: every picture shows the same face"))
        kinds = QButtonGroup(self)
        for choice in (self.everyone, self.one):
            choice.setAccessibleName(choice.text())
            choice.setVisible(folder)
            choice.toggled.connect(self._follow)
            kinds.addButton(choice)
            self.body.addWidget(choice)
        focus.one_stop(kinds)
        self.name, self._name_title = self._field(self.tr("Name"), self.tr("Whose face is it?"))
        self.name.setText(suggestion)
        completer = QCompleter(sorted(self._known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.note = label("", "caption", wrap=True)
        self.body.addWidget(self.note)
        self.consent, _title = self._field(self.tr("Who agreed to it?"), "")
        self.body.addSpacing(theme.SPACING.unit)
        self.add_button = self.add_buttons(self.tr("Add"))
        self.name.textChanged.connect(self._follow)
        (self.everyone if folder else self.one).setChecked(True)
        self._follow()
        if folder:
            self.everyone.setFocus()
        else:
            self.name.setFocus()
            self.name.selectAll()

    def answer(self) -> Answer:
        """What was answered. Consent that is left open means that the person agreed themselves."""
        name = " ".join(self.name.text().split())
        given = " ".join(self.consent.text().split())
        everyone = self.everyone.isChecked()
        return Answer(everyone, "" if everyone else name, given or self.consent.placeholderText())

    def _field(self, words: str, hint: str) -> tuple[QLineEdit, QLabel]:
        field = QLineEdit()
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(hint)
        field.setAccessibleName(words)
        title = label(words, "caption")
        title.setBuddy(field)
        self.body.addWidget(title)
        self.body.addWidget(field)
        return field, title

    @Slot()
    def _follow(self) -> None:
        """What can be said now: the button, the note about a known name, the default of consent."""
        one = self.one.isChecked()
        name = " ".join(self.name.text().split())
        self.name.setVisible(one)
        self._name_title.setVisible(one)
        known = one and name in self._known
        if known:
            self.note.setText(self.tr("{name} is enrolled and gets more pictures.").format(name=name))
        self.note.setVisible(known)
        if not one:
            self.consent.setPlaceholderText(self.tr("each person themselves"))
        elif name:
            self.consent.setPlaceholderText(name)
        else:
            self.consent.setPlaceholderText(self.tr("the person themselves"))
        self.add_button.setEnabled(bool(name) or not one)
