"""Where training on the enrolled stands: told by the lane that trains, kept by the other one's vault.

Nothing of it may lie outside the vault, and the vault belongs to the other lane. So a checkpoint waits in
memory until the live lane has a moment to write it; only the newest counts.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.people.store import People

PACE = 5_000_000
"""Bytes a second that the vault is asked to write at most, since the live picture waits meanwhile. A head of
200 KB is kept after every epoch; SFace's last layer, 77 MB with what its optimiser knows, every quarter of a
minute."""

_KEY = 32  # letters and digits of a checkpoint's key


class EnrolledCheckpoints:
    """A `learn.checkpoint.CheckpointStore` of one checkpoint; one training is enough to go on with.

    `settle` and `take_up` belong to the live lane, the others to any.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._people: tuple[str, ...] = ()
        self._kept: tuple[str, bytes] | None = None
        self._owed = False
        self._next = 0.0  # of the monotonic clock: not written again before

    def begin(self, people: Sequence[str]) -> None:
        """Before training on these people, by id."""
        with self._lock:
            self._people = tuple(people)

    def load(self, key: str) -> bytes | None:
        """What was kept last under the key."""
        with self._lock:
            return self._kept[1] if self._kept is not None and self._kept[0] == key else None

    def save(self, key: str, data: bytes) -> None:
        """Keep bytes in place of all others; nothing after `clear`, until another training begins."""
        with self._lock:
            if self._people:
                self._kept, self._owed = (key, data), True

    def forget(self, key: str) -> None:
        """Keep nothing more under the key."""
        with self._lock:
            if self._kept is not None and self._kept[0] == key:
                self._kept, self._owed = None, True

    def clear(self) -> None:
        """Keep nothing, and nothing that a training which is just being ended still saves."""
        with self._lock:
            self._people = ()
            self._kept, self._owed = None, True

    @property
    def owed(self) -> bool:
        """Whether the vault does not have yet what is here, and it is time to write it."""
        with self._lock:
            return self._owed and (self._kept is None or time.monotonic() >= self._next)

    def settle(self, people: People) -> None:
        """Bring the vault up to date. Raises PersonGone, DiskFull or NotWritable; it is not tried again."""
        with self._lock:
            kept, ids, self._owed = self._kept, self._people, False
            self._next = time.monotonic() + (0 if kept is None else len(kept[1]) / PACE)
        if kept is None:
            people.forget_training()
        else:
            people.keep_training(kept[0].encode() + kept[1], ids)

    def take_up(self, people: People) -> None:
        """Go on with what the vault kept of a training that ended with the program, if none is at hand."""
        found = people.training()
        with self._lock:
            if self._kept is None and not self._owed and found is not None:
                self._kept = found[:_KEY].decode("ascii", "replace"), found[_KEY:]
