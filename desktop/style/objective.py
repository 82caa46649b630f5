"""J(G) = alpha J_content + beta J_style + gamma J_tv and its gradient, for one size of picture.

Source: Gatys, Ecker and Bethge, "Image Style Transfer Using Convolutional Neural Networks", CVPR 2016,
equations 1 to 7, with the constants of their program (see recipe.Recipe). The way of an evaluation:

1. the network looks at the picture, tile by tile where there are several; each layer's moments are summed;
2. from their sums alone come J_style and its gradient with respect to them, in float32;
3. the network is shown the tiles again (a single one is still there), each place of each layer gets its
   gradient out of these few numbers, and they go back to the pixels, where tiles add up.

So a picture in tiles has the very J of the whole, and no seams. Nothing here waits for the device.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor

from desktop.networks.tiles import Tile, cut
from desktop.networks.vgg19 import VGG19, Trail
from desktop.progress import finish
from desktop.style.cost import Moments, gram_cost, injected, moments, tv_cost, wasserstein_cost
from desktop.style.recipe import Recipe
from desktop.style.targets import Cache, Region, Weights, content_target, regions, seen, style_target

StyleIn = tuple[Tensor, float, Weights | None]
"""Picture (1, 3, h, w) float32 RGB 0..255 of any size; weight; mask of the canvas (None: everywhere)."""


BREATH = 1 << 16
"""Pixels: from so many on it pauses between layers. A pause costs microseconds, and a drop is painted and a
cancel heeded after a layer instead of an iteration: 0.2 s instead of 3 beside 384 pixels on a busy machine.
"""

R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The weighted parts of J, zero-dimensional float32 on the device, and dJ/dG, like the canvas."""

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


class _Pull(NamedTuple):
    """dJ_style with respect to the moments of one region at one layer."""

    region: Region
    second: Tensor
    first: Tensor | None


_Sums = dict[tuple[str, int], Moments]  # by layer and number of the region
_Pulls = dict[str, list[_Pull]]  # by layer


