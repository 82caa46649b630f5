"""The units of a layer and the chosen one beside them, with their patches as these are cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.explore.found import NINE, Found, Layer
from desktop.ui import theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.cutter import Cutter, Sight
from desktop.ui.pages.explore.export import Chosen
from desktop.ui.pages.explore.looking import Spot
from desktop.ui.pages.explore.nine import Shown
from desktop.ui.pages.explore.order import ordered, peaks, share
from desktop.ui.pages.explore.panel import Panel
from desktop.ui.pages.explore.units_view import UnitsView
from desktop.ui.throttle import Throttle
from desktop.work.explore_messages import Excited, Explored, Watched

if TYPE_CHECKING:
    from desktop.work.explore import ExploreSession

_CUT_MS = 120


class Desk(QWidget):
    """`went` brings the unit that was chosen when it is another one."""

    went = Signal(int)

    def __init__(
        self,
        session: ExploreSession,
        title: Callable[[Found, str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`title` words a picture's name."""
        super().__init__(parent)
        self._title = title
        self.explored: Explored | None = None
        self.layer: Layer | None = None
        self.found: Found | None = None
        self.excited: Excited | None = None
        self.order, self.whole, self.live, self.growing = "number", False, False, False
        self._units: dict[tuple[str, str], int] = {}  # the unit last chosen, by network and layer
        self.view, self.panel = UnitsView(self._first), Panel()
        self.cutter = Cutter(session, self)
        self._cut = Throttle(self._see, _CUT_MS, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.gap)
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        self.view.grid.chosen.connect(self.choose)
        self.view.grid.opened.connect(self._to_patches)
        self.view.grid.seen.connect(self._cut.call)
        self.view.live.mosaic.chosen.connect(self.choose)
        self.cutter.arrived.connect(self._arrived)

    @property
    def unit(self) -> int:
        """The unit that is chosen in this layer."""
        return self._units.get(self._here(), 0)

    @Slot(int)
    def choose(self, unit: int) -> None:
        """Show a unit's patches."""
        if self.layer is None or not 0 <= unit < self.layer.units:
            return
        other, self._units[self._here()] = unit != self.unit, unit
        self.view.grid.choose(unit)
        self.view.live.mosaic.set_unit(unit)
        self._show_nine()
        if other:
            self.went.emit(unit)

    @Slot(str)
    def set_order(self, order: str) -> None:
        """Show the units in another order."""
        self.order = order
        self.show_units(top=True)

    @Slot(bool)
    def set_whole(self, on: bool) -> None:
        """Only fields inside the picture count, or all."""
        self.whole = on
        self.show_units()

    def set_network(self, explored: Explored | None) -> None:
        """Another network; its layer is told by `set_layer`."""
        self.explored, self.layer = explored, None

    def set_layer(self, layer: Layer | None) -> None:
        """Another layer."""
        self.layer = layer
        self.view.live.mosaic.show_watched(None)
        self.show_units()

    def set_found(self, found: Found | None, *, growing: bool = False) -> None:
        """Another find, or more of the same; None puts everything of it away. `growing`: more will come."""
        self.found, self.growing = found, growing
        if found is None:
            self.cutter.forget()
            self.view.live.clear()
        self.show_units()

    def rest(self) -> None:
        """No more will come."""
        if self.growing:
            self.growing = False
            self.show_units()

    def set_live(self, on: bool) -> None:
        """Show the camera in place of the grid."""
        self.live = on
        self.view.show_live(on)
        self.show_units()

    def show_watched(self, watched: Watched) -> None:
        """The newest frame, and the nine of the frames so far."""
        self.found = watched.seen.found
        self.view.live.show_watched(watched)
        self._show_nine()

    def show_units(self, *, top: bool = False) -> None:
        """Everything as it stands; `top` begins with the first unit."""
        layer, explored = self.layer, self.explored
        if layer is None or explored is None:
            return
        if not self.live:  # while live the grid is hidden, and its order would change at every frame
            found, whole = self.found, self.whole
            units = ordered(self.order, layer.name, explored, found, self.excited, whole=whole).tolist()
            self.view.grid.show_units(layer.name, units, self._notes(layer.name), self.unit, top=top)
        self.view.live.mosaic.set_unit(self.unit)
        self._show_nine()

    def show_excited(self, excited: Excited | None) -> None:
        """Another search's answer: its first unit is what was asked for."""
        self.excited = excited
        if excited is not None:
            self.set_order("picture")
            units = self.view.grid.units.units()
            if units:
                self.choose(units[0])

    def chosen(self) -> Chosen | None:
        """What could be exported now; what the enrolled excite stays in the vault."""
        found, layer = self.found, self.layer
        if found is None or layer is None or found.kind == "enrolled":
            return None
        return Chosen(found, layer.name, self.unit, self.view.grid.units.units(), self.whole)

    def spot(self, rank: int) -> Spot | None:
        """One of the nine."""
        if self.found is None or self.layer is None:
            return None
        return Spot(self.found, self.layer, self.unit, rank, self.whole)

    def _notes(self, layer: str) -> list[str]:
        """What stands beside each unit's number: its strongest value, or what a picture reaches of it."""
        strongest = peaks(self.found, layer, whole=self.whole)
        if self.order == "picture" and self.excited is not None:
            return [words.share(each) for each in share(self.excited, layer, strongest).tolist()]
        return [] if strongest is None else [words.peak(each) for each in strongest.tolist()]

    def _here(self) -> tuple[str, str]:
        network = "" if self.explored is None else self.explored.network
        return network, "" if self.layer is None else self.layer.name

    def _show_nine(self) -> None:
        if self.layer is None:
            return
        shown: list[Shown | None] = []
        for rank in range(NINE):
            spot = self.spot(rank)
            if spot is not None and spot.there():
                title = self._title(spot.found, spot.picture())
                shown.append(Shown(title, spot.value(), self._patch(self.unit, rank, large=True)))
        known = self.found is None or self.layer.name in self.found.anywhere
        self.panel.show_unit(
            self.unit,
            self.layer.name,
            shown if known else None,
            whole=self.whole,
            growing=self.live or self.growing,
        )
        self._cut.call()

    def _patch(self, unit: int, rank: int, *, large: bool) -> QPixmap | None:
        if self.found is None or self.layer is None:
            return None
        return self.cutter.patch(self.found, self.layer.name, unit, rank, whole=self.whole, large=large)

    def _first(self, unit: int) -> QPixmap | None:
        return self._patch(unit, 0, large=False)

    def _see(self) -> None:
        """Have cut what can be seen now."""
        if self.found is not None and self.layer is not None:
            units = () if self.live else self.view.grid.in_sight()
            self.cutter.show(Sight(self.found, self.layer.name, self.whole, self.unit, units))

    @Slot()
    def _arrived(self) -> None:
        self.view.grid.viewport().update()
        self._show_nine()

    @Slot(int)
    def _to_patches(self, _unit: int) -> None:
        first = self.panel.nine.patches[0]
        if first.isEnabled():
            first.setFocus(Qt.FocusReason.TabFocusReason)
