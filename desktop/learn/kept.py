"""Heads that were trained on a folder and taken into use: one file each under the home, by their digest."""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

from desktop.errors import FileMissing, NotWritable
from desktop.faces.face import ModelId
from desktop.learn import head_file
from desktop.learn.head_file import Head
from desktop.paths import Home

_log = logging.getLogger(__name__)

_LONGEST = 2**20
"""Bytes of a file's words."""

_NAME = re.compile(r"[0-9a-f]{32}")


def name_of(head: Head) -> str:
    """What a head is kept under: 32 hexadecimal digits."""
    return head.model.digest[:32]


def keep(home: Home, head: Head) -> str:
    """Keep a head, whole or not at all; gives its name. Raises DiskFull or NotWritable."""
    name = name_of(head)
    head_file.write(head, home.heads / f"{name}.safetensors")
    return name


def load(home: Home, name: str) -> Head:
    """A kept head. Raises FileMissing, HeadNewer or HeadDamaged."""
    file = home.heads / f"{name}.safetensors"
    if not _NAME.fullmatch(name):  # it comes from a file of settings and shall not lead elsewhere
        raise FileMissing(path=file.name)
    return head_file.read(file)


def latest(home: Home, base: ModelId) -> tuple[str, str] | None:
    """Name and title of the head over this network that was kept last; None without any.

    Only the words of each file are read: the numbers of one may be 26 MB.
    """
    found: list[tuple[float, str, str]] = []
    for file in home.heads.glob("*.safetensors"):
        try:
            told = _words(file)
            if told["kind"] == "scratch" or (told["base"], told["base_digest"]) == base:
                found.append((file.stat().st_mtime, file.stem, str(told["title"])))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            _log.warning("a kept head can't be read (%s)", type(error).__name__)
    if not found:
        return None
    _when, name, title = max(found)
    return name, title


def _words(file: Path) -> dict[str, Any]:
    with file.open("rb") as data:
        size = int.from_bytes(data.read(8), "little")
        if size > _LONGEST:
            raise ValueError("no head of a safetensors file")
        found: dict[str, Any] = json.loads(json.loads(data.read(size))["__metadata__"]["likeness_head"])
    return found


def forget(home: Home, name: str) -> None:
    """Delete a kept head; nothing where there is none. Raises NotWritable."""
    if not _NAME.fullmatch(name):
        return
    file = home.heads / f"{name}.safetensors"
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(path=file, details=repr(error)) from error
