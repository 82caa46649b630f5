"""SFace for the processor, its weights laid out once for the kernels that use them.

Run as it is, torch rearranges every layer's weights at every call, which costs a third of the time for one
face. oneDNN can keep them rearranged. The operators are those that torch's own compiler emits when it freezes
a network; they are not part of torch's public interface, so whoever uses this checks the result and keeps the
plain network where they are missing.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from desktop.networks.sface import SFace, normalised

_Step = tuple[Tensor, Tensor | None, Tensor, list[int], list[int], int]


class PackedSFace(nn.Module):
    """An SFace whose weights lie ready for oneDNN, in float32 or bfloat16. Only for the CPU, and to infer."""

    def __init__(self, plain: SFace, dtype: torch.dtype) -> None:
        """Raises AttributeError or RuntimeError where this torch lacks the operators."""
        super().__init__()
        operators: Any = torch.ops.mkldnn
        self._convolve = operators._convolution_pointwise.default
        self._multiply = operators._linear_pointwise.default
        self._dtype = dtype
        layers = list(plain.body.children())
        self._steps = [
            _packed(convolution, prelu, dtype)
            for convolution, prelu in zip(layers[::2], layers[1::2], strict=True)
            if isinstance(convolution, nn.Conv2d)
        ]
        weight = plain.head.weight.detach().to(dtype)
        # For one row float32 multiplies fastest from the plain layout; bfloat16 needs its own.
        self._head_packed = dtype is not torch.float32
        self._head = operators._reorder_linear_weight(weight) if self._head_packed else weight
        self._head_bias = plain.head.bias.detach().to(dtype)

    def forward(self, pictures: Tensor) -> Tensor:
        """(n, 3, 112, 112) RGB, 0..255, channels_last, to (n, 128) float32, not yet of unit length."""
        x = normalised(pictures, self._dtype).contiguous(memory_format=torch.channels_last)
        for weight, bias, slope, padding, stride, groups in self._steps:
            if groups == 0:  # 1x1: a product over the channels of every pixel
                x = self._multiply(x.permute(0, 2, 3, 1), weight, bias, "none", [], "").permute(0, 3, 1, 2)
            else:
                x = self._convolve(x, weight, bias, padding, stride, [1, 1], groups, "none", [], "")
            x = torch.prelu(x, slope)
        x = x.permute(0, 2, 3, 1).flatten(1)
        if self._head_packed:
            x = self._multiply(x, self._head, self._head_bias, "none", [], "")
        else:
            x = nn.functional.linear(x, self._head, self._head_bias)
        return x.float()


def _packed(layer: nn.Conv2d, prelu: nn.Module, dtype: torch.dtype) -> _Step:
    assert isinstance(prelu, nn.PReLU)
    weight = layer.weight.detach().to(dtype)
    bias = layer.bias.detach().to(dtype) if layer.bias is not None else None
    slope = prelu.weight.detach().to(dtype)
    padding, stride = [int(p) for p in layer.padding], [int(s) for s in layer.stride]
    operators: Any = torch.ops.mkldnn
    if layer.kernel_size == (1, 1):
        flat = weight.reshape(layer.out_channels, layer.in_channels).contiguous()
        return operators._reorder_linear_weight(flat), bias, slope, padding, stride, 0
    reorder: Any = torch._C._nn.mkldnn_reorder_conv2d_weight
    ready = reorder(weight.contiguous().to_mkldnn(), padding, stride, [1, 1], layer.groups)
    return ready, bias, slope, padding, stride, layer.groups
