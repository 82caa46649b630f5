"""Where frames come from, one after another, whatever holds them: a film or a stack of slices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.errors import FileMissing
from desktop.pictures import SUFFIXES
from desktop.style.scales import LEAST
from desktop.vectors import Picture


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One frame: (height, width, 3) RGB, upright. `time` and `length` count in the film's own clock."""

    picture: Picture
    index: int  # from 0
    time: int
    length: int


class Shots(Protocol):
    """Anything that gives frames in order. Memory is that of a few frames, whatever the length."""

    path: Path
    name: str
    size: tuple[int, int]
    """Width and height of the frames, upright."""
    total: int
    """How many frames there are, as far as is known; 0 where it is not."""
    rate: float
    """Frames a second; of a stack 0."""
    seconds: float
    """How long it plays; of a stack 0."""
    sound: bool
    """Whether there is a sound track."""
    stack: bool
    """Whether it is a stack of slices."""

    def shots(self, start: int = 0) -> Iterator[Shot]:
        """Every frame from number `start` on, none dropped. At a broken tail it ends; `broken` says so."""

    def at(self, part: float) -> Picture:
        """The frame at this part (0..1) of the whole."""

    def broken(self, read: int) -> str:
        """A sentence where only `read` frames could be read and there should be more, else empty."""


def open_shots(path: Path) -> Shots:
    """A film, or a stack: a TIFF with pages or a folder of slices; judged by what it is.

    Raises FileMissing, UnreadableVideo, NoDecoder, NoPicturesInFilm, EmptyFolder, UnequalSlices or NotAStack.
    """
    from desktop.signals.slices import Slices
    from desktop.signals.video import Video

    if not path.exists():
        raise FileMissing(path=path)
    if path.is_dir() or path.suffix.lower() in SUFFIXES:
        return Slices(path)
    return Video(path)


def size_of(size: tuple[int, int], longer: int) -> tuple[int, int]:
    """Width and height of a result whose longer side has about `longer` pixels; both are even, as most video
    coders ask. The shorter is at least what the networks need.
    """
    ratio = longer / max(size)
    width, height = (max(LEAST, 2 * round(side * ratio / 2)) for side in size)
    return width, height
