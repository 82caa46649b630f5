"""One patch looked at closely: where its unit fires, and what of the patch made it fire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.explore.cut import GREY
from desktop.explore.errors import NeverFires
from desktop.explore.explorable import Explorable, Scene
from desktop.explore.found import Layer, Patch, Shown
from desktop.networks.chain import RULES
from desktop.vectors import Picture

_LOUDEST: Final = 0.995
"""The share of values that are told apart; the few largest may be ten times as large and are cut off."""


@dataclass(frozen=True, slots=True, eq=False)
class Closely:
    """`values` (*places) are the unit's activations on the input; `why` has a picture a rule."""

    values: NDArray[np.float32]
    scene: Scene
    cut: Picture
    why: dict[str, Picture]


def look_closely(network: Explorable, shown: Shown, layer: Layer, unit: int, patch: Patch) -> Closely:
    """Look at a patch of `shown`. Raises NeverFires where the unit is silent there."""
    if patch.value <= 0 and layer.name != network.layers[-1].name:
        raise NeverFires(unit=unit, layer=layer.name)
    part, place, inner = _around(network, shown, layer, patch)
    why = {}
    for rule in RULES:
        told = network.chain.back(part, layer.name, unit, place, rule)[0]
        why[rule] = network.painted(_as_bytes(told, inner, patch))
    values = activation_map(network, shown, layer, unit)
    scene = network.scene(shown, patch, layer.field, values)
    return Closely(values, scene, network.cut(shown, patch), why)


def activation_map(network: Explorable, shown: Shown, layer: Layer, unit: int) -> NDArray[np.float32]:
    """(*places) the activations of one unit all over an input: (rows, columns) of a picture."""
    given = network.tensor(shown)
    lengths = network.lengths(shown)
    tiles = network.tiles(lengths)
    if len(tiles) == 1:
        return _one(network, given, layer, unit).cpu().numpy()
    whole = torch.zeros(*(length // layer.field.jump for length in lengths))
    for tile in tiles:
        found = _one(network, tile.shown(given), layer, unit)
        tile.of_whole(whole, layer.name).copy_(tile.of_shown(found, layer.name))
    return whole.numpy()


def _one(network: Explorable, given: Tensor, layer: Layer, unit: int) -> Tensor:
    for name, features in network.chain.walk(given, layer.name):
        if name == layer.name:
            return features[0, unit].float()
    raise NeverFires(unit=unit, layer=layer.name)


def _around(
    network: Explorable, shown: Shown, layer: Layer, patch: Patch
) -> tuple[Tensor, tuple[int, ...], tuple[slice, ...]]:
    """What the unit sees of an input, its place in there, and its spans in there.

    A part whose edges lie on the layer's own grid gives the unit the same value as the whole: what it sees is
    all in there, and a true border stays one.
    """
    jump = layer.field.jump
    parts: list[slice] = []
    place: list[int] = []
    inner: list[slice] = []
    for at, (start, stop), length in zip(patch.place, patch.spans, network.lengths(shown), strict=True):
        first = max(0, start) // jump * jump
        parts.append(slice(first, min(length, -(-stop // jump) * jump)))
        place.append(at - first // jump)
        inner.append(slice(max(0, start) - first, min(length, stop) - first))
    return network.tensor(shown)[(slice(None), slice(None), *parts)].contiguous(), tuple(place), tuple(inner)


def _as_bytes(told: Tensor, inner: tuple[slice, ...], patch: Patch) -> NDArray[np.uint8]:
    """(channels, *places) of either sign as bytes for all that the patch spans: grey where it is zero."""
    values = told[(slice(None), *inner)].cpu().numpy()
    loud = float(np.quantile(np.abs(values), _LOUDEST)) if values.size else 0.0
    scaled = values * (127 / loud) if loud > 0 else values * 0
    sizes = [stop - start for start, stop in patch.spans]
    result = np.full((len(values), *sizes), GREY, np.uint8)
    part = np.clip(GREY + scaled, 0, 255).round().astype(np.uint8)
    starts = [max(0, -start) for start, _stop in patch.spans]
    places = zip(starts, part.shape[1:], strict=True)
    result[(slice(None), *(slice(start, start + size) for start, size in places))] = part
    return result
