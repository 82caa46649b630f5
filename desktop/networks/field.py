"""What a unit sees: the receptive field, computed from the layers on the way to it. One axis at a time.

Source: Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019,
equations 1 to 4; the same arithmetic for sound, pictures and volumes, since each axis goes its own way.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple


class Hop(NamedTuple):
    """A step that looks at `kernel` neighbours, every `stride`-th time, with `before` zeros put in front."""

    kernel: int
    stride: int = 1
    before: int = 0


class Field(NamedTuple):
    """What a unit sees along one side: unit i spans i * jump + start +- (size - 1) / 2, in pixels."""

    size: int
    jump: int
    start: float


def field(hops: Iterable[Hop]) -> Field:
    """The field of a unit behind all `hops`; it may leave the picture."""
    size, jump, start = 1, 1, 0.0
    for hop in hops:
        size += (hop.kernel - 1) * jump
        start += ((hop.kernel - 1) / 2 - hop.before) * jump
        jump *= hop.stride
    return Field(size, jump, start)


def span(found: Field, unit: int) -> tuple[int, int]:
    """The first pixel that unit number `unit` sees and the one after its last; either may lie outside."""
    first = round(unit * found.jump + found.start - (found.size - 1) / 2)
    return first, first + found.size


def inside(found: Field, units: int, length: int) -> slice:
    """Those of a layer's first `units` units whose field lies within `length` pixels."""
    first, _ = span(found, 0)
    low = max(0, math.ceil(-first / found.jump))
    high = (length - found.size - first) // found.jump + 1
    return slice(low, max(low, min(units, high)))
