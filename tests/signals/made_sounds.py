"""Sounds made up for tests: their textures are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.signals.audio import RATE, Sound, prepared


def sine(hertz: float, seconds: float, rate: int = RATE) -> NDArray[np.float64]:
    return np.sin(2 * np.pi * hertz * np.arange(round(seconds * rate)) / rate)


def melody(seconds: float = 2.0) -> Sound:
    """A tone that glides and is cut up."""
    time = np.arange(round(RATE * seconds)) / RATE
    glide = np.cumsum(400 + 200 * np.sin(2 * np.pi * 0.7 * time)) / RATE
    return prepared(np.sin(2 * np.pi * glide) * (np.sin(4 * np.pi * time) > 0), "melody")


def bursts(seconds: float = 2.0) -> Sound:
    """Noise that comes six times a second and dies away."""
    random = np.random.default_rng(1)
    samples = np.zeros(round(RATE * seconds))
    for start in range(0, len(samples) - 2500, RATE // 6):
        samples[start : start + 2500] = random.standard_normal(2500) * np.exp(-np.arange(2500) / 500)
    return prepared(samples, "bursts")


def clicks(seconds: float = 2.0) -> Sound:
    """A click twenty times a second."""
    samples = np.zeros(round(RATE * seconds))
    samples[:: RATE // 20] = 1.0
    return prepared(samples, "clicks")


def chirps(seconds: float = 2.0) -> Sound:
    """A tone that rises and dies away, four times a second."""
    time = np.arange(round(RATE * seconds)) / RATE % 0.25
    return prepared(np.sin(2 * np.pi * (500 * time + 6000 * time**2)) * np.exp(-6 * time), "chirps")


def bands(seconds: float = 2.0) -> Sound:
    """Noise around 1,500 and 4,000 Hz."""
    count = round(RATE * seconds)
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    shape = np.exp(-(((hertz - 1500) / 300) ** 2)) + 0.5 * np.exp(-(((hertz - 4000) / 200) ** 2))
    noise = np.random.default_rng(4).standard_normal(count)
    return prepared(np.fft.irfft(np.fft.rfft(noise) * shape, count), "bands")
