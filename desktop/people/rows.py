"""The rows of the enrolled: each function reads or writes sealed rows and knows no rules.

Rules (what a name may be, what belongs into one change, what can be undone) are in `store`. Every function
runs inside a block of `Database`, which turns its errors into sentences.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import numpy as np

from desktop.faces.face import ModelId
from desktop.people.person import Sighting
from desktop.people.records import (
    Details,
    Record,
    Stored,
    embedding_bytes,
    sighting_bytes,
    split_embedding,
    split_sighting,
)
from desktop.people.vault import PersonKey, Unopenable, Vault, model_bytes
from desktop.vectors import Vectors


def new_id() -> str:
    """A random id of 128 bits, as hex."""
    return uuid.uuid4().hex


class NoRow(Unopenable):
    """A person or template that is not there. Where it has to be, the file was changed from outside."""


class Rows:
    """Sealed rows over one connection. Keeps people's opened keys in memory."""

    def __init__(self, connection: sqlite3.Connection, vault: Vault) -> None:
        self._run = connection.execute
        self._vault = vault
        self._keys: dict[str, PersonKey] = {}

    # People.

    def forget_keys(self, person: str | None = None) -> None:
        """Drop one person's opened key, or everybody's."""
        if person is None:
            self._keys.clear()
        else:
            self._keys.pop(person, None)

    def key(self, person: str) -> PersonKey:
        """A person's opened key. Raises NoRow where there is no such person."""
        found = self._keys.get(person)
        if found is None:
            row = self._run("SELECT key FROM person WHERE id = ?", (person,)).fetchone()
            if row is None:
                raise NoRow
            found = self._keys[person] = self._vault.person_key(person, row[0])
        return found

    def has(self, person: str) -> bool:
        """Whether there is such a person."""
        return self._run("SELECT 1 FROM person WHERE id = ?", (person,)).fetchone() is not None

    def ids(self) -> tuple[str, ...]:
        """Everybody's id."""
        return tuple(row[0] for row in self._run("SELECT id FROM person ORDER BY rowid").fetchall())

    def record(self, person: str) -> Record:
        """A person's record. Raises NoRow."""
        row = self._run("SELECT record FROM person WHERE id = ?", (person,)).fetchone()
        if row is None:
            raise NoRow
        return Record.from_bytes(self.key(person).open("person", person, "record", row[0]))

    def records(self) -> Iterator[tuple[str, Record, int]]:
        """Everybody's id, record and number of templates."""
        counts = dict(self._run("SELECT person, count(*) FROM template GROUP BY person").fetchall())
        for person, key, record in self._run("SELECT id, key, record FROM person ORDER BY rowid").fetchall():
            opened = self._keys.get(person)
            if opened is None:
                opened = self._keys[person] = self._vault.person_key(person, key)
            yield (
                person,
                Record.from_bytes(opened.open("person", person, "record", record)),
                counts.get(person, 0),
            )

    def insert_person(self, person: str, record: Record) -> None:
        """A new person under a new key."""
        sealed, key = self._vault.new_key(person)
        values = (person, sealed, self._record(key, record), key.seal("person", person, "thumbnail", b""))
        self._run("INSERT INTO person (id, key, record, thumbnail) VALUES (?, ?, ?, ?)", values)
        self._keys[person] = key

    def write_record(self, person: str, record: Record) -> None:
        """Replace a person's record."""
        sealed = self._record(self.key(person), record)
        self._run("UPDATE person SET record = ? WHERE id = ?", (sealed, person))

    def _record(self, key: PersonKey, record: Record) -> bytes:
        return key.seal("person", key.person, "record", record.to_bytes())

    def thumbnail(self, person: str) -> bytes:
        """The thumbnail's JPEG file, empty where there is none. Raises NoRow."""
        row = self._run("SELECT thumbnail FROM person WHERE id = ?", (person,)).fetchone()
        if row is None:
            raise NoRow
        return self.key(person).open("person", person, "thumbnail", row[0])

    def write_thumbnail(self, person: str, jpeg: bytes) -> None:
        """Replace a person's thumbnail."""
        sealed = self.key(person).seal("person", person, "thumbnail", jpeg)
        self._run("UPDATE person SET thumbnail = ? WHERE id = ?", (sealed, person))

    def sealed_person(self, person: str) -> tuple[object, ...]:
        """A person's row as it is, sealed, for `restore_person`."""
        row = self._run("SELECT id, key, record, thumbnail FROM person WHERE id = ?", (person,)).fetchone()
        if row is None:
            raise NoRow
        return tuple(row)

    def opened_record(self, row: tuple[object, ...]) -> Record:
        """The record in a row of `sealed_person`, whose person has to be there."""
        person = str(row[0])
        return Record.from_bytes(self.key(person).open("person", person, "record", _bytes(row[2])))

    def restore_person(self, row: tuple[object, ...]) -> None:
        """Put a row of `sealed_person` back."""
        self._run("INSERT INTO person (id, key, record, thumbnail) VALUES (?, ?, ?, ?)", row)

    def delete_person(self, person: str) -> None:
        """Destroy a person's key and every row. What is overwritten on disk is SQLite's business."""
        self._run("DELETE FROM person WHERE id = ?", (person,))  # the other tables follow (ON DELETE CASCADE)
        self.forget_keys(person)

    # Templates.

    def owner(self, template: str) -> str | None:
        """Whose template it is."""
        row = self._run("SELECT person FROM template WHERE id = ?", (template,)).fetchone()
        return None if row is None else str(row[0])

    def template_ids(self, person: str) -> tuple[str, ...]:
        """A person's templates in the order they came."""
        rows = self._run("SELECT id FROM template WHERE person = ? ORDER BY number", (person,)).fetchall()
        return tuple(row[0] for row in rows)

    def details(self, person: str) -> dict[str, Details]:
        """The details of a person's templates, by template."""
        key = self.key(person)
        rows = self._run(
            "SELECT id, details FROM template WHERE person = ? ORDER BY number", (person,)
        ).fetchall()
        return {id: Details.from_bytes(key.open("template", id, "details", sealed)) for id, sealed in rows}

    def detail(self, person: str, template: str) -> Details:
        """The details of one template of a person. Raises NoRow."""
        row = self._run("SELECT details FROM template WHERE id = ?", (template,)).fetchone()
        if row is None:
            raise NoRow
        return Details.from_bytes(self.key(person).open("template", template, "details", row[0]))

    def insert_template(self, person: str, stored: Stored) -> None:
        """A template with its crop and embeddings."""
        key = self.key(person)
        details = key.seal("template", stored.id, "details", stored.details.to_bytes())
        self._run("INSERT INTO template (id, person, details) VALUES (?, ?, ?)", (stored.id, person, details))
        picture = key.seal("crop", stored.id, "picture", stored.png)
        self._run("INSERT INTO crop (template, picture) VALUES (?, ?)", (stored.id, picture))
        for model, numbers in stored.embeddings:
            self.write_embedding(person, stored.id, model, numbers)

    def crop(self, person: str, template: str) -> bytes:
        """A template's crop as a PNG file. Raises NoRow."""
        row = self._run("SELECT picture FROM crop WHERE template = ?", (template,)).fetchone()
        if row is None:
            raise NoRow
        return self.key(person).open("crop", template, "picture", row[0])

    def sealed_template(self, template: str) -> tuple[list[tuple[object, ...]], ...]:
        """The rows of a template as they are, sealed, for `restore_template`."""
        return tuple(
            self._run(statement, (template,)).fetchall()
            for statement in (
                "SELECT number, id, person, details FROM template WHERE id = ?",
                "SELECT template, picture FROM crop WHERE template = ?",
                "SELECT template, person, model, numbers FROM embedding WHERE template = ?",
            )
        )

    def restore_template(self, rows: tuple[list[tuple[object, ...]], ...]) -> None:
        """Put the rows of `sealed_template` back; the template takes its old place where that is free."""
        (template,), crops, embeddings = rows
        if self._run("SELECT 1 FROM template WHERE number = ?", template[:1]).fetchone():
            template = (None, *template[1:])
        self._run("INSERT INTO template (number, id, person, details) VALUES (?, ?, ?, ?)", template)
        for crop in crops:
            self._run("INSERT INTO crop (template, picture) VALUES (?, ?)", crop)
        for embedding in embeddings:
            self._run(
                "INSERT INTO embedding (template, person, model, numbers) VALUES (?, ?, ?, ?)", embedding
            )

    def delete_template(self, template: str) -> None:
        """Delete a template, its crop and its embeddings."""
        self._run("DELETE FROM template WHERE id = ?", (template,))

    def stored(self, person: str, template: str) -> Stored:
        """A template with everything that is kept of it. Raises NoRow."""
        details = self.detail(person, template)
        return Stored(
            template, details, self.crop(person, template), tuple(self.embeddings(person, template))
        )

    def move_template(self, template: str, person: str, to: str) -> None:
        """Give a template to another person, sealed anew under that person's key."""
        old, new = self.key(person), self.key(to)
        (number, _, _, details), *_ = self.sealed_template(template)[0]
        plain = old.open("template", template, "details", _bytes(details))
        values = (to, new.seal("template", template, "details", plain), number)
        self._run("UPDATE template SET person = ?, details = ? WHERE number = ?", values)
        picture = new.seal("crop", template, "picture", self.crop(person, template))
        self._run("UPDATE crop SET picture = ? WHERE template = ?", (picture, template))
        rows = self._run("SELECT number, numbers FROM embedding WHERE template = ?", (template,)).fetchall()
        for number, sealed in rows:
            numbers = new.seal(
                "embedding", template, "numbers", old.open("embedding", template, "numbers", sealed)
            )
            self._run("UPDATE embedding SET person = ?, numbers = ? WHERE number = ?", (to, numbers, number))

    # Embeddings.

    def write_embedding(self, person: str, template: str, model: ModelId, numbers: bytes) -> None:
        """A template's embedding by one model; replaces an earlier one by the same model."""
        sealed = self.key(person).seal("embedding", template, "numbers", embedding_bytes(model, numbers))
        self._run(
            "INSERT OR REPLACE INTO embedding (template, person, model, numbers) VALUES (?, ?, ?, ?)",
            (template, person, self._vault.tag(model), sealed),
        )

    def embeddings(self, person: str, template: str) -> Iterator[tuple[ModelId, bytes]]:
        """Every embedding of a template."""
        key = self.key(person)
        rows = self._run(
            "SELECT numbers FROM embedding WHERE template = ? ORDER BY number", (template,)
        ).fetchall()
        for (sealed,) in rows:
            yield split_embedding(key.open("embedding", template, "numbers", sealed))

    def models(self, person: str) -> dict[str, tuple[ModelId, ...]]:
        """Which models have embedded each template of a person."""
        key = self.key(person)
        found: dict[str, tuple[ModelId, ...]] = {}
        statement = "SELECT template, numbers FROM embedding WHERE person = ? ORDER BY number"
        for template, sealed in self._run(statement, (person,)).fetchall():
            model, _ = split_embedding(key.open("embedding", template, "numbers", sealed))
            found[template] = (*found.get(template, ()), model)
        return found

    def matrix(self, model: ModelId) -> tuple[list[str], list[str], Vectors]:
        """Every embedding by one model: templates, their owners, and (n, d) unit rows; (0, 0) without any."""
        templates: list[str] = []
        owners: list[str] = []
        numbers = bytearray()
        start = model_bytes(model)
        keys = {person: self.key(person) for person in self.ids()}
        rows = self._run(
            "SELECT template, person, numbers FROM embedding WHERE model = ? ORDER BY number",
            (self._vault.tag(model),),
        )
        for template, person, sealed in rows:
            if person not in keys:
                raise Unopenable
            plain = keys[person].open("embedding", template, "numbers", sealed)
            if not plain.startswith(start):
                raise Unopenable
            templates.append(template)
            owners.append(person)
            numbers += memoryview(plain)[len(start) :]
        count = len(templates)
        if not count:
            return [], [], np.zeros((0, 0), np.float32)
        if len(numbers) % (4 * count):
            raise Unopenable
        return (
            templates,
            owners,
            np.frombuffer(numbers, dtype="<f4").astype(np.float32, copy=False).reshape(count, -1),
        )

    def without(self, model: ModelId) -> list[tuple[str, str]]:
        """Template and owner wherever that model has not embedded the template yet."""
        return self._run(
            """SELECT id, person FROM template WHERE NOT EXISTS
               (SELECT 1 FROM embedding WHERE template = template.id AND model = ?) ORDER BY number""",
            (self._vault.tag(model),),
        ).fetchall()

    def delete_embeddings(self, model: ModelId) -> None:
        """Delete every embedding by one model."""
        self._run("DELETE FROM embedding WHERE model = ?", (self._vault.tag(model),))

    # Sightings.

    def insert_sighting(self, person: str, seen: datetime, similarity: float, track: int) -> int:
        """A sighting; gives its number, which is never used again."""
        row = self._run("SELECT seq FROM sqlite_sequence WHERE name = 'sighting'").fetchone()
        number = 1 + (row[0] if row else 0)
        sealed = self.key(person).seal("sighting", number, "seen", sighting_bytes(seen, similarity, track))
        self._run("INSERT INTO sighting (id, person, seen) VALUES (?, ?, ?)", (number, person, sealed))
        return number

    def sightings(self, people: Iterable[str]) -> Iterator[Sighting]:
        """The sightings of these people, each person's newest first."""
        for person in people:
            key = self.key(person)
            statement = "SELECT id, seen FROM sighting WHERE person = ? ORDER BY id DESC"
            for number, sealed in self._run(statement, (person,)).fetchall():
                seen, similarity, track = split_sighting(key.open("sighting", number, "seen", sealed))
                yield Sighting(number, person, seen, similarity, track)

    def sighting_ids(self, person: str) -> tuple[int, ...]:
        """The numbers of a person's sightings."""
        return tuple(
            row[0] for row in self._run("SELECT id FROM sighting WHERE person = ?", (person,)).fetchall()
        )

    def move_sightings(self, numbers: Sequence[int], person: str, to: str) -> None:
        """Give sightings of one person to another, sealed anew; those that are gone are passed over."""
        old, new = self.key(person), self.key(to)
        for number in numbers:
            row = self._run(
                "SELECT seen FROM sighting WHERE id = ? AND person = ?", (number, person)
            ).fetchone()
            if row is not None:
                sealed = new.seal("sighting", number, "seen", old.open("sighting", number, "seen", row[0]))
                self._run("UPDATE sighting SET person = ?, seen = ? WHERE id = ?", (to, sealed, number))

    def delete_sightings(self, numbers: Iterable[int]) -> None:
        """Delete sightings."""
        for number in numbers:
            self._run("DELETE FROM sighting WHERE id = ?", (number,))

    # What was learnt from people.

    def write_head(self, name: str, data: bytes, people: Sequence[str]) -> None:
        """Keep a head under a new key."""
        place = f"head {name}"
        sealed, key = self._vault.new_key(place)
        values = (name, sealed, key.seal("head", name, "numbers", data))
        self._run("INSERT INTO head (name, key, numbers) VALUES (?, ?, ?)", values)
        for person in people:
            self._run("INSERT INTO taught (head, person) VALUES (?, ?)", (name, person))

    def head(self, name: str) -> bytes | None:
        """A head's bytes, None where there is none of that name."""
        row = self._run("SELECT key, numbers FROM head WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        return self._vault.person_key(f"head {name}", row[0]).open("head", name, "numbers", row[1])

    def head_names(self) -> tuple[str, ...]:
        """The names of all heads."""
        return tuple(row[0] for row in self._run("SELECT name FROM head ORDER BY name").fetchall())

    def delete_head(self, name: str) -> None:
        """Destroy a head's key and numbers."""
        self._run("DELETE FROM head WHERE name = ?", (name,))


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise Unopenable
    return value
