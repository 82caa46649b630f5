"""The window in another language, measured with a font that has its signs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.ui import language, theme
from tests.ui import han_font


@contextmanager
def speaking(app: QApplication, code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The whole program in a language; what was before comes back."""
    file, usual, before = folder / "han.ttf", app.font(), QLocale()
    han_font.write(file)
    number = QFontDatabase.addApplicationFont(str(file))
    monkeypatch.setattr(theme, "CHINESE", (han_font.FAMILY,))
    app.setFont(theme.with_chinese(usual))
    assert language.apply(app, code) == code
    try:
        yield
    finally:
        language.apply(app, language.ENGLISH)
        QLocale.setDefault(before)
        app.setFont(usual)
        QFontDatabase.removeApplicationFont(number)
