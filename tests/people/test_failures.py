"""Locked, damaged, read-only, full: one sentence, and nothing changed."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from desktop.errors import DiskFull, LikenessError
from desktop.paths import Home
from desktop.people import database as database_module
from desktop.people import schema
from desktop.people.errors import (
    PeopleBusy,
    PeopleDamaged,
    PeopleReadOnly,
    PeopleTooNew,
    PeopleUnreachable,
)
from desktop.people.store import People
from desktop.people.vault import Vault
from tests.people.made import MODEL, opened, raw, template


@pytest.fixture
def used(home: Home) -> Home:
    """A home with forty people, closed."""
    with opened(home) as people:
        for number in range(40):
            people.add(f"Person {number}", [template(number, side=40)])
    return home


@pytest.fixture
def lin(people: People) -> tuple[People, str]:
    """An open vault with one person."""
    return people, people.add("Lin", [template(1), template(2)]).person.id


def one_sentence(error: LikenessError) -> bool:
    text = str(error)
    return "\n" not in text and 30 < len(text) < 250 and text.endswith(".")


def read_everything(people: People) -> None:
    people.list()
    people.templates(MODEL)
    people.history()
    for person in people.list():
        people.thumbnail(person.id)
        for picture in people.pictures(person.id):
            people.crop(picture.id)


def test_while_another_process_writes_reading_goes_on_and_a_change_is_refused(home: Home) -> None:
    with opened(home, patience=0.05) as people:
        person = people.add("Lin", [template(1)]).person
        other = sqlite3.connect(home.people, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert people.list() == (person,)
        for change in (
            lambda: people.add("Alex", [template(2)]),
            lambda: people.rename(person.id, "Mei"),
            lambda: people.erase(person.id),
            lambda: people.record_seen(person.id, 0.5, 1),
        ):
            with pytest.raises(PeopleBusy, match="Another program is writing") as caught:
                change()
            assert one_sentence(caught.value)
        other.execute("ROLLBACK")
        other.close()
        assert people.list() == (person,)
        people.rename(person.id, "Mei")


def test_a_database_that_another_program_keeps_for_itself_is_said_so(used: Home) -> None:
    other = sqlite3.connect(used.people, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(PeopleBusy):
        opened(used, patience=0.05)
    other.close()
    with opened(used) as people:
        assert len(people.list()) == 40


def damaged(data: bytes) -> dict[str, bytes]:
    middle = len(data) // 2
    return {
        "cut off": data[:middle],
        "cut off inside a page": data[: middle + 100],
        "not a database": b"Dear diary, " * 1000,
        "a damaged header": b"\xff" * 100 + data[100:],
        "zeros in the middle": data[:8192] + bytes(len(data) - 8192),
        "noise": data[:4096] + os.urandom(len(data) - 4096),
        "one page repeated": data[:4096] * (len(data) // 4096),
    }


@pytest.mark.parametrize("how", sorted(damaged(bytes(20000))))
def test_a_damaged_database_is_said_so_and_left_as_it_is(used: Home, how: str) -> None:
    broken = damaged(used.people.read_bytes())[how]
    used.people.write_bytes(broken)
    with pytest.raises(PeopleDamaged, match="Nothing was changed") as caught, opened(used) as people:
        read_everything(people)
    assert str(used.people) in str(caught.value)
    assert one_sentence(caught.value)
    assert used.people.read_bytes() == broken


def test_a_database_of_another_program_is_left_alone(home: Home) -> None:
    other = sqlite3.connect(home.people)
    other.execute("CREATE TABLE recipes (title)")
    other.close()
    before = raw(home)
    with pytest.raises(PeopleDamaged):
        opened(home)
    assert raw(home) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE person SET record = (SELECT record FROM person p WHERE p.id != person.id)",
        "UPDATE person SET key = (SELECT key FROM person p WHERE p.id != person.id)",
        "UPDATE person SET thumbnail = x'00'",
        "UPDATE person SET record = thumbnail",
        "UPDATE template SET details = (SELECT details FROM template t WHERE t.id != template.id)",
        "UPDATE template SET person = (SELECT id FROM person p WHERE p.id != template.person)",
        "UPDATE crop SET picture = (SELECT picture FROM crop c WHERE c.template != crop.template)",
        "UPDATE crop SET picture = substr(picture, 1, length(picture) - 1)",
        "UPDATE embedding SET numbers = (SELECT numbers FROM embedding e WHERE e.number != embedding.number)",
        "UPDATE embedding SET person = (SELECT id FROM person p WHERE p.id != embedding.person)",
        "UPDATE sighting SET seen = (SELECT seen FROM sighting s WHERE s.id != sighting.id)",
        "UPDATE sighting SET seen = seen || x'00'",
        "UPDATE sighting SET seen = 5",
        "UPDATE embedding SET numbers = 'text'",
        "UPDATE embedding SET person = 'nobody'",
        "DELETE FROM crop",
    ],
)
def test_a_row_that_was_tampered_with_is_not_believed(home: Home, statement: str) -> None:
    """Rows of two people are exchanged, cut or overwritten from outside."""
    with opened(home) as people:
        for number, name in enumerate(("Lin", "Alex")):
            person = people.add(name, [template(number)]).person
            people.record_seen(person.id, 0.5, 1)
    outside = sqlite3.connect(home.people)
    outside.execute(statement)
    outside.commit()
    outside.close()
    with pytest.raises(PeopleDamaged, match="was changed from outside"), opened(home) as people:
        read_everything(people)


def test_a_person_whose_row_was_tampered_with_can_still_be_erased(home: Home) -> None:
    with opened(home) as people:
        lin = people.add("Lin", [template(1)]).person
        alex = people.add("Alex", [template(2)]).person
    outside = sqlite3.connect(home.people)
    outside.execute("UPDATE person SET record = x'00' WHERE id = ?", (lin.id,))
    outside.commit()
    outside.close()
    with opened(home) as people:
        people.erase(lin.id)
        assert people.list() == (alex,)


def test_a_full_disk_changes_nothing(lin: tuple[People, str]) -> None:
    people, person = lin
    before = people.list()
    run = people.database.connection.execute
    run("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = run("PRAGMA page_count").fetchone()[0]
    run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="free some space") as caught:
        people.add_templates(person, [template(seed, side=200) for seed in range(3, 6)])
    assert one_sentence(caught.value) or str(caught.value).endswith("Nothing was lost.")
    assert people.list() == before
    read_everything(people)
    run("PRAGMA max_page_count = 1000000")
    assert people.add_templates(person, [template(9, side=200)]).person.templates == 3


def test_a_change_that_failed_leaves_the_earlier_ones_to_be_taken_back(lin: tuple[People, str]) -> None:
    people, person = lin
    renamed = people.rename(person, "Mei")
    other = people.add("Alex", [template(5)]).person
    broken = dataclasses.replace(template(6), crop=np.zeros((0, 0, 3), np.uint8))
    with pytest.raises(ValueError, match=r"\S"):
        people.add("Half", [template(7), broken])
    assert {one.name for one in people.list()} == {"Mei", "Alex"}
    people.erase(other.id)
    people.undo(renamed.undo)
    assert [one.name for one in people.list()] == ["Lin"]


def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only disk: root may write a read-only file, so the connection itself is made read-only."""
    connect = sqlite3.connect

    def refusing(path: Path, **options: object) -> sqlite3.Connection:
        return connect(f"file:{path}?mode=ro", uri=True, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(database_module.sqlite3, "connect", refusing)


def test_a_read_only_database_can_be_read_and_a_change_is_refused(
    used: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = used.people.read_bytes()
    read_only(monkeypatch)
    with opened(used) as people:
        assert len(people.list()) == 40
        with pytest.raises(PeopleReadOnly, match="can't be written") as caught:
            people.add("Lin", [template(1)])
        assert one_sentence(caught.value)
        with pytest.raises(PeopleReadOnly):
            people.erase(people.list()[0].id)
        assert len(people.list()) == 40
    assert used.people.read_bytes() == before


def test_a_folder_that_refuses_the_file_is_said_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refusing(path: object, *rest: int) -> int:
        if str(path).endswith("people.sqlite"):
            raise PermissionError(13, "denied", str(path))
        return real(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(PeopleReadOnly):
        opened(home)


def test_a_folder_where_the_file_should_be_is_said_so(home: Home) -> None:
    home.people.mkdir()
    (home.people / "x").touch()
    with pytest.raises(PeopleReadOnly):
        opened(home)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, PeopleUnreachable),
        (sqlite3.SQLITE_IOERR_FSYNC, PeopleUnreachable),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, PeopleBusy),
        (sqlite3.SQLITE_READONLY_DIRECTORY, PeopleReadOnly),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, PeopleReadOnly),
        (sqlite3.SQLITE_CORRUPT_VTAB, PeopleDamaged),
    ],
)
def test_every_kind_of_error_has_its_sentence(people: People, code: int, kind: type[LikenessError]) -> None:
    error = sqlite3.OperationalError("made up")
    error.sqlite_errorcode = code
    with pytest.raises(kind) as caught, people.database.translated():
        raise error
    assert one_sentence(caught.value)
    assert "made up" in caught.value.details


