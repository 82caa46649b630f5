"""What is installed: stored weights, checked before anybody computes with them.

They lie under the home; a built program has its own beside them, which are read where the home has none or
only a damaged one, and never written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from desktop.errors import LikenessError
from desktop.files import replaced
from desktop.paths import Home, shipped_weights
from desktop.settings import Settings
from desktop.weights import convert, own
from desktop.weights.catalogue import (
    Entry,
    Joined,
    catalogue,
    entry,
    joined,
    names_for,
    needed_for_live,
    parts_of,
    words,
)
from desktop.weights.convert import Array
from desktop.weights.errors import (
    ShippedDamaged,
    UnknownTask,
    WeightsDamaged,
    WeightsMissing,
    WrongTask,
)
from desktop.weights.own import Own

R = TypeVar("R")

_CHOSEN = {"detect": "use_detect", "embed": "use_embed"}
"""Tasks where the user chooses between weights, and the setting that holds the choice."""

_checked: set[tuple[str, int, int]] = set()
"""Path, size and time of the files whose digest was right: a file is read through once per process."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of `models list`; the first eight fields are those of contracts.md."""

    name: str
    task: str
    licence: str
    source: str
    """The wheel, as pip is asked for it."""
    bytes: int
    """Size of the original file."""
    sha256: str
    """Digest of the original file."""
    installed: bool
    used: bool
    """Whether the program takes this one for its task."""
    title: str
    member: str
    needed: str
    parts: tuple[str, ...] = ()
    """Names of the rows that this one joins; empty for a file of its own."""


def path(home: Home, name: str) -> Path:
    """Where the weights called `name` are or would be stored. Raises UnknownModel."""
    places = _places(home, entry(name))
    return next((place for place in places if place.exists()), places[0])


def installed(home: Home, name: str) -> bool:
    """Whether the weights are there, made from the file the catalogue names, and not cut off.

    A joined embedder is there where all its parts are. Reads the head of a file only; `tensors` and `file`
    check the rest. Raises UnknownModel.
    """
    if own.find(home, name) is not None:
        return True
    return all(_installed(home, one) for one in parts_of(name))


def _installed(home: Home, wanted: Entry) -> bool:
    return any(_whole(place, wanted) for place in _places(home, wanted))


def _places(home: Home, wanted: Entry) -> tuple[Path, Path]:
    """Where the file of an entry may lie: under the home, which counts first, and inside a built program."""
    return home.weights / wanted.file, shipped_weights() / wanted.file


def _whole(stored: Path, wanted: Entry) -> bool:
    try:
        if wanted.convert == "none":
            return stored.stat().st_size == wanted.bytes
        with stored.open("rb") as opened:
            start = opened.read(8)
            start += opened.read(convert.header_length(start))
            whole = os.fstat(opened.fileno()).st_size == convert.size_of(start)
            return whole and convert.describes(wanted, convert.metadata_of(start))
    except (OSError, ValueError, RecursionError):
        return False


def missing(home: Home, names: Sequence[str]) -> tuple[Entry, ...]:
    """What `names` stand for and is not installed. Raises UnknownModel."""
    mine = {one.name for one in own.listed(home)}
    entries = dict.fromkeys(one for name in names if name not in mine for one in parts_of(name))
    return tuple(one for one in entries if not _installed(home, one))


def require(home: Home, names: Sequence[str]) -> None:
    """Raises WeightsMissing for the first that is not installed."""
    for lacking in missing(home, names):
        raise WeightsMissing(name=lacking.name)


def ready_for_live(home: Home) -> bool:
    """Whether everything that recognition needs is installed."""
    return not missing(home, needed_for_live())


def tensors(home: Home, name: str) -> dict[str, Array]:
    """The arrays of converted weights, writable and C-contiguous; the digest of all of them is checked.

    Raises UnknownModel, WeightsMissing, WeightsDamaged, or ValueError for an entry stored as it came.
    """
    wanted = entry(name)
    if wanted.convert == "none":
        raise ValueError(f"{name} holds no arrays; use file()")
    return _first(home, wanted, lambda place: convert.unpack(wanted, _read(place, wanted)))


def file(home: Home, name: str) -> Path:
    """The stored file of an entry kept as it came (a detector's network, a picture), its digest checked.

    Raises UnknownModel, WeightsMissing, WeightsDamaged, or ValueError for converted weights.
    """
    wanted = entry(name)
    if wanted.convert != "none":
        raise ValueError(f"{name} is converted; use tensors()")
    return _first(home, wanted, lambda place: _checked_file(place, wanted))


