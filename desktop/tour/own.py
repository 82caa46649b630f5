"""A network of one's own in the tour: a folder of made sounds is dropped on Explore, and learnt from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from desktop.app import App
from desktop.explore.found import NINE
from desktop.signals import audio
from desktop.signals.audio import RATE, Samples
from desktop.tour.driver import Driver

_PATIENCE = 120.0  # seconds for a step on a slow machine
_EACH = 6
"""Sounds of a class: more than nine together, so that no unit lacks a patch."""


class OwnSteps:
    """The steps with sounds on the Explore page."""

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        """Made-up sounds are written to `folder`, a folder for each class."""
        self._app, self._driver, self._folder = app, driver, folder
        self._page = app.explore

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.offered, self.learnt)

    def offered(self) -> None:
        """A folder of sounds is dropped."""
        page = self._page
        self._app.window.show_page(page)
        write_sounds(self._folder)
        self._driver.drop(page, [self._folder])
        ok = self._driver.wait(lambda: page.own.offered == self._folder, _PATIENCE)
        self._driver.shoot("explore", ok, "A folder of sounds: a small network can learn to tell them apart")

    def learnt(self) -> None:
        """A network learns from them, and its units are shown by what they answer to."""
        page = self._page
        self._driver.click(page.blank.message.button)
        ok = self._driver.wait(self._is_read, _PATIENCE)
        self._driver.click(page.row.order.segment("strength"))
        units = page.view.grid.units.units()
        if units:
            page.desk.choose(units[0])
        nine = page.panel.nine
        cut = self._driver.wait(
            lambda: len(nine.shown()) == NINE and all(each.pixmap is not None for each in nine.shown()),
            _PATIENCE,
        )
        what = "A network that learnt from your own sounds: the nine segments that excite a unit most"
        self._driver.shoot("explore", ok and cut, what)
        self._app.window.notices.clear()

    def _is_read(self) -> bool:
        found = self._page.desk.found
        return found is not None and len(found.pictures) == 2 * _EACH and not self._page.reading.busy


def write_sounds(folder: Path) -> None:
    """Plucked strings and drums, from a seed."""
    chance = np.random.default_rng(5)
    for number in range(_EACH):
        for name, made in (("strings", _plucked(chance)), ("drums", _drummed(chance))):
            place = folder / name
            place.mkdir(parents=True, exist_ok=True)
            audio.write(place / f"{name} {number + 1}.wav", made)


def _plucked(chance: np.random.Generator) -> Samples:
    """Three tones a second with their overtones, each dying away."""
    time = np.arange(RATE) / RATE
    hertz = 220 * 2 ** (chance.integers(0, 12, 3) / 12)
    pitch = hertz[(3 * time).astype(int)]
    tones = sum(np.sin(2 * np.pi * pitch * time * over) / over for over in (1, 2, 3, 4))
    return np.asarray(tones * np.exp(-5 * (time % (1 / 3))), np.float32)


def _drummed(chance: np.random.Generator) -> Samples:
    """Strokes of noise, four to seven a second."""
    time = np.arange(RATE) / RATE
    every = 1 / chance.uniform(4, 7)
    return np.asarray(chance.standard_normal(RATE) * np.exp(-25 * (time % every)), np.float32)
