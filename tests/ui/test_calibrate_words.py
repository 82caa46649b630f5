"""Rates in words never say more than is known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from desktop.learn.identification import Point
from desktop.learn.intervals import Rate
from desktop.ui.pages.calibrate import words
from desktop.ui.pages.calibrate.plots import reckoned


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (0.0, "0 %"),
        (0.00099, "0.099 %"),
        (0.024, "2.4 %"),
        (0.63, "63 %"),
        (1.0, "100 %"),
        (1e-9, "0.00000 %"),
    ],
)
def test_percentages_have_two_digits_that_count(value: float, wanted: str) -> None:
    assert words.percent(value) == wanted


def test_words_never_say_more_than_is_known() -> None:
    assert words.right(0.00099) == "99.90 %"
    assert words.right(0.01) == "99 %"
    assert words.right(0.00102) == "99.89 %"
    assert words.right(0.013) == "98.7 %"
    assert words.interval(Rate(0, 0, 0.0)) == "unknown: no pairs"
    assert words.interval(Rate(0, 100, 60.0)) == "unknown: no error seen, at most 5.0 %"
    assert words.interval(Rate(2, 100, 60.0)) == "unknown: too few people erred"
    assert words.interval(Rate(0, 100, 2.0)) == "unknown: too few people"
    assert words.short_interval(Rate(9, 100, 60.0, 0.016, 0.034)) == "1.6–3.4 %"
    assert words.short_count(7_260_000) == "7.3 M"


def test_why_99_percent_is_not_enough() -> None:
    said = words.among(Point(100, 1.4, 1 - 0.99**100, 0.02, True), 0.01)
    assert said.startswith("99 % of single comparisons")
    assert "among 100 people" in said
    assert "63 %" in said
    unknown = Point(100, None, None, None, False)
    assert "cannot say" in words.among(unknown, None)
    general = reckoned(unknown, 0.001)
    assert general == pytest.approx(1 - 0.999**100)
    assert words.among(unknown, None, general).endswith("somebody’s name in 9.5 % of all searches.")
    assert reckoned(Point(100, 1.4, 0.5, 0.02, True), 0.001) is None  # the data's own word goes first
