"""Face models of the user's own: ONNX files that were imported under a name, beside the catalogue's.

Each is the file as it came, and a note that names it; the note is written last, so what has one is whole.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import FileMissing, LikenessError, Phrase
from desktop.files import replaced
from desktop.paths import Home
from desktop.weights.catalogue import catalogue, joined

if TYPE_CHECKING:
    from desktop.weights.graph import Graph

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST: Final = 40
_TAKEN: Final = ("fast",)  # what `--model` means by itself


class BadName(LikenessError):
    """A name that commands could not use, or that something else has."""

    sentence = (
        "A face model of your own can't be called “{name}”; take small letters, digits and hyphens, at most "
        "40, and no name that Likeness has for another."
    )


class NotUsable(LikenessError):
    """A file that is no embedder Likeness can compute."""

    sentence = (
        "“{file}” can't be used as a face model: {problem}. Networks like ArcFace's can, saved as one ONNX "
        "file."
    )


class OwnDamaged(LikenessError):
    """An imported file that is not what was imported."""

    sentence = "Your face model “{name}” is damaged; import its file again, in Models or by “models import”."


@dataclass(frozen=True, slots=True)
class Own:
    """What is noted of an imported model."""

    name: str
    file: str
    """What the file was called."""
    bytes: int
    sha256: str
    dimension: int
    """Numbers in one embedding."""


def listed(home: Home) -> tuple[Own, ...]:
    """All that were imported, by name; a note that can't be read is left out."""
    found = (_noted(file) for file in sorted(_folder(home).glob("*.json")))
    return tuple(one for one in found if one is not None)


def find(home: Home, name: str) -> Own | None:
    """The one called `name`, None where there is none."""
    return next((one for one in listed(home) if one.name == name), None)


def check_name(name: str) -> None:
    """Raises BadName for one that can't be given."""
    others = {*(one.name for one in catalogue()), *(one.name for one in joined()), *_TAKEN}
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in others:
        raise BadName(name=name)


def name_from(file: Path) -> str:
    """A name for a file that came without one: its own, as far as letters and digits go."""
    words = re.findall("[a-z0-9]+", file.stem.lower())
    name = "-".join(words)[:_LONGEST].strip("-") or "own"
    try:
        check_name(name)
    except BadName:
        return f"own-{name}"[:_LONGEST].strip("-")
    return name


def read_file(file: Path) -> tuple[bytes, Graph]:
    """The bytes of a file and the model in them. Raises FileMissing or NotUsable."""
    from desktop.weights import graph  # late: it brings onnx, and listing does without

    try:
        if file.stat().st_size > graph.LARGEST_FILE:  # looked at before it is read
            most = f"{graph.LARGEST_FILE / 1e6:.0f} MB"
            raise NotUsable(file=file.name, problem=Phrase("it is larger than {most}", most=most))
        data = file.read_bytes()
        return data, graph.read(data)
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except OSError as error:
        raise NotUsable(file=file.name, problem=Phrase("it can't be read"), details=repr(error)) from error
    except graph.Refused as error:
        raise NotUsable(file=file.name, problem=error.phrase) from error


def put(home: Home, name: str, file: Path, data: bytes, dimension: int) -> Own:
    """Store a model under a name, in place of an earlier one. Raises BadName, DiskFull or NotWritable."""
    check_name(name)
    one = Own(name, file.name, len(data), hashlib.sha256(data).hexdigest(), dimension)
    with replaced(_folder(home) / f"{name}.onnx") as out:
        out.write(data)
    with replaced(_folder(home) / f"{name}.json") as out:
        out.write(json.dumps(asdict(one)).encode())
    return one


def load(home: Home, one: Own) -> Graph:
    """The model, its digest checked. Raises OwnDamaged."""
    from desktop.weights import graph

    try:
        data = (_folder(home) / f"{one.name}.onnx").read_bytes()
        if hashlib.sha256(data).hexdigest() != one.sha256:
            raise OwnDamaged(name=one.name, details="the sha256 differs")
        return graph.read(data)
    except (OSError, graph.Refused) as error:
        raise OwnDamaged(name=one.name, details=repr(error)) from error


def _noted(file: Path) -> Own | None:
    try:
        found = json.loads(file.read_text("utf-8"))
        name, called, digest = (str(found[key]) for key in ("name", "file", "sha256"))
        one = Own(name, called, int(found["bytes"]), digest, int(found["dimension"]))
        fits = one.name == file.stem and _NAME.fullmatch(one.name)
        whole = file.with_suffix(".onnx").stat().st_size == one.bytes
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return one if fits and whole else None


def _folder(home: Home) -> Path:
    return home.weights / "own"
