"""A picture at another size."""

from __future__ import annotations

import numpy as np

from desktop.opencv import cv2
from desktop.vectors import Picture


def resized(picture: Picture, width: int, height: int) -> Picture:
    """The picture at another size: areas where it shrinks, cubic where it grows."""
    if picture.shape[:2] == (height, width):
        return picture
    smaller = width * height < picture.shape[0] * picture.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=way), np.uint8)
