"""What the choices are called, and their values, in the user's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.settings import choice
from desktop.ui import local
from desktop.ui.actions import QT_TRANSLATE_NOOP
from desktop.ui.pages.compare_words import one_in
from desktop.work.messages import DeviceSpeed

MARKED = (
    QT_TRANSLATE_NOOP("settings", "Camera"),
    QT_TRANSLATE_NOOP("settings", "What Live shows"),
    QT_TRANSLATE_NOOP("settings", "Camera at the start"),
    QT_TRANSLATE_NOOP("settings", "Open the camera whenever Likeness starts"),
    QT_TRANSLATE_NOOP("settings", "Mirror"),
    QT_TRANSLATE_NOOP("settings", "Show the camera as a mirror does"),
    QT_TRANSLATE_NOOP("settings", "Look"),
    QT_TRANSLATE_NOOP("settings", "Dark or light"),
    QT_TRANSLATE_NOOP("settings", "Language"),
    QT_TRANSLATE_NOOP("settings", "What the window speaks"),
    QT_TRANSLATE_NOOP("settings", "Device"),
    QT_TRANSLATE_NOOP("settings", "Where the networks run; auto takes the fastest there is"),
    QT_TRANSLATE_NOOP("settings", "Face model"),
    QT_TRANSLATE_NOOP("settings", "Tells faces apart"),
    QT_TRANSLATE_NOOP("settings", "Face detector"),
    QT_TRANSLATE_NOOP("settings", "Finds faces"),
    QT_TRANSLATE_NOOP("settings", "Comparing two pictures"),
    QT_TRANSLATE_NOOP("settings", "Different people may pass as one so often"),
    QT_TRANSLATE_NOOP("settings", "Recognising"),
    QT_TRANSLATE_NOOP("settings", "Somebody unknown may get a name so often"),
    QT_TRANSLATE_NOOP("settings", "Pictures and films"),
    QT_TRANSLATE_NOOP("settings", "Where they are saved"),
    QT_TRANSLATE_NOOP("settings", "Keep recognitions"),
    QT_TRANSLATE_NOOP("settings", "For how many days it is kept who of the enrolled was seen when"),
    QT_TRANSLATE_NOOP("settings", "Lock when nobody is there"),
    QT_TRANSLATE_NOOP("settings", "Names and pictures are locked after so many minutes without input"),
)
"""The words of `desktop.settings.TABLE`, marked for the translators."""


def title(name: str) -> str:
    """What a choice is called."""
    return QCoreApplication.translate("settings", choice(name).title)


def about(name: str) -> str:
    """What a choice does, in one line."""
    return QCoreApplication.translate("settings", choice(name).about)


def rate(value: float) -> str:
    """“1 in 1,000”."""
    return QCoreApplication.translate("settings", "1 in {count}").format(count=one_in(value))


def days(count: int) -> str:
    """“30 days”."""
    if count == 0:
        return QCoreApplication.translate("settings", "Not at all")
    if count == 1:
        return QCoreApplication.translate("settings", "1 day")
    return QCoreApplication.translate("settings", "{count} days").format(count=local.whole(count))


def minutes(count: int) -> str:
    """“5 minutes”, “1 hour”."""
    if count == 0:
        return QCoreApplication.translate("settings", "Never")
    if count == 1:
        return QCoreApplication.translate("settings", "After 1 minute")
    if count == 60:
        return QCoreApplication.translate("settings", "After 1 hour")
    return QCoreApplication.translate("settings", "After {count} minutes").format(count=local.whole(count))


def source(named: str) -> str:
    """A camera's name as it is; of a video or folder the last part."""
    if not named:
        return QCoreApplication.translate("settings", "The first that is found")
    return Path(named).name if Path(named).is_absolute() else named


def device(name: str, found: tuple[DeviceSpeed, ...]) -> str:
    """What a person calls a device of torch; one that is not `found` here says so."""
    if name == "auto":
        return QCoreApplication.translate("settings", "The fastest")
    here = next((one for one in found if one.name == name), None)
    if name == "cpu":
        return QCoreApplication.translate("settings", "Processor")
    if here is not None:
        return here.description
    words = QCoreApplication.translate("settings", "{device}, which is not here")
    return words.format(device={"cuda": "CUDA", "mps": "Apple GPU"}.get(name, name))
