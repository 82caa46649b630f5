"""The program is killed in the middle, or asked to end: what the next start offers, and what it does not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop import session
from desktop.app import App
from desktop.camera.scene import Scene
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.session import Session
from desktop.ui.notices import Notice
from desktop.work.core import Core
from tests.fakes_studio import noise
from tests.ui.welcomed import welcomed

SLOW = 60_000  # milliseconds that loading torch may take on a busy machine


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The first start fetches what it lacks; here that fails at once."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """That of somebody who has been here before."""
    return welcomed(Home(tmp_path / "home"))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "Annabel’s garden.png"
    write_png(noise(), file)
    return file


Child = subprocess.Popen[str]


@contextmanager
def child(home: Home, *arguments: Path) -> Iterator[Child]:
    """The program, once it has said how it stands."""
    command = [sys.executable, "-m", "tests.window_child", str(home.root), *map(str, arguments)]
    made = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert made.stdout is not None
        assert made.stdout.readline().strip() == ("kept" if arguments else "open")
        yield made
    finally:
        made.kill()
        made.communicate()


Open = Callable[[], App]


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window alone: nothing is loaded, fetched or played behind it."""
    monkeypatch.setattr(Core, "start", lambda *_: None)


@pytest.fixture
def opened(home: Home, qtbot: QtBot) -> Iterator[Open]:
    """Starts the program on the home in this process."""
    made: list[App] = []

    def start() -> App:
        app = App(
            home, device="cpu", opener=lambda _: Scene(np.zeros((120, 160, 3), np.uint8), "Sample camera")
        )
        made.append(app)
        qtbot.addWidget(app.window)
        app.start()
        return app

    yield start
    for app in made:
        app.window.close()
        app.stop()


def offer(app: App) -> Notice | None:
    return next((notice for notice in app.window.notices.shown() if notice.asks), None)


def press(notice: Notice | None, words: str) -> None:
    assert notice is not None
    next(each for each in notice.findChildren(QPushButton) if each.text() == words).click()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
def test_what_lay_on_the_pages_of_a_killed_program_comes_back(
    home: Home, photo: Path, opened: Open, qtbot: QtBot
) -> None:
    with child(home, photo) as program:
        program.send_signal(signal.SIGKILL)
        assert program.wait() == -signal.SIGKILL
    app = opened()
    assert "can come back" in (offer(app) or pytest.fail("no offer")).sentence
    assert app.window.page() is app.live  # nothing happens before somebody says so
    press(offer(app), "Restore")
    assert app.window.page() is app.film
    qtbot.waitUntil(lambda: app.studio.desk.file == photo, timeout=SLOW)
    assert app.studio.desk.title == "Annabel’s garden"
    assert app.studio.desk.recipe.size == 320
    assert offer(app) is None
    app.window.close()
    assert not home.session.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_polite_end_is_a_proper_one_and_a_second_program_takes_nothing(
    home: Home, photo: Path, opened: Open
) -> None:
    with child(home, photo) as program:
        before = home.session.read_bytes()
        second = subprocess.run(
            [sys.executable, "-m", "desktop", "--home", str(home.root)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert second.returncode == 2
        assert second.stderr.count("\n") == 1
        assert "already open" in second.stderr
        assert home.session.read_bytes() == before
        program.send_signal(signal.SIGTERM)
        assert program.wait() == 0
    assert not home.session.exists()
    assert json.loads(home.settings.read_text())["window"]  # the window's place is kept, as by a close
    assert offer(opened()) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_display_that_goes_away_loses_nothing(home: Home, photo: Path, opened: Open) -> None:
    with child(home, photo) as program:
        program.send_signal(signal.SIGUSR1)
        assert program.wait() == 2
        assert program.stderr is not None
        assert "display is gone" in program.stderr.read().splitlines()[-1]
    assert home.session.exists()
    assert offer(opened()) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_terminal_that_is_closed_ends_one_home_and_not_the_other(
    home: Home, photo: Path, tmp_path: Path
) -> None:
    other = Home(tmp_path / "other")
    with child(home, photo) as program, child(other) as stays:
        assert not other.session.exists()
        program.send_signal(signal.SIGHUP)
        assert program.wait() == 0
        assert not home.session.exists()
        assert stays.poll() is None


def left_behind(home: Home, folder: Path) -> None:
    kept = {"folder": str(folder), "training": False, "recipe": {"epochs": 20}}
    session.write(
        Session({"learn": kept, "sound": {"content": str(folder / "gone.wav")}}, "learn"), home.session
    )


@pytest.mark.usefixtures("idle")
def test_what_is_gone_is_said_and_the_rest_comes_back(home: Home, opened: Open, tmp_path: Path) -> None:
    left_behind(home, tmp_path)
    app = opened()
    press(offer(app), "Restore")
    assert app.learn.panel.recipe().epochs == 20
    assert app.window.page() is app.learn
    assert [one.sentence for one in app.window.notices.shown() if "gone" in one.sentence] == [
        "“gone.wav” is gone; everything else is back."
    ]


@pytest.mark.usefixtures("idle")
def test_starting_afresh_forgets(home: Home, opened: Open, tmp_path: Path) -> None:
    left_behind(home, tmp_path)
    app = opened()
    press(offer(app), "Start afresh")
    assert app.shell.session().empty
    assert not home.session.exists()
    assert offer(app) is None


@pytest.mark.usefixtures("idle")
def test_an_offer_outlives_another_language(home: Home, opened: Open, tmp_path: Path, qtbot: QtBot) -> None:
    left_behind(home, tmp_path)
    app = opened()
    old = app.shell
    app.make_again()
    qtbot.waitUntil(lambda: app.shell is not old, timeout=SLOW)
    press(offer(app), "Restore")
    assert app.learn.panel.recipe().epochs == 20


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"schema": 99, "pages": {}, "front": ""}'])
def test_a_file_that_says_nothing_offers_nothing(home: Home, opened: Open, content: bytes) -> None:
    home.session.write_bytes(content)
    assert offer(opened()) is None


@pytest.mark.usefixtures("idle")
def test_a_crash_is_offered_even_where_the_disk_is_full_now(
    home: Home, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(home, tmp_path)

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    app = opened()
    press(offer(app), "Restore")
    app.safekeeping.write()
    assert app.learn.panel.recipe().epochs == 20


@pytest.mark.usefixtures("idle")
def test_the_end_of_the_desktops_session_writes_down_how_things_stand(
    home: Home, opened: Open, tmp_path: Path
) -> None:
    from desktop.ui.endings import Endings

    app = opened()
    app.learn.panel.epochs.set_value(20)
    ending = Endings(app.close, app.safekeeping.write)
    ending.end_of_session(None)
    kept = session.read(home.session)
    assert kept is not None
    assert kept.pages["learn"]["recipe"]["epochs"] == 20
    assert app.window.isVisible()  # the user may still call it off
