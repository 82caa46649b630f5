"""Pictures with edges, colours and textures, made from a seed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image

from desktop.explore.found import Found
from desktop.explore.search import Source, begin
from desktop.vectors import Picture


def made(seed: int, height: int = 60, width: int = 76) -> Picture:
    """Coarse coloured patches with stripes over them: something for every layer."""
    chance = np.random.default_rng(seed)
    coarse = Image.fromarray(chance.integers(0, 256, (5, 6, 3), np.uint8))
    base = np.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC), np.float64)
    y, x = np.mgrid[:height, :width]
    waves = np.sin((x * chance.normal(0, 1) + y * chance.normal(0, 1)) / chance.uniform(1, 4))
    return np.clip(base + 60 * waves[:, :, None] * chance.random(3), 0, 255).astype(np.uint8)


def sources(count: int, height: int = 60, width: int = 76) -> list[Source]:
    """So many of them, each to be read."""

    def reading(seed: int) -> Callable[[], Picture]:
        return lambda: made(seed, height, width)

    return [Source(f"{seed}.png", reading(seed)) for seed in range(count)]


def nothing(network: str = "vgg19") -> Found:
    """A search that has not begun."""
    return begin(network, "pictures", "", "made", sources(20))
