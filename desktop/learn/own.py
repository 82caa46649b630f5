"""Thresholds from the user's own people: the table that `faces.thresholds` reads, made of what was measured.

Only where the data support it: every rate of the table has an interval, and the probability goes no further
than the number of independent pairs.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from desktop.errors import LikenessError
from desktop.learn.intervals import RULE_OF_THREE
from desktop.learn.measure import Measured
from desktop.learn.scores import FARTHEST

NEEDED_FMR = 1e-2
"""A calibration that cannot state this rate is of no use."""

LEAST_GENUINE = 30
"""Genuine pairs that the probability is fitted to, at least ..."""

LEAST_PEOPLE = 5
"""... of so many people."""

FLOOR_FMR = 1e-3
"""As in the table that ships: 1:K never asks for less than this FMR gives."""

_RATES = (1.0, *(float(f"{digit}e-{power}") for power in range(1, 7) for digit in (5, 2, 1)))
_TAIL = 10.0
"""The exponential beyond the last rate is fitted to ten times as many impostors."""
_CHANCE = 0.4
"""An equal error rate from which on names say next to nothing; 0.5 is chance."""
_RIDGE = 1e-7
"""Keeps the slope finite where no genuine pair is as far apart as any impostor pair."""


class TooFewImpostors(LikenessError):
    """Too few pairs of different people for a threshold."""

    sentence = (
        "These {people} people give too few independent pairs to state an FMR of 1 %; add more people, about "
        "40 with two pictures each."
    )


class TooFewGenuine(LikenessError):
    """Too few pairs of one person for a probability."""

    sentence = (
        "There are only {pairs} pairs of pictures of one person, of {people} people; add second pictures "
        "until there are {needed} pairs of {needed_people} people."
    )


class NotTold(LikenessError):
    """Scores in which the same person is hardly nearer than another."""

    sentence = (
        "Pictures under one name are hardly more alike than those under different names; check the names."
    )


def table(measured: Measured) -> dict[str, object]:
    """One model's part of a calibration file, in the form that `faces.thresholds.from_table` reads.

    Raises TooFewImpostors, TooFewGenuine or NotTold.
    """
    with_pairs = int((measured.genuine.passed[:, -1] > 0).sum())
    if measured.genuine.count < LEAST_GENUINE or with_pairs < LEAST_PEOPLE:
        raise TooFewGenuine(
            pairs=measured.genuine.count,
            people=with_pairs,
            needed=LEAST_GENUINE,
            needed_people=LEAST_PEOPLE,
        )
    if not measured.supports(NEEDED_FMR):
        raise TooFewImpostors(people=measured.people)
    tail = _tail(measured)
    slope, intercept = logistic(
        _by_similarity(measured.genuine.histogram), _by_similarity(measured.impostors.histogram)
    )
    if slope <= 0 or len(tail) < 3 or (measured.eer or 0) > _CHANCE:
        raise NotTold
    lowest, last = measured.threshold(tail[-1][0]), tail[-1][0]
    independent = measured.fmr(lowest or 0.0).independent
    return {
        "measured_on": "the user's own people",
        "pictures": measured.pictures,
        "people": measured.people,
        "genuine_pairs": measured.genuine.count,
        "impostor_pairs": measured.impostors.count,
        "tail": [[rate, round(similarity, 6)] for rate, similarity in tail],
        "beyond": round(_beyond(measured, last), 6),
        "floor_fmr": FLOOR_FMR,
        "llr": {
            "slope": round(slope, 4),
            "intercept": round(intercept, 4),
            # With no error in n independent trials the rate may still be 3/n: no ratio beyond is supported.
            "lowest": round(min(0.0, math.log(RULE_OF_THREE / max(with_pairs, 4))), 4),
            "highest": round(max(0.0, math.log(max(independent, 4) / RULE_OF_THREE)), 4),
        },
    }


def _tail(measured: Measured) -> list[tuple[float, float]]:
    """(FMR, similarity), the first falling and the second rising, as far as the data support it."""
    found: list[tuple[float, float]] = []
    for rate in _RATES:
        # Everybody passes at -1, whatever was measured: the farthest pair would be one pair's own number.
        tau = measured.threshold(rate) if rate < 1 else FARTHEST
        if tau is None or (rate < 1 and not measured.fmr(tau).known):
            if rate < 0.5:
                break
            continue
        similarity = 1 - tau / 2
        if not found or similarity > found[-1][1] + 1e-5:
            found.append((rate, similarity))
    return found


def _beyond(measured: Measured, last: float) -> float:
    """The mean excess of the nearest impostors, as similarity: what divides the FMR by e beyond the table."""
    part = min(0.5, _TAIL * last)
    limit = measured.threshold(part) or 0.0
    nearest = measured.impostors.smallest
    nearest = nearest[nearest <= limit]
    excess = float(np.mean(limit - nearest) / 2) if len(nearest) else 0.0
    return max(excess, 1e-3)


def _by_similarity(histogram: NDArray[np.int64]) -> NDArray[np.float64]:
    """(4000,) shares of the pairs by falling similarity: bins of 1e-3 of distance."""
    shares = histogram.reshape(4000, -1).sum(axis=1)
    return np.asarray(shares / shares.sum(), np.float64)


def logistic(genuine: NDArray[np.float64], impostors: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and intercept of ln p(s | one person) / p(s | two), by logistic regression with equal priors.

    Both are (n,) shares over equal bins of distance 0..4, s the cosine in a bin's middle. Newton's method
    with a small ridge, its steps halved until the loss falls.
    """
    middle = 1 - (np.arange(len(genuine)) + 0.5) * FARTHEST / len(genuine) / 2
    yes, no = genuine / 2, impostors / 2
    design = np.stack([np.ones_like(middle), middle], axis=1)
    ridge = np.array([0.0, _RIDGE])

    def loss(weights: NDArray[np.float64]) -> float:
        score = design @ weights
        told = yes @ np.logaddexp(0, -score) + no @ np.logaddexp(0, score)
        return float(told + (ridge * weights**2).sum() / 2)

    weights = np.zeros(2)
    for _ in range(200):
        expected = 1 / (1 + np.exp(-np.clip(design @ weights, -500, 500)))
        gradient = design.T @ (yes - (yes + no) * expected) - ridge * weights
        curvature = (design * ((yes + no) * expected * (1 - expected))[:, None]).T @ design
        step = np.linalg.solve(curvature + np.diag(ridge + 1e-12), gradient)
        while loss(weights + step) > loss(weights) and np.abs(step).max() > 1e-12:
            step /= 2
        weights += step
        if np.abs(step).max() < 1e-10:
            break
    return float(weights[1]), float(weights[0])
