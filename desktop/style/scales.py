"""Coarse to fine: which sizes a run goes through and how many iterations each gets. Pure arithmetic.

A coarse scale settles the large forms in a fraction of the time, since an iteration costs as much as the
picture has pixels; each finer scale starts from it and adds its own strokes (Gatys et al. 2017, "Controlling
perceptual factors in neural style transfer", section 6).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop.style.recipe import Recipe

LEAST: Final = 32
"""Pixels of the shorter side that are always kept: two units of conv5_1, which sees every 16th pixel."""

COARSEST: Final = 96
"""Longer side of the first scale; below, VGG sees too little of a picture to be worth the time."""

_FACTOR: Final = 1.65
"""About from one scale to the next: 96, 160, 256 was the best of those tried for 256."""

HOLD: Final = 100.0
"""Times the content's weight below the finest scale: forms that style paints over there never come back, and
at equal evaluations the finest scale's J ends the same (30,400 against 30,700; 31,500 without).
"""

_PLACES: Final = 100
"""A Gram matrix over fewer places tells more about the one picture than about its style."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One size of the picture on its way, in pixels, and its share of the iterations.

    `style_layers` are the recipe's without those that see too few places here; the finest scale has all.
    """

    width: int
    height: int
    iterations: int
    style_layers: tuple[tuple[str, float], ...]
    content_factor: float = 1.0  # times the content's weight

    @property
    def pixels(self) -> int:
        """What an iteration costs, up to a constant."""
        return self.width * self.height


def fitted(width: int, height: int, longer: int) -> tuple[int, int]:
    """The size with its longer side at `longer` and the same aspect; the shorter is at least LEAST."""
    ratio = longer / max(width, height)
    return max(LEAST, round(width * ratio)), max(LEAST, round(height * ratio))


def plan(width: int, height: int, recipe: Recipe) -> tuple[Scale, ...]:
    """The scales for a content picture of this size, coarsest first; their iterations sum to the recipe's.

    There is at least one. With fewer iterations than scales the coarsest are left out, so that none stands
    there without work; the last has the size that was asked for.
    """
    sides = _sides(recipe.size)
    sides = sides[-max(1, min(len(sides), recipe.iterations)) :]
    scales = []
    for side, iterations in zip(sides, _shares(sides, recipe.iterations), strict=True):
        size = fitted(width, height, side)
        if side == sides[-1]:
            scales.append(Scale(*size, iterations, recipe.style_layers))
        else:
            scales.append(Scale(*size, iterations, _seen(recipe.style_layers, *size), HOLD))
    return tuple(scales)


def at(scales: tuple[Scale, ...], iteration: int) -> tuple[int, int]:
    """The scale in which iteration number `iteration` + 1 happens, and how many it has had there.

    Past the end it is the last scale with all of its iterations had.
    """
    before = 0
    for index, scale in enumerate(scales):
        if iteration < before + scale.iterations:
            return index, iteration - before
        before += scale.iterations
    return len(scales) - 1, scales[-1].iterations


def _sides(size: int) -> tuple[int, ...]:
    """Longer sides from COARSEST to `size`; up to 256 in equal steps, above in doublings."""
    doubled = [size]
    while doubled[0] > 256 * math.sqrt(2):
        doubled.insert(0, round(doubled[0] / 2))
    steps = max(0, round(math.log(doubled[0] / COARSEST) / math.log(_FACTOR)))
    start = min(COARSEST, doubled[0])
    small = [round(start * (doubled[0] / start) ** (step / steps)) for step in range(steps)] if steps else []
    return (*small, *doubled)


def _shares(sides: tuple[int, ...], iterations: int) -> tuple[int, ...]:
    """Whole numbers that sum to `iterations`, each at least one while there are enough.

    Finer scales cost more and get fewer; but the finest, whose strokes are seen, twice what it would.
    """
    weights = [min(1.0, (256 / side) ** 0.6) for side in sides]
    weights[-1] *= 2
    one = 1 if iterations >= len(sides) else 0
    spare = iterations - one * len(sides)
    edges = [round(spare * sum(weights[:count]) / sum(weights)) for count in range(len(sides) + 1)]
    return tuple(one + high - low for low, high in pairwise(edges))


def _seen(layers: tuple[tuple[str, float], ...], width: int, height: int) -> tuple[tuple[str, float], ...]:
    """The layers with enough places at this size; all of them where none has."""

    def places(layer: str) -> int:
        jump: int = 2 ** (int(layer[4]) - 1)  # every block begins with a pooling by two
        return (width // jump) * (height // jump)

    return tuple(pair for pair in layers if places(pair[0]) >= _PLACES) or layers
