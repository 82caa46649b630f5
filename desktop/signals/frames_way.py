"""The thorough way: Gatys' optimisation of each frame, started from the frame before and held to it.

Source: Ruder, Dosovitskiy and Brox, "Artistic style transfer for videos", GCPR 2016: a frame starts from the
one before, carried along by the flow (section 4.1), and J has a part more (`temporal`). What is hidden starts
from an instant picture, and so does a new scene, coarse to fine.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace

import numpy as np

from desktop.camera.cut import SceneCut
from desktop.signals.film import FilmRecipe
from desktop.signals.flow import carried, motion
from desktop.signals.gatys import Gatys
from desktop.signals.instant_way import InstantWay
from desktop.signals.shots import Shot
from desktop.signals.temporal import held_to
from desktop.signals.way import Kept, Painted, Paints
from desktop.style import memory
from desktop.style.networks import Networks
from desktop.style.recipe import Style, Work
from desktop.style.transfer import transfer
from desktop.vectors import Picture


class FramesWay:
    """See way.Way; what it keeps is the frame before."""

    back = 1

    def __init__(self, networks: Networks, style: Style, recipe: FilmRecipe, size: tuple[int, int]) -> None:
        self._networks, self._style = networks, style
        self._gatys = Gatys(networks.vgg(), style, recipe, size)
        self._instant = InstantWay(networks, style, recipe, size)
        device = networks.device
        self._tile = memory.plan_tile(*size, self._gatys.recipe, device, 2 * self._gatys.recipe.iterations)

    def paint(self, shots: Iterator[Shot], kept: Kept) -> Paints:
        """See Way."""
        cut = SceneCut()
        before, painted = None, None
        if kept and (last := next(shots, None)) is not None:
            before, painted = last.picture, kept[0]
            cut.look(before)
        for shot in shots:
            if cut.look(shot.picture)[0] or before is None or painted is None:
                painted = yield from self.alone(shot.picture)
            else:
                painted = yield from self._followed(before, painted, shot.picture)
            before = shot.picture
            yield Painted(shot, painted, (painted,))

    def alone(self, content: Picture) -> Generator[None, None, Picture]:
        """See Way."""
        height, width = content.shape[:2]
        recipe = replace(self._gatys.recipe, size=max(height, width))
        job = transfer(self._networks, Work(content, (self._style,), recipe))
        while True:
            try:
                next(job)
            except StopIteration as end:
                return np.asarray(end.value.picture, np.uint8)
            yield None

    def pace(self, content: Picture, painted: Picture) -> Generator[None, None, float]:
        """See Way: the flow and an instant picture, and the iterations."""
        flow = yield from self._instant.pace(content, painted)
        return flow + (yield from self._gatys.pace([content], [painted], self._tile))

    def _followed(
        self, before: Picture, painted: Picture, content: Picture
    ) -> Generator[None, None, Picture]:
        moved = motion(before, content, fine=True)
        goal = carried(painted, moved)
        yield None
        start = self._instant.begin(goal, moved, content)
        held = held_to(goal, moved, self._gatys.device)
        found = yield from self._gatys.descend([content], [start], self._tile, held)
        return found[0]
