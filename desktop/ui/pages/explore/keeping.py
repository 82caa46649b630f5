"""What lies on the Explore page: the network, what it looks at, and where in it one stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop.explore.found import NEEDED, Found
from desktop.session import Kept
from desktop.ui import keeping
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.looking import Spot
from desktop.ui.pages.explore.reading import Running, Source
from desktop.vectors import Picture
from desktop.work.explore_messages import Excited, Explored, Imagined
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.ui.pages.explore.page import ExplorePage

_ORDERS = ("number", "strength", "different")


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    network: str
    explored: Explored | None
    missing: bool
    layer: str
    units: dict[tuple[str, str], int]
    order: str
    whole: bool
    source: Source | None
    people: frozenset[str]
    found: Found | None
    growing: bool
    searched: tuple[str, Picture | None, str, Excited | None]
    imagined: Imagined | None
    spot: Spot | None
    live: bool
    own: tuple[str, ...]
    offered: Path | None
    learns_from: Path | None
    running: Running | None


class ExploreKeeping(QObject):
    """What was found in a folder is kept elsewhere: reading it again takes a moment."""

    def __init__(self, page: ExplorePage) -> None:
        super().__init__(page)
        self._page = page
        self._layer = ""  # where to stand, once the network is there
        page.loading.opened.connect(self._opened)

    def session(self) -> dict[str, Any]:
        """Network, layer, unit and a folder; that the enrolled or the camera were looked at is nothing."""
        page, desk = self._page, self._page.desk
        source = page._source
        if source is None or source.kind not in ("folder", "studio"):
            return {}
        kept: dict[str, Any] = {"network": page.network, "source": source.kind, "whole": desk.whole}
        if source.folder is not None:
            kept["folder"] = str(source.folder)
        if desk.layer is not None:
            kept.update(layer=desk.layer.name, unit=desk.unit)
        if desk.order in _ORDERS:
            kept["order"] = desk.order
        return kept

    def restore(self, kept: Kept) -> list[Path]:
        """Look at the same again, from the same place."""
        page, network = self._page, keeping.word(kept, "network")
        if network not in NEEDED and not words.is_own(network):
            return []
        self._layer = keeping.word(kept, "layer")
        unit = round(keeping.number(kept, "unit", 0, 1e6, 0))
        page.desk._units[(network, self._layer)] = unit
        order = keeping.word(kept, "order")
        self._arrange(order if order in _ORDERS else "number", keeping.flag(kept, "whole"))
        page.set_network(network)
        folder, kind = keeping.path(kept, "folder"), keeping.word(kept, "source")
        if kind == "studio":
            page.read_studio()
        elif kind == "folder" and folder is not None:
            if not keeping.there(folder):
                return [folder]
            page.read(Source("folder", folder))
        return []

    def hand_over(self) -> object:
        """The network, everything that was found, and what is being read."""
        page, desk, search = self._page, self._page.desk, self._page.searching
        live = page.watching.on
        page.watching.stop()
        return _Given(
            page.network,
            page.loading.explored,
            page.loading.missing,
            "" if desk.layer is None else desk.layer.name,
            desk._units,
            desk.order,
            desk.whole,
            page._source,
            page._shown_people,
            desk.found,
            desk.growing,
            (search._network, search._picture, search.title, search.excited),
            page.imagining.imagined,
            page.looking.spot,
            live,
            page.own.names,
            page.own.offered,
            page.own._folder,
            page.reading.hand_over(),
        )

    def take_over(self, given: _Given) -> None:
        """Show what is there, and listen to what is being read."""
        page, desk = self._page, self._page.desk
        page.network = page.loading.network = given.network
        page.own.names, page.own.offered, page.own._folder = given.own, given.offered, given.learns_from
        page.bar.show_own(given.own, given.network)
        page.bar.choose(given.network)
        page.panel.set_pictures(not words.is_own(given.network))
        page.loading.explored, page.loading.missing = given.explored, given.missing
        self._take_search(given)
        desk._units = given.units
        self._arrange(given.order, given.whole)
        if given.explored is not None:
            page.walk.set_layers(given.explored.network, given.explored.layers, given.layer)
            desk.set_network(given.explored)
            desk.set_layer(page.walk.layer())
        page._source, page._shown_people = given.source, given.people
        desk.set_found(given.found, growing=given.growing)
        page.imagining.imagined = given.imagined
        page.imagining._show()
        page.watching.on = given.live  # it begins once the page is shown
        if given.running is not None:
            page.reading.follow(given.running)
        if given.spot is not None:
            page.looking.open(given.spot)
        page._searched()
        page._show()

    def carried(self) -> tuple[Task, ...]:
        """What is read or learnt from, and the camera."""
        tasks = (self._page.reading.task, self._page.watching.task)
        return tuple(task for task in tasks if task is not None)

    def _take_search(self, given: _Given) -> None:
        search = self._page.searching
        search._network, search._picture, search.title, search.excited = given.searched
        # The answer is no news: the unit that was chosen since stays.
        self._page.desk.excited = search.excited

    def _arrange(self, order: str, whole: bool) -> None:
        row, desk = self._page.row, self._page.desk
        row.order.set_value(order)
        row.whole.setChecked(whole)
        desk.order = order

    @Slot()
    def _opened(self) -> None:
        """The network is there: stand where one stood."""
        layer, self._layer = self._layer, ""
        if layer:
            self._page.walk.go(layer)
            self._page.desk.set_layer(self._page.walk.layer())
