"""`python3 -m installer.smoke_test [PROGRAM]`: the built program works where nothing else is.

It is started with an empty home, without Python on the PATH, without the user's environment, on Qt's
offscreen platform, and without a network: in a namespace of its own where Linux allows that, else behind a
proxy that does not exist.

1. it starts, and everything it needs is installed;
2. `doctor` finds nothing wrong with weights, device, disk and home;
3. the picture that only tests may use is brought in by `models import`, as it never ships;
4. `tour` goes through every page, and every step is ok;
5. the time until the window is shown is compared with that of the installed package, where one is at hand.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from desktop.paths import Home
from desktop.progress import finish
from desktop.tour.run import GROUP
from desktop.weights import store
from desktop.weights.fetch import fetch
from installer import contents, shown

MINUTES: Final = 20
"""Longest time for the tour, on a slow machine."""

RATIO: Final = 1.5
"""The built program's window may take so many times as long as the installed package's."""

_RUNS: Final = 5


class Failed(Exception):
    """The built program did not do what it has to."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Test; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m installer.smoke_test")
    parser.add_argument("program", type=Path, nargs="?", default=_default())
    parser.add_argument("--package", type=Path, help="the installed `likeness` to compare the start with")
    parser.add_argument("--pictures", type=Path, help="where the tour's pictures are kept")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="likeness-smoke-", ignore_cleanup_errors=True) as scratch:
        try:
            test(options.program.resolve(), Path(scratch), options.package, options.pictures)
        except (Failed, shown.NotShown) as failure:
            _say(f"FAILED: {failure}")
            return 1
    _say("The built program passes.")
    return 0


def _default() -> Path:
    if sys.platform == "darwin":
        return Path("dist/Likeness.app/Contents/MacOS") / contents.NAME
    return Path("dist") / contents.NAME / (contents.NAME + (".exe" if sys.platform == "win32" else ""))


def test(program: Path, scratch: Path, package: Path | None, pictures: Path | None) -> None:
    """All of it. Raises Failed."""
    if not program.exists():
        raise Failed(f"{program} is not there; run python3 -m installer.build first")
    home = scratch / "home"
    bare = Bare(program, scratch)
    _say(f"no network: {bare.without_network}")

    rows = bare.answer("models", "list", home=home)
    lacking = [row["name"] for row in rows if row["needed"] != "test" and not row["installed"]]
    _demand(not lacking, f"not inside: {lacking}")
    _say(f"{sum(row['installed'] for row in rows)} weights and pictures are inside")

    checks = {row["name"]: row for row in bare.answer("doctor", home=home, codes=(0, 1))["checks"]}
    for name in ("home", "disk", "weights", "device"):
        _demand(checks[name]["ok"], f"doctor: {checks[name]['what']}")
        _say(f"doctor: {checks[name]['what']}")

    bare.answer("models", "fetch", home=home)  # all there: no pip, no network
    _demand(not (home / "weights").exists(), "an empty home was filled with weights that are inside")

    bare.answer("models", "import", GROUP, str(_group(scratch)), home=home)
    out = pictures.resolve() if pictures else scratch / "tour"
    steps = bare.answer("tour", "--out", str(out), home=home, codes=(0, 1), minutes=MINUTES)["steps"]
    for step in steps:
        _say(
            f"{'ok    ' if step['ok'] else 'FAILED'} {step['seconds']:6.1f} s  {step['page']}: {step['what']}"
        )
    _demand(bool(steps) and all(step["ok"] for step in steps), "a step of the tour is not ok")
    _compare_start(bare, home, package)


def _group(scratch: Path) -> Path:
    source = Home(scratch / "fetched")
    finish(fetch(source, [GROUP]))
    return store.file(source, GROUP)


def _compare_start(bare: Bare, home: Path, package: Path | None) -> None:
    package = package or _installed()
    if package is None:
        _say("no installed package to compare the start with (--package)")
        return
    # In turn, so that both meet the same machine.
    built: list[float] = []
    installed: list[float] = []
    for _ in range(_RUNS):
        built.append(shown.seconds([str(bare.program)], bare.environment, home))
        installed.append(
            shown.seconds([str(package)], {**bare.environment, "PATH": os.environ["PATH"]}, home)
        )
    ours, theirs = statistics.median(built), statistics.median(installed)
    _say(
        f"window shown after {ours:.2f} s, of the installed package {theirs:.2f} s: {ours / theirs:.2f} times"
    )
    _demand(ours <= RATIO * theirs, f"the start takes more than {RATIO} times that of the package")


def _installed() -> Path | None:
    found = shutil.which(contents.NAME, path=str(Path(sys.executable).parent))
    return Path(found) if found else None


class Bare:
    """The program on a machine that has nothing else."""

    def __init__(self, program: Path, scratch: Path) -> None:
        self.program = program
        self._scratch = scratch
        empty = scratch / "empty"
        empty.mkdir()
        user = scratch / "user"
        user.mkdir()
        self.environment = {**_kept(), **_surroundings(user), "PATH": str(empty)}
        self._before = _namespace()
        self.without_network = "a namespace of its own" if self._before else "a proxy that does not exist"

    def answer(self, *words: str, home: Path, codes: Sequence[int] = (0,), minutes: float = 5) -> Any:  # noqa: ANN401 - whatever JSON it is
        """What a command answers in JSON. Raises Failed."""
        command = [*self._before, str(self.program), *words, "--json", "--home", str(home)]
        try:
            done = subprocess.run(
                command, env=self.environment, cwd=self._scratch, capture_output=True, text=True,
                encoding="utf-8", timeout=60 * minutes, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise Failed(f"{words[0]} took more than {minutes} minutes") from error
        if done.returncode not in codes:
            log = home / "logs" / "likeness.log"
            told = log.read_text("utf-8", "replace")[-2000:] if log.exists() else ""
            raise Failed(f"{words[0]} ended with {done.returncode}: {done.stderr.strip()[-2000:]}\n{told}")
        return json.loads(done.stdout.splitlines()[-1])


def _kept() -> dict[str, str]:
    """What Windows can't start a program without."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR") if name in os.environ}


def _surroundings(user: Path) -> Mapping[str, str]:
    folders = dict.fromkeys(
        ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP"), str(user)
    )
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    return {
        **folders,
        **nowhere,
        "QT_QPA_PLATFORM": "offscreen",
        "PIP_NO_INDEX": "1",
        "LIKENESS_PASSPHRASE": "smoke",
    }


def _namespace() -> list[str]:
    """What starts a program without any network, where the kernel lets us."""
    tool = shutil.which("unshare")
    if tool is None:
        return []
    command = [tool, "--map-root-user", "--net"]
    tried = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if tried.returncode == 0 else []


def _demand(right: bool, otherwise: str) -> None:
    if not right:
        raise Failed(otherwise)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
