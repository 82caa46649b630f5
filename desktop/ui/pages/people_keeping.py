"""What stands on the People page: who is chosen and what is searched for. It never leaves memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.keeping import InMemory
from desktop.work.messages import Sighting

if TYPE_CHECKING:
    from desktop.ui.pages.people import PeoplePage


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    search: str
    person: str
    seen: dict[str, list[Sighting]]


class PeopleKeeping(InMemory):
    """The enrolled themselves are the session's."""

    def __init__(self, page: PeoplePage) -> None:
        self._page = page

    def hand_over(self) -> object:
        """The search, who is chosen, and where they were seen."""
        page = self._page
        return _Given(page.search.text(), page._person, page._seen)

    def take_over(self, given: _Given) -> None:
        """Search and choose the same."""
        page = self._page
        page._seen.update(given.seen)
        page.search.setText(given.search)
        if given.person and page.model.find(given.person) is not None:
            page._person = given.person
            page._reselect()
            page._show_panel()
            page._show_state()
