"""The widgets that came with the Studio: a segmented choice, a fold, and calls that are thinned."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.throttle import Throttle
from desktop.ui.widgets.fold import Fold
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.widgets.tile import Tile
from tests.ui.accessible import unnamed_controls


def test_a_segment_is_chosen_by_click_and_by_arrow(qtbot: QtBot) -> None:
    choice = Segmented("Colours", (("style", "Style’s"), ("photo", "Photo’s"), ("both", "Both")), "photo")
    qtbot.addWidget(choice)
    heard: list[str] = []
    choice.changed.connect(heard.append)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    assert choice.value() == "photo"
    qtbot.mouseClick(choice.segment("both"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(choice.segment("both"), Qt.Key.Key_Left)
    assert heard[0] == "both"
    assert choice.value() == "photo"
    choice.set_value("style")
    choice.set_value("no such thing")
    assert choice.value() == "style"
    assert "style" not in heard
    assert choice.segment("both").accessibleName() == "Colours: Both"
    assert unnamed_controls(choice) == []


def test_a_fold_opens_and_closes(qtbot: QtBot) -> None:
    fold = Fold("More", opened=False)
    qtbot.addWidget(fold)
    inside = QLabel("inside")
    fold.body.addWidget(inside)
    fold.show()
    assert not inside.isVisible()
    closed = fold.sizeHint().height()
    qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
    assert inside.isVisible()
    assert fold.sizeHint().height() > closed
    qtbot.keyClick(fold.head, Qt.Key.Key_Space)
    assert not fold.is_open()


def test_calls_are_thinned_and_the_last_one_counts(qtbot: QtBot) -> None:
    parent = QObject()
    state = {"value": 0}
    seen: list[int] = []
    throttle = Throttle(lambda: seen.append(state["value"]), 20, parent)
    for value in range(1, 6):
        state["value"] = value
        throttle.call()
    assert seen == [1]
    qtbot.waitUntil(lambda: seen == [1, 5])
    throttle.call()
    throttle.call()
    throttle.drop()
    throttle.flush()
    assert seen == [1, 5]


def test_the_wheel_moves_a_slider_only_once_it_was_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    slider = ValueSlider("How much", 0, 1, 0.5)
    qtbot.addWidget(slider)
    slider.show()
    qtbot.waitExposed(slider)
    slider.setFocus()
    for chosen in (False, True):
        if chosen:
            slider.activateWindow()
            slider.slider.setFocus()
            qtbot.waitUntil(slider.slider.hasFocus)
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        qapp.sendEvent(slider.slider, event)
        assert (slider.value() != 0.5) == chosen


def test_a_tile_without_lines_is_square(qtbot: QtBot) -> None:
    tile = Tile("Waves", side=64, pad=3, lines=0)
    qtbot.addWidget(tile)
    assert tile.sizeHint().width() == tile.sizeHint().height() == 70
    assert tile.toolTip() == "Waves"
