"""Searching among K people: how often a stranger gets a name, and how often somebody known does not.

FPIR and FNIR as in NIST IR 8271, with the first rank: a search answers with the nearest of the K enrolled,
one picture each, where its distance is at most tau. It is wrong for a stranger whenever it answers, and for
somebody enrolled whenever it does not answer with that person.

Up to half of the people the data hold, this is measured: galleries are drawn from them (from a seed) and the
pictures of everybody are searched for. Beyond that it is reckoned from the 1:1 rates, comparisons taken as
independent:

    FPIR(K, tau) = 1 - (1 - FMR(tau))^K
    FNIR(K, tau) = 1 - mean over genuine distances s <= tau of (1 - FMR(s))^(K - 1)
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.faces.roc import Distances, distance
from desktop.learn.intervals import Rate
from desktop.learn.measure import Measured
from desktop.learn.scores import codes_of
from desktop.progress import Progress
from desktop.vectors import Vectors

LARGEST = 10_000
"""People up to whom the curve goes."""

DRAWS = 20
"""Galleries that are drawn."""

PROBES = 1_000
"""Pictures that are searched for in each, at most."""

ENOUGH = 100
"""Searches of a kind, and people drawn into galleries, that make a figure measured: a few people who are hard
to find would make a small gallery look worse than a large one."""

_POINTS = tuple(round(digit * 10**power) for power in range(5) for digit in (1, 2, 3, 5, 7))
COUNTS = tuple(count for count in _POINTS if count <= LARGEST)
"""The K of a curve, 1 to 10,000."""


@dataclass(frozen=True, slots=True)
class Point:
    """The rates among `k` people at the threshold `tau`; None where the data cannot say."""

    k: int
    tau: float | None
    fpir: float | None
    fnir: float | None
    measured: bool
    """Whether galleries of the data's own people were searched; otherwise reckoned from the 1:1 rates."""


@dataclass(frozen=True, slots=True, eq=False)
class Searches:
    """The outcome of searching in galleries of one size, sorted distances."""

    strangers: Distances
    """How near the nearest of the gallery comes to somebody who is not in it."""
    known: Distances
    """How far somebody of the gallery is from their own picture; infinite where another one is nearer."""


@dataclass(frozen=True, slots=True, eq=False)
class Identification:
    """What can be said about searching among any number of people."""

    measured: Measured
    drawn: dict[int, Searches]
    """By K."""
    genuine: Distances
    """(n,) genuine distances, sorted, and ..."""
    fmr_at: NDArray[np.float64]
    """... the FMR at each."""

    def point(self, k: int, tau: float) -> Point:
        """The rates among `k` people at a threshold that stays where it is."""
        return self._point(k, tau, self.measured.fmr(tau))

    def _point(self, k: int, tau: float, fmr: Rate) -> Point:
        found = self.drawn.get(k)
        if found is not None:
            return Point(k, tau, _passing(found.strangers, tau), 1 - _passing(found.known, tau), True)
        if not fmr.known or fmr.value is None:
            return Point(k, tau, None, None, False)
        return Point(k, tau, fpir_of(fmr.value, k), self._fnir(k, tau), False)

    def moving(self, k: int, fpir: float) -> Point:
        """The rates among `k` people at the threshold that keeps the FPIR, as recognition sets it.

        Without a threshold, and so without rates, where that takes an FMR lower than the data support.
        """
        wanted = fmr_for(fpir, k)
        tau = self.measured.threshold(wanted)
        if tau is None or not self.measured.supports(wanted):
            return Point(k, None, None, None, False)
        return self.point(k, tau)

    def curve(self, tau: float) -> tuple[Point, ...]:
        """`point` at every K of COUNTS."""
        fmr = self.measured.fmr(tau)
        return tuple(self._point(k, tau, fmr) for k in COUNTS)

    def moving_curve(self, fpir: float) -> tuple[Point, ...]:
        """`moving` at every K of COUNTS."""
        return tuple(self.moving(k, fpir) for k in COUNTS)

    def _fnir(self, k: int, tau: float) -> float | None:
        if not len(self.genuine):
            return None
        passing = int(np.searchsorted(self.genuine, tau, side="right"))
        alone = np.exp((k - 1) * np.log1p(-np.minimum(self.fmr_at[:passing], 1 - 1e-12)))
        return float(1 - alone.sum() / len(self.genuine))


