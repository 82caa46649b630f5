"""What training says, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.ui import local
from desktop.ui.pages.calibrate.words import percent

if TYPE_CHECKING:
    from desktop.learn.compare import Comparison, Share
    from desktop.learn.head_file import Head


def points(share: float) -> str:
    """A share with one decimal: “61.2 %”, so that before and after can be compared digit by digit."""
    return _tr("{value} %").format(value=local.decimal(100 * share, 1))


def interval(share: Share) -> str:
    """“58.1 to 64.0 %”, or that it is unknown."""
    if share.low is None or share.high is None:
        return _tr("interval unknown")
    return _tr("{low} to {high} %").format(
        low=local.decimal(100 * share.low, 1), high=local.decimal(100 * share.high, 1)
    )


def widest() -> str:
    """As wide as an interval gets."""
    return _tr("{low} to {high} %").format(low=local.decimal(100.0, 1), high=local.decimal(100.0, 1))


def verdict(comparison: Comparison) -> str:
    """The headline."""
    return {
        "better": _tr("It is better"),
        "worse": _tr("It is worse"),
        "unclear": _tr("It is not shown to be better"),
    }[comparison.verdict]


def change(comparison: Comparison) -> str:
    """By how much, on whom, and how sure that is."""
    gain = comparison.gain
    told = _tr(
        "Measured on {people} people who were kept aside and taught nothing: {gain} points at an FMR of {fmr}"
    ).format(people=local.whole(comparison.people), gain=_signed(gain.value), fmr=percent(comparison.fmr))
    if gain.low is None or gain.high is None:
        return _tr("{told}. They can’t tell how sure that is.").format(told=told)
    sure = _tr("{told}, 95 % sure between {low} and {high}.").format(
        told=told, low=_signed(gain.low), high=_signed(gain.high)
    )
    return local.sentences(sure, _advice(comparison))


def _advice(comparison: Comparison) -> str:
    return {
        "better": "",
        "worse": _tr("Don’t use it."),
        "unclear": _tr("The difference may be chance; more people would tell."),
    }[comparison.verdict]


def thresholds(head: Head) -> str:
    """What a head goes by that was measured on too few people for thresholds of its own; else nothing."""
    if head.calibration is not None:
        return ""
    if head.kind in _MOVED:
        return _tr("They are too few for thresholds of its own; it takes those of the model.")
    return _tr("They are too few for thresholds, and without any it can’t be used; train with more people.")


def usable(head: Head | None) -> bool:
    """Whether there is a head that has thresholds to go by."""
    return head is not None and (head.calibration is not None or head.kind in _MOVED)


_MOVED = ("linear", "top")
"""Heads that move the model's embeddings only a little: its thresholds nearly hold for them."""


def counts(people: int, pictures: int) -> str:
    """“7 people, 56 pictures”."""
    return _tr("{people} people, {pictures} pictures").format(
        people=local.whole(people), pictures=local.whole(pictures)
    )


def _signed(share: float) -> str:
    text = local.decimal(100 * share, 1)
    return f"+{text}" if share > 0 and not text.startswith("0.0") else text.replace("-", "−")


def _tr(text: str) -> str:
    return QCoreApplication.translate("learn", text)
