"""The database file: opened for this user alone, changed in whole transactions, its errors made sentences.

SQLite's own safety does the work: a write-ahead log with full synchronisation, so that a change is there
whole or not at all whenever the process is killed, and `secure_delete`, so that what is deleted is
overwritten with zeros.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import DiskFull, LikenessError
from desktop.people import schema
from desktop.people.errors import (
    PeopleBusy,
    PeopleDamaged,
    PeopleReadOnly,
    PeopleTooNew,
    PeopleUnreachable,
)
from desktop.people.vault import Unopenable

PATIENCE = 5.0
"""Seconds to wait for another process that writes."""

_KINDS: dict[int, type[LikenessError]] = {
    sqlite3.SQLITE_BUSY: PeopleBusy,
    sqlite3.SQLITE_LOCKED: PeopleBusy,
    sqlite3.SQLITE_PROTOCOL: PeopleBusy,
    sqlite3.SQLITE_CORRUPT: PeopleDamaged,
    sqlite3.SQLITE_NOTADB: PeopleDamaged,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: PeopleReadOnly,
    sqlite3.SQLITE_PERM: PeopleReadOnly,
    sqlite3.SQLITE_CANTOPEN: PeopleReadOnly,
    sqlite3.SQLITE_IOERR: PeopleUnreachable,
}


class Database:
    """One connection. Use it in the thread that opened it; other threads and processes open their own."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        """Open the file, or make an empty one. Nothing is written to one that exists.

        Raises PeopleBusy, PeopleDamaged, PeopleTooNew, PeopleReadOnly, PeopleUnreachable or DiskFull.
        """
        self.path = path
        self._patience = patience
        self._make_private()
        with self.translated():
            self.connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
            # A seal that was overwritten with text should fail as a seal, not as text.
            self.connection.text_factory = lambda data: data.decode("utf-8", "replace")
            try:
                self._set_up()
            except BaseException:
                self.connection.close()
                raise

    def _make_private(self) -> None:
        try:
            # SQLite gives its -wal and -shm files the mode of the main file.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(path=self.path, details=repr(error)) from error
            raise PeopleReadOnly(path=self.path, details=repr(error)) from error
        if sys.platform != "win32":
            for file in self.files():
                with contextlib.suppress(OSError):  # a file system without modes, or a file that just went
                    file.chmod(0o600)

    def files(self) -> tuple[Path, ...]:
        """The main file and those SQLite keeps beside it while it is in use; not all need exist."""
        return tuple(
            self.path.with_name(self.path.name + ending) for ending in ("", "-wal", "-shm", "-journal")
        )

    def _set_up(self) -> None:
        run = self.connection.execute
        run("PRAGMA secure_delete = ON")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA temp_store = MEMORY")  # no temporary files, whose deletion would overwrite nothing
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA cell_size_check = ON")
        version = schema.version(self.connection)
        known = len(schema.MIGRATIONS)
        if self.empty():
            return
        if run("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID or version < 1:
            raise PeopleDamaged(path=self.path, details="not a database of Likeness")
        if version > known:
            raise PeopleTooNew(path=self.path, found=version, known=known)

    def empty(self) -> bool:
        """Whether nothing was ever written to the file."""
        tables: int = self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        return tables == 0 and schema.version(self.connection) == 0

    def use_log(self) -> None:
        """Switch a new database to the write-ahead log; the choice is kept in the file."""
        deadline = time.monotonic() + self._patience
        while True:
            try:
                # Where the file system can't share memory SQLite stays with its rollback journal: as safe,
                # slower.
                self.connection.execute("PRAGMA journal_mode = WAL").fetchone()
            except sqlite3.OperationalError as error:
                # SQLite does not wait for this lock itself: two programs may start on a new home at once.
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turns SQLite's errors, and seals that do not open, into expected failures."""
        try:
            yield
        except Unopenable as error:
            raise PeopleDamaged(path=self.path, details="a seal does not open") from error
        except sqlite3.Error as error:
            kind = _KINDS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
            if kind is None:
                raise
            raise kind(path=self.path, details=repr(error)) from error

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """One change: committed whole when the block ends, taken back when it raises."""
        with self.translated(), self._between("BEGIN IMMEDIATE"):
            yield self.connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one and the same state. May stand inside another block of either kind."""
        with self.translated():
            if self.connection.in_transaction:
                yield self.connection
                return
            with self._between("BEGIN"):
                yield self.connection

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:  # SQLite itself has taken back what a full disk stopped
                self.connection.execute("ROLLBACK")
            raise

    def version(self) -> int:
        """A number that differs once another connection, of any process, has changed the file."""
        found: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return found

    def empty_log(self) -> bool:
        """Move the write-ahead log into the main file and empty it. False where a reader is in the way."""
        busy: int = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        return not busy

    def close(self) -> None:
        """Close the connection; the last one also moves the log into the main file."""
        self.connection.close()
