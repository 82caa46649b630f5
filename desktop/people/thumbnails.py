"""A person's thumbnail: the face of the best template, square and small."""

from __future__ import annotations

import numpy as np
from PIL import Image

from desktop.pictures import encode_jpeg
from desktop.vectors import Picture, Points

SIDE = 192
"""Pixels of a thumbnail's side: a card of 96 points on a display of double density."""

_SPREAD = 3.6
"""The square's side over the distance from the eyes to the mouth: the whole head with hair and chin."""


def cut(crop: Picture, landmarks: Points, side: int = SIDE) -> Picture:
    """The square around the face, `side` pixels; moved into the crop where it would leave it."""
    height, width = crop.shape[:2]
    eyes, mouth = landmarks[:2].mean(axis=0), landmarks[3:5].mean(axis=0)
    # The eyes come close together in a turned head and eyes and mouth in a nodding one: never both at once.
    reach = max(float(np.hypot(*(mouth - eyes))), float(np.hypot(*(landmarks[1] - landmarks[0]))), 4.0)
    size = min(_SPREAD * reach, float(width), float(height))
    middle = (eyes + mouth) / 2
    left = float(np.clip(middle[0] - size / 2, 0, width - size))
    top = float(np.clip(middle[1] - size / 2, 0, height - size))
    image = Image.fromarray(crop)
    box = (left, top, left + size, top + size)
    return np.asarray(image.resize((side, side), Image.Resampling.LANCZOS, box=box))


def thumbnail(crop: Picture, landmarks: Points) -> bytes:
    """The thumbnail as a JPEG file."""
    return encode_jpeg(cut(crop, landmarks))
