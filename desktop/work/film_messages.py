"""What travels between the jobs of films and their page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.signals.film import FilmWork
from desktop.vectors import Picture


@dataclass(frozen=True, slots=True, eq=False)
class FilmCard:
    """A film or stack that was opened. `frames` is 0 where it does not say; a stack has no `rate`."""

    path: Path
    name: str
    size: tuple[int, int]
    frames: int
    rate: float
    seconds: float
    sound: bool
    stack: bool
    first: Picture


@dataclass(frozen=True, slots=True, eq=False)
class FilmPreview:
    """One frame as it is and as it will about be, and seconds that one takes in the run."""

    content: Picture
    picture: Picture
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class CutOff:
    """A film that was cut off and can be gone on with."""

    key: str
    work: FilmWork
    frames: int
    total: int
