"""J by hand on numbers small enough, and its gradient against differences."""

from __future__ import annotations

import torch
from torch import nn

from desktop.signals.filters import COUNT, WIDTHS, WideLayer
from desktop.signals.objective import SoundObjective


def layer(weights: list[list[list[float]]]) -> WideLayer:
    """A layer of one width with these filters."""
    filters = torch.tensor(weights)
    made = WideLayer(filters.shape[1], widths=(filters.shape[2],), count=len(filters))
    made.register_buffer(f"width{filters.shape[2]}", filters)
    return made


def test_gram_and_content_by_hand() -> None:
    # Two frequencies, three moments, two filters of width 2: the sum of the first, and the second's start.
    parts = layer([[[1.0, 1.0], [0.0, 0.0]], [[0.0, 0.0], [1.0, 0.0]]])
    assert parts(torch.tensor([[[1.0, 2.0, -3.0], [1.0, -5.0, 5.0]]]))[0][0].tolist() == [
        [3.0, 0.0],
        [1.0, 0.0],
    ]
    style = torch.tensor([[[0.0, 1.0, 2.0], [2.0, 2.0, 2.0]]])  # its means are 1 and 2: F = [[0, 1], [0, 0]]
    content = torch.tensor([[[1.0, 2.0, 3.0], [3.0, 2.0, 5.0]]])  # F = [[1, 3], [1, 0]]
    objective = SoundObjective(parts, content, style)
    # Gram F F^T / T of the content is [[5, .5], [.5, .5]], of the style [[.5, 0], [0, 0]]: 21 apart, squared.
    canvas = torch.full_like(content, 2.0)  # F = [[2, 2], [0, 0]], Gram [[4, 0], [0, 0]]: 12.25 apart
    found, plain = objective.evaluate(canvas)
    assert torch.isclose(found.style, torch.tensor(12.25 / 21))
    # Differences [[1, -1], [-1, 0]] squared, over the squares of the content's and the style's: 11 + 1.
    assert torch.isclose(found.content, torch.tensor(3 / 12))
    assert objective.distances(canvas) == (float(found.content), float(found.style))
    assert (float(plain[0]), float(plain[1])) == objective.distances(canvas)


def test_the_gradient_is_that_of_j() -> None:
    torch.manual_seed(0)
    parts = WideLayer(3, seed=1, widths=(2, 3), count=4).double()
    content, style, canvas, way = (torch.rand(1, 3, 9, dtype=torch.float64) for _ in range(4))
    objective = SoundObjective(parts, content, style)
    objective.content_weight, objective.style_weight = 0.7, 3.0
    step = 1e-3
    slope = float((objective.evaluate(canvas)[0].gradient * way).sum())
    above, below = (objective.evaluate(canvas + sign * step * way)[0].total for sign in (1, -1))
    rise = float(above - below)
    assert abs(slope - rise / (2 * step)) < 2e-3 * abs(slope)


def test_costs_are_nothing_where_they_should_be() -> None:
    parts = WideLayer(4, widths=(3,), count=8)
    content, style = torch.rand(1, 4, 20), torch.rand(1, 4, 30)
    objective = SoundObjective(parts, content, style)
    at_content, at_style = objective.distances(content), objective.distances(style[:, :, :20])
    assert at_content == (0.0, 1.0)
    assert at_style[1] < 1.0
    objective.measure_from(style[:, :, :20])
    assert objective.distances(style[:, :, :20])[1] == 1.0


def test_filters_depend_on_the_seed_alone() -> None:
    one, same, other = WideLayer(5, 3), WideLayer(5, 3), WideLayer(5, 4)
    assert [buffer.shape for buffer in one.buffers()] == [(COUNT, 5, width) for width in WIDTHS]
    assert all(torch.equal(a, b) for a, b in zip(one.buffers(), same.buffers(), strict=True))
    assert not torch.equal(next(iter(one.buffers())), next(iter(other.buffers())))
    assert isinstance(one, nn.Module)
    assert not list(one.parameters())
    assert [seen.shape[2] for seen in one(torch.rand(1, 5, 12))] == [10, 2]
