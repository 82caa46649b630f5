"""The Film page as a user meets it, over a session that the test answers for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.signals.film import NEEDED, FilmRecipe
from desktop.signals.film_errors import NotAStack, UnequalSlices
from desktop.ui import theme
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.film.page import FilmPage
from desktop.weights.errors import WeightsMissing
from desktop.work.film_messages import FilmCard
from desktop.work.messages import Failure
from desktop.work.studio_messages import ReadPicture
from tests.fakes import fail, finish
from tests.fakes_film import FakeFilmCore, card, cut_off, preview, result, step
from tests.fakes_studio import noise, shelf_style
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.bot = qtbot
        self.core = FakeFilmCore()
        self.session, self.shelf = self.core.film, self.core.shelf
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = FilmPage(self.core, self.window.notices)  # type: ignore[arg-type]
        self.view, self.panel = self.page.view, self.page.panel
        self.window.add_page(self.page, "Film", "film")
        self.shelf.set_styles(shelf_style("shipped-waves", "Waves"), shelf_style("fixed-1", kind="fixed"))
        self.window.show()
        qtbot.waitExposed(self.window)

    def opens(self, given: FilmCard | None = None) -> FilmCard:
        found = given or card()
        self.page.open(found.path)
        finish(self.session.tasks[-1], found)
        return found

    def styles(self) -> None:
        tile = self.panel.shelf.tile("shipped-waves")
        assert tile is not None
        tile.click()
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        finish(self.shelf.tasks[-1], ReadPicture("Waves", noise()))

    def ready(self, given: FilmCard | None = None) -> None:
        self.opens(given)
        self.styles()

    def runs(self, out: Path = Path("out.mp4")) -> None:
        self.page.paint_to(out)

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(qtbot)
    yield made
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close()


def test_the_empty_page_says_what_to_drop(opened: Opened) -> None:
    assert opened.view.accessibleName() == "Drop a film"
    assert not opened.page.scrubber.isVisible()
    assert not opened.page.cut_off.isVisible()
    assert not opened.panel.preview_button.isEnabled()
    assert not opened.panel.paint_button.isEnabled()
    assert opened.session.asked("reread") == opened.shelf.asked("reread") == [()]
    # Fixed styles have no picture, so no film can be painted in one.
    assert [tile.key for tile in opened.panel.shelf.grid.tiles()] == ["shipped-waves", ""]


def test_a_dropped_film_is_opened_and_told_about(opened: Opened, tmp_path: Path) -> None:
    film = tmp_path / "talk.mp4"
    film.touch()
    drop(opened.page, [film])
    assert opened.session.asked("open") == [(film,)]
    finish(opened.session.tasks[-1], card(film))
    assert opened.page.subtitle.text() == (
        "talk.mp4 · 160 × 90 · 240 frames · 24 a second · 0:10 · with sound"
    )
    assert opened.view.content() is not None
    assert opened.page.scrubber.shown() == "0:00 of 0:10"
    assert not opened.panel.paint_button.isEnabled()  # there is no style yet
    opened.styles()
    assert opened.panel.paint_button.isEnabled()


def test_a_dropped_picture_is_a_style_and_stays_on_the_shelf(opened: Opened, tmp_path: Path) -> None:
    photo = tmp_path / "waves.png"
    photo.touch()
    drop(opened.page, [photo])
    assert opened.shelf.asked("read") == [(photo,)]
    read = ReadPicture("waves", noise())
    finish(opened.shelf.tasks[-1], read)
    assert opened.page.style_ is not None
    assert opened.page.style_.name == "waves"
    assert opened.shelf.asked("add")[0][0] == "waves"
    # A TIFF may be a stack; where it has one page alone, it is a style as well.
    page = tmp_path / "one.tif"
    page.touch()
    drop(opened.page, [page])
    fail(opened.session.tasks[-1], Failure.of(NotAStack(path="one.tif")))
    assert opened.shelf.asked("read")[-1] == (page,)
    assert opened.said() == []


def test_the_scrubber_shows_any_frame_the_newest_wins(opened: Opened) -> None:
    opened.ready()
    opened.page.scrubber.set_value(0.25)
    first = opened.session.tasks[-1]
    assert opened.session.asked("look") == [(Path("talk.mp4"), 0.25)]
    opened.page.scrubber.set_value(0.5)
    opened.bot.waitUntil(lambda: len(opened.session.asked("look")) == 2)
    assert first.stopped
    shown = noise(90, 160)
    finish(first, noise(90, 160, 5))
    finish(opened.session.tasks[-1], shown)
    assert opened.view.content() is shown
    assert opened.page.scrubber.shown() == "0:05 of 0:10"


def test_a_preview_shows_before_and_after_and_measures_what_the_film_costs(opened: Opened) -> None:
    opened.ready()
    assert opened.panel.cost.text() == "Preview a frame to see how long it will take."
    opened.panel.way.segment("frames").click()
    opened.panel.preview_button.click()
    (work, part) = opened.session.asked("preview")[0]
    assert (work.recipe, part, work.style.name) == (FilmRecipe(size=512, way="frames"), 0.0, "Waves")
    assert not opened.panel.preview_button.isEnabled()
    finish(opened.session.tasks[-1], preview(1.5))
    assert opened.view.result() is not None
    assert opened.panel.cost.text() == "About 6 min for all 240 frames, after the one just painted."
    opened.page.split_button.click()
    assert not opened.view.grab().isNull()
    # What was measured counts no more once another way is chosen.
    opened.panel.way.segment("instant").click()
    assert opened.panel.cost.text() == "Preview a frame to see how long it will take."


def test_a_preview_that_is_no_longer_wanted_says_nothing(opened: Opened) -> None:
    opened.ready()
    opened.panel.preview_button.click()
    old = opened.session.tasks[-1]
    opened.page.scrubber.set_value(0.5)
    assert old.stopped
    finish(old, preview())
    assert opened.view.result() is None
    assert opened.panel.preview_button.isEnabled()


def test_a_run_develops_pauses_and_is_finished(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.ready()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/films/new", ""))
    opened.panel.paint_button.click()
    (work,) = opened.session.asked("run")[0]
    assert work.out == Path("/films/new.mp4")
    task = opened.session.tasks[-1]
    assert opened.page.progress is not None
    progress = opened.page.progress
    assert progress.bar.accessibleName() == "Waiting for its turn"
    opened.session.blocked_changed.emit(True)
    assert progress.bar.accessibleName() == "Waiting while live style plays"
    task.progressed.emit(step(59))
    task.progressed.emit(step(60))
    assert progress.bar.accessibleName() == "Frame 60 of 240"
    assert progress.bar.accessibleDescription() == "about 3 min left"
    assert progress.bar.value() == 250
    assert opened.view.result() is not None
    assert not opened.panel.way.isEnabled()
    assert not opened.page.scrubber.isEnabled()
    progress.pause_button.click()
    assert task.paused
    progress.pause_button.click()
    assert not task.paused
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        assert not opened.page.grab().isNull()
    with opened.bot.waitSignal(opened.page.painted):
        finish(task, result(Path("/films/new.mp4"), "“talk.mp4” breaks off after frame 240 of 250."))
    assert opened.said() == ["“talk.mp4” breaks off after frame 240 of 250.", "“new.mp4” is finished."]
    assert opened.page.progress is None
    opened.bot.waitUntil(lambda: not opened.page._scrub._timer.isActive())
    assert opened.session.asked("look") == []  # the last painted frame stays
    assert opened.view.result() is not None
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    assert opened.page.folder_button.isVisible()
    opened.page.folder_button.click()
    assert shown == ["/films"]


def test_a_cancelled_run_is_offered_to_be_gone_on_with(opened: Opened) -> None:
    opened.ready()
    opened.runs()
    task = opened.session.tasks[-1]
    assert opened.page.progress is not None
    opened.page.progress.cancel_button.click()
    assert task.stopped
    task.cancelled.emit()
    task.ended.emit()
    assert opened.said() == ["What is finished is kept; the film can be gone on with."]
    left = cut_off()
    opened.session.set_cut_off(left)
    assert opened.page.cut_off.isVisible()
    opened.page.cut_off.go_on_buttons[0].click()
    assert opened.session.asked("run")[-1] == (left.work,)
    assert opened.panel.recipe() == left.work.recipe
    assert not opened.page.cut_off.isVisible()  # while it is painted, nothing else can be
    finish(opened.session.tasks[-1], result())
    opened.session.set_cut_off()
    assert not opened.page.cut_off.isVisible()


def test_what_was_cut_off_can_be_forgotten(opened: Opened) -> None:
    opened.session.set_cut_off(cut_off("a"), cut_off("b"))
    assert len(opened.page.cut_off) == 2
    opened.page.cut_off.forget.emit(opened.session.cut_off[1])
    assert opened.session.asked("forget") == [("b",)]


def test_a_stack_says_that_it_is_not_for_diagnosis(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.ready()
    assert not opened.panel._diagnosis.isVisible()
    opened.opens(card(Path("head.tif"), stack=True))
    assert opened.panel._diagnosis.isVisible()
    assert "not for diagnosis" in opened.panel._diagnosis.text()
    assert opened.page.subtitle.text() == "head.tif · 160 × 90 · 40 slices"
    assert opened.page.scrubber.shown() == "slice 1 of 40"
    assert opened.panel.paint_button.text() == "Paint the stack…"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/stacks/new", ""))
    opened.panel.paint_button.click()
    assert opened.session.asked("run")[-1][0].out == Path("/stacks/new.tif")
    opened.session.tasks[-1].progressed.emit(step(3, 40))
    assert opened.page.progress is not None
    assert opened.page.progress.bar.accessibleName() == "Slice 3 of 40"


def test_failures_are_sentences(opened: Opened) -> None:
    opened.page.open(Path("head"))
    unequal = UnequalSlices(stack="head", slice="2.png", width=60, height=48, first_width=64, first_height=48)
    fail(opened.session.tasks[-1], Failure.of(unequal))
    assert opened.said() == [str(unequal)]
    opened.ready()
    opened.runs()
    fail(opened.session.tasks[-1], Failure.of(WeightsMissing(name="vgg19")))
    assert opened.page.progress is None
    opened.window.notices.shown()[-1].act()
    assert opened.core.models.calls[-1] == ("fetch", NEEDED)


def test_a_second_film_waits_for_the_first(opened: Opened) -> None:
    opened.ready()
    opened.runs()
    opened.page.open(Path("other.mp4"))
    assert opened.session.asked("open") == [(Path("talk.mp4"),)]
    assert opened.said() == ["A film is being painted; wait for its end or cancel it first."]


def test_the_films_own_size_is_taken(opened: Opened) -> None:
    opened.ready()
    opened.panel.size_.segment("own").click()
    assert opened.panel.recipe() == FilmRecipe(size=160)


def test_keys_do_what_the_pointer_does(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (asked.append(1), ("", ""))[1])
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    assert asked == [1]
    opened.ready()
    opened.panel.preview_button.click()
    finish(opened.session.tasks[-1], preview())
    opened.page.split_button.click()
    before = opened.view.split_at()
    QTest.keyClick(opened.view, Qt.Key.Key_Right)
    assert opened.view.split_at() > before
    QTest.keyPress(opened.view, Qt.Key.Key_B)
    held = np.asarray(opened.view.grab().toImage().pixelColor(opened.view.rect().center()).red())
    QTest.keyRelease(opened.view, Qt.Key.Key_B)
    assert held == pytest.approx(60, abs=3)


def test_every_control_has_a_name_and_the_keyboard_reaches_it(opened: Opened) -> None:
    opened.session.set_cut_off(cut_off())
    opened.ready()
    opened.runs()
    assert unnamed_controls(opened.window) == []
    assert keyboard_problems(opened.window) == []
