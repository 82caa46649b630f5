"""What content, style and smoothness cost. Features are (n, channels, *places) with any axes of places.

A style is told by statistics: sums over places of a (first moment) and a a^T (second moment), where a is the
vector of all channels at a place. Sums of parts add up to those of the whole, so pictures can be looked at
tile by tile, and a mask is a weight for each place. A cost J is a function of these few numbers alone, which
makes its gradient with respect to the features of any place one product with small matrices,

    dJ/da_p = w_p (D + D^T) a_p + w_p d      with D = dJ/dsecond, d = dJ/dfirst.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Sums over places p with weights w_p, in float32: of w a a^T, of w a, and of w."""

    second: Tensor  # (C, C)
    first: Tensor  # (C,)
    count: Tensor  # zero-dimensional

    def __add__(self, other: Moments) -> Moments:
        return Moments(self.second + other.second, self.first + other.first, self.count + other.count)


def moments(features: Tensor, weights: Tensor | None = None) -> Moments:
    """The sums over all places; `weights` has the shape of the places, None is 1 everywhere."""
    flat = rows(features).float()
    weighted = flat if weights is None else flat * _column(weights, flat.dtype)
    places = flat.new_tensor(len(flat)) if weights is None else weights.float().sum() * len(features)
    return Moments(weighted.T @ flat, weighted.sum(0), places)


def injected(features: Tensor, second: Tensor, first: Tensor | None, weights: Tensor | None = None) -> Tensor:
    """dJ/dfeatures from dJ/dsecond (C, C) and dJ/dfirst (C,) (None: zero); like `features`."""
    flat = rows(features)
    pull = (second + second.T).to(flat.dtype)
    result = flat @ pull if first is None else torch.addmm(first.to(flat.dtype), flat, pull)
    if weights is not None:
        result = result * _column(weights, flat.dtype)
    return result.view(features.shape[0], *features.shape[2:], -1).movedim(-1, 1)


def rows(features: Tensor) -> Tensor:
    """(places, C): a row for every place of every picture; a view where channels lie together in memory."""
    return features.movedim(1, -1).flatten(0, -2)


def _column(weights: Tensor, dtype: torch.dtype) -> Tensor:
    return weights.reshape(-1, 1).to(dtype)


def gram(found: Moments) -> Tensor:
    """G = sum_p w_p a_p a_p^T / sum_p w_p, (C, C): Gatys et al. 2016, equation 3, divided by H W."""
    return found.second / found.count


def gram_cost(found: Moments, target: Moments) -> Tensor:
    """Mean over all pairs of channels of (G - A)^2, times 1 / C^2: Gatys et al. 2016, equation 4.

    Their own program weights each layer's mean squared error of Gram / (H W) by 1 / C^2; so does this.
    """
    difference = gram(found) - gram(target)
    return difference.square().mean() / len(difference) ** 2


def content_cost(features: Tensor, target: Tensor) -> Tensor:
    """The mean squared difference, in float32: Gatys et al. 2016, equation 1, divided by the size."""
    return (features.float() - target.float()).square().mean()


def tv_cost(picture: Tensor) -> Tensor:
    """Total variation, squared and anisotropic: the squares of the differences of neighbours along each axis.

    Their sum over the number of values, so that it does not depend on the size of the picture.
    """
    total = picture.new_zeros(())
    for axis in range(2, picture.dim()):
        total = total + picture.diff(dim=axis).square().sum()
    return total / picture.numel()
