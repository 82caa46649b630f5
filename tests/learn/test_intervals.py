"""The intervals: against tables, and how often they hold the truth on simulated scores."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learn.intervals import Rate, beta_quantile, incomplete_beta, interval, rate, t_quantile

MANY = 10**6


@pytest.mark.parametrize(
    ("errors", "trials", "low", "high"),
    # Clopper and Pearson, as in any table of theirs.
    [(5, 100, 0.016432, 0.112835), (10, 20, 0.271957, 0.728043), (20, 20, 0.831567, 1.0)],
)
def test_independent_trials_give_clopper_and_pearson(
    errors: int, trials: int, low: float, high: float
) -> None:
    found = interval(errors / trials, trials, MANY)
    assert found == (pytest.approx(low, abs=2e-6), pytest.approx(high, abs=2e-6))


@pytest.mark.parametrize(("freedom", "wanted"), [(1, 12.7062), (2, 4.3027), (10, 2.2281), (120, 1.9799)])
def test_students_t(freedom: int, wanted: float) -> None:
    assert t_quantile(freedom) == pytest.approx(wanted, abs=1e-4)


def test_the_incomplete_beta_function_in_closed_form() -> None:
    for x in (0.01, 0.3, 0.5, 0.9):
        assert incomplete_beta(x, 1, 3) == pytest.approx(1 - (1 - x) ** 3, abs=1e-13)
        assert incomplete_beta(x, 2, 2) == pytest.approx(3 * x**2 - 2 * x**3, abs=1e-13)
        assert incomplete_beta(x, 0.5, 0.5) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)), abs=1e-12)


@given(st.floats(0.01, 0.99), st.floats(0.3, 5000), st.floats(0.3, 5000))
def test_the_quantile_is_the_inverse(level: float, a: float, b: float) -> None:
    found = beta_quantile(level, a, b)
    assert incomplete_beta(found, a, b) == pytest.approx(level, abs=1e-6)


def test_fewer_than_three_independent_errors_say_nothing() -> None:
    assert interval(2.9 / 1000, 1000, MANY) == (None, None)
    assert interval(3.1 / 1000, 1000, MANY)[0] is not None
    assert interval(0.0, 10**6, MANY) == (None, None)


def test_no_error_has_a_bound_by_the_rule_of_three() -> None:
    tried = np.full(60, 10)
    found = rate(0, 600, np.zeros(60, np.int64), tried, touched=1)
    assert (found.value, found.known) == (0.0, False)
    assert found.at_most == pytest.approx(3 / 60)  # sixty people, not 600 pairs
    assert rate(0, 20, np.zeros(2, np.int64), np.array([10, 10]), touched=1).at_most is None


def test_without_a_trial_there_is_no_rate() -> None:
    assert rate(0, 0, np.zeros(3, np.int64), np.zeros(3, np.int64), touched=1) == Rate(0, 0, 0.0)
    assert Rate(0, 0, 0.0).value is None


def test_all_errors_of_one_person_are_one_observation() -> None:
    errors = np.zeros(50, np.int64)
    errors[7] = 20
    found = rate(20, 1000, errors, np.full(50, 20), touched=1)
    assert found.independent < 60
    assert not found.known


def test_equal_people_count_pair_by_pair() -> None:
    found = rate(100, 1000, np.full(50, 2), np.full(50, 20), touched=1)
    assert found.independent == 1000


@pytest.mark.parametrize("alike", [0.0, 0.3])
def test_genuine_intervals_hold_the_truth_at_least_as_often_as_they_say(alike: float) -> None:
    """People differ (intra-class correlation `alike`); the true FNMR is 5 %."""
    chance = np.random.default_rng(5)
    people, pairs, truth = 80, 15, 0.05
    held = plain = 0
    rounds = 400
    for _ in range(rounds):
        strength = (1 - alike) / alike if alike else 0
        own = chance.beta(truth * strength, (1 - truth) * strength, people) if alike else truth
        errors = chance.binomial(pairs, own, people).astype(np.int64)
        found = rate(int(errors.sum()), people * pairs, errors, np.full(people, pairs), touched=1)
        held += found.low is not None and found.high is not None and found.low <= truth <= found.high
        naive = interval(errors.sum() / (people * pairs), people * pairs, MANY)
        plain += naive[0] is not None and naive[1] is not None and naive[0] <= truth <= naive[1]
    assert held / rounds >= 0.92
    if alike:
        assert plain / rounds < 0.75  # taken as independent, pairs promise what they do not keep


def test_impostor_intervals_hold_the_truth_though_everybody_meets_everybody() -> None:
    """Scores u_i + u_j + noise: some people are easily taken for others. The truth is known: normal."""
    chance = np.random.default_rng(6)
    people, rounds, spread = 60, 300, 0.5
    limit = 2.0 * math.sqrt(1 + 2 * spread**2)
    truth = 0.5 * math.erfc(2.0 / math.sqrt(2))
    upper = np.triu_indices(people, 1)
    held = plain = 0
    for _ in range(rounds):
        own = chance.normal(0, spread, people)
        score = own[upper[0]] + own[upper[1]] + chance.normal(size=len(upper[0]))
        wrong = score > limit
        errors = np.bincount(upper[0][wrong], minlength=people) + np.bincount(
            upper[1][wrong], minlength=people
        )
        trials = len(wrong)
        found = rate(int(wrong.sum()), trials, errors, np.full(people, people - 1), touched=2)
        held += found.low is not None and found.high is not None and found.low <= truth <= found.high
        naive = interval(wrong.mean(), trials, MANY)
        plain += naive[0] is not None and naive[1] is not None and naive[0] <= truth <= naive[1]
    assert held / rounds >= 0.92
    assert plain / rounds < held / rounds
