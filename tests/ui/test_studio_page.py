"""The Studio as a user meets it: what is dropped, how the picture develops, its styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.camera.source import Frame
from desktop.paths import Home
from desktop.style.recipe import Recipe
from desktop.ui import focus, theme
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.weights import store
from desktop.work.messages import Failure
from desktop.work.studio_messages import MemoryNeed
from tests.fakes import fail, finish, picture, row
from tests.fakes_studio import noise, report, shelf_style, state, step
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop
from tests.ui.studio import Opened, paths

BROKEN = Failure("“{picture}” can't be read as a picture.", {"picture": "b.png"}, kind="UnreadablePicture")


@pytest.fixture
def opened(qtbot: QtBot, home: Home) -> Iterator[Opened]:
    made = Opened(qtbot, home)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


# What is dropped.


def test_the_first_picture_is_the_photo_the_second_its_style(opened: Opened, tmp_path: Path) -> None:
    page = opened.page
    drop(page.canvas, paths(tmp_path, "harbour.jpg"))
    opened.read("harbour.jpg")
    assert page.canvas.content() is not None
    assert (page.desk.title, page.desk.chosen) == ("harbour", ())
    drop(page.canvas, paths(tmp_path, "waves.jpg"))
    opened.read("waves.jpg")
    assert [style.name for style in page.desk.styles] == ["waves"]
    assert opened.session.asked("preview")


def test_two_pictures_at_once_are_photo_and_style(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page.canvas, paths(tmp_path, "harbour.jpg", "waves.jpg"))
    opened.read("harbour.jpg", "waves.jpg")
    assert opened.page.desk.title == "harbour"
    assert [style.name for style in opened.page.desk.styles] == ["waves"]


def test_a_third_picture_is_a_new_photo_and_can_be_the_style_after_all(
    opened: Opened, tmp_path: Path
) -> None:
    before = opened.lay().content
    drop(opened.page.canvas, paths(tmp_path, "night.png"))
    opened.read("night.png")
    assert opened.page.desk.title == "night"
    opened.act("is the photo now")
    assert opened.page.desk.content is before
    assert [style.name for style in opened.page.desk.styles] == ["night"]


def test_pictures_dropped_on_the_panel_are_styles_and_stay_on_the_shelf(
    opened: Opened, tmp_path: Path
) -> None:
    drop(opened.page.panel, paths(tmp_path, "waves.jpg"))
    opened.read("waves.jpg")
    assert [style.name for style in opened.page.desk.styles] == ["waves"]
    assert opened.shelf.asked("add")[0][0] == "waves"
    finish(opened.shelf.tasks[-1], "own-9")
    opened.act("on the shelf")
    assert opened.shelf.asked("remove") == [("own-9",)]


def test_what_can_not_be_read_is_said_and_the_rest_is_used(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page.canvas, paths(tmp_path, "a.png", "b.png"))
    finish(opened.session.tasks[-1], report("a.png", skipped=(("b.png", BROKEN),)))
    assert opened.page.desk.title == "a"
    assert opened.said() == ["“b.png” can't be read as a picture."]


def test_what_there_is_to_say_of_a_picture_is_said_and_it_is_used(opened: Opened, tmp_path: Path) -> None:
    remark = Failure("“{picture}” holds several pictures.", {"picture": "a.gif"})
    drop(opened.page.canvas, paths(tmp_path, "a.gif"))
    finish(opened.session.tasks[-1], replace(report("a.gif"), remarks=(remark,)))
    assert opened.page.desk.title == "a.gif"
    assert opened.said() == ["“a.gif” holds several pictures."]


def test_a_folder_is_offered_to_the_queue(opened: Opened, tmp_path: Path) -> None:
    opened.pick()
    drop(opened.page.canvas, [tmp_path])
    assert opened.session.asked("read") == []
    opened.act("the queue paints them")
    assert opened.page.mode == "queue"
    assert opened.core.queue.asked("add")[0][0] == (tmp_path,)


def test_a_picture_that_likeness_saved_brings_its_settings(opened: Opened, tmp_path: Path) -> None:
    opened.lay()
    drop(opened.page.canvas, paths(tmp_path, "result.png"))
    opened.read("result.png", recipe=Recipe(style_weight=2500.0, size=1024, colour="luminance"))
    assert opened.page.desk.recipe.style_weight == 2500.0
    assert opened.page.look.strength.slider.shown() == "2.5×"
    assert opened.page.look.colour.value() == "luminance"
    assert opened.page.size_.size_.value() == "1024"
    opened.act("settings of “result.png” are restored")
    assert opened.page.desk.title == "result"


def test_the_camera_gives_a_photo_or_says_what_to_do(opened: Opened) -> None:
    opened.page.take_from_camera()
    assert opened.said() == ["No camera is playing; choose one on the Live page first."]
    with opened.bot.waitSignal(opened.page.show_live):
        opened.act("No camera")
    opened.core.live_style.frame = Frame(picture(), 1, 0.0)
    opened.page.take_from_camera()
    assert opened.page.desk.title == "From the camera"


def test_a_newcomer_presses_one_button(opened: Opened, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    button = opened.page.stage.sample_button
    assert button.isHidden()
    monkeypatch.setattr(store, "installed", lambda _home, name: name == "sample-astronaut")
    opened.shelf.set_styles(*opened.shelf.styles)
    assert button.isVisible()
    button.click()
    assert opened.session.asked("read") == [((store.path(home, "sample-astronaut"),),)]
    opened.read("astronaut.png")
    opened.pick()
    assert opened.session.asked("preview")
    assert button.isHidden()


# How it develops.


def test_an_instant_picture_first_then_the_run_begins_by_itself(opened: Opened) -> None:
    work = opened.lay()
    assert opened.session.asked("preview")[-1][0].content is work.content
    coarse, whole = noise(seed=2), noise(seed=3)
    opened.session.say_preview(coarse, whole=False)
    assert opened.page.canvas.result() is coarse
    opened.session.say_preview(whole)
    assert opened.page.canvas.result() is whole
    opened.bot.waitUntil(lambda: bool(opened.session.asked("refine")))
    opened.session.say("running", "run-1")
    first = step(1)
    opened.session.say_step(first)
    assert opened.page.canvas.result() is first.picture
    assert opened.page.curve.points
    assert opened.page.panel.curve_fold.isVisible()


def test_the_instant_picture_stays_until_the_run_is_about_as_fine(opened: Opened) -> None:
    opened.lay()
    whole = noise(384, 512, seed=3)
    opened.session.say_preview(whole)
    opened.bot.waitUntil(lambda: bool(opened.session.asked("refine")))
    opened.session.say("running", "run-1")
    coarse = step(1)  # 128 x 96
    opened.session.say_step(coarse)
    assert opened.page.canvas.result() is whole
    opened.page.look.strength.slider.slider.setValue(70)  # now its effect is what one wants to see
    opened.session.say_step(coarse)
    assert opened.page.canvas.result() is coarse.picture


def test_a_slider_reaches_the_run_that_is_under_way(opened: Opened) -> None:
    opened.run()
    opened.page.look.strength.slider.slider.setValue(100)
    changed = opened.session.asked("change")[-1][0]
    assert changed.recipe.style_weight == 10_000.0
    assert len(opened.session.asked("refine")) == 1


def test_many_small_moves_of_a_slider_are_few_changes_and_the_last_one_counts(opened: Opened) -> None:
    opened.run()
    for value in range(50, 101):
        opened.page.look.strength.slider.slider.setValue(value)
    opened.bot.waitUntil(lambda: opened.session.asked("change")[-1][0].recipe.style_weight == 10_000.0)
    assert len(opened.session.asked("change")) < 5


def test_another_style_ends_the_run_and_begins_at_once_again(opened: Opened) -> None:
    opened.run()
    opened.pick("own-1", seed=6)
    assert opened.session.asked("cancel") == [()]
    late = step(3)
    opened.session.stepped.emit(late)  # it was on its way when the run was told to end
    assert opened.page.canvas.result() is not late.picture
    opened.bot.waitUntil(lambda: opened.session.asked("preview")[-1][0].styles[0].name == "Mine")


def test_pause_go_on_and_stop(opened: Opened) -> None:
    transport = opened.page.transport
    assert not transport.play_button.isEnabled()
    opened.run()
    assert transport.play_button.text() == "Pause"
    transport.play_button.click()
    assert opened.session.asked("pause") == [()]
    opened.session.say("paused", "run-1")
    assert transport.play_button.text() == "Go on"
    transport.play_button.click()
    assert opened.session.asked("resume") == [()]
    opened.session.say("running", "run-1")
    transport.stop_button.click()
    assert opened.session.asked("cancel") == [()]
    opened.session.say("cancelled", "run-1")
    assert transport.play_button.text() == "Refine"


def test_after_stop_nothing_begins_by_itself(opened: Opened) -> None:
    opened.run()
    opened.page.transport.stop_button.click()
    opened.session.say("cancelled", "run-1")
    opened.page.look.strokes.slider.slider.setValue(80)
    opened.bot.waitUntil(lambda: len(opened.session.asked("preview")) == 2)
    opened.session.say_preview(noise(seed=4))
    assert not opened.page.develop._rest.isActive()
    opened.page.transport.play_button.click()
    assert len(opened.session.asked("refine")) == 2


def test_progress_says_size_iteration_and_what_is_left(opened: Opened) -> None:
    opened.run()
    opened.session.say_step(step(4, 10))
    progress = opened.page.transport.progress
    assert progress.bar.accessibleName() == "128 × 96 · iteration 4 of 10"
    assert progress.bar.value() == 400
    assert progress.toolTip() == "about 6 s left"


def test_another_size_waits_for_the_next_start_and_offers_it(opened: Opened) -> None:
    opened.run()
    assert opened.page.size_.again_button.isHidden()
    opened.page.size_.size_.segment("1024").click()
    assert opened.page.size_.again_button.isVisible()
    opened.page.size_.again_button.click()
    assert opened.session.asked("refine")[-1][0].recipe.size == 1024
    assert opened.page.size_.again_button.isHidden()


def test_the_size_says_what_it_takes(opened: Opened) -> None:
    note = opened.page.size_.note
    assert note.isHidden()
    opened.lay()
    opened.bot.waitUntil(lambda: bool(opened.session.memory_tasks))
    assert opened.session.asked("memory")[0][:2] == (128, 96)
    finish(opened.session.memory_tasks[-1], MemoryNeed(512, 384, 740_000_000, False))
    assert note.text() == "512 × 384, about 740 MB of memory"
    opened.page.size_.size_.segment("4096").click()
    opened.bot.waitUntil(lambda: len(opened.session.memory_tasks) == 2)
    finish(opened.session.memory_tasks[-1], MemoryNeed(4096, 3072, 6_240_000_000, True))
    assert note.text() == "4,096 × 3,072, about 6.2 GB of memory, computed in tiles: it takes longer"
    opened.page.look.strength.slider.slider.setValue(80)
    opened.page.size_.size_.segment("2048").click()
    opened.bot.waitUntil(lambda: len(opened.session.memory_tasks) == 3)
    fail(opened.session.memory_tasks[-1], Failure("That is too much; choose a smaller size."))
    assert (note.text(), note.property("kind")) == ("That is too much; choose a smaller size.", "warn")


def test_what_a_run_says_is_said_once(opened: Opened) -> None:
    opened.run()
    for _ in range(2):
        opened.session.said.emit("The picture is computed in tiles.")
    assert opened.said() == ["The picture is computed in tiles."]


def test_a_run_that_fails_says_why(opened: Opened) -> None:
    opened.run()
    opened.session.say("failed", "run-1", Failure("There is too little memory; choose a smaller size."))
    assert opened.said() == ["There is too little memory; choose a smaller size."]
    assert opened.page.transport.play_button.text() == "Refine"


def test_missing_networks_can_be_fetched(opened: Opened) -> None:
    opened.session.say("missing", failure=Failure("missing", kind="WeightsMissing"))
    stage = opened.page.stage
    assert stage.currentWidget() is stage.cover
    stage.cover.message.button.click()
    assert opened.core.models.asked("fetch") == [(opened.session.needed,)]
    assert stage.progress.isVisible()
    finish(opened.core.models.tasks[-1])
    opened.session.say("empty")
    assert stage.currentWidget() is opened.page.canvas


def test_sample_pictures_are_fetched_with_the_networks(opened: Opened) -> None:
    opened.core.models.set_rows(
        [
            row("sface", installed=False),
            row("sample-chelsea", "sample", installed=False, needed="sample"),
            row("sample-coffee", "sample", needed="sample"),
            row("vgg19", "style", installed=False, needed="style"),
        ]
    )
    opened.session.say("missing", failure=Failure("missing", kind="WeightsMissing"))
    opened.page.stage.cover.message.button.click()
    assert opened.core.models.asked("fetch") == [(("vgg19", "sample-chelsea"),)]


# Styles.


def test_styles_are_mixed_weighed_and_taken_away(opened: Opened) -> None:
    opened.lay()
    assert opened.page.styles.cards()[0].weight.isHidden()
    opened.pick("own-1", as_well=True, seed=6)
    first, second = opened.page.styles.cards()
    assert not first.weight.isHidden()
    second.weight.set_value(0.25)
    assert opened.page.desk.styles[1].weight == pytest.approx(0.25)
    first.remove_button.click()
    assert [style.name for style in opened.page.desk.styles] == ["Mine"]


def test_ctrl_click_mixes_and_a_click_replaces(opened: Opened) -> None:
    opened.lay()
    tile = opened.page.shelf.tile("own-1")
    assert tile is not None
    picked: list[tuple[str, bool]] = []
    tile.picked.connect(lambda key, as_well: picked.append((key, as_well)))
    opened.bot.mouseClick(tile, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    opened.bot.mouseClick(tile, Qt.MouseButton.LeftButton)
    opened.bot.keyClick(tile, Qt.Key.Key_Return)
    assert picked == [("own-1", True), ("own-1", False), ("own-1", False)]


def test_what_lies_on_the_desk_is_marked_on_the_shelf(opened: Opened) -> None:
    opened.pick()
    tile, other = opened.page.shelf.tile("shipped-waves"), opened.page.shelf.tile("own-1")
    assert tile is not None
    assert other is not None
    assert (tile.isChecked(), other.isChecked()) == (True, False)


def test_a_shelf_that_grows_keeps_the_tiles_it_has(opened: Opened) -> None:
    before = opened.page.shelf.tile("own-1")
    opened.shelf.set_styles(*opened.shelf.styles, shelf_style("own-2", "Another", "own"))
    assert opened.page.shelf.tile("own-1") is before
    assert opened.page.shelf.tile("own-2") is not None
    opened.shelf.set_styles(*opened.shelf.styles[:1])
    assert opened.page.shelf.tile("own-1") is None


def test_an_own_style_is_removed_after_a_question(opened: Opened) -> None:
    tile = opened.page.shelf.tile("own-1")
    assert tile is not None
    opened.bot.keyClick(tile, Qt.Key.Key_Delete)
    opened.window.findChild(ConfirmDialog).confirm_button.click()
    assert opened.shelf.asked("remove") == [("own-1",)]


def test_only_the_keyboard_draws_a_ring_around_the_canvas(opened: Opened) -> None:
    canvas, tile = opened.page.canvas, opened.page.shelf.tile("own-1")
    assert tile is not None
    opened.bot.mouseClick(tile, Qt.MouseButton.LeftButton)
    opened.page.clear()
    assert canvas.hasFocus()
    assert not focus.ringed(canvas)
    opened.bot.keyClick(canvas, Qt.Key.Key_Tab)
    opened.bot.keyClick(opened.window, Qt.Key.Key_Backtab)
    assert focus.ringed(canvas)


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.run()
    opened.pick("own-1", as_well=True, seed=6)
    opened.session.say_states(state(0), state(1))
    opened.session.say_step(step(1))
    for mode in ("picture", "queue", "live"):
        opened.page.set_mode(mode)
    assert unnamed_controls(opened.window) == []
    assert keyboard_problems(opened.window) == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_the_page_fits_the_smallest_window(opened: Opened, qapp: QApplication, scheme: str) -> None:
    opened.run()
    opened.session.say_step(step(1))
    opened.window.resize(opened.window.minimumSize())
    theme.apply(qapp, scheme)
    opened.page.panel.more_fold.set_open(True)
    opened.bot.waitUntil(lambda: opened.page.panel.width() > 0)
    page = opened.page
    right = page.panel.geometry().right()
    assert right <= page.width()
    assert page.canvas.width() >= 240
    inside = page.panel._area.widget()
    assert inside.width() <= page.panel._area.viewport().width()
