"""`likeness enroll` and `likeness people`: what they print, in JSON and for a person, and how they refuse."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keyring
import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from desktop.commands import people as people_commands
from desktop.commands.context import BadUsage, Context
from desktop.errors import FileMissing, LikenessError, NoFace, SeveralFaces
from desktop.paths import Home
from desktop.people import unlock as unlock_module
from desktop.people.errors import (
    ExportLocked,
    ExportPassphraseNeeded,
    NameEmpty,
    NameTaken,
    NewPassphraseNeeded,
    NobodyToExport,
    PassphraseNeeded,
    ReadableNeedsPerson,
    UnknownPerson,
    WrongPassphrase,
)
from desktop.pictures import write_png
from tests.people.conftest import MemoryStore
from tests.people.made import CHEAP, PASSPHRASE, opened, template

Sample = Callable[[str], Path]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, no_key_store: None) -> None:
    """A passphrase from the environment, at a cost for tests."""
    monkeypatch.setenv("LIKENESS_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(unlock_module, "Scrypt", lambda *given: type(CHEAP)(*given) if given else CHEAP)
    monkeypatch.setattr("desktop.people.transfer.Scrypt", lambda: CHEAP)


def likeness(home: Home, *words: object, as_json: bool = True) -> str:
    app = typer.Typer()

    @app.callback()
    def common(context: typer.Context) -> None:
        context.obj = Context(home=home, json=as_json)

    people_commands.register(app)
    result = CliRunner().invoke(app, [str(word) for word in words])
    if isinstance(result.exception, LikenessError):
        assert result.stdout == ""
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def answer(home: Home, *words: object) -> Any:
    lines = likeness(home, *words).splitlines()
    assert len(lines) == 1
    return json.loads(lines[0])


@pytest.fixture
def two(home: Home) -> Home:
    """A home with Lin (two pictures) and Alex (one)."""
    with opened(home) as people:
        people.add("Lin", [template(1), template(2)])
        people.add("Alex", [template(3)])
    return home


@pytest.fixture
def real(home: Home, weights: Home) -> Home:
    """An empty home with the real weights."""
    return Home(home.root, weights_from=weights.weights_from)


def test_before_the_first_enrolment_there_is_nobody_and_nothing_is_made(home: Home) -> None:
    assert answer(home, "people", "list") == []
    assert likeness(home, "people", "list", as_json=False) == "Nobody is enrolled yet.\n"
    for words in (["rename", "A", "B"], ["merge", "A", "B"], ["erase", "A"]):
        with pytest.raises(UnknownPerson, match="Nobody called “A” is enrolled"):
            likeness(home, "people", *words)
    with pytest.raises(NobodyToExport):
        likeness(home, "people", "export", home.root / "file")
    assert not home.people.exists()


def test_the_list_has_the_fields_of_the_contract(two: Home) -> None:
    rows = answer(two, "people", "list")
    assert [(row["name"], row["templates"]) for row in rows] == [("Alex", 1), ("Lin", 2)]
    assert all(row.keys() >= {"person", "name", "templates", "added"} for row in rows)
    shown = likeness(two, "people", "list", as_json=False)
    assert [line.split()[:2] for line in shown.splitlines()] == [
        ["Name", "Pictures"],
        ["Alex", "1"],
        ["Lin", "2"],
    ]


def test_rename_merge_and_erase(two: Home) -> None:
    assert answer(two, "people", "rename", "lin", "Mei")["name"] == "Mei"
    with pytest.raises(NameTaken):
        likeness(two, "people", "rename", "Mei", "ALEX")
    merged = answer(two, "people", "merge", "Mei", "alex")
    assert (merged["name"], merged["templates"]) == ("Alex", 3)
    with pytest.raises(UnknownPerson):
        likeness(two, "people", "erase", "Mei")
    assert answer(two, "people", "erase", "Alex") == {"person": merged["person"], "erased": True}
    assert answer(two, "people", "list") == []


def test_export_and_import(two: Home, tmp_path: Path) -> None:
    file = tmp_path / "people.likeness"
    done = answer(two, "people", "export", file)
    assert (done["people"], done["templates"]) == (2, 3)
    before = answer(two, "people", "list")
    answer(two, "people", "erase", "Lin")
    assert answer(two, "people", "import", file) == {"added": 1, "merged": 1, "templates": 2}
    assert answer(two, "people", "list") == before
    elsewhere = Home(tmp_path / "elsewhere")
    text = likeness(elsewhere, "people", "import", file, as_json=False)
    assert text == "2 people added, 0 merged, 3 pictures new.\n"
    with pytest.raises(FileMissing):
        likeness(two, "people", "import", tmp_path / "missing")


def test_one_person_in_readable_form(two: Home, tmp_path: Path) -> None:
    file = tmp_path / "lin.zip"
    done = answer(two, "people", "export", file, "--person", "lin", "--readable")
    assert (done["people"], done["templates"], done["readable"]) == (1, 2, True)
    with zipfile.ZipFile(file) as archive:
        assert json.loads(archive.read("person.json"))["name"] == "Lin"
    with pytest.raises(ReadableNeedsPerson):
        likeness(two, "people", "export", file, "--readable")
    with pytest.raises(UnknownPerson):
        likeness(two, "people", "export", file, "--person", "nobody")


def test_another_files_passphrase_is_asked_for_at_a_terminal_only(
    two: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "people.likeness"
    answer(two, "people", "export", file)
    elsewhere = Home(tmp_path / "elsewhere")
    monkeypatch.setenv("LIKENESS_PASSPHRASE", "another")
    with pytest.raises(ExportLocked):
        likeness(elsewhere, "people", "import", file)
    monkeypatch.setattr(Context, "ask", lambda self, question, new=False: PASSPHRASE)
    assert answer(elsewhere, "people", "import", file)["added"] == 2


def test_without_a_passphrase_and_a_terminal_it_is_said_what_to_do(
    two: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: MemoryStore
) -> None:
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    with pytest.raises(PassphraseNeeded, match="set LIKENESS_PASSPHRASE"):
        likeness(two, "people", "list")
    monkeypatch.setenv("LIKENESS_PASSPHRASE", "wrong")
    with pytest.raises(WrongPassphrase):
        likeness(two, "people", "list")
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    locked = Home(tmp_path / "locked by the key store")
    with opened(locked, None) as people:
        people.add("Lin", [template(1)])
    assert len(answer(locked, "people", "list")) == 1
    for words in (["export", tmp_path / "new"], ["import", __file__]):
        with pytest.raises(ExportPassphraseNeeded, match="set LIKENESS_PASSPHRASE"):
            likeness(locked, "people", *words)
    assert not (tmp_path / "new").exists()


def test_a_passphrase_is_typed_at_a_terminal(two: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSPHRASE])
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda *given, **more: next(typed))
    with Context(home=two).open_people() as people:
        assert len(people.list()) == 2


def test_a_new_passphrase_is_typed_twice(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["new", "different", "new", "new", "new"])
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda *given, **more: next(typed))
    with pytest.raises(BadUsage, match="differ"):
        Context(home=home).open_people()
    assert not home.people.exists()
    for _ in range(2):  # chosen, then given
        with Context(home=home).open_people() as people:
            assert people.list() == ()


def test_enroll_with_real_weights(real: Home, sample: Sample, tmp_path: Path) -> None:
    astronaut, six = sample("astronaut"), sample("six-faces")
    done = answer(real, "enroll", "  Eileen  ", astronaut)
    assert done.keys() >= {"person", "name", "templates", "quality"}
    assert (done["name"], done["templates"]) == ("Eileen", 1)
    (quality,) = done["quality"]
    assert quality["picture"] == str(astronaut)
    assert quality["score"] > 0.5
    assert isinstance(quality["advice"], list)
    again = answer(real, "enroll", "eileen", astronaut, "--consent", "NASA")
    assert (again["person"], again["templates"]) == (done["person"], 2)
    blank = tmp_path / "blank.png"
    write_png(np.full((200, 200, 3), 200, np.uint8), blank)
    before = answer(real, "people", "list")
    with pytest.raises(NoFace):
        likeness(real, "enroll", "Eileen", astronaut, blank)
    with pytest.raises(SeveralFaces, match="shows 6 faces"):
        likeness(real, "enroll", "Somebody", six)
    assert answer(real, "people", "list") == before
    assert answer(real, "enroll", "Somebody", six, "--face", "largest")["templates"] == 1
    text = likeness(real, "enroll", "Eileen", astronaut, as_json=False)
    assert text.startswith("Eileen: 3 pictures.\n")


def test_enroll_refuses_before_it_loads_anything(home: Home, tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    write_png(np.zeros((9, 9, 3), np.uint8), picture)
    with pytest.raises(NameEmpty):
        likeness(home, "enroll", " ", picture)
    with pytest.raises(FileMissing):
        likeness(home, "enroll", "Lin", tmp_path / "missing.jpg")
    with pytest.raises(BadUsage):
        likeness(home, "enroll", "Lin", picture, "--face", "any")
    assert not home.people.exists()


def test_enroll_without_any_way_to_lock_is_refused(
    real: Home, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    assert keyring.get_keyring().__class__.__module__ == "keyring.backends.fail"
    with pytest.raises(NewPassphraseNeeded, match="choose a passphrase"):
        likeness(real, "enroll", "Lin", sample("astronaut"))
    assert not real.people.exists()
