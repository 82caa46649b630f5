"""The Explore page as a user meets it: pictures come in, units are ordered and chosen, patches looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.errors import FileMissing
from desktop.ui import theme
from desktop.ui.images import to_image
from desktop.ui.pages.explore.cutter import LARGE, SMALL
from desktop.ui.pages.explore.export import FEW
from desktop.work.explore_messages import Gaze
from desktop.work.messages import Failure
from tests.fakes import fail, finish, person, row
from tests.fakes_explore import cuts, excited, explored, found, imagined, look, reading, watched
from tests.fakes_studio import noise, report
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop
from tests.ui.exploring import Opened

MISSING = Failure("“{path}” does not exist.", {"path": "vgg19"}, kind="WeightsMissing")
GONE = Failure.of(FileMissing(path="Holiday"))


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot)
    yield made
    _close(made)


@pytest.fixture
def unloaded(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot, loaded=False)
    yield made
    _close(made)


def _close(made: Opened) -> None:
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


# What comes in.


def test_the_empty_page_says_what_to_drop(opened: Opened) -> None:
    page = opened.page
    assert page.blank.isVisible()
    assert page.blank.message.line() == "Drop a folder of pictures"
    assert not page.row.isVisible()
    assert not page.bar.export_button.isEnabled()


def test_a_dropped_folder_is_read_and_shown_as_it_is_read(opened: Opened, tmp_path: Path) -> None:
    page = opened.page
    drop(page, [tmp_path])
    assert opened.session.asked("read_folder") == [(tmp_path, "vgg19")]
    assert not page.blank.isVisible()
    task = opened.session.task("read_folder")
    task.progressed.emit(reading(4, 1000, found(pictures=4)))
    progress = page.reading.progress
    assert progress is not None
    assert progress.bar.accessibleDescription() == "4 of 1,000 · about 42 s left"
    assert page.desk.isVisible()
    assert len(opened.units()) == 64
    assert len(opened.nine.shown()) == 4
    assert not page.panel.about.isVisible()  # more may come
    finish(task, found(pictures=12))
    assert not page.reading.isVisible()
    assert page.subtitle.text() == "Holiday · 12 pictures"
    assert len(opened.nine.shown()) == 9
    assert not page.panel.about.isVisible()


def test_pause_and_cancel_keep_what_was_found(opened: Opened) -> None:
    page = opened.page
    page.blank.studio_button.click()
    assert opened.session.asked("read_studio") == [("vgg19",)]
    task = opened.session.task("read_studio")
    task.progressed.emit(reading(2, 12, found(pictures=2, kind="studio")))
    assert page.reading.progress is not None
    page.reading.progress.pause_button.click()
    assert task.paused
    page.reading.progress.pause_button.click()
    assert not task.paused
    page.reading.progress.cancel_button.click()
    assert task.stopped
    task.cancelled.emit()
    task.ended.emit()
    assert not page.reading.isVisible()
    assert page.desk.isVisible()
    assert page.subtitle.text() == "The Studio’s pictures · 2 pictures"
    assert page.panel.about.text() == "Nothing else excites it in these pictures."


def test_cancelled_before_anything_was_found_the_page_is_empty_again(opened: Opened) -> None:
    opened.page.read_studio()
    task = opened.session.task("read_studio")
    task.cancelled.emit()
    task.ended.emit()
    assert opened.page.blank.isVisible()


def test_a_newer_folder_makes_an_older_answer_stale(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page, [tmp_path])
    old = opened.session.task("read_folder")
    answer = opened.read()
    assert old.stopped
    old.progressed.emit(reading(1, 2, found(title="Old")))
    finish(old, found(title="Old"))
    assert opened.page.desk.found is answer


def test_what_can_not_be_read_is_one_sentence(opened: Opened, tmp_path: Path) -> None:
    drop(opened.page, [tmp_path])
    fail(opened.session.task("read_folder"), GONE)
    assert opened.said() == ["“Holiday” does not exist; check the path and try again."]
    assert opened.page.blank.isVisible()


def test_broken_pictures_are_a_quiet_button(opened: Opened) -> None:
    opened.read(found(broken=("a.jpg", "b.jpg")))
    page = opened.page
    assert page.row.problems_button.text() == "Notes: 2"
    page.row.problems_button.click()
    [dialog] = opened.window.findChildren(QDialog)
    assert "“a.jpg” can't be read" in dialog.text.toPlainText()  # type: ignore[attr-defined]
    assert opened.said() == []
    opened.read(found(broken=("a.jpg",)))
    assert page.row.problems_button.text() == "Notes: 1"
    opened.read()
    assert not page.row.problems_button.isVisible()


def test_several_files_and_addresses_are_refused_in_words(opened: Opened, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.png", "b.png")]
    for file in files:
        file.write_bytes(b"")
    drop(opened.page, files)
    assert opened.said() == ["Drop one folder of pictures, or one picture to see which units it excites."]
    assert opened.session.asked("read_folder") == []


# The network.


def test_missing_weights_are_fetched_in_place_and_the_page_goes_on(unloaded: Opened, tmp_path: Path) -> None:
    page, models = unloaded.page, unloaded.core.models
    models.set_rows([row("vgg19", "style", installed=False)])
    drop(page, [tmp_path])
    fail(unloaded.session.task("open"), MISSING)
    fail(unloaded.session.task("read_folder"), MISSING)
    assert unloaded.said() == []
    assert page.blank.message.line() == "VGG-19 is not here yet"
    assert not page.bar.open_button.isEnabled()
    page.blank.message.button.click()
    assert models.asked("fetch") == [(("vgg19",),)]
    assert page.blank.progress.isVisible()
    assert page.blank.message.line() == "Fetching VGG-19"
    finish(models.tasks[-1])
    assert len(unloaded.session.asked("open")) == 2
    finish(unloaded.session.task("open"), explored())
    assert len(unloaded.session.asked("read_folder")) == 2
    finish(unloaded.session.task("read_folder"), found())
    assert page.desk.isVisible()


def test_what_was_installed_elsewhere_opens_the_page(unloaded: Opened) -> None:
    fail(unloaded.session.task("open"), MISSING)
    unloaded.core.models.set_rows([row("vgg19", installed=False), row("sface")])
    assert len(unloaded.session.asked("open")) == 1
    unloaded.core.models.set_rows([row("vgg19")])
    assert len(unloaded.session.asked("open")) == 2


def test_another_network_looks_at_the_same_pictures(opened: Opened) -> None:
    page = opened.page
    opened.read(folder="Trip")
    page.bar.network.segment("sface").click()
    assert opened.session.asked("open") == [("vgg19",), ("sface",)]
    assert opened.session.asked("read_folder")[-1] == (Path("Trip"), "sface")
    finish(opened.session.task("open"), explored("sface"))
    finish(opened.session.task("read_folder"), found("sface"))
    layer = page.walk.layer()
    assert layer is not None
    assert layer.name == "conv_1"
    assert len(opened.units()) == 32


def test_the_answer_of_the_network_before_is_stale(unloaded: Opened) -> None:
    first = unloaded.session.task("open")
    unloaded.page.set_network("sface")
    assert first.stopped
    finish(first, explored())
    assert unloaded.page.loading.explored is None


# Walking, ordering, choosing.


def test_left_and_right_walk_along_the_layers(opened: Opened) -> None:
    opened.read()
    walk = opened.page.walk
    assert walk.accessibleName() == "Layers: conv1_1, Edges and colours"
    walk.setFocus()
    opened.bot.keyClick(walk, Qt.Key.Key_Left)
    for _ in range(4):
        opened.bot.keyClick(walk, Qt.Key.Key_Right)
    assert walk.accessibleName() == "Layers: conv3_1, Textures"
    assert walk.accessibleDescription() == "256 units · each sees 24 × 24 pixels"
    assert len(opened.units()) == 256
    assert opened.page.panel.layer.text() == "conv3_1"
    opened.bot.keyClick(walk, Qt.Key.Key_End)
    assert len(opened.units()) == 512
    opened.bot.keyClick(opened.window, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert opened.page.panel.layer.text() == "conv5_3"


def test_a_click_goes_to_a_layer(opened: Opened) -> None:
    opened.read()
    walk = opened.page.walk
    opened.bot.mouseClick(walk, Qt.MouseButton.LeftButton, pos=walk.places()[8].toPoint())
    assert opened.page.panel.layer.text() == "conv4_1"


def test_each_layer_remembers_its_unit(opened: Opened) -> None:
    opened.read()
    opened.page.desk.choose(7)
    opened.page.walk.step(1)
    assert opened.page.panel.heading.text() == "Unit 0"
    opened.page.walk.step(-1)
    assert opened.page.panel.heading.text() == "Unit 7"


def test_the_orders(opened: Opened) -> None:
    answer = opened.read()
    row_, peaks = opened.page.row, answer.anywhere["conv1_1"].values[:, 0]
    assert opened.units() == tuple(range(64))
    row_.order.segment("strength").click()
    assert opened.units()[0] == 2
    assert list(opened.units()) == list(np.argsort(-peaks, kind="stable"))
    row_.order.segment("different").click()
    assert opened.units()[:3] == (1, 2, 3)
    row_.order.segment("number").click()
    row_.whole.click()
    first = opened.nine.shown()[0]
    assert first.value == pytest.approx(float(answer.whole["conv1_1"].values[0, 0]))


def test_keys_choose_a_unit_and_go_on_to_its_patches(opened: Opened) -> None:
    answer = opened.read()
    opened.grid.setFocus()
    opened.bot.keyClick(opened.grid, Qt.Key.Key_Right)
    assert opened.page.panel.heading.text() == "Unit 1"
    shown = [each.value for each in opened.nine.shown()]
    assert shown == pytest.approx(answer.anywhere["conv1_1"].values[1].tolist())
    opened.bot.keyClick(opened.grid, Qt.Key.Key_Return)
    assert opened.nine.patches[0].hasFocus()
    opened.bot.keyClick(opened.nine.patches[0], Qt.Key.Key_Down)
    assert opened.nine.patches[3].hasFocus()


def test_a_screen_reader_hears_units_and_patches(opened: Opened) -> None:
    opened.read()
    index = opened.grid.units.index(2)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Unit 2 of conv1_1, 10")
    assert opened.nine.patches[0].accessibleName().startswith("Patch 1 of 9, value ")
    assert opened.nine.patches[0].accessibleName().endswith(".jpg")


def test_a_unit_that_nothing_excites_is_blank_and_says_so(opened: Opened) -> None:
    opened.read()
    opened.page.desk.choose(63)
    assert opened.nine.shown() == []
    assert opened.page.panel.about.text() == "Nothing excites it in these pictures."
    assert opened.nine.patches[0].accessibleName() == "Patch 1 of 9: nothing more"
    opened.page.row.whole.click()
    assert "whole field" in opened.page.panel.about.text()
    opened.page.look(0)
    assert opened.session.asked("look") == []


def test_more_of_the_same_leaves_the_grid_where_it_is(opened: Opened) -> None:
    opened.page.read_studio()
    task = opened.session.task("read_studio")
    task.progressed.emit(reading(9, 12, found(pictures=9)))
    opened.page.walk.step(15)
    bar = opened.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    assert at > 0
    task.progressed.emit(reading(10, 12, found(pictures=10, seed=3)))
    assert bar.value() == at


# Patches.


def test_the_nine_are_cut_first_then_what_can_be_seen(opened: Opened) -> None:
    answer = opened.read()
    opened.wait_for_cuts()
    at, layer, wanted, side, whole = opened.session.asked("cut")[0]
    assert (at, layer, side, whole) == (answer, "conv1_1", LARGE, False)
    assert wanted == tuple((0, rank) for rank in range(9))
    finish(opened.session.task("cut"), cuts(layer, wanted, side))
    assert all(each.pixmap is not None for each in opened.nine.shown())
    wanted, side = opened.session.asked("cut")[1][2:4]
    assert side == SMALL
    assert [unit for unit, _rank in wanted] == list(range(len(wanted)))
    opened.cut()
    assert opened.grid.patch(1) is not None
    asked = {unit for call in opened.session.asked("cut") for unit, _ in call[2]}
    assert asked < set(range(64))  # what is not in sight is not cut


def test_patches_that_are_kept_are_not_cut_again(opened: Opened) -> None:
    opened.read()
    opened.wait_for_cuts()
    opened.cut()
    before = len(opened.session.asked("cut"))
    opened.page.walk.step(1)
    opened.wait_for_cuts(before + 1)
    opened.cut()
    before = len(opened.session.asked("cut"))
    opened.page.walk.step(-1)
    assert all(each.pixmap is not None for each in opened.nine.shown())
    opened.page.desk.choose(3)
    opened.wait_for_cuts(before + 1)
    assert [call[1] for call in opened.session.asked("cut")[before:]] == ["conv1_1"]


def test_what_went_out_of_sight_is_cancelled(opened: Opened) -> None:
    opened.read()
    opened.wait_for_cuts()
    old = opened.session.task("cut")
    opened.page.walk.step(1)
    opened.wait_for_cuts(2)
    assert old.stopped
    wanted = opened.session.asked("cut")[0][2]
    old.progressed.emit(cuts("conv1_1", wanted, LARGE))
    assert all(each.pixmap is None for each in opened.nine.shown())


def test_a_patch_that_can_not_be_cut_is_said_once_and_not_asked_for_again(opened: Opened) -> None:
    opened.read()
    opened.wait_for_cuts()
    fail(opened.session.task("cut"), GONE)
    fail(opened.session.task("cut"), GONE)
    assert opened.said() == ["“Holiday” does not exist; check the path and try again."]
    asked = [(call[3], pair) for call in opened.session.asked("cut") for pair in call[2]]
    assert len(asked) == len(set(asked))


def test_a_patch_is_looked_at_closely(opened: Opened) -> None:
    answer = opened.read()
    page = opened.page
    page.walk.step(4)
    opened.nine.patches[1].click()
    assert opened.session.asked("look") == [(answer, "conv3_1", 0, 1, False)]
    assert page.closely.isVisible()
    assert page.closely.place.text() == "conv3_1 · patch 2"
    seen = look(answer, rank=1)
    finish(opened.session.task("look"), seen)
    QApplication.processEvents()  # the close view gets its place
    view = page.closely.view
    box, frame = view.box(), view.frame()
    assert box.left() == pytest.approx(frame.left() + 8 / 64 * frame.width())
    assert box.height() == pytest.approx(24 / 64 * frame.height())
    lit = QPointF(frame.left() + 10 / 64 * frame.width(), frame.top() + 6 / 64 * frame.height())
    assert view.value_at(lit) == 4.0
    assert view.value_at(frame.center()) == 0.0
    assert view.value_at(QPointF(0, 0)) is None
    opened.bot.mouseMove(view, lit.toPoint())
    assert page.closely.value.text() == "4.00 here"


def test_keys_switch_what_is_told_of_a_patch(opened: Opened) -> None:
    answer = opened.read()
    page = opened.page
    page.look(0)
    finish(opened.session.task("look"), look(answer))
    shades = []
    for key, way in (
        (Qt.Key.Key_2, "gradient"),
        (Qt.Key.Key_3, "guided"),
        (Qt.Key.Key_4, "deconvolution"),
        (Qt.Key.Key_1, "cut"),
    ):
        opened.bot.keyClick(opened.window, key)
        assert page.closely.ways.value() == way
        image = page.closely.piece.grab().toImage()
        shades.append(image.pixelColor(image.width() // 2, 40).red())
    assert shades == [90, 140, 190, 40]
    page.closely.ways.segment("guided").click()
    assert page.closely.about.text().startswith("The gradient along the way")


def test_neighbours_and_back(opened: Opened) -> None:
    answer = opened.read()
    page = opened.page
    page.look(0)
    assert not page.closely.before_button.isEnabled()
    opened.bot.keyClick(page.closely.view, Qt.Key.Key_Right)
    assert opened.session.asked("look")[-1] == (answer, "conv1_1", 0, 1, False)
    assert page.closely.before_button.isEnabled()
    opened.bot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert page.desk.isVisible()
    assert opened.nine.patches[1].hasFocus()
    assert opened.session.task("look").stopped


def test_a_look_that_is_stale_or_fails(opened: Opened) -> None:
    answer = opened.read()
    page = opened.page
    page.look(0)
    old = opened.session.task("look")
    page.looking.leave()
    page.look(2)
    finish(old, look(answer))
    assert page.closely.look is None
    fail(opened.session.task("look"), GONE)
    assert page.desk.isVisible()
    assert len(opened.said()) == 1


# What a unit would like to see.


def test_a_picture_is_imagined_while_one_watches(opened: Opened) -> None:
    opened.read()
    panel = opened.page.panel
    panel.imagine_button.click()
    assert opened.session.asked("imagine") == [("vgg19", "conv1_1", 0)]
    task = opened.session.task("imagine")
    task.progressed.emit(imagined(iteration=5))
    assert panel.imagine_button.text() == "Stop"
    assert panel.progress.value() == 5
    assert panel.note.text() == "Value 12.5"
    panel.imagine_button.click()
    assert task.stopped
    assert panel.imagine_button.text() == "Again"
    assert panel.dream.imagined is not None
    panel.imagine_button.click()
    finish(opened.session.task("imagine"), imagined(iteration=20))
    assert panel.note.text() == "Value 50.0"
    assert not panel.progress.isVisible()


def test_another_unit_forgets_what_was_imagined(opened: Opened) -> None:
    opened.read()
    opened.page.imagine()
    task = opened.session.task("imagine")
    opened.page.desk.choose(1)
    assert task.stopped
    task.progressed.emit(imagined())
    assert opened.page.panel.dream.imagined is None
    opened.page.imagine()
    fail(opened.session.task("imagine"), GONE)
    assert len(opened.said()) == 1
    assert opened.page.panel.imagine_button.text() == "Show me"


# The camera.


def test_the_camera_is_watched_and_a_click_on_a_map_chooses_its_unit(opened: Opened) -> None:
    page = opened.page
    page.blank.camera_button.click()
    assert opened.session.asked("watch") == [("vgg19", Gaze("conv1_1", 0))]
    task = opened.session.task("watch")
    task.progressed.emit(watched(frames=3))
    live = page.view.live
    assert live.isVisible()
    assert page.bar.live_button.isChecked()
    assert live.rate.text() == "14.5 pictures a second"
    assert len(opened.nine.shown()) == 3
    task.progressed.emit(watched(frames=8))
    assert len(opened.nine.shown()) == 8
    assert page.subtitle.text() == "The camera · 8 pictures"
    place = live.mosaic.place_of(10).center().toPoint()
    opened.bot.mouseClick(live.mosaic, Qt.MouseButton.LeftButton, pos=place)
    assert page.panel.heading.text() == "Unit 10"
    assert task._news == [Gaze("conv1_1", 10)]
    opened.bot.keyClick(live.mosaic, Qt.Key.Key_Down)
    assert page.panel.heading.text() == "Unit 18"
    assert not live.mosaic.grab().isNull()


def test_walking_while_live_ignores_frames_of_the_layer_before(opened: Opened) -> None:
    page = opened.page
    page.watch()
    task = opened.session.task("watch")
    page.walk.step(4)
    assert task._news == [Gaze("conv3_1", 0)]
    task.progressed.emit(watched("conv1_1", frames=3))
    assert page.desk.found is None
    task.progressed.emit(watched("conv3_1", frames=4))
    assert len(opened.nine.shown()) == 4


def test_what_the_camera_showed_can_be_explored_afterwards(opened: Opened) -> None:
    page = opened.page
    page.bar.live_button.click()
    task = opened.session.task("watch")
    task.progressed.emit(watched(frames=5))
    page.bar.live_button.click()
    assert task.stopped
    assert opened.grid.isVisible()
    assert page.subtitle.text() == "The camera · 5 pictures"
    task.progressed.emit(watched(frames=9))
    assert page.subtitle.text() == "The camera · 5 pictures"


def test_a_layer_that_was_not_watched_says_so(opened: Opened) -> None:
    page = opened.page
    page.watch()
    seen = watched(frames=5)
    only = {"conv1_1": seen.seen.found.anywhere["conv1_1"]}
    looked = replace(seen.seen, found=replace(seen.seen.found, anywhere=only))
    opened.session.task("watch").progressed.emit(replace(seen, seen=looked))
    page.set_live(False)
    assert not page.panel.about.text().startswith("Nothing was")
    page.walk.step(1)
    assert page.panel.about.text() == "Nothing was looked at in this layer so far."


def test_nobody_computes_maps_that_nobody_sees(opened: Opened) -> None:
    opened.page.watch()
    task = opened.session.task("watch")
    opened.page.hide()
    assert task.stopped
    opened.page.show()
    assert len(opened.session.asked("watch")) == 2


def test_without_a_camera_the_way_to_one_is_offered(opened: Opened) -> None:
    page = opened.page
    page.watch()
    fail(opened.session.task("watch"), Failure("No camera is playing; choose one on the Live page first."))
    assert not page.bar.live_button.isChecked()
    assert page.blank.isVisible()
    with opened.bot.waitSignal(page.show_live):
        opened.window.notices.shown()[-1].act()


def test_the_camera_waits_for_the_network(unloaded: Opened) -> None:
    unloaded.page.watch()
    assert unloaded.session.asked("watch") == []
    finish(unloaded.session.task("open"), explored())
    assert unloaded.session.asked("watch") == [("vgg19", Gaze("conv1_1", 0))]


# A search by a picture.


def test_a_dropped_picture_orders_the_units_and_says_so(opened: Opened, tmp_path: Path) -> None:
    opened.read()
    page, file = opened.page, tmp_path / "eye.png"
    file.write_bytes(b"")
    drop(page, [file])
    assert opened.core.studio.asked("read") == [((file,),)]
    assert page.view.said.text() == "Looking at “eye.png”"
    finish(opened.core.studio.tasks[-1], report("eye.png"))
    assert opened.session.asked("search")[0][::2] == ("vgg19", "eye.png")
    finish(opened.session.task("search"), excited(most=5))
    assert opened.units()[0] == 5
    assert opened.units()[-1] == 63  # nothing has excited it so far
    assert page.panel.heading.text() == "Unit 5"
    assert page.row.order.value() == "picture"
    assert page.view.banner.accessibleName() == "Ordered by what “eye.png” excites"
    assert opened.grid.units.note(5).endswith(" %")
    page.walk.step(1)
    assert opened.units()[0] == 5
    page.view.leave_button.click()
    assert opened.units() == tuple(range(64))
    assert not page.view.banner.isVisible()
    assert not page.row.order.segment("picture").isVisible()


def test_a_pasted_picture_is_searched_by(opened: Opened) -> None:
    opened.read()
    QGuiApplication.clipboard().setImage(to_image(noise()))
    opened.bot.keyClick(opened.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.asked("search")[0][2] == "Pasted picture"
    QGuiApplication.clipboard().clear()


def test_a_picture_before_any_folder_says_what_comes_first(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "eye.png"
    file.write_bytes(b"")
    drop(opened.page, [file])
    assert opened.core.studio.asked("read") == []
    assert opened.said()[0].startswith("Choose a folder of pictures first")


def test_a_search_that_fails_leaves_the_order_as_it_was(opened: Opened, tmp_path: Path) -> None:
    opened.read()
    opened.page.row.order.segment("strength").click()
    before = opened.units()
    opened.page.search(noise(), "eye")
    fail(opened.session.task("search"), GONE)
    assert opened.units() == before
    assert not opened.page.view.banner.isVisible()
    opened.page.search_file(tmp_path / "b.png")
    finish(opened.core.studio.tasks[-1], report(skipped=(("b.png", GONE),)))
    assert not opened.page.view.banner.isVisible()
    assert opened.units() == before


def test_another_network_is_asked_about_the_same_picture(opened: Opened) -> None:
    opened.read()
    opened.page.search(noise(), "eye")
    finish(opened.session.task("search"), excited())
    opened.page.set_network("sface")
    assert opened.session.asked("search")[-1][::2] == ("sface", "eye")


# The way out, and the enrolled.


def test_units_are_exported_as_they_are_shown(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = opened.read()
    page, file = opened.page, tmp_path / "sheet"
    page.row.order.segment("strength").click()
    page.desk.choose(9)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    texts = {}
    for action in page.bar.export_button.menu().actions():
        texts[action.text()] = action
    texts["The chosen unit as a picture…"].trigger()
    texts["The first 36 shown as data…"].trigger()
    texts["The whole layer as data…"].trigger()
    one, few, everything = opened.session.asked("export")
    assert one == (answer, "conv1_1", (9,), False, file.with_name("sheet.png"))
    assert few[2:] == (opened.units()[:FEW], False, file.with_name("sheet.json"))
    assert len(everything[2]) == 64
    finish(opened.session.task("export"), few[4])
    assert opened.said() == ["The patches were written to “sheet.json”."]
    fail(opened.session.task("export"), GONE)
    assert len(opened.said()) == 2


def test_what_the_enrolled_excite_stays_here(opened: Opened) -> None:
    page = opened.page
    page.read_enrolled()
    finish(opened.session.task("read_enrolled"), found(kind="enrolled", title=""))
    assert page.subtitle.text() == "The enrolled · 12 pictures"
    assert not page.bar.export_button.isEnabled()
    assert page.desk.chosen() is None
    assert "trip" not in opened.nine.patches[0].accessibleName()


def test_whoever_is_erased_is_seen_no_more(opened: Opened) -> None:
    page = opened.page
    page.read_enrolled()
    task = opened.session.task("read_enrolled")
    opened.core.people.set_people([person("Ada"), person("Mara"), person("New")])
    assert not task.stopped
    task.progressed.emit(reading(1, 2, found(kind="enrolled", title="")))
    opened.wait_for_cuts()
    opened.cut()
    page.look(0)
    opened.core.people.set_people([person("Ada")])
    assert task.stopped
    assert page.blank.isVisible()
    assert page.desk.found is None
    assert not page.desk.cutter._kept
    assert page.closely.look is None
    assert opened.said() == ["The enrolled have changed; look at them again."]


# How it looks and reads.


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.read(found(broken=("a.jpg",)))
    opened.page.imagine()
    opened.page.look(0)
    assert unnamed_controls(opened.window) == []
    assert keyboard_problems(opened.window) == []


def test_the_keys_are_on_the_sheet(opened: Opened) -> None:
    rows = dict(opened.window.actions_table.rows())
    assert rows["The patch’s deconvolution"] == "4"
    assert rows["Back to the units"] == "Esc"


@pytest.mark.parametrize("size", [(880, 560), (1280, 800)])
def test_all_nine_are_seen_at_once_in_every_window(opened: Opened, size: tuple[int, int]) -> None:
    opened.read()
    opened.window.resize(*size)
    page, last = opened.page, opened.nine.patches[8]
    button = page.panel.imagine_button
    for widget in (last, button):
        opened.bot.waitUntil(lambda widget=widget: widget.visibleRegion().boundingRect() == widget.rect())
    assert page.rect().contains(last.mapTo(page, last.rect().bottomRight()))
    assert page.width() <= opened.window.width()


def test_both_schemes_paint(opened: Opened) -> None:
    answer = opened.read()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        theme.apply(app, scheme)
        assert not opened.page.grab().isNull()
        opened.page.look(0)
        finish(opened.session.task("look"), look(answer))
        assert not opened.page.grab().isNull()
        opened.page.looking.leave()


def test_the_grid_stays_quiet_while_it_is_filled(opened: Opened) -> None:
    """What changes by itself is no choice of the user."""
    told: list[int] = []
    opened.grid.chosen.connect(told.append)
    opened.read()
    opened.page.walk.step(3)
    opened.page.row.order.segment("different").click()
    assert told == []
    opened.grid.setCurrentIndex(opened.grid.units.index(4))
    assert told == [opened.units()[4]]
    assert opened.grid.currentIndex() != QModelIndex()
