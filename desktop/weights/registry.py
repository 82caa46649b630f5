"""A wheel from whatever package registry pip is set up for.

pip runs as a process of its own: it knows the user's mirrors, proxies, certificates and passwords, and it can
be ended at any moment. Its temporary files go to a folder of ours, so what has arrived is seen from the size
of the files there; that holds for every pip, while progress that programs can read exists only since 24.1.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO, Final

from desktop.errors import LikenessError
from desktop.files import write_error
from desktop.weights.errors import NotInRegistry, PipMissing, RegistryUnreachable, WheelDamaged

STEP: Final = 0.1
"""Longest time between two yields, in seconds."""

_PATIENCE: Final = 2.0  # seconds pip gets to end by itself
_TAIL: Final = 4000  # characters of pip's words that are kept as details

# What pip and the systems below it say. A registry that does not answer ends in "No matching distribution"
# too, so the words of the network are looked for first.
_NO_NETWORK: Final = (
    "connection broken",
    "connectionerror",
    "newconnectionerror",
    "failed to establish",
    "failed to resolve",
    "name resolution",
    "timed out",
    "connection refused",
    "sslerror",
    "proxyerror",
    "max retries",
    "incompletedownload",
    "http error",
    "protocolerror",
)
_NOT_THERE: Final = ("no matching distribution found", "could not find a version")
_FULL: Final = ("no space left on device", "errno 28", "errno 122", "disk quota exceeded", "winerror 112")
_DAMAGED: Final = re.compile(r"wheel .{0,500} is invalid|invalid wheel|badzipfile|not a zip file")
_NO_PIP: Final = ("no module named pip", "no module named 'pip'")


def download(source: str, folder: Path) -> Generator[int, None, Path]:
    """Fetch the wheel `source` (project==version) into `folder`, which is emptied first.

    Yields the bytes that have arrived, at least every `STEP` seconds; gives the wheel. Closed early, it ends
    pip and waits for it; the folder is then the caller's to remove. pip resumes broken connections within one
    run (from version 25.1 on), and answers from its own cache where it has the wheel.

    Raises PipMissing, RegistryUnreachable, NotInRegistry, WheelDamaged, DiskFull or NotWritable, each with
    pip's words as details.
    """
    if getattr(sys, "frozen", False) or not sys.executable:  # a built program has no Python to run pip with
        raise PipMissing(source=source)
    arrived, work = folder / "arrived", folder / "work"
    try:
        shutil.rmtree(folder, ignore_errors=True)
        arrived.mkdir(parents=True)
        work.mkdir()
        with (folder / "pip.log").open("wb") as log:
            process = _start(source, arrived, work, log)
        yield from _watched(process, folder)
    except OSError as error:
        raise write_error(error, folder) from error
    wheels = list(arrived.glob("*.whl"))
    if process.returncode != 0 or len(wheels) != 1:
        raise _failure(source, folder, (folder / "pip.log").read_text("utf-8", errors="replace"))
    return wheels[0]


def _start(source: str, arrived: Path, work: Path, log: BinaryIO) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            _command(source, arrived),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=_environment(work),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (FileNotFoundError, PermissionError) as error:  # the Python that ran us has gone or may not be run
        raise PipMissing(source=source, details=repr(error)) from error


def _command(source: str, arrived: Path) -> list[str]:
    # -P: a folder called pip where the program was started is not taken for pip.
    # --ignore-requires-python: nothing is installed, so a newer Python than the wheel knows does no harm.
    options = ["--no-deps", "--only-binary", ":all:", "--ignore-requires-python", "--no-input", "--no-color"]
    quiet = ["--progress-bar", "off", "--disable-pip-version-check"]
    return [sys.executable, "-P", "-m", "pip", "download", *options, *quiet, "-d", str(arrived), source]


def _environment(work: Path) -> dict[str, str]:
    """The user's own, with pip's temporary files sent to `work`."""
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(work))
    return {"PIP_RESUME_RETRIES": "5", **os.environ, **temporary, "PYTHONUTF8": "1"}


def _watched(process: subprocess.Popen[bytes], folder: Path) -> Generator[int, None, None]:
    try:
        most = 0
        while True:
            try:
                process.wait(STEP)
                return
            except subprocess.TimeoutExpired:
                most = max(
                    most, _bytes_in(folder)
                )  # pip moves its files about; what has arrived stays arrived
                yield most
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _bytes_in(folder: Path) -> int:
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(root, name).stat().st_size
            except OSError:  # pip has just removed it
                continue
    return total


def _failure(source: str, folder: Path, said: str) -> LikenessError:
    """The expected failure behind what pip said."""
    words = said.lower()
    details = said[-_TAIL:]
    if any(sign in words for sign in _NO_PIP):
        return PipMissing(source=source, details=details)
    if _DAMAGED.search(words):
        return WheelDamaged(what=source, details=details)
    if any(sign in words for sign in _FULL):
        return write_error(OSError(28, details), folder.parent)
    if not any(sign in words for sign in _NO_NETWORK) and any(sign in words for sign in _NOT_THERE):
        return NotInRegistry(source=source, details=details)
    return RegistryUnreachable(source=source, details=details)
