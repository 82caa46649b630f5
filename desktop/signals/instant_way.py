"""The fast way: the instant network paints each frame, and what was painted before is carried along.

Alone, the network paints the same thing a little differently in every frame. So each frame is mixed with the
one before, carried along by the flow, wherever the film itself shows the same there: outside of what is
hidden, and the less the more the two frames differ (light that changes, flow that is wrong).
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from typing import Final

import numpy as np

from desktop.camera.cut import SceneCut
from desktop.opencv import cv2
from desktop.signals.film import FilmRecipe
from desktop.signals.flow import Motion, apart, carried, motion
from desktop.signals.shots import Shot
from desktop.signals.way import Kept, Painted, Paints
from desktop.style.instant import Painter
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.vectors import Picture

KEEP: Final = 0.75
"""Share of the frame before, where it is trusted most. With more, what is carried along becomes blurred."""

_APART: Final = 16.0  # grey levels that a carried frame may differ from the next until it is trusted a third
_SOFT: Final = 5  # pixels over which trust changes, so that no rim is seen


class InstantWay:
    """See way.Way; what it keeps is the frame before."""

    back = 1

    def __init__(self, networks: Networks, style: Style, _recipe: FilmRecipe, size: tuple[int, int]) -> None:
        self._painter = Painter(networks, (style,))
        self._longest = max(size)

    def paint(self, shots: Iterator[Shot], kept: Kept) -> Paints:
        """See Way."""
        cut = SceneCut()
        before, painted = None, None
        if kept and (last := next(shots, None)) is not None:
            before, painted = last.picture, kept[0]
            cut.look(before)
        for shot in shots:
            yield None
            if cut.look(shot.picture)[0]:
                before = painted = None
            painted = self.follow(before, painted, shot.picture)
            before = shot.picture
            yield Painted(shot, painted, (painted,))

    def alone(self, content: Picture) -> Generator[None, None, Picture]:
        """See Way."""
        yield None
        return self._painter.paint(content, longest=self._longest)

    def pace(self, content: Picture, painted: Picture) -> Generator[None, None, float]:
        """See Way."""
        yield None
        start = time.perf_counter()
        self.follow(content, painted, content)
        return time.perf_counter() - start

    def follow(self, before: Picture | None, painted: Picture | None, content: Picture) -> Picture:
        """A frame painted so that it follows the one before, which was `before` and became `painted`."""
        fresh = self._painter.paint(content, longest=self._longest)
        if before is None or painted is None:
            return fresh
        moved = motion(before, content)
        different = apart(carried(before, moved), content)
        trust = np.where(moved.seen, np.exp(-np.square(different / _APART)), 0.0).astype(np.float32)
        share = KEEP * cv2.blur(trust, (_SOFT, _SOFT))[:, :, None]
        mixed = fresh + share * (carried(painted, moved).astype(np.float32) - fresh)
        return np.asarray((mixed + 0.5).clip(0, 255), np.uint8)

    def begin(self, goal: Picture, moved: Motion, content: Picture) -> Picture:
        """Where an optimisation of a frame starts: the frame before carried along, and what was hidden there
        painted in an instant.
        """
        fresh = self._painter.paint(content, longest=self._longest)
        return np.where(moved.seen[:, :, None], goal, fresh)
