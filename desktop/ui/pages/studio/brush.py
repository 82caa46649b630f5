"""The mathematics of painting a mask: strokes that are even at any speed, soft edges, undo. numpy alone.

A stroke is a chain of capsules: every place takes the largest cover that any part of the stroke gives it, so
a slow stroke is no darker than a quick one, and no gap opens between two reports of the pointer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.style.recipe import Mask

LONGEST: Final = 1024
"""Pixels of a mask's longer side: finer than any brush, and small enough to paint at the screen's pace."""

STEPS: Final = 64
"""Strokes that can be taken back."""

Box = tuple[int, int, int, int]
"""left, top, right, bottom in the mask's pixels; right and bottom are outside."""

Spot = tuple[float, float, float]
"""x, y and radius in the mask's pixels; x = 0 is the left edge of the first pixel, not its middle."""


def mask_size(width: int, height: int) -> tuple[int, int]:
    """(height, width) of the mask for a picture: its own size, the longer side at most LONGEST."""
    scale = min(1.0, LONGEST / max(width, height))
    return max(1, round(height * scale)), max(1, round(width * scale))


def resampled(mask: Mask, height: int, width: int) -> Mask:
    """The mask in another size, with straight lines in between; a copy in any case."""
    tall, wide = mask.shape
    if (tall, wide) == (height, width) or not mask.size:
        return mask.copy() if mask.size else np.zeros((height, width), np.uint8)
    upper, lower, down = _between(tall, height)
    left, right, across = _between(wide, width)
    rows = mask[upper] * (1 - down)[:, None] + mask[lower] * down[:, None]
    made = rows[:, left] * (1 - across) + rows[:, right] * across
    return (made + 0.5).astype(np.uint8)


def capsule(box: Box, start: Spot, end: Spot, softness: float) -> NDArray[np.float32]:
    """How much a straight piece of a stroke covers each pixel of `box`: (h, w), 0..1.

    The radius goes evenly from one end's to the other's. From the rim inwards over `softness` (0..1) of the
    radius, at least one pixel so that the edge is smooth, the cover grows from 0 to 1 as 3 t^2 - 2 t^3.
    """
    left, top, right, bottom = box
    x = np.arange(left, right, dtype=np.float32)[None, :] + 0.5 - start[0]
    y = np.arange(top, bottom, dtype=np.float32)[:, None] + 0.5 - start[1]
    along, down = end[0] - start[0], end[1] - start[1]
    length = along * along + down * down
    # Ends closer than a thousandth of a pixel are one place: a division by almost nothing is noise.
    part = np.clip((x * along + y * down) / length, 0, 1) if length > 1e-6 else np.float32(0)
    distance = np.hypot(x - part * along, y - part * down)
    radius = start[2] + part * (end[2] - start[2])
    inwards = np.clip((radius - distance) / np.maximum(1.0, radius * softness), 0, 1)
    cover: NDArray[np.float32] = (inwards * inwards * (3 - 2 * inwards)).astype(np.float32)
    return cover


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """What a place looked like before it was changed."""

    box: Box
    before: Mask


class MaskPainting:
    """A mask while it is painted. Every method gives the box that it changed, None where nothing did."""

    def __init__(self, mask: Mask) -> None:
        self.mask = mask  # (h, w) uint8; written to from here on
        self._undo: list[_Kept] = []
        self._redo: list[_Kept] = []
        self._start: Mask | None = None  # as it was when the stroke began
        self._stroke: Box | None = None
        self._last: Spot = (0.0, 0.0, 0.0)
        self._erase = False
        self._softness = 0.5

    @property
    def painting(self) -> bool:
        """Whether a stroke is under way."""
        return self._start is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is a stroke to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to bring back."""
        return bool(self._redo)

    def begin(self, spot: Spot, *, erase: bool, softness: float) -> Box | None:
        """Set the brush down; a stroke under way ends first."""
        self.end()
        self._start, self._stroke = self.mask.copy(), None
        self._erase, self._softness = erase, softness
        self._last = spot
        return self._piece(spot, spot)

    def move(self, spot: Spot) -> Box | None:
        """Draw on to a place."""
        if self._start is None:
            return None
        last, self._last = self._last, spot
        return self._piece(last, spot)

    def end(self) -> bool:
        """Lift the brush; whether the stroke changed anything."""
        start, box = self._start, self._stroke
        self._start = self._stroke = None
        if start is None or box is None:
            return False
        before = _cut(start, box).copy()
        if np.array_equal(before, _cut(self.mask, box)):
            return False
        self._keep(_Kept(box, before))
        return True

    def cancel(self) -> Box | None:
        """Lift the brush as if it had never been set down."""
        start, box = self._start, self._stroke
        self._start = self._stroke = None
        if start is None or box is None:
            return None
        _cut(self.mask, box)[:] = _cut(start, box)
        return box

    def fill(self, level: int) -> Box | None:
        """One level 0..255 everywhere."""
        return self._replace(np.full_like(self.mask, level))

    def invert(self) -> Box | None:
        """What was free is painted, and the other way round."""
        return self._replace(255 - self.mask)

    def undo(self) -> Box | None:
        """Take the last change back."""
        self.end()
        return self._swap(self._undo, self._redo)

    def redo(self) -> Box | None:
        """Bring it back."""
        self.end()
        return self._swap(self._redo, self._undo)

    def _piece(self, start: Spot, end: Spot) -> Box | None:
        box = self._around(start, end)
        if box is None:
            return None
        cover = (capsule(box, start, end, self._softness) * 255 + 0.5).astype(np.uint8)
        place = _cut(self.mask, box)
        if self._erase:
            np.minimum(place, 255 - cover, out=place)
        else:
            np.maximum(place, cover, out=place)
        self._stroke = _union(self._stroke, box)
        return box

    def _around(self, start: Spot, end: Spot) -> Box | None:
        height, width = self.mask.shape
        reach = max(start[2], end[2]) + 1
        left = max(0, int(np.floor(min(start[0], end[0]) - reach)))
        top = max(0, int(np.floor(min(start[1], end[1]) - reach)))
        right = min(width, int(np.ceil(max(start[0], end[0]) + reach)))
        bottom = min(height, int(np.ceil(max(start[1], end[1]) + reach)))
        return (left, top, right, bottom) if left < right and top < bottom else None

    def _replace(self, made: Mask) -> Box | None:
        self.end()
        if np.array_equal(made, self.mask):
            return None
        height, width = self.mask.shape
        box = (0, 0, width, height)
        self._keep(_Kept(box, self.mask.copy()))
        self.mask[:] = made
        return box

    def _keep(self, kept: _Kept) -> None:
        self._undo.append(kept)
        del self._undo[:-STEPS]
        self._redo.clear()

    def _swap(self, source: list[_Kept], goal: list[_Kept]) -> Box | None:
        if not source:
            return None
        kept = source.pop()
        place = _cut(self.mask, kept.box)
        goal.append(_Kept(kept.box, place.copy()))
        place[:] = kept.before
        return kept.box


def _cut(mask: Mask, box: Box) -> Mask:
    left, top, right, bottom = box
    return mask[top:bottom, left:right]


def _union(one: Box | None, other: Box) -> Box:
    if one is None:
        return other
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _between(have: int, want: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """For each new pixel the two old ones around its middle, and how far it is towards the second."""
    at = np.clip((np.arange(want) + 0.5) * (have / want) - 0.5, 0, have - 1)
    first = np.floor(at).astype(np.intp)
    return first, np.minimum(first + 1, have - 1), (at - first).astype(np.float32)
