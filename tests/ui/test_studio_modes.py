"""The Studio's other two modes: the queue of many pictures, and the camera's picture painted as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.work.messages import Failure, SourceState
from desktop.work.studio_messages import ReadPicture
from tests.fakes import finish
from tests.fakes_studio import item, noise, report
from tests.ui.drops import drop
from tests.ui.studio import Opened, paths

PLAYING = SourceState("playing", "Camera", 30.0, live=True)


@pytest.fixture
def opened(qtbot: QtBot, home: Home) -> Iterator[Opened]:
    made = Opened(qtbot, home)
    yield made
    made.window.close()


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open."""
    asked: list[str] = []

    def note(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return asked


# The queue.


def test_photos_go_into_the_queue_with_the_chosen_styles(opened: Opened, tmp_path: Path) -> None:
    opened.page.set_mode("queue")
    opened.pick()
    photos = paths(tmp_path, "a.jpg", "b.jpg")
    drop(opened.page.queue.drop, photos)
    contents, styles, recipe, folder, each = opened.core.queue.asked("add")[0]
    assert contents == tuple(photos)
    assert [style.name for style in styles] == ["Waves"]
    assert (recipe, each) == (opened.page.desk.recipe, False)
    assert folder.name == "Likeness"


def test_photos_wait_for_a_style(opened: Opened, tmp_path: Path) -> None:
    opened.page.set_mode("queue")
    queue = opened.page.queue
    assert queue.ask.isHidden()
    drop(queue.drop, paths(tmp_path, "a.jpg", "b.jpg"))
    assert opened.core.queue.asked("add") == []
    assert not queue.add_button.isEnabled()
    opened.pick()
    queue.add_button.click()
    assert len(opened.core.queue.asked("add")[0][0]) == 2
    assert queue.ask.isHidden()


def test_several_styles_mixed_or_one_by_one_and_where_to(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    opened.page.set_mode("queue")
    opened.pick()
    assert opened.page.queue.each.isHidden()
    opened.pick("own-1", as_well=True, seed=6)
    opened.page.queue.each.segment("each").click()
    opened.page.queue.folder_button.click()
    drop(opened.page.queue.drop, paths(tmp_path, "a.jpg"))
    _, styles, _, folder, each = opened.core.queue.asked("add")[0]
    assert (len(styles), folder, each) == (2, tmp_path / "out", True)
    assert opened.choices.now.studio_folder == str(tmp_path / "out")


def test_choosing_a_style_for_the_queue_leaves_the_picture_alone(opened: Opened) -> None:
    opened.run()
    opened.page.set_mode("queue")
    opened.pick("own-1", seed=6)
    opened.page.look.strength.slider.slider.setValue(90)
    assert opened.session.asked("cancel") == []
    assert opened.session.asked("change") == []
    opened.page.set_mode("picture")
    assert opened.session.asked("cancel") == [()]
    opened.bot.waitUntil(lambda: opened.session.asked("preview")[-1][0].styles[0].name == "Mine")


def test_the_folder_that_is_shown_is_the_one_where_results_go(opened: Opened, tmp_path: Path) -> None:
    opened.choices.change(studio_folder=str(tmp_path))  # as an export does
    opened.page.set_mode("queue")
    assert opened.page.queue.folder_words.text() == str(tmp_path)
    assert opened.page.queue.folder() == tmp_path


def test_each_item_says_how_it_goes(opened: Opened, links: list[str]) -> None:
    queue, session = opened.page.queue, opened.core.queue
    opened.page.set_mode("queue")
    failure = Failure("“b.jpg” can't be read as a picture.")
    session.set_items(
        item(1, "running", 0.25, remaining=40.0),
        item(2, "failed", failure=failure),
        item(3, remaining=90.0),
        item(4, remaining=140.0),
    )
    running, failed, waiting, _ = queue.rows()
    assert running.bar.value() == 250
    assert running.left.text() == "about 40 s left"
    assert failed.state.text() == "“b.jpg” can't be read as a picture."
    assert waiting.state.text() == "waits for its turn · done in about 2 min"
    assert queue.summary.text() == "0 of 4 done  ·  1 not painted  ·  about 2 min left"
    waiting.cancel_button.click()
    assert session.asked("cancel") == [(3,)]
    session.set_items(item(1, "done", 1.0, saved_as="/results/a.png"), item(4))
    assert opened.session.asked("read")[-1] == ((Path("/results/a.png"),),)
    finish(opened.session.tasks[-1], report("a.png"))
    row = queue.rows()[0]
    row.open_button.click()
    opened.bot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert links == ["/results/a.png"] * 2
    session.set_items(item(1, "done", 1.0, saved_as="/results/a.png"), item(4))
    assert len(opened.session.asked("read")) == 1


def test_the_whole_queue_is_held_and_cleared(opened: Opened) -> None:
    queue, session = opened.page.queue, opened.core.queue
    opened.page.set_mode("queue")
    assert queue.pause_button.isHidden()
    session.set_items(item(1, "running", 0.5), item(2, "done", 1.0))
    queue.pause_button.click()
    assert (session.paused, queue.pause_button.text()) == (True, "Go on")
    queue.pause_button.click()
    assert not session.paused
    queue.clear_button.click()
    assert session.asked("clear") == [()]


# Live.


def test_without_a_camera_live_says_what_to_do(opened: Opened) -> None:
    opened.page.set_mode("live")
    cover = opened.page.live.cover
    assert cover.isVisible()
    assert cover.message.line() == "No camera is playing"
    with opened.bot.waitSignal(opened.page.show_live):
        cover.message.button.click()


def test_the_camera_is_painted_in_the_styles_of_the_picture_at_first(opened: Opened) -> None:
    opened.core.live.say(PLAYING)
    opened.lay()
    opened.page.set_mode("live")
    styles, strength = opened.core.live_style.asked("start")[0]
    assert [style.name for style in styles] == ["Waves"]
    assert strength == 1.0
    frame = noise()
    opened.core.live_style.show(frame, 14.2)
    assert opened.page.live.view.frame().picture is frame
    assert opened.page.live.rate.text() == "14.2 pictures a second"


def test_live_has_a_style_of_its_own_fixed_ones_too(opened: Opened) -> None:
    opened.core.live.say(PLAYING)
    assert opened.page.shelf.tile("fixed-7") is None
    opened.page.set_mode("live")
    assert opened.core.live_style.asked("start") == []
    fixed = opened.page.shelf.tile("fixed-7")
    assert fixed is not None
    opened.bot.keyClick(fixed, Qt.Key.Key_Return)
    assert opened.core.live_style.asked("start") == [(7, 1.0)]
    assert opened.page.desk.chosen == ()
    assert fixed.isChecked()
    waves = opened.page.shelf.tile("shipped-waves")
    assert waves is not None
    opened.bot.keyClick(waves, Qt.Key.Key_Return)
    finish(opened.shelf.tasks[-1], ReadPicture("Waves", noise(80, 80)))
    assert opened.core.live_style.asked("change")[-1][1][0].name == "Waves"


def test_strength_follows_the_slider(opened: Opened) -> None:
    opened.core.live.say(PLAYING)
    opened.lay()
    opened.page.set_mode("live")
    opened.page.live.strength.set_value(0.4)
    assert opened.core.live_style.asked("change") == [(0.4, None)]


def test_recording_counts_and_says_where_it_is(opened: Opened, tmp_path: Path, links: list[str]) -> None:
    opened.choices.change(studio_folder=str(tmp_path))
    opened.core.live.say(PLAYING)
    opened.lay()
    opened.page.set_mode("live")
    live, session = opened.page.live, opened.core.live_style
    live.record_button.click()
    path = session.asked("record")[0][0]
    assert (path.parent, path.suffix) == (tmp_path, ".mp4")
    session.show(noise(), recording=65.2)
    assert live.record_button.text() == "1:05"
    live.record_button.click()
    assert session.asked("stop_recording") == [()]
    session.saved.emit(str(path))
    opened.act("Recorded as")
    assert links == [str(tmp_path)]
    assert live.record_button.text() == "Record"


def test_leaving_stops_the_camera_from_being_painted(opened: Opened) -> None:
    opened.core.live.say(PLAYING)
    opened.lay()
    opened.page.set_mode("live")
    opened.page.set_mode("picture")
    assert not opened.core.live_style.playing
    opened.page.set_mode("live")
    assert opened.core.live_style.playing
    opened.page.hide()
    assert not opened.core.live_style.playing
    opened.page.show()
    assert opened.core.live_style.playing
    opened.page.live.start_button.click()
    assert not opened.core.live_style.playing


def test_a_live_failure_is_said(opened: Opened) -> None:
    opened.core.live_style.failed.emit(Failure("The disk is full; make room and try again."))
    assert opened.said() == ["The disk is full; make room and try again."]
