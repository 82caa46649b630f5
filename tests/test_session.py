"""What lay on the pages, in a file: read back as it was, or left alone."""

from __future__ import annotations

import errno
import json
import logging
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop import session
from desktop.session import Session, dumps, loads

PRIVATE = "Annabel"

values = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**60), 2**60) | some.floats(allow_nan=False, width=32)
    | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
finite = some.dictionaries(some.text(max_size=8), values, max_size=4).filter(
    lambda kept: "inf" not in repr(kept).lower()
)


@given(some.dictionaries(some.text(max_size=8), finite, max_size=3), some.text(max_size=8))
def test_what_is_written_is_read(pages: dict[str, dict[str, Any]], front: str) -> None:
    found = loads(dumps(Session(pages, front)))
    assert found == Session({name: kept for name, kept in pages.items() if kept}, front)


@given(some.binary(max_size=200))
def test_any_bytes_are_read_or_left_alone(content: bytes) -> None:
    assert loads(content) is None or isinstance(loads(content), Session)


@given(values)
def test_any_json_is_read_or_left_alone(found: object) -> None:
    assert loads(json.dumps(found).encode()) is None


@given(some.data())
def test_a_file_that_is_cut_off_is_left_alone(data: some.DataObject) -> None:
    whole = dumps(Session({"sound": {"content": "/a.wav"}}, "sound"))
    assert loads(whole[: data.draw(some.integers(0, len(whole) - 1))]) is None


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"schema": "1"},
        {"schema": None},
        {"pages": []},
        {"front": 3},
    ],
    ids=repr,
)
def test_another_schema_and_a_foreign_file_are_left_alone(change: dict[str, object]) -> None:
    whole = json.loads(dumps(Session({"film": {"film": "/a.mp4"}}, "film")))
    assert loads(json.dumps({**whole, **change}).encode()) is None


def test_what_a_page_can_not_have_kept_is_left_out() -> None:
    whole = {"schema": 1, "front": "", "pages": {"film": 3, "sound": {"content": "/a.wav"}}}
    assert loads(json.dumps(whole).encode()) == Session({"sound": {"content": "/a.wav"}})
    for number in ("NaN", "Infinity", "-Infinity"):
        content = f'{{"schema": 1, "front": "", "pages": {{"film": {{"place": {number}}}}}}}'
        assert loads(content.encode()) is None
    assert loads(b"[" * 100_000) is None


def test_paths_that_are_no_unicode_come_back() -> None:
    name = os.fsdecode(b"/photos/caf\xe9.png")
    assert loads(dumps(Session({"studio": {"photo": name}}))) == Session({"studio": {"photo": name}})


def test_a_damaged_file_is_logged_without_its_content(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "session.json"
    for content in (f'{{"{PRIVATE}": ', json.dumps({PRIVATE: 1}), PRIVATE * 200_000):
        file.write_text(content)
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            assert session.read(file) is None
        assert len(caplog.records) == 1
        assert PRIVATE not in caplog.text
    assert file.exists()  # somebody may want to look at it


def test_nothing_there_is_nothing_to_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert session.read(tmp_path / "session.json") is None
    session.forget(tmp_path / "session.json")
    assert not caplog.records


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_a_disk_that_refuses_leaves_the_file_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    file = tmp_path / "session.json"
    before = Session({"sound": {"content": "/a.wav"}}, "sound")
    assert session.write(before, file)

    def refuse(_handle: int) -> None:
        raise OSError(number, "refused", PRIVATE)

    monkeypatch.setattr(os, "fsync", refuse)
    assert not session.write(Session({"sound": {"content": "/b.wav"}}, "sound"), file)
    assert session.read(file) == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_files_place_is_no_reason_to_fail(tmp_path: Path) -> None:
    file = tmp_path / "session.json"
    file.mkdir()
    assert session.read(file) is None
    assert not session.write(Session({"sound": {"content": "/a.wav"}}), file)
    session.forget(file)
    assert file.is_dir()
