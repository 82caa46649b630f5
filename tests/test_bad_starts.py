"""A home or a program that is not as it should be: one sentence, and nothing lost."""

import json
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from desktop import settings as settings_file
from desktop.app import open_window
from desktop.cli import run
from desktop.errors import NotWritable, ProgramDamaged
from desktop.paths import Home
from desktop.people import schema
from desktop.people.unlock import unlock
from desktop.ui import icons
from tests.people.made import template

Capture = pytest.CaptureFixture[str]


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
