"""Patches as pictures: cut out of what the network was shown, grey where a field leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop.errors import LikenessError
from desktop.explore.found import Patch, Shown
from desktop.opencv import cv2
from desktop.scaled import resized
from desktop.vectors import Picture

GREY: Final = 128
"""What is outside of a picture, and what says nothing."""

_FEW: Final = 16
"""Pixels up to which a patch is shown pixel by pixel; smoothing would invent what is between them."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels, half-open; may leave the picture."""


Show = Callable[[int], Shown]
"""What the network is shown of a picture, by its number; may raise any LikenessError."""

Cutting = Callable[[Shown, Patch], Picture]
"""A patch of what is shown, as a picture."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A patch to be cut out; `rank` 0 is its unit's strongest."""

    unit: int
    rank: int
    patch: Patch


def cut_all(
    show: Show, cutting: Cutting, wanted: Sequence[Wanted], side: int
) -> Iterator[tuple[Wanted, Picture]]:
    """The patches as pictures of `side` x `side`, picture by picture, so that each is read once.

    What can't be read any more is left out.
    """
    by_picture: dict[int, list[Wanted]] = {}
    for one in wanted:
        by_picture.setdefault(one.patch.picture, []).append(one)
    for number, its in by_picture.items():
        try:
            shown = show(number)
        except LikenessError:
            continue
        for one in its:
            yield one, at_side(cutting(shown, one.patch), side)


def cut_out(shown: Picture, box: Box) -> Picture:
    """The (bottom - top, right - left, 3) part of a picture; grey outside of it."""
    left, top, right, bottom = box
    height, width = shown.shape[:2]
    result = np.full((bottom - top, right - left, 3), GREY, np.uint8)
    rows, columns = slice(max(0, top), min(height, bottom)), slice(max(0, left), min(width, right))
    if rows.start < rows.stop and columns.start < columns.stop:
        inner = shown[rows, columns]
        result[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = inner
    return result


def at_side(patch: Picture, side: int) -> Picture:
    """A patch brought to `side` x `side` pixels; one of a few pixels keeps them as squares."""
    if patch.shape[0] > _FEW or side <= patch.shape[0]:
        return resized(patch, side, side)
    return np.asarray(cv2.resize(patch, (side, side), interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)
