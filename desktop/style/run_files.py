"""The files of one kept run: how its words become JSON and its pictures PNG, and how they are read back.

A run is a folder. `run.json` says what it is made of, `states.json` where it stands; each names the pictures
it needs, which lie there before it is written. So whichever of the two is there can be believed.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

import numpy as np
from PIL import Image

from desktop.files import replaced
from desktop.pictures import decode_picture
from desktop.style.recipe import Mask, Recipe, Style, Work
from desktop.vectors import Picture

VERSION: Final = 1
"""Of the JSON. A run of a later version is left alone and counted with the damaged."""

RUN, STATES = "run.json", "states.json"

MOST_STATES: Final = 24
"""States that stay of a run: the first, the newest, and others evenly between."""

THUMBNAIL: Final = 192
"""Pixels of the longer side of a state's small picture."""

_NAME: Final = re.compile(r"[a-z0-9-]{1,80}\.(png|jpg)")


class Reached(Protocol):
    """Something that stands for an iteration."""

    @property
    def iteration(self) -> int:
        """How many the run has had."""
        ...


S = TypeVar("S", bound=Reached)


@dataclass(frozen=True, slots=True)
class Entry:
    """A state in `states.json`: the names of its files; canvas and picture may be the same one."""

    number: int
    iteration: int
    seconds: float
    picture: str
    canvas: str
    thumbnail: str

    @property
    def files(self) -> frozenset[str]:
        """Every file that belongs to the state."""
        return frozenset((self.picture, self.canvas, self.thumbnail))


Row = tuple[int, float, float, float, float]
"""A point of the curve: iteration, content, style, tv (weighted), seconds."""


@dataclass(frozen=True, slots=True)
class States:
    """What `states.json` holds."""

    entries: tuple[Entry, ...]
    curve: tuple[Row, ...]
    finished: bool
    changed: datetime


@dataclass(frozen=True, slots=True)
class About:
    """What `run.json` holds, its pictures unread: the title and the JSON of the work."""

    title: str
    work: dict[str, Any]


def write_work(folder: Path, title: str, work: Work) -> None:
    """Write what a run is made of; a picture that is there already is not written again, one that is
    no longer needed is removed.

    Raises DiskFull or NotWritable.
    """
    styles = [
        {
            "picture": _put(folder, "style", style.picture),
            "weight": style.weight,
            "mask": None if style.mask is None else _put(folder, "mask", style.mask),
            "name": style.name,
        }
        for style in work.styles
    ]
    found = {
        "version": VERSION,
        "title": title,
        "content": _put(folder, "content", work.content),
        "styles": styles,
        "recipe": asdict(work.recipe),
    }
    with replaced(folder / RUN) as file:
        file.write(json.dumps(found).encode())
    needed = {found["content"], *(style[what] for style in styles for what in ("picture", "mask"))}
    for pattern in ("content-*.png", "style-*.png", "mask-*.png"):
        for path in folder.glob(pattern):
            if path.name not in needed:
                with contextlib.suppress(OSError):
                    path.unlink()


def read_about(folder: Path) -> About:
    """What a run is made of, without its pictures. Raises ValueError, KeyError, TypeError or OSError."""
    found = _read(folder / RUN)
    return About(str(found["title"]), found)


def read_work(folder: Path) -> Work:
    """What a run is made of. Raises as `read_about` does, and UnreadablePicture."""
    found = read_about(folder).work
    styles = tuple(
        Style(
            read_picture(folder, style["picture"]),
            float(style["weight"]),
            None if style["mask"] is None else _read_mask(folder, style["mask"]),
            str(style["name"]),
        )
        for style in found["styles"]
    )
    return Work(read_picture(folder, found["content"]), styles, Recipe.from_mapping(found["recipe"]))


