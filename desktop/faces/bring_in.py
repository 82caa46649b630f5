"""A model from a file at hand: one that the catalogue knows, or one of the user's own."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from desktop.paths import Home
from desktop.progress import Progress
from desktop.weights import own
from desktop.weights.catalogue import catalogue, joined
from desktop.weights.fetch import import_file


def bring_in(home: Home, name: str, file: Path) -> Generator[Progress, None, None]:
    """Install what the catalogue calls `name`; an ONNX file under any other name is an own embedder.

    Raises what `fetch.import_file` raises for the one, `own.import_own` for the other.
    """
    known = {*(one.name for one in catalogue()), *(one.name for one in joined())}
    if name not in known and (file.suffix.lower() == ".onnx" or own.find(home, name) is not None):
        from desktop.faces.own import import_own  # late: it brings torch

        yield from import_own(home, name, file)
    else:
        yield from import_file(home, name, file)
