"""The command line as a whole: where options may stand, exit codes, one sentence and no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from desktop import cli, display
from desktop.app import AlreadyOpen, open_window
from desktop.cli import hoist, run
from desktop.paths import Home
from desktop.pictures import write_png

Capture = pytest.CaptureFixture[str]


def one_line(capsys: Capture) -> str:
    """Standard error, which has to be one sentence on one line."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err.strip()


WORDS = st.sampled_from(["models", "list", "--json", "--home", "/tmp/h", "--device=cpu", "a b", "--out", "-"])


@given(st.lists(WORDS))
def test_hoisting_moves_words_and_loses_none(words: list[str]) -> None:
    assert sorted(hoist(words)) == sorted(words)
    assert [word for word in hoist(words) if word not in ("--json", "--home", "--device=cpu", "/tmp/h")] == [
        word for word in words if word not in ("--json", "--home", "--device=cpu", "/tmp/h")
    ] or "--home" in words


def test_words_after_a_double_dash_stay_where_they_are() -> None:
    assert hoist(["people", "erase", "--", "--json"]) == ["people", "erase", "--", "--json"]


@pytest.mark.parametrize("before", [True, False])
def test_common_options_stand_before_or_after(tmp_path: Path, capsys: Capture, before: bool) -> None:
    options = ["--home", str(tmp_path / "home"), "--json"]
    words = ["models", "list"]
    assert run(options + words if before else words + options) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"name", "task", "licence", "source", "bytes", "sha256", "installed", "used"} <= set(rows[0])
    assert (tmp_path / "home").is_dir()


def test_home_comes_from_the_environment(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIKENESS_HOME", str(tmp_path / "elsewhere"))
    assert run(["models", "list"]) == 0
    assert (tmp_path / "elsewhere").is_dir()
    assert "yunet" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["verify", "only-one.jpg"],
        ["models", "list", "--nonsense"],
        ["models", "use", "paint", "yunet"],
        ["--device", "toaster", "models", "list"],
        ["bench", "nonsense"],
        ["bench", "live", "--data", "missing.mp4"],
        ["tour", "--out", "x", "--scheme", "pink"],
        ["tour", "--out", "x", "--enroll", "nobody"],
        ["recognize", "missing.mp4"],
        ["enroll", "Ada", "missing.jpg"],
        ["people", "erase", "Nobody"],
        ["evaluate", "--images", "missing", "--pairs", "missing.txt"],
    ],
)
def test_what_can_not_be_served_is_one_sentence_and_exit_code_2(
    tmp_path: Path, capsys: Capture, words: list[str]
) -> None:
    assert run([*words, "--home", str(tmp_path)]) == 2
    assert one_line(capsys).endswith(".")


def test_missing_weights_say_how_to_get_them(tmp_path: Path, capsys: Capture) -> None:
    write_png(np.zeros((50, 50, 3), np.uint8), tmp_path / "a.png")
    picture = str(tmp_path / "a.png")
    assert run(["verify", picture, picture, "--home", str(tmp_path / "home")]) == 2
    assert "likeness models fetch" in one_line(capsys)


def test_a_home_that_can_not_be_written_is_said(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("")
    assert run(["models", "list", "--home", str(tmp_path / "file")]) == 2
    assert "can't be written" in one_line(capsys)


def test_a_bug_is_exit_code_70_and_names_the_log(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "Ada"  # what a user typed must not get into the log by way of a message

    def broken(*_: object) -> None:
        raise ZeroDivisionError(typed)

    monkeypatch.setattr("desktop.weights.store.describe", broken)
    assert run(["models", "list", "--home", str(tmp_path)]) == cli.BUG
    assert str(tmp_path / "logs") in one_line(capsys)
    log = (tmp_path / "logs" / "likeness.log").read_text()
    assert "ZeroDivisionError" in log
    assert "Ada" not in log


def test_an_interrupt_is_exit_code_130(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.weights.store.describe", interrupted)
    assert run(["models", "list", "--home", str(tmp_path)]) == cli.INTERRUPTED
    one_line(capsys)


def test_without_a_display_the_window_says_what_to_do(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sys.platform.startswith("linux"):
        return
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run(["--home", str(tmp_path)]) == 2
    assert "display" in one_line(capsys)
    monkeypatch.setenv("DISPLAY", ":4711")  # set, but nobody answers there
    assert run(["--home", str(tmp_path)]) == 2
    assert "display" in one_line(capsys)


def test_a_missing_system_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("ctypes.CDLL", missing)
    with pytest.raises(display.LibraryMissing, match=r"libxcb-cursor\.so\.0"):
        display._load_plugin("libqxcb.so")


def test_a_second_window_on_one_home_is_refused(home: Home) -> None:
    with FileLock(home.lock), pytest.raises(AlreadyOpen, match="already open"):
        open_window(home, source="", device="")


def test_the_module_runs_without_torch_or_qt_for_a_small_answer(tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.cli import run; "
        "assert run(['models', 'list', '--json']) == 0; "
        "assert not {'torch', 'cv2', 'PySide6'} & set(sys.modules)"
    )
    surroundings = {**os.environ, "LIKENESS_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=surroundings, stdout=subprocess.DEVNULL)
