"""Days, moments and numbers in the user's language and time zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def day(at: datetime) -> str:
    """“4 May 2026”."""
    return _worded(at, QCoreApplication.translate("dates", "d MMMM yyyy"))


def minute(at: datetime) -> str:
    """“4 May 2026, 10:30”."""
    return _worded(at, QCoreApplication.translate("dates", "d MMMM yyyy, HH:mm"))


def second(at: datetime) -> str:
    """“4 May, 10:30:12”."""
    return _worded(at, QCoreApplication.translate("dates", "d MMMM, HH:mm:ss"))


def whole(number: int) -> str:
    """“4,999”."""
    return _locale().toString(number)


def decimal(number: float, places: int = 2) -> str:
    """“0.62”; never “-0.00”."""
    return _locale().toString(float(number) if abs(number) >= 0.5 * 10**-places else 0.0, "f", places)


def listed(names: Iterable[str]) -> str:
    """“Ada, Bo, Cem”, with the language's own mark between them."""
    return QCoreApplication.translate("lists", ", ").join(names)


def sentences(*parts: str) -> str:
    """Sentences in a row; empty ones are left out."""
    template = QCoreApplication.translate("lists", "{first} {second}")
    said = ""
    for part in filter(None, parts):
        said = template.format(first=said, second=part) if said else part
    return said


def left(seconds: float) -> str:
    """“about 40 s left”, “about 3 min left”."""
    if seconds < 1:
        return QCoreApplication.translate("times", "nearly done")
    if seconds < 60:
        return QCoreApplication.translate("times", "about {count} s left").format(count=whole(round(seconds)))
    template = QCoreApplication.translate("times", "about {count} min left")
    return template.format(count=whole(round(seconds / 60)))


def _locale() -> QLocale:
    # The bare C locale writes 1000 without a separator; words in English want English numbers.
    found = QLocale()
    return QLocale(QLocale.Language.English) if found.language() == QLocale.Language.C else found


def _worded(at: datetime, form: str) -> str:
    return _locale().toString(QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000)), form)
