"""The painter behind both instant networks: down by four, residual blocks, up again; the style sets norms.

Source: Johnson, Alahi and Fei-Fei, "Perceptual Losses for Real-Time Style Transfer and Super-Resolution",
ECCV 2016 (the shape); Dumoulin, Shlens and Kudlur, "A Learned Representation for Artistic Style", ICLR 2017,
equation 5 (conditional instance normalisation: z = gamma_s (x - mean) / deviation + beta_s).

Processors compute 16 or 32 channels at once, and near its two ends the network has 3 or 8. So four pixels
there are one place with four times the channels (desktop.networks.blocks): the same sums in a third of the
time. An enlargement by two becomes part of the convolution that follows it.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Final, Self

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop.networks.blocks import apart, framed, mirrored, packed, repeated, together
from desktop.progress import finish

Norms = Sequence[tuple[Tensor, Tensor]]
"""gamma and beta (C,) of every normalisation, in the order in which the picture meets them."""

Moments = list[tuple[Tensor, Tensor]]
"""Mean and variance (C,) that every normalisation found, in the same order."""

Stages = Generator[None, None, tuple[Tensor, Moments]]
"""A painting on its way."""

STEP: Final = 4
"""Sides of the input are multiples of this: two halvings."""

SMALLEST: Final = 16
"""Sides of the input are at least this: reflection needs more pixels than it adds."""

REACH: Final = 64
"""How far, in pixels, a pixel of the input can change the output, means and variances aside; times of STEP.

4 for the first layer, 1 + 2 down, 10 convolutions of 4 (12 of the fixed styles), 2 + 1 up, 4 at the end."""

_EPSILON: Final = 1e-5
_FEW: Final = 16
"""Channels below which a layer is computed with four pixels as one place."""


class Painter(nn.Module):
    """Mirrored borders and valid convolutions everywhere; the last layer ends in a sigmoid.

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
        first, second, third = (weight for weight, _ in contract)
        biases = [bias for _, bias in contract]
        self.normed = biases[0] is None
        self.few = len(first) < _FEW
        first = first / 255  # pictures come as 0..255, which bfloat16 holds exactly; 0..1 it would round
        if self.few:
            first, second = packed(first, into=2, out=2), packed(second, stride=2, into=2)
            biases[0] = None if biases[0] is None else biases[0].repeat(4)
        self.contract = nn.ModuleList(
            _convolution(weight, bias, 1 if place == 0 or (self.few and place == 1) else 2)
            for place, (weight, bias) in enumerate(zip((first, second, third), biases, strict=True))
        )
        self.residual = nn.ModuleList(_convolution(weight) for weight in residual)
        self.expand = nn.ModuleList(_convolution(packed(weight, grows=2, out=2)) for weight in expand[:-1])
        self.last = _convolution(packed(expand[-1], into=2, out=2))
        self.dtype = torch.float32
        self.eval()
        self.requires_grad_(False)

    def in_format(self, dtype: torch.dtype) -> Self:
        """The convolutions in this format; what makes the style's numbers into norms stays in float32."""
        for layers in (self.contract, self.residual, self.expand, self.last):
            layers.to(dtype=dtype)
        self.dtype = dtype
        return self

    def paint(self, pictures: Tensor, norms: Norms, known: Moments | None = None) -> tuple[Tensor, Moments]:
        """(n, h, w, 3) RGB 0..255 to float32 of the same shape and range, and the moments that were used.

        Sides are multiples of STEP and at least SMALLEST. Without `known` the moments are those of all the
        pictures together: of one picture this is instance normalisation.
        """
        return finish(self.stages(pictures, norms, known))

    def stages(self, pictures: Tensor, norms: Norms, known: Moments | None = None) -> Stages:
        """As `paint`, layer by layer: yields before each, so that a large picture can be given up."""
        norm = _Norm(norms, known)
        x = yield from self._down(pictures.to(self.dtype).contiguous(), norm)
        for first, second in zip(self.residual[::2], self.residual[1::2], strict=True):
            yield
            y = norm(first(framed(x, 1))).relu_()
            x = norm(second(framed(y, 1))).add_(x)
        first, second = self.expand
        yield
        x = together(norm(first(repeated(x, 1, 1)), 4), relu=True, frame=1)
        yield
        x = mirrored(norm(second(x), 4).relu_(), 2)
        yield
        x = self.last(x)
        yield
        return torch.sigmoid(together(norm(x, 4)).float()).mul_(255), norm.used

    def _down(self, x: Tensor, norm: _Norm) -> Generator[None, None, Tensor]:
        first, second, third = self.contract
        pixels = 4 if self.few else 1
        x = framed(x, 4)
        if self.few:
            x = apart(x)
        yield
        x = first(x)
        x = (norm(x, pixels) if self.normed else x).relu_()
        yield
        x = second(repeated(x, 1, 0) if self.few else framed(x, 1))
        x = (norm(x) if self.normed else x).relu_()
        yield
        x = third(framed(x, 1))
        return (norm(x) if self.normed else x).relu_()


