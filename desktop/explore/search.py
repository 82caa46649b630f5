"""The one pass: pictures stream by, and every unit keeps the nine places that excite it most."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from torch import Tensor

from desktop.errors import LikenessError, Phrase
from desktop.explore.errors import NothingUsable
from desktop.explore.explorable import Explorable
from desktop.explore.found import Found, Layer, Problem, Shown, Strongest
from desktop.explore.table import Best, Table, peak
from desktop.networks.field import inside
from desktop.networks.tiles import Span, Tile
from desktop.pictures import read_picture

_RENEWED: Final = 1.0
"""Seconds between two looks at what was found so far."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A picture to be read when its turn comes; `read` may raise any LikenessError."""

    name: str
    read: Callable[[], Shown]


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """How far it is. `found` is what was found so far, where it was renewed."""

    done: int
    total: int
    seconds_left: float | None
    found: Found | None
    what: str = "Looking"


def sources(files: Sequence[Path], names: Sequence[str] = ()) -> list[Source]:
    """Files as sources, called by `names`, else by their paths."""
    called = names or [str(file) for file in files]
    return [Source(name, partial(read_picture, file)) for file, name in zip(files, called, strict=True)]


def begin(network: str, kind: str, key: str, title: str, given: Sequence[Source]) -> Found:
    """A search in these sources that has not seen any; they are kept to be read again."""
    by_name = {source.name: source.read for source in given}
    return Found(network, kind, key, title, (), {}, {}, reader=lambda name: by_name[name]())


def search(
    network: Explorable, given: Sequence[Source], begun: Found, *, layers: Sequence[str] = ()
) -> Generator[Passed | None, None, Found]:
    """Look at every source once and give `begun` with what was found added.

    Only `layers` are looked at, all without any. Memory does not grow with the number of pictures. What can't
    be read is left out and told in `problems`. Yields None between layers and tiles. Raises NothingUsable
    where there is nothing to give, UnknownLayer.
    """
    pass_ = Pass(network, begun, layers)
    started = shown = time.monotonic()
    for done, source in enumerate(given):
        now = time.monotonic()
        found = None
        if now - shown >= _RENEWED and done:
            found, shown = pass_.found(), now
        left = (now - started) / done * (len(given) - done) if done else None
        yield Passed(done, len(given), left, found)
        try:
            yield from pass_.look(network.shown(source.read(), source.name), source.name)
        except LikenessError as error:
            pass_.leave_out(source.name, error)
    result = pass_.found()
    if not result.pictures:
        first = result.problems[0].error if result.problems else None
        raise NothingUsable(count=len(given), reason=first or Phrase("there is none"))
    return result


class Pass:
    """The tables of all layers while pictures go by."""

    def __init__(self, network: Explorable, begun: Found, layers: Sequence[str] = ()) -> None:
        """Goes on from what `begun` holds. Raises UnknownLayer."""
        self._network, self._begun = network, begun
        self._layers = {name: network.layer(name) for name in layers} if layers else {}
        if not layers:
            self._layers = {layer.name: layer for layer in network.layers}
        self._last = [layer.name for layer in network.layers if layer.name in self._layers][-1]
        self._anywhere = {layer.name: _begin(begun.anywhere, layer) for layer in self._layers.values()}
        self._whole = {layer.name: _begin(begun.whole, layer) for layer in self._layers.values()}
        self._pictures = list(begun.pictures)
        self._problems = list(begun.problems)

    def look(
        self, shown: Shown, name: str, see: Callable[[Tensor], object] | None = None
    ) -> Generator[None, None, bool]:
        """Add one picture, as the network sees it; gives whether anything of it is among the strongest.

        `see` is called with the activations of each layer. Raises what
        `too_small` of the network gives where no layer has a place.
        """
        given = self._network.tensor(shown)
        best: dict[tuple[bool, str], Best] = {}
        tiles = self._network.tiles(self._network.lengths(shown))
        for tile in tiles:
            for layer, features in self._network.chain.walk(tile.shown(given), self._last):
                if layer in self._layers:
                    self._see(self._layers[layer], features, tile, len(tiles) == 1, best)
                    if see is not None:
                        see(features)
                yield None
        if not best:
            raise self._network.too_small(shown, name, next(iter(self._layers)))
        number = len(self._pictures)
        self._pictures.append(name)
        came_in = [
            self._table(layer, whole).offer(one.values, number, one.places)
            for (whole, layer), one in best.items()
        ]
        return any(came_in)

    def needed(self) -> set[str]:
        """The pictures of which something is among the strongest."""
        tables = (*self._anywhere.values(), *self._whole.values())
        numbers = set[int]().union(*(table.pictures() for table in tables))
        return {self._pictures[number] for number in numbers}

    def forget_last(self) -> None:
        """Let go of the newest picture, where nothing of it came in."""
        self._pictures.pop()

    def leave_out(self, name: str, error: LikenessError) -> None:
        """Note a picture that can't be used."""
        self._problems.append(Problem(name, error))

    def found(self) -> Found:
        """How it stands."""
        return replace(
            self._begun,
            pictures=tuple(self._pictures),
            anywhere={name: table.strongest() for name, table in self._anywhere.items()},
            whole={name: table.strongest() for name, table in self._whole.items()},
            problems=tuple(self._problems),
        )

    def _see(
        self, layer: Layer, features: Tensor, tile: Tile, alone: bool, best: dict[tuple[bool, str], Best]
    ) -> None:
        """Take the peaks of one layer of one tile: of all its units, and of those that see no border."""
        for whole in (False, True):
            axes = [
                _owned(layer, count, span, alone, whole)
                for count, span in zip(features.shape[2:], tile.spans, strict=True)
            ]
            region, origin = zip(*axes, strict=True)
            found = peak(features, region, origin)
            if found is not None:
                key = whole, layer.name
                if key not in best:
                    best[key] = Best(self._table(layer.name, whole).floor, len(axes))
                best[key].take(found)

    def _table(self, layer: str, whole: bool) -> Table:
        return (self._whole if whole else self._anywhere)[layer]


def _owned(layer: Layer, count: int, span: Span, alone: bool, whole: bool) -> tuple[slice, int]:
    """Along one axis: which of the `count` units that a tile computed are its own; the first one's number.

    `alone` where there is no other tile; with `whole` only those whose field lies within the picture.
    """
    jump = layer.field.jump
    own = slice(0, count) if alone else span.units(jump)
    moved = 0 if alone else span.units_shown(jump).start - own.start
    start, stop = own.start, own.stop
    if whole:
        inner = inside(layer.field, count if alone else span.length // jump, span.length)
        start, stop = max(start, inner.start), min(stop, inner.stop)
    return slice(start + moved, max(start, stop) + moved), start


def _begin(before: Mapping[str, Strongest], layer: Layer) -> Table:
    return Table.of(before[layer.name]) if layer.name in before else Table(layer.units, layer.axes)