class Objective:
    """J for one content at one size. Made by `prepare`."""

    def __init__(
        self,
        vgg: VGG19,
        recipe: Recipe,
        tiles: list[Tile],
        layers: list[str],
        content: Tensor | None,
        styles: list[dict[str, Moments]],
        where: list[Region],
    ) -> None:
        self._vgg, self._recipe, self._tiles, self._known = vgg, recipe, tiles, layers
        self._content, self._styles, self._regions = content, styles, where
        self._shares: list[list[tuple[int, float]]] = []
        self._layers: dict[str, float] = {}

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
        """Compute what the canvas is compared with; yields None between tiles and pictures.

        `content` is (1, 3, h, w) float32 RGB 0..255 and has the canvas's size; with a network for films the
        frames are in the place of the 1. `tile` is the side of its tiles, None for one. `cache` saves what an
        earlier `prepare` computed of the same pictures at the same size: every style, and the newest content.
        A layer of which the content has no unit is left out.
        """
        cache = {} if cache is None else cache
        layers = seen(list(_style_layers(recipe)), content)
        target = yield from content_target(vgg, content, recipe.content_layer, tile, cache)
        targets = []
        for picture, _, _ in styles:
            targets.append((yield from style_target(vgg, picture, layers, tile, cache)))
        where = regions([mask for _, _, mask in styles], layers, content)
        height, width = content.shape[2:]
        tiles = cut(height, width, tile, [*layers, recipe.content_layer])
        made = cls(vgg, recipe, tiles, layers, target, targets, where)
        made.reweigh(recipe, [weight for _, weight, _ in styles])
        return made

    def fits(self, recipe: Recipe) -> bool:
        """Whether `reweigh` is enough for this recipe; if not, `prepare` anew, with the same cache."""
        mine = self._recipe
        return (recipe.content_layer, recipe.pooling) == (mine.content_layer, mine.pooling) and set(
            _style_layers(recipe)
        ) <= set(_style_layers(mine))

    def reweigh(self, recipe: Recipe, style_weights: Sequence[float]) -> None:
        """Other weights from the next evaluation on, for a recipe that `fits`. No target is computed.

        Styles at the same places are mixed by their weights, which are divided by their sum. A region counts
        by its area, so that every place is painted alike strongly, times the mean weight of its styles over
        that of all regions.
        """
        members = [[(i, style_weights[i]) for i in r.styles if style_weights[i] > 0] for r in self._regions]
        sums = [sum(weight for _, weight in one) for one in members]
        areas = [r.area if one else 0.0 for r, one in zip(self._regions, members, strict=True)]
        strengths = [
            area * total / max(1, len(one)) for area, total, one in zip(areas, sums, members, strict=True)
        ]
        even = sum(areas) / (sum(strengths) or 1.0)
        self._shares = [
            [(i, strength * even * weight / total) for i, weight in one]
            for strength, total, one in zip(strengths, sums, members, strict=True)
        ]
        weights = _style_layers(recipe)
        self._layers = {name: recipe.style_weight * weights.get(name, 0.0) for name in self._known}
        self._recipe = recipe

    def evaluate(self, canvas: Tensor) -> Generator[None, None, Evaluation]:
        """J and dJ/dG for G (1, 3, h, w) float32 RGB 0..255; yields None.

        It does so after each layer of a picture or tile of BREATH pixels or more, and between tiles.
        """
        style_layers = [layer for layer, weight in self._layers.items() if weight > 0 and any(self._shares)]
        layers = [*style_layers, *self._content_layers()]
        several = len(self._tiles) > 1
        sums: _Sums = {}
        trail: Trail | None = None
        if not several and layers:
            trail = yield from _paced(self._vgg.there(canvas, layers), canvas)
            for layer in style_layers:
                self._sum(sums, self._tiles[0], layer, trail.found[layer])
        elif style_layers:
            for tile in self._tiles:
                shown = tile.shown(canvas)
                yield from _paced(self._vgg.look(shown, style_layers, partial(self._sum, sums, tile)), shown)
                yield None
        style, pulls = self._style(sums, canvas)
        unit = self._unit(sums, pulls)
        content, gradient = canvas.new_zeros(()), torch.zeros_like(canvas)
        for tile in self._tiles if layers else ():
            shown, loss = tile.shown(canvas), canvas.new_zeros(())
            if trail is None:
                trail = yield from _paced(self._vgg.there(shown, layers), shown)
            add = partial(self._add, tile, pulls, unit, loss)
            tile.shown(gradient).add_((yield from _paced(self._vgg.back(trail, add), shown)) * unit)
            content += loss
            trail = None
            if several:
                yield None
        return Evaluation(content, style, self._smooth(canvas, gradient), gradient)

    def _content_layers(self) -> list[str]:
        wanted = self._content is not None and self._recipe.content_weight > 0
        return [self._recipe.content_layer] if wanted else []

    @torch.no_grad()
    def _sum(self, sums: _Sums, tile: Tile, layer: str, features: Tensor) -> None:
        """Add a tile's moments for every region that has a style there."""
        for number, region in enumerate(self._regions):
            if self._shares[number] and region.reaches(layer):
                found = moments(tile.of_shown(features, layer), region.at(layer, tile))
                key = layer, number
                sums[key] = sums[key] + found if key in sums else found

    @torch.enable_grad()
    def _style(self, sums: _Sums, canvas: Tensor) -> tuple[Tensor, _Pulls]:
        """J_style and its gradient with respect to the moments; the only place where autograd is at work."""
        total = canvas.new_zeros(())
        pulls: _Pulls = {}
        distance = gram_cost if self._recipe.distance == "gram" else wasserstein_cost
        for (layer, number), found in sums.items():
            second, first = found.second.requires_grad_(True), found.first.requires_grad_(True)
            here = Moments(second, first, found.count)
            cost = canvas.new_zeros(())
            for index, share in self._shares[number]:
                if layer in self._styles[index]:
                    cost = cost + share * distance(here, self._styles[index][layer])
            if cost.requires_grad:
                cost = self._layers[layer] * cost
                pull, shift = torch.autograd.grad(cost, (second, first), allow_unused=True)
                pulls.setdefault(layer, []).append(_Pull(self._regions[number], pull, shift))
                total = total + cost.detach()
        return total, pulls

    @torch.no_grad()
    def _unit(self, sums: _Sums, pulls: _Pulls) -> Tensor | float:
        """What gradients are divided by on their way back: in float16 they would come out as zero."""
        if self._vgg.dtype is not torch.float16:
            return 1.0
        sizes = [
            pull.second.norm() * (found.second.trace() / found.count).sqrt()
            for (layer, _), found in sums.items()
            for pull in pulls.get(layer, [])
        ]
        if self._content is not None:
            weight = 2 * self._recipe.content_weight / self._content.numel()
            sizes.append(weight * self._content.float().square().mean().sqrt())
        return torch.stack(sizes).max().clamp(min=1e-30)

    @torch.no_grad()
    def _add(
        self,
        tile: Tile,
        pulls: _Pulls,
        unit: Tensor | float,
        loss: Tensor,
        layer: str,
        features: Tensor,
        deeper: Tensor | None,
    ) -> Tensor:
        """The gradient at a layer of what the tile is shown; J_content of its places is added to `loss`."""
        part = tile.of_shown(features, layer)
        whole = part.shape == features.shape
        own = deeper if whole else None
        if part.numel():  # a tile at the border may be less than a unit of the deepest layers
            for region, second, first in pulls.get(layer, []):
                shift = None if first is None else first / unit
                own = injected(part, second / unit, shift, region.at(layer, tile), own)
            if self._content is not None and layer in self._content_layers():
                difference = part.float() - tile.of_whole(self._content, layer).float()
                weight = self._recipe.content_weight / self._content.numel()
                loss.add_(difference.square().sum(), alpha=weight)
                pull = (difference * (2 * weight / unit)).to(part.dtype)
                own = pull if own is None else own + pull
        if whole and own is not None:
            return own
        result = torch.zeros_like(features) if deeper is None else deeper
        if own is not None:
            tile.of_shown(result, layer).add_(own)
        return result

    def _smooth(self, canvas: Tensor, gradient: Tensor) -> Tensor:
        """J_tv, its gradient added."""
        if self._recipe.tv_weight <= 0:
            return canvas.new_zeros(())
        with torch.enable_grad():
            leaf = canvas.detach().requires_grad_(True)
            cost = self._recipe.tv_weight * tv_cost(leaf)
            gradient += torch.autograd.grad(cost, leaf)[0]
        return cost.detach()


def _paced(job: Generator[None, None, R], shown: Tensor) -> Generator[None, None, R]:
    """The network's way, with its pauses where they are worth one."""
    if len(shown) * shown.shape[2] * shown.shape[3] < BREATH:
        return finish(job)
    return (yield from job)


def _style_layers(recipe: Recipe) -> dict[str, float]:
    """Those that count, with their lambda."""
    return {layer: weight for layer, weight in recipe.style_layers if weight > 0}
