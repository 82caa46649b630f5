"""What one scale of a run computes with: the pictures brought to its size and J made of them."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from desktop.networks.vgg19 import VGG19
from desktop.scaled import resized
from desktop.style.colour import finished, prepared, prepared_content
from desktop.style.errors import PictureTooThin
from desktop.style.mask import shared
from desktop.style.objective import Objective
from desktop.style.recipe import THINNEST, Recipe, Style, Work, counted
from desktop.style.scales import LEAST, Scale
from desktop.style.targets import Cache
from desktop.vectors import Picture


def check(work: Work) -> None:
    """Raises NoStyle or PictureTooThin where there is nothing to compute with."""
    styles = ((style.name, style.picture) for style in counted(work.styles))
    for name, picture in ((work.name or "photo", work.content), *styles):
        height, width = picture.shape[:2]
        if min(height, width) < THINNEST:
            raise PictureTooThin(picture=name or "style", width=width, height=height, limit=THINNEST)


def style_at(picture: Picture, recipe: Recipe, longer: int) -> Picture:
    """A style picture as it is compared with a result of this longer side.

    Its longer side is the result's times `style_scale`, but never more than its own: enlarged pixels hold no
    strokes, only blur, which would be taught to the result. A side under LEAST is mirrored on and on up to
    it: that repeats the texture and leaves its strokes their size.
    """
    height, width = picture.shape[:2]
    factor = min(1.0, recipe.style_scale * longer / max(height, width))
    small = resized(picture, max(1, round(width * factor)), max(1, round(height * factor)))
    missing = [max(0, LEAST - side) for side in small.shape[:2]]
    if not any(missing):
        return small
    return np.pad(small, ((0, missing[0]), (0, missing[1]), (0, 0)), mode="symmetric")


def tensor(picture: Picture, device: torch.device) -> Tensor:
    """(1, 3, h, w) float32, 0..255, contiguous."""
    given = torch.tensor(picture).to(device)  # a copy: a picture may be read-only
    return given.permute(2, 0, 1)[None].float().contiguous()


def picture(canvas: Tensor) -> Picture:
    """The canvas as it is saved: rounded to bytes."""
    pixels = canvas[0].permute(1, 2, 0).round().clamp(0, 255).to(torch.uint8)
    return pixels.contiguous().cpu().numpy()


class Stage:
    """One scale of a run: the content at its size, and J once it is prepared."""

    objective: Objective

    def __init__(self, work: Work, scale: Scale) -> None:
        self._work, self._scale = work, scale
        self._content = resized(work.content, scale.width, scale.height)

    @property
    def content(self) -> Picture:
        """The content as the network sees it, at this size."""
        return prepared_content(self._content, self._work.recipe.colour)

    def shown(self, canvas: Tensor) -> tuple[Picture, Picture]:
        """A canvas as the user sees it, and as it is saved."""
        saved = picture(canvas)
        return finished(saved, self._content, self._work.recipe.colour), saved

    def prepare(self, vgg: VGG19, tile: int | None, cache: Cache) -> Generator[None, None, None]:
        """Make J; yields None between pictures and tiles."""
        recipe = self._recipe(self._work)
        device = vgg.mean.device
        styles = counted(self._work.styles)
        width, height = self._scale.width, self._scale.height
        given = []
        for style, mask in zip(styles, shared(styles, width, height), strict=True):
            small = style_at(style.picture, recipe, max(width, height))
            small = prepared(small, self._content, recipe.colour)
            given.append((tensor(small, device), style.weight, mask))
            yield None
        target = tensor(self.content, device)
        self.objective = yield from Objective.prepare(vgg, target, given, recipe, tile, cache)

    def reweigh(self, work: Work, scale: Scale) -> bool:
        """Take the weights of another work; False where more than weights differs, and nothing was done."""
        old, styles = self._work.recipe, counted(work.styles)
        colour = work.recipe.colour == old.colour and work.recipe.style_scale == old.style_scale
        if not colour or not same_pictures(counted(self._work.styles), styles):
            return False
        before, self._scale = self._scale, scale
        recipe = self._recipe(work)
        if not self.objective.fits(recipe):
            self._scale = before
            return False
        self.objective.reweigh(recipe, [style.weight for style in styles])
        self._work = work
        return True

    def _recipe(self, work: Work) -> Recipe:
        """The recipe as it counts at this size."""
        weight = work.recipe.content_weight * self._scale.content_factor
        return replace(work.recipe, style_layers=self._scale.style_layers, content_weight=weight)


def same_pictures(old: Sequence[Style], new: Sequence[Style]) -> bool:
    """Whether these are the same styles at the same places; their weights may differ."""

    def same(one: Picture | None, other: Picture | None) -> bool:
        return one is other or (one is not None and other is not None and np.array_equal(one, other))

    return len(old) == len(new) and all(
        same(one.picture, other.picture) and same(one.mask, other.mask)
        for one, other in zip(old, new, strict=True)
    )
