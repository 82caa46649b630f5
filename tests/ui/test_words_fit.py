"""No word of the window is cut off, in no language, in the usual window and in the smallest one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.paths import Home
from desktop.ui import theme
from desktop.ui.actions import KeySheet
from desktop.ui.language import ENGLISH, languages
from desktop.ui.main_window import MainWindow
from tests.ui.filled import NAMES, STATES, State, closed
from tests.ui.speaking import speaking
from tests.ui.words_shown import cut_off, drawn_cut_off, not_translated  # noqa: F401 - a fixture

SIZES = ((1280, 800), (880, 560))


LARGEST = 18  # pixels of running text


@pytest.fixture
def large(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system's text is as large as the program follows."""
    monkeypatch.setattr(theme.state(), "type", theme.TypeScale.around(LARGEST))
    theme.apply(qapp, theme.Scheme.DARK)
    yield
    monkeypatch.undo()
    theme.apply(qapp, theme.Scheme.DARK)


def _settle() -> None:
    """Until every layout within a layout has heard of the new size."""
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture(params=[code for code, _ in languages()])
def language(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    with speaking(qapp, request.param, tmp_path, monkeypatch):
        yield request.param


@pytest.fixture
def app(language: str, weights: Home, tmp_path: Path, qtbot: QtBot) -> Iterator[App]:
    home = Home(tmp_path / "home", weights_from=weights.weights.parent)
    home.make()
    made = App(home, device="cpu", opener=lambda _: Scene(np.zeros((120, 160, 3), np.uint8), "Camera"))
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.close()
    made.stop()


def test_nothing_is_cut_off_on_an_empty_page(app: App, drawn_cut_off: list[str]) -> None:  # noqa: F811
    found = []
    for width, height in SIZES:
        app.window.resize(theme.scaled(width), theme.scaled(height))
        for page in app.window.pages():
            app.window.show_page(page)
            _settle()
            app.window.grab()
            found += [f"{width} x {height}, {type(page).__name__}: {each}" for each in cut_off(app.window)]
    assert "\n".join([*found, *drawn_cut_off]) == ""


@pytest.mark.usefixtures("large")
def test_nothing_is_cut_off_where_the_text_is_large(app: App, drawn_cut_off: list[str]) -> None:  # noqa: F811
    assert theme.font().pixelSize() == LARGEST
    test_nothing_is_cut_off_on_an_empty_page(app, drawn_cut_off)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_is_cut_off_on_a_page_in_use_where_the_text_is_large(
    language: str,
    state: State,
    qtbot: QtBot,
    home: Home,
    drawn_cut_off: list[str],  # noqa: F811
) -> None:
    test_nothing_is_cut_off_on_a_page_in_use(language, state, qtbot, home, drawn_cut_off)


def test_nothing_is_cut_off_on_the_sheet_of_shortcuts(app: App) -> None:
    sheet = KeySheet(app.window.actions_table, app.window)
    sheet.show()
    _settle()
    found = cut_off(sheet)
    sheet.close()
    assert "\n".join(found) == ""


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_is_cut_off_on_a_page_in_use(
    language: str,
    state: State,
    qtbot: QtBot,
    home: Home,
    drawn_cut_off: list[str],  # noqa: F811
) -> None:
    found: list[str] = []
    with closed(state(qtbot, home)) as windows:
        for number, window in enumerate(windows):
            usual = ((window.width(), window.height()),)
            for width, height in SIZES if isinstance(window, MainWindow) else usual:
                window.resize(theme.scaled(width), theme.scaled(height))
                _settle()
                window.grab()
                found += [f"{width} x {height}, {number}: {each}" for each in cut_off(window)]
            if language != ENGLISH:
                found += [f"{number} is English: {each}" for each in not_translated(window, *NAMES)]
    assert "\n".join([*found, *drawn_cut_off]) == ""


def test_what_is_cut_off_is_found(qtbot: QtBot, drawn_cut_off: list[str]) -> None:  # noqa: F811
    """The measure itself: a label and a button that are too narrow, words painted into too small a box."""

    class Painted(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            painter = QPainter(self)
            painter.drawText(QRect(0, 0, 20, 20), 0, "far too long for this")
            painter.end()

    window = QWidget()
    qtbot.addWidget(window)
    for words in (QLabel("far too long for this", window), QPushButton("far too long for this", window)):
        words.setGeometry(0, 0, 40, 20)
    inside = QLabel("reaches out", window)
    inside.setGeometry(180, 0, 90, 20)
    Painted(window).setGeometry(0, 40, 60, 20)
    window.resize(200, 100)
    window.show()
    window.grab()
    found = cut_off(window)
    assert [each.split()[0] for each in found] == ["QLabel", "QPushButton", "QLabel"]
    assert "reaches out of QWidget" in found[2]
    assert len(drawn_cut_off) >= 1
    assert not_translated(window)[0] == "QLabel in QWidget “far too long for this”"
    window.close()
