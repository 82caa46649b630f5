"""Rates and probabilities in words that never say more than the numbers do."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.ui import local

_RAREST = 1e-6
"""Below it the table that ships only extrapolates, so no number is given."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("compare", text)


def passing(fmr: float) -> str:
    """How many pairs of different people a threshold lets pass: “about 1 in 1,000 …”."""
    if fmr >= 0.95:
        return _tr("Nearly every pair of different people would pass.")
    if fmr > 0.25:
        return _tr("About {percent} % of different pairs would pass.").format(percent=round(100 * fmr))
    if fmr < _RAREST:
        count = local.whole(round(1 / _RAREST))
        return _tr("Fewer than 1 in {count} different pairs would pass.").format(count=count)
    return _tr("About 1 in {count} different pairs would pass.").format(count=one_in(fmr))


def one_in(fmr: float) -> str:
    """1 / fmr with two digits that count and the locale's separators: 0.001 gives “1,000”."""
    wanted = 1 / fmr
    digits = max(0, math.floor(math.log10(wanted)) - 1)
    return local.whole(round(wanted / 10**digits) * 10**digits)


def percent(probability: float, same: bool) -> str:
    """A probability that a reader can't hold against the verdict.

    Cut, not rounded: 49.97 % is not 50.0 %; the ends are words, since nothing here is certain.
    """
    if probability > 0.999:
        return _tr("> 99.9 %")
    if probability < 0.001:
        return _tr("< 0.1 %")
    tenths = math.floor(probability * 1000 + 1e-9)
    tenths = max(tenths, 500) if same else min(tenths, 499)
    return _tr("{value} %").format(value=local.decimal(tenths / 10, 1))
