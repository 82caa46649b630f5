"""Changes that can be taken back while the program runs.

What a change removed is gone from the file at once; here, in memory only, are its rows as they were: sealed
under the person's own key. Erasing a person forgets every change that touched that person, and closing
forgets all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.people.errors import NothingToUndo

KEPT = 200
"""Changes that are remembered; a removed picture is the largest, at some 300 kB."""

Kind = Literal["added", "renamed", "merged", "removed"]


@dataclass(frozen=True, slots=True)
class Undo:
    """Names a change that can be taken back, and says what it was."""

    number: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Entry:
    take_back: Callable[[], None]
    stands_on: str
    touched: frozenset[str]


class UndoLog:
    """The latest changes, newest last."""

    def __init__(self) -> None:
        self._entries: dict[int, _Entry] = {}
        self._made = 0

    def note(self, kind: Kind, person: str, take_back: Callable[[], None]) -> Undo:
        """Remember how to take back a change of `person`. `take_back` runs inside a transaction."""
        self._made += 1
        self._entries[self._made] = _Entry(take_back, person, frozenset({person}))
        while len(self._entries) > KEPT:
            del self._entries[next(iter(self._entries))]
        return Undo(self._made, kind)

    def merged(self, person: str, into: str) -> None:
        """From now on everything about `person` also concerns `into`, and goes with that one's erasure."""
        for number, entry in self._entries.items():
            if person in entry.touched:
                self._entries[number] = _Entry(entry.take_back, into, entry.touched | {into})

    def erased(self, person: str) -> None:
        """Forget every change that touched an erased person."""
        self._entries = {
            number: entry for number, entry in self._entries.items() if person not in entry.touched
        }

    def keep(self, there: Callable[[str], bool]) -> None:
        """Forget the changes of people who are no longer there: another process has erased them."""
        self._entries = {number: entry for number, entry in self._entries.items() if there(entry.stands_on)}

    def get(self, undo: Undo) -> Callable[[], None]:
        """How to take the change back. Raises NothingToUndo."""
        entry = self._entries.get(undo.number)
        if entry is None:
            raise NothingToUndo
        return entry.take_back

    def drop(self, undo: Undo) -> None:
        """The change was taken back."""
        self._entries.pop(undo.number, None)

    def state(self) -> Mapping[int, _Entry]:
        """What is remembered now, for `restore`."""
        return dict(self._entries)

    def restore(self, state: Mapping[int, _Entry]) -> None:
        """Remember what was remembered then: the change since was not committed."""
        self._entries = dict(state)

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
