"""The painter behind both instant networks: down by four, residual blocks, up again; the style sets norms.

Source: Johnson, Alahi and Fei-Fei, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution",
ECCV 2016 (the shape); Dumoulin, Shlens and Kudlur, "A Learned Representation for Artistic Style", ICLR 2017,
equation 5 (conditional instance normalisation: z = gamma_s (x - mean) / deviation + beta_s).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import torch
from torch import Tensor, nn
from torch.nn import functional

Norms = Sequence[tuple[Tensor, Tensor]]
"""gamma and beta (C,) of every normalisation, in the order in which the picture meets them."""

Moments = list[tuple[Tensor, Tensor]]
"""Mean and variance (C,) that every normalisation found, in the same order."""

STEP = 4
"""Sides of the input are multiples of this: two halvings."""

SMALLEST = 16
"""Sides of the input are at least this: reflection needs more pixels than it adds."""

REACH = 64
"""How far, in pixels, a pixel of the input can change the output, means and variances aside."""


class Painter(nn.Module):
    """Reflect padding and valid convolutions everywhere; the last layer ends in a sigmoid.

    `contract` are the three convolutions down with their biases (None where a norm follows), `residual` pairs
    of 3x3 convolutions, `expand` two after a nearest enlargement by two, and the last. A bias before a norm
    changes nothing, so there is none.
    """

    def __init__(
        self,
        contract: Sequence[tuple[Tensor, Tensor | None]],
        residual: Sequence[Tensor],
        expand: Sequence[Tensor],
    ) -> None:
        super().__init__()
        self.normed = contract[0][1] is None
        # Pictures come as 0..255, which bfloat16 holds exactly; 0..1 it would round.
        contract = [(contract[0][0] / 255, contract[0][1]), *contract[1:]]
        self.contract = nn.ModuleList(
            _convolution(weight, bias, 2 if place else 1) for place, (weight, bias) in enumerate(contract)
        )
        self.residual = nn.ModuleList(_convolution(weight) for weight in residual)
        self.expand = nn.ModuleList(_convolution(weight) for weight in expand)
        self.dtype = torch.float32
        self.eval()
        self.requires_grad_(False)

    def in_format(self, dtype: torch.dtype) -> Self:
        """The convolutions in this format; what makes the style's numbers into norms stays in float32."""
        for layers in (self.contract, self.residual, self.expand):
            layers.to(dtype)
        self.dtype = dtype
        return self

    def paint(self, pictures: Tensor, norms: Norms, known: Moments | None = None) -> tuple[Tensor, Moments]:
        """(n, 3, h, w) RGB 0..255 to float32 of the same shape and range, and the moments that were used.

        Sides are multiples of STEP and at least SMALLEST. Without `known` the moments are those of all the
        pictures together: of one picture this is instance normalisation.
        """
        rows, used = iter(norms), Moments()

        def norm(x: Tensor) -> Tensor:
            gamma, beta = next(rows)
            if known is None:
                mean, variance = torch.zeros_like(gamma), torch.ones_like(gamma)
            else:
                mean, variance = known[len(used)]
            used.append((mean, variance))
            # With momentum 1 the two are filled with what was found.
            return functional.batch_norm(x, mean, variance, gamma, beta, known is None, 1.0, 1e-5)

        x = pictures.to(self.dtype).contiguous(memory_format=torch.channels_last)
        for layer in self.contract:
            x = layer(_mirrored(x, layer))
            x = functional.relu_(norm(x) if self.normed else x)
        for first, second in zip(self.residual[::2], self.residual[1::2], strict=True):
            y = functional.relu_(norm(first(_mirrored(x, first))))
            x = x + norm(second(_mirrored(y, second)))
        for layer in self.expand[:-1]:
            x = functional.interpolate(x, scale_factor=2, mode="nearest")
            x = functional.relu_(norm(layer(_mirrored(x, layer))))
        last = self.expand[-1]
        return torch.sigmoid(norm(last(_mirrored(x, last))).float()) * 255, used


def _mirrored(x: Tensor, layer: nn.Module) -> Tensor:
    assert isinstance(layer, nn.Conv2d)
    edge = layer.kernel_size[0] // 2
    return functional.pad(x, (edge, edge, edge, edge), mode="reflect")


def _convolution(weight: Tensor, bias: Tensor | None = None, stride: int = 1) -> nn.Conv2d:
    out, into, side, _ = weight.shape
    layer = nn.Conv2d(into, out, side, stride=stride, bias=bias is not None)
    layer.weight = nn.Parameter(weight.contiguous(memory_format=torch.channels_last), requires_grad=False)
    if bias is not None:
        layer.bias = nn.Parameter(bias.clone(), requires_grad=False)
    return layer
