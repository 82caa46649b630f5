"""Notices when training has gone wrong: everybody at one point, or numbers that are none.

Hard triplets collapse easily. Where f maps all faces to one point, every distance is 0 and the loss is the
margin exactly: a place from which the gradient leads nowhere (Schroff et al. 2015, section 3.2).
"""

from __future__ import annotations

import math

import torch
from torch import nn

from desktop.errors import LikenessError
from desktop.learn.recipe import Collapse

NEAR = 0.05
"""Squared distance, of 0 to 4, below which different people count as being at one point."""

STUCK = 0.1
"""The loss sticks at the margin where it is within this part of it."""

PATIENCE = 12
"""Batches in a row that must look collapsed: one alone may be chance."""


class Collapsed(LikenessError):
    """Everybody at one point."""

    sentence = (
        "Training collapsed in epoch {epoch}: all examples came to lie at one point and the loss stuck at "
        "the margin. Nothing was kept; choose semihard mining or a smaller margin."
    )


class NoNumber(LikenessError):
    """A loss, or a weight, that is no number."""

    sentence = (
        "Training broke down in epoch {epoch}: the loss is no number any more. Nothing was kept; choose a "
        "lower learning rate or semihard mining."
    )


class Watch:
    """Looks at every batch."""

    def __init__(self, margin: float | None) -> None:
        """`margin` None where there is no triplet loss: then only numbers are watched."""
        self._margin = margin
        self._in_a_row = 0

    def numbers(self, epoch: int, module: nn.Module) -> Collapse | None:
        """What is wrong with what was learnt in an epoch: a gradient can break what no loss has shown yet."""
        if all(bool(torch.isfinite(one).all()) for one in module.parameters()):
            return None
        return Collapse("nan", epoch, NoNumber(epoch=epoch))

    def see(self, epoch: int, loss: float, triplet_loss: float | None, an: float | None) -> Collapse | None:
        """What is wrong after a batch, None while all is well.

        `loss` is all of it, `triplet_loss` the mean of eq. 3 over the mined triplets, `an` the mean squared
        distance of different people in the batch.
        """
        if not math.isfinite(loss):
            return Collapse("nan", epoch, NoNumber(epoch=epoch))
        if self._margin is None or an is None:
            return None
        # Semi-hard mining finds nothing any more at one point: no triplets there is as bad a sign.
        stuck = triplet_loss is None or abs(triplet_loss - self._margin) < STUCK * self._margin
        self._in_a_row = self._in_a_row + 1 if an < NEAR and stuck else 0
        if self._in_a_row < PATIENCE:
            return None
        return Collapse("collapse", epoch, Collapsed(epoch=epoch))
