"""Recordings, clips and volumes as pictures."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop.vectors import Picture

HIGH: Final = 96
"""Pixels of a curve from top to bottom."""

_GAP: Final = 1  # pixels between slices
_PAPER, _LINE, _INK = 26, 77, 232
_DARK, _LIGHT = 14, 246  # of what is grey: neither is lost on a dark or a light page

Grey = NDArray[np.uint8]
"""(rows, columns) or (slices, rows, columns)."""


def grey(values: NDArray[Any]) -> Grey:
    """Values of 0..1 as greys."""
    return np.asarray(_DARK + (_LIGHT - _DARK) * np.clip(values, 0, 1), np.uint8)


def coloured(plane: Grey) -> Picture:
    """A (rows, columns) plane as a picture."""
    return np.ascontiguousarray(np.repeat(plane[:, :, None], 3, axis=2))


def squared(plane: Grey) -> Picture:
    """A plane as a picture as wide as it is high: columns are repeated, or left out."""
    rows, columns = plane.shape
    places = np.arange(rows) * columns // rows
    return coloured(plane[:, places])


def middles(volume: Grey) -> Picture:
    """The three slices through the middle: along the first axis, beside it the second, below it the third."""
    planes = [np.take(volume, volume.shape[axis] // 2, axis) for axis in range(3)]
    side = max(volume.shape)
    sheet = np.full((2 * side + _GAP, 2 * side + _GAP), _PAPER, np.uint8)
    far = side + _GAP
    for plane, (top, left) in zip(planes, ((0, 0), (0, far), (far, 0)), strict=True):
        sheet[top : top + plane.shape[0], left : left + plane.shape[1]] = plane
    return coloured(sheet)


def frames(clip: Grey) -> Picture:
    """Four frames of (moments, rows, columns) from the first to the last, two beside two."""
    zoom = max(1, HIGH // 2 // max(clip.shape[1:]))  # pixel by pixel, so that the gap stays narrow
    clip = clip.repeat(zoom, axis=1).repeat(zoom, axis=2)
    moments, rows, columns = clip.shape
    sheet = np.full((2 * rows + _GAP, 2 * columns + _GAP), _PAPER, np.uint8)
    for number in range(4):
        top, left = (rows + _GAP) * (number // 2), (columns + _GAP) * (number % 2)
        sheet[top : top + rows, left : left + columns] = clip[round(number * (moments - 1) / 3)]
    return coloured(sheet)


def curve(values: NDArray[Any], width: int, loudest: float) -> Picture:
    """A line through (n,) values, HIGH pixels high; `loudest` is the value at the upper edge.

    Where there are more pixels than values it runs straight from one to the next.
    """
    places = np.linspace(0, len(values) - 1, 2 * width + 1)
    shown = np.interp(places, np.arange(len(values)), values) / max(loudest, 1e-9)
    rows = np.round((HIGH - 1) / 2 * (1 - 0.94 * np.clip(shown, -1, 1))).astype(int)
    plane = np.full((HIGH, width), _PAPER, np.uint8)
    plane[HIGH // 2] = _LINE
    for column in range(width):
        three = rows[2 * column : 2 * column + 3]
        plane[max(0, three.min() - 1) : three.max() + 1, column] = _INK
    return coloured(plane)
