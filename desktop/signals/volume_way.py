"""The film as one thing: a clip at a time through VGG-19 inflated to three dimensions.

Source: Carreira and Zisserman 2017 (networks.inflated). A clip that stands still has the features of its
picture, so the Gram matrix of a painting is a goal for a clip too: the mean over its places and times. The
kernels know neighbouring times but not what moves, so J_temporal holds the frames of a clip together along
the flow as well. Clips overlap; there the new one starts from the old one, and the two are mixed, the later
the more of the new.

A clip starts from an instant picture that is carried along, and ends where a scene does.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Final

import numpy as np

from desktop.camera.cut import SceneCut
from desktop.errors import LikenessError
from desktop.signals.film import FilmRecipe
from desktop.signals.flow import carried, motion
from desktop.signals.gatys import HISTORY, Gatys
from desktop.signals.instant_way import InstantWay
from desktop.signals.shots import Shot
from desktop.signals.temporal import held_together
from desktop.signals.way import Kept, Painted, Paints
from desktop.style import memory
from desktop.style.errors import TooLittleMemory
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style
from desktop.vectors import Picture
from desktop.weights.device import Device

LONGEST: Final = 16
SHORTEST: Final = 6
"""Frames of a clip."""

_PIXELS: Final = 1 << 20
"""Of all frames of a clip, which take two gigabytes then."""

_VECTORS: Final = 2 * HISTORY + 4  # canvases in float32 that a step holds


class VolumeWay:
    """See way.Way; what it keeps is the overlap: the frames that the next clip begins with."""

    back = 0

    def __init__(self, networks: Networks, style: Style, recipe: FilmRecipe, size: tuple[int, int]) -> None:
        self._gatys = Gatys(networks.vgg(inflated=True), style, recipe, size)
        self._instant = InstantWay(networks, style, recipe, size)
        self._length = clip_length(size, self._gatys.recipe, networks.device)
        self._overlap = self._length // 4

    def paint(self, shots: Iterator[Shot], kept: Kept) -> Paints:
        """See Way."""
        scenes = _Scenes(shots)
        clip, goes_on = scenes.take([], self._length)
        while clip:
            painted = yield from self._clip([shot.picture for shot in clip], kept)
            done = len(clip) - self._overlap if goes_on else len(clip)
            kept = tuple(painted[done:])
            for place, shot in enumerate(clip[:done]):
                yield Painted(shot, painted[place], kept if place == done - 1 else None)
            clip, goes_on = scenes.take(clip[done:], self._length)

    def alone(self, content: Picture) -> Generator[None, None, Picture]:
        """See Way: a clip of one frame, which is the flat network's."""
        return (yield from self._clip([content], ()))[0]

    def pace(self, content: Picture, painted: Picture) -> Generator[None, None, float]:
        """See Way: a clip is paid for by the frames that it adds."""
        flow = yield from self._instant.pace(content, painted)
        clip = yield from self._gatys.pace([content] * self._length, [painted] * self._length)
        return flow + clip / (self._length - self._overlap)

    def _clip(self, contents: list[Picture], before: Kept) -> Generator[None, None, list[Picture]]:
        """All frames of a clip; `before` has the clip before's picture of the first few."""
        start = list(before[: len(contents)])
        for place in range(len(start), len(contents)):
            yield None
            if not start:
                start.append((yield from self._instant.alone(contents[0])))
                continue
            moved = motion(contents[place - 1], contents[place], fine=True)
            start.append(self._instant.begin(carried(start[-1], moved), moved, contents[place]))
        held = held_together(contents, self._gatys.device)
        painted = yield from self._gatys.descend(contents, start, more=held)
        for place, old in enumerate(before[: len(contents)]):
            share = (place + 1) / (len(before) + 1)
            mixed = (1 - share) * old.astype(np.float32) + share * painted[place]
            painted[place] = np.asarray(mixed + 0.5, np.uint8)
        return painted


def clip_length(size: tuple[int, int], recipe: Recipe, device: Device) -> int:
    """Frames of a clip at this size: fewer where they are large, or where memory is short.

    Raises TooLittleMemory where not even the shortest fits.
    """
    width, height = size
    length = min(LONGEST, max(SHORTEST, _PIXELS // (width * height)))
    while length > SHORTEST and not _fits(width, height * length, recipe, device):
        length -= 1
    if length == SHORTEST and not _fits(width, height * length, recipe, device):
        needed = memory.estimate(width, height * length, recipe, device.fast, None, _VECTORS) / memory.ROOM
        free = memory.in_words(memory.free(device.name))
        raise TooLittleMemory(width=width, height=height, needed=memory.in_words(needed), free=free)
    return length


def _fits(width: int, height: int, recipe: Recipe, device: Device) -> bool:
    try:
        return memory.plan_tile(width, height, recipe, device, _VECTORS) is None
    except LikenessError:
        return False


class _Scenes:
    """Takes frames as clips that no cut goes through."""

    def __init__(self, shots: Iterator[Shot]) -> None:
        self._shots, self._cut = shots, SceneCut()
        self._waiting: list[Shot] = []

    def take(self, begun: list[Shot], length: int) -> tuple[list[Shot], bool]:
        """A clip that begins with these, and whether the scene goes on after it."""
        clip = list(begun)
        while len(clip) < length:
            shot = self._next()
            if shot is None:
                return clip, False
            if self._cut.look(shot.picture)[0] and clip:
                self._waiting.append(shot)
                return clip, False
            clip.append(shot)
        # Whether it goes on is known from the next frame alone.
        shot = self._next()
        if shot is None:
            return clip, False
        self._waiting.append(shot)
        return clip, not self._looks_cut(shot)

    def _looks_cut(self, shot: Shot) -> bool:
        return self._cut.look(shot.picture)[0]

    def _next(self) -> Shot | None:
        return self._waiting.pop() if self._waiting else next(self._shots, None)
