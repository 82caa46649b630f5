"""A folder of people: who is in it, and the face of each picture, cut out and aligned.

What can't be used is left out and said; only what makes the whole request senseless is raised.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing, LikenessError, NoFace, UnreadablePicture
from desktop.faces.align import align
from desktop.faces.evaluate import central
from desktop.faces.face import Detector
from desktop.faces.quality import assess
from desktop.faces.verify import SMALLEST_FACE
from desktop.learn.errors import (
    NoFaces,
    NoneReadable,
    NoPeople,
    OnePerson,
    OnePicture,
    SameTwice,
    SameUnderTwoNames,
    SeveralPeople,
)
from desktop.pictures import people_in, read_picture
from desktop.progress import Progress
from desktop.vectors import Picture


@dataclass(frozen=True, slots=True)
class FolderPerson:
    """One person of a folder and the files said to show them."""

    name: str
    pictures: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A picture that was left out, or taken with a doubt, and the sentence that says so."""

    file: Path
    error: LikenessError

    @property
    def sentence(self) -> str:
        """The sentence in English, filled in."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Folder:
    """Everybody of a folder by name. No file has been opened yet."""

    path: Path
    people: tuple[FolderPerson, ...]
    problems: tuple[Problem, ...] = ()
    """People without a second picture are no problem: they still are somebody else than the others."""

    @property
    def pictures(self) -> int:
        """How many files there are."""
        return sum(len(person.pictures) for person in self.people)


@dataclass(frozen=True, slots=True, eq=False)
class Shots:
    """The usable pictures, row by row, those of one person together."""

    crops: list[Picture]
    """Aligned faces, (112, 112, 3) each: with `align.TEMPLATE` a View that every embedder takes."""
    people: tuple[str, ...]
    files: tuple[Path, ...]
    quality: NDArray[np.float64]
    """`faces.quality`'s score of each, 0..1."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    crops: list[Picture] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    quality: list[float] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[bytes, tuple[Path, str]] = field(default_factory=dict)
    twice: set[Path] = field(default_factory=set)
    """Files that show under two names what is one picture."""


def read_folder(folder: Path) -> Generator[Progress, None, Folder]:
    """List the people of a folder, the way `enroll` does (`pictures.people_in`); a job.

    Raises FileMissing, NoPeople, OnePerson, or OnePicture where nobody has two.
    """
    yield Progress(0, 0, "Reading the folder")
    if not folder.is_dir():
        raise FileMissing(path=folder)
    found = people_in(folder)
    people = tuple(FolderPerson(name, tuple(files)) for name, files in sorted(found.items()))
    check((person.name for person in people for _ in person.pictures), folder.name)
    return Folder(folder, people)


def find_faces(folder: Folder, detector: Detector) -> Generator[Progress, None, Shots]:
    """Read every picture and cut out its most central face; a job that tells picture by picture.

    Left out and said: a file that can't be read, a picture without a face, the same picture twice (by the
    digest of its pixels, so that another name or file format does not hide it). Under two names both go: one
    of the names is wrong and nothing says which. Raises NoneReadable, NoFaces, SameUnderTwoNames, OnePerson
    or OnePicture where too little is left.
    """
    found = _Found()
    done = 0
    for person in folder.people:
        for file in person.pictures:
            yield Progress(done, folder.pictures, "Looking for faces")
            try:
                _look(found, folder.path, file, person.name, detector)
            except LikenessError as error:
                found.problems.append(Problem(file, error))
            done += 1
    yield Progress(done, folder.pictures, "Looking for faces")
    keep = [row for row, file in enumerate(found.files) if file not in found.twice]
    if not keep:
        raise _nothing(found, folder)
    people = tuple(found.people[row] for row in keep)
    check(people, folder.path.name)
    return Shots(
        [found.crops[row] for row in keep],
        people,
        tuple(found.files[row] for row in keep),
        np.array([found.quality[row] for row in keep]),
        tuple(found.problems),
    )


def check(people: Iterable[str], folder: str) -> None:
    """Whether pictures of these people, one name a picture, can tell anything.

    Raises NoPeople, OnePerson or OnePicture; `folder` is what the sentence calls where they are from.
    """
    counts = Counter(people)
    if not counts:
        raise NoPeople(folder=folder)
    if len(counts) == 1:
        raise OnePerson(folder=folder)
    if max(counts.values()) == 1:
        raise OnePicture(folder=folder)


def _nothing(found: _Found, folder: Folder) -> LikenessError:
    """Why not one picture of a folder can be used."""
    errors = [problem.error for problem in found.problems]
    if all(isinstance(error, UnreadablePicture) for error in errors):
        return NoneReadable(folder=folder.path.name, count=folder.pictures)
    if found.files:  # there were faces, but of pictures with two names each
        return next(error for error in errors if isinstance(error, SameUnderTwoNames))
    return NoFaces(folder=folder.path.name, count=folder.pictures, size=SMALLEST_FACE)


def _look(found: _Found, top: Path, file: Path, person: str, detector: Detector) -> None:
    title = file.relative_to(top).as_posix()
    picture = read_picture(file, title)
    key = hashlib.sha256(repr(picture.shape).encode() + picture.tobytes()).digest()
    if key in found.seen:
        other, name = found.seen[key]
        titles = {"picture": title, "other": other.relative_to(top).as_posix()}
        if name == person:
            raise SameTwice(**titles)
        found.twice |= {other, file}
        raise SameUnderTwoNames(**titles)
    found.seen[key] = (file, person)
    faces = detector.detect(picture)
    face = central(faces, picture)
    if face is None:
        raise NoFace(picture=title, size=SMALLEST_FACE)
    if len(faces) > 1:
        error = SeveralPeople(picture=title, count=len(faces), person=person)
        found.problems.append(Problem(file, error))
    crop = align(picture, face.landmarks)
    found.crops.append(crop)
    found.people.append(person)
    found.files.append(file)
    found.quality.append(assess(picture, face, crop).score)
