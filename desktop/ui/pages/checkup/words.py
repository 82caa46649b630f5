"""What the checks found, in the user's language; the core speaks English."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.doctor.check import Check
from desktop.ui.actions import QT_TRANSLATE_NOOP

MARKED = (
    QT_TRANSLATE_NOOP("doctor", "Install Likeness again."),
    QT_TRANSLATE_NOOP("doctor", "“{path}” can be written."),
    QT_TRANSLATE_NOOP("doctor", "“{path}”, where Likeness keeps everything, can't be written."),
    QT_TRANSLATE_NOOP(
        "doctor", "Change its permissions, or choose another folder with --home or LIKENESS_HOME."
    ),
    QT_TRANSLATE_NOOP("doctor", "The disk that holds “{path}” has {free} GB free."),
    QT_TRANSLATE_NOOP("doctor", "Free some space: {wanted} GB are wanted."),
    QT_TRANSLATE_NOOP("doctor", "The disk that holds “{path}” does not answer."),
    QT_TRANSLATE_NOOP("doctor", "Connect it again, or choose another folder with --home or LIKENESS_HOME."),
    QT_TRANSLATE_NOOP("doctor", "The passphrase in LIKENESS_PASSPHRASE locks the enrolled."),
    QT_TRANSLATE_NOOP("doctor", "The system's key store locks the enrolled."),
    QT_TRANSLATE_NOOP("doctor", "This machine has no key store, so a passphrase has to lock the enrolled."),
    QT_TRANSLATE_NOOP(
        "doctor",
        "Type one whenever you are asked, or set LIKENESS_PASSPHRASE; a Linux desktop has GNOME Keyring "
        "or KWallet for it.",
    ),
    QT_TRANSLATE_NOOP("doctor", "The system's key store does not answer."),
    QT_TRANSLATE_NOOP("doctor", "Unlock it and try again; it asks for the password of your login."),
    QT_TRANSLATE_NOOP("doctor", "{count} weights are installed and whole."),
    QT_TRANSLATE_NOOP("doctor", "The catalogue of weights can't be read."),
    QT_TRANSLATE_NOOP("doctor", "The model that was chosen, “{name}”, is not known."),
    QT_TRANSLATE_NOOP("doctor", "Choose another in Models, or with “likeness models use”."),
    QT_TRANSLATE_NOOP("doctor", "Weights that recognition needs are missing: {names}."),
    QT_TRANSLATE_NOOP("doctor", "Run “likeness models fetch”, or open Models."),
    QT_TRANSLATE_NOOP("doctor", "Weights are damaged: {names}."),
    QT_TRANSLATE_NOOP(
        "doctor",
        "Run “likeness models fetch {first}”, or fetch them in Models; install a Likeness that came with "
        "them again.",
    ),
    QT_TRANSLATE_NOOP("doctor", "{device}."),
    QT_TRANSLATE_NOOP("doctor", "{device}: it does not compute."),
    QT_TRANSLATE_NOOP("doctor", "Bring its driver up to date, or choose the processor with --device cpu."),
    QT_TRANSLATE_NOOP("doctor", "torch, which computes the networks, can't be loaded."),
    QT_TRANSLATE_NOOP("doctor", "This machine has no “{device}” device that torch can use."),
    QT_TRANSLATE_NOOP("doctor", "Choose auto or cpu, with --device or in the settings."),
    QT_TRANSLATE_NOOP("doctor", "A picture comes from {names}."),
    QT_TRANSLATE_NOOP("doctor", "No camera was found."),
    QT_TRANSLATE_NOOP(
        "doctor",
        "Plug one in, or allow its use in the system's privacy settings; videos and pictures work without.",
    ),
    QT_TRANSLATE_NOOP("doctor", "No picture comes from {names}."),
    QT_TRANSLATE_NOOP(
        "doctor",
        "Close other programs that use it, allow its use in the system's privacy settings, or plug it in "
        "again.",
    ),
)
"""Every sentence of a check, marked for the translators."""

_TITLES = {
    "home": QT_TRANSLATE_NOOP("doctor", "Home folder"),
    "disk": QT_TRANSLATE_NOOP("doctor", "Disk"),
    "keys": QT_TRANSLATE_NOOP("doctor", "Key store"),
    "weights": QT_TRANSLATE_NOOP("doctor", "Weights"),
    "device": QT_TRANSLATE_NOOP("doctor", "Device"),
    "camera": QT_TRANSLATE_NOOP("doctor", "Camera"),
}


def title(name: str) -> str:
    """What a check looked at."""
    return _tr(_TITLES.get(name, name))


def found(check: Check) -> str:
    """How it stands."""
    return _tr(check.found).format(**check.fields)


def advice(check: Check) -> str:
    """What to do; empty where all is well."""
    return _tr(check.remedy).format(**check.fields) if check.remedy else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("doctor", text)
