"""Costs and their gradients are those of the equations, in one, two and three dimensions."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from desktop.style.cost import (
    Moments,
    content_cost,
    gram,
    gram_cost,
    injected,
    moments,
    tv_cost,
    wasserstein_cost,
)

PLACES = [(40,), (9, 7), (5, 4, 6)]


def features(places: tuple[int, ...], channels: int = 6, seed: int = 0) -> Tensor:
    chance = torch.Generator().manual_seed(seed)
    mixing = torch.randn(channels, channels, generator=chance)
    noise = torch.randn((1, channels, *places), generator=chance)
    mixed = torch.einsum("dc,nc...->nd...", mixing, noise)
    return (mixed + 1).relu()


def direct_gram(found: Tensor) -> Tensor:
    flat = found[0].flatten(1)
    return flat @ flat.T / flat.shape[1]


@pytest.mark.parametrize("places", PLACES)
def test_gram_is_its_equation(places: tuple[int, ...]) -> None:
    one, other = features(places), features(places, seed=1)
    torch.testing.assert_close(gram(moments(one)), direct_gram(one))
    right = (direct_gram(one) - direct_gram(other)).square().mean() / 36
    torch.testing.assert_close(gram_cost(moments(one), moments(other)), right)


@pytest.mark.parametrize("places", PLACES)
@pytest.mark.parametrize("distance", [gram_cost, wasserstein_cost])
@pytest.mark.parametrize("masked", [False, True])
def test_the_injected_gradient_is_autograd_s(places, distance, masked) -> None:  # noqa: ANN001
    one, target = features(places).double(), moments(features(places, seed=1))
    weights = torch.rand(places).double() if masked else None

    def cost(found: Tensor) -> Tensor:
        flat = found[0].flatten(1).T
        column = torch.ones(len(flat), 1).double() if weights is None else weights.reshape(-1, 1)
        return distance(Moments((flat * column).T @ flat, (flat * column).sum(0), column.sum()), target)

    leaf = one.clone().requires_grad_(True)
    right = torch.autograd.grad(cost(leaf), leaf)[0]
    sums = moments(one.float(), weights)
    second, first = sums.second.requires_grad_(True), sums.first.requires_grad_(True)
    pull, shift = torch.autograd.grad(
        distance(Moments(second, first, sums.count), target), (second, first), allow_unused=True
    )
    found = injected(one.float(), pull, shift, weights)
    assert found.shape == one.shape
    assert (found - right).norm() < 1e-3 * right.norm()
    onto = torch.ones_like(found)
    torch.testing.assert_close(injected(one.float(), pull, shift, weights, onto), found + 1)


def test_moments_of_parts_add_up_to_those_of_the_whole() -> None:
    whole, weights = features((12, 10)), torch.rand(12, 10)
    parts = moments(whole[..., :5, :], weights[:5]) + moments(whole[..., 5:, :], weights[5:])
    right = moments(whole, weights)
    for name in ("second", "first", "count"):
        torch.testing.assert_close(getattr(parts, name), getattr(right, name))


def test_moments_of_bfloat16_are_summed_in_float32() -> None:
    found = features((100, 90)).bfloat16()
    right = moments(found.double().float())
    sums = moments(found)
    assert sums.second.dtype is torch.float32
    torch.testing.assert_close(sums.second, right.second, rtol=1e-5, atol=0)


def test_a_mask_counts_only_its_places() -> None:
    found, mask = features((8, 8)), torch.zeros(8, 8)
    mask[:, :3] = 1
    torch.testing.assert_close(gram(moments(found, mask)), direct_gram(found[..., :3]))


def normal(mean: Tensor, covariance: Tensor) -> Moments:
    return Moments(covariance + torch.outer(mean, mean), mean, torch.tensor(1.0))


def test_wasserstein_of_known_distributions() -> None:
    # Where covariances commute: |m1 - m2|^2 + sum of (s1 - s2)^2.
    turn = torch.linalg.qr(torch.randn(5, 5, generator=torch.Generator().manual_seed(3)))[0]
    one, other = torch.tensor([4.0, 9, 1, 16, 25]), torch.tensor([1.0, 4, 9, 16, 1])
    mean = torch.arange(5.0)
    found = wasserstein_cost(
        normal(mean, turn @ one.diag() @ turn.T), normal(mean + 2, turn @ other.diag() @ turn.T)
    )
    right = (20 + (one.sqrt() - other.sqrt()).square().sum()) / 5
    assert float(found) == pytest.approx(float(right), rel=1e-3)


def test_wasserstein_of_a_style_from_itself_is_zero_and_flat() -> None:
    sums = moments(features((30, 30)))
    second, first = sums.second.clone().requires_grad_(True), sums.first.clone().requires_grad_(True)
    cost = wasserstein_cost(Moments(second, first, sums.count), sums)
    pull, shift = torch.autograd.grad(cost, (second, first))
    assert abs(float(cost.detach())) < 1e-5
    # What cancels here is about 1e-4 in `pull`.
    assert pull.abs().max() < 1e-7
    assert shift.abs().max() < 1e-6


@pytest.mark.parametrize("kind", ["fewer places than channels", "silent channels", "equal channels", "zero"])
def test_wasserstein_has_a_finite_gradient_where_variances_vanish(kind: str) -> None:
    found = features((3,) if kind.startswith("fewer") else (50,), channels=8)
    if kind.startswith("silent"):
        found[:, :4] = 0
    elif kind.startswith("equal"):
        found[:] = found[:, :1]
    elif kind == "zero":
        found[:] = 0
    target = moments(features((50,), channels=8, seed=2))
    for one, other in ((moments(found), target), (target, moments(found))):
        second, first = one.second.clone().requires_grad_(True), one.first.clone().requires_grad_(True)
        cost = wasserstein_cost(Moments(second, first, one.count), other)
        assert float(cost.detach()) > 0
        assert all(part.isfinite().all() for part in torch.autograd.grad(cost, (second, first)))


def test_a_covariance_without_eigenvalues_gives_no_number_and_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_: torch.Tensor) -> None:
        raise torch.linalg.LinAlgError("failed to converge")

    target = moments(torch.rand(1, 3, 8, 8))
    monkeypatch.setattr(torch.linalg, "eigh", fails)
    assert wasserstein_cost(moments(torch.full((1, 3, 8, 8), torch.nan)), target).isnan()


def test_content_cost_is_the_mean_square() -> None:
    one, other = torch.full((1, 2, 3, 3), 3.0), torch.full((1, 2, 3, 3), 1.0)
    assert float(content_cost(one.bfloat16(), other.bfloat16())) == 4


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_total_variation_counts_every_axis(axes: int) -> None:
    flat = torch.zeros((1, 1, *[4] * axes))
    assert float(tv_cost(flat)) == 0
    flat[(0, 0) + (1,) * axes] = 2.0  # one inner value differs from its two neighbours along each axis
    assert float(tv_cost(flat)) == pytest.approx(2 * axes * 4 / 4**axes)
