"""A layer watched live: its activation maps frame by frame, and the nine of the frames so far."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from desktop.errors import FileMissing
from desktop.explore.found import Found, Seen
from desktop.explore.networks import Explorable
from desktop.explore.search import Pass
from desktop.vectors import Picture

_SMALLEST, _LARGEST = 96, 320
"""Pixels of a frame's longer side: small enough to keep up with the camera, large enough to see something."""

_START: Final = 192
_MOSAIC: Final = 800_000
"""Pixels of all maps together, at most: more than a screen shows."""

_WIDE: Final = 1.1  # the mosaic's width over its height
_MEASURED: Final = 30  # frames that the rate is taken from


class Watch:
    """Looks at frames with one network, a layer at a time; keeps frames in memory while they are needed."""

    def __init__(self, network: Explorable, clock: Callable[[], float] = time.monotonic) -> None:
        self._network, self._clock = network, clock
        self._frames: dict[str, Picture] = {}
        self._begun = Found(network.name, "camera", "", "", (), {}, {}, reader=self._frame)
        self._passes: dict[str, Pass] = {}
        self._times: deque[float] = deque(maxlen=_MEASURED)
        self._side = float(_START)
        self._count = 0

    def see(self, frame: Picture, layer: str, interval: float) -> Generator[None, None, Seen]:
        """Look at a frame. Raises NoFace where the network is for faces, UnknownLayer, PictureTooSmall.

        `interval` is the camera's time between two frames in seconds: the frames are looked at in a size that
        keeps up with it. Yields None between layers.
        """
        start = self._clock()
        shown = replace(self._network, longest=round(self._side)).shown(frame, "frame")
        if layer not in self._passes:
            self._passes[layer] = Pass(self._network, self._begun, [layer])
        looking = self._passes[layer]
        maps: list[NDArray[np.float32]] = []
        self._count += 1
        name = str(self._count)
        came_in = yield from looking.look(shown, name, lambda features: maps.append(_small(features)))
        if came_in:
            self._frames[name] = shown
        else:
            looking.forget_last()
        self._fit(self._clock() - start, interval)
        found = looking.found()
        self._let_go()
        strongest = found.strongest(layer, whole=False).values[:, 0]
        bytes_, across = _mosaic(maps[0], strongest)
        values = maps[0].max((1, 2))
        return Seen(shown, bytes_, across, maps[0].shape[1:], values, found, self._rate())

    def _frame(self, name: str) -> Picture:
        """A frame that is still kept. Raises FileMissing: of an older look some may be gone."""
        try:
            return self._frames[name]
        except KeyError as error:
            raise FileMissing(path=f"frame {name}") from error

    def _fit(self, took: float, interval: float) -> None:
        """Change the size of the next frames so that a look takes as long as a frame stays."""
        if took > 0 and interval > 0:
            ideal = self._side * math.sqrt(0.9 * interval / took)
            self._side = min(_LARGEST, max(_SMALLEST, 0.8 * self._side + 0.2 * ideal))

    def _let_go(self) -> None:
        """Forget frames of which nothing is among the strongest any more."""
        needed = set[str]()
        for looking in self._passes.values():
            needed |= looking.needed()
        for name in self._frames.keys() - needed:
            del self._frames[name]

    def _rate(self) -> float:
        self._times.append(self._clock())
        spent = self._times[-1] - self._times[0]
        return (len(self._times) - 1) / spent if spent > 0 else 0.0


def _small(features: Tensor) -> NDArray[np.float32]:
    """(units, h, w) of one picture; every second place, or fewer, where all would be more than is shown."""
    step = math.ceil(math.sqrt(max(1.0, features[0].numel() / _MOSAIC)))
    part = features[0, :, ::step, ::step]
    return part.float().cpu().numpy()


def _mosaic(maps: NDArray[np.float32], strongest: NDArray[np.float32]) -> tuple[NDArray[np.uint8], int]:
    """All maps side by side with a pixel between, scaled by their unit's strongest; how many in a row."""
    units, height, width = maps.shape
    across = min(units, max(1, math.ceil(math.sqrt(units * _WIDE * (height + 1) / (width + 1)))))
    down = math.ceil(units / across)
    top = np.where(strongest > 0, strongest, np.inf)
    scaled = (np.clip(maps / top[:, None, None], 0, 1) * 255).astype(np.uint8)
    cells = np.zeros((down * across, height + 1, width + 1), np.uint8)
    cells[:units, :height, :width] = scaled
    table = cells.reshape(down, across, height + 1, width + 1).swapaxes(1, 2)
    return np.ascontiguousarray(table.reshape(down * (height + 1), across * (width + 1))), across
