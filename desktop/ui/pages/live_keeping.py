"""What stands on the Live page beside the picture: who was seen lately. It never leaves memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.keeping import InMemory
from desktop.work.messages import Sighting

if TYPE_CHECKING:
    from desktop.ui.pages.live import LivePage


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    recent: tuple[Sighting, ...]
    open: bool


class LiveKeeping(InMemory):
    """The source is a choice and kept with those; the picture itself goes on by the session."""

    def __init__(self, page: LivePage) -> None:
        self._page = page

    def hand_over(self) -> object:
        """Who was seen lately, oldest first."""
        page = self._page
        page.naming.popover.dismiss()
        seen = tuple(row.sighting for row in reversed(page.recent.rows()))
        return _Given(seen, page.recent_button.isChecked())

    def take_over(self, given: _Given) -> None:
        """List them again."""
        for sighting in given.recent:
            self._page.recent.add(sighting)
        self._page.recent_button.setChecked(given.open)
        self._page.recent.setVisible(given.open)
