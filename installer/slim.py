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
    """The entries that are wanted. On Linux a library stays only where one of the others needs it.

    Give all lists together: links to libraries stand among the data.
    """
    kept = [entry for entry in entries if contents.wanted(entry[0])]
    if not sys.platform.startswith("linux"):
        return kept  # elsewhere the system's libraries are never copied
    needed: set[str] = set()
    for entry in kept:
        if entry[2] in ("BINARY", "EXTENSION") and not _serves_others(entry):
            needed.update((needs or _needs)(entry[1]))
    return [entry for entry in kept if not _serves_others(entry) or PurePosixPath(entry[0]).name in needed]


def _serves_others(entry: Entry) -> bool:
    """Whether it is only there because others need it: a library or a link to one, no module of Python's."""
    return entry[2] in ("BINARY", "SYMLINK") and contents.is_library(entry[0])


def _needs(file: str) -> list[str]:
    from PyInstaller.depend.bindepend import get_imports

    return [name for name, _ in get_imports(file)]
