"""The triplet loss against numbers worked out by hand, and the miners on a batch whose hardest are known."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from desktop.learn.triplets import Triplets, active_share, miner, triplet_losses

# On the line: person 0 at 0 and 2, person 1 at 3 and 7.
LINE = torch.tensor([[0.0], [2.0], [3.0], [7.0]])
CODES = torch.tensor([0, 0, 1, 1])


def rows(*triplets: tuple[int, int, int]) -> Triplets:
    return Triplets(*(torch.tensor(part) for part in zip(*triplets, strict=True)))


def test_equation_3_by_hand() -> None:
    # |0-2|^2 - |0-3|^2 + 0.5 = 4 - 9 + 0.5 < 0; |2-0|^2 - |2-3|^2 + 0.5 = 3.5; |7-3|^2 - |7-2|^2 + 0.5 < 0
    losses = triplet_losses(LINE, rows((0, 1, 2), (1, 0, 2), (3, 2, 1)), 0.5)
    assert losses.tolist() == [0, 3.5, 0]
    assert active_share(losses) == pytest.approx(1 / 3)


def test_exactly_at_the_margin_nothing_is_lost() -> None:
    losses = triplet_losses(LINE, rows((0, 1, 2)), 5.0)
    assert losses.tolist() == [0]
    assert active_share(losses) == 0
    assert active_share(losses[:0]) is None


def test_hard_takes_the_farthest_positive_and_the_nearest_negative() -> None:
    line = torch.tensor([[0.0], [2.0], [-5.0], [3.0], [7.0]])
    found = miner("hard", 0.5)(line, torch.tensor([0, 0, 0, 1, 1]))
    chosen = {
        int(a): (int(p), int(n)) for a, p, n in zip(found.anchor, found.positive, found.negative, strict=True)
    }
    assert chosen == {0: (2, 3), 1: (2, 3), 2: (1, 3), 3: (4, 1), 4: (3, 1)}


def test_semihard_takes_those_beyond_the_positive_but_within_the_margin() -> None:
    found = miner("semihard", 6.0)(LINE, CODES)
    chosen = set(zip(*(part.tolist() for part in found), strict=True))
    # 4 < 9 <= 4 + 6 for (0, 1, 2); 25 lies beyond 16 + 6 for (3, 2, 1); the rest have nearer negatives.
    assert chosen == {(0, 1, 2)}


def test_random_takes_every_anchor_once_and_any_negative() -> None:
    torch.manual_seed(1)
    seen = set()
    for _ in range(40):
        found = miner("random", 0.5)(LINE, CODES)
        assert sorted(found.anchor.tolist()) == [0, 1, 2, 3]
        assert (CODES[found.anchor] == CODES[found.positive]).all()
        assert (CODES[found.anchor] != CODES[found.negative]).all()
        assert (found.anchor != found.positive).all()
        seen.update(zip(*(part.tolist() for part in found), strict=True))
    assert {n for a, _, n in seen if a == 0} == {2, 3}


def test_without_a_second_picture_there_is_no_triplet() -> None:
    for mining in ("random", "semihard", "hard"):
        found = miner(mining, 0.5)(LINE[:2], torch.tensor([0, 1]))
        assert found.anchor.numel() == 0


def test_the_gradient_pulls_the_positive_and_pushes_the_negative() -> None:
    points = LINE.clone().requires_grad_()
    triplet_losses(points, rows((1, 0, 2)), 0.5).sum().backward()
    assert points.grad is not None
    # d/dA = 2(A-P) - 2(A-N) = 4 + 2, d/dP = -2(A-P), d/dN = 2(A-N)
    np.testing.assert_allclose(points.grad.flatten().numpy(), [-4, 6, -2, 0])


def test_an_unknown_miner_is_refused() -> None:
    with pytest.raises(ValueError, match="no miner"):
        miner("easy", 0.5)
