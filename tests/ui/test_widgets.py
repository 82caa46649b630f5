from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.dialogs import ConfirmDialog, PassphraseDialog
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.widgets.tile import Tile, TileGrid
from tests.ui.accessible import unnamed_controls


def test_an_empty_page_says_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("camera", "No camera is connected", "Choose a video", "Or connect one.")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.clicked):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert unnamed_controls(empty) == []
    empty.say("Nobody is enrolled yet")
    assert not empty.button.isVisible()


def test_a_slider_shows_and_speaks_its_value(qtbot: QtBot) -> None:
    slider = ValueSlider("Threshold", 0.0, 4.0, 1.28, show=lambda value: f"{value:.1f}")
    qtbot.addWidget(slider)
    assert slider.shown() == "1.3"
    with qtbot.waitSignal(slider.changed) as told:
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
    assert told.args == [pytest.approx(1.32)]
    assert slider.slider.accessibleName() == "Threshold"
    assert slider.slider.accessibleDescription() == slider.shown() == "1.3"
    assert unnamed_controls(slider) == []


def test_a_job_is_paused_continued_and_cancelled_once(qtbot: QtBot) -> None:
    row = ProgressRow("Fetching")
    qtbot.addWidget(row)
    row.show()
    states: list[bool] = []
    row.pause_toggled.connect(states.append)
    qtbot.mouseClick(row.pause_button, Qt.MouseButton.LeftButton)
    row.say("Fetching", 0.5, "9 s left")  # was under way when the click came
    assert row.bar.accessibleDescription() == "Paused"
    qtbot.mouseClick(row.pause_button, Qt.MouseButton.LeftButton)
    assert row.bar.accessibleDescription() == ""
    assert states == [True, False]
    with qtbot.waitSignal(row.cancelled):
        qtbot.mouseClick(row.cancel_button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(row.cancelled):
        qtbot.mouseClick(row.cancel_button, Qt.MouseButton.LeftButton)
    assert unnamed_controls(row) == []


@pytest.mark.parametrize(("fraction", "value"), [(0.0, 0), (0.5, 500), (1.0, 1000), (7.0, 1000), (-1.0, 0)])
def test_progress_stays_in_its_bar(qtbot: QtBot, fraction: float, value: int) -> None:
    row = ProgressRow("Fetching")
    qtbot.addWidget(row)
    row.say("Fetching", fraction)
    assert row.bar.value() == value
    row.say("Fetching", None)
    assert row.bar.maximum() == 0


def test_a_long_name_is_shortened_and_told_in_full(qtbot: QtBot) -> None:
    name = "Alexandria van der Berg-Lindgren of a very long street"
    label = ElidedLabel(name)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == name
    label.resize(900, 24)
    label.grab()
    assert label.shown() == name
    assert label.toolTip() == ""


def test_enter_does_not_confirm_what_cannot_be_undone(qtbot: QtBot) -> None:
    dialog = ConfirmDialog("Erase Lin?", "It can't be undone.", "Erase")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert unnamed_controls(dialog) == []
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.confirm_button, Qt.MouseButton.LeftButton)


def test_a_new_passphrase_is_typed_twice_the_same(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(new=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed_controls(dialog) == []
    for first, second in (("", ""), ("short", "short"), ("long enough", ""), ("long enough", "long  enough")):
        dialog.first.setText(first)
        dialog.second.setText(second)
        assert not dialog.done_button.isEnabled()
    dialog.second.setText("long enough")
    with qtbot.waitSignal(dialog.given) as told:
        qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert told.args == ["long enough"]


def test_a_wrong_passphrase_is_said_in_place_and_can_be_tried_again(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(new=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.first.setText("wrong")
    dialog.accept()
    assert not dialog.isEnabled()
    dialog.say_wrong()
    assert dialog.isEnabled()
    assert dialog.first.selectedText() != ""
    dialog.first.setText("right")
    with qtbot.waitSignal(dialog.given) as told:
        qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert told.args == ["right"]


def test_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(new=False)
    qtbot.addWidget(dialog)
    assert dialog.first.echoMode() == QLineEdit.EchoMode.Password
    dialog.first.actions()[0].trigger()
    assert dialog.first.echoMode() == QLineEdit.EchoMode.Normal


@pytest.fixture
def grid(qtbot: QtBot) -> TileGrid:
    made = TileGrid("People")
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.set_tiles(
        [
            Tile(name, np.full((9, 7, 3), 99, np.uint8), "1 picture", key=name)
            for name in ("Ann", "Bo", "Cy", "Di")
        ]
    )
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_tiles_are_walked_chosen_and_opened_by_keyboard(qtbot: QtBot, grid: TileGrid) -> None:
    ann, bo, _cy, di = grid.tiles()
    ann.setFocus()
    qtbot.keyClick(ann, Qt.Key.Key_Right)
    assert bo.hasFocus()
    qtbot.keyClick(bo, Qt.Key.Key_Left)
    qtbot.keyClick(ann, Qt.Key.Key_Down)
    assert di.hasFocus()
    with qtbot.waitSignal(grid.selected) as told:
        qtbot.keyClick(di, Qt.Key.Key_Space)
    assert told.args == [("Di",)]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(di, Qt.Key.Key_Return)
    assert opened.args == ["Di"]
    qtbot.keyClick(di, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(grid.chosen()) == 4
    qtbot.keyClick(di, Qt.Key.Key_Escape)
    assert grid.chosen() == ()


def test_what_is_chosen_survives_new_tiles(grid: TileGrid) -> None:
    grid.choose(["Bo", "Di"])
    grid.set_tiles([Tile(name, key=name) for name in ("Bo", "Eve")])
    assert grid.chosen() == ("Bo",)
    assert [tile.accessibleName() for tile in grid.tiles()] == ["Bo", "Eve"]
    assert unnamed_controls(grid) == []


def test_every_button_of_the_house_has_a_name(qtbot: QtBot) -> None:
    from desktop.ui.widgets.buttons import button, icon_button, rename

    plain, alone = button("Add", "primary", "add"), icon_button("pause", "Pause")
    for each in (plain, alone):
        qtbot.addWidget(each)
    assert isinstance(plain, QPushButton)
    assert plain.accessibleName() == "Add"
    rename(alone, "Go on")
    assert (alone.accessibleName(), alone.toolTip()) == ("Go on", "Go on")
