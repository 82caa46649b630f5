"""How much a film flickers: each frame against the one before, carried along by what moved in the original.

Source of the measure: Lai, Huang, Wang, Shechtman, Yumer and Yang, "Learning blind video temporal
consistency", ECCV 2018, section 4.1 (warping error); here its root, in grey levels, so that it is a length.
The flow is of the film as it was, never of what was painted, and finer than the one that painting goes by;
what is hidden in one of the two frames, and a new scene, count for nothing.
"""

from __future__ import annotations

import math

import numpy as np

from desktop.camera.cut import SceneCut
from desktop.signals.flow import Motion, carried, motion
from desktop.vectors import Picture

Sums = tuple[float, float, int]
"""Squares of ours, squares of the baseline's, and how many values that were."""


class FlickerMeter:
    """Takes the frames of a film in order, painted as the film is and painted each alone."""

    def __init__(self, sums: Sums = (0.0, 0.0, 0)) -> None:
        """`sums` go on from where another meter was."""
        self._ours, self._alone, self._count = sums
        self._before: tuple[Picture, Picture, Picture] | None = None
        self._cut = SceneCut()

    def add(self, content: Picture, painted: Picture, alone: Picture) -> None:
        """The next frame: as it was, as the film has it, and painted by itself; all of one size."""
        cut, _ = self._cut.look(content)
        before, self._before = self._before, (content, painted, alone)
        if before is None or cut:
            return
        moved = motion(before[0], content, fine=True)
        self._ours += _squares(before[1], painted, moved)
        self._alone += _squares(before[2], alone, moved)
        self._count += 3 * int(moved.seen.sum())

    @property
    def sums(self) -> Sums:
        """What another meter can go on from."""
        return self._ours, self._alone, self._count

    def roots(self) -> tuple[float, float]:
        """Root mean squares of the film's and of the baseline's, in grey levels; 0 where nothing followed."""
        count = max(1, self._count)
        return math.sqrt(self._ours / count), math.sqrt(self._alone / count)


def _squares(before: Picture, after: Picture, moved: Motion) -> float:
    difference = after.astype(np.float32) - carried(before, moved)
    return float(np.square(difference[moved.seen], dtype=np.float64).sum())
