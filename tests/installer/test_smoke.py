"""The smoke test fails where the program does; the program is a script here."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from installer import shown, smoke_test

STEP = {"page": "live", "picture": "01-live.png", "seconds": 1.0, "ok": True, "what": "Live"}
CHECKED = ("home", "disk", "weights", "device")
CHECK = {"ok": True, "what": "fine.", "advice": ""}


def script(folder: Path, text: str) -> Path:
    """A program that runs a text in Python."""
    code = folder / "program.py"
    code.write_text(text, "utf-8")
    if sys.platform == "win32":
        program = folder / "program.bat"
        program.write_text(f'@"{sys.executable}" "{code}" %*\n')
    else:
        program = folder / "program"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{code}" "$@"\n')
        program.chmod(0o755)
    return program


class Program:
    """Answers what it is told to, wherever it runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answers: dict[str, object] = {
            "models": [{"name": "yunet", "needed": "live", "installed": True}],
            "doctor": {"checks": [{"name": name, **CHECK} for name in CHECKED]},
            "tour": {"steps": [STEP]},
        }
        self.file = self.write()

    def write(self, before: str = "") -> Path:
        return script(
            self.folder,
            f"import json, os, sys\n{before}\n"
            f"print(json.dumps(json.loads({json.dumps(self.answers)!r})[sys.argv[1]]))\n",
        )


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setattr(smoke_test, "_group", lambda _: tmp_path / "six.jpg")
    monkeypatch.setattr(smoke_test, "_compare_start", lambda *_: None)
    return Program(tmp_path)


def test_a_program_that_does_all_passes(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke_test.main([str(program.file)]) == 0
    assert "The built program passes." in capsys.readouterr().out


def test_it_has_no_python_no_home_and_no_network(program: Program) -> None:
    program.write(
        "assert os.environ['PATH'] and not os.listdir(os.environ['PATH'])\n"
        "assert not os.listdir(os.environ.get('USERPROFILE') or os.environ['HOME'])\n"
        "assert os.environ['QT_QPA_PLATFORM'] == 'offscreen' and 'LIKENESS_HOME' not in os.environ\n"
        "assert os.environ['https_proxy'] == 'http://127.0.0.1:9'\n"
    )
    assert smoke_test.main([str(program.file)]) == 0


@pytest.mark.parametrize(
    ("command", "answer", "said"),
    [
        ("models", [{"name": "sface", "needed": "live", "installed": False}], "not inside: ['sface']"),
        ("tour", {"steps": [STEP, {**STEP, "ok": False}]}, "a step of the tour is not ok"),
        ("tour", {"steps": []}, "a step of the tour is not ok"),
        (
            "doctor",
            {"checks": [{"name": name, **CHECK, "ok": name != "weights"} for name in CHECKED]},
            "doctor:",
        ),
    ],
)
def test_a_program_that_lacks_something_fails(
    program: Program, capsys: pytest.CaptureFixture[str], command: str, answer: object, said: str
) -> None:
    program.answers[command] = answer
    program.write()
    assert smoke_test.main([str(program.file)]) == 1
    assert said in capsys.readouterr().out.splitlines()[-1]


def test_a_program_that_does_not_start_fails_with_its_words(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.write("sys.exit('a library is missing')")
    assert smoke_test.main([str(program.file)]) == 1
    assert "a library is missing" in capsys.readouterr().out
    assert smoke_test.main([str(tmp_path / "none")]) == 1
    assert "installer.build" in capsys.readouterr().out


def test_the_window_is_waited_for_in_the_log(tmp_path: Path) -> None:
    program = script(
        tmp_path,
        "import sys, time\nfrom pathlib import Path\n"
        "log = Path(sys.argv[2]) / 'logs' / 'likeness.log'\nlog.parent.mkdir(parents=True, exist_ok=True)\n"
        "log.open('a').write('INFO desktop.app the window is shown\\n')\ntime.sleep(20)\n",
    )
    first = shown.seconds([str(program)], os.environ, tmp_path / "home")
    assert 0 < first < 20
    again = shown.seconds([str(program)], os.environ, tmp_path / "home")
    assert again > first / 10  # the line before is not taken for it
    broken = script(tmp_path, "import sys; sys.stderr.write('broken'); sys.exit(3)")
    with pytest.raises(shown.NotShown, match="ended with 3: broken"):
        shown.seconds([str(broken)], os.environ, tmp_path / "home")