def test_an_older_schema_is_brought_up_to_date(used: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def second(connection: sqlite3.Connection, vault: Vault) -> None:
        connection.execute("ALTER TABLE person ADD COLUMN note BLOB")
        for person, key in connection.execute("SELECT id, key FROM person").fetchall():
            sealed = vault.person_key(person, key).seal("person", person, "note", b"hello")
            connection.execute("UPDATE person SET note = ? WHERE id = ?", (sealed, person))

    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, second])
    with opened(used) as people:
        assert schema.version(people.database.connection) == len(schema.MIGRATIONS)
        assert len(people.list()) == 40
        read_everything(people)
        row = people.database.connection.execute("SELECT id, note FROM person").fetchone()
        assert people.rows.key(row[0]).open("person", row[0], "note", row[1]) == b"hello"
    monkeypatch.undo()
    with pytest.raises(PeopleTooNew):
        opened(used)


def test_an_update_that_fails_half_way_leaves_the_older_schema(
    used: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def second(connection: sqlite3.Connection, vault: Vault) -> None:
        connection.execute("ALTER TABLE person ADD COLUMN note BLOB")

    def third(connection: sqlite3.Connection, vault: Vault) -> None:
        connection.execute("DELETE FROM template")
        raise KeyboardInterrupt

    before = used.people.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, second, third])
        with pytest.raises(KeyboardInterrupt):
            opened(used)
    with opened(used) as people:
        assert schema.version(people.database.connection) == len(schema.MIGRATIONS)
        read_everything(people)
    assert used.people.read_bytes() == before


