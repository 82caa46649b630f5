"""Thresholds: monotone, true to the measured table, and a probability that never contradicts the verdict."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.faces import thresholds
from desktop.faces.thresholds import Calibration, TableDamaged, Uncalibrated, accepts, distance, from_table
from desktop.paths import resources

sface = Calibration.for_model("sface")
table = json.loads((resources() / "calibration.json").read_text("utf-8"))["models"]["sface"]
rates = st.floats(1e-12, 1, exclude_min=True)
similarities = st.floats(-1, 1)


def test_thresholds_are_the_measured_ones() -> None:
    for rate, similarity in table["tail"]:
        assert sface.threshold(rate) == pytest.approx(similarity)
        assert sface.fmr(similarity) == pytest.approx(rate)


def test_thresholds_hold_on_people_they_were_not_measured_on() -> None:
    """The committed check on fold 5: found rates lie within a third of the stated ones."""
    assert [row["fmr_stated"] for row in table["check"]["rates"]] == [1e-2, 1e-3, 1e-4]
    for row in table["check"]["rates"]:
        assert 0.66 < row["fmr_found"] / row["fmr_stated"] < 1.5
    assert table["impostor_pairs"] > 4_000_000
    assert table["check"]["cllr_bits"] < 0.12


@given(rates, rates)
def test_a_lower_rate_asks_for_more(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert sface.threshold(low) >= sface.threshold(high)


@given(st.floats(-0.38, 0.99))
def test_fmr_inverts_the_threshold(similarity: float) -> None:
    assert sface.threshold(sface.fmr(similarity)) == pytest.approx(similarity, abs=1e-9)


@given(rates, st.integers(0, 10**7), st.integers(0, 10**7))
def test_tau_rises_with_the_number_of_templates(fpir: float, one: int, other: int) -> None:
    few, many = sorted((one, other))
    assert sface.tau(fpir, few) <= sface.tau(fpir, many)


def test_tau_follows_the_formula() -> None:
    fmr = 1 - (1 - 1e-2) ** (1 / 1000)
    assert sface.tau(1e-2, 1000) == pytest.approx(sface.threshold(fmr), abs=1e-9)


def test_tau_keeps_digits_for_huge_galleries() -> None:
    taus = [sface.tau(1e-2, 10**power) for power in range(3, 9)]
    assert all(after > before for before, after in pairwise(taus))


def test_tau_does_not_sink_below_the_floor_for_few() -> None:
    """Two enrolled at FPIR 1e-2: the similarity 0.28 that strangers reach in the clip is far from a name."""
    assert sface.tau(1e-2, 2) == sface.tau(0.5, 1) == sface.threshold(table["floor_fmr"])
    assert sface.tau(1e-2, 2) > 0.33


@given(similarities, similarities)
def test_probability_never_contradicts_the_verdict(similarity: float, threshold: float) -> None:
    for near in (similarity, math.nextafter(threshold, -2), threshold, math.nextafter(threshold, 2)):
        found = sface.probability(near, threshold)
        assert 0 <= found <= 1
        assert (found >= 0.5) == accepts(near, threshold)
        assert accepts(near, threshold) == (distance(near) <= distance(threshold))


@given(similarities, similarities, st.floats(-0.3, 0.6))
def test_probability_rises_with_similarity(one: float, other: float, threshold: float) -> None:
    low, high = sorted((one, other))
    assert sface.probability(low, threshold) <= sface.probability(high, threshold)
    assert sface.llr(low) <= sface.llr(high)


def test_llr_is_bounded_by_what_was_measured() -> None:
    assert sface.llr(1.0) == pytest.approx(math.log(table["impostor_pairs"] / 3), abs=1e-3)
    assert sface.llr(-1.0) == pytest.approx(math.log(3 / table["genuine_pairs"]), abs=1e-3)


def test_the_unquantised_network_shares_the_table() -> None:
    assert Calibration.for_model("sface-full").threshold(1e-3) == sface.threshold(1e-3)


def test_an_unknown_model_gets_one_sentence() -> None:
    with pytest.raises(Uncalibrated, match="face model “dlib” has no measured thresholds"):
        Calibration.for_model("dlib")


@pytest.mark.parametrize(
    "change",
    [
        {"tail": [[0.1, 0.2], [0.2, 0.3]]},
        {"tail": [[0.1, 0.3], [0.01, 0.2]]},
        {"tail": [0.1]},
        {"tail": [[0.1, float("nan")]]},
        {"beyond": 0},
        {"beyond": "wide"},
        {"llr": 3},
        {"floor_fmr": True},
    ],
)
def test_a_damaged_table_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_table("sface", {**table, **change})


@pytest.mark.parametrize("rate", [0, -1, 1.1, float("nan")])
def test_rates_outside_0_to_1_are_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        sface.threshold(rate)
    with pytest.raises(ValueError, match="between 0 and 1"):
        sface.tau(rate, 3)


def test_a_missing_file_gets_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(thresholds, "resources", lambda: tmp_path)
    thresholds._load.cache_clear()
    try:
        with pytest.raises(TableDamaged, match="install Likeness again"):
            Calibration.for_model("sface")
    finally:
        thresholds._load.cache_clear()


def test_distance_is_that_of_unit_vectors() -> None:
    chance = np.random.default_rng(0)
    a, b = (v / np.linalg.norm(v) for v in chance.normal(size=(2, 128)))
    assert distance(float(a @ b)) == pytest.approx(float(((a - b) ** 2).sum()))
