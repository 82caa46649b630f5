"""J(G) = alpha J_content + beta J_style + gamma J_tv and its gradient, for one size of picture.

Source: Gatys, Ecker and Bethge, "Image Style Transfer Using Convolutional Neural Networks", CVPR 2016.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.networks.vgg19 import VGG19
from desktop.style.cost import Moments, content_cost, gram_cost, injected, moments, tv_cost
from desktop.style.recipe import Recipe

Cache = dict[tuple[Any, ...], Any]
"""Targets that were computed, kept by the caller as long as it likes."""

StyleIn = tuple[Tensor, float, NDArray[np.float32] | None]
"""Picture (1, 3, h, w) float32 RGB 0..255 of any size, its weight, its mask (h, w) 0..1 (None: everywhere)."""


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The weighted parts of J, zero-dimensional float32 that stay on the device, and dJ/dcanvas."""

    content: Tensor
    style: Tensor
    tv: Tensor
    gradient: Tensor

    @property
    def losses(self) -> tuple[Tensor, Tensor, Tensor]:
        """Content, style, tv."""
        return self.content, self.style, self.tv

    @property
    def total(self) -> Tensor:
        """J."""
        return self.content + self.style + self.tv


class Objective:
    """J for one content, one size. Made by `prepare`."""

    def __init__(self, vgg: VGG19, recipe: Recipe, target: Tensor, styles: list[dict[str, Moments]]) -> None:
        self._vgg, self._target, self._styles = vgg, target, styles
        self._recipe = recipe
        self._weights: tuple[float, ...] = ()

    @classmethod
    def prepare(
        cls,
        vgg: VGG19,
        content: Tensor,
        styles: Sequence[StyleIn],
        recipe: Recipe,
        tile: int | None = None,
        cache: Cache | None = None,
    ) -> Generator[None, None, Objective]:
        """Compute the targets; yields between tiles and pictures."""
        cache = {} if cache is None else cache
        with torch.no_grad():
            target = vgg(content, [recipe.content_layer])[recipe.content_layer]
            found: list[dict[str, Moments]] = []
            for picture, _, _ in styles:
                layers = [layer for layer, weight in recipe.style_layers if weight > 0]
                key = (_digest(picture), vgg.pooling, vgg.dtype)
                missing = [layer for layer in layers if (*key, layer) not in cache]
                if missing:
                    for layer, features in vgg(picture, missing).items():
                        cache[(*key, layer)] = moments(features)
                found.append({layer: cache[(*key, layer)] for layer in layers})
                yield None
        made = cls(vgg, recipe, target, found)
        made.reweigh(recipe, [weight for _, weight, _ in styles])
        return made

    def fits(self, recipe: Recipe) -> bool:
        """Whether `reweigh` is enough for this recipe; else prepare anew (with the same cache)."""
        known = set(self._styles[0]) if self._styles else set()
        return recipe.content_layer == self._recipe.content_layer and known.issuperset(
            layer for layer, weight in recipe.style_layers if weight > 0
        )

    def reweigh(self, recipe: Recipe, style_weights: Sequence[float]) -> None:
        """Other weights from the next evaluation on; no target is computed."""
        self._recipe = recipe
        total = sum(style_weights) or 1.0
        self._weights = tuple(weight / total for weight in style_weights)

    def evaluate(self, canvas: Tensor) -> Generator[None, None, Evaluation]:
        """J and dJ/dG for G (1, 3, h, w) float32 RGB 0..255."""
        yield from ()
        recipe = self._recipe
        leaf = canvas.detach().requires_grad_(True)
        style_layers = {layer: weight for layer, weight in recipe.style_layers if weight > 0}
        found = self._vgg(leaf, [*style_layers, recipe.content_layer])
        style, outputs, pulls = canvas.new_zeros(()), [], []
        for layer, factor in style_layers.items():
            features = found[layer].detach()
            sums = moments(features)
            second = sums.second.requires_grad_(True)
            cost = canvas.new_zeros(())
            for weight, targets in zip(self._weights, self._styles, strict=True):
                cost = cost + weight * gram_cost(Moments(second, sums.first, sums.count), targets[layer])
            cost = cost * (recipe.style_weight * factor)
            style = style + cost.detach()
            outputs.append(found[layer])
            pulls.append(injected(features, torch.autograd.grad(cost, second)[0], None))
        features = found[recipe.content_layer].detach().requires_grad_(True)
        content = recipe.content_weight * content_cost(features, self._target)
        outputs.append(found[recipe.content_layer])
        pulls.append(torch.autograd.grad(content, features)[0])
        gradient = torch.autograd.grad(outputs, leaf, pulls)[0]
        tv = canvas.new_zeros(())
        if recipe.tv_weight > 0:
            tv = recipe.tv_weight * tv_cost(leaf)
            gradient = gradient + torch.autograd.grad(tv, leaf)[0]
        return Evaluation(content.detach(), style, tv.detach(), gradient)


def _digest(picture: Tensor) -> bytes:
    data = picture.detach().cpu().contiguous().numpy()
    return blake2b(data.data, digest_size=16).digest() + repr(data.shape).encode()
