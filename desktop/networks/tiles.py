"""A picture in tiles, so that what is computed of them together is exactly what the whole picture gives.

The pixels are shared out: each tile owns a rectangle whose edges lie on the network's coarsest grid, so
every unit of every layer belongs to one tile. To be right up to its edges a tile is shown with a halo as wide
as the receptive field reaches; zeros pad only the true border of the picture, as they do for the whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import EllipsisType

from torch import Tensor

from desktop.networks.vgg19 import deepest, receptive_field

GRID = 16
"""Pixels: the edges of tiles are multiples of it. The coarsest jump of a layer."""


@dataclass(frozen=True, slots=True)
class Span:
    """One axis of a tile in pixels: what it owns, what the network is shown, and how long the picture is."""

    start: int
    stop: int
    shown_start: int
    shown_stop: int
    length: int

    @property
    def shown(self) -> slice:
        """In the picture."""
        return slice(self.shown_start, self.shown_stop)

    def units(self, jump: int) -> slice:
        """Those it owns of a layer with this jump, counted over the whole picture."""
        return slice(self.start // jump, self._end(jump))

    def units_shown(self, jump: int) -> slice:
        """Those it owns, counted over what the network is shown."""
        first = self.shown_start // jump
        return slice(self.start // jump - first, self._end(jump) - first)

    def _end(self, jump: int) -> int:
        # Pooling drops an odd row at the end of the picture, so a unit there may own less than its jump.
        return (self.length if self.stop == self.length else self.stop) // jump


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of the input, one span for each of its axes: a rectangle of a picture, rows before columns."""

    spans: tuple[Span, ...]

    @classmethod
    def whole(cls, lengths: Sequence[int]) -> Tile:
        """The one tile of an input that is looked at as a whole."""
        return cls(tuple(Span(0, length, 0, length, length) for length in lengths))

    @property
    def pixels(self) -> int:
        """How many the network is shown."""
        return math.prod(span.shown_stop - span.shown_start for span in self.spans)

    def shown(self, picture: Tensor) -> Tensor:
        """The part of (n, c, *places) that the network is shown; a view."""
        return picture[_last(span.shown for span in self.spans)]

    def of_whole(self, features: Tensor, layer: str) -> Tensor:
        """The places it owns out of a whole picture's features (or weights) of `layer`; a view."""
        jump = receptive_field(layer).jump
        return features[_last(span.units(jump) for span in self.spans)]

    def of_shown(self, features: Tensor, layer: str) -> Tensor:
        """The places it owns out of the features of what is shown; a view."""
        jump = receptive_field(layer).jump
        return features[_last(span.units_shown(jump) for span in self.spans)]


def _last(slices: Iterable[slice]) -> tuple[EllipsisType | slice, ...]:
    """An index into the last axes."""
    return (..., *slices)


def halo(layers: Sequence[str]) -> int:
    """How far around its own pixels a tile must see, for `layers` to be right: a multiple of GRID."""
    size, jump, start = receptive_field(deepest(layers))
    # The first unit of a tile reaches this far before its first pixel, the last as far behind its last.
    reach = max((size - 1) / 2 - start, (size - 1) / 2 + start - (jump - 1))
    return GRID * math.ceil(reach / GRID)


def cut(height: int, width: int, side: int | None, layers: Sequence[str]) -> list[Tile]:
    """Tiles that own at most `side` pixels a side (None: one tile for all), of about the same size."""
    around = halo(layers)
    return [
        Tile((rows, columns))
        for rows in _spans(height, side or height, around)
        for columns in _spans(width, side or width, around)
    ]


def _spans(length: int, side: int, around: int) -> list[Span]:
    if side >= length:
        return [Span(0, length, 0, length, length)]
    side = max(GRID, side // GRID * GRID)
    count = math.ceil(length / side)
    step = GRID * math.ceil(length / count / GRID)
    return [
        Span(
            start,
            min(start + step, length),
            max(0, start - around),
            min(start + step + around, length),
            length,
        )
        for start in range(0, length, step)
    ]
