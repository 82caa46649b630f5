"""What the Studio's sessions tell the window: frozen and complete."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.style.recipe import Mask, Recipe, Start, Work
from desktop.vectors import Picture
from desktop.work.messages import Failure

Point = tuple[int, float, float, float]
"""Iteration and the weighted content, style and tv parts of J."""


@dataclass(frozen=True, slots=True)
class StudioState:
    """How the picture on the canvas is doing.

    `phase` is empty (nothing asked yet), loading (networks), previewing, running, paused, done, cancelled,
    missing (weights) or failed. `run` is the id of the kept run, empty before there is one: done without a
    run is a preview that is whole.
    """

    phase: str
    run: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, eq=False)
class KeptState:
    """One picture of the strip: a state of a run that can be gone back to."""

    run: str
    number: int
    iteration: int
    seconds: float
    thumbnail: Picture


@dataclass(frozen=True, slots=True, eq=False)
class KeptPicture:
    """A kept state read back whole: what is shown, and where a run can be forked."""

    run: str
    number: int
    start: Start
    picture: Picture


@dataclass(frozen=True, slots=True)
class MemoryNeed:
    """What a result of this size needs; in tiles where it does not fit as a whole."""

    width: int
    height: int
    bytes: int
    tiles: bool


@dataclass(frozen=True, slots=True, eq=False)
class Restored:
    """A run read back: what it was made of, where it stood, its strip and its curve.

    `curve` has (iteration, content, style, tv) for every iteration. `start` is None where the run was
    cut off before its first picture.
    """

    run: str
    title: str
    work: Work
    start: Start | None
    picture: Picture
    states: tuple[KeptState, ...]
    curve: tuple[Point, ...]
    finished: bool


@dataclass(frozen=True, slots=True, eq=False)
class ReadPicture:
    """A picture the user gave; `recipe` where it was exported by Likeness with its settings inside.

    `path` is None where it came without a file, or from the shelf.
    """

    name: str
    picture: Picture
    recipe: Recipe | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ReadReport:
    """What came of reading files and folders: the pictures, and each that was left out with its sentence.

    `remarks` are sentences about pictures that were read all the same.
    """

    pictures: tuple[ReadPicture, ...]
    skipped: tuple[tuple[str, Failure], ...] = ()
    remarks: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ShelfStyle:
    """A style on the shelf. `kind` is shipped, sample, own or fixed (instant only: it has no picture).

    `key` names it for good; `thumbnail` is square.
    """

    key: str
    name: str
    kind: str
    thumbnail: Picture


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One picture of the queue. `phase` is waiting, running, paused, done, failed or cancelled.

    `remaining` are seconds until this one is done, those before it included; None where it can't be told.
    """

    key: int
    content: str
    style: str
    phase: str
    fraction: float | None = None
    remaining: float | None = None
    saved_as: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LiveStyleFrame:
    """A stylised camera frame, and how fast they come."""

    picture: Picture
    rate: float
    recording: float | None = None  # seconds recorded so far


@dataclass(frozen=True, slots=True, eq=False)
class PaintedMask:
    """A mask as it was painted, and for which style (its place in the list)."""

    style: int
    mask: Mask
