"""How sure a measured error rate is: a 95 % interval that knows that pairs of the same people hang together.

A hundred pairs of one person are not a hundred trials. ISO/IEC 19795-1 and Bolle, Ratha and Pankanti, "Error
analysis of pattern recognition systems: the subsets bootstrap", CVIU 93, 2004, therefore take people as what
is drawn, not pairs. Here that is done without drawing:

1. The variance of the rate is that of leaving out one person after the other (delete-one jackknife). For
   impostor pairs, which touch two people each, it is never too small on average (Efron and Stein, "The
   jackknife estimate of variance", Annals of Statistics 9, 1981).
2. It says how many independent trials would have that variance: p (1 - p) / variance, at most as many as
   there are pairs. With few people the variance is itself uncertain, so the number is reduced by the square
   of normal over t quantile, as Korn and Graubard, "Confidence intervals for proportions with small expected
   number of positive counts estimated from survey data", Survey Methodology 24, 1998.
3. Clopper and Pearson's exact interval of that many trials.

With fewer than three errors among those independent trials nothing can be said (rule of three, ISO/IEC
19795-1: no error in n trials still allows 3/n): the interval is None.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEVEL = 0.95
"""Confidence of every interval, two-sided."""

RULE_OF_THREE = 3.0
"""Independent errors that a figure needs; and n times the bound where no error was seen."""

_ROUNDS = 200  # of halving; a double has no more digits than that


@dataclass(frozen=True, slots=True)
class Rate:
    """A measured error rate, a fraction 0..1."""

    errors: int
    trials: int
    independent: float
    """Trials that would say as much if none had a person in common."""
    low: float | None = None
    high: float | None = None
    """The 95 % interval; both None where the data cannot support one."""

    @property
    def value(self) -> float | None:
        """The rate, None without a trial."""
        return self.errors / self.trials if self.trials else None

    @property
    def known(self) -> bool:
        """Whether the data support the figure."""
        return self.low is not None

    @property
    def at_most(self) -> float | None:
        """The 95 % bound where no error was seen (rule of three), None where there is none to give."""
        if self.errors or self.independent < RULE_OF_THREE:
            return None
        return RULE_OF_THREE / self.independent


def rate(
    errors: int, trials: int, by_person: NDArray[np.int64], tried: NDArray[np.int64], *, touched: int
) -> Rate:
    """The rate with its interval.

    `by_person` and `tried` are (people,): errors and trials that each person has part in; they say how pairs
    hang together, and may belong to a threshold close by. `touched` is how many people a trial has: 1 for
    genuine pairs, 2 for impostor pairs.
    """
    took_part = tried > 0
    people = int(took_part.sum())
    alone = people / touched  # trials without any person in common: the fewest that there can be
    if not trials:
        return Rate(0, 0, 0.0)
    part = errors / trials
    found = _independent(by_person[took_part], tried[took_part], touched) if 0 < part < 1 else None
    number = min(float(trials), alone if found is None else found)
    low, high = interval(part, number, people - 1)
    return Rate(errors, trials, number, low, high)


def interval(part: float, independent: float, freedom: int) -> tuple[float | None, float | None]:
    """The 95 % interval of a rate `part` seen in so many independent trials, both None where unsupported.

    `freedom` is the number of people less one, which the number of trials was estimated from.
    """
    if freedom < 1 or independent <= 0:
        return None, None
    number = independent * (normal_quantile() / t_quantile(freedom)) ** 2
    seen = part * number
    if seen < RULE_OF_THREE:
        return None, None
    tail = (1 - LEVEL) / 2
    low = beta_quantile(tail, seen, number - seen + 1)
    high = 1.0 if part >= 1 else beta_quantile(1 - tail, seen + 1, number - seen)
    return low, high


def _independent(errors: NDArray[np.int64], tried: NDArray[np.int64], touched: int) -> float | None:
    """Independent trials behind a rate, by leaving out one person at a time; None where nothing varies."""
    all_errors, all_tried = errors.sum() / touched, tried.sum() / touched
    rest = all_tried - tried
    if len(errors) < 2 or (rest <= 0).any() or not 0 < all_errors < all_tried:
        return None
    without = (all_errors - errors) / rest
    people = len(errors)
    variance = float((people - 1) / people * ((without - without.mean()) ** 2).sum())
    part = float(all_errors / all_tried)
    # Where every person errs alike nothing varies by chance alone: the pairs count as they are.
    return part * (1 - part) / variance if variance > 0 else float(all_tried)


def normal_quantile() -> float:
    """The 97.5 % quantile of the normal distribution."""
    return 1.959963984540054


def t_quantile(freedom: int) -> float:
    """The 97.5 % quantile of Student's t: P(|T| > t) = I_x(f / 2, 1 / 2) with x = f / (f + t^2)."""
    found = beta_quantile(1 - LEVEL, freedom / 2, 0.5)
    return math.sqrt(freedom * (1 - found) / found)


def beta_quantile(level: float, a: float, b: float) -> float:
    """The quantile of the beta distribution, by halving; `a` and `b` positive, no whole numbers needed."""
    low, high = 0.0, 1.0
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if incomplete_beta(middle, a, b) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b), the regularised incomplete beta function, by its continued fraction.

    NIST Digital Library of Mathematical Functions, 8.17.22; evaluated with Lentz's algorithm.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):  # the fraction converges quickly on the other side only
        return 1 - incomplete_beta(1 - x, b, a)
    front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    tiny = 1e-300
    c, d = 1.0, 1 / _far(1 - (a + b) * x / (a + 1), tiny)
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _far(1 + even * d, tiny), _far(1 + even / c, tiny)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _far(1 + odd * d, tiny), _far(1 + odd / c, tiny)
        value *= d * c
        if abs(d * c - 1) < 1e-14:
            break
    return math.exp(front) * value / a


def _far(value: float, tiny: float) -> float:
    """The value, kept away from zero."""
    return value if abs(value) > tiny else tiny
