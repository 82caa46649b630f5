"""What moved from one frame to the next, and what of it can be seen in both.

Optical flow by DIS (Kroeger, Timofte, Dai and Van Gool, "Fast optical flow using dense inverse search", ECCV
2016, as OpenCV has it). What is hidden in one of the two frames, and the rims of what moves, are told as in
Ruder, Dosovitskiy and Brox, "Artistic style transfer for videos", GCPR 2016, section 4.1 (their equations 5
and 7, after Sundaram, Brox and Keutzer, ECCV 2010).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from desktop.vectors import Picture

Floats = NDArray[np.float32]

_SMALLEST: Final = 24  # pixels of a side; below, DIS finds no patch to follow


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """`back` (h, w, 2): for each pixel of a frame, how far from it in x and y its place in the frame before
    was. `seen` (h, w) bool: whether it was to be seen there.
    """

    back: Floats
    seen: NDArray[np.bool_]


def motion(before: Picture, after: Picture, *, fine: bool = False) -> Motion:
    """The motion between two frames of one size; `fine` takes three times as long."""
    height, width = after.shape[:2]
    if min(height, width) < _SMALLEST:
        return Motion(np.zeros((height, width, 2), np.float32), np.ones((height, width), np.bool_))
    one, two = (cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for picture in (before, after))
    preset = cv2.DISOPTICAL_FLOW_PRESET_MEDIUM if fine else cv2.DISOPTICAL_FLOW_PRESET_FAST
    dis = cv2.DISOpticalFlow.create(preset)
    back = np.asarray(dis.calc(two, one, None), np.float32)  # type: ignore[call-overload]
    there = np.asarray(dis.calc(one, two, None), np.float32)  # type: ignore[call-overload]
    return Motion(back, _seen(back, there))


def carried(picture: Picture, moved: Motion) -> Picture:
    """A picture that belongs to the frame before, carried along to this one."""
    x, y = _places(moved.back)
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def apart(one: Picture, other: Picture) -> Floats:
    """(h, w): how far two pictures are from each other at each pixel, in grey levels, the mean of colours."""
    found: Floats = np.asarray(cv2.absdiff(one, other), np.float32).mean(axis=2)
    return found


def _seen(back: Floats, there: Floats) -> NDArray[np.bool_]:
    """Where the way there and back ends where it began, away from rims and inside the frame."""
    height, width = back.shape[:2]
    x, y = _places(back)
    returned = np.asarray(cv2.remap(there, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
    length = np.square(back).sum(axis=2)
    missed = np.square(returned + back).sum(axis=2)
    steep = np.zeros((height, width), np.float32)
    for axis in range(2):
        part = np.ascontiguousarray(back[:, :, axis])
        for order in ((1, 0), (0, 1)):
            steep += np.square(cv2.Sobel(part, cv2.CV_32F, *order, ksize=3, scale=1 / 8))
    hidden = missed > 0.01 * (np.square(returned).sum(axis=2) + length) + 0.5
    rim = steep > 0.01 * length + 0.002
    outside = (x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)
    found: NDArray[np.bool_] = ~(hidden | rim | outside)
    return found


def _places(back: Floats) -> tuple[Floats, Floats]:
    height, width = back.shape[:2]
    columns, rows = np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    return back[:, :, 0] + columns, back[:, :, 1] + rows[:, None]
