"""A ramp of colours for activations: as even to the eye as to the numbers, clear where there is nothing.

Interpolated in Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020), in which
equal steps look equal; lightness rises all the way, so it reads in grey and to the colour-blind too.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, qRgba

_LAB = np.array(
    [(0.16, 0.01, -0.06), (0.34, 0.07, -0.13), (0.52, 0.19, -0.06), (0.72, 0.14, 0.10), (0.95, -0.03, 0.12)]
)
"""The way: nearly black, deep violet, magenta, orange, pale yellow."""
_CLEAR, _DENSE = 0.0, 0.7
"""Opacity of nothing and of the strongest, squared: what is weak is to be seen too."""

_TO_LMS = np.array(
    [
        (1.0, 0.3963377774, 0.2158037573),
        (1.0, -0.1055613458, -0.0638541728),
        (1.0, -0.0894841775, -1.2914855480),
    ]
)
_TO_RGB = np.array(
    [
        (4.0767416621, -3.3077115913, 0.2309699292),
        (-1.2684380046, 2.6097574011, -0.3413193965),
        (-0.0041960863, -0.7034186147, 1.7076147010),
    ]
)


@lru_cache(maxsize=1)
def colours() -> NDArray[np.uint8]:
    """(256, 3) sRGB from nothing to the strongest. Read-only."""
    at, stops = np.linspace(0, 1, 256), np.linspace(0, 1, len(_LAB))
    lab = np.stack([np.interp(at, stops, channel) for channel in _LAB.T], axis=1)
    linear = np.clip((lab @ _TO_LMS.T) ** 3 @ _TO_RGB.T, 0, 1)
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    made: NDArray[np.uint8] = np.round(255 * curved).astype(np.uint8)
    made.setflags(write=False)
    return made


@lru_cache(maxsize=2)
def table(*, clear: bool) -> tuple[int, ...]:
    """256 entries for an indexed image; `clear` makes what is weak transparent, to lay over a picture."""
    opacity = np.linspace(_CLEAR, _DENSE, 256) ** 0.5 if clear else np.ones(256)
    return tuple(
        qRgba(int(red), int(green), int(blue), round(255 * float(alpha)))
        for (red, green, blue), alpha in zip(colours(), opacity, strict=True)
    )


def laid(values: NDArray[np.float32]) -> QImage:
    """An image of (rows, columns) activations to lay over a picture; 0 is clear, the largest dense."""
    top = float(values.max(initial=0.0))
    scaled = np.clip(values / top, 0, 1) if top > 0 else np.zeros(values.shape)
    return indexed(np.round(255 * scaled).astype(np.uint8), clear=True)


def indexed(places: NDArray[np.uint8], *, clear: bool) -> QImage:
    """An image over the memory of (rows, columns) bytes, which the image keeps alive."""
    rows, columns = places.shape
    if not rows or not columns:
        return QImage()
    places = np.ascontiguousarray(places)
    image = QImage(places.data, columns, rows, places.strides[0], QImage.Format.Format_Indexed8)
    image.setColorTable(table(clear=clear))
    image.likeness_memory = places  # type: ignore[attr-defined]
    return image
