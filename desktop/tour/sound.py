"""The Sound page's part of the tour: made-up sounds are dropped, and one takes the texture of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from desktop.app import App
from desktop.signals import audio
from desktop.signals.audio import RATE, Samples
from desktop.tour.driver import Driver

_PATIENCE = 180.0  # seconds for a step on a slow machine
_SECONDS = 3.0
_ITERATIONS = 30
_WATCHED = 10
"""Iterations after which the developing sound is shown."""


class SoundSteps:
    """The steps on the Sound page."""

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        """Two made-up sounds are written to `folder`."""
        self._app, self._driver, self._folder = app, driver, folder
        self._page = app.sound

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.empty, self.two, self.developing, self.done)

    def empty(self) -> None:
        """Nothing is on the page yet."""
        self._app.window.notices.clear()
        self._app.window.show_page(self._page)
        ok = not self._page.transport.start_button.isEnabled()
        self._driver.shoot("sound", ok, "Sound: drop what is to change, and a texture")

    def two(self) -> None:
        """Two sounds are dropped."""
        page = self._page
        audio.write(self._folder / "melody.wav", melody())
        audio.write(self._folder / "bursts.flac", bursts())
        self._driver.drop(page.content, [self._folder / "melody.wav"])
        self._driver.drop(page.texture, [self._folder / "bursts.flac"])
        ok = self._driver.wait(page.transport.start_button.isEnabled, _PATIENCE)
        self._driver.shoot("sound", ok, "Two sounds, their waveforms and spectrograms")

    def developing(self) -> None:
        """A run is watched, and held so that it can be looked at."""
        page = self._page
        page.panel.iterations.set_value(_ITERATIONS)
        self._driver.click(page.transport.start_button)
        ok = self._driver.wait(self._half_way, _PATIENCE)
        if page.phase == "running":
            self._driver.click(page.transport.start_button)
        self._driver.shoot("sound", ok, "The texture comes step by step; it can be heard meanwhile")
        if page.phase == "paused":
            self._driver.click(page.transport.start_button)

    def done(self) -> None:
        """The run ends."""
        page = self._page
        ok = self._driver.wait(lambda: page.phase == "done", _PATIENCE)
        self._driver.shoot("sound", ok, "The result, to be played, compared, looped and exported")

    def _half_way(self) -> bool:
        step = self._page.step
        return self._page.phase == "done" or (step is not None and step.iteration >= _WATCHED)


def melody() -> Samples:
    """Five tones, each dying away."""
    tones = (262.0, 330.0, 392.0, 523.0, 392.0)
    each = round(_SECONDS * RATE / len(tones))
    time = np.arange(each) / RATE
    parts = [np.sin(2 * np.pi * hertz * time) * np.exp(-4 * time) for hertz in tones]
    return np.concatenate(parts).astype(np.float32)


def bursts() -> Samples:
    """Noise that comes eight times a second, from a seed."""
    chance = np.random.default_rng(3)
    time = np.arange(round(_SECONDS * RATE)) / RATE
    return (chance.standard_normal(len(time)) * np.exp(-20 * (time % 0.125))).astype(np.float32)
