"""The models in plain words: what each group is for, what is missing, which row a file belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QCoreApplication

from desktop.ui import local
from desktop.ui.actions import QT_TRANSLATE_NOOP
from desktop.weights.store import Row
from desktop.work.messages import ModelsState

GROUPS: dict[str, tuple[str, str]] = {
    "detect": (
        QT_TRANSLATE_NOOP("models", "Finding faces"),
        QT_TRANSLATE_NOOP("models", "Finds every face in a picture, and the eyes, nose and mouth in it."),
    ),
    "embed": (
        QT_TRANSLATE_NOOP("models", "Telling faces apart"),
        QT_TRANSLATE_NOOP("models", "Turns a face into numbers that are close for one person."),
    ),
    "style": (
        QT_TRANSLATE_NOOP("models", "Painting in a style, with care"),
        QT_TRANSLATE_NOOP("models", "Judges content and style of a picture; the best results, in minutes."),
    ),
    "instant": (
        QT_TRANSLATE_NOOP("models", "Painting in a style, at once"),
        QT_TRANSLATE_NOOP("models", "Reads a style and paints in it within a second."),
    ),
    "sample": (
        QT_TRANSLATE_NOOP("models", "Sample pictures"),
        QT_TRANSLATE_NOOP("models", "Free pictures to try Likeness with."),
    ),
    "test": (
        QT_TRANSLATE_NOOP("models", "For tests"),
        QT_TRANSLATE_NOOP("models", "Pictures that only the program's own tests use."),
    ),
}
"""Title and purpose of each task of the catalogue, in the order they are shown."""

_RECOGNITION = ("detect", "embed")
_FETCHED = ("live", "style", "sample")  # what the catalogue marks for everybody


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that serve one task."""

    task: str
    title: str
    purpose: str
    rows: tuple[Row, ...]


def groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    """The rows by task, without what a person has no use for by itself.

    That are pictures for the program's own tests that nobody fetched, and optional models that serve as a
    part of another row: that row stands for them.
    """
    parts = {part for row in rows for part in row.parts}

    def useful(row: Row) -> bool:
        if row.needed == "test":
            return row.installed
        return row.used or row.needed != "optional" or row.name not in parts

    shown = [row for row in rows if useful(row)]
    made = []
    for task in dict.fromkeys([*GROUPS, *(row.task for row in rows)]):
        title, purpose = GROUPS.get(task, (task, ""))
        mine = tuple(row for row in shown if row.task == task)
        if mine:
            made.append(Group(task, _tr(title), _tr(purpose), mine))
    return tuple(made)


def lacking(rows: Iterable[Row], *, live: bool = False) -> tuple[Row, ...]:
    """What everybody needs and is not installed; with `live`, what recognition is set to use."""

    def needed(row: Row) -> bool:
        in_use = row.used and row.task in _RECOGNITION
        return in_use or (not live and row.needed in _FETCHED)

    found = tuple(row for row in rows if not row.installed and needed(row))
    parts = {part for row in found for part in row.parts}  # fetched with the row that they are a part of
    return tuple(row for row in found if row.name not in parts)


def damaged(state: ModelsState) -> str:
    """The name of the weights that loading found damaged, else an empty one."""
    failure = state.failure
    return str(failure.fields.get("name", "")) if failure and failure.damaged else ""


def choosable(row: Row, rows: Iterable[Row]) -> bool:
    """Whether the user could take this one instead of the one that serves its task now."""
    others = [other for other in rows if other.task == row.task and other.name != row.name]
    return row.installed and not row.used and any(other.used for other in others)


def size(count: int) -> str:
    """A file's size in megabytes, with a decimal where it is small."""
    megabytes = count / 1e6
    return _tr("{size} MB").format(size=local.decimal(megabytes, 0 if megabytes >= 10 else 1))


def title(row: Row) -> str:
    """What the weights are called; the name of an own model is the user's."""
    return row.title if row.needed == "own" else QCoreApplication.translate("catalogue", row.title)


def wheel(row: Row) -> str:
    """The packages a row comes from, as a person says it."""
    return local.listed(source.replace("==", " ") for source in row.source.split())


def belongs(file: Path, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows a file could be for, by its name: the member itself, or the wheel that carries it.

    Never one that joins others, since a file belongs to one of its parts, nor an own one, whose file may be
    replaced.
    """
    name = file.name.lower()
    return tuple(
        row
        for row in rows
        if not row.parts
        and row.needed != "own"
        and (
            PurePosixPath(row.member).name.lower() == name
            or (row.needed != "test" and name.endswith(".whl") and name.startswith(_wheel_start(row.source)))
        )
    )


def _wheel_start(source: str) -> str:
    project, version = source.lower().split("==")
    return f"{project.replace('-', '_').replace('.', '_')}-{version}-"


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