def fpir_of(fmr: float, k: int) -> float:
    """FPIR = 1 - (1 - FMR)^K, in the digits that small rates need."""
    return 1.0 if fmr >= 1 else -math.expm1(k * math.log1p(-fmr))


def fmr_for(fpir: float, k: int) -> float:
    """The FMR that keeps an FPIR among `k` people: the inverse of `fpir_of`."""
    return 1.0 if fpir >= 1 else -math.expm1(math.log1p(-fpir) / max(1, k))


def identify(
    vectors: Vectors, people: Sequence[str], measured: Measured, *, seed: int = 1, draws: int = DRAWS
) -> Generator[Progress, None, Identification]:
    """Draw galleries from the rows of (n, d) unit embeddings and search in them; a job."""
    codes = codes_of(people)
    chance = np.random.default_rng(seed)
    sizes = [count for count in COUNTS if 2 * count <= measured.people]
    strangers: dict[int, list[Distances]] = {k: [] for k in sizes}
    known: dict[int, list[Distances]] = {k: [] for k in sizes}
    for done in range(draws if sizes else 0):
        yield Progress(done, draws, "Searching")
        _search(vectors, codes, sizes, chance, strangers, known)
    drawn = {}
    for k in sizes:
        searches = Searches(_sorted(strangers[k]), _sorted(known[k]))
        if min(len(searches.strangers), len(searches.known), k * draws) >= ENOUGH:
            drawn[k] = searches
    genuine = measured.genuine.smallest
    fmr = measured.impostors.passing_each(genuine) / max(1, measured.impostors.count)
    return Identification(measured, drawn, genuine, fmr)


def _search(
    vectors: Vectors,
    codes: NDArray[np.intp],
    sizes: Sequence[int],
    chance: np.random.Generator,
    strangers: dict[int, list[Distances]],
    known: dict[int, list[Distances]],
) -> None:
    """One order of the people, and one enrolled picture of each; the first K of it are a gallery of K."""
    people = int(codes.max()) + 1
    shuffled = chance.permutation(len(codes))
    _, first = np.unique(codes[shuffled], return_index=True)
    order = chance.permutation(people)
    enrolled = shuffled[first][order]  # rows, in the order in which people join the gallery
    place = np.empty(people, np.intp)
    place[order] = np.arange(people)
    probes = np.setdiff1d(np.arange(len(codes)), enrolled)
    # Whoever has one picture only is a stranger all the same, to the galleries that come before.
    probes = np.concatenate([probes, enrolled[max(sizes) :]])
    if len(probes) > PROBES:
        probes = chance.choice(probes, PROBES, replace=False)
    joined = place[codes[probes]]
    deepest = max(sizes)
    found = distance(np.clip((vectors[probes] @ vectors[enrolled[:deepest]].T).astype(np.float64), -1, 1))
    row = np.flatnonzero(joined < deepest)
    own = np.full(len(probes), np.inf)
    own[row] = found[row, joined[row]]
    found[row, joined[row]] = np.inf
    nearest = np.minimum.accumulate(found, axis=1)
    for k in sizes:
        inside = joined < k
        best = nearest[:, k - 1]
        strangers[k].append(best[~inside])
        known[k].append(np.where(own[inside] <= best[inside], own[inside], np.inf))


def _sorted(parts: Sequence[Distances]) -> Distances:
    return np.sort(np.concatenate(parts)) if parts else np.empty(0)


def _passing(distances: Distances, tau: float) -> float:
    return float(np.searchsorted(distances, tau, side="right") / len(distances))
