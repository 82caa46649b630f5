"""What content, style and smoothness cost. Features are (n, channels, *places) with any axes of places.

A style is told by statistics: sums over places of a (first moment) and a a^T (second moment), where a is the
vector of all channels at a place. Sums of parts add up to those of the whole, so pictures can be looked at
tile by tile, and a mask is a weight for each place. A cost J is a function of these few numbers alone, which
makes its gradient with respect to the features of any place one product with small matrices,

    dJ/da_p = w_p (D + D^T) a_p + w_p d      with D = dJ/dsecond, d = dJ/dfirst.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

_ROWS = 4096
"""Places that are turned into float32 at a time, so that the copies stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Moments:
    """Sums over places p with weights w_p, in float32: of w a a^T, of w a, and of w."""

    second: Tensor  # (C, C)
    first: Tensor  # (C,)
    count: Tensor  # zero-dimensional

    def __add__(self, other: Moments) -> Moments:
        return Moments(self.second + other.second, self.first + other.first, self.count + other.count)

    @cached_property
    def gaussian(self) -> Gaussian:
        """Mean and covariance, and their root; of a target they are needed again and again."""
        return Gaussian(self)


def moments(features: Tensor, weights: Tensor | None = None) -> Moments:
    """The sums over all places; `weights` has the shape of the places, None is 1 everywhere.

    The products are float32 for every dtype of the features. In bfloat16 they would cost half, and be wrong
    by 2e-3 of themselves (1e-4 to 1e-3 in parts that are summed), more than a picture is from its style in
    the end.
    """
    flat = rows(features)
    step = _ROWS if flat.is_cpu else max(1, len(flat))
    column = None if weights is None else weights.float().reshape(-1, 1)
    second = flat.new_zeros((flat.shape[1],) * 2, dtype=torch.float32)
    first = flat.new_zeros(flat.shape[1], dtype=torch.float32)
    for start in range(0, len(flat), step):
        part = flat[start : start + step].float()
        weighted = part if column is None else part * column[start : start + step]
        second.addmm_(weighted.T, part)
        first += weighted.sum(0)
    count = second.new_full((), len(flat)) if column is None else column.sum()
    return Moments(second, first, count)


def injected(
    features: Tensor,
    second: Tensor,
    first: Tensor | None = None,
    weights: Tensor | None = None,
    onto: Tensor | None = None,
) -> Tensor:
    """dJ/dfeatures, like `features`, from dJ/dsecond (C, C) and dJ/dfirst (C,); added to `onto`.

    `first` and `onto` None are zero, `weights` None 1 everywhere.
    """
    flat = rows(features)
    pull = (second + second.T).to(flat.dtype)
    base = None if onto is None or weights is not None else rows(onto)
    if first is not None:
        shift = first.to(flat.dtype)
        base = shift if base is None else base + shift
    result = flat @ pull if base is None else torch.addmm(base, flat, pull)
    if weights is not None:
        result = result * weights.reshape(-1, 1).to(flat.dtype)
        result = result if onto is None else result + rows(onto)
    return result.view(features.shape[0], *features.shape[2:], -1).movedim(-1, 1)


def rows(features: Tensor) -> Tensor:
    """(places, C): a row for every place of every picture; a view where channels lie together in memory."""
    return features.movedim(1, -1).flatten(0, -2)


def gram(found: Moments) -> Tensor:
    """G = sum_p w_p a_p a_p^T / sum_p w_p, (C, C): Gatys et al. 2016, equation 3, divided by H W."""
    return found.second / found.count


def gram_cost(found: Moments, target: Moments) -> Tensor:
    """Mean over all pairs of channels of (G - A)^2, times 1 / C^2: Gatys et al. 2016, equation 4.

    Their own program weights each layer's mean squared error of Gram / (H W) by 1 / C^2; so does this.
    """
    difference = gram(found) - gram(target)
    return difference.square().mean() / len(difference) ** 2


class Gaussian:
    """The normal distribution with the mean and covariance of some moments, in float64.

    A ten-thousandth of the mean variance is added to each variance: channels that never fire have none, and
    the distance's gradient there would be without bound.
    """

    def __init__(self, found: Moments, like: Gaussian | None = None) -> None:
        """`like` is the one to compare with, whose added variance is taken."""
        device = "cpu" if found.second.device.type == "mps" else found.second.device  # mps has no float64
        second, first = found.second.to(device).double(), found.first.to(device).double()
        count = found.count.to(device).double()
        self.mean: Tensor = first / count
        covariance = second / count - torch.outer(self.mean, self.mean)
        own = 1e-4 * covariance.detach().diagonal().mean().clamp(min=1e-6)
        self.added: Tensor = own if like is None else like.added
        self.covariance = covariance + self.added * torch.eye(len(first), dtype=first.dtype, device=device)

    @cached_property
    def root(self) -> Tensor:
        """The symmetric square root of the covariance."""
        values, vectors = _eigh(self.covariance)
        root: Tensor = (vectors * torch.maximum(values, self.added).sqrt()) @ vectors.T
        return root


def _eigh(matrix: Tensor) -> tuple[Tensor, Tensor]:
    """Eigenvalues and eigenvectors; no numbers where there are none.

    Of a matrix that is not finite some libraries give no numbers and others fail; a run can go on from the
    first.
    """
    try:
        values, vectors = torch.linalg.eigh(matrix)
    except torch.linalg.LinAlgError:  # type: ignore[attr-defined]  # torch's stubs forget it
        return matrix.new_full(matrix.shape[:1], torch.nan), torch.full_like(matrix, torch.nan)
    return values, vectors


class _RootTrace(torch.autograd.Function):
    """tr (R S R)^(1/2) as a function of S, for R symmetric.

    Its gradient is 1/2 R (R S R)^(-1/2) R whether or not eigenvalues are equal; autograd's of eigh divides by
    their differences.
    """

    @staticmethod
    def forward(context: Any, covariance: Tensor, root: Tensor, least: Tensor) -> Tensor:  # noqa: ANN401
        values, vectors = _eigh(root @ covariance @ root)
        roots = torch.maximum(values, least.square()).sqrt()  # below it is rounding
        context.save_for_backward(roots, root @ vectors)
        return roots.sum()

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:  # noqa: ANN401
        roots, turned = context.saved_tensors
        return gradients[0] / 2 * (turned / roots) @ turned.T, None, None


def wasserstein_cost(found: Moments, target: Moments) -> Tensor:
    """The squared Wasserstein-2 distance of two normal distributions, over C: of means and of covariances.

    |m1 - m2|^2 + tr(S1 + S2 - 2 (S2^(1/2) S1 S2^(1/2))^(1/2)): Dowson and Landau, "The Frechet distance
    between multivariate normal distributions", Journal of Multivariate Analysis 12, 1982.
    """
    there = target.gaussian
    here = Gaussian(found, there)
    traces = here.covariance.trace() + there.covariance.trace()
    mixed: Tensor = _RootTrace.apply(here.covariance, there.root, there.added)  # type: ignore[no-untyped-call]
    cost = (here.mean - there.mean).square().sum() + traces - 2 * mixed
    return (cost / len(here.mean)).to(found.second.device, torch.float32)


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
