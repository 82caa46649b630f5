"""Whether anybody is served worse: the rates apart for each group the user labels, and against quality."""

from __future__ import annotations

import csv
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing, LikenessError, Phrase
from desktop.learn.measure import Measured, measure
from desktop.learn.scores import Tally, codes_of, pair_blocks, pairs_of
from desktop.progress import Progress
from desktop.vectors import Vectors

QUALITY_BINS = 5
"""Equally many pictures in each."""

_LARGEST_FILE = 4_000_000  # bytes; a line has some twenty


class GroupsMalformed(LikenessError):
    """A list of groups that can't be read."""

    sentence = "“{file}” is no list of groups: line {line} {problem}; write one “name,group” a line."


class NobodyInGroups(LikenessError):
    """A list of groups that names nobody of those who were measured."""

    sentence = "“{file}” names nobody who was measured; the names must be those of the people’s folders."


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One group and what its own pairs say: FMR among its people, FNMR of its people."""

    name: str
    measured: Measured


@dataclass(frozen=True, slots=True, eq=False)
class QualityBin:
    """The pairs whose worse picture has a quality of `low` to `high`, 0..1."""

    low: float
    high: float
    measured: Measured


def read_groups(file: Path, known: Sequence[str]) -> dict[str, str]:
    """Groups by name from a CSV file of “name,group” lines, of the people in `known`.

    A first line “name,group” is a heading. Underscores and spaces, upper and lower case count alike in names,
    as folders are read. People who are not known are passed over. Raises FileMissing, GroupsMalformed or
    NobodyInGroups.
    """
    try:
        if file.stat().st_size > _LARGEST_FILE:
            raise GroupsMalformed(
                file=file.name, line=1, problem=Phrase("begins a file that is far too long")
            )
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise GroupsMalformed(
            file=file.name, line=1, problem=Phrase("can't be read"), details=repr(error)
        ) from error
    names = {_plain(name): name for name in known}
    found: dict[str, str] = {}
    try:
        for number, row in enumerate(csv.reader(text.splitlines(), strict=True), start=1):
            cells = [cell.strip() for cell in row]
            if not any(cells) or (number == 1 and [cell.lower() for cell in cells] == ["name", "group"]):
                continue
            if len(cells) != 2 or not all(cells):
                raise GroupsMalformed(file=file.name, line=number, problem=Phrase("has not two entries"))
            name = names.get(_plain(cells[0]))
            if name is None:
                continue
            if found.get(name, cells[1]) != cells[1]:
                raise GroupsMalformed(
                    file=file.name, line=number, problem=Phrase("puts somebody into a second group")
                )
            found[name] = cells[1]
    except csv.Error as error:
        raise GroupsMalformed(
            file=file.name, line=1, problem=Phrase("can't be read"), details=repr(error)
        ) from error
    if not found:
        raise NobodyInGroups(file=file.name)
    return found


def by_group(
    vectors: Vectors, people: Sequence[str], groups: Mapping[str, str]
) -> Generator[Progress, None, tuple[Group, ...]]:
    """Measure the people of each group among themselves, groups by name; a job.

    `groups` gives a group by name; whoever has none is left out.
    """
    of_row = np.array([groups.get(name, "") for name in people], dtype=object)
    found = []
    for name in sorted({group for group in of_row.tolist() if group}):
        rows = np.flatnonzero(of_row == name)
        measured = yield from measure(vectors[rows], [people[row] for row in rows.tolist()])
        found.append(Group(name, measured))
    return tuple(found)


def by_quality(
    vectors: Vectors, people: Sequence[str], quality: NDArray[np.float64], bins: int = QUALITY_BINS
) -> Generator[Progress, None, tuple[QualityBin, ...]]:
    """Measure the pairs apart by the quality (n,) of their worse picture; a job.

    The bins hold equally many pictures; where many have the same quality there are fewer bins.
    """
    inner = np.unique(np.quantile(quality, np.arange(1, bins) / bins)) if len(quality) else np.empty(0)
    low, high = (float(quality.min()), float(quality.max())) if len(quality) else (0.0, 1.0)
    inner = inner[(inner > low) & (inner <= high)]
    codes = codes_of(people)
    count = int(codes.max()) + 1 if len(codes) else 0
    tallies = [(Tally(count, touched=1), Tally(count, touched=2)) for _ in range(len(inner) + 1)]
    done = 0
    for block in pair_blocks(vectors):
        yield Progress(done, pairs_of(len(codes)), "Comparing")
        done += len(block.distances)
        worse = np.minimum(quality[block.first], quality[block.second])
        at = np.searchsorted(inner, worse, side="right")
        one, other = codes[block.first], codes[block.second]
        same = one == other
        for number, (genuine, impostors) in enumerate(tallies):
            mine = same & (at == number)
            genuine.add(block.distances[mine], one[mine])
            mine = ~same & (at == number)
            impostors.add(block.distances[mine], one[mine], other[mine])
    edges = [low, *(float(edge) for edge in inner), high]
    pictures = np.bincount(np.searchsorted(inner, quality, side="right"), minlength=len(tallies))
    return tuple(
        QualityBin(
            edges[n], edges[n + 1], Measured(count, int(pictures[n]), genuine.scores(), impostors.scores())
        )
        for n, (genuine, impostors) in enumerate(tallies)
    )


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
