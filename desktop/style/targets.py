"""What a canvas is compared with: the content's features, the styles' moments, and which style goes where."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

from desktop.networks.tiles import Tile, cut
from desktop.networks.vgg19 import VGG19, receptive_field
from desktop.style.cost import Moments, moments

Cache = dict[Any, Any]
"""Targets that were computed. The caller keeps it as long as it likes, and gives it to every `prepare`."""

Weights = NDArray[np.float32]
"""(height, width), 0..1: how much each place of the content counts."""

LOOK = 1024
"""Side of the tiles in which targets are computed, where the canvas has no tiles of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Places that share their styles: what each place counts at every layer (None: 1), their part of the
    picture's area, and the numbers of the styles.
    """

    weights: dict[str, Tensor] | None
    area: float
    styles: tuple[int, ...]

    def at(self, layer: str, tile: Tile) -> Tensor | None:
        """The weights of the places that the tile owns."""
        return None if self.weights is None else tile.of_whole(self.weights[layer], layer)

    def reaches(self, layer: str) -> bool:
        """Whether any place of the layer counts."""
        return self.weights is None or layer in self.weights


def regions(masks: Sequence[Weights | None], layers: Sequence[str], content: Tensor) -> list[Region]:
    """One region for each mask that is not another's twin, in the order of the first style it belongs to.

    At a layer a place's weight is the mean of the mask over its pixels. A layer where nothing of a mask is
    left is missing from `weights`.
    """
    shared: list[tuple[Weights | None, list[int]]] = []
    for index, mask in enumerate(masks):
        for known, members in shared:
            if known is mask or (known is not None and mask is not None and np.array_equal(known, mask)):
                members.append(index)
                break
        else:
            shared.append((mask, [index]))
    return [_region(mask, tuple(members), layers, content) for mask, members in shared]


def _region(mask: Weights | None, members: tuple[int, ...], layers: Sequence[str], content: Tensor) -> Region:
    if mask is None:
        return Region(None, 1.0, members)
    whole = torch.from_numpy(np.ascontiguousarray(mask, np.float32))[None, None]
    weights = {}
    for layer in layers:
        jump = receptive_field(layer).jump
        small = F.adaptive_avg_pool2d(whole, (content.shape[2] // jump, content.shape[3] // jump))[0, 0]
        if float(small.max()) > 1e-3:
            weights[layer] = small.to(content.device)
    return Region(weights, float(whole.mean()), members)


def seen(layers: Sequence[str], picture: Tensor) -> list[str]:
    """Those of `layers` that have a unit in a picture of this size."""
    return [layer for layer in layers if receptive_field(layer).jump <= min(picture.shape[2:])]


def content_target(
    vgg: VGG19, content: Tensor, layer: str, tile: int | None, cache: Cache
) -> Generator[None, None, Tensor | None]:
    """The features of (n, 3, h, w) at `layer`; None where it has no unit. The cache keeps the newest only."""
    if not seen([layer], content):
        return None
    key = (_digest(content), vgg.pooling, vgg.dtype, layer)
    if cache.get("content", (None,))[0] == key:
        kept: Tensor = cache["content"][1]
        return kept
    height, width = content.shape[2:]
    made: list[Tensor] = []

    def see(_: str, features: Tensor) -> None:
        if not made:
            jump = receptive_field(layer).jump
            size = (len(content), features.shape[1], height // jump, width // jump)
            made.append(features.new_empty(size).contiguous(memory_format=torch.channels_last))
        part.of_whole(made[0], layer).copy_(part.of_shown(features, layer))

    for part in cut(height, width, tile or LOOK, [layer]):
        yield from vgg.look(part.shown(content), [layer], see)
    cache["content"] = (key, made[0])
    return made[0]


def style_target(
    vgg: VGG19, picture: Tensor, layers: Sequence[str], tile: int | None, cache: Cache
) -> Generator[None, None, dict[str, Moments]]:
    """The moments of (1, 3, h, w) at those of `layers` that have a unit in it."""
    layers = seen(layers, picture)
    key = ("style", _digest(picture), vgg.pooling, vgg.dtype)
    missing = [layer for layer in layers if (*key, layer) not in cache]
    sums: dict[str, Moments] = {}

    def see(layer: str, features: Tensor) -> None:
        found = moments(part.of_shown(features, layer))
        sums[layer] = sums[layer] + found if layer in sums else found

    height, width = picture.shape[2:]
    for part in cut(height, width, tile or LOOK, missing) if missing else ():
        yield from vgg.look(part.shown(picture), missing, see)
    cache.update({(*key, layer): found for layer, found in sums.items()})
    return {layer: cache[(*key, layer)] for layer in layers}


def _digest(picture: Tensor) -> tuple[bytes, torch.Size]:
    data = picture.detach().cpu().contiguous().numpy()
    return blake2b(data.data, digest_size=16).digest(), picture.shape
