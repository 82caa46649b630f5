"""The content and the style picture that the Studio's benchmarks work on."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop.paths import Home
from desktop.pictures import picture_files, read_picture
from desktop.vectors import Picture
from desktop.weights import store

SAMPLES: Final = ("sample-chelsea", "sample-ihc")

_WANTED: Final = ("tubingen.jpg", "starry_night.jpg")  # of a folder, where it has them


def pictures(home: Home, data: Path | None) -> tuple[Picture, Picture]:
    """Content and style: of the folder the known two, else its first two; without them the samples."""
    paths = [] if data is None else [data / name for name in _WANTED]
    if data is not None and not all(path.exists() for path in paths):
        paths = picture_files(data)[:2]
    if len(paths) < 2:
        paths = [store.file(home, name) for name in SAMPLES]
    content, style = (read_picture(path) for path in paths)
    return content, style
