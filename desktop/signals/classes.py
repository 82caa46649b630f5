"""A folder with one folder of recordings, clips or volumes for each class: who speaks, which kind of clip.

What can't be used is left out and said; only what makes the whole request senseless is raised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
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
from desktop.signals.volumes import is_grey, is_stack


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of a folder, class by class, none of them opened; of slices a file is their folder."""

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
    """The recordings, clips and volumes of a folder and the folders in it, by name, hidden ones left out.

    A folder of slices is one of them; for a class it lies in the folder of a class, for a network (`kind`)
    anywhere.
    """
    visible = [
        path
        for path in folder.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts) and path.is_file()
    ]
    stacks = set() if kind not in (None, VOLUME) else _stacks(folder, visible, 2 if kind is None else 1)
    files = (path for path in visible if path.parent not in stacks)
    return sorted(
        [*stacks, *(path for path in files if (kind_of(path) if kind is None else kind_of(path) is kind))]
    )


def _stacks(folder: Path, visible: Sequence[Path], depth: int) -> set[Path]:
    """The folders of slices, at least so many folders down."""
    holders = {path.parent for path in visible if path.suffix.lower() in PICTURES}
    return {each for each in holders if len(each.relative_to(folder).parts) >= depth and is_stack(each)}


def is_for_training(folder: Path) -> bool:
    """Whether a folder holds recordings, clips or volumes rather than pictures.

    By names, TIFFs by pages, and folders of slices by whether they are grey: others may be photographs.
    """
    found = files_in(folder)
    pictures = [path for path in folder.rglob("*") if path.suffix.lower() in PICTURES]
    if any(_kind(path) is not VOLUME for path in found):
        return not pictures
    stacks = {path for path in found if path.is_dir()}
    if any(path.suffix.lower() not in VOLUME.suffixes and path.parent not in stacks for path in pictures):
        return False
    sorted_in = all(path.parent != folder for path in found)
    if not found or not sorted_in:
        return False
    return all(is_grey(path) if path in stacks else holds_several(path) for path in found)


def listed(folder: Path) -> Listed:
    """The files by class, the name of the folder each is in.

    Raises FileMissing, NothingOfAKind, MixedKinds, OneClass or OneFileEach.
    """
    if not folder.is_dir():
        raise FileMissing(path=folder)
    found = files_in(folder)
    inside = [path for path in found if len(path.relative_to(folder).parts) > 1]
    kinds = {kind.name for path in inside for kind in (_kind(path),) if kind is not None}
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
            values.append(read(path, found.kind, _noted(problems, path)))
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


def _kind(path: Path) -> Kind | None:
    return VOLUME if path.is_dir() else kind_of(path)


def _noted(problems: list[Problem], path: Path) -> Callable[[LikenessError], None]:
    return lambda error: problems.append(Problem(path, error))


def _check(classes: Sequence[str], folder: str) -> None:
    counts = Counter(classes)
    if len(counts) == 1:
        raise OneClass(folder=folder)
    if sum(count > 1 for count in counts.values()) < 2:
        raise OneFileEach(folder=folder)


def _together(kinds: Sequence[str]) -> Phrase:
    """“sounds and volumes”."""
    plural = {
        "sound": Phrase("sounds"),
        "series": Phrase("series"),
        "clip": Phrase("clips"),
        "volume": Phrase("volumes"),
    }
    *first, last = (plural[kind] for kind in kinds)
    return Phrase("{kinds} and {last}", kinds=Names(first), last=last)
