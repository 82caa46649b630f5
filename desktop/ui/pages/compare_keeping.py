"""What lies on the Compare page. It never leaves memory: who is compared with whom is nobody's business."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.keeping import InMemory
from desktop.vectors import Picture
from desktop.work.messages import Failure, PersonCard, Side

if TYPE_CHECKING:
    from desktop.ui.pages.compare import ComparePage

_Held = tuple[Path | Picture | None, Side | None, Failure | None, str]


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    left: _Held
    right: _Held
    card: PersonCard | None
    claims: bool


class CompareKeeping(InMemory):
    """Both pictures and the claimed name go to the page made anew, and nowhere else."""

    def __init__(self, page: ComparePage) -> None:
        self._page = page

    def hand_over(self) -> object:
        """The pictures as they were looked at."""
        page = self._page
        if page._rest.isActive():
            page._tell_rate()
        return _Given(page.left._held(), page.right._held(), page.claim.card, page.is_claim())

    def take_over(self, given: _Given) -> None:
        """Lay them down; they are compared again."""
        page = self._page
        page.left._hold(given.left)
        page.right._hold(given.right)
        page.claim.set_card(given.card)
        page.set_claim(given.claims)
