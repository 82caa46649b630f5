"""A folder with one folder of recordings or volumes for each class: who speaks, which instrument, which scan.

What can't be used is left out and said; only what makes the whole request senseless is raised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileMissing, LikenessError, Names, Phrase
from desktop.learn.folder import Problem
from desktop.pictures import SUFFIXES as PICTURES
from desktop.pictures import holds_several
from desktop.progress import Progress
from desktop.signals.errors import (
    ClassOfOne,
    InNoClass,
    MixedKinds,
    NoneUsable,
    NothingOfAKind,
    OneClass,
    OneFileEach,
)
from desktop.signals.kinds import KINDS, VOLUME, Kind, Values, kind_of
from desktop.signals.readers import read


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a folder, class by class, none of them opened."""

    folder: Path
    kind: Kind
    files: tuple[Path, ...]
    classes: tuple[str, ...]
    """The class of each file."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """What could be used, file by file, those of one class together."""

    title: str
    kind: Kind
    values: tuple[Values, ...]
    classes: tuple[str, ...]
    problems: tuple[Problem, ...]


def files_in(folder: Path, kind: Kind | None = None) -> list[Path]:
    """The recordings and volumes of a folder and the folders in it, by name, hidden ones left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if (kind_of(path) if kind is None else kind_of(path) is kind)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def is_for_training(folder: Path) -> bool:
    """Whether a folder holds recordings or volumes rather than pictures: by names, and TIFFs by pages."""
    found = files_in(folder)
    if any(kind_of(path) is not VOLUME for path in found):
        return not any(path.suffix.lower() in PICTURES for path in folder.rglob("*"))
    others = (path for path in folder.rglob("*") if path.suffix.lower() in PICTURES - VOLUME.suffixes)
    sorted_in = all(path.parent != folder for path in found)
    return bool(found) and sorted_in and next(others, None) is None and all(map(holds_several, found))


def listed(folder: Path) -> Listed:
    """The files by class, the name of the folder each is in.

    Raises FileMissing, NothingOfAKind, MixedKinds, OneClass or OneFileEach.
    """
    if not folder.is_dir():
        raise FileMissing(path=folder)
    found = files_in(folder)
    inside = [path for path in found if len(path.relative_to(folder).parts) > 1]
    kinds = {kind.name for path in inside for kind in (kind_of(path),) if kind is not None}
    if not inside:
        raise NothingOfAKind(folder=folder.name)
    if len(kinds) > 1:
        raise MixedKinds(folder=folder.name, kinds=_together(sorted(kinds)))
    classes = tuple(path.relative_to(folder).parts[0] for path in inside)
    _check(classes, folder.name)
    alone = [path for path in found if path not in set(inside)]
    problems = tuple(Problem(path, InNoClass(file=path.name)) for path in alone)
    return Listed(folder, KINDS[kinds.pop()], tuple(inside), classes, problems)


def examples(folder: Path) -> Generator[Progress, None, Examples]:
    """Read every file of a folder of classes; a job that tells file by file.

    Raises what `listed` raises, and NoneUsable.
    """
    yield Progress(0, 0, "Reading the folder")
    found = listed(folder)
    values: list[Values] = []
    classes: list[str] = []
    problems = list(found.problems)
    for done, (path, name) in enumerate(zip(found.files, found.classes, strict=True)):
        yield Progress(done, len(found.files), "Reading")
        try:
            values.append(read(path, found.kind))
            classes.append(name)
        except LikenessError as error:
            problems.append(Problem(path, error))
    if not values:
        raise NoneUsable(folder=folder.name, count=len(found.files), reason=problems[-1].error)
    _check(classes, folder.name)
    for name, count in Counter(classes).items():
        if count == 1:
            problems.append(Problem(folder / name, ClassOfOne(name=name)))
    return Examples(folder.name, found.kind, tuple(values), tuple(classes), tuple(problems))


def _check(classes: Sequence[str], folder: str) -> None:
    counts = Counter(classes)
    if len(counts) == 1:
        raise OneClass(folder=folder)
    if sum(count > 1 for count in counts.values()) < 2:
        raise OneFileEach(folder=folder)


def _together(kinds: Sequence[str]) -> Phrase:
    """“sounds and volumes”."""
    plural = {"sound": Phrase("sounds"), "series": Phrase("series"), "volume": Phrase("volumes")}
    *first, last = (plural[kind] for kind in kinds)
    return Phrase("{kinds} and {last}", kinds=Names(first), last=last)
