"""Lists of pairs in the format of Labeled Faces in the Wild.

First line: folds, tab, pairs of each kind in a fold (or the latter alone: one fold). Then for every fold so
many same-person lines `Name i j` and as many different-person lines `Name i Other j`, tabs between. The
picture is Name/Name_0001.jpg. Source: Huang, Ramesh, Berg and Learned-Miller, University of Massachusetts, TR
07-49, 2007.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileMissing, LikenessError, Phrase

SUFFIXES = (".jpg", ".png", ".jpeg")
"""Tried in this order."""


class PairsMalformed(LikenessError):
    """A list of pairs that does not follow the format."""

    sentence = "“{file}” is no list of pairs in the LFW format: line {line} {problem}."


class PictureMissing(LikenessError):
    """A listed picture that is not in the folder."""

    sentence = "“{file}” lists {picture}, which is not in “{folder}”; check --images."


class PicturesMissing(LikenessError):
    """The folder of pictures is not there."""

    sentence = "“{folder}” is no folder with pictures; check --images."


@dataclass(frozen=True, slots=True, order=True)
class Shot:
    """One picture of one person."""

    person: str
    number: int

    def find(self, folder: Path) -> Path | None:
        """Its file, None where there is none."""
        stem = folder / self.person / f"{self.person}_{self.number:04d}"
        return next((f for s in SUFFIXES if (f := stem.with_name(stem.name + s)).is_file()), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures; `fold` counts from 0."""

    first: Shot
    second: Shot
    fold: int

    @property
    def same(self) -> bool:
        """Whether both show one person."""
        return self.first.person == self.second.person


def read_pairs(file: Path) -> tuple[Pair, ...]:
    """All pairs of a list. Raises FileMissing or PairsMalformed."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise PairsMalformed(
            file=file.name, line=1, problem=Phrase("can't be read"), details=repr(error)
        ) from error
    while lines and not lines[-1].strip():
        lines.pop()
    folds, size = _header(file, lines[0] if lines else "")
    if len(lines) - 1 != 2 * folds * size:
        problem = Phrase(
            "promises {count} pairs and {found} follow", count=2 * folds * size, found=len(lines) - 1
        )
        raise PairsMalformed(file=file.name, line=1, problem=problem)
    return tuple(
        _pair(file, number, line, (number - 2) // (2 * size), (number - 2) % (2 * size) < size)
        for number, line in enumerate(lines[1:], start=2)
    )


def _header(file: Path, line: str) -> tuple[int, int]:
    words = line.split()
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 9]
    if len(numbers) != len(words) or len(words) not in (1, 2) or min(numbers) < 1:
        raise PairsMalformed(
            file=file.name, line=1, problem=Phrase("must hold the folds and the pairs in each")
        )
    return (1, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])


def _pair(file: Path, number: int, line: str, fold: int, same: bool) -> Pair:
    words = [word.strip() for word in line.split("\t")] if "\t" in line else line.split()
    wanted = 3 if same else 4
    if len(words) != wanted:
        problem = Phrase("must have {count} entries for a different-person pair", count=wanted)
        if same:
            problem = Phrase("must have {count} entries for a same-person pair", count=wanted)
        raise PairsMalformed(file=file.name, line=number, problem=problem)
    people = [words[0], words[0] if same else words[2]]
    numbers = [words[1], words[2] if same else words[3]]
    if not all(word.isdecimal() and len(word) < 9 for word in numbers):
        raise PairsMalformed(
            file=file.name, line=number, problem=Phrase("has a picture number that is no number")
        )
    # A name becomes part of a path; none may lead out of the folder.
    if any(not name or name in (".", "..") or set(name) & set("/\\:\0") for name in people):
        raise PairsMalformed(file=file.name, line=number, problem=Phrase("has a name that can't be a folder"))
    if not same and people[0] == people[1]:
        raise PairsMalformed(
            file=file.name, line=number, problem=Phrase("names one person twice among different ones")
        )
    shots = [Shot(person, int(number)) for person, number in zip(people, numbers, strict=True)]
    return Pair(shots[0], shots[1], fold)