def test_a_newer_schema_is_refused(used: Home) -> None:
    other = sqlite3.connect(used.people)
    other.execute("PRAGMA user_version = 99")
    other.commit()
    other.close()
    before = raw(used)
    with pytest.raises(PeopleTooNew, match=r"newer Likeness \(schema 99, this one knows 2\)") as caught:
        opened(used)
    assert one_sentence(caught.value)
    assert raw(used) == before


def test_the_file_says_whose_it_is(used: Home) -> None:
    assert used.people.read_bytes()[68:72] == b"LIKE"


def test_another_thread_is_turned_away(people: People) -> None:
    """One thread uses it: the error is sqlite3's own, a bug of the caller and no sentence."""
    caught: list[BaseException] = []

    def use() -> None:
        try:
            people.list()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_hundred_thousand_templates_are_read_in_a_few_seconds(home: Home) -> None:
    """Measured on a twentieth of them: 5,000 in well under the twentieth of five seconds."""
    with opened(home) as people:
        one = template(1, side=4, dimension=128)
        people.add("Lin", [one] * 5000)
        start = time.process_time()
        found = people.templates(MODEL)
        assert time.process_time() - start < 0.25
        assert found.matrix.shape == (5000, 128)
        assert np.array_equal(found.matrix[4999], one.embedding)