def write_states(folder: Path, states: States) -> None:
    """Write where a run stands. Raises DiskFull or NotWritable."""
    found = {
        "version": VERSION,
        "changed": states.changed.isoformat(),
        "finished": states.finished,
        "states": [asdict(entry) for entry in states.entries],
        "curve": [[row[0], *(float(f"{value:.7g}") for value in row[1:])] for row in states.curve],
    }
    with replaced(folder / STATES) as file:
        file.write(json.dumps(found).encode())


def read_states(folder: Path) -> States:
    """Where a run stands; states whose files have gone are left out. Raises as `read_about` does."""
    found = _read(folder / STATES)
    changed = datetime.fromisoformat(found["changed"])
    if changed.tzinfo is None:
        raise ValueError("a moment without its time zone")
    entries = [
        Entry(
            int(entry["number"]),
            int(entry["iteration"]),
            float(entry["seconds"]),
            *(_checked(entry[name]) for name in ("picture", "canvas", "thumbnail")),
        )
        for entry in found["states"]
    ]
    return States(
        tuple(entry for entry in entries if all((folder / name).is_file() for name in entry.files)),
        tuple(
            (int(row[0]), float(row[1]), float(row[2]), float(row[3]), float(row[4]))
            for row in found["curve"]
        ),
        bool(found["finished"]),
        changed,
    )


def thinned(states: Sequence[S], most: int = MOST_STATES) -> tuple[S, ...]:
    """At most `most` of the states: the first, the last, and between them those that lie most evenly."""
    kept = list(states)
    while len(kept) > max(most, 2):
        gaps = [kept[i + 1].iteration - kept[i - 1].iteration for i in range(1, len(kept) - 1)]
        del kept[1 + gaps.index(min(gaps))]
    return tuple(kept)


def write_picture(folder: Path, name: str, picture: Picture | Mask) -> str:
    """Write a picture under a name that ends in .png or .jpg, and give the name."""
    buffer = io.BytesIO()
    image = Image.fromarray(picture)
    if name.endswith(".jpg"):
        image.save(buffer, "JPEG", quality=85)
    else:
        # The run waits meanwhile: the lowest level takes a third of the usual one's time.
        image.save(buffer, "PNG", compress_level=1)
    with replaced(folder / name) as file:
        file.write(buffer.getbuffer())
    return name


def read_picture(folder: Path, name: object) -> Picture:
    """A picture of the run. Raises ValueError, OSError, UnreadablePicture or PictureTooLarge."""
    checked = _checked(name)
    return decode_picture((folder / checked).read_bytes(), checked)


def thumbnail(picture: Picture, side: int = THUMBNAIL) -> Picture:
    """The picture with a longer side of at most `side` pixels."""
    image = Image.fromarray(picture)
    # First by whole numbers, which is quick, so that a huge picture does not hold the run up.
    image.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return np.ascontiguousarray(np.asarray(image, np.uint8))


def now() -> datetime:
    """This moment, with its time zone."""
    return datetime.now(UTC)


def digest(arrays: Sequence[Picture | Mask]) -> str:
    """16 letters that stand for these arrays, shapes included."""
    found = hashlib.sha256()
    for array in arrays:
        found.update(repr(array.shape).encode())
        found.update(np.ascontiguousarray(array).data)
    return found.hexdigest()[:16]


def _put(folder: Path, what: str, picture: Picture | Mask) -> str:
    name = f"{what}-{digest([picture])}.png"
    return name if (folder / name).is_file() else write_picture(folder, name, picture)


def _read_mask(folder: Path, name: object) -> Mask:
    return np.ascontiguousarray(read_picture(folder, name)[:, :, 0])


def _read(file: Path) -> dict[str, Any]:
    found = json.loads(file.read_bytes())
    if not isinstance(found, dict) or found["version"] != VERSION:
        raise ValueError("no JSON of this version")
    return found


def _checked(name: object) -> str:
    """A name that stays in the folder: the JSON may have been brought here by somebody."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError("no name of a picture")
    return name