class _Norm:
    """The normalisations one after another, as they are met."""

    def __init__(self, norms: Norms, known: Moments | None) -> None:
        self._rows, self._known = iter(norms), known
        self.used: Moments = []

    def __call__(self, x: Tensor, pixels: int = 1) -> Tensor:
        """(n, h, w, pixels x C), contiguous, normalised over everything but C."""
        gamma, beta = next(self._rows)
        wide = max(pixels, 1)
        while len(gamma) * wide < _FEW and x.numel() % (len(gamma) * wide * 2) == 0:
            wide *= 2  # several places side by side, for a processor that computes 16 channels at once
        flat = x.view(-1, len(gamma) * wide)
        if self._known is None and wide == 1:
            mean, variance = torch.zeros_like(gamma), torch.ones_like(gamma)
            # With momentum 1 the two are filled with what was found.
            result = functional.batch_norm(flat, mean, variance, gamma, beta, True, 1.0, _EPSILON)
            variance = variance * _share(flat)
        else:
            mean, variance = self._known[len(self.used)] if self._known is not None else _moments(flat, wide)
            at, by, scale, shift = (row.repeat(wide) for row in (mean, variance, gamma, beta))
            result = functional.batch_norm(flat, at, by, scale, shift, False, 0.0, _EPSILON)
        self.used.append((mean, variance))
        return result.view(x.shape)


def _moments(flat: Tensor, wide: int) -> tuple[Tensor, Tensor]:
    """Mean and variance (C,) of (rows, wide x C): of each column, then put together."""
    if not flat.is_cpu:  # elsewhere the operator below is missing or takes one format only
        variance, mean = torch.var_mean(flat.float().view(-1, flat.shape[1] // wide), 0, correction=0)
        return mean, variance
    mean = torch.zeros(flat.shape[1])
    variance = torch.ones_like(mean)
    torch.batch_norm_update_stats(flat, mean, variance, 1.0)
    mean, variance = mean.view(wide, -1), variance.view(wide, -1) * _share(flat)
    return mean.mean(0), variance.mean(0) + mean.var(0, correction=0)


def _share(flat: Tensor) -> float:
    """torch keeps the variance of a population estimated from these rows; this makes it that of the rows."""
    return (len(flat) - 1) / len(flat)


class _Convolution(nn.Conv2d):
    """Valid, on (n, h, w, channels)."""

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = functional.conv2d(x.permute(0, 3, 1, 2), self.weight, self.bias, self.stride)
        return result.permute(0, 2, 3, 1).contiguous()


def _convolution(weight: Tensor, bias: Tensor | None = None, stride: int = 1) -> _Convolution:
    out, into, side, _ = weight.shape
    layer = _Convolution(into, out, side, stride=stride, bias=bias is not None)
    layer.weight = nn.Parameter(weight.contiguous(memory_format=torch.channels_last), requires_grad=False)
    if bias is not None:
        layer.bias = nn.Parameter(bias.clone(), requires_grad=False)
    return layer
