"""Leaves out of PyInstaller's lists what nothing in the program needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from installer import contents

Entry = tuple[str, str, str]
"""Place in the program, the file it is a copy of, and its kind, as PyInstaller lists them."""

Needs = Callable[[str], Iterable[str]]
"""The names of all libraries that a file needs, those of its libraries included."""


def slim(entries: Iterable[Entry], needs: Needs | None = None) -> list[Entry]:
    """The entries that are wanted. On Linux a library stays only where one of the others needs it."""
    kept = [entry for entry in entries if contents.wanted(entry[0])]
    if not sys.platform.startswith("linux"):
        return kept  # elsewhere the system's libraries are never copied
    needed: set[str] = set()
    for place, file, kind in kept:
        if kind in ("BINARY", "EXTENSION") and not contents.is_library(place):
            needed.update((needs or _needs)(file))
    return [
        entry
        for entry in kept
        if entry[2] == "DATA" or not contents.is_library(entry[0]) or PurePosixPath(entry[0]).name in needed
    ]


def _needs(file: str) -> list[str]:
    from PyInstaller.depend.bindepend import get_imports

    return [name for name, _ in get_imports(file)]
