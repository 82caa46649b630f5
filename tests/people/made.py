"""Made-up templates and the raw bytes of a database, for the tests of the enrolled."""

from __future__ import annotations

import sqlite3

import numpy as np

from desktop.faces.face import ModelId
from desktop.paths import Home
from desktop.people.keys import Scrypt
from desktop.people.person import NewTemplate
from desktop.people.store import People
from desktop.people.unlock import unlock

CHEAP = Scrypt(n=2**4)
PASSPHRASE = "open sesame"
MODEL = ModelId("sface", "ab" * 32)
OTHER = ModelId("head", "cd" * 32)


def opened(home: Home, passphrase: str | None = PASSPHRASE, patience: float = 0.2) -> People:
    """The enrolled, without the wait that a real passphrase costs."""
    return unlock(home, passphrase, cost=CHEAP, patience=patience)


def template(seed: int = 0, side: int = 16, quality: float | None = None, dimension: int = 8) -> NewTemplate:
    """A template of noise; another seed, another template."""
    chance = np.random.default_rng(seed)
    embedding = chance.normal(size=dimension).astype(np.float32)
    embedding /= np.linalg.norm(embedding)
    crop = chance.integers(0, 256, (side, side + 2, 3), np.uint8)
    landmarks = (np.array([[4, 5], [11, 5], [8, 8], [5, 11], [10, 11]]) * side / 16).astype(np.float32)
    score = float(chance.random()) if quality is None else quality
    return NewTemplate(crop, landmarks, embedding, MODEL, score)


def raw(people_or_home: People | Home) -> bytes:
    """Every byte of the database's files."""
    path = people_or_home.people if isinstance(people_or_home, Home) else people_or_home.database.path
    files = sorted(path.parent.glob(path.name + "*"))
    assert files
    return b"\n".join(file.read_bytes() for file in files)


def sealed(people: People, person: str) -> list[bytes]:
    """Every sealed value, and every id, that the database keeps of a person."""
    found: list[bytes] = []
    templates = people.rows.template_ids(person)
    run = people.database.connection.execute
    for table in ("person", "template", "embedding", "sighting"):
        where = "id" if table == "person" else "person"
        found += _values(run(f"SELECT * FROM {table} WHERE {where} = ?", (person,)))
    for one in templates:
        found += _values(run("SELECT * FROM crop WHERE template = ?", (one,)))
    model_tags = {row[0] for row in run("SELECT DISTINCT model FROM embedding")}
    return [value for value in found if value not in model_tags]


def _values(rows: sqlite3.Cursor) -> list[bytes]:
    flat = [value for row in rows.fetchall() for value in row]
    return [
        value.encode() if isinstance(value, str) else value for value in flat if not isinstance(value, int)
    ]


def traces(values: list[bytes], data: bytes) -> int:
    """How many of the values have left 16 bytes in a row anywhere in the data."""
    windows = {data[start : start + 16] for start in range(len(data))} if len(data) < 4_000_000 else None
    assert windows is not None, "too much data for this way of looking"
    return sum(
        any(value[start : start + 16] in windows for start in range(max(1, len(value) - 15)))
        for value in values
    )
