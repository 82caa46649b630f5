"""What every use of the open database shares: blocks for reading and changing, and the end of an erase."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from desktop.errors import LikenessError
from desktop.people.database import Database
from desktop.people.errors import PersonGone
from desktop.people.rows import NoRow, Rows
from desktop.people.undo import UndoLog
from desktop.people.vault import Vault

_log = logging.getLogger(__name__)

_CLEAN_UP = "clean up"


class Handle:
    """The open database of one home, for the thread that made it. A context manager that closes itself."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self.database = database
        self.rows = Rows(database.connection, vault)
        self.undo_log = UndoLog()
        self._closed = False
        with database.translated():
            self._version = self._told = database.version()
        self.clean_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database and forget keys and changes; harmless where that was done already."""
        if self._closed:
            return
        self._closed = True
        self.clean_up()
        self.undo_log.clear()
        self.rows.forget_keys()
        self.database.close()

    def changed(self) -> bool:
        """Whether another connection, of any process, has changed the enrolled since this was last asked."""
        with self.database.translated():
            version = self.database.version()
        changed, self._told = version != self._told, version
        return changed

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Reads of one and the same state."""
        with self.database.reading():
            self._catch_up()
            yield

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One change: whole, or not at all."""
        before = self.undo_log.state()
        try:
            with self.database.changing():
                self._catch_up()
                yield
        except BaseException:
            self.undo_log.restore(before)
            self.rows.forget_keys()  # among them may be one of a person who was not kept
            raise

    @contextmanager
    def there(self) -> Iterator[None]:
        """Turns a row that is missing into PersonGone."""
        try:
            yield
        except NoRow as error:
            raise PersonGone from error

    def _catch_up(self) -> None:
        """Forget what another process may have erased."""
        version = self.database.version()
        if version != self._version:
            self._version = version
            self.rows.forget_keys()
            self.undo_log.keep(self.rows.has)

    def note_clean_up(self) -> None:
        """Part of an erase: until `clean_up` has come to its end, every start and end tries again."""
        self.database.connection.execute("INSERT OR IGNORE INTO chore (name) VALUES (?)", (_CLEAN_UP,))

    def clean_up(self) -> None:
        """After an erase: take what was deleted out of the write-ahead log as well.

        The main file is overwritten with zeros where rows were deleted (`secure_delete`), but the log keeps
        older states until it is cut. Another process that is just reading can hold that up; the erase itself
        stands.
        """
        run = self.database.connection.execute
        with contextlib.suppress(LikenessError), self.database.translated():
            if run("SELECT 1 FROM chore").fetchone() is None:
                return
            if not self.database.empty_log():
                _log.warning("another process holds the write-ahead log; it is emptied later")
                return
            with self.database.changing():
                run("DELETE FROM chore")
