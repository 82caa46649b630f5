"""Patches cut out as they come into sight, a few at a time, and kept while there is room.

The life of a patch:
1. The page says what is to be seen.
2. What is not kept yet is asked for: the nine of the chosen unit first, then the grid's from the top.
3. What has gone out of sight meanwhile is cancelled.
4. Whatever comes is kept under the picture and the place it was cut from, so no reply can be stale.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap

from desktop.explore.found import NINE, Found
from desktop.ui.images import to_pixmap
from desktop.ui.pages.explore.ask import Ask
from desktop.work.explore_messages import Cuts
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.work.explore import ExploreSession

LARGE, SMALL = 160, 96
"""Sides of a patch of the nine and of one in the grid, in pixels."""

_BATCH = 24  # patches of the grid that are asked for at once
_KEPT = 1500

Key = tuple[str, str, str, tuple[int, ...], int]
"""Where a patch comes from: network, layer, picture, its place there, and how large it was cut."""


Wanted = dict[tuple[int, int], Key]
"""What is asked for, by unit and rank."""


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What is to be seen: the nine of `unit`, and the strongest patch of each of `units`."""

    found: Found
    layer: str
    whole: bool
    unit: int | None = None
    units: tuple[int, ...] = ()


class Cutter(QObject):
    """`arrived` after new patches; `refused` brings a Failure, once until `forget`."""

    arrived = Signal()
    refused = Signal(object)

    def __init__(self, session: ExploreSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._sight: Sight | None = None
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self._gone: set[Key] = set()  # asked for and not to be had
        self._asked: Wanted = {}
        self._large = False
        self._told = False
        self._ask = Ask(self)

    def show(self, sight: Sight | None) -> None:
        """See to these from now on; None rests."""
        self._sight = sight
        wanted = self._missing()
        if self._ask.busy:
            still = set(wanted.values()) & set(self._asked.values())
            before = bool(wanted) and self._is_large(wanted) and not self._large
            if still and not before:
                return
            self._ask.drop()
        self._next(wanted)

    def forget(self) -> None:
        """Other pictures, or nobody shall be seen any more: nothing is kept."""
        self._ask.drop()
        self._sight = None
        self._kept.clear()
        self._gone.clear()
        self._told = False

    def patch(
        self, found: Found, layer: str, unit: int, rank: int, *, whole: bool, large: bool
    ) -> QPixmap | None:
        """A patch that is kept: the large one where a small one is wanted and not there; else None."""
        for side in (LARGE,) if large else (SMALL, LARGE):
            key = self._key(found, layer, unit, rank, whole, side)
            if key is not None and key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        return None

    def _missing(self) -> Wanted:
        """What to ask for next, by unit and rank, all of one size."""
        sight = self._sight
        if sight is None:
            return {}
        if sight.unit is not None:
            large = self._lacking(sight, [(sight.unit, rank) for rank in range(NINE)], LARGE)
            if large:
                return large
        found = self._lacking(sight, [(unit, 0) for unit in sight.units], SMALL)
        return dict(list(found.items())[:_BATCH])

    def _lacking(self, sight: Sight, places: Sequence[tuple[int, int]], side: int) -> Wanted:
        lacking = {}
        for unit, rank in places:
            key = self._key(sight.found, sight.layer, unit, rank, sight.whole, side)
            if key is not None and key not in self._kept and key not in self._gone:
                lacking[unit, rank] = key
        return lacking

    @staticmethod
    def _key(found: Found, layer: str, unit: int, rank: int, whole: bool, side: int) -> Key | None:
        """None where there is no such patch, or its value is 0: it shows nothing that excites the unit."""
        table = (found.whole if whole else found.anywhere).get(layer)
        if table is None or unit >= len(table.pictures) or rank >= table.pictures.shape[1]:
            return None
        picture = int(table.pictures[unit, rank])
        if picture < 0 or picture >= len(found.pictures) or table.values[unit, rank] <= 0:
            return None
        place = tuple(table.places[unit, rank].tolist())
        return found.network, layer, found.pictures[picture], place, side

    @staticmethod
    def _is_large(wanted: Wanted) -> bool:
        return next(iter(wanted.values()))[-1] == LARGE

    def _next(self, wanted: Wanted) -> None:
        sight = self._sight
        if sight is None or not wanted:
            return
        self._asked, self._large = wanted, self._is_large(wanted)
        side = LARGE if self._large else SMALL
        task = self._session.cut(sight.found, sight.layer, tuple(wanted), side, sight.whole)
        self._ask.begin(task, self._done, progressed=self._take, failed=self._failed)

    def _take(self, cuts: Cuts) -> None:
        new = False
        for cut in cuts.cuts:
            key = self._asked.get((cut.unit, cut.rank))
            if key is not None and key not in self._kept:
                self._kept[key] = to_pixmap(cut.picture)
                new = True
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if new:
            self.arrived.emit()

    def _done(self, cuts: Cuts) -> None:
        self._take(cuts)
        self._gone.update(key for key in self._asked.values() if key not in self._kept)
        self._next(self._missing())

    def _failed(self, failure: Failure) -> None:
        self._gone.update(self._asked.values())
        if not self._told:
            self._told = True
            self.refused.emit(failure)
        self._next(self._missing())


def drawn(pixmap: QPixmap, side: int, ratio: float) -> QPixmap:
    """The patch as large as `side` logical pixels, its own pixels to be seen where it is small."""
    small = pixmap.width() * 3 < side * ratio
    way = Qt.TransformationMode.FastTransformation if small else Qt.TransformationMode.SmoothTransformation
    goal = round(side * ratio)
    made = pixmap.scaled(goal, goal, Qt.AspectRatioMode.KeepAspectRatio, way)
    made.setDevicePixelRatio(ratio)
    return made
