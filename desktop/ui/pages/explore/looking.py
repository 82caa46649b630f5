"""One patch looked at closely: asks for it, steps to its neighbours, goes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.explore.found import NINE, Found, Layer
from desktop.ui.pages.explore.ask import Ask
from desktop.ui.pages.explore.closely import Closely
from desktop.work.explore_messages import Look
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.work.explore import ExploreSession


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A patch of a unit in what was found at the time: the search may go on meanwhile."""

    found: Found
    layer: Layer
    unit: int
    rank: int
    whole: bool

    def there(self) -> bool:
        """Whether there is such a patch, and it excites the unit."""
        table = (self.found.whole if self.whole else self.found.anywhere).get(self.layer.name)
        if table is None or not 0 <= self.rank < NINE:
            return False
        picture, value = table.pictures[self.unit, self.rank], table.values[self.unit, self.rank]
        return bool(picture >= 0 and value > 0)

    def value(self) -> float:
        """How much it excites the unit."""
        return float(self.found.strongest(self.layer.name, whole=self.whole).values[self.unit, self.rank])

    def picture(self) -> str:
        """The name of its picture."""
        table = self.found.strongest(self.layer.name, whole=self.whole)
        return self.found.pictures[int(table.pictures[self.unit, self.rank])]


class Looking(QObject):
    """Drives the close view; `opened` and `left` (the rank last looked at) say when it is to be seen."""

    opened = Signal()
    left = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        session: ExploreSession,
        view: Closely,
        title: Callable[[Found, str], str],
        parent: QObject | None = None,
    ) -> None:
        """`title` words a picture's name."""
        super().__init__(parent)
        self._session, self._view, self._title = session, view, title
        self.spot: Spot | None = None
        self._ask = Ask(self)
        view.left.connect(self.leave)
        view.stepped.connect(self._step)

    def open(self, spot: Spot) -> None:
        """Look at a patch; one that is not there is not looked at."""
        if not spot.there():
            return
        self.spot = spot
        self._view.wait(spot.unit, spot.layer.name, spot.rank, self._title(spot.found, spot.picture()))
        self._view.set_steps(
            replace(spot, rank=spot.rank - 1).there(), replace(spot, rank=spot.rank + 1).there()
        )
        task = self._session.look(spot.found, spot.layer.name, spot.unit, spot.rank, spot.whole)
        self._ask.begin(task, lambda look: self._looked(spot, look), failed=self._failed)
        self.opened.emit()

    def leave(self) -> None:
        """Back to the units."""
        if self.spot is not None:
            self._ask.drop()
            rank, self.spot = self.spot.rank, None
            self.left.emit(rank)

    def _step(self, by: int) -> None:
        if self.spot is not None:
            self.open(replace(self.spot, rank=self.spot.rank + by))

    def _looked(self, spot: Spot, look: Look) -> None:
        self._view.show_look(look, self._title(spot.found, spot.picture()))

    def _failed(self, failure: Failure) -> None:
        self.failed.emit(failure)
        self.leave()
