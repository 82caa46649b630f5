"""The shelf's session: what ships, what is fetched, the user's own and the fixed styles."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.style.networks import Networks
from desktop.style.shelf import Shelf
from desktop.vectors import Picture
from desktop.work.jobs.shelf import FIXED, ShelfJobs, landscape
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Failure
from desktop.work.shelf import ShelfSession
from desktop.work.studio_messages import ReadPicture, ShelfStyle
from tests.weights_fixture import with_weights


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("studio", together=False)
    made.start()
    yield made
    made.stop()


def session_on(home: Home, lane: Lane) -> ShelfSession:
    return ShelfSession(ShelfJobs(Networks(home, "cpu")), lane)


def answer(qtbot: QtBot, task: Task) -> object:
    with qtbot.waitSignal(task.done) as done:
        pass
    assert done.args is not None
    return done.args[0]


def failure(qtbot: QtBot, task: Task) -> Failure:
    with qtbot.waitSignal(task.failed) as failed:
        pass
    assert failed.args is not None
    assert isinstance(failed.args[0], Failure)
    return failed.args[0]


def read(qtbot: QtBot, session: ShelfSession) -> tuple[ShelfStyle, ...]:
    """Read the shelf of a home that lacks the fixed styles."""
    with qtbot.waitSignal(session.changed):
        session.reread()
    return session.styles


def test_an_own_style_comes_goes_and_keeps_its_name(qtbot: QtBot, home: Home, lane: Lane) -> None:
    session = session_on(home, lane)
    told: list[tuple[ShelfStyle, ...]] = []
    session.changed.connect(told.append)
    picture = np.random.default_rng(1).integers(0, 256, (50, 70, 3), np.uint8)
    key = answer(qtbot, session.add("My carpet", picture))
    qtbot.waitUntil(lambda: any(style.kind == "own" for style in session.styles))
    (own,) = [style for style in session.styles if style.kind == "own"]
    assert (own.key, own.name) == (key, "My carpet")
    assert own.thumbnail.shape[0] == own.thumbnail.shape[1]
    found = answer(qtbot, session.picture(own.key))
    assert isinstance(found, ReadPicture)
    assert found.name == "My carpet"
    np.testing.assert_array_equal(found.picture, picture)
    session.remove(own.key)
    qtbot.waitUntil(lambda: not any(style.kind == "own" for style in session.styles))
    assert "no longer on the shelf" in failure(qtbot, session.picture(own.key)).text


def test_without_weights_there_are_no_fixed_styles(qtbot: QtBot, home: Home, lane: Lane) -> None:
    assert not [style for style in read(qtbot, session_on(home, lane)) if style.kind == "fixed"]


def test_fixed_styles_are_painted_once_and_found_by_the_next_start(
    qtbot: QtBot, tmp_path: Path, weights: Home, lane: Lane
) -> None:
    with_weights(weights, ["multistyle26"])
    home = Home(tmp_path / "home", weights_from=weights.weights.parent)
    home.make()
    session = session_on(home, lane)
    session.reread()
    qtbot.waitUntil(lambda: sum(style.kind == "fixed" for style in session.styles) == FIXED, timeout=30_000)
    fixed = [style for style in session.styles if style.kind == "fixed"]
    assert len({style.key for style in fixed}) == FIXED
    assert len({style.thumbnail.tobytes() for style in fixed}) == FIXED
    kept = home.studio / "fixed" / "3.png"
    stamp = kept.stat().st_mtime_ns
    np.testing.assert_array_equal(read_picture(kept), fixed[3].thumbnail)
    again = session_on(home, lane)
    again.reread()
    qtbot.waitUntil(lambda: sum(style.kind == "fixed" for style in again.styles) == FIXED)
    assert kept.stat().st_mtime_ns == stamp
    found = answer(qtbot, again.picture("fixed-3"))
    assert isinstance(found, ReadPicture)
    np.testing.assert_array_equal(found.picture, fixed[3].thumbnail)


def test_a_style_that_is_picked_does_not_wait_for_the_fixed_ones(
    qtbot: QtBot, home: Home, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    begun, asked = threading.Event(), threading.Event()
    read = Shelf.picture

    def painted(_: ShelfJobs, index: int) -> tuple[Picture, bool]:
        order.append(f"fixed {index}")
        begun.set()
        assert asked.wait(10)
        return landscape(16), True

    def picture(shelf: Shelf, key: str) -> Picture:
        order.append("picked")
        return read(shelf, key)

    monkeypatch.setattr("desktop.work.jobs.shelf.store.installed", lambda *_: True)
    monkeypatch.setattr(ShelfJobs, "_fixed", painted)
    monkeypatch.setattr(Shelf, "picture", picture)
    session = session_on(home, lane)
    session.reread()
    qtbot.waitUntil(begun.is_set)
    task = session.picture(next(style.key for style in Shelf(home).styles() if style.kind == "shipped"))
    asked.set()
    assert isinstance(answer(qtbot, task), ReadPicture)
    qtbot.waitUntil(lambda: len(order) > 2)
    assert order[:3] == ["fixed 0", "picked", "fixed 1"]


def test_weights_that_come_are_looked_at_only_where_the_shelf_was_shown(
    qtbot: QtBot, home: Home, lane: Lane
) -> None:
    session = session_on(home, lane)
    session.look_again()
    assert not lane._undelivered
    session.reread()
    session.look_again()
    assert len(lane._undelivered) == 2
    qtbot.waitUntil(lambda: not lane._undelivered)


def test_the_landscape_has_light_and_dark() -> None:
    picture = landscape(64)
    assert picture.shape == (64, 64, 3)
    assert picture.max() > 230
    assert picture.min() < 70
