"""SFace, the embedder: a MobileNet of 27 convolutions to 128 numbers.

Source: Zhong, Deng, Hu, Zhao, Li and Wen, "SFace: Sigmoid-Constrained Hypersphere Loss for Robust Face
Recognition", IEEE Transactions on Image Processing 30, 2021; weights from the OpenCV model zoo. A
normalisation that follows a convolution or precedes the last layer is a fixed scale and shift once training
is over, so it is folded into that layer here, in float64.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

Floats = NDArray[np.float32]

SIDE = 112
"""Side of the input picture in pixels."""

DIMENSION = 128
"""Numbers in one embedding."""

_EPSILON = 1e-3  # of the normalisation after each convolution
_HEAD_EPSILON = 2e-5  # of the two around the last layer
_HALVED = ("conv_3_dw", "conv_5_dw", "conv_7_dw", "conv_13_dw")  # stride 2
LAYERS = ("conv_1", *(f"conv_{i}{part}" for i in range(2, 15) for part in ("_dw", "")))
"""The convolutions in order; `_dw` are the depthwise ones."""


def strides() -> dict[str, int]:
    """The stride of every convolution."""
    return {name: 2 if name in _HALVED else 1 for name in LAYERS}


class SFace(nn.Module):
    """The network with its weights, in float32 and channels_last.

    `body` is a chain of convolution and PReLU under the names of LAYERS, `head` the last layer. The head
    reads the features in the order height, width, channel, in which they lie in memory.
    """

    def __init__(self, tensors: Mapping[str, Floats]) -> None:
        """Raises KeyError or ValueError where `tensors` are not those of an SFace file."""
        super().__init__()
        # The quantised file and the original name the same weight by where its folding ended.
        known = {
            name.removesuffix("_reshaped").removesuffix("_dequantized"): a for name, a in tensors.items()
        }
        self.body = nn.Sequential()
        for name in LAYERS:
            self.body.add_module(name, _convolution(known, name))
            self.body.add_module(f"{name}_prelu", _prelu(known[f"{name}_relu_gamma"]))
        self.head = _head(known)
        self.eval()
        self.requires_grad_(False)

    def forward(self, pictures: Tensor) -> Tensor:
        """(n, 3, 112, 112) RGB, 0..255, to (n, 128), not yet of unit length."""
        result: Tensor = self.head(self.below(pictures))
        return result

    def below(self, pictures: Tensor) -> Tensor:
        """(n, 50176): what the last layer reads of (n, 3, 112, 112) RGB, 0..255."""
        features: Tensor = self.body(normalised(pictures, self.head.weight.dtype))
        return features.permute(0, 2, 3, 1).flatten(1)


def normalised(pictures: Tensor, dtype: torch.dtype) -> Tensor:
    """RGB 0..255 to about -1..1, as the network was trained; in float32 before it is rounded to `dtype`."""
    return ((pictures.float() - 127.5) / 128.0).to(dtype)


def _affine(known: Mapping[str, Floats], name: str, epsilon: float) -> tuple[NDArray[np.float64], ...]:
    """Scale and shift of a normalisation with fixed statistics."""
    gamma, beta, mean, variance = (
        known[f"{name}_{part}"].astype(np.float64) for part in ("gamma", "beta", "moving_mean", "moving_var")
    )
    scale = gamma / np.sqrt(variance + epsilon)
    return scale, beta - mean * scale


def _convolution(known: Mapping[str, Floats], name: str) -> nn.Conv2d:
    weight = known[f"{name}_conv2d_weight"]
    scale, shift = _affine(known, f"{name}_batchnorm", _EPSILON)
    out, each, side, _ = weight.shape
    groups = out if each == 1 else 1
    layer = nn.Conv2d(each * groups, out, side, stride=strides()[name], padding=side // 2, groups=groups)
    assert layer.bias is not None
    layer.weight.data = layer.weight.data.contiguous(memory_format=torch.channels_last)
    _fill(layer.weight, weight * scale[:, None, None, None])
    _fill(layer.bias, shift)
    return layer


def _prelu(slope: Floats) -> nn.PReLU:
    layer = nn.PReLU(slope.size)
    _fill(layer.weight, slope.reshape(-1))
    return layer


def _head(known: Mapping[str, Floats]) -> nn.Linear:
    before, shift_before = _affine(known, "bn1", _HEAD_EPSILON)
    after, shift_after = _affine(known, "fc1", _HEAD_EPSILON)
    weight = known["pre_fc1_weight"].astype(np.float64).reshape(DIMENSION, before.size, 7, 7)
    bias = known["pre_fc1_bias"].astype(np.float64) + np.einsum("ochw,c->o", weight, shift_before)
    weight = weight * before[None, :, None, None] * after[:, None, None, None]
    layer = nn.Linear(weight[0].size, DIMENSION)
    _fill(layer.weight, weight.transpose(0, 2, 3, 1).reshape(DIMENSION, -1))
    _fill(layer.bias, bias * after + shift_after)
    return layer


def _fill(parameter: Tensor, values: NDArray[np.generic]) -> None:
    if tuple(parameter.shape) != values.shape:
        raise ValueError(f"weights of shape {values.shape} where {tuple(parameter.shape)} belong")
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32)))
