"""A 3x3 convolution for the processor, its weights laid out once for oneDNN, both for the way there and back.

Run as it is, torch rearranges a layer's weights at every call, which for small pictures takes a third of the
time. The operators are those that torch's own compiler emits; they are not part of its public interface, so
`lay_out` tries them and says None where they are missing or give another result.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by


class Kernels:
    """One convolution of stride 1 and padding 1, and its transpose. No autograd."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        """Raises AttributeError or RuntimeError where this torch lacks the operators."""
        self._run: Any = torch.ops.mkldnn._convolution_pointwise.default
        # The gradient passes through the same kernel turned round, from the outputs to the inputs.
        self._there, self._back = _ordered(weight), _ordered(weight.flip(2, 3).transpose(0, 1))
        self._bias = bias.detach()

    def there(self, x: Tensor) -> Tensor:
        """(n, in, h, w) channels_last to (n, out, h, w), ReLU included."""
        result: Tensor = self._run(x, self._there, self._bias, [1, 1], [1, 1], [1, 1], 1, "relu", [], "")
        return result

    def back(self, gradient: Tensor) -> Tensor:
        """dJ/dinput from dJ/doutput, ReLU left out; of the same shapes the other way round."""
        result: Tensor = self._run(gradient, self._back, None, [1, 1], [1, 1], [1, 1], 1, "none", [], "")
        return result


def lay_out(weight: Tensor, bias: Tensor) -> Kernels | None:
    """The kernels of OIHW weights on the processor; None where torch has no such operators or they differ."""
    if weight.dtype not in (torch.float32, torch.bfloat16):
        return None
    size = (1, weight.shape[1], 4, 4)
    x = torch.linspace(-1, 1, size[1] * 16, dtype=weight.dtype).view(size)
    x = x.contiguous(memory_format=torch.channels_last)
    try:
        kernels = Kernels(weight, bias)
        found = kernels.there(x)
        right = F.relu(F.conv2d(x, weight, bias, padding=1))
        back, right_back = kernels.back(right), F.conv_transpose2d(right, weight, padding=1)
    except (AttributeError, RuntimeError):
        return None
    return kernels if _alike(found, right) and _alike(back, right_back) else None


def _alike(one: Tensor, other: Tensor) -> bool:
    return one.shape == other.shape and bool((one - other).abs().max() <= 0.02 * other.abs().max())


def _ordered(weight: Tensor) -> Tensor:
    reorder: Any = torch._C._nn.mkldnn_reorder_conv2d_weight
    plain = weight.detach().contiguous()
    result: Tensor = reorder(plain.to_mkldnn(), [1, 1], [1, 1], [1, 1], 1)
    return result
