"""How well an embedder tells these people apart: FMR and FNMR at every threshold, with what is known of them.

Words and definitions: ISO/IEC 19795-1. A pair passes where its distance d = |f(A) - f(B)|^2 is at most tau.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.learn.intervals import Rate
from desktop.learn.scores import FARTHEST, Scores, Tally, codes_of, pair_blocks, pairs_of
from desktop.progress import Progress
from desktop.vectors import Vectors

HISTOGRAM_BINS = 100
"""Of the histograms that are shown and exported: 0.04 wide."""

_STEP = 0.005  # between two points of a DET curve, in distance
_RATES = tuple(float(f"{digit}e-{power}") for power in range(1, 8) for digit in (5, 2, 1))


@dataclass(frozen=True, slots=True, eq=False)
class Det:
    """A DET curve: (n,) thresholds rising, and both error rates at each, as fractions."""

    tau: NDArray[np.float64]
    fmr: NDArray[np.float64]
    fnmr: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Measured:
    """Everything that all pairs of some pictures say."""

    people: int
    pictures: int
    genuine: Scores
    impostors: Scores

    def fmr(self, tau: float) -> Rate:
        """False match rate: impostor pairs that pass."""
        return self.impostors.pass_rate(tau)

    def fnmr(self, tau: float) -> Rate:
        """False non-match rate: genuine pairs that do not."""
        return self.genuine.refuse_rate(tau)

    def threshold(self, fmr: float) -> float | None:
        """tau for a wanted FMR: the largest that keeps it; None without impostors."""
        return self.impostors.threshold(fmr)

    def supports(self, fmr: float) -> bool:
        """Whether there are impostors enough, counted as independent, to state this FMR (rule of three)."""
        tau = self.threshold(fmr)
        return tau is not None and self.fmr(tau).known

    @cached_property
    def lowest_fmr(self) -> float | None:
        """The lowest FMR that the data support, among 5, 2 and 1 times a power of ten; None: not even 0.5."""
        found = None
        for wanted in _RATES:
            if not self.supports(wanted):
                break
            found = wanted
        return found

    @cached_property
    def det(self) -> Det:
        """Both error rates over thresholds from the nearest pair to the farthest."""
        ends = [end for scores in (self.genuine, self.impostors) if scores.count for end in scores.ends()]
        low, high = np.floor(min(ends, default=0.0) / _STEP), np.ceil(max(ends, default=0.0) / _STEP)
        tau = np.unique(np.clip(np.arange(low - 1, high + 2) * _STEP, 0, FARTHEST))
        fmr, tar = (s.passing_each(tau) / max(1, s.count) for s in (self.impostors, self.genuine))
        return Det(tau, fmr, 1 - tar)

    @property
    def eer(self) -> float | None:
        """The rate at which both errors are equal, to a step of the DET curve; None without either kind."""
        if not self.genuine.count or not self.impostors.count:
            return None
        at = int(np.argmin(np.abs(self.det.fmr - self.det.fnmr)))
        return float((self.det.fmr[at] + self.det.fnmr[at]) / 2)


def measure(vectors: Vectors, people: Sequence[str]) -> Generator[Progress, None, Measured]:
    """Compare every row of (n, d) unit embeddings with every other; a job.

    `people` names who each row shows. Memory stays within some 100 MB however many rows there are.
    """
    codes = codes_of(people)
    count = int(codes.max()) + 1 if len(codes) else 0
    genuine, impostors = Tally(count, touched=1), Tally(count, touched=2)
    done = 0
    for block in pair_blocks(vectors):
        yield Progress(done, pairs_of(len(codes)), "Comparing")
        done += len(block.distances)
        one, other = codes[block.first], codes[block.second]
        same = one == other
        genuine.add(block.distances[same], one[same])
        impostors.add(block.distances[~same], one[~same], other[~same])
    return Measured(count, len(codes), genuine.scores(), impostors.scores())
