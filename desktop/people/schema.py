"""Tables of the database and the steps from each version to the next.

PRAGMA user_version is the number of steps that were taken. A step is never changed once it has shipped; a new
version appends one. `seal` is frozen from the first version on: it is read before any step is taken, so that
a wrong key changes nothing.

In the clear are only random ids, counts and sizes; the tag of a model is a keyed hash (`Vault.tag`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from desktop.people.vault import Vault

APPLICATION_ID = 0x4C494B45
"""“LIKE”: what `file` and SQLite tools know the database by."""

Migration = Callable[[sqlite3.Connection, Vault], None]

_FIRST = (
    # One row for each way to the vault's key: kind 'keystore' or 'passphrase', its JSON parameters, and the
    # vault's key sealed under what that way gives.
    """CREATE TABLE seal (
        kind TEXT PRIMARY KEY NOT NULL, vault TEXT NOT NULL, parameters TEXT NOT NULL, key BLOB NOT NULL)""",
    # Work that an erase has still to do where it was stopped between its commit and the end of its clean-up.
    "CREATE TABLE chore (name TEXT PRIMARY KEY NOT NULL)",
    """CREATE TABLE person (
        id TEXT PRIMARY KEY NOT NULL, key BLOB NOT NULL, record BLOB NOT NULL, thumbnail BLOB NOT NULL)""",
    """CREATE TABLE template (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL,
        person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE, details BLOB NOT NULL)""",
    "CREATE INDEX template_person ON template(person)",
    # Apart from the template: crops are large, and most reads want none of them.
    """CREATE TABLE crop (
        template TEXT PRIMARY KEY NOT NULL REFERENCES template(id) ON DELETE CASCADE,
        picture BLOB NOT NULL)""",
    # The person again, so that 100,000 rows open without a join.
    """CREATE TABLE embedding (
        number INTEGER PRIMARY KEY, template TEXT NOT NULL REFERENCES template(id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
        model BLOB NOT NULL, numbers BLOB NOT NULL, UNIQUE (template, model))""",
    "CREATE INDEX embedding_person ON embedding(person)",
    """CREATE TABLE sighting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE, seen BLOB NOT NULL)""",
    "CREATE INDEX sighting_person ON sighting(person)",
)


def _first(connection: sqlite3.Connection, vault: Vault) -> None:
    for statement in _FIRST:
        connection.execute(statement)


_HEADS = (
    # What was learnt from the enrolled, under a key of its own, and who took part. Whoever leaves takes it
    # along, erased or merged: a cascade fires triggers as any DELETE does.
    "CREATE TABLE head (name TEXT PRIMARY KEY NOT NULL, key BLOB NOT NULL, numbers BLOB NOT NULL)",
    """CREATE TABLE taught (
        head TEXT NOT NULL REFERENCES head(name) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE, PRIMARY KEY (head, person))""",
    "CREATE INDEX taught_person ON taught(person)",
    """CREATE TRIGGER taught_gone AFTER DELETE ON taught BEGIN
        DELETE FROM head WHERE name = OLD.head; END""",
)


def _heads(connection: sqlite3.Connection, vault: Vault) -> None:
    del vault
    for statement in _HEADS:
        connection.execute(statement)


MIGRATIONS: list[Migration] = [_first, _heads]
"""The step at index i leads from version i to i + 1."""


def version(connection: sqlite3.Connection) -> int:
    """How many steps this database has taken; 0 for an empty one."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection, vault: Vault) -> None:
    """Take the steps that are missing. Call inside a transaction: all of them are taken, or none."""
    for number, step in enumerate(MIGRATIONS[version(connection) :], start=version(connection) + 1):
        step(connection, vault)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
