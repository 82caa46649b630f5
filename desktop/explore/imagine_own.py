"""What a unit of a network of one's own would like to hear or see: the same ascent, over waves of its axes.

As in `imagine` the input is held as waves, so that a step changes slow and fast alike, and it is jolted
before every step. Frequencies of a sound are an axis of waves too: what is beside each other sounds alike.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

import numpy as np
import torch
from torch import Tensor

from desktop.explore.found import Layer, Patch
from desktop.explore.imagine import ITERATIONS, Developed
from desktop.explore.own import OwnExplorable
from desktop.networks.field import span
from desktop.signals.kinds import SERIES, SOUND
from desktop.signals.spectrum import HIGHEST

_STEP: Final = 0.05
_SHIFT: Final = 2
"""Places that it is moved at most, along each axis of places."""

_HIGHEST: Final = 4.0
"""Of a series, in deviations: few values of one are farther from its mean."""


def imagine_own(
    network: OwnExplorable, layer: Layer, unit: int, *, iterations: int = ITERATIONS, seed: int = 0
) -> Generator[Developed, None, Developed]:
    """Develop an input that excites `unit` of `layer`; every step is yielded as a picture.

    Raises UnknownUnit.
    """
    network.unit(layer.name, unit)
    chance = torch.Generator().manual_seed(seed)
    field, dims = layer.field, network.kind.dims
    # A margin on both sides, on the layer's own grid, so that a jolt brings nothing from the other end.
    before = -(-_SHIFT // field.jump)
    place = (before,) * dims
    sides = (field.size + 2 * before * field.jump,) * dims
    shape = (network.kind.channels[0], *sides)
    scale = _scale(shape).to(network.device)
    waves = (0.01 * torch.randn(*scale.shape, 2, generator=chance)).to(network.device).requires_grad_(True)
    climb = torch.optim.Adam([waves], lr=_STEP)

    def told(iteration: int) -> Developed:
        with torch.no_grad():
            values = _values(network, waves, scale, shape)
            value = network.chain.followed(values[None], layer.name)[(0, unit, *place)].item()
        patch = Patch(0, place, value, tuple(span(field, at) for at in place))
        picture = network.cut(np.asarray(values.cpu().numpy(), np.float32), patch)
        return Developed(picture, iteration, iterations, value)

    for iteration in range(iterations):
        climb.zero_grad()
        with torch.enable_grad():
            moves = torch.randint(-_SHIFT, _SHIFT + 1, (dims,), generator=chance).tolist()
            values = _values(network, waves, scale, shape).roll(moves, tuple(range(1, 1 + dims)))
            # Before its ReLU, which would give no direction to start from.
            value = network.chain.followed(values[None], layer.name, linear=True)[(0, unit, *place)]
            (-value).backward()  # type: ignore[no-untyped-call]
        climb.step()
        if iteration + 1 < iterations:
            yield told(iteration + 1)
    result = told(iterations)
    yield result
    return result


def _scale(shape: tuple[int, ...]) -> Tensor:
    """What each wave is divided by: its frequency, as in what is natural; of the last axis half of the waves.

    Scaled so that a step changes the values as much whatever the number of axes.
    """
    axes = [torch.fft.fftfreq(length) for length in shape[:-1]] + [torch.fft.rfftfreq(shape[-1])]
    squares = torch.stack([each.square() for each in torch.meshgrid(*axes, indexing="ij")])
    frequency = squares.sum(0).sqrt().clamp(min=1 / max(shape))
    return frequency * frequency.pow(-2).mean().sqrt()


def _values(network: OwnExplorable, waves: Tensor, scale: Tensor, shape: tuple[int, ...]) -> Tensor:
    """(channels, *places) of the waves, in the range of the kind's own values."""
    spectrum = torch.view_as_complex(waves) / scale
    plain = torch.fft.irfftn(spectrum, s=shape, norm="ortho")
    if network.kind is SERIES:
        return _HIGHEST * torch.tanh(plain / _HIGHEST)
    top = HIGHEST if network.kind is SOUND else 1.0
    return top * torch.sigmoid(plain)
