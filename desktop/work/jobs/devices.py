"""Which devices there are, and what each would do to speed: measured with the program's own code."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

import numpy as np

from desktop.progress import Progress, finish
from desktop.weights import store
from desktop.work.jobs.state import State
from desktop.work.messages import DeviceSpeed

if TYPE_CHECKING:
    from desktop.vectors import Picture
    from desktop.weights.device import Device

_FACES = 8
"""Faces embedded at once: what a lively frame asks for."""

_LONG_ENOUGH = 1.0
"""Seconds of embedding that are counted."""

_SIDE = 512
"""Pixels of the picture that is painted: what comes first after a drop in the Studio."""

_PAINTING = ("instant-predict", "instant-transform")


class DeviceJobs:
    """Jobs of the Settings page, for the studio lane: the networks are loaded for it alone, and let go."""

    def __init__(self, state: State, clock: Callable[[], float] = time.perf_counter) -> None:
        self._state = state
        self._clock = clock

    def there(self) -> Generator[None, None, tuple[DeviceSpeed, ...]]:
        """The devices of this machine, not measured yet. Imports torch."""
        yield None
        from desktop.weights.device import available

        return tuple(DeviceSpeed(one.name, one.description) for one in available())

    def measure(self) -> Generator[Progress | DeviceSpeed | None, None, tuple[DeviceSpeed, ...]]:
        """Measure one device after the other; yields each as soon as it is known.

        What is not installed is not measured. Raises WeightsDamaged and what loading raises.
        """
        yield Progress(0, 1, "Measuring")
        from desktop.weights.device import available

        devices = available()
        found: list[DeviceSpeed] = []
        for number, device in enumerate(devices):
            yield Progress(2 * number, 2 * len(devices), "Measuring")
            faces = yield from self._faces(device)
            yield Progress(2 * number + 1, 2 * len(devices), "Measuring")
            seconds = yield from self._painting(device)
            found.append(DeviceSpeed(device.name, device.description, faces, seconds))
            yield found[-1]
        return tuple(found)

    def _faces(self, device: Device) -> Generator[None, None, float | None]:
        """Faces a second by the model in use; None where it is not installed."""
        from desktop.faces.align import SIDE, TEMPLATE
        from desktop.faces.face import View
        from desktop.faces.load import load_embedder
        from desktop.weights.errors import WeightsMissing

        try:
            embedder = load_embedder(self._state.home, self._state.settings, device=device.name)
        except WeightsMissing:
            return None
        views = [View(picture, TEMPLATE) for picture in _noise(_FACES, SIDE)]
        embedder.embed(views)  # compiles, and fills the caches
        yield None
        done, spent = 0, 0.0
        while spent < _LONG_ENOUGH:
            start = self._clock()
            embedder.embed(views)  # what it gives lies in memory: a device has finished
            spent += self._clock() - start
            done += len(views)
            yield None
        return done / spent

    def _painting(self, device: Device) -> Generator[None, None, float | None]:
        """Seconds until an instant picture is there; None where its networks are not installed."""
        if store.missing(self._state.home, _PAINTING):
            return None
        from desktop.style.instant import instant
        from desktop.style.networks import Networks
        from desktop.style.recipe import Recipe, Style, Work

        networks = Networks(self._state.home, device.name)
        (content,) = _noise(1, _SIDE)
        seconds = 0.0
        for style in _noise(2, _SIDE):  # another one each time, so that it is read each time; the first warms
            work = Work(content, (Style(style),), Recipe(size=_SIDE))
            start = self._clock()
            finish(instant(networks, work))
            seconds = self._clock() - start
            yield None
        return seconds


def _noise(count: int, side: int) -> list[Picture]:
    """Made pictures: what a network takes does not depend on what it sees."""
    random = np.random.default_rng(7)
    return [random.integers(0, 256, (side, side, 3), np.uint8) for _ in range(count)]
