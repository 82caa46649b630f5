"""People in one encrypted file, and back: export writes them, import merges them.

The content of the file (`container`) is a row of entries: the length of a JSON object, the object, then the
bytes it announces under "blobs". A person comes before the templates, an end with counts last.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from desktop.errors import FileMissing, LikenessError
from desktop.faces.face import ModelId
from desktop.files import replaced
from desktop.people.container import SealedReader, SealedWriter
from desktop.people.errors import ExportDamaged, ExportOverPeople, NotAnExport
from desktop.people.keys import Scrypt
from desktop.people.person import tidy_name
from desktop.people.records import Details, Record, Stored
from desktop.people.store import People
from desktop.pictures import decode_picture
from desktop.progress import Progress

_LENGTH = struct.Struct("<I")
_BLOB_LIMIT = 1 << 30
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a file."""

    people: int
    templates: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: people who are new here, people who were here already, templates added."""

    added: int
    merged: int
    templates: int


def export_people(
    people: People,
    file: Path,
    passphrase: str,
    persons: Sequence[str] | None = None,
    *,
    cost: Scrypt | None = None,
) -> Generator[Progress, None, Exported]:
    """Write people (ids; everybody without) with templates and thumbnails into one encrypted file.

    Raises ExportOverPeople, DiskFull, NotWritable or what reading the people raises; the file is whole or
    absent.
    """
    check_target(people, file)
    with people.reading():
        chosen = people.rows.ids() if persons is None else tuple(persons)
    done = templates = 0
    with replaced(file) as out:
        writer = SealedWriter(out, passphrase, cost or Scrypt())
        for number, person in enumerate(chosen):
            yield Progress(number, len(chosen), "exporting")
            with people.reading():  # one person in one state, even while others change the enrolled
                if people.rows.has(person):
                    templates += _write_person(people, writer, person)
                    done += 1
        _put(writer, {"kind": "end", "people": done, "templates": templates}, [])
        writer.finish()
    return Exported(done, templates)


def check_target(people: People, file: Path) -> None:
    """An export must not take the place of what it exports. Raises ExportOverPeople."""
    if file.resolve() in {own.resolve() for own in people.database.files()}:
        raise ExportOverPeople(file=file)


def _write_person(people: People, writer: SealedWriter, person: str) -> int:
    rows = people.rows
    record = json.loads(rows.record(person).to_bytes())
    _put(writer, {"kind": "person", "id": person, "record": record}, [rows.thumbnail(person)])
    templates = rows.template_ids(person)
    for template in templates:
        stored = rows.stored(person, template)
        entry = {
            "kind": "template",
            "id": template,
            "person": person,
            "details": json.loads(stored.details.to_bytes()),
            "models": [list(model) for model, _ in stored.embeddings],
        }
        _put(writer, entry, [stored.png, *(numbers for _, numbers in stored.embeddings)])
    return len(templates)


def _put(writer: SealedWriter, entry: dict[str, Any], blobs: Sequence[bytes]) -> None:
    head = json.dumps({**entry, "blobs": [len(blob) for blob in blobs]}, ensure_ascii=False).encode("utf-8")
    writer.write(_LENGTH.pack(len(head)) + head)
    for blob in blobs:
        writer.write(blob)


def import_people(people: People, file: Path, passphrase: str) -> Generator[Progress, None, Imported]:
    """Merge the people of an exported file: all of them, or none.

    Somebody with the same id, else with the same name, gets the templates that are not there yet. The whole
    file is read and checked before the first row is written, in one transaction and one step of the job: on a
    connection that is shared with other jobs nothing may come in between. Raises FileMissing, NotAnExport,
    ExportTooNew, ExportLocked, ExportDamaged or what changing the people raises; then nobody was imported.
    """
    size = max(1, file.stat().st_size if file.is_file() else 0)
    with _open(file, passphrase) as (reader, raw):
        for _ in _entries(reader, file):
            yield Progress(raw.tell() * 0.8, size, "checking")
    yield Progress(0.8, 1, "importing")
    with _open(file, passphrase) as (reader, _), people.changing():
        return _merge(people, _entries(reader, file))


@contextmanager
def _open(file: Path, passphrase: str) -> Iterator[tuple[SealedReader, Any]]:
    try:
        with file.open("rb") as raw:
            yield SealedReader(raw, file, passphrase), raw
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except OSError as error:
        raise NotAnExport(file=file, details=repr(error)) from error


@dataclass(frozen=True, slots=True)
class _Someone:
    """A person in a file."""

    id: str
    record: Record
    thumbnail: bytes


@dataclass(frozen=True, slots=True, eq=False)
class _Picture:
    """A template in a file, and whose it is there."""

    person: str
    stored: Stored


def _entries(reader: SealedReader, file: Path) -> Iterator[_Someone | _Picture]:
    """The checked entries of a file: who knows the passphrase can write anything, so nothing is trusted."""
    people: set[str] = set()
    templates = 0
    while True:
        try:
            entry = json.loads(reader.read(_length(reader.read(_LENGTH.size))))
            if entry["kind"] == "end":
                if (entry["people"], entry["templates"]) != (len(people), templates):
                    raise ValueError("counts differ")
                break
            blobs = [reader.read(_size(size)) for size in entry["blobs"]]
            if entry["kind"] == "person":
                someone = _someone(entry, blobs)
                people.add(someone.id)
                yield someone
            elif entry["kind"] == "template" and entry["person"] in people:
                templates += 1
                yield _picture(entry, blobs)
            else:
                raise ValueError("an unknown entry")
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ExportDamaged(file=file, details=repr(error)) from error
        except LikenessError as error:
            if isinstance(error, ExportDamaged):
                raise
            raise ExportDamaged(file=file, details=repr(error)) from error  # a name or picture that can't be
    reader.end()


def _length(data: bytes) -> int:
    found: int = _LENGTH.unpack(data)[0]
    return _size(found)


def _size(size: object) -> int:
    if not isinstance(size, int) or not 0 <= size <= _BLOB_LIMIT:
        raise ValueError("a senseless size")
    return size


def _id(value: object) -> str:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("a senseless id")
    return value


def _someone(entry: dict[str, Any], blobs: list[bytes]) -> _Someone:
    record = Record.from_bytes(json.dumps(entry["record"]).encode())
    if not record.consents or not all(isinstance(consent.by, str) for consent in record.consents):
        raise ValueError("no consent")
    (thumbnail,) = blobs
    if thumbnail:
        decode_picture(thumbnail, "thumbnail")
    return _Someone(_id(entry["id"]), replace(record, name=tidy_name(record.name)), thumbnail)


def _picture(entry: dict[str, Any], blobs: list[bytes]) -> _Picture:
    details = Details.from_bytes(json.dumps(entry["details"]).encode())
    png, *embeddings = blobs
    decode_picture(png, "crop")
    models = [ModelId(str(name), str(digest)) for name, digest in entry["models"]]
    if details.landmarks.shape != (5, 2) or not np.isfinite(details.landmarks).all():
        raise ValueError("senseless landmarks")
    named = "".join(name + digest for name, digest in models)
    if not 0 <= details.quality <= 1 or len(models) != len(embeddings) or "\0" in named:
        raise ValueError("senseless details")
    for numbers in embeddings:
        if not numbers or abs(float(np.linalg.norm(np.frombuffer(numbers, "<f4"))) - 1) > 1e-3:
            raise ValueError("an embedding without unit length")
    stored = Stored(_id(entry["id"]), details, png, tuple(zip(models, embeddings, strict=True)))
    return _Picture(_id(entry["person"]), stored)


def _merge(people: People, entries: Iterator[_Someone | _Picture]) -> Imported:
    here: dict[str, str] = {}  # person in the file: person here
    new: set[str] = set()
    digests: dict[str, set[str]] = {}
    templates = 0
    for entry in entries:
        if isinstance(entry, _Someone):
            known = entry.id if people.rows.has(entry.id) else people.named(entry.record.name)
            if known is None:
                people.rows.insert_person(entry.id, entry.record)
                people.rows.write_thumbnail(entry.id, entry.thumbnail)
                new.add(entry.id)
            else:
                agreed = people.rows.record(known).agreed(*entry.record.consents)
                people.rows.write_record(known, agreed)
            here[entry.id] = known or entry.id
            continue
        person, stored = here[entry.person], entry.stored
        found = digests.setdefault(
            person, {details.digest for details in people.rows.details(person).values()}
        )
        owner = people.rows.owner(stored.id)
        if owner is not None:
            _complete(people, owner, stored)
        elif stored.details.digest not in found:
            people.rows.insert_template(person, stored)
            found.add(stored.details.digest)
            templates += 1
    for person in set(here.values()):
        people.show_best(person)
    return Imported(len(new), len(set(here.values()) - new), templates)


def _complete(people: People, owner: str, stored: Stored) -> None:
    """A template that is here already gets the embeddings by models that are new here."""
    there = {model for model, _ in people.rows.embeddings(owner, stored.id)}
    for model, numbers in stored.embeddings:
        if model not in there:
            people.rows.write_embedding(owner, stored.id, model, numbers)
