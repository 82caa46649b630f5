"""A camera for who has none, or allows none yet: a moving, changing view of a picture."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np

from desktop.camera.source import Frame
from desktop.opencv import cv2
from desktop.vectors import Picture

SIZE = (640, 360)


class Scene:
    """Pans, zooms and tilts over a picture for ever, with light that comes and goes, 30 frames a second."""

    rate = 30.0
    live = False
    total = 0

    def __init__(self, picture: Picture, name: str, size: tuple[int, int] = SIZE) -> None:
        """`size` is the width and height of the frames in pixels."""
        self.name = name
        self._picture = picture
        self._size = size
        self._closed = False

    def frames(self) -> Iterator[Frame]:
        """Frames without end."""
        for index in itertools.count(1):
            if self._closed:
                return
            seconds = (index - 1) / self.rate
            yield Frame(self.at(seconds), index, seconds)

    def at(self, seconds: float) -> Picture:
        """(height, width, 3): what the camera sees at a time. The view never leaves the picture."""
        width, height = self._size
        high, wide = self._picture.shape[:2]
        # Periods that share no multiple: the view does not repeat within minutes.
        scale = max(width / wide, height / high) * (1.22 + 0.1 * math.sin(seconds / 2.3))
        angle = 3.0 * math.sin(seconds / 3.1)
        slack = 0.03 * wide  # room for the corners that the tilt brings in
        half_width, half_height = width / scale / 2 + slack, height / scale / 2 + slack
        x = wide / 2 + max(0.0, wide / 2 - half_width) * math.sin(seconds / 1.9)
        # The upper third, where portraits have their face.
        y = half_height + max(0.0, 0.36 * high - half_height) * (0.5 + 0.5 * math.sin(seconds / 1.3))
        turn = cv2.getRotationMatrix2D((x, y), angle, scale)
        turn[:, 2] += (width / 2 - x, height / 2 - y)
        seen = cv2.warpAffine(
            self._picture, turn, self._size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        light = 1.0 + 0.12 * math.sin(seconds / 1.7)
        frame: Picture = np.ascontiguousarray(cv2.convertScaleAbs(seen, alpha=light, beta=0.0), np.uint8)
        frame.flags.writeable = False
        return frame

    def close(self) -> None:
        """End `frames`."""
        self._closed = True
