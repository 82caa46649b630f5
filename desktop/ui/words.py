"""Numbers in words: times, sizes, multiples."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ui import local
from desktop.vectors import Picture


def remaining(seconds: float | None) -> str:
    """“about 2 min left”; empty while nobody knows."""
    if seconds is None:
        return ""
    return QCoreApplication.translate("StudioWords", "about {time} left").format(time=span(seconds))


def span(seconds: float) -> str:
    """“40 s”, “2 min”, “1.5 h”: as fine as an estimate can be."""
    if seconds < 55:
        template = QCoreApplication.translate("StudioWords", "{value} s")
        value = local.whole(max(1, round(seconds) if seconds < 10 else 5 * round(seconds / 5)))
    elif seconds < 5400:
        template = QCoreApplication.translate("StudioWords", "{value} min")
        value = local.whole(round(seconds / 60))
    else:
        template = QCoreApplication.translate("StudioWords", "{value} h")
        value = local.decimal(seconds / 3600, 1)
    return template.format(value=value)


def clock(seconds: float) -> str:
    """“1:05”, for what is being recorded."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def pixels(picture: Picture) -> str:
    """“512 × 341”, width first."""
    return f"{local.whole(picture.shape[1])} × {local.whole(picture.shape[0])}"


def times(value: float) -> str:
    """“1.5×”; finer below one."""
    return local.decimal(value, 2 if value < 1 else 1) + "×"


def percent(value: float) -> str:
    """“85 %”."""
    return QCoreApplication.translate("StudioWords", "{value} %").format(value=local.whole(round(value)))


def amount(number: int) -> str:
    """“1 picture”, “12 pictures”."""
    if number == 1:
        return QCoreApplication.translate("StudioWords", "1 picture")
    return QCoreApplication.translate("StudioWords", "{count} pictures").format(count=local.whole(number))
