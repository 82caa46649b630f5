"""The shelf of styles: pictures that ship with the program, samples that were fetched, the user's own."""

from __future__ import annotations

import contextlib
import json
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from desktop.errors import LikenessError
from desktop.files import replaced, write_error
from desktop.paths import Home, resources
from desktop.pictures import encode_png, read_picture
from desktop.style.run_files import digest
from desktop.vectors import Picture
from desktop.weights import store

_log = logging.getLogger(__name__)

THUMBNAIL: Final = 160
"""Pixels of a thumbnail's sides."""

SAMPLES: Final = {
    "sample-hubble": "Galaxies",
    "sample-retina": "Retina",
    "sample-ihc": "Stained tissue",
    "sample-coffee": "Cup of coffee",
    "sample-brick": "Brick wall",
    "sample-grass": "Grass",
    "sample-gravel": "Gravel",
}
"""The samples of the catalogue that have a texture worth painting in, and what a person calls them."""

_OWN: Final = re.compile(r"own-[0-9a-f]{16}")
_NAMELESS: Final = "Own style"  # what a style is called whose name was lost
_LONGEST: Final = 80  # letters of a name


class StyleGone(LikenessError):
    """A style that is not on the shelf, or no longer."""

    sentence = "This style is no longer on the shelf; choose another one or drop a picture."


class NotYours(LikenessError):
    """A style that is not the user's to remove."""

    sentence = "Only your own styles can be removed; those that come with Likeness stay."


@dataclass(frozen=True, slots=True)
class Shelved:
    """A style on the shelf: `key` names it for good, `kind` is shipped, sample or own."""

    key: str
    name: str
    kind: str


class Shelf:
    """The styles of a home. An own style is there as long as its picture is; a list only keeps its name."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._own = home.studio / "styles"
        self._shipped = resources() / "styles"

    def styles(self) -> tuple[Shelved, ...]:
        """What is on the shelf: the user's own with the newest first, then shipped ones, then samples."""
        names = self._names()
        there = {path.stem for path in self._own.glob("own-*.png") if _OWN.fullmatch(path.stem)}
        known = [key for key in reversed(names) if key in there]
        own = [*known, *sorted(there - set(known))]
        return (
            *(Shelved(key, names.get(key, _NAMELESS), "own") for key in own),
            *(
                Shelved(f"shipped-{file.removesuffix('.jpg')}", name, "shipped")
                for file, name in self._index()
            ),
            *(
                Shelved(key, name, "sample")
                for key, name in SAMPLES.items()
                if store.installed(self._home, key)
            ),
        )

    def picture(self, key: str) -> Picture:
        """A style's picture. Raises StyleGone, UnreadablePicture or WeightsDamaged."""
        return read_picture(self._file(key))

    def thumbnail(self, key: str) -> Picture:
        """(THUMBNAIL, THUMBNAIL, 3): the middle of a style's picture. Raises as `picture` does."""
        file = self._file(key)
        with contextlib.suppress(OSError, ValueError, SyntaxError), Image.open(file) as image:
            if image.format == "JPEG":  # decoded at about the size that is needed, in a fraction of the time
                image.draft("RGB", (2 * THUMBNAIL, 2 * THUMBNAIL))
                return square(np.asarray(image.convert("RGB"), np.uint8))
        return square(read_picture(file))

    def add(self, name: str, picture: Picture) -> str:
        """Put an own style on the shelf and give its key; a picture that is there already keeps its name.

        Raises DiskFull or NotWritable.
        """
        key = f"own-{digest([picture])}"
        file = self._own / f"{key}.png"
        if not file.is_file():
            with replaced(file) as out:
                out.write(encode_png(picture))
            self._keep_names({**self._names(), key: _printable(name)})
        return key

    def remove(self, key: str) -> None:
        """Take an own style from the shelf and delete its picture; harmless where it has gone.

        Raises NotYours, DiskFull or NotWritable.
        """
        if not _OWN.fullmatch(key):
            raise NotYours
        file = self._own / f"{key}.png"
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise write_error(error, file) from error
        names = self._names()
        if names.pop(key, None) is not None:
            self._keep_names(names)

    def _file(self, key: str) -> Path:
        kind, _, rest = key.partition("-")
        if kind == "shipped" and f"{rest}.jpg" in dict(self._index()):
            return self._shipped / f"{rest}.jpg"
        if key in SAMPLES and store.installed(self._home, key):
            return store.file(self._home, key)
        if _OWN.fullmatch(key) and (self._own / f"{key}.png").is_file():
            return self._own / f"{key}.png"
        raise StyleGone

    def _index(self) -> list[tuple[str, str]]:
        """File and name of what ships with the program, in the order it is shown."""
        try:
            found = json.loads((self._shipped / "index.json").read_text("utf-8"))
            return [(str(entry["file"]), str(entry["name"])) for entry in found]
        except (OSError, ValueError, LookupError, TypeError):
            _log.warning("the list of styles that ship with the program can't be read")
            return []

    def _names(self) -> dict[str, str]:
        """Key and name of the own styles, oldest first; empty where they can't be read."""
        try:
            found = json.loads((self._own / "names.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        names = found.get("names") if isinstance(found, dict) else None
        return {str(key): _printable(name) for key, name in names.items()} if isinstance(names, dict) else {}

    def _keep_names(self, names: dict[str, str]) -> None:
        with replaced(self._own / "names.json") as file:
            file.write(json.dumps({"version": 1, "names": names}, indent=1).encode())


def square(picture: Picture, side: int = THUMBNAIL) -> Picture:
    """The middle of a picture, `side` pixels square."""
    height, width = picture.shape[:2]
    edge = min(height, width)
    left, top = (width - edge) // 2, (height - edge) // 2
    box = (left, top, left + edge, top + edge)
    small = Image.fromarray(picture).resize((side, side), Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    return np.ascontiguousarray(np.asarray(small, np.uint8))


def _printable(name: object) -> str:
    """A name on one line, of a length that can be shown."""
    shown = "".join(letter if letter.isprintable() else " " for letter in str(name))
    return " ".join(shown.split())[:_LONGEST].strip() or _NAMELESS
