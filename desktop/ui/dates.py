"""Days and moments in the user's language and time zone."""

from __future__ import annotations

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


def _worded(at: datetime, form: str) -> str:
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(round(at.timestamp() * 1000)), form)
