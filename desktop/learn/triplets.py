"""The triplet loss, and which triplets of a batch to learn from.

Schroff, Kalenichenko and Philbin, "FaceNet: A Unified Embedding for Face Recognition and Clustering", CVPR
2015: an anchor A shall be nearer to every picture P of the same person than to any picture N of another, by a
margin,

    |f(A) - f(P)|^2 + alpha < |f(A) - f(N)|^2              (1)

for all triplets (2), so what is minimised is the sum of

    L(A, P, N) = max(|f(A) - f(P)|^2 - |f(A) - f(N)|^2 + alpha, 0)    (3)

Most triplets fulfil (1) soon and teach nothing, so the choice matters (their section 3.2): "random" takes
any, "semihard" those whose negative is farther than the positive but within the margin (their eq. 4), "hard"
for each anchor the farthest positive and the nearest negative of the batch (Hermans, Beyer and Leibe, "In
Defense of the Triplet Loss", 2017), which learns fastest and collapses most easily.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor

Miner = Callable[[Tensor, Tensor], "Triplets"]


class Triplets(NamedTuple):
    """Rows of a batch, (t,) int64 each."""

    anchor: Tensor
    positive: Tensor
    negative: Tensor


def distances(first: Tensor, second: Tensor) -> Tensor:
    """(t,) |a - b|^2 of (t, d) rows."""
    return (first - second).square().sum(1)


def triplet_losses(embeddings: Tensor, triplets: Triplets, margin: float) -> Tensor:
    """(t,) L(A, P, N) of eq. 3 for (n, d) embeddings."""
    anchor = embeddings[triplets.anchor]
    near = distances(anchor, embeddings[triplets.positive])
    far = distances(anchor, embeddings[triplets.negative])
    return torch.relu(near - far + margin)


def active_share(losses: Tensor) -> float | None:
    """The share of triplets that still cost something; None without triplets."""
    return float((losses.detach() > 0).double().mean()) if losses.numel() else None


def miner(mining: str, margin: float) -> Miner:
    """The miner called "random", "semihard" or "hard". Distances are squared, as in eq. 3.

    A miner takes (n, d) unit embeddings and (n,) codes of people and gives no triplet where none fits.
    """
    # Imported late: it brings scikit-learn with it, a second that only training has to wait for.
    from pytorch_metric_learning.distances import LpDistance
    from pytorch_metric_learning.miners import BatchHardMiner, TripletMarginMiner
    from pytorch_metric_learning.utils.loss_and_miner_utils import get_random_triplet_indices

    squared = LpDistance(normalize_embeddings=False, p=2, power=2)
    if mining == "random":

        def random(embeddings: Tensor, codes: Tensor) -> Triplets:
            del embeddings  # they have no say
            return Triplets(*get_random_triplet_indices(codes, t_per_anchor=1))

        return random
    chosen: Any
    if mining == "semihard":
        chosen = TripletMarginMiner(margin=margin, type_of_triplets="semihard", distance=squared)
    elif mining == "hard":
        chosen = BatchHardMiner(distance=squared)
    else:
        raise ValueError(f"no miner is called {mining}")

    def mine(embeddings: Tensor, codes: Tensor) -> Triplets:
        with torch.no_grad():
            return Triplets(*chosen(embeddings.detach(), codes))

    return mine
