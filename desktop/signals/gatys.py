"""Gatys' optimisation at one size for the frames of a film: one of them, or several as one volume."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final

import torch
from torch import Tensor

from desktop.networks.vgg19 import VGG19
from desktop.signals.film import FilmRecipe
from desktop.signals.temporal import More
from desktop.signals.way import TRIED
from desktop.style.descent import Descent
from desktop.style.objective import Evaluation, Objective
from desktop.style.recipe import Recipe, Style
from desktop.style.stage import style_at, tensor
from desktop.style.targets import Cache
from desktop.vectors import Picture

HISTORY: Final = 12
"""Pairs of L-BFGS; a frame starts near its goal, and a clip of them has many pixels."""


class Gatys:
    """The optimisation for one film: one style, one size, one network."""

    def __init__(self, vgg: VGG19, style: Style, recipe: FilmRecipe, size: tuple[int, int]) -> None:
        """`size` is width and height of the frames."""
        self.recipe = as_recipe(recipe, size)
        self.device = vgg.mean.device
        self._vgg, self._cache = vgg, Cache()
        self._style = tensor(style_at(style.picture, self.recipe, max(size)), self.device)

    def descend(
        self,
        contents: Sequence[Picture],
        start: Sequence[Picture],
        tile: int | None = None,
        more: More | None = None,
        iterations: int | None = None,
    ) -> Generator[None, None, list[Picture]]:
        """Go down J from `start`, as many pictures as `contents`; yields None between pieces of work.

        `iterations` takes the place of the recipe's.
        """
        content = self.stacked(contents)
        styles = [(self._style, 1.0, None)]
        objective = yield from Objective.prepare(self._vgg, content, styles, self.recipe, tile, self._cache)
        descent = Descent(self.stacked(start), self.recipe, HISTORY)
        for _ in range(iterations or self.recipe.iterations):
            evaluation = yield from objective.evaluate(descent.canvas)
            if more is not None:
                evaluation = _with(evaluation, *more(descent.canvas))
            descent.advance(evaluation)
            yield None
            if descent.given_up:
                break
        return pictures(descent.good)

    def pace(
        self, contents: Sequence[Picture], start: Sequence[Picture], tile: int | None = None
    ) -> Generator[None, None, float]:
        """Seconds that `descend` takes, judged by a few iterations."""
        yield from self.descend(contents, start, tile, iterations=1)  # the targets are known from here on
        began, paused = time.perf_counter(), 0.0
        job = self.descend(contents, start, tile, iterations=TRIED)
        for _ in job:
            left = time.perf_counter()
            yield
            paused += time.perf_counter() - left
        return (time.perf_counter() - began - paused) * self.recipe.iterations / TRIED

    def stacked(self, given: Sequence[Picture]) -> Tensor:
        """(t, 3, h, w) float32, 0..255, contiguous."""
        return torch.cat([tensor(picture, self.device) for picture in given])


def as_recipe(recipe: FilmRecipe, size: tuple[int, int]) -> Recipe:
    """The Studio's recipe for one frame of this size."""
    return Recipe(
        size=max(size),
        iterations=recipe.iterations,
        content_weight=recipe.content_weight,
        style_weight=recipe.style_weight,
    )


def pictures(canvas: Tensor) -> list[Picture]:
    """(t, 3, h, w) as it is saved: rounded to bytes."""
    pixels = canvas.permute(0, 2, 3, 1).round().clamp(0, 255).to(torch.uint8)
    return list(pixels.contiguous().cpu().numpy())


def _with(evaluation: Evaluation, cost: Tensor, gradient: Tensor) -> Evaluation:
    """Smoothness over time counts with the smoothness over places."""
    return replace(evaluation, tv=evaluation.tv + cost, gradient=evaluation.gradient + gradient)
