"""FMR, FNMR and thresholds, worked out by hand and against a plain count of all pairs."""

from __future__ import annotations

import math
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.faces.roc import collect, impostor_blocks, impostor_pairs
from desktop.learn import scores
from desktop.learn.measure import Measured, measure
from desktop.progress import finish
from tests.learn.simulated import plane, simulated


def d(degrees: float) -> float:
    return 2 - 2 * math.cos(math.radians(degrees))


def test_every_pair_by_hand() -> None:
    # Ann at 0 and 10 degrees, Bo at 60 and 90, Cy at 150.
    found = finish(measure(plane(0, 10, 60, 90, 150), ["Ann", "Ann", "Bo", "Bo", "Cy"]))
    assert (found.people, found.pictures) == (3, 5)
    assert found.genuine.smallest == pytest.approx([d(10), d(30)], abs=1e-6)
    angles = sorted([60, 90, 150, 50, 80, 140, 90, 60])
    assert found.impostors.smallest == pytest.approx([d(angle) for angle in angles], abs=1e-6)
    tau = d(70)
    fmr, fnmr = found.fmr(tau), found.fnmr(tau)
    assert (fmr.errors, fmr.trials) == (3, 8)
    assert (fnmr.errors, fnmr.trials) == (0, 2)
    assert found.fnmr(d(20)).value == 0.5
    assert not fmr.known
    assert found.lowest_fmr is None


def test_tau_keeps_the_wanted_rate_and_goes_half_way_to_the_next_pair() -> None:
    found = finish(measure(plane(0, 40, 90, 180), list("ABCD")))
    # Impostors at 40, 50, 90, 90, 140, 180 degrees.
    assert found.threshold(2 / 6) == pytest.approx((d(50) + d(90)) / 2, abs=1e-6)
    assert found.threshold(0.0) == pytest.approx(d(40), abs=1e-5)
    assert found.threshold(1.0) == 4.0
    assert found.fmr(found.threshold(1 / 6) or 0).errors == 1


def test_it_agrees_with_the_evaluation_of_labelled_pairs() -> None:
    vectors, people = simulated(60, 3)
    found = finish(measure(vectors, people))
    other = collect(impostor_blocks(vectors, people), 0.5, impostor_pairs(people))
    assert found.impostors.count == other.count
    for wanted in (0.3, 1e-2, 1e-3):
        assert found.threshold(wanted) == pytest.approx(other.threshold(wanted), abs=1e-9)


def test_with_more_pairs_than_are_kept_the_histogram_answers() -> None:
    vectors, people = simulated(40, 3)
    exact = finish(measure(vectors, people))
    with patch.object(scores, "KEPT", 500), patch.object(scores, "BLOCK", 16):
        rough = finish(measure(vectors, people))
    assert len(rough.impostors.smallest) == 500
    assert rough.impostors.count == exact.impostors.count
    for tau in (1.0, 1.3, 1.6, 1.9, 2.2):
        assert rough.fmr(tau).value == pytest.approx(exact.fmr(tau).value, abs=2e-3)
        assert rough.fmr(tau).low == pytest.approx(exact.fmr(tau).low, abs=2e-3)
    assert rough.threshold(1e-2) == pytest.approx(exact.threshold(1e-2), abs=1e-6)
    assert rough.threshold(0.6) == pytest.approx(exact.threshold(0.6), abs=1e-3)


def test_the_det_curve_goes_from_nothing_passes_to_all_pass() -> None:
    curve = finish(measure(*simulated(30, 3))).det
    assert curve.fmr[0] == 0
    assert curve.fnmr[0] == 1
    assert curve.fmr[-1] == 1
    assert curve.fnmr[-1] == 0
    assert (np.diff(curve.fmr) >= 0).all()
    assert (np.diff(curve.fnmr) <= 0).all()
    assert (np.diff(curve.tau) > 0).all()


def test_histograms_are_shares_and_means_are_right() -> None:
    found = finish(measure(plane(0, 60, 120), ["A", "A", "B"]))
    assert found.genuine.shares(100).sum() == pytest.approx(1)
    assert found.genuine.mean() == pytest.approx(1.0, abs=1e-3)
    assert found.impostors.mean() == pytest.approx((d(60) + d(120)) / 2, abs=1e-3)
    assert found.genuine.shares(100)[25] == 1 or found.genuine.shares(100)[24] == 1


def test_the_equal_error_rate_of_two_normal_clouds() -> None:
    found = finish(measure(*simulated(150, 4, spread=1.3)))
    assert found.eer is not None
    tau = float(found.det.tau[int(np.argmin(np.abs(found.det.fmr - found.det.fnmr)))])
    assert found.fmr(tau).value == pytest.approx(found.fnmr(tau).value, abs=0.02)


def test_what_the_pairs_cannot_support_is_not_said() -> None:
    found = finish(measure(*simulated(100, 2)))
    assert found.lowest_fmr is not None
    assert found.impostors.count * found.lowest_fmr >= 3  # the rule of three at the very least
    assert not found.supports(found.lowest_fmr / 5)
    tau = found.threshold(found.lowest_fmr / 20)
    assert tau is not None
    assert (found.fmr(tau).low, found.fmr(tau).high) == (None, None)


def test_it_is_cancelled_between_two_blocks() -> None:
    job = measure(*simulated(300, 4))
    assert next(job).total == 1200 * 1199 / 2
    next(job)
    job.close()


@given(st.integers(2, 12), st.integers(1, 4), st.integers(0, 999), st.floats(0, 4))
@settings(max_examples=60, deadline=None)
def test_rates_count_pairs(people: int, pictures: int, seed: int, tau: float) -> None:
    vectors, names = simulated(people, pictures, seed=seed, dimension=4)
    found: Measured = finish(measure(vectors, names))
    total = people * pictures
    assert found.genuine.count + found.impostors.count == total * (total - 1) // 2
    for rate in (found.fmr(tau), found.fnmr(tau)):
        assert 0 <= rate.errors <= rate.trials
        if rate.low is not None and rate.high is not None and rate.value is not None:
            assert 0 <= rate.low <= rate.value <= rate.high <= 1
        assert rate.independent <= max(rate.trials, 1)
