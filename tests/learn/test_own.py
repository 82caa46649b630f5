"""Thresholds from people of one's own: the table, where it is kept, and when it is refused."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from desktop.errors import NotWritable
from desktop.faces import adopted
from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration, Uncalibrated, from_table
from desktop.learn.measure import Measured, measure
from desktop.learn.own import NotTold, TooFewGenuine, TooFewImpostors, logistic, table
from desktop.paths import Home
from desktop.progress import finish
from tests.learn.simulated import simulated

MODEL = ModelId("sface", "ab" * 32)
OTHER = ModelId("sface", "cd" * 32)


@pytest.fixture(scope="module")
def measured() -> Measured:
    return finish(measure(*simulated(200, 4)))


def test_the_table_says_what_was_measured(measured: Measured) -> None:
    made = from_table("mine", table(measured))
    for wanted in (0.1, 1e-2, 1e-3):
        tau = measured.threshold(wanted)
        assert tau is not None
        assert 2 - 2 * made.threshold(wanted) == pytest.approx(tau, abs=2e-3)
        assert made.fmr(made.threshold(wanted)) == pytest.approx(wanted)


def test_it_ends_where_the_data_end(measured: Measured) -> None:
    last = table(measured)["tail"][-1][0]  # type: ignore[index]
    assert last == measured.lowest_fmr
    made = from_table("mine", table(measured))
    assert made.threshold(1e-9) > made.threshold(1e-6) > made.threshold(last)


def test_the_probability_agrees_with_the_verdict(measured: Measured) -> None:
    made = from_table("mine", table(measured))
    limit = made.threshold(1e-3)
    assert made.probability(limit, limit) >= 0.5
    assert made.probability(limit - 0.01, limit) < 0.5
    assert made.llr(1.0) <= math.log(measured.impostors.count / 3)


def test_the_logistic_fit_of_two_normals_is_their_likelihood_ratio() -> None:
    """Equal variances: ln N(s; m1) / N(s; m0) = (m1 - m0) / v s - (m1^2 - m0^2) / 2 v."""
    similarity = 1 - (np.arange(4000) + 0.5) * 4 / 4000 / 2
    one, none, spread = 0.6, 0.1, 0.12
    shares = [np.exp(-(((similarity - mean) / spread) ** 2) / 2) for mean in (one, none)]
    slope, intercept = logistic(*(part / part.sum() for part in shares))
    assert slope == pytest.approx((one - none) / spread**2, rel=0.05)
    assert intercept == pytest.approx(-(one**2 - none**2) / (2 * spread**2), rel=0.05)


def test_people_who_are_told_apart_without_an_error_give_a_finite_slope() -> None:
    found = table(finish(measure(*simulated(200, 4, spread=0.1))))
    made = from_table("mine", found)
    assert math.isfinite(made.slope)
    assert made.llr(0.99) > 0 > made.llr(0.0)


@pytest.mark.parametrize(
    ("people", "pictures", "error"),
    [(12, 4, TooFewImpostors), (4, 8, TooFewGenuine), (300, 1, TooFewGenuine)],
)
def test_too_little_is_refused(people: int, pictures: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        table(finish(measure(*simulated(people, pictures))))


def test_names_that_say_nothing_are_refused() -> None:
    vectors, people = simulated(120, 2, spread=0.5)
    mixed = np.random.default_rng(2).permutation(len(vectors))
    found = finish(measure(vectors[mixed], people))
    with pytest.raises(NotTold):
        table(found)


def test_the_users_own_goes_before_the_one_that_ships_and_can_be_taken_back(
    home: Home, measured: Measured
) -> None:
    shipped = Calibration.for_model("sface").threshold(1e-3)
    assert adopted.calibration_of(home, MODEL).threshold(1e-3) == shipped
    adopted.adopt(home, MODEL, table(measured))
    mine = adopted.calibration_of(home, MODEL)
    assert mine.threshold(1e-3) == from_table("", table(measured)).threshold(1e-3) != shipped
    assert adopted.calibration_of(home, OTHER).threshold(1e-3) == shipped
    assert adopted.table_of(home, MODEL) == json.loads(json.dumps(table(measured)))
    adopted.take_back(home, MODEL)
    adopted.take_back(home, MODEL)
    assert adopted.calibration_of(home, MODEL).threshold(1e-3) == shipped
    assert adopted.table_of(home, MODEL) is None


def test_a_model_without_shipped_thresholds_gets_its_own(home: Home, measured: Measured) -> None:
    mine = ModelId("mine", "ef" * 32)
    with pytest.raises(Uncalibrated):
        adopted.calibration_of(home, mine)
    adopted.adopt(home, mine, table(measured))
    assert adopted.calibration_of(home, mine).model == "mine"


def test_no_name_is_kept(home: Home, measured: Measured) -> None:
    adopted.adopt(home, MODEL, table(measured))
    [file] = home.calibrations.iterdir()
    assert b"person" not in file.read_bytes()


@pytest.mark.parametrize("text", ["", "[]", '{"format": 2}', '{"format": 1, "digest": "x"}'])
def test_a_damaged_file_counts_as_none(home: Home, measured: Measured, text: str) -> None:
    adopted.adopt(home, MODEL, table(measured))
    next(home.calibrations.iterdir()).write_text(text)
    assert adopted.own(home, MODEL) is None


def test_a_home_that_cannot_be_written_is_said(home: Home, measured: Measured) -> None:
    home.calibrations.write_text("in the way")
    with pytest.raises(NotWritable):
        adopted.adopt(home, MODEL, table(measured))
