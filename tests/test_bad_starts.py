"""A home or a program that is not as it should be: one sentence, and nothing lost."""

import json
import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop import settings as settings_file
from desktop.app import App, open_window
from desktop.camera.scene import Scene
from desktop.cli import run
from desktop.errors import NotWritable, ProgramDamaged
from desktop.paths import Home
from desktop.people import schema
from desktop.people.unlock import unlock
from desktop.ui import icons
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import models_words
from desktop.weights import catalogue
from desktop.weights.errors import ShippedDamaged
from desktop.work.core import Core
from desktop.work.messages import Failure, ModelsState
from tests.people.made import template

Capture = pytest.CaptureFixture[str]

SLOW = 60_000  # milliseconds that loading torch may take on a busy machine


def one_line(capsys: Capture) -> str:
    err = capsys.readouterr().err
    assert err.count("\n") == 1, err
    return err.strip()


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a window of its own would say."""
    said: list[str] = []
    monkeypatch.setattr("desktop.ui.sentence.show", said.append)
    return said


def test_a_second_start_by_icon_is_told_in_a_window(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: Capture, shown: list[str]
) -> None:
    monkeypatch.setenv("LIKENESS_HOME", str(home.root))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with FileLock(home.lock):
        assert run([]) == 2
    assert shown == [one_line(capsys)]
    assert "already open" in shown[0]


def test_a_start_by_command_is_told_on_standard_error_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, shown: list[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LIKENESS_HOME", str(tmp_path / "file"))
    assert run([]) == 2  # not built: somebody typed this
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run(["models", "list"]) == 2
    assert capsys.readouterr().err.count("can't be written") == 2
    assert shown == []


def test_the_sentence_has_a_window_that_can_be_closed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    from desktop.ui.sentence import show

    seen: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend((box.text(), box.accessibleName()))
        box.accept()

    QTimer.singleShot(0, close)
    show("The sentence.")
    assert seen == ["The sentence.", "The sentence."]


def test_a_lock_that_can_not_be_made_is_a_sentence(home: Home) -> None:
    home.lock.mkdir()
    with pytest.raises(NotWritable, match=r"window\.lock"):
        open_window(home, source="", device="")


def test_a_home_of_an_earlier_version_keeps_people_and_choices(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        with unlock(home) as people:
            assert schema.version(people.database.connection) == 1
            people.add("Ada", [template()])
    home.settings.write_text(json.dumps({"scheme": "light", "gone_since": 3}))
    assert run(["people", "list", "--json", "--home", str(home.root)]) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)] == ["Ada"]
    with unlock(home) as people:
        assert schema.version(people.database.connection) == len(schema.MIGRATIONS)
    # Its camera opened by itself, so nobody is welcomed again.
    wanted = settings_file.Settings(scheme="light", welcomed=True, camera=True)
    assert settings_file.load(home.settings) == wanted


def test_a_program_without_its_icons_says_to_install_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons, "resources", lambda: tmp_path)
    icons._source.cache_clear()
    with pytest.raises(ProgramDamaged, match="install Likeness again"):
        icons._source("live")
    icons._source.cache_clear()


@pytest.mark.parametrize("content", [b"", b"<svg viewBox='0 0 24 24'><path d='M1", b"\xff\xfe\x00"])
def test_an_icon_that_is_not_whole_says_so_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons" / "live.svg").write_bytes(content)
    monkeypatch.setattr(icons, "resources", lambda: tmp_path)
    icons._source.cache_clear()
    with pytest.raises(ProgramDamaged, match=r"damaged .*install Likeness again"):
        icons._source("live")
    icons._source.cache_clear()


def test_the_windows_own_sign_is_missed_without_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(icons, "resources", lambda: tmp_path)
    icons._source.cache_clear()
    icons.pixmap.cache_clear()
    with pytest.raises(ProgramDamaged):
        icons.badge("likeness", "#ffffff", "#000000")
    icons._source.cache_clear()


@pytest.fixture
def quiet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is fetched, and no camera is looked for."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")


def opened(home: Home, qtbot: QtBot) -> App:
    app = App(home, device="cpu", opener=lambda _: Scene(np.zeros((120, 160, 3), np.uint8), "Sample camera"))
    qtbot.addWidget(app.window)
    app.start()
    return app


def ended(app: App) -> None:
    app.window.close()
    app.stop()


@pytest.mark.usefixtures("quiet")
def test_a_damaged_catalogue_is_one_sentence_in_a_window_that_works(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "catalogue.toml").write_bytes(b"[[wheel]]\nsource = 3\n")
    monkeypatch.setattr(catalogue, "resources", lambda: tmp_path)
    cached = (catalogue.catalogue, catalogue.joined)
    for each in cached:
        each.cache_clear()
    app = opened(home, qtbot)
    try:
        said = "The catalogue of weights that ships with Likeness is damaged; install Likeness again."
        qtbot.waitUntil(lambda: said in [one.sentence for one in app.window.notices.shown()], timeout=SLOW)
        qtbot.waitUntil(lambda: app.core.models.state.state == "failed", timeout=SLOW)
        assert app.live.models_strip.line.text() == said
    finally:
        ended(app)
        for each in cached:
            each.cache_clear()


def test_weights_that_came_damaged_are_shown_as_such_and_can_be_fetched() -> None:
    failure = Failure.of(ShippedDamaged(name="sface"))
    assert models_words.damaged(ModelsState("failed", failure=failure)) == "sface"


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_stands_in_a_files_place_costs_nothing_else(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(Core, "start", lambda *_: None)
    places = [home.people, home.settings, home.session, home.studio, home.explore, home.films]
    for place in places:
        if kind == "folder":
            place.mkdir()
            (place / "of the user").write_text("keep me")
        else:
            place.write_bytes(b"keep me")
    app = opened(home, qtbot)
    app.learn.panel.epochs.set_value(20)
    app.safekeeping.write()
    assert app.window.isVisible()
    ended(app)
    if kind == "folder":
        assert all((place / "of the user").read_text() == "keep me" for place in places)


@pytest.mark.usefixtures("quiet")
def test_a_disk_that_is_full_from_the_start_costs_no_window(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Core, "start", lambda *_: None)

    def refuse(*_: object, **__: object) -> tuple[int, str]:
        raise OSError(28, "No space left on device")

    app = opened(home, qtbot)
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    app.window.toggle_scheme()
    app.learn.panel.epochs.set_value(20)
    app.safekeeping.write()
    assert app.window.isVisible()
    ended(app)
    assert not home.session.exists()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_home_that_can_only_be_read_is_one_sentence(home: Home, capsys: Capture) -> None:
    home.root.chmod(0o500)
    try:
        assert run(["--home", str(home.root)]) == 2
        assert "can't be written" in one_line(capsys)
    finally:
        home.root.chmod(0o700)


def test_a_window_that_was_on_a_screen_that_is_gone_comes_back_on_one(qtbot: QtBot) -> None:
    far = MainWindow()
    qtbot.addWidget(far)
    far.setGeometry(20_000, 9_000, 900, 600)
    again = MainWindow(geometry=far.geometry_text())
    qtbot.addWidget(again)
    again.show()
    assert any(screen.geometry().intersects(again.frameGeometry()) for screen in QGuiApplication.screens())


def test_a_screen_that_goes_away_takes_no_window_along(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.move(20_000, 9_000)
    window._screen_gone()
    assert any(screen.geometry().intersects(window.frameGeometry()) for screen in QGuiApplication.screens())
    here = window.pos()
    window._screen_gone()
    assert window.pos() == here  # who is in sight is not moved
