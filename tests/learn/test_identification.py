"""Searching among K people: by hand, and reckoned against measured."""

from __future__ import annotations

import math

import numpy as np
import pytest

from desktop.learn.identification import COUNTS, Identification, fmr_for, fpir_of, identify
from desktop.learn.measure import measure
from desktop.progress import finish
from desktop.vectors import Vectors
from tests.learn.simulated import simulated


def found_in(vectors: Vectors, people: list[str], draws: int = 5) -> Identification:
    measured = finish(measure(vectors, people))
    return finish(identify(vectors, people, measured, draws=draws))


def test_ninety_nine_percent_is_not_enough_for_a_hundred_people() -> None:
    assert fpir_of(1e-2, 100) == pytest.approx(1 - 0.99**100)
    assert fpir_of(1e-3, 100) == pytest.approx(0.0952, abs=1e-4)
    assert fpir_of(1e-3, 1000) == pytest.approx(0.632, abs=1e-3)
    assert fpir_of(1e-12, 10) == pytest.approx(1e-11, rel=1e-6)
    assert fmr_for(fpir_of(3e-4, 70), 70) == pytest.approx(3e-4)
    assert (fpir_of(1.0, 3), fmr_for(1.0, 3)) == (1.0, 1.0)


def test_the_curve_goes_from_one_to_ten_thousand() -> None:
    assert (COUNTS[0], COUNTS[-1]) == (1, 10_000)
    assert list(COUNTS) == sorted(set(COUNTS))


def test_up_to_half_of_the_people_are_measured_the_rest_is_reckoned() -> None:
    found = found_in(*simulated(100, 3))
    kinds = {k: found.point(k, 1.2).measured for k in COUNTS}
    # Five galleries of ten people are fifty people: too few to stand for others.
    assert all(kinds[k] == (20 <= k <= 50) for k in COUNTS)


def test_a_few_people_who_are_hard_to_find_do_not_make_small_galleries_look_bad() -> None:
    found = found_in(*simulated(60, 8), draws=20)
    assert not any(found.point(k, 1.2).measured for k in (1, 2, 3))
    assert found.point(5, 1.2).measured


def test_too_few_searches_measure_nothing() -> None:
    assert not found_in(*simulated(4, 2), draws=1).point(1, 1.0).measured


def test_measured_rates_are_those_of_a_world_of_independent_people() -> None:
    """Directions in many dimensions are as good as independent, so the formula must hold."""
    found = found_in(*simulated(400, 3, dimension=128), draws=10)
    tau = found.measured.threshold(5e-3)
    assert tau is not None
    fmr = found.measured.fmr(tau).value or 0
    for k in (10, 50, 100):
        point = found.point(k, tau)
        assert point.measured
        assert point.fpir == pytest.approx(fpir_of(fmr, k), rel=0.2)
        reckoned = found._fnir(k, tau)
        assert point.fnir == pytest.approx(reckoned, abs=0.03)


def test_what_is_reckoned_rises_with_the_number_of_people() -> None:
    found = found_in(*simulated(100, 3))
    tau = found.measured.threshold(1e-2)
    assert tau is not None
    points = [found.point(k, tau) for k in COUNTS if k > 50]
    rates = [point.fpir for point in points]
    assert None not in rates
    assert rates == sorted(rates, key=lambda rate: rate or 0)
    assert rates[-1] == pytest.approx(1)
    misses = [point.fnir or 0.0 for point in points]
    assert misses == sorted(misses)
    assert misses[-1] > (found.measured.fnmr(tau).value or 0.0)


def test_a_threshold_that_moves_keeps_the_rate_until_the_data_end() -> None:
    found = found_in(*simulated(300, 3))
    taus = []
    for k in COUNTS:
        point = found.moving(k, 0.05)
        if point.tau is None:
            assert (point.fpir, point.fnir) == (None, None)
            assert not found.measured.supports(fmr_for(0.05, k))
            continue
        taus.append(point.tau)
        assert point.fpir == pytest.approx(0.05, abs=0.03)
    assert 3 < len(taus) < len(COUNTS)
    assert taus == sorted(taus, reverse=True)


def test_reckoned_by_hand() -> None:
    """One genuine pair nearer than every impostor: it is found among any number of people."""
    found = found_in(*simulated(60, 2, spread=0.2))
    assert found.genuine[-1] < found.measured.impostors.smallest[0]
    assert found._fnir(10_000, float(found.genuine[-1]) + 1e-6) == 0
    half = float(np.median(found.genuine))
    assert found._fnir(10_000, half) == pytest.approx(0.5, abs=0.02)


def test_no_figure_where_the_threshold_is_beyond_the_data() -> None:
    found = found_in(*simulated(60, 2))
    point = found.point(1000, 0.05)
    assert (point.fpir, point.fnir) == (None, None)


def test_the_same_seed_draws_the_same_galleries() -> None:
    vectors, people = simulated(80, 3)
    one, other = found_in(vectors, people), found_in(vectors, people)
    assert one.point(20, 1.3) == other.point(20, 1.3)
    assert not math.isnan(one.point(20, 1.3).fnir or 0)
