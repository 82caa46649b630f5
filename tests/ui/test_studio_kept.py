"""What the Studio keeps of a picture: its strip of states, recent pictures, and files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.ui.pages.studio.export import QualitySheet
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.work.messages import Failure
from tests.fakes import fail, finish
from tests.fakes_studio import card, kept, noise, restored, result, state, step
from tests.ui.hands import wheel
from tests.ui.studio import Opened


@pytest.fixture
def opened(qtbot: QtBot, home: Home) -> Iterator[Opened]:
    made = Opened(qtbot, home)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


def test_a_state_of_the_strip_is_looked_at_while_the_run_goes_on(opened: Opened) -> None:
    opened.run()
    opened.session.say_states(state(0), state(1))
    old = kept(1, shade=200)
    opened.page.strip.tiles()[1].click()
    finish(opened.session.tasks[-1], old)
    assert opened.page.canvas.result() is old.picture
    newest = step(7)
    opened.session.say_step(newest)
    assert opened.page.canvas.result() is old.picture
    opened.page.transport.newest_button.click()
    assert opened.page.canvas.result() is newest.picture


def test_go_on_from_a_state(opened: Opened) -> None:
    work = opened.run()
    opened.session.say_states(state(0), state(1))
    opened.page.strip.tiles()[1].click()
    finish(opened.session.tasks[-1], kept(1))
    opened.page.transport.fork_button.click()
    forked, from_state = opened.session.asked("fork")[0]
    assert (forked.content is work.content, from_state.number) == (True, 1)
    assert opened.page.transport.fork_button.isHidden()


def test_an_unfinished_picture_is_offered_at_the_start(opened: Opened) -> None:
    finish(opened.session.tasks[-1], (card("run-7"), card("run-6", finished=True)))
    opened.act("was not finished")
    assert opened.session.asked("restore") == [("run-7",)]
    found = restored("run-7")
    finish(opened.session.tasks[-1], found)
    assert opened.session.asked("go_on") == [(found, found.work)]
    assert opened.page.canvas.result() is found.picture
    assert len(opened.page.strip.tiles()) == 2
    assert opened.session.asked("preview") == []


def test_recent_pictures_are_opened_and_forgotten(opened: Opened) -> None:
    opened.page.bar.recent_button.click()
    finish(opened.session.tasks[-1], (card("run-7", finished=True), card("run-6", finished=True)))
    recent = opened.page.recent
    recent.grid.tiles()[0].click()
    recent.forget_button.click()
    opened.window.findChild(ConfirmDialog).confirm_button.click()
    assert opened.session.asked("forget") == [("run-7",)]
    recent.grid.tiles()[1].opened.emit()
    finish(opened.session.tasks[-1], restored("run-6", finished=True))
    assert opened.page.canvas.isVisible()
    assert opened.session.asked("go_on") == []


def test_export_writes_what_is_looked_at(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not opened.page.bar.export_button.isEnabled()
    opened.run()
    opened.session.say_step(step(1))
    asked: list[str] = []

    def dialog(_parent: object, _title: str, usual: str, _filters: str) -> tuple[str, str]:
        asked.append(Path(usual).name)
        return str(tmp_path / "mine"), "TIFF, for printing (*.tif *.tiff)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    opened.page.bar.export_button.click()
    assert asked == ["harbour Waves.png"]
    path, written, recipe, _ = opened.session.asked("save")[0]
    assert (path, recipe) == (tmp_path / "mine.tif", opened.page.desk.recipe)
    assert written is opened.page.develop.newest
    finish(opened.session.tasks[-1], path)
    assert opened.said() == ["Saved as “mine.tif”."]
    assert opened.choices.now.studio_folder == str(tmp_path)
    opened.page.bar.export_button.click()
    fail(opened.session.tasks[-1], Failure("The disk is full; make room and try again."))
    assert "The disk is full; make room and try again." in opened.said()


def test_a_jpeg_is_as_good_as_one_likes(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.run()
    opened.session.say_step(step(1))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.jpg"), ""))
    opened.page.bar.export_button.click()
    assert opened.session.asked("save") == []
    sheet = opened.window.findChild(QualitySheet)
    sheet.slider.set_value(75)
    sheet.save_button.click()
    path, _, _, quality = opened.session.asked("save")[0]
    assert (path, quality) == (tmp_path / "mine.jpg", 75)


def test_the_focus_of_a_button_that_goes_stays_beside_it(opened: Opened) -> None:
    opened.run()
    transport = opened.page.transport
    opened.page.develop.look(state(1), noise())
    opened.bot.mouseClick(transport.fork_button, Qt.MouseButton.LeftButton)
    assert transport.play_button.hasFocus()
    assert not transport.play_button.property("ring")  # it was the mouse
    opened.bot.keyClick(transport.play_button, Qt.Key.Key_Tab)
    assert transport.stop_button.hasFocus()
    opened.bot.keyClick(transport.stop_button, Qt.Key.Key_Space)
    opened.session.say("cancelled", "run-1")
    assert transport.play_button.hasFocus()
    assert transport.play_button.property("ring")


def test_the_wheel_goes_along_the_strip(opened: Opened) -> None:
    opened.session.say_states(*(state(number) for number in range(30)))
    strip = opened.page.strip
    bar = strip.horizontalScrollBar()
    opened.bot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    wheel(strip.viewport(), QPoint(20, 20), -1)
    assert bar.value() == 120
    wheel(strip.viewport(), QPoint(20, 20), 1)
    assert bar.value() == 0


def test_what_is_set_after_the_end_asks_for_another_run(opened: Opened) -> None:
    work = opened.run()
    opened.session.finished.emit(result())
    opened.session.say("done", "run-1")
    assert opened.page.transport.words.text() == "Refined"
    opened.page.look.strength.slider.slider.setValue(80)
    assert opened.page.transport.words.text() == "Settings have changed; Refine paints it anew"
    assert opened.page.develop.recipe == work.recipe  # what an export says of the picture
    opened.page.desk.set_recipe(work.recipe)
    assert opened.page.transport.words.text() == "Refined"
