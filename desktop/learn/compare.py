"""Before and after training, on people who were kept aside: how much better, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.faces.evaluate import Embedded, Evaluation, judge
from desktop.faces.pairs import Pair, Shot
from desktop.faces.roc import Distances, distance
from desktop.learn.headed import PairScore
from desktop.learn.intervals import RULE_OF_THREE
from desktop.learn.measure import Measured
from desktop.learn.scores import BLOCK, Pairs, Tally, codes_of, pair_blocks
from desktop.vectors import Vectors

DRAWS = 2000
"""Of people, for the interval of a difference."""

FOLDS = 10

_RATES = (1e-2, 2e-2, 5e-2, 1e-1)  # FMR at which TAR is compared: the first that the impostors allow
_ENOUGH = 100  # impostor pairs that should pass at that rate
_PAIRS = 3000  # of each kind, for the accuracy
_LEAST_PEOPLE = 5  # for an interval: fewer drawn at random say too little to be believed


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction 0..1 with its 95 % interval; both ends None where the data support none."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after on the same pairs."""

    fmr: float
    before: Share
    """TAR at that FMR, each at its own threshold."""
    after: Share
    gain: Share
    """After less before: people drawn with replacement, both judged on the same draw."""
    people: int
    genuine: int
    impostors: int

    @property
    def verdict(self) -> str:
        """ "better" or "worse" where the interval of the gain leaves 0 out, else "unclear"."""
        if self.gain.low is not None and self.gain.low > 0:
            return "better"
        return "worse" if self.gain.high is not None and self.gain.high < 0 else "unclear"

    @property
    def sentence(self) -> str:
        """The verdict for a person."""
        told = (
            f"At FMR {self.fmr:g} the right person passed in {100 * self.before.value:.1f} % of the pairs "
            f"before and in {100 * self.after.value:.1f} % after training ({self.people} people who were "
            f"kept aside): {_points(self.gain.value)} points, "
        )
        if self.gain.low is None or self.gain.high is None:
            told += "how sure that is they can't say"
        else:
            told += f"95 % sure between {_points(self.gain.low)} and {_points(self.gain.high)}"
        if self.verdict == "better":
            return f"{told}. It is better."
        if self.verdict == "worse":
            return f"{told}. It is worse: don't use it."
        return f"{told}. That may be chance: it is not shown to be better."


class Scored:
    """Faces kept aside as one way of comparing sees them: by embeddings, or by a binary head."""

    def __init__(self, vectors: Vectors, people: Sequence[str], score: PairScore | None = None) -> None:
        """(n, d) unit embeddings of the people in `people`; with `score` those it was trained over."""
        self.people = tuple(people)
        self.codes = codes_of(people)
        self._vectors, self._score = vectors, score
        self._encoded = vectors if score is None else score.encode(vectors)

    def blocks(self) -> Iterator[Pairs]:
        """All pairs of rows, each once."""
        if self._score is None:
            yield from pair_blocks(self._vectors)
            return
        columns = np.arange(len(self._encoded))
        for start in range(0, len(columns), BLOCK):
            rows = columns[start : start + BLOCK]
            similarity = self._score.similarity(self._encoded[rows], self._encoded[start:])
            first, second = np.nonzero(rows[:, None] < columns[start:])
            yield Pairs(distance(similarity[first, second]), first + start, second + start)

    def distances(self, first: NDArray[np.intp], second: NDArray[np.intp]) -> Distances:
        """One distance a pair of rows."""
        if self._score is None:
            found = np.einsum("ij,ij->i", self._vectors[first].astype(np.float64), self._vectors[second])
            return distance(np.clip(found, -1, 1))
        return distance(self._score.paired(self._encoded[first], self._encoded[second]))

    def measured(self) -> Measured:
        """Both kinds of pairs, as `learn.measure` keeps them."""
        count = int(self.codes.max()) + 1
        genuine, impostors = Tally(count, touched=1), Tally(count, touched=2)
        for block in self.blocks():
            one, other = self.codes[block.first], self.codes[block.second]
            same = one == other
            genuine.add(block.distances[same], one[same])
            impostors.add(block.distances[~same], one[~same], other[~same])
        return Measured(count, len(self.codes), genuine.scores(), impostors.scores())

    def embedded(self, shots: Sequence[Shot]) -> Embedded:
        """The same rows as `faces.evaluate` takes them."""
        found = np.ones(len(shots), np.bool_)
        if self._score is None:
            return Embedded(tuple(shots), self._vectors, found)
        return PairEmbedded(tuple(shots), self._vectors, found, self)


