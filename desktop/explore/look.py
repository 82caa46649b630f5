"""One patch looked at closely: where its unit fires, and what of the patch made it fire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.explore.cut import GREY, cut_out
from desktop.explore.errors import NeverFires
from desktop.explore.found import Layer, Patch
from desktop.explore.networks import Explorable
from desktop.networks.chain import RULES
from desktop.vectors import Picture

_LOUDEST: Final = 0.995
"""The share of values that are told apart; the few largest may be ten times as large and are cut off."""


@dataclass(frozen=True, slots=True, eq=False)
class Closely:
    """`values` (rows, columns) are the unit's activations on the picture; `why` has a picture a rule."""

    values: NDArray[np.float32]
    cut: Picture
    why: dict[str, Picture]


def look_closely(network: Explorable, shown: Picture, layer: Layer, unit: int, patch: Patch) -> Closely:
    """Look at a patch of `shown`. Raises NeverFires where the unit is silent there."""
    if patch.value <= 0 and layer.name != network.layers[-1].name:
        raise NeverFires(unit=unit, layer=layer.name)
    part, place, inner = _around(network, shown, layer, patch)
    why = {}
    for rule in RULES:
        told = network.chain.back(part, layer.name, unit, place, rule)[0]
        why[rule] = _as_picture(told, inner, patch)
    return Closely(activation_map(network, shown, layer, unit), cut_out(shown, patch.box), why)


def activation_map(network: Explorable, shown: Picture, layer: Layer, unit: int) -> NDArray[np.float32]:
    """(rows, columns) the activations of one unit all over a picture."""
    given = network.tensor(shown)
    tiles = network.tiles(*shown.shape[:2])
    if len(tiles) == 1:
        return _one(network, given, layer, unit).cpu().numpy()
    jump = layer.field.jump
    whole = torch.zeros(shown.shape[0] // jump, shown.shape[1] // jump)
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
    network: Explorable, shown: Picture, layer: Layer, patch: Patch
) -> tuple[Tensor, tuple[int, int], tuple[slice, slice]]:
    """What the unit sees of a picture, its place in there, and the box in there.

    A part whose edges lie on the layer's own grid gives the unit the same value as the whole picture: what it
    sees is all in there, and a true border of the picture stays one.
    """
    left, top, right, bottom = patch.box
    jump = layer.field.jump
    height, width = shown.shape[:2]
    x, y = max(0, left) // jump * jump, max(0, top) // jump * jump
    part = shown[y : min(height, -(-bottom // jump) * jump), x : min(width, -(-right // jump) * jump)]
    inner = slice(max(0, top) - y, min(height, bottom) - y), slice(max(0, left) - x, min(width, right) - x)
    return network.tensor(part), (patch.row - y // jump, patch.column - x // jump), inner


def _as_picture(told: Tensor, inner: tuple[slice, slice], patch: Patch) -> Picture:
    """(3, h, w) of either sign as a picture of the patch's box: middle grey where it is zero."""
    left, top, right, bottom = patch.box
    values = told[:, inner[0], inner[1]].permute(1, 2, 0).cpu().numpy()
    loud = float(np.quantile(np.abs(values), _LOUDEST)) if values.size else 0.0
    scaled = values * (127 / loud) if loud > 0 else values * 0
    result = np.full((bottom - top, right - left, 3), GREY, np.uint8)
    rows, columns = max(0, -top), max(0, -left)
    part = np.clip(GREY + scaled, 0, 255).round().astype(np.uint8)
    result[rows : rows + part.shape[0], columns : columns + part.shape[1]] = part
    return result
