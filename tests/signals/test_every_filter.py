"""J as all random filters see it: by hand, against many that are drawn, its gradient against differences."""

from __future__ import annotations

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.signals.every_filter import EveryFilter, _Diagonals
from desktop.signals.filters import WideLayer
from desktop.signals.objective import SoundObjective


def test_costs_by_hand() -> None:
    # Windows of one moment, two frequencies; the style's mean is 0, so nothing is taken away.
    style = torch.tensor([[[1.0, -1.0], [0.0, 0.0]]])
    content = torch.tensor([[[0.0, 0.0], [2.0, 2.0]]])
    objective = EveryFilter(content, style, widths=(1,))
    # k of a window of length a with itself is a^2 / 2, across 90 degrees a b / (2 pi), across 180 nothing.
    own = (0.5**2 + 0 + 0 + 0.5**2) / 4
    across = (2 / (2 * math.pi)) ** 2
    start = 2.0**2 - 2 * across + own
    canvas = torch.tensor([[[0.0, 0.0], [1.0, 1.0]]])
    style_cost = (0.5**2 - 2 * (1 / (2 * math.pi)) ** 2 + own) / start
    # (2^2 + 1^2 - 2 x 2 x 1) / 2, over the mean squares of content and style, 4 / 2 and 1 / 2.
    assert objective.distances(canvas) == pytest.approx((0.5 / 2.5, style_cost), rel=1e-5)
    assert objective.distances(content) == pytest.approx((0.0, 1.0), abs=1e-6)
    objective.measure_from(canvas)
    assert objective.distances(canvas)[1] == pytest.approx(1.0)


def test_it_is_what_many_filters_see() -> None:
    chance = torch.Generator().manual_seed(1)
    content, style, canvas = (torch.rand(1, 12, count, generator=chance) for count in (60, 70, 60))
    style[:, 4:] *= 0.3
    drawn = SoundObjective(WideLayer(12, seed=2, count=6000), content, style)
    assert EveryFilter(content, style).distances(canvas) == pytest.approx(drawn.distances(canvas), rel=0.03)


def test_the_gradient_is_that_of_j() -> None:
    chance = torch.Generator().manual_seed(0)
    content, style, canvas, way = (
        torch.rand(1, 3, count, generator=chance, dtype=torch.float64) for count in (14, 17, 14, 14)
    )
    objective = EveryFilter(content, style, widths=(2, 7))
    objective.content_weight, objective.style_weight = 0.7, 3.0
    found, plain = objective.evaluate(canvas)
    assert (float(plain[0]), float(plain[1])) == pytest.approx(objective.distances(canvas))
    assert float(found.content) == pytest.approx(0.7 * float(plain[0]))
    step = 1e-5
    above, below = (objective.evaluate(canvas + sign * step * way)[0].total for sign in (1, -1))
    rise = float(above - below) / (2 * step)
    assert float((found.gradient * way).sum()) == pytest.approx(rise, rel=1e-6)


def test_a_stretch_without_anything_is_no_number_gone_wrong() -> None:
    content, style = torch.zeros(1, 5, 60), torch.rand(1, 5, 60)
    objective = EveryFilter(content, style)
    found, _ = objective.evaluate(style.mean(2, keepdim=True).expand(1, 5, 60))
    assert bool(torch.isfinite(found.gradient).all())
    assert math.isfinite(objective.distances(content)[1])


@settings(deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=4), st.integers(12, 20), st.integers(12, 20))
def test_sums_along_diagonals(widths: list[int], rows: int, columns: int) -> None:
    given_products = torch.rand(rows, columns, dtype=torch.float64, requires_grad=True)
    found = _Diagonals.apply(given_products, tuple(widths))
    for width, sums in zip(widths, found, strict=True):
        pieces = [
            given_products[at : rows - width + 1 + at, at : columns - width + 1 + at] for at in range(width)
        ]
        torch.testing.assert_close(sums, torch.stack(pieces).sum(0))
        (ours,) = torch.autograd.grad(sums.square().sum(), given_products, retain_graph=True)
        (plain,) = torch.autograd.grad(torch.stack(pieces).sum(0).square().sum(), given_products)
        torch.testing.assert_close(ours, plain)
