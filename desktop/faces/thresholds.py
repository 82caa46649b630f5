"""From similarities to decisions: thresholds for stated error rates, and what a similarity is worth.

The numbers ship in resources/calibration.json and were measured by resources/make_calibration.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop.errors import LikenessError
from desktop.paths import resources

LARGEST_K = 10**12
"""Templates beyond which tau no longer moves; no gallery is that large."""


class Uncalibrated(LikenessError):
    """An embedder for which no thresholds were measured: an imported one."""

    sentence = (
        "The face model “{model}” has no measured thresholds yet; choose it in Models and measure them on "
        "the Calibrate page, or take another model."
    )


class TableDamaged(Uncalibrated):
    """The table that ships with the program is missing or damaged."""

    sentence = (
        "The thresholds that came with Likeness for “{model}” are damaged; install Likeness again, or "
        "measure your own on the Calibrate page."
    )


def distance(similarity: float) -> float:
    """d(A, B) = |f(A) - f(B)|^2 = 2 - 2 cos, for unit embeddings."""
    return 2.0 - 2.0 * similarity


def accepts(similarity: float, threshold: float) -> bool:
    """The verdict: whether d(A, B) is at most the threshold on d; `threshold` is given as a similarity."""
    return distance(similarity) <= distance(threshold)


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """What was measured for one embedder. Similarities are cosines, rates are fractions."""

    model: str
    log_fmr: NDArray[np.float64]
    """Natural logarithms of the measured rates, falling from 0 (every impostor passes)."""
    similarity: NDArray[np.float64]
    """The similarity that each rate belongs to, rising."""
    beyond: float
    """Past the last rate: the similarity that divides the rate by e. An extrapolation, not a measurement."""
    slope: float
    intercept: float
    """llr = intercept + slope * similarity, in natural units ..."""
    lowest_llr: float
    highest_llr: float
    """... within what the number of pairs supports."""
    floor_fmr: float
    """tau never belongs to a higher rate than this, however few are enrolled."""

    @staticmethod
    def for_model(name: str) -> Calibration:
        """The calibration of an embedder of the catalogue. Raises Uncalibrated."""
        return _load(name)

    def threshold(self, fmr: float) -> float:
        """1:1: the similarity that a part `fmr` (0 < fmr <= 1) of impostors reaches."""
        if not 0 < fmr <= 1:
            raise ValueError(f"a rate lies between 0 and 1, not at {fmr}")
        wanted = math.log(fmr)
        last = float(self.log_fmr[-1])
        if wanted < last:
            return min(1.0, float(self.similarity[-1]) + (last - wanted) * self.beyond)
        return float(np.interp(-wanted, -self.log_fmr, self.similarity))

    def tau(self, fpir: float, k: int) -> float:
        """1:K: the similarity at which an unknown gets a name with probability `fpir` among `k` templates.

        Comparisons taken as independent, FPIR = 1 - (1 - FMR)^k. Rises with k, falls with rising fpir.
        """
        if not 0 < fpir <= 1:
            raise ValueError(f"a rate lies between 0 and 1, not at {fpir}")
        count = min(max(1, k), LARGEST_K)
        # expm1 and log1p keep the digits that 1 - (1 - fpir)^(1/k) would lose for large k.
        fmr = -math.expm1(math.log1p(-fpir) / count) if fpir < 1 else 1.0
        return self.threshold(min(fmr, self.floor_fmr))

    def fmr(self, similarity: float) -> float:
        """The part of impostors that reach a similarity: the inverse of `threshold`."""
        last = float(self.similarity[-1])
        if similarity > last:
            return math.exp(float(self.log_fmr[-1]) - (similarity - last) / self.beyond)
        return math.exp(float(np.interp(similarity, self.similarity, self.log_fmr)))

    def llr(self, similarity: float) -> float:
        """ln p(similarity | one person) / p(similarity | two people), free of a prior.

        Bounded by what the pairs that were measured can support.
        """
        return min(self.highest_llr, max(self.lowest_llr, self.intercept + self.slope * similarity))

    def probability(self, similarity: float, threshold: float) -> float:
        """The probability of one person under the prior that puts 0.5 at `threshold` (a similarity).

        At least 0.5 exactly where `accepts` says yes, to the last bit.
        """
        odds = self.llr(similarity) - self.llr(threshold)
        value = 1 / (1 + math.exp(-odds)) if odds >= 0 else 1 - 1 / (1 + math.exp(odds))
        # Near the threshold the sigmoid rounds to 0.5 from both sides; the verdict decides which it is.
        return max(0.5, value) if accepts(similarity, threshold) else min(math.nextafter(0.5, 0), value)


@cache
def _load(name: str) -> Calibration:
    try:
        found = json.loads((resources() / "calibration.json").read_text("utf-8"))
        models, same = dict(found["models"]), dict(found["same_network"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise TableDamaged(model=name, details=repr(error)) from error
    table = models.get(same.get(name, name))
    if table is None:
        raise Uncalibrated(model=name)
    try:
        return from_table(name, table)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TableDamaged(model=name, details=repr(error)) from error


def from_table(name: str, table: Mapping[str, object]) -> Calibration:
    """The calibration in one model's part of calibration.json. Raises KeyError, TypeError or ValueError."""
    points = np.array(table["tail"], dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 2 or not np.isfinite(points).all() or (points[:, 0] <= 0).any():
        raise ValueError("the tail is no list of (fmr, similarity)")
    if (np.diff(points[:, 0]) >= 0).any() or (np.diff(points[:, 1]) <= 0).any():
        raise ValueError("the tail does not fall")
    numbers = {key: _number(table[key]) for key in ("beyond", "floor_fmr")}
    llr = table["llr"]
    if not isinstance(llr, dict):
        raise TypeError("llr")
    fit = {key: _number(llr[key]) for key in ("slope", "intercept", "lowest", "highest")}
    if min(fit["slope"], numbers["beyond"], numbers["floor_fmr"]) <= 0:
        raise ValueError("a slope or rate is not positive")
    return Calibration(
        model=name,
        log_fmr=np.log(points[:, 0]),
        similarity=points[:, 1],
        beyond=numbers["beyond"],
        slope=fit["slope"],
        intercept=fit["intercept"],
        lowest_llr=fit["lowest"],
        highest_llr=fit["highest"],
        floor_fmr=numbers["floor_fmr"],
    )


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError(f"{value!r} is no number")
    return float(value)
