"""The optimisers on functions whose answer is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from desktop.style.optimise import LBFGS, Optimiser, make

Function = Callable[[Tensor], tuple[Tensor, Tensor]]


def minimise(optimiser: Optimiser, function: Function, canvas: Tensor, steps: int) -> Tensor:
    for _ in range(steps):
        _, gradient = function(canvas)
        canvas = optimiser.step(optimiser.look(canvas, gradient).tolist())
        assert 0 <= float(canvas.min()) <= float(canvas.max()) <= 255
    return canvas


def quadratic(size: int = 120) -> tuple[Function, Tensor]:
    """A function with a third of its unbounded minimum outside the box, and its minimum within."""
    torch.manual_seed(1)
    root = torch.randn(size, size)
    bowl = root @ root.T / size + 0.05 * torch.eye(size)
    middle = 128 + 130 * torch.randn(size)

    def function(canvas: Tensor) -> tuple[Tensor, Tensor]:
        apart = canvas.flatten() - middle
        return 0.5 * apart @ bowl @ apart, (bowl @ apart).view_as(canvas)

    found = torch.full((size,), 128.0, dtype=torch.float64)
    step = 1 / torch.linalg.eigvalsh(bowl.double())[-1]
    for _ in range(5000):  # projected gradient descent, in double precision
        found = (found - step * (bowl.double() @ (found - middle.double()))).clamp(0, 255)
    assert 20 < int(((found == 0) | (found == 255)).sum()) < 80
    return function, found.float()


@pytest.mark.parametrize("history", [100, 12])
def test_lbfgs_finds_the_minimum_within_the_box(history: int) -> None:
    function, answer = quadratic()
    start = torch.full((1, 3, 8, 5), 128.0)
    found = minimise(make("lbfgs", start, 1.0, history), function, start, 150)
    assert torch.allclose(found.flatten(), answer, atol=0.05)


def test_lbfgs_needs_no_more_evaluations_than_torch_where_no_bound_holds() -> None:
    torch.manual_seed(2)
    scale = torch.logspace(0, 3, 60)

    def function(canvas: Tensor) -> tuple[Tensor, Tensor]:
        apart = canvas - 128
        return (0.5 * scale * apart**2 + 0.001 * apart**4).sum(), scale * apart + 0.004 * apart**3

    start = 128 + 20 * torch.randn(60)
    ours = minimise(make("lbfgs", start, 1.0), function, start, 60)
    theirs = start.clone().requires_grad_()
    reference = torch.optim.LBFGS([theirs], max_iter=1, lr=1.0)

    def closure() -> Tensor:
        value, theirs.grad = function(theirs.detach())
        return value

    for _ in range(60):
        reference.step(closure)
    assert float(function(ours)[0]) <= 1.5 * float(function(theirs.detach())[0]) + 1e-6


def test_lbfgs_walks_the_valley_of_rosenbrock() -> None:
    def function(canvas: Tensor) -> tuple[Tensor, Tensor]:
        x, y = (canvas / 100).requires_grad_().double()
        leaf = torch.stack((x, y)).detach().requires_grad_()
        value = (1 - leaf[0]) ** 2 + 100 * (leaf[1] - leaf[0] ** 2) ** 2
        return value.detach(), torch.autograd.grad(value, leaf)[0].float() / 100

    start = torch.tensor([20.0, 180.0])
    found = minimise(make("lbfgs", start, 0.7), function, start, 400)
    assert torch.allclose(found, torch.tensor([100.0, 100.0]), atol=2.0)


def test_steps_grow_where_nothing_bends_upwards() -> None:
    def function(canvas: Tensor) -> tuple[Tensor, Tensor]:
        return -(canvas**2).sum() / 2, -canvas

    optimiser = make("lbfgs", torch.ones(4), 1.0)
    canvas, moved = torch.ones(4), []
    for _ in range(4):
        before = canvas
        canvas = minimise(optimiser, function, canvas, 1)
        moved.append(float((canvas - before).mean()))
    assert moved == pytest.approx([8, 16, 32, 64], rel=1e-4)


def test_what_was_learnt_is_forgotten_on_a_restart() -> None:
    function, _ = quadratic()
    start = torch.full((120,), 128.0)
    used = LBFGS(start)
    minimise(used, function, start, 10)
    used.restart()
    fresh = LBFGS(start)
    fresh.restart()  # its first step is then as careful
    assert torch.equal(minimise(used, function, start, 5), minimise(fresh, function, start, 5))


@pytest.mark.parametrize(("name", "steps"), [("adam", 300), ("gradient", 2000)])
def test_the_others_come_near_the_minimum(name: str, steps: int) -> None:
    function, answer = quadratic()
    start = torch.full((120,), 128.0)
    found = minimise(make(name, start, 0.5), function, start, steps)
    best, reached, before = (float(function(point)[0]) for point in (answer, found, start))
    assert reached - best < 0.1 * (before - best)


def test_a_gradient_that_was_no_number_leaves_nothing_behind() -> None:
    function, answer = quadratic()
    start = torch.full((120,), 128.0)
    used = LBFGS(start)
    canvas = minimise(used, function, start, 6)
    used.look(canvas, torch.full_like(canvas, torch.nan))
    used.restart()
    assert torch.allclose(minimise(used, function, canvas, 150), answer, atol=0.05)
