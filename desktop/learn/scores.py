"""Distances of many pairs, kept so that any threshold can be asked about: in bounded memory, by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.faces.roc import Distances, distance
from desktop.learn.intervals import Rate, rate
from desktop.vectors import Vectors

FARTHEST = 4.0
"""d(A, B) of opposite directions."""

BINS = 40_000
"""Of the histogram of all distances: 1e-4 wide."""

COARSE = 200
"""Thresholds at which errors are counted person by person: 0.02 apart. Between them only how much pairs hang
together is taken from the next one above; the rate itself is exact."""

KEPT = 2_000_000
"""Smallest distances that are kept exactly: 16 MB. Beyond them the histogram answers."""

BLOCK = 512
"""Rows, and columns, of a block of similarities: a quarter of a million pairs, some 20 MB while they last."""


class Pairs(NamedTuple):
    """A block of pairs of rows: their distances, and the two rows of each."""

    distances: Distances
    first: NDArray[np.intp]
    second: NDArray[np.intp]


def codes_of(people: Sequence[str]) -> NDArray[np.intp]:
    """(n,) a number for each row's person, 0 to people - 1, in the order of the names."""
    return np.unique(np.asarray(people, dtype=object).astype(str), return_inverse=True)[1]


def pair_blocks(vectors: Vectors) -> Iterator[Pairs]:
    """All pairs of rows of (n, d) unit vectors, each pair once, a block at a time."""
    for top in range(0, len(vectors), BLOCK):
        rows = vectors[top : top + BLOCK]
        for left in range(top, len(vectors), BLOCK):
            similarity = rows @ vectors[left : left + BLOCK].T
            # On the diagonal only the pairs above it: each once, none with itself.
            wanted = np.triu(np.ones(similarity.shape, np.bool_), 1 if top == left else -BLOCK)
            first, second = np.nonzero(wanted)
            found = similarity[wanted].astype(np.float64)
            yield Pairs(distance(np.clip(found, -1, 1)), first + top, second + left)


def pairs_of(rows: int) -> int:
    """How many pairs so many rows make."""
    return rows * (rows - 1) // 2


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The distances of one kind of pairs, genuine or impostor."""

    touched: int
    """People in a pair: 1 where it is genuine, 2 where it is not."""
    count: int
    histogram: NDArray[np.int64]
    """(BINS,) over 0..FARTHEST."""
    smallest: Distances
    """Sorted; all of them where they are no more than KEPT."""
    passed: NDArray[np.int64]
    """(people, COARSE + 1): pairs of each person at a distance of at most 0, 0.02, ..., 4."""

    def passing(self, tau: float) -> int:
        """Pairs whose distance is at most `tau`."""
        return int(self.passing_each(np.array([tau]))[0])

    def passing_each(self, taus: NDArray[np.float64]) -> NDArray[np.int64]:
        """`passing` of (n,) thresholds."""
        exact = np.searchsorted(self.smallest, taus, side="right")
        if self.count == len(self.smallest):
            return exact.astype(np.int64)
        edges = np.clip(np.round(taus * BINS / FARTHEST), 0, BINS).astype(np.int64)
        counted = np.concatenate([[0], np.cumsum(self.histogram)])[edges]
        return np.where(taus < self.smallest[-1], exact, counted)

    def pass_rate(self, tau: float) -> Rate:
        """The share of pairs that pass: the FMR of impostors."""
        by_person, tried = self._by_person(tau)
        return rate(self.passing(tau), self.count, by_person, tried, touched=self.touched)

    def refuse_rate(self, tau: float) -> Rate:
        """The share of pairs that do not: the FNMR of genuine pairs."""
        by_person, tried = self._by_person(tau)
        errors = self.count - self.passing(tau)
        return rate(errors, self.count, tried - by_person, tried, touched=self.touched)

    def threshold(self, part: float) -> float | None:
        """The largest threshold that at most `part` of the pairs pass, half way to the first that must not.

        None without pairs.
        """
        if self.count == 0:
            return None
        passing = int(np.floor(part * self.count + 1e-9))
        if passing >= self.count:
            return FARTHEST
        if passing >= len(self.smallest):
            edge = int(np.searchsorted(np.cumsum(self.histogram), passing, side="right"))
            return edge * FARTHEST / BINS
        refused = float(self.smallest[passing])
        below = self.smallest[:passing][self.smallest[:passing] < refused]
        # At least float32's rounding away, so that who computes it in another order counts alike.
        return (float(below[-1]) + refused) / 2 if len(below) else refused - 1e-6

    def shares(self, bins: int) -> NDArray[np.float64]:
        """(bins,) the share of the pairs in each of so many equal bins over 0..FARTHEST; they divide BINS."""
        return np.asarray(self.histogram.reshape(bins, -1).sum(axis=1) / max(1, self.count), np.float64)

    def ends(self) -> tuple[float, float]:
        """No pair is nearer than the first distance nor farther than the second, to a bin's width."""
        filled = np.flatnonzero(self.histogram)
        if not len(filled):
            return 0.0, 0.0
        return float(filled[0] * FARTHEST / BINS), float((filled[-1] + 1) * FARTHEST / BINS)

    def mean(self) -> float | None:
        """The mean distance, to a bin's width; None without pairs."""
        if not self.count:
            return None
        middles = (np.arange(BINS) + 0.5) * FARTHEST / BINS
        return float(self.histogram @ middles / self.count)

    def _by_person(self, tau: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        column = int(np.clip(np.ceil(tau * COARSE / FARTHEST - 1e-9), 0, COARSE))
        return self.passed[:, column], self.passed[:, -1]


class Tally:
    """Takes pairs block by block and makes Scores of them."""

    def __init__(self, people: int, *, touched: int) -> None:
        self._people, self._touched = people, touched
        self._count = 0
        self._histogram = np.zeros(BINS, np.int64)
        self._smallest: Distances = np.empty(0)
        self._fresh: list[Distances] = []
        self._fresh_count = 0
        self._coarse = np.zeros((people, COARSE + 1), np.int64)

    def add(self, distances: Distances, *people: NDArray[np.intp]) -> None:
        """Pairs at these distances; as many arrays of numbers of people as a pair touches."""
        self._count += distances.size
        at = np.minimum((distances * (BINS / FARTHEST)).astype(np.int64), BINS - 1)
        self._histogram += np.bincount(at, minlength=BINS)
        column = np.clip(np.ceil(distances * (COARSE / FARTHEST) - 1e-9).astype(np.int64), 0, COARSE)
        for codes in people:
            cell = codes * (COARSE + 1) + column
            self._coarse += np.bincount(cell, minlength=self._coarse.size).reshape(self._coarse.shape)
        if len(self._smallest) >= KEPT:
            distances = distances[distances < self._smallest[-1]]
        self._fresh.append(distances)
        self._fresh_count += distances.size
        if self._fresh_count > KEPT // 2:
            self._settle()

    def scores(self) -> Scores:
        """What was taken so far."""
        self._settle()
        passed = np.cumsum(self._coarse, axis=1)
        return Scores(self._touched, self._count, self._histogram.copy(), self._smallest, passed)

    def _settle(self) -> None:
        both = np.concatenate([self._smallest, *self._fresh])
        if len(both) > KEPT:
            both = np.partition(both, KEPT - 1)[:KEPT]
        self._smallest = np.sort(both)
        self._fresh, self._fresh_count = [], 0
