"""Heads that were trained on a folder and taken into use: one file each under the home, by their digest."""

from __future__ import annotations

import re

from desktop.errors import FileMissing, NotWritable
from desktop.learn import head_file
from desktop.learn.head_file import Head
from desktop.paths import Home

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


def forget(home: Home, name: str) -> None:
    """Delete a kept head; nothing where there is none. Raises NotWritable."""
    if not _NAME.fullmatch(name):
        return
    file = home.heads / f"{name}.safetensors"
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(path=file, details=repr(error)) from error
