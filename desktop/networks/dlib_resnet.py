"""dlib's ResNet for faces: 29 convolutions to 128 numbers.

Source: Davis King's dnn_face_recognition_ex.cpp and the weights dlib_face_recognition_resnet_model_v1.dat,
which are CC0; after He, Zhang, Ren and Sun, "Deep Residual Learning for Image Recognition", CVPR 2016, with
half the filters. The fixed scale and shift behind every convolution are folded into it here, in float64.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from desktop.weights.dlib import BLOCKS, DIMENSION

Floats = NDArray[np.float32]

SIDE = 150
"""Side of the input picture, a chip, in pixels."""

__all__ = ["DIMENSION", "SIDE", "DlibResNet"]


class DlibResNet(nn.Module):
    """The network with its weights, in float32 and channels_last."""

    def __init__(self, tensors: Mapping[str, Floats]) -> None:
        """`tensors` as `weights.dlib.tensors` names them. Raises KeyError or ValueError for others."""
        super().__init__()
        numbers = count(1)
        # No buffer: that would be rounded with the weights, and 122.782 is 123 in bfloat16.
        self._mean: list[float] = _filled(tensors["mean"], (3,)).tolist()
        self.first = _convolution(tensors, next(numbers), 3, 32, side=7, stride=2)
        self.blocks = nn.ModuleList()
        channels = 32
        for block in BLOCKS:
            stride = 2 if block.down else 1
            one = _convolution(tensors, next(numbers), channels, block.channels, side=3, stride=stride)
            two = _convolution(tensors, next(numbers), block.channels, block.channels, side=3, stride=1)
            self.blocks.append(_Residual(one, two, down=block.down))
            channels = block.channels
        self.head = nn.Linear(channels, DIMENSION, bias=False)
        self.head.weight.data = _filled(tensors["head.weight"], (channels, DIMENSION)).T.contiguous()
        self.eval()
        self.requires_grad_(False)

    def forward(self, chips: Tensor) -> Tensor:
        """(n, 3, 150, 150) RGB, 0..255, to (n, 128), not of unit length: dlib's own come near 0.6 to 1.5."""
        mean = torch.tensor(self._mean, device=chips.device).reshape(3, 1, 1)
        # In float32 before it is rounded to the weights' format.
        x = ((chips.float() - mean) / 256).to(self.head.weight.dtype)
        x = functional.max_pool2d(functional.relu(self.first(x)), 3, 2)
        for block in self.blocks:
            x = block(x)
        result: Tensor = self.head(x.mean((2, 3)))
        return result


class _Residual(nn.Module):
    """relu(x + second(relu(first(x)))); where the picture is halved, x is averaged over 2x2 instead."""

    def __init__(self, first: nn.Conv2d, second: nn.Conv2d, *, down: bool) -> None:
        super().__init__()
        self.first, self.second, self._down = first, second, down

    def forward(self, x: Tensor) -> Tensor:
        found = self.second(functional.relu(self.first(x)))
        if not self._down:
            return functional.relu(found.add_(x))
        return functional.relu(_added(found, functional.avg_pool2d(x, 2)))


def _added(one: Tensor, two: Tensor) -> Tensor:
    """The sum of tensors of different sizes: what one lacks counts as zero (dlib's add_prev)."""
    sides = [max(a, b) for a, b in zip(one.shape[1:], two.shape[1:], strict=True)]
    return _padded(one, sides) + _padded(two, sides)


def _padded(x: Tensor, sides: list[int]) -> Tensor:
    channels, height, width = (wanted - has for wanted, has in zip(sides, x.shape[1:], strict=True))
    return functional.pad(x, (0, width, 0, height, 0, channels)) if channels or height or width else x


def _convolution(
    tensors: Mapping[str, Floats], number: int, channels: int, out: int, *, side: int, stride: int
) -> nn.Conv2d:
    weight = tensors[f"conv_{number}.weight"].astype(np.float64)
    gamma, beta = (tensors[f"affine_{number}.{part}"].astype(np.float64) for part in ("gamma", "beta"))
    bias = tensors[f"conv_{number}.bias"].astype(np.float64)
    if not gamma.shape == beta.shape == bias.shape == (out,):
        raise ValueError(f"convolution {number} has no {out} scales, shifts and biases")
    padding = 0 if stride > 1 else side // 2
    layer = nn.Conv2d(channels, out, side, stride=stride, padding=padding)
    filled = _filled(weight * gamma[:, None, None, None], (out, channels, side, side))
    layer.weight.data = filled.contiguous(memory_format=torch.channels_last)
    assert layer.bias is not None
    layer.bias.data = _filled(bias * gamma + beta, (out,))
    return layer


def _filled(values: NDArray[np.floating], shape: tuple[int, ...]) -> Tensor:
    if values.shape != shape:
        raise ValueError(f"weights of shape {values.shape} where {shape} belong")
    return torch.from_numpy(np.array(values, dtype=np.float32))