def _checked_file(stored: Path, wanted: Entry) -> Path:
    try:
        state = stored.stat()
    except OSError as error:
        raise WeightsMissing(name=wanted.name, details=repr(error)) from error
    key = (str(stored), state.st_size, state.st_mtime_ns)
    if key not in _checked:
        if hashlib.sha256(_read(stored, wanted)).hexdigest() != wanted.sha256:
            raise WeightsDamaged(name=wanted.name, details="the sha256 differs")
        _checked.add(key)
    return stored


def _first(home: Home, wanted: Entry, read: Callable[[Path], R]) -> R:
    """What `read` gives of the first place whose file is right; else it raises what the home's file has."""
    own_place, shipped = _places(home, wanted)
    try:
        return read(own_place)
    except (WeightsMissing, WeightsDamaged) as error:
        try:
            return read(shipped)
        except WeightsMissing:
            raise error from error.__cause__
        except WeightsDamaged as damage:
            raise ShippedDamaged(name=wanted.name, details=damage.details) from damage


def sound(home: Home, name: str) -> bool:
    """Whether the weights are installed and every byte of them is right. Reads all. Raises UnknownModel."""
    if not installed(home, name):
        return False
    wanted = entry(name)
    return any(_right(place, wanted) for place in _places(home, wanted))


def _right(stored: Path, wanted: Entry) -> bool:
    """As `tensors` and `_checked_file` see it, but read anew whatever was checked before."""
    try:
        data = _read(stored, wanted)
        if wanted.convert == "none":
            return hashlib.sha256(data).hexdigest() == wanted.sha256
        convert.unpack(wanted, data)
    except LikenessError:
        return False
    return True


def put(home: Home, wanted: Entry, data: bytes) -> None:
    """Store the bytes that `convert.convert` gave, whole or not at all. Raises DiskFull or NotWritable."""
    with replaced(home.weights / wanted.file) as out:
        out.write(data)


def describe(home: Home, settings: Settings) -> list[Row]:
    """Every entry of the catalogue and what it joins, with their state, in its order; then the user's own."""
    return [
        *(
            Row(
                name=one.name,
                task=one.task,
                licence=one.licence,
                source=one.source,
                bytes=one.bytes,
                sha256=one.sha256,
                installed=installed(home, one.name),
                used=_used(one, settings),
                title=one.title,
                member=one.member,
                needed=one.needed,
            )
            for one in catalogue()
        ),
        *(_joined_row(home, settings, one) for one in joined()),
        *(_own_row(settings, one) for one in own.listed(home)),
    ]


def _joined_row(home: Home, settings: Settings, one: Joined) -> Row:
    parts = parts_of(one.name)
    return Row(
        name=one.name,
        task=one.task,
        licence=words(dict.fromkeys(part.licence for part in parts)),
        source=" ".join(part.source for part in parts),  # pip takes several at once
        bytes=sum(part.bytes for part in parts),
        sha256=one.sha256,
        installed=installed(home, one.name),
        used=settings.use_embed == one.name,
        title=one.title,
        member="",
        needed="optional",
        parts=one.parts,
    )


def _own_row(settings: Settings, one: Own) -> Row:
    return Row(
        name=one.name,
        task="embed",
        licence="your own",
        source=one.file,
        bytes=one.bytes,
        sha256=one.sha256,
        installed=True,
        used=settings.use_embed == one.name,
        title=one.name,
        member=one.file,
        needed="own",
    )


def choose(home: Home, settings: Settings, task: str, name: str) -> Settings:
    """The settings with `name` serving `task`; nothing is saved yet. A trained head goes with one model only.

    Raises UnknownTask, UnknownModel, WrongTask or WeightsMissing.
    """
    if task not in _CHOSEN:
        raise UnknownTask(task=task, known=words(_CHOSEN))
    if own.find(home, name) is not None:
        if task != "embed":
            raise WrongTask(name=name, task=task, known=words(names_for(task)))
        return replace(settings, use_embed=name, use_head="")
    if any(one.task != task for one in parts_of(name)):
        raise WrongTask(name=name, task=task, known=words(names_for(task)))
    if not installed(home, name):
        raise WeightsMissing(name=name)
    if task == "detect":
        return replace(settings, use_detect=name)
    return replace(settings, use_embed=name, use_head="")


def _used(one: Entry, settings: Settings) -> bool:
    if one.task in _CHOSEN:
        return bool(getattr(settings, _CHOSEN[one.task]) == one.name)
    return one.needed == "style"  # one network for each of these duties; samples and tests serve nobody


def _read(stored: Path, wanted: Entry) -> bytes:
    try:
        return stored.read_bytes()
    except FileNotFoundError as error:
        raise WeightsMissing(name=wanted.name, details=repr(error)) from error
    except OSError as error:
        raise WeightsDamaged(name=wanted.name, details=os.strerror(error.errno or 0)) from error
