"""The film session on its lane: a frame overtakes the run, a run pauses and is cancelled, and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.pictures import write_png
from desktop.signals.film import FilmRecipe, FilmWork
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.work.film import FilmSession
from desktop.work.film_messages import FilmCard
from desktop.work.jobs.film import FilmJobs
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Failure
from tests.signals.films import frames, texture, write_film
from tests.signals.scripted_way import use


class Stage:
    """A session on a running lane."""

    def __init__(self, home: Home, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.lane = Lane("studio", together=False)
        self.lane.start()
        self.session = FilmSession(FilmJobs(Networks(home, "cpu")), self.lane)

    def answer(self, task: Task) -> Any:
        with self.qtbot.waitSignal(task.done) as done:
            pass
        assert done.args is not None
        return done.args[0]

    def failure(self, task: Task) -> Failure:
        with self.qtbot.waitSignal(task.failed) as failed:
            pass
        assert failed.args is not None
        assert isinstance(failed.args[0], Failure)
        return failed.args[0]


@pytest.fixture
def stage(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    from desktop.work.jobs import film

    monkeypatch.setattr(film.store, "missing", lambda *_: ())
    made = Stage(home, qtbot)
    yield made
    made.lane.stop()


@pytest.fixture
def work(tmp_path: Path) -> FilmWork:
    film = write_film(tmp_path / "film.mp4", frames(8))
    style = Style(texture(64), name="Clouds")
    return FilmWork(film, style, tmp_path / "out.mp4", FilmRecipe(size=64))


def test_a_film_is_opened_looked_at_and_painted(
    stage: Stage, work: FilmWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch)
    card = stage.answer(stage.session.open(work.source))
    assert isinstance(card, FilmCard)
    assert (card.name, card.size, card.frames, card.sound, card.stack) == (
        "film.mp4",
        (64, 48),
        8,
        True,
        False,
    )
    assert card.first.shape == (48, 64, 3)
    assert stage.answer(stage.session.look(work.source, 0.9)).shape == (48, 64, 3)
    seen = stage.answer(stage.session.preview(work, 0.5))
    assert (seen.picture == 255 - seen.content).all()
    result = stage.answer(stage.session.run(work))
    assert (result.frames, result.path) == (8, work.out)
    assert work.out.exists()


def test_a_cancelled_run_is_found_and_goes_on(
    stage: Stage, work: FilmWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hold(index: int) -> None:
        if index == 5:
            task.pause()

    use(monkeypatch, hold)
    task = stage.session.run(work)
    stage.qtbot.waitUntil(lambda: task.paused)
    # While it is held, something quick goes past it.
    stage.answer(stage.session.look(work.source, 0.5))
    with stage.qtbot.waitSignal(stage.session.cut_off_changed):
        task.cancel()
    (left,) = stage.session.cut_off
    assert left.frames == 5
    assert left.work.style.name == "Clouds"
    again = use(monkeypatch)
    with stage.qtbot.waitSignal(stage.session.cut_off_changed):
        assert stage.answer(stage.session.run(left.work)).frames == 8
    assert again.painted == [5, 6, 7]
    assert stage.session.cut_off == ()


def test_what_was_cut_off_can_be_forgotten(
    stage: Stage, work: FilmWork, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(index: int) -> None:
        if index == 5:
            raise RuntimeError("power")

    use(monkeypatch, fail)
    with stage.qtbot.waitSignal(stage.session.cut_off_changed):
        assert not stage.failure(stage.session.run(work)).expected
    with stage.qtbot.waitSignal(stage.session.cut_off_changed):
        stage.session.forget(stage.session.cut_off[0].key)
    assert stage.session.cut_off == ()
    assert list(home.films.iterdir()) == []


def test_what_cannot_be_opened_is_an_expected_failure(stage: Stage, tmp_path: Path) -> None:
    write_png(texture(64), tmp_path / "photo.png")
    assert stage.failure(stage.session.open(tmp_path / "photo.png")).kind == "NotAStack"
    assert stage.failure(stage.session.open(tmp_path / "gone.mp4")).kind == "FileMissing"


def test_missing_weights_are_an_expected_failure(home: Home, qtbot: QtBot, work: FilmWork) -> None:
    made = Stage(home, qtbot)
    try:
        assert made.failure(made.session.run(work)).kind == "WeightsMissing"
        assert made.failure(made.session.preview(work, 0.0)).kind == "WeightsMissing"
    finally:
        made.lane.stop()
