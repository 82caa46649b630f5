"""Privacy: what is kept of whom, for how long, and when it is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import ChoiceRow, Row, Section
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.picker import Picker
from desktop.work.messages import VaultState

if TYPE_CHECKING:
    from desktop.work.people import PeopleSession

_DAYS = (0, 1, 7, 30, 90, 365)
_MINUTES = (0, 1, 5, 15, 30, 60)


class Privacy(Section):
    """The section."""

    def __init__(
        self,
        people: PeopleSession,
        choices: Choices,
        lock: Callable[[], object],
        show_people: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """`lock` locks the people now, `show_people` shows their page."""
        super().__init__(QCoreApplication.translate("Privacy", "Privacy"), parent)
        self.days = ChoiceRow(choices, "keep_days", numbers("keep_days", _DAYS, words.days))
        self.minutes = ChoiceRow(choices, "lock_minutes", numbers("lock_minutes", _MINUTES, words.minutes))
        self.lock = LockRow(people, lock)
        self.stored = Row(
            self.tr("What is kept of people"),
            self.tr(
                "Of everybody you enrol: the name, pictures of the face, the numbers made of them, who "
                "consented, and when they were seen. All of it is locked on this computer, and goes when you "
                "erase the person. Of everybody else nothing is kept. Nothing is ever sent anywhere."
            ),
        )
        self.people_button = button(self.tr("Open People"))
        self.people_button.clicked.connect(show_people)
        self.stored.add(self.people_button)
        for row in (self.days, self.minutes, self.lock, self.stored):
            self.add(row)


class LockRow(Row):
    """Locks the people, or says that they are."""

    def __init__(
        self, people: PeopleSession, lock: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        def tr(text: str) -> str:
            return QCoreApplication.translate("LockRow", text)

        self._usual = tr("Names and pictures can't be read until somebody unlocks them (Ctrl+Shift+K)")
        self._locked = tr("They are locked; unlock them on the People page")
        super().__init__(tr("Lock the people"), self._usual, parent=parent)
        self.lock_button = button(tr("Lock now"), "", "lock")
        self.lock_button.clicked.connect(lock)
        self.add(self.lock_button)
        people.vault_changed.connect(self._show)
        self._show(people.vault)

    @Slot(object)
    def _show(self, vault: VaultState) -> None:
        self.lock_button.setEnabled(vault.state == "open")
        self.say(self._usual if vault.state == "open" else self._locked)


def numbers(name: str, offered: tuple[int, ...], say: Callable[[int], str]) -> Picker:
    """Whole numbers to choose from; one that was set elsewhere is offered too."""
    options = [(str(number), say(number)) for number in offered]
    return Picker(words.title(name), options, words=lambda key: say(int(key)))
