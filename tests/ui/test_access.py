"""The whole window without a mouse and without colours: every page is reached, used and left by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.paths import Home
from desktop.ui.pages.calibrate.plots import DetPlot, PeoplePlot, ScorePlot
from desktop.ui.pages.learn.plots import DistancePlot, LossPlot
from desktop.ui.widgets.stroke import DASHED, DOTTED, MIXED, WHOLE, Stroke
from tests.ui.accessible import keyboard_problems
from tests.weights_fixture import Sample
from tests.whole_program import before_the_astronaut

SLOW = 60_000  # milliseconds that loading torch may take on a busy machine


@pytest.fixture
def app(tmp_path: Path, weights: Home, sample: Sample, qtbot: QtBot) -> Iterator[App]:
    """The window in front, before a moving view of the astronaut."""
    made = before_the_astronaut(tmp_path, weights, sample)
    qtbot.addWidget(made.window)
    made.start()
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    qtbot.waitUntil(lambda: made.core.models.state.state == "ready", timeout=SLOW)
    yield made
    made.window.close()
    made.stop()


def test_every_page_is_reached_and_left_by_keyboard_and_shows_where_one_is(app: App) -> None:
    wrong: list[str] = []
    for page in app.window.pages():
        app.window.show_page(page)
        wrong += [f"{page.accessibleName()}: {problem}" for problem in keyboard_problems(app.window)]
    assert wrong == []


def test_the_rail_is_walked_with_the_arrows(app: App) -> None:
    buttons = app.window.findChildren(QToolButton)
    next(each for each in buttons if each.property("kind") == "rail" and each.isChecked()).setFocus(
        Qt.FocusReason.TabFocusReason
    )
    seen = [app.window.page()]
    # Down the pages, then around the foot, where those about the program stand beside each other.
    for key in (
        *[Qt.Key.Key_Down] * (len(app.window.pages()) - 1),
        Qt.Key.Key_Up,
        Qt.Key.Key_Left,
    ):
        QTest.keyClick(app.window.focusWidget(), key)
        QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Space)
        seen.append(app.window.page())
    assert set(seen) == set(app.window.pages())


@pytest.mark.parametrize("plot", [ScorePlot, DetPlot, PeoplePlot, LossPlot, DistancePlot])
def test_no_line_is_told_from_another_by_its_colour_alone(qtbot: QtBot, plot: type[QWidget]) -> None:
    shown = plot()
    qtbot.addWidget(shown)
    pictures = [grey(each) for each in shown.findChildren(Stroke)]
    assert len(pictures) >= 2
    assert all(one != other for one, other in combinations(pictures, 2))


def test_the_strokes_of_a_legend_differ_without_colour(qtbot: QtBot) -> None:
    strokes = [Stroke("text", style) for style in (WHOLE, DASHED, DOTTED, MIXED)]
    for each in strokes:
        qtbot.addWidget(each)
    assert all(one != other for one, other in combinations([grey(each) for each in strokes], 2))


def grey(stroke: Stroke) -> list[bool]:
    """Which pixels along the stroke are inked, whatever their colour."""
    image = stroke.grab().toImage()
    ground = image.pixelColor(0, 0)
    return [image.pixelColor(x, 6) != ground for x in range(image.width())]
