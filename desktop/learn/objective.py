"""What is minimised in a batch: triplets of embeddings, or pairs of encodings; and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop.learn.binary import PairClassifier, balanced_loss
from desktop.learn.recipe import BINS, SHOWN
from desktop.learn.triplets import active_share, miner, triplet_losses


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One batch. Rows are those of the batch."""

    loss: Tensor
    """What is minimised."""
    part: float | None
    """The mean triplet loss alone; None without triplets."""
    active: int
    mined: int
    ap: NDArray[np.float64]
    """d(A, P) of all pairs of one person in the batch."""
    an: NDArray[np.float64]
    hardest: Sequence[tuple[int, int, int, float]] = ()


class Objective(Protocol):
    """Something to be minimised."""

    @property
    def module(self) -> nn.Module:
        """What is trained."""
        ...

    def __call__(self, features: Tensor, codes: Tensor, teacher: Tensor | None) -> Told:
        """The loss of (b, d) features of people (b,); `teacher` is (b, e), what the pull goes to."""
        ...


class TripletObjective:
    """Eq. 3 over the mined triplets of a batch, and a pull to what the untrained network saw."""

    def __init__(self, module: nn.Module, mining: str, margin: float, pull: float) -> None:
        self.module = module
        self._miner, self._margin, self._pull = miner(mining, margin), margin, pull

    def __call__(self, features: Tensor, codes: Tensor, teacher: Tensor | None) -> Told:
        """The mean of L(A, P, N), plus `pull` times the mean of 1 - cos to the teacher."""
        embeddings = self.module(features)
        triplets = self._miner(embeddings, codes)
        losses = triplet_losses(embeddings, triplets, self._margin)
        # Without a triplet there is nothing to learn, but a gradient there must be.
        loss = losses.mean() if losses.numel() else embeddings.sum() * 0
        part = float(loss.detach()) if losses.numel() else None
        if teacher is not None and self._pull:
            loss = loss + self._pull * (1 - (embeddings * teacher).sum(1)).mean()
        ap, an = _both_kinds(2 - 2 * embeddings.detach() @ embeddings.detach().T, codes)
        order = torch.argsort(losses.detach(), descending=True)
        hardest = _shown(order, losses.detach(), triplets.anchor, triplets.positive, triplets.negative)
        share = active_share(losses)
        active = 0 if share is None else round(share * losses.numel())
        return Told(loss, part, active, losses.numel(), ap, an, hardest)


class BinaryObjective:
    """Cross-entropy over all pairs of a batch, genuine and impostor pairs weighing half each."""

    def __init__(self, module: PairClassifier) -> None:
        self.module: PairClassifier = module
        self._begun = False

    def __call__(self, features: Tensor, codes: Tensor, teacher: Tensor | None) -> Told:
        """The balanced cross-entropy."""
        del teacher
        encoded = self.module.encode(features)
        first, second = torch.triu_indices(len(codes), len(codes), 1)
        same = codes[first] == codes[second]
        logits = self.module(encoded[first], encoded[second])
        loss = balanced_loss(logits, same)
        distance = 2 - 2 * torch.tanh(logits.detach() / 2)  # similarity 2p - 1, distance 2 - 2 similarity
        return Told(loss, None, 0, 0, _floats(distance[same]), _floats(distance[~same]))


def histogram(distances: NDArray[np.float64]) -> NDArray[np.int64]:
    """(BINS,) counts over 0..4."""
    return np.histogram(np.clip(distances, 0, 4), BINS, (0, 4))[0].astype(np.int64)


def _both_kinds(distance: Tensor, codes: Tensor) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    upper = torch.ones_like(distance, dtype=torch.bool).triu(1)
    same = codes[:, None] == codes[None]
    return _floats(distance[upper & same]), _floats(distance[upper & ~same])


def _floats(values: Tensor) -> NDArray[np.float64]:
    found: NDArray[np.float64] = values.double().cpu().numpy()
    return found


def _shown(
    order: Tensor, losses: Tensor, anchor: Tensor, positive: Tensor, negative: Tensor
) -> list[tuple[int, int, int, float]]:
    """The costliest triplets, no anchor twice."""
    found: dict[int, tuple[int, int, int, float]] = {}
    for at in order[: SHOWN * 8].tolist():
        one = int(anchor[at])
        if one not in found and len(found) < SHOWN:
            found[one] = (one, int(positive[at]), int(negative[at]), float(losses[at]))
    return list(found.values())
