"""J_temporal: its value where it is known, and its gradient."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from desktop.signals.flow import Motion
from desktop.signals.temporal import TEMPORAL, More, held_to, held_together
from desktop.style.stage import tensor
from tests.signals.films import frames

CPU = torch.device("cpu")


def numeric(more: More, canvas: Tensor, place: tuple[int, ...]) -> float:
    high, low = canvas.clone(), canvas.clone()
    high[place] += 4
    low[place] -= 4
    return float(more(high)[0].double() - more(low)[0].double()) / 8


def test_a_frame_is_held_to_its_goal_where_it_can_be_seen() -> None:
    goal = frames(1)[0]
    seen = np.zeros((48, 64), np.bool_)
    seen[:, :32] = True
    more = held_to(goal, Motion(np.zeros((48, 64, 2), np.float32), seen), CPU)
    canvas = tensor(goal, CPU) + 10
    cost, gradient = more(canvas)
    assert float(cost) == pytest.approx(TEMPORAL * 50)  # 10 squared, half of it hidden
    assert float(gradient[0, 1, 20, 10]) == pytest.approx(numeric(more, canvas, (0, 1, 20, 10)), rel=1e-2)
    assert not gradient[..., 32:].any()


def test_a_clip_that_moves_as_its_film_does_costs_little() -> None:
    contents = frames(4, 96, 72)
    more = held_together(contents, CPU)
    assert more is not None
    film = torch.cat([tensor(picture, CPU) for picture in contents])
    still = film[:1].repeat(4, 1, 1, 1)
    assert float(more(film)[0]) < 0.3 * float(more(still)[0])


def test_both_frames_of_a_pair_are_moved() -> None:
    contents = frames(3, 96, 72)
    more = held_together(contents, CPU)
    assert more is not None
    canvas = 255 * torch.rand((3, 3, 72, 96), generator=torch.Generator().manual_seed(1))
    gradient = more(canvas)[1]
    for place in ((0, 0, 40, 50), (1, 1, 30, 20), (2, 2, 60, 70)):
        assert float(gradient[place]) == pytest.approx(numeric(more, canvas, place), rel=0.05, abs=1e-3)


def test_a_picture_owes_nothing() -> None:
    assert held_together(frames(1), CPU) is None
