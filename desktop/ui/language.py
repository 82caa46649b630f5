"""The languages of the window, and switching between them while it runs.

The command line speaks English. Of the core's sentences the window knows the translations (`failures`).
"""

from __future__ import annotations

import logging
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.paths import resources

ENGLISH: Final = "en"

_NAMES: Final = {ENGLISH: "English", "zh_CN": "简体中文"}
_TABLES: Final = ("qtbase", "likeness")
"""Qt's own words (the buttons of its dialogs) and ours; what is installed last is asked first."""

_log = logging.getLogger(__name__)

_installed: list[QTranslator] = []


def languages() -> tuple[tuple[str, str], ...]:
    """Code and name of each language, in its own words, as a user reads it."""
    return tuple(_NAMES.items())


def meant(code: str, system: QLocale | None = None) -> str:
    """The language to speak for a choice: itself, and for an empty or unknown one the system's, else English.

    Of Chinese only what is written in simplified signs counts: “zh” alone follows “zh-Hant-TW” in such lists.
    """
    if code in _NAMES:
        return code
    for wanted in (system or QLocale.system()).uiLanguages():
        found = QLocale(wanted)
        if found.language() == QLocale.Language.English:
            return ENGLISH
        simplified = found.script() == QLocale.Script.SimplifiedHanScript
        if found.language() == QLocale.Language.Chinese and simplified and "-" in wanted:
            return "zh_CN"
    return ENGLISH


def locale(code: str, system: QLocale | None = None) -> QLocale:
    """How numbers and dates are written in a language: as the system does where it speaks that language."""
    spoken, own = QLocale(code), system or QLocale.system()
    alike = (own.language(), own.script()) == (spoken.language(), spoken.script())
    return own if alike else spoken


def apply(app: QCoreApplication, code: str) -> str:
    """Speak a language from now on, and write numbers and dates as it does; gives which one it is.

    What is on the screen already keeps its words: make it anew. Words that lack are shown in English.
    """
    spoken = meant(code)
    while _installed:
        translator = _installed.pop()
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale(spoken))
    for table in _TABLES if spoken != ENGLISH else ():
        translator = QTranslator(app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if table == "likeness":
            folder = str(resources() / "translations")
        if translator.load(f"{table}_{spoken}", folder):
            app.installTranslator(translator)
            _installed.append(translator)
        else:
            _log.warning("no words of %s in %s", table, spoken)
    return spoken
