"""J_temporal: what a frame owes to the one before it, where the film shows the same in both.

Source: Ruder, Dosovitskiy and Brox, "Artistic style transfer for videos", GCPR 2016, equation 6, short-term:

    J_temporal = mean over values of c (x - w)^2

with w the frame before carried along by the flow, c 0 where that is hidden or at a rim and 1 elsewhere. In
their paper w is finished; in a clip that is optimised as a whole it is on its way itself, and moves too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

from desktop.signals.flow import Floats, Motion, motion
from desktop.style.stage import tensor
from desktop.vectors import Picture

TEMPORAL: Final = 60.0
"""The weight: a frame that is 10 grey levels off everywhere costs 6,000, about as much as its style does at
the end.
"""

More = Callable[[Tensor], tuple[Tensor, Tensor]]
"""A part of J: its value and its gradient at a canvas."""


def held_to(goal: Picture, moved: Motion, device: torch.device) -> More:
    """J_temporal of one frame (1, 3, h, w) with its goal finished: the frame before, carried along."""
    wanted, seen = tensor(goal, device), _mask([moved], device)
    weight = TEMPORAL / wanted.numel()

    def more(canvas: Tensor) -> tuple[Tensor, Tensor]:
        difference = (canvas - wanted) * seen
        return weight * difference.square().sum(), 2 * weight * difference

    return more


def held_together(contents: Sequence[Picture], device: torch.device) -> More | None:
    """J_temporal of a clip (t, 3, h, w), each frame held to the one before; None for a single frame."""
    moved = [motion(*pair, fine=True) for pair in pairwise(contents)]
    if not moved:
        return None
    seen = _mask(moved, device)
    places = torch.from_numpy(np.stack([_grid(each) for each in moved])).to(device)
    weight = TEMPORAL / (len(contents) * contents[0].size)

    def more(canvas: Tensor) -> tuple[Tensor, Tensor]:
        with torch.enable_grad():
            leaf = canvas.detach().requires_grad_(True)
            before = F.grid_sample(leaf[:-1], places, padding_mode="border", align_corners=True)
            cost = weight * ((leaf[1:] - before) * seen).square().sum()
            return cost.detach(), torch.autograd.grad(cost, leaf)[0]

    return more


def _mask(moved: Sequence[Motion], device: torch.device) -> Tensor:
    """(t, 1, h, w): c of each frame."""
    seen = np.stack([each.seen for each in moved]).astype(np.float32)
    return torch.from_numpy(seen)[:, None].to(device)


def _grid(moved: Motion) -> Floats:
    """(h, w, 2) float32: where each pixel comes from, -1..1 across the frame as torch counts."""
    height, width = moved.seen.shape
    columns, rows = np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    x, y = moved.back[:, :, 0] + columns, moved.back[:, :, 1] + rows[:, None]
    scale = np.array([2 / max(1, width - 1), 2 / max(1, height - 1)], np.float32)
    found: Floats = np.stack((x, y), axis=2) * scale - 1
    return found
