"""Rates and intervals in words that never say more than the numbers do."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.learn.identification import Point
from desktop.learn.intervals import Rate
from desktop.ui import local

_DIGITS = 5
_NEAR = 1.2  # an error rate may seem so many times what it is by rounding
"""Decimals of a percentage, at most: 0.00001 % is one in ten million."""


def percent(value: float) -> str:
    """A fraction as a percentage with two digits that count: “0.10 %”, “2.4 %”, “63 %”."""
    shown = 100 * value
    if shown <= 0:
        return _tr("0 %")
    places = min(_DIGITS, max(0, 1 - math.floor(math.log10(shown))))
    return _tr("{value} %").format(value=local.decimal(shown, places))


def rate(found: Rate) -> str:
    """The rate alone; “–” without a pair."""
    return "–" if found.value is None else percent(found.value)


def interval(found: Rate) -> str:
    """The 95 % interval, or what keeps it from being known."""
    if found.low is not None and found.high is not None:
        low, high = percent(found.low), percent(found.high)
        return _tr("95 % sure: {low} to {high}").format(low=low, high=high)
    if found.value is None:
        return _tr("unknown: no pairs")
    if found.at_most is not None:
        return _tr("unknown: no error seen, at most {bound}").format(bound=percent(found.at_most))
    if found.errors:
        return _tr("unknown: too few people erred")
    return _tr("unknown: too few people")


def short_interval(found: Rate) -> str:
    """The interval for a table: “1.6–3.4 %” or “unknown”."""
    if found.low is None or found.high is None:
        return _tr("unknown")
    sign = _tr("{value} %").removeprefix("{value}")
    return f"{percent(found.low).removesuffix(sign)}–{percent(found.high)}"


def counts(people: int, pictures: int) -> str:
    """What was measured, in one line."""
    return _tr("{people} people, {pictures} pictures").format(
        people=local.whole(people), pictures=local.whole(pictures)
    )


def pictures(count: int) -> str:
    """“1 picture”, “1,204 pictures”."""
    return _tr("1 picture") if count == 1 else _tr("{count} pictures").format(count=local.whole(count))


def short_count(count: int) -> str:
    """“707”, “128 K”, “7.3 M”."""
    if count >= 999_500:
        return _tr("{count} M").format(count=local.decimal(count / 1e6, 1))
    if count >= 10_000:
        return _tr("{count} K").format(count=local.whole(round(count / 1e3)))
    return local.whole(count)


def tenth(power: int) -> str:
    """10 to this power, at most 0, as a percentage: “10 %”, “0.01 %”."""
    return _tr("{value} %").format(value=local.decimal(100 * 10.0**power, max(0, -power - 2)))


def right(fmr: float) -> str:
    """1 - FMR, never rounded up: an FMR of 0.00099 is “99.90 %” right, not 100 %.

    Nor so far down that the FMR beside it says otherwise: one of 0.00102 is “99.89 %”, not 99.8 %.
    """
    places = min(_DIGITS, max(0, math.ceil(-math.log10(max(100 * fmr, 10.0**-_DIGITS)) - 1e-9)))
    if 100 - _down(fmr, places) > _NEAR * 100 * fmr:
        places = min(_DIGITS, places + 1)
    shown = _down(fmr, places)
    return _tr("{value} %").format(value=local.decimal(shown, places))


def _down(fmr: float, places: int) -> float:
    """1 - FMR in percent, rounded down."""
    step = 10.0**-places
    return step * math.floor(100 * (1 - fmr) / step + 1e-6)


def among(point: Point, fmr: float | None, general: float | None = None) -> str:
    """Why a rate that sounds small is not, among many people.

    `general` is the FPIR by the thresholds in use, for where the data have none.
    """
    if point.fpir is None or fmr is None:
        said = _tr("These data cannot say what happens among {k} people at this threshold.")
        if general is not None:
            said = _tr(
                "Too few people to say it of them; in general a stranger among {k} is given somebody’s name "
                "in {wrong} of all searches."
            )
        return said.format(k=local.whole(point.k), wrong="" if general is None else percent(general))
    return _tr(
        "{right} of single comparisons with a stranger are right; yet among {k} people a stranger is given "
        "somebody’s name in {wrong} of all searches."
    ).format(right=right(fmr), k=local.whole(point.k), wrong=percent(point.fpir))


def one_in(fmr: float) -> str:
    """“1 in 1,000”."""
    return _tr("1 in {count}").format(count=local.whole(round(1 / fmr)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("calibrate", text)
