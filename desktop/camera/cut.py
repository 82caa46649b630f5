"""Where a film changes the scene, seen on thumbnails in a tenth of a millisecond."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from desktop.vectors import Picture

_WIDTH, _HEIGHT = 64, 36
_MARGIN_X, _MARGIN_Y = 10, 6
"""How far the thumbnail is moved about to meet the last one: a sixth of the picture, for pans and shakes."""

_BINS = 6  # a colour channel; 6 x 6 x 6 colours
_COLOUR_COUNTS, _CUT, _SAME = 3.0, 3.2, 0.8
"""A cut is where correlation + 3 x common colours < 3.2, and correlation < 0.8. A fast pan leaves the colours
(0.95 and more in common) and a light switched on leaves the correlation."""


class SceneCut:
    """Compares each frame with the one before."""

    def __init__(self) -> None:
        self._small: NDArray[np.uint8] | None = None
        self._colours: NDArray[np.float32] | None = None
        self._shape: tuple[int, ...] = ()

    def look(self, picture: Picture) -> tuple[bool, tuple[float, float]]:
        """Whether a new scene begins with this frame, and by how many pixels (x, y) the view moved."""
        small = np.asarray(
            cv2.resize(picture, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA), dtype=np.uint8
        )
        # A shift by half a pixel of the thumbnail must not count, so what is finer is smoothed away.
        grey = np.asarray(cv2.blur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (3, 3)), dtype=np.uint8)
        counts = cv2.calcHist([small], [0, 1, 2], None, [_BINS] * 3, [0, 256] * 3)
        colours = np.asarray(counts, np.float32).ravel() / np.float32(_WIDTH * _HEIGHT)
        last, last_colours, shape = self._small, self._colours, self._shape
        self._small, self._colours, self._shape = grey, colours, picture.shape
        if last is None or last_colours is None:
            return False, (0.0, 0.0)
        if shape != picture.shape:
            return True, (0.0, 0.0)
        # The middle of the last thumbnail is looked for all over this one.
        middle = last[_MARGIN_Y : _HEIGHT - _MARGIN_Y, _MARGIN_X : _WIDTH - _MARGIN_X]
        found = cv2.matchTemplate(grey, middle, cv2.TM_CCOEFF_NORMED)
        _, correlation, _, (x, y) = cv2.minMaxLoc(found)
        if not np.isfinite(correlation) or float(middle.std()) < 1.0:
            correlation = 1.0 if float(grey.std()) < 1.0 else 0.0  # an even picture correlates with nothing
        common = float(np.minimum(colours, last_colours).sum())
        if correlation < _SAME and correlation + _COLOUR_COUNTS * common < _CUT:
            return True, (0.0, 0.0)
        height, width = picture.shape[:2]
        return False, ((x - _MARGIN_X) * width / _WIDTH, (y - _MARGIN_Y) * height / _HEIGHT)
