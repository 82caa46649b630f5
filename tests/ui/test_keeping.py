"""What lies on the pages goes to the pages made anew, and comes back from the file after a crash."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.learn.recipe import Recipe as LearnRecipe
from desktop.paths import Home
from desktop.progress import Progress
from desktop.session import Session
from desktop.signals.recipe import SoundLosses, SoundRecipe, SoundStep
from desktop.style.errors import NoStyle
from desktop.style.recipe import Recipe, Style
from desktop.ui.pages.explore.reading import Source
from desktop.ui.pages.learn.keeping import recipe as learn_recipe
from desktop.ui.pages.sound.keeping import recipe as sound_recipe
from desktop.work.messages import Failure, VaultState
from desktop.work.sound_messages import Heard
from desktop.work.studio_messages import ReadPicture, ReadReport
from tests import fakes_film
from tests.fakes import fail, finish, picture, sighting
from tests.fakes_explore import explored, found, reading
from tests.fakes_studio import card, kept, noise, restored, state, step
from tests.signals.made_sounds import bursts, melody
from tests.ui.calibrated import SHIPPED, calibrated
from tests.ui.learnt import lesson, taken, taught
from tests.ui.whole import Whole

SPECTROGRAM = np.random.default_rng(0).random((1025, 40), np.float32)


@pytest.fixture
def whole(qtbot: QtBot, home: Home) -> Whole:
    return Whole(qtbot, home)


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(b"what is in it the fakes say")
    return [folder / name for name in names]


# The window.


def test_front_scheme_and_size_stay(whole: Whole) -> None:
    whole.window.show_page(whole.shell.film)
    whole.window.toggle_scheme()
    whole.window.resize(900, 600)
    before = whole.window.geometry()
    whole.again()
    assert whole.window.page() is whole.shell.film
    assert whole.window.geometry() == before
    assert len(whole.window.pages()) == len(whole.shell.pages) == 13


def test_the_keyboard_stays_where_it_is(whole: Whole) -> None:
    whole.window.show_page(whole.shell.sound)
    whole.window.activateWindow()
    whole.bot.waitUntil(whole.window.isActiveWindow)
    whole.shell.sound.panel.texture.slider.slider.setFocus()
    whole.again()
    assert whole.shell.sound.panel.texture.slider.slider.hasFocus()


def test_every_action_is_there_once(whole: Whole) -> None:
    before = whole.window.actions_table.rows()
    whole.again()
    assert whole.window.actions_table.rows() == before
    assert len(whole.window.actions()) == len({action.text() for action in whole.window.actions()})


def test_many_times_leave_nothing_behind(whole: Whole, tmp_path: Path) -> None:
    lay(whole, tmp_path)
    sounds(whole, tmp_path)
    film(whole, tmp_path)
    whole.again()
    gc.collect()
    widgets, objects = len(QApplication.allWidgets()), len(gc.get_objects())
    for _ in range(6):
        whole.again()
    gc.collect()
    assert len(QApplication.allWidgets()) == widgets
    assert len(gc.get_objects()) - objects < 1000  # the pages of one time alone are several thousand


def test_nothing_lies_there_at_first(whole: Whole) -> None:
    assert whole.written().empty


# The Studio.


def lay(whole: Whole, folder: Path) -> Path:
    """A photo from a file, and a style from the shelf."""
    photo = files(folder, "harbour.png")[0]
    studio = whole.shell.studio
    studio.intake.to_canvas([photo])
    finish(whole.core.studio.tasks[-1], ReadReport((ReadPicture("harbour", noise(), None, photo),)))
    studio.intake.pick(whole.core.shelf.styles[0], False)
    finish(whole.core.shelf.tasks[-1], ReadPicture("Waves", noise(80, 80)))
    return photo


def run(whole: Whole) -> None:
    """A run under way, begun as it begins by itself."""
    whole.core.studio.say_preview(noise(seed=9))
    whole.bot.waitUntil(lambda: bool(whole.core.studio.asked("refine")))
    whole.core.studio.say("running", "run-1")
    whole.core.studio.say_states(state(0), state(1))
    whole.core.studio.say_step(step(3, shade=70))


def test_a_run_goes_on_under_the_eyes(whole: Whole, tmp_path: Path) -> None:
    lay(whole, tmp_path)
    run(whole)
    whole.window.show_page(whole.shell.studio)
    old, asked = whole.shell.studio, len(whole.core.studio.asked("refine"))
    before = old.develop.newest
    whole.again()
    studio = whole.shell.studio
    assert studio is not old
    assert studio.desk.title == "harbour"
    assert [each.name for each in studio.desk.styles] == ["Waves"]
    assert studio.develop.active
    assert studio.canvas.result() is before
    assert len(studio.strip._tiles) == 2
    assert len(studio.panel.curve.points) == 1
    whole.core.studio.say_step(step(4, shade=90))
    assert studio.develop.step is not None
    assert studio.develop.step.iteration == 4
    assert len(whole.core.studio.asked("refine")) == asked
    assert not whole.core.studio.asked("cancel")
    studio.transport.play_button.click()
    assert whole.core.studio.calls[-1] == ("pause",)


def test_a_photo_without_a_file_goes_along_but_not_into_the_file(whole: Whole) -> None:
    studio = whole.shell.studio
    studio.desk.set_content(noise(), "From the camera")
    studio.desk.choose(Style(noise(80, 80), 0.5, np.full((8, 8), 255, np.uint8), "Mine"))
    assert whole.written().empty
    whole.again()
    desk = whole.shell.studio.desk
    assert desk.content is not None
    assert desk.styles[0].mask is not None
    assert whole.shell.studio.canvas.content() is desk.content


def test_who_was_about_to_get_a_run_gets_it(whole: Whole, tmp_path: Path) -> None:
    lay(whole, tmp_path)
    whole.core.studio.say_preview(noise(seed=9))
    whole.again()
    whole.bot.waitUntil(lambda: bool(whole.core.studio.asked("refine")))


def test_the_studios_files_come_back_and_no_run_begins_by_itself(
    whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    photo = lay(whole, tmp_path)
    whole.shell.studio.desk.set_recipe(Recipe(size=320, style_weight=500.0))
    left = whole.written()
    later = Whole(qtbot, home)
    assert later.shell.restore(left) == []
    read, style = later.core.studio.tasks[-1], later.core.shelf.tasks[-1]
    finish(style, ReadPicture("Waves", noise(80, 80)))
    assert later.shell.studio.desk.empty  # both, or neither
    finish(read, ReadReport((ReadPicture("harbour", noise(), None, photo),)))
    desk = later.shell.studio.desk
    assert desk.file == photo
    assert desk.title == "harbour"
    assert [each.key for each in desk.chosen] == ["shipped-waves"]
    assert desk.recipe == Recipe(size=320, style_weight=500.0)
    later.core.studio.say_preview(noise())
    assert not later.shell.studio.develop._rest.isActive()  # as it would be after a drop
    assert not later.core.studio.asked("refine")
    assert later.written() == left


def test_a_run_that_was_cut_off_goes_on(whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path) -> None:
    lay(whole, tmp_path)
    run(whole)
    left = whole.written()
    assert left.pages["studio"]["run"] == "run-1"
    later = Whole(qtbot, home)
    later.shell.restore(left)
    assert later.core.studio.asked("restore") == [("run-1",)]
    finish(later.core.studio.tasks[-1], restored())
    assert later.core.studio.asked("go_on")
    assert later.shell.studio.desk.content is not None
    # The offer of the page itself would be the second one.
    later.window.show_page(later.shell.studio)
    finish(later.core.studio.tasks[-1], (card(),))
    assert later.said() == []


def test_a_run_that_is_gone_leaves_the_files(whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path) -> None:
    photo = lay(whole, tmp_path)
    run(whole)
    left = whole.written()
    later = Whole(qtbot, home)
    later.shell.restore(left)
    fail(later.core.studio.tasks[-1], Failure.of(NoStyle()))
    finish(later.core.studio.tasks[-1], ReadReport((ReadPicture("harbour", noise(), None, photo),)))
    finish(later.core.shelf.tasks[-1], ReadPicture("Waves", noise(80, 80)))
    assert later.shell.studio.desk.file == photo
    assert len(later.said()) == 1


def test_a_kept_state_that_is_looked_at_stays_in_sight(whole: Whole, tmp_path: Path) -> None:
    lay(whole, tmp_path)
    run(whole)
    whole.shell.studio.strip.chosen.emit(state(1))
    finish(whole.core.studio.tasks[-1], kept(1))
    whole.again()
    looking = whole.shell.studio.develop.looking
    assert looking is not None
    assert looking.number == 1
    assert whole.shell.studio.transport.fork_button.isVisibleTo(whole.shell.studio)


# Sound.


def sounds(whole: Whole, folder: Path) -> list[Path]:
    paths = files(folder, "content.wav", "texture.wav")
    for path, made in zip(paths, (melody(1.0), bursts(1.0)), strict=True):
        whole.shell.sound.read(path.stem, path)
        finish(whole.core.sound.tasks[-1], Heard(made, SPECTROGRAM))
    return paths


def heard(iteration: int) -> SoundStep:
    samples, curve = np.full(22_050, 0.5, np.float32), ((1, 0.0, 1.0), (2, 0.2, 0.4))
    losses = SoundLosses(0.2, 0.4)
    return SoundStep(iteration, 40, losses, SPECTROGRAM, samples, SPECTROGRAM[None], 3.0, 19.0, curve)


def test_a_sound_goes_on_being_made(whole: Whole, tmp_path: Path) -> None:
    sounds(whole, tmp_path)
    whole.shell.sound.panel.texture.set_value(100.0)
    whole.shell.sound.transport.start_button.click()
    task = whole.core.sound.tasks[-1]
    task.progressed.emit(heard(3))
    whole.shell.sound.toggle()
    whole.again()
    page = whole.shell.sound
    assert page.phase == "paused"
    assert page.made.samples is not None
    assert page.panel.recipe().style_weight == pytest.approx(100.0, rel=0.05)
    page.toggle()
    assert not task.paused
    task.progressed.emit(heard(4))
    assert page.step is not None
    assert page.step.iteration == 4
    assert len(whole.core.sound.asked("run")) == 1
    page.stop()
    assert task.stopped


def test_sounds_come_back(whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path) -> None:
    content, texture = sounds(whole, tmp_path)
    whole.shell.sound.panel.init.set_value("random")
    left = whole.written()
    texture.unlink()
    later = Whole(qtbot, home)
    assert later.shell.restore(left) == [texture]
    assert later.core.sound.asked("read") == [(content,)]
    assert later.shell.sound.panel.recipe().init == "random"


# Film.


def film(whole: Whole, folder: Path) -> Path:
    path = files(folder, "talk.mp4")[0]
    whole.shell.film.open(path)
    finish(whole.core.film.tasks[-1], fakes_film.card(path))
    whole.shell.film.intake.pick(whole.core.shelf.styles[0])
    finish(whole.core.shelf.tasks[-1], ReadPicture("Waves", noise(80, 80)))
    return path


def test_a_film_goes_on_being_painted(whole: Whole, tmp_path: Path) -> None:
    film(whole, tmp_path)
    whole.shell.film.paint_to(tmp_path / "out.mp4")
    task = whole.core.film.tasks[-1]
    task.progressed.emit(fakes_film.step(10))
    task.pause()
    whole.again()
    page = whole.shell.film
    assert page.progress is not None
    assert page.progress.paused()
    assert page.view.result() is not None
    assert not page.panel.paint_button.isEnabled()
    task.progressed.emit(fakes_film.step(11))
    assert page.step is not None
    assert page.step.frame == 11
    painted: list[object] = []
    page.painted.connect(painted.append)
    finish(task, fakes_film.result(tmp_path / "out.mp4"))
    assert len(painted) == 1
    assert page.progress is None
    assert len(whole.core.film.asked("run")) == 1
    assert len(whole.said()) == 1


def test_a_film_comes_back(whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path) -> None:
    path = film(whole, tmp_path)
    whole.shell.film.panel.set_choices("frames", "320")
    whole.shell.film.scrubber.set_value(0.25)
    left = whole.written()
    later = Whole(qtbot, home)
    assert later.shell.restore(left) == []
    finish(later.core.shelf.tasks[-1], ReadPicture("Waves", noise(80, 80)))
    finish(later.core.film.tasks[-1], fakes_film.card(path))
    page = later.shell.film
    assert page.style_ is not None
    assert page.panel.way.value() == "frames"
    assert page.scrubber.value() == pytest.approx(0.25, abs=1e-3)
    assert later.written() == left


# Explore.


def explore(whole: Whole, folder: Path) -> None:
    page = whole.shell.explore
    whole.window.show_page(page)
    finish(whole.core.explore.task("open"), explored())
    page.read(Source("folder", folder))


def test_what_is_being_explored_goes_on(whole: Whole, tmp_path: Path) -> None:
    explore(whole, tmp_path)
    task = whole.core.explore.task("read_folder")
    part = found()
    task.progressed.emit(reading(3, 10, part))
    whole.shell.explore.walk.step(2)
    whole.shell.explore.desk.choose(7)
    asked = len(whole.core.explore.asked("open")) + len(whole.core.explore.asked("read_folder"))
    whole.again()
    page = whole.shell.explore
    assert page.desk.found is part
    assert page.desk.layer is not None
    assert page.desk.layer.name == "conv2_1"
    assert page.desk.unit == 7
    assert page.reading.busy
    assert page.reading.progress is not None
    whole_of_it = found()
    finish(task, whole_of_it)
    assert page.desk.found is whole_of_it
    assert not page.reading.busy
    assert asked == len(whole.core.explore.asked("open")) + len(whole.core.explore.asked("read_folder"))


def test_the_folder_that_was_explored_comes_back(
    whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    explore(whole, tmp_path)
    finish(whole.core.explore.task("read_folder"), found())
    whole.shell.explore.walk.step(3)
    whole.shell.explore.desk.choose(5)
    whole.shell.explore.row.whole.setChecked(True)
    left = whole.written()
    later = Whole(qtbot, home)
    assert later.shell.restore(left) == []
    finish(later.core.explore.task("open"), explored())
    finish(later.core.explore.task("read_folder"), found())
    assert later.window.page() is later.shell.explore
    assert later.written() == left


def test_the_enrolled_and_the_camera_are_not_written(whole: Whole) -> None:
    page = whole.shell.explore
    whole.window.show_page(page)
    finish(whole.core.explore.task("open"), explored())
    page.read_enrolled()
    assert "explore" not in whole.written().pages
    page.watch()
    assert "explore" not in whole.written().pages
    whole.again()
    assert whole.shell.explore.watching.on
    assert whole.shell.explore.watching.task is not None  # it is in front, so it looks again


# Learn and Calibrate.


def test_training_goes_on_under_the_eyes(whole: Whole) -> None:
    whole.shell.learn.panel.epochs.set_value(20)
    whole.shell.learn.train(Path("My people"))
    task = whole.core.learn.tasks[-1]
    task.progressed.emit(lesson(3))
    whole.again()
    page = whole.shell.learn
    assert page.view.lesson is not None
    assert page.progress is not None
    assert "Epoch 3" in page.progress.bar.accessibleName()
    assert page.panel.recipe().epochs == 20
    finish(task, taught())
    assert page.taught is not None
    assert whole.core.learn.asked("train_folder") == [(Path("My people"), LearnRecipe(epochs=20))]
    whole.again()
    assert whole.shell.learn.taught is page.taught
    assert whole.shell.learn.view.outcome.isVisibleTo(whole.shell.learn)


def test_training_on_the_enrolled_is_not_written(whole: Whole) -> None:
    whole.shell.learn.train_enrolled()
    finish(whole.core.learn.tasks[-1], taken("", ("id-Ada", "id-Mara")))
    assert whole.written().empty
    whole.again()
    finish(whole.core.learn.tasks[-1], taught(taken=taken("", ("id-Ada", "id-Mara"))))
    assert whole.shell.learn.taught is not None
    assert whole.written().empty


def test_training_that_was_cut_off_goes_on(whole: Whole, qtbot: QtBot, home: Home, tmp_path: Path) -> None:
    whole.shell.learn.panel.way.set_value("binary")
    whole.shell.learn.train(tmp_path)
    left = whole.written()
    later = Whole(qtbot, home)
    later.shell.restore(left)
    assert later.core.learn.asked("train_folder") == [(tmp_path, LearnRecipe(method="binary"))]
    done = replace(left, pages={"learn": {**left.pages["learn"], "training": False}})
    third = Whole(qtbot, home)
    third.shell.restore(done)
    assert not third.core.learn.asked("train_folder")  # only what was under way goes on
    assert third.shell.learn.panel.again_button.isVisibleTo(third.shell.learn)


def test_a_measurement_goes_on_and_its_figures_stay(whole: Whole, tmp_path: Path) -> None:
    whole.core.calibration.in_force = SHIPPED
    whole.shell.calibrate.measure(tmp_path)
    task = whole.core.calibration.tasks[-1]
    task.progressed.emit(Progress(3, 10, "Reading"))
    assert whole.written().pages["calibrate"] == {"folder": str(tmp_path)}
    whole.again()
    assert task in whole.shell.calibrate.keeping.carried()
    finish(task, calibrated())
    page = whole.shell.calibrate
    assert page.view.result is not None
    page.view.panel.set_tau(1.1)
    whole.again()
    assert whole.shell.calibrate.view.result is page.view.result
    assert whole.shell.calibrate.view.tau == pytest.approx(1.1, abs=0.01)
    assert whole.written().pages["calibrate"] == {"folder": str(tmp_path)}


def test_measuring_the_enrolled_is_not_written(whole: Whole) -> None:
    whole.shell.calibrate.measure_enrolled()
    assert whole.written().empty
    finish(whole.core.calibration.tasks[-1], calibrated(folder=""))
    assert whole.written().empty
    whole.again()
    assert whole.shell.calibrate.view.result is not None


# What never leaves memory.


def test_people_stay_on_their_pages_and_out_of_the_file(whole: Whole) -> None:
    whole.core.people.set_vault(VaultState("open"))
    ada = whole.core.people.people[0]
    compare = whole.shell.compare
    compare.left.set_source(picture())
    compare.set_claim(True)
    compare.claim.set_card(ada)
    people = whole.shell.people
    people.search.setText("ad")
    people.grid.choose(ada.person)
    whole.core.live.sighted.emit(sighting(4, "Ada"))
    assert whole.written().empty
    whole.again()
    assert whole.shell.compare.is_claim()
    assert whole.shell.compare.claim.card is ada
    assert whole.shell.people.search.text() == "ad"
    assert whole.shell.people._person == ada.person
    assert [row.sighting.name for row in whole.shell.live.recent.rows()] == ["Ada"]
    assert b"Ada" not in repr(whole.written()).encode()


# A file from anywhere.

words = some.text(max_size=6) | some.sampled_from(["vgg19", "folder", "studio", "a\0b", "/", "..", "sface"])
values = some.recursive(
    some.none() | some.booleans() | some.integers(-(10**30), 10**30) | some.floats(allow_nan=False) | words,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
NAMES = (
    "photo", "styles", "recipe", "run", "going", "content", "texture", "film", "place", "style", "way",
    "size", "network", "source", "folder", "layer", "unit", "order", "whole", "training",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.dictionaries(some.sampled_from(NAMES), values, max_size=8))
def test_a_page_takes_whatever_a_file_says(whole: Whole, kept: dict[str, Any]) -> None:
    pages = dict.fromkeys(whole.shell.pages, kept)
    whole.shell.restore(Session(pages, "nowhere"))
    for each in (whole.shell.film, whole.shell.explore, whole.shell.learn):
        each.setEnabled(True)  # they are alive


@given(some.dictionaries(some.sampled_from([*LearnRecipe().words(), "x"]), values, max_size=6))
def test_settings_of_training_from_anywhere(kept: dict[str, Any]) -> None:
    assert isinstance(learn_recipe(kept), LearnRecipe)


@given(some.dictionaries(some.sampled_from(["iterations", "content_weight", "style_weight", "init"]), values))
def test_settings_of_sound_from_anywhere(kept: dict[str, Any]) -> None:
    sound_recipe(kept).check()


def test_settings_come_back_as_they_were() -> None:
    given = LearnRecipe(mode="top", mining="hard", margin=0.5, epochs=7, reduce=16)
    assert learn_recipe(given.words()) == given
    assert sound_recipe({"iterations": 60, "init": "random"}) == SoundRecipe(iterations=60, init="random")