@dataclass(frozen=True, slots=True, eq=False)
class PairEmbedded(Embedded):
    """Listed pictures whose distances a binary head gives. `scored` holds those in which a face was found."""

    scored: Scored

    def between(self, first: NDArray[np.intp], second: NDArray[np.intp]) -> Distances:
        """One distance a pair of rows; of no meaning where either has no face."""
        row = np.maximum(np.cumsum(self.found) - 1, 0)
        return self.scored.distances(row[first], row[second])

    def impostor_blocks(self) -> Iterator[Distances]:
        """Distances of all pairs of different people, a block at a time."""
        for block in self.scored.blocks():
            yield block.distances[self.scored.codes[block.first] != self.scored.codes[block.second]]


def compare(before: Scored, after: Scored, seed: int = 0) -> Comparison:
    """Both on all pairs of the same rows."""
    first, second = genuine_rows(before.codes)
    owner = before.codes[first]
    measured = before.measured(), after.measured()
    impostors = measured[0].impostors.count
    fmr = next((rate for rate in _RATES if impostors * rate >= _ENOUGH), _RATES[-1])
    passed = []
    shares = []
    for scored, found in zip((before, after), measured, strict=True):
        limit = found.threshold(fmr)
        limit = 0.0 if limit is None else limit
        passes = scored.distances(first, second) <= limit
        missed = found.fnmr(limit)
        ends = (
            (None, None) if missed.low is None or missed.high is None else (1 - missed.high, 1 - missed.low)
        )
        shares.append(Share(float(passes.mean()), *ends))
        passed.append(passes)
    change = passed[1].astype(np.float64) - passed[0]
    low, high = _interval(change, owner, seed)
    gain = Share(float(change.mean()), low, high)
    people = len(np.unique(owner))
    return Comparison(fmr, shares[0], shares[1], gain, people, len(first), impostors)


def genuine_rows(codes: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs of rows of one person, each once."""
    parts = []
    for code in np.unique(codes):
        own = np.flatnonzero(codes == code)
        upper = np.triu_indices(len(own), 1)
        parts.append(np.stack([own[upper[0]], own[upper[1]]]))
    both = np.concatenate(parts, axis=1) if parts else np.empty((2, 0), np.intp)
    return both[0].astype(np.intp), both[1].astype(np.intp)


def evaluation(scored: Scored, seed: int = 0) -> Evaluation:
    """What `likeness evaluate` says of these people, on pairs drawn from them: as many of two as of one."""
    counts: dict[str, int] = {}
    shots = []
    for name in scored.people:
        counts[name] = counts.get(name, 0) + 1
        shots.append(Shot(name, counts[name]))
    return judge(drawn_pairs(shots, scored.codes, seed), scored.embedded(shots))


def drawn_pairs(shots: Sequence[Shot], codes: NDArray[np.intp], seed: int) -> list[Pair]:
    """Genuine pairs, at most _PAIRS, and as many of different people; folds by the first's person."""
    chance = np.random.default_rng([seed, 5])
    first, second = genuine_rows(codes)
    kept = np.sort(chance.permutation(len(first))[:_PAIRS])
    pairs = [(int(first[at]), int(second[at])) for at in kept]
    wanted, tried = 2 * len(pairs), 0
    while len(pairs) < wanted and tried < 100 * wanted:
        one, other = (int(row) for row in chance.integers(0, len(codes), 2))
        tried += 1
        if codes[one] != codes[other]:
            pairs.append((one, other))
    return [Pair(shots[one], shots[other], int(codes[one]) % FOLDS) for one, other in pairs]


def _points(share: float) -> str:
    """“+1.5”, “-0.3”, and “0.0” without a sign."""
    points = round(100 * share, 1)
    return f"{points:+.1f}" if points else "0.0"


def _interval(
    change: NDArray[np.float64], owner: NDArray[np.intp], seed: int
) -> tuple[float | None, float | None]:
    """The 95 % interval of the mean change when people are drawn with replacement (percentiles).

    None where too few people are there, or too few of them changed: that nobody of eight did is no proof that
    nobody would, yet every draw of these eight says so.
    """
    people, index = np.unique(owner, return_inverse=True)
    changed = np.bincount(index, weights=np.abs(change)) > 0
    if len(people) < _LEAST_PEOPLE or np.count_nonzero(changed) < RULE_OF_THREE:
        return None, None
    sums = np.bincount(index, weights=change)
    sizes = np.bincount(index)
    chance = np.random.default_rng([seed, 6])
    means = np.empty(DRAWS)
    for draw in range(DRAWS):
        weights = np.bincount(chance.integers(0, len(people), len(people)), minlength=len(people))
        means[draw] = (weights @ sums) / (weights @ sizes)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
