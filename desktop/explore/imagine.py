"""What a unit would like to see: a picture made by gradient ascent on its activation.

Olah, Mordvintsev and Schubert, "Feature Visualization", Distill 2017: the picture is held as waves, so that a
step changes all sizes alike, and as colours that do not hang together; and it is jolted before every step, so
that what excites the unit is a form and not a pattern of single pixels.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

from desktop.explore.explorable import Explorable
from desktop.explore.found import Layer
from desktop.faces.align import SIDE
from desktop.vectors import Picture

ITERATIONS: Final = 128
_STEP: Final = 0.05
_SHIFT, _TURN, _ZOOM = 0.05, 0.09, 0.05
"""How far the picture is jolted at most: a share of what the unit sees, radians, a share of its size."""

_MARGIN: Final = 16
"""Pixels around the unit's field, so that a jolt brings nothing empty into it."""

_OPPONENT: Final = ((1.0, 1.0, 1.0), (1.0, 0.0, -1.0), (1.0, -2.0, 1.0))
_SPREAD: Final = (2.45, 0.63, 0.28)
"""Light against dark, red against blue, green against both: nearly independent in photographs (Ruderman,
Cronin and Chiao 1998). Their spread is that of the log-odds of colours in the sample pictures."""


@dataclass(frozen=True, slots=True, eq=False)
class Developed:
    """The picture so far, as large as the unit's field; `value` is the unit's activation on it."""

    picture: Picture
    iteration: int
    iterations: int
    value: float

    @property
    def done(self) -> int:
        """For progress bars."""
        return self.iteration

    @property
    def total(self) -> int:
        """For progress bars."""
        return self.iterations


def imagine(
    network: Explorable, layer: Layer, unit: int, *, iterations: int = ITERATIONS, seed: int = 0
) -> Generator[Developed, None, Developed]:
    """Develop a picture that excites `unit` of `layer`; every step is yielded. Raises UnknownUnit."""
    network.unit(layer.name, unit)
    chance = torch.Generator().manual_seed(seed)
    side = _side(network, layer)
    place = _middle(layer, side)
    waves = (0.01 * torch.randn(3, side, side // 2 + 1, 2, generator=chance)).to(network.device)
    waves.requires_grad_(True)
    climb = torch.optim.Adam([waves], lr=_STEP)
    for iteration in range(iterations):
        climb.zero_grad()
        with torch.enable_grad():
            seen = _jolted(_colours(waves, side), _SHIFT * layer.field.size, chance)
            value = _before_activation(network, seen, layer, unit, place)
            (-value).backward()  # type: ignore[no-untyped-call]
        climb.step()
        if iteration + 1 < iterations:
            yield _told(waves.detach(), side, layer, place, iteration + 1, iterations, value.item())
    with torch.no_grad():
        last = _before_activation(network, _colours(waves, side), layer, unit, place)
    result = _told(waves.detach(), side, layer, place, iterations, iterations, last.item())
    yield result
    return result


def _side(network: Explorable, layer: Layer) -> int:
    """Pixels of the canvas: what the unit sees and a margin, on the grid of its layer; a face has its own."""
    if network.name == "sface":
        return SIDE
    wanted = layer.field.size + 2 * _MARGIN
    return -(-wanted // layer.field.jump) * layer.field.jump


def _middle(layer: Layer, side: int) -> int:
    """The unit whose field lies nearest to the middle of the canvas, along each axis."""
    jump = layer.field.jump
    return max(0, min(side // jump - 1, round(((side - 1) / 2 - layer.field.start) / jump)))


def _colours(waves: Tensor, side: int) -> Tensor:
    """(1, 3, side, side) RGB 0..255 of the waves; each is scaled by its length, as in photographs."""
    down, across = torch.fft.fftfreq(side), torch.fft.rfftfreq(side)
    frequency = torch.hypot(down[:, None], across[None, :]).clamp(min=1 / side).to(waves.device)
    spectrum = torch.view_as_complex(waves) / frequency
    planes = torch.fft.irfft2(spectrum, s=(side, side), norm="ortho") / math.sqrt(side)
    basis = torch.tensor(_OPPONENT, device=waves.device)
    basis = F.normalize(basis, dim=1) * torch.tensor(_SPREAD, device=waves.device)[:, None]
    return 255 * torch.sigmoid(torch.einsum("kc,khw->chw", basis, planes))[None]


def _jolted(picture: Tensor, pixels: float, chance: torch.Generator) -> Tensor:
    """The picture shifted by up to so many pixels, turned and zoomed a little."""
    across, down, turn, zoom = (2 * torch.rand(4, generator=chance) - 1).tolist()
    scale, angle, side = 1 + _ZOOM * zoom, _TURN * turn, picture.shape[-1]
    cosine, sine = math.cos(angle) / scale, math.sin(angle) / scale
    shift = 2 * pixels / side
    moved = torch.tensor([[[cosine, -sine, shift * across], [sine, cosine, shift * down]]])
    grid = F.affine_grid(moved, list(picture.shape), align_corners=False).to(picture.device)
    return F.grid_sample(picture, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


def _before_activation(network: Explorable, seen: Tensor, layer: Layer, unit: int, place: int) -> Tensor:
    """The unit's value before its ReLU, which would give no direction to start from."""
    features = network.chain.followed(seen, layer.name, linear=True)
    at = tuple(min(place, count - 1) for count in features.shape[2:])
    return features[(0, unit, *at)].float()


def _told(
    waves: Tensor, side: int, layer: Layer, place: int, iteration: int, iterations: int, value: float
) -> Developed:
    pixels = _colours(waves, side)[0].permute(1, 2, 0)
    first = round(place * layer.field.jump + layer.field.start - (layer.field.size - 1) / 2)
    own = slice(max(0, first), min(side, first + layer.field.size))
    shown = pixels[own, own].round().clamp(0, 255).to(torch.uint8).cpu().contiguous().numpy()
    return Developed(shown, iteration, iterations, value)
