"""Face models of the user's own: named, stored, found again, and refused where they don't fit."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from desktop.errors import DiskFull, FileMissing
from desktop.paths import Home
from desktop.settings import Settings
from desktop.weights import graph, own, store
from desktop.weights.errors import WrongTask
from desktop.weights.own import BadName, NotUsable, OwnDamaged
from tests.networks.arcface_file import arcface


@pytest.fixture(scope="module")
def data() -> bytes:
    return arcface().file()


@pytest.fixture
def mine(home: Home, data: bytes) -> Home:
    own.put(home, "mine", Path("folder/My model.onnx"), data, 32)
    return home


def test_it_is_listed_and_chosen_like_the_others(mine: Home, data: bytes) -> None:
    [found] = own.listed(mine)
    assert (found.name, found.file, found.bytes, found.dimension) == ("mine", "My model.onnx", len(data), 32)
    assert own.find(mine, "mine") == found
    assert own.find(mine, "yours") is None
    assert own.load(mine, found).dimension == 32
    [row] = [row for row in store.describe(mine, Settings(use_embed="mine")) if row.needed == "own"]
    assert (row.name, row.task, row.installed, row.used, row.sha256) == (
        "mine",
        "embed",
        True,
        True,
        found.sha256,
    )
    assert store.installed(mine, "mine")
    assert [one.name for one in store.missing(mine, ["mine", "sface"])] == ["sface"]
    assert store.choose(mine, Settings(), "embed", "mine").use_embed == "mine"
    with pytest.raises(WrongTask):
        store.choose(mine, Settings(), "detect", "mine")


@pytest.mark.parametrize("name", ["", "fast", "sface", "accurate", "Mine", "../mine", "a b", "a" * 41, "-a"])
def test_names_that_can_not_be_given(home: Home, data: bytes, name: str) -> None:
    with pytest.raises(BadName, match="small letters"):
        own.put(home, name, Path("a.onnx"), data, 32)
    assert own.listed(home) == ()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("w600k_R50.onnx", "w600k-r50"),
        ("My Model (2).onnx", "my-model-2"),
        ("sface.onnx", "own-sface"),
        ("Ü.onnx", "own"),
        ("a" * 60 + ".onnx", "a" * 40),
    ],
)
def test_a_name_for_a_file(file: str, name: str) -> None:
    assert own.name_from(Path(file)) == name
    own.check_name(name)


def test_a_damaged_file_is_noticed(mine: Home, data: bytes) -> None:
    file = mine.weights / "own" / "mine.onnx"
    [one] = own.listed(mine)
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(OwnDamaged, match="“mine” is damaged"):
        own.load(mine, one)
    file.write_bytes(data[:-1])
    assert own.listed(mine) == ()


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"name": "other"}', '{"name": "mine", "bytes": "many"}'])
def test_a_damaged_note_hides_its_file(mine: Home, note: str) -> None:
    file = mine.weights / "own" / "mine.json"
    assert json.loads(file.read_text("utf-8"))["name"] == "mine"
    file.write_text(note, "utf-8")
    assert own.listed(mine) == ()


def test_files_that_are_no_model(tmp_path: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileMissing):
        own.read_file(tmp_path / "none.onnx")
    file = tmp_path / "net.onnx"
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(NotUsable, match=r"“net\.onnx” can't be used as a face model"):
        own.read_file(file)
    with pytest.raises(NotUsable):
        own.read_file(tmp_path)
    file.write_bytes(data)
    assert own.read_file(file)[0] == data
    monkeypatch.setattr(graph, "LARGEST_FILE", len(data) - 1)
    with pytest.raises(NotUsable, match="larger than"):
        own.read_file(file)


def test_a_full_disk_leaves_what_was_there(mine: Home, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        own.put(mine, "mine", Path("b.onnx"), data + b"more", 32)
    monkeypatch.undo()
    [one] = own.listed(mine)
    assert own.load(mine, one).dimension == 32
