"""What lies on the pages is written as it changes, and what was left behind stays until somebody says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import session
from desktop.session import Session
from desktop.ui.safekeeping import Safekeeping

PHOTO = Session({"studio": {"photo": "/a.png"}}, "studio")
SOUND = Session({"sound": {"content": "/a.wav"}}, "sound")


class Pages:
    """What lies there now, and the file."""

    def __init__(self, file: Path) -> None:
        self.file, self.now = file, Session()
        self.made = Safekeeping(file, lambda: self.now)

    def look(self, times: int = 1) -> None:
        for _ in range(times):
            self.made._look()

    @property
    def kept(self) -> Session | None:
        return session.read(self.file)


@pytest.fixture
def pages(tmp_path: Path, qtbot: QtBot) -> Pages:
    return Pages(tmp_path / "session.json")


def test_what_has_come_to_rest_is_written(pages: Pages) -> None:
    pages.now = PHOTO
    pages.look()
    assert pages.kept is None  # it may be changing yet
    pages.look()
    assert pages.kept == PHOTO


def test_what_never_rests_is_written_all_the_same(pages: Pages) -> None:
    for place in range(8):
        pages.now = Session({"film": {"film": "/a.mp4", "place": place}}, "film")
        pages.look()
    assert pages.kept is not None


def test_empty_pages_leave_no_file(pages: Pages) -> None:
    pages.look(3)
    assert not pages.file.exists()
    pages.now = PHOTO
    pages.look(2)
    pages.now = Session(front="live")
    pages.look(2)
    assert not pages.file.exists()


def test_nothing_is_written_twice(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.now = PHOTO
    pages.look(2)
    monkeypatch.setattr(session, "write", lambda *_: pytest.fail("written again"))
    pages.look(5)
    pages.made.write()


def test_a_proper_end_leaves_nothing(pages: Pages) -> None:
    pages.made.begin()
    pages.now = PHOTO
    pages.made.write()
    assert pages.kept == PHOTO
    pages.made.end()
    pages.made.end()
    assert not pages.file.exists()


def test_a_full_disk_is_asked_again_later(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.now = PHOTO
    with monkeypatch.context() as full:

        def refuse(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(os, "fsync", refuse)
        pages.look(2)
        assert pages.kept is None
        assert pages.made._timer.interval() > 10_000
    pages.look()
    assert pages.kept == PHOTO
    assert pages.made._timer.interval() == 1000


def test_what_was_left_behind_stays_beside_what_is_new(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "session.json"
    session.write(Session({**PHOTO.pages, **SOUND.pages}, "studio"), file)
    pages = Pages(file)
    assert pages.made.left is not None
    pages.now = Session(front="live")
    pages.look(3)
    assert pages.kept == pages.made.left  # nothing lies there yet: nothing is taken from the file
    pages.now = Session({"sound": {"content": "/new.wav"}}, "sound")
    pages.look(2)
    assert pages.kept == Session({**PHOTO.pages, **pages.now.pages}, "sound")
    left = pages.made.answered()
    assert left is not None
    assert left.pages["sound"] == {"content": "/a.wav"}
    pages.look(2)
    assert pages.kept == pages.now


def test_an_empty_session_is_nothing_to_offer(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "session.json"
    session.write(Session(front="film"), file)
    assert Pages(file).made.left is None
