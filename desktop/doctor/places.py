"""The home folder and the disk below it."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop.doctor.check import Check
from desktop.errors import NotWritable
from desktop.paths import Home

ROOM = 1_000_000_000
"""Free bytes that a run of the Studio, a film and the weights together hardly exceed."""


def home(where: Home) -> Check:
    """Whether the home folder can be written; it is made where it is missing."""
    try:
        where.make()
    except NotWritable:
        return Check(
            "home",
            False,
            "“{path}”, where Likeness keeps everything, can't be written.",
            "Change its permissions, or choose another folder with --home or LIKENESS_HOME.",
            {"path": where.root},
        )
    return Check("home", True, "“{path}” can be written.", fields={"path": where.root})


def disk(where: Home) -> Check:
    """Whether there is room for what the program makes."""
    place = _existing(where.root)
    try:
        free = shutil.disk_usage(place).free
    except OSError:
        return Check(
            "disk",
            False,
            "The disk that holds “{path}” does not answer.",
            "Connect it again, or choose another folder with --home or LIKENESS_HOME.",
            {"path": where.root},
        )
    fields = {"path": where.root, "free": f"{free / 1e9:.1f}", "wanted": f"{ROOM / 1e9:.0f}"}
    found = "The disk that holds “{path}” has {free} GB free."
    if free < ROOM:
        return Check("disk", False, found, "Free some space: {wanted} GB are wanted.", fields)
    return Check("disk", True, found, fields=fields)


def _existing(path: Path) -> Path:
    return next((place for place in (path, *path.absolute().parents) if place.is_dir()), path)
