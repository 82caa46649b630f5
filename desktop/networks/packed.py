"""SFace for the processor, its weights laid out once for the kernels that use them.

Run as it is, torch rearranges every layer's weights at every call, which costs a third of the time for one
face. oneDNN can keep them rearranged. The operators are those that torch's own compiler emits when it freezes
a network; they are not part of torch's public interface, so whoever uses this checks the result and keeps the
plain network where they are missing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from desktop.networks.sface import SFace

BATCH = 8
"""Pictures at once. More gain nothing: their activations leave the processor's cache between layers."""

_ALONE = 11
"""In float32 so many layers see one picture at a time: they are large, 1.6 MB and more, and have few weights.
The rest see the whole batch, since their weights (37 MB) are what takes time to read."""


class _Layer(NamedTuple):
    weight: Tensor
    bias: Tensor
    slope: Tensor
    padding: list[int]
    stride: list[int]
    groups: int
    """0 for a 1x1 convolution, which is a product over the channels of every pixel."""


class PackedSFace(nn.Module):
    """An SFace whose weights lie ready for oneDNN, in float32 or bfloat16. Only for the CPU, and to infer."""

    def __init__(self, plain: SFace, dtype: torch.dtype) -> None:
        """Raises AttributeError or RuntimeError where this torch lacks the operators."""
        super().__init__()
        operators: Any = torch.ops.mkldnn
        self._convolve = operators._convolution_pointwise.default
        self._multiply = operators._linear_pointwise.default
        self._dtype = dtype
        self._layers: list[_Layer] = []
        children = list(plain.body.children())
        for convolution, prelu in zip(children[::2], children[1::2], strict=True):
            if not isinstance(convolution, nn.Conv2d) or not isinstance(prelu, nn.PReLU):
                raise TypeError("the body is no chain of convolution and PReLU")
            # The input's division by 128 moves into the first weights: a power of two, so nothing is rounded.
            scale = 1.0 if self._layers else 1 / 128
            self._layers.append(_packed(convolution, prelu.weight, scale, dtype))
        self._head = operators._reorder_linear_weight(plain.head.weight.detach().to(dtype))
        self._head_bias = plain.head.bias.detach().to(dtype)
        self._alone = _ALONE if dtype is torch.float32 else 0

    def forward(self, pictures: Tensor) -> Tensor:
        """(n, 3, 112, 112) RGB, 0..255, channels_last, to (n, 128) float32, not yet of unit length."""
        pictures = pictures.contiguous(memory_format=torch.channels_last)
        return torch.cat([self._few(few) for few in torch.split(pictures, BATCH)])

    def below(self, pictures: Tensor) -> Tensor:
        """(n, 50176) in the network's number format: what the last layer reads."""
        pictures = pictures.contiguous(memory_format=torch.channels_last)
        return torch.cat([self._below(few) for few in torch.split(pictures, BATCH)])

    def _few(self, pictures: Tensor) -> Tensor:
        result: Tensor = self._multiply(self._below(pictures), self._head, self._head_bias, "none", [], "")
        return result.float()

    def _below(self, pictures: Tensor) -> Tensor:
        x = pictures.float().sub_(127.5) if pictures.dtype is torch.uint8 else pictures - 127.5
        x = x.to(self._dtype)
        if self._alone:
            x = torch.cat([self._run(one, self._layers[: self._alone]) for one in torch.split(x, 1)])
        return self._run(x, self._layers[self._alone :]).permute(0, 2, 3, 1).flatten(1)

    def _run(self, x: Tensor, layers: list[_Layer]) -> Tensor:
        for weight, bias, slope, padding, stride, groups in layers:
            if groups == 0:
                x = self._multiply(x.permute(0, 2, 3, 1), weight, bias, "none", [], "").permute(0, 3, 1, 2)
            else:
                x = self._convolve(x, weight, bias, padding, stride, [1, 1], groups, "none", [], "")
            x = torch.prelu(x, slope)
        return x


def _packed(layer: nn.Conv2d, slope: Tensor, scale: float, dtype: torch.dtype) -> _Layer:
    weight = (layer.weight.detach() * scale).to(dtype)
    bias = torch.zeros(layer.out_channels) if layer.bias is None else layer.bias.detach()
    padding = [int(side) for side in layer.padding]
    stride = [int(step) for step in layer.stride]
    rest = (bias.to(dtype), slope.detach().to(dtype), padding, stride)
    operators: Any = torch.ops.mkldnn
    if layer.kernel_size == (1, 1):
        flat = weight.reshape(layer.out_channels, layer.in_channels).contiguous()
        return _Layer(operators._reorder_linear_weight(flat), *rest, 0)
    reorder: Any = torch._C._nn.mkldnn_reorder_conv2d_weight
    ready = reorder(weight.contiguous().to_mkldnn(), padding, stride, [1, 1], layer.groups)
    return _Layer(ready, *rest, layer.groups)
