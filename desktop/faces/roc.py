"""Rates from distances: how often impostors pass, how often genuine pairs do, and at which threshold.

Words and definitions: ISO/IEC 19795-1. A pair passes where its distance is at most the threshold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.vectors import Vectors

Distances = NDArray[np.float64]

_BLOCK = 512  # rows of a block of similarities: 8 MB beside 4,000 pictures
_BINS = 40_000  # over 0..4, for rates that need the whole distribution: 1e-4 wide


def distance(similarity: NDArray[np.float64]) -> Distances:
    """d(A, B) = |f(A) - f(B)|^2 = 2 - 2 cos, for unit embeddings."""
    return np.asarray(2.0 - 2.0 * similarity, dtype=np.float64)


def impostor_blocks(vectors: Vectors, people: Sequence[str]) -> Iterator[Distances]:
    """Distances of all pairs of rows that show different people, each pair once, a block at a time."""
    codes = np.unique(np.asarray(people, dtype=object).astype(str), return_inverse=True)[1]
    columns = np.arange(len(codes))
    for start in range(0, len(codes), _BLOCK):
        rows = columns[start : start + _BLOCK]
        similarity = vectors[rows] @ vectors[start:].T
        counted = (codes[rows][:, None] != codes[start:]) & (rows[:, None] < columns[start:])
        yield distance(np.clip(similarity[counted].astype(np.float64), -1, 1))


@dataclass(frozen=True, slots=True)
class Impostors:
    """What is kept of all impostor distances: their number, a histogram, and the smallest ones exactly."""

    count: int
    histogram: NDArray[np.int64]
    smallest: Distances
    """Sorted; as many as the highest rate asked for needs."""

    def threshold(self, fmr: float) -> float | None:
        """The largest threshold at which at most `fmr` of the impostors pass; None without impostors.

        It lies half way to the first impostor that must not pass.
        """
        if self.count == 0:
            return None
        passing = int(np.floor(fmr * self.count + 1e-9))
        if passing >= len(self.smallest):
            raise ValueError(f"the distances kept do not reach a rate of {fmr}")
        refused = float(self.smallest[passing])
        below = self.smallest[:passing][self.smallest[:passing] < refused]
        # At least float32's rounding away, so that who computes it in another order counts alike.
        return (float(below[-1]) + refused) / 2 if len(below) else refused - 1e-6


def collect(blocks: Iterator[Distances], highest: float, pairs: int) -> Impostors:
    """Read blocks of impostor distances, of which there are `pairs`, in bounded memory.

    `highest` is the highest rate whose threshold will be asked for.
    """
    keep = int(np.floor(highest * pairs + 1e-9)) + 1
    histogram = np.zeros(_BINS, np.int64)
    smallest = np.empty(0)
    count = 0
    for block in blocks:
        count += block.size
        histogram += np.histogram(block, bins=_BINS, range=(0, 4))[0]
        limit = smallest[-1] if len(smallest) >= keep else np.inf
        smallest = np.concatenate([smallest, block[block < limit]])
        if len(smallest) > keep:
            smallest = np.partition(smallest, keep - 1)[:keep]
        smallest.sort()
    return Impostors(count, histogram, smallest)


def impostor_pairs(people: Sequence[str]) -> int:
    """Number of pairs that show different people."""
    counts = np.unique(np.asarray(people, dtype=object).astype(str), return_counts=True)[1]
    total = int(counts.sum())
    return (total * total - int((counts.astype(np.int64) ** 2).sum())) // 2


def equal_error_rate(genuine: Distances, impostors: Impostors) -> float | None:
    """The rate at which as many impostors pass as genuine pairs do not; a missing distance is infinite."""
    if impostors.count == 0 or genuine.size == 0:
        return None
    edges = np.linspace(0, 4, _BINS + 1)
    fmr = np.concatenate([[0], np.cumsum(impostors.histogram)]) / impostors.count
    fnmr = 1 - np.searchsorted(np.sort(genuine), edges, side="right") / genuine.size
    at = int(np.argmin(np.abs(fmr - fnmr)))
    return float((fmr[at] + fnmr[at]) / 2)


def best_threshold(genuine: Distances, impostor: Distances) -> float:
    """The threshold with the most right answers on both lists of distances; the middle one of equals."""
    both = np.concatenate([genuine, impostor])
    both = np.sort(both[np.isfinite(both)])
    if both.size == 0:
        return 2.0
    cuts = np.concatenate([[both[0] - 1e-6], (both[:-1] + both[1:]) / 2, [both[-1] + 1e-6]])
    accepted = np.searchsorted(np.sort(genuine), cuts, side="right")
    refused = impostor.size - np.searchsorted(np.sort(impostor), cuts, side="right")
    right = accepted + refused
    best = np.flatnonzero(right == right.max())
    return float(cuts[best[len(best) // 2]])
