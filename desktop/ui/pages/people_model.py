"""The enrolled as a list: what the grid shows, and the search that narrows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.ui import local
from desktop.work.messages import PersonCard

CARD = Qt.ItemDataRole.UserRole
"""The role that gives the whole PersonCard."""

_Index = QModelIndex | QPersistentModelIndex


def folded(text: str) -> str:
    """A form in which letters that a searcher takes for the same are the same.

    Case goes (ß is ss), wide and composed forms become plain ones, accents go (Zoë is found by zoe), in any
    script; what is not a letter stays.
    """
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in split if unicodedata.category(sign) != "Mn")
    return " ".join(unicodedata.normalize("NFC", bare or split).split())


class PeopleModel(QAbstractListModel):
    """Every person whose name holds the search, in the order they came (by name).

    The search runs over names folded once, so a key press costs milliseconds at 5,000 people.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._everyone: tuple[PersonCard, ...] = ()
        self._names: list[str] = []
        self._shown: list[PersonCard] = []
        self._search = ""
        self._without = ""

    def set_people(self, people: Sequence[PersonCard]) -> None:
        """Show these people; the search stays."""
        self._everyone = tuple(people)
        self._names = [folded(card.name) for card in self._everyone]
        self._filter()

    def search(self, text: str) -> None:
        """Show only people whose name holds every word of `text`, in any part, case and accents ignored."""
        wanted = folded(text)
        if wanted != self._search:
            self._search = wanted
            self._filter()

    def leave_out(self, person: str) -> None:
        """Never show this one: somebody can't be merged into themselves."""
        self._without = person
        self._filter()

    def everyone(self) -> tuple[PersonCard, ...]:
        """All people, searched for or not."""
        return self._everyone

    def card(self, index: _Index) -> PersonCard | None:
        """The person of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def find(self, person: str) -> PersonCard | None:
        """A person by id, shown or not."""
        return next((card for card in self._everyone if card.person == person), None)

    def index_of(self, person: str) -> QModelIndex:
        """Where a person is shown; invalid where not."""
        for row, card in enumerate(self._shown):
            if card.person == person:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        """People shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, what a screen reader says, or the card."""
        card = self.card(index)
        if card is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return card.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return local.listed((card.name, self.pictures(card.templates)))
        return card if role == CARD else None

    def pictures(self, count: int) -> str:
        """“1 picture”, “3 pictures”."""
        if count == 1:
            return self.tr("1 picture")
        return self.tr("{count} pictures").format(count=local.whole(count))

    def _filter(self) -> None:
        words = self._search.split()
        shown = [
            card
            for card, name in zip(self._everyone, self._names, strict=True)
            if card.person != self._without and all(word in name for word in words)
        ]
        if len(shown) == len(self._shown) and all(
            new.person == old.person for new, old in zip(shown, self._shown, strict=True)
        ):
            # The same people in the same places, perhaps with another name or count: the selection stays.
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
