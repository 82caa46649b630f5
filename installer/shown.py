"""How long a program takes until its window is shown, as its log tells."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from desktop.app import SHOWN

_PATIENCE: Final = 60.0
_STEP: Final = 0.005


class NotShown(Exception):
    """The window did not come."""


def seconds(command: Sequence[str], environment: Mapping[str, str], home: Path) -> float:
    """From the start of the process to the window. The program is ended then. Raises NotShown."""
    log = home / "logs" / "likeness.log"
    before = log.stat().st_size if log.exists() else 0
    begun = time.monotonic()
    process = subprocess.Popen(
        [*command, "--home", str(home)],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        while time.monotonic() - begun < _PATIENCE:
            if log.exists() and SHOWN in log.read_bytes()[before:].decode("utf-8", "replace"):
                return time.monotonic() - begun
            try:
                process.wait(_STEP)
            except subprocess.TimeoutExpired:
                continue
            said = process.stderr.read() if process.stderr else b""
            raise NotShown(f"{command[0]} ended with {process.returncode}: {said.decode('utf-8', 'replace')}")
        raise NotShown(f"{command[0]} showed no window within {_PATIENCE:.0f} s")
    finally:
        process.kill()
        process.wait()
        if process.stderr:
            process.stderr.close()
