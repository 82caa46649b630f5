"""A mailbox with one slot: the newest wins, what nobody took in time is dropped and counted."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """Hands the newest item from one thread to another, so that no backlog can form."""

    def __init__(self) -> None:
        self._filled = threading.Condition()
        self._item: T | None = None
        self._fresh = False
        self._dropped = 0

    def put(self, item: T) -> None:
        """Make `item` the newest; one that waits untaken is dropped."""
        with self._filled:
            self._dropped += self._fresh
            self._item, self._fresh = item, True
            self._filled.notify_all()

    def take(self, timeout: float = 0.0) -> T | None:
        """The newest item if it was not taken before, waiting up to `timeout` seconds for one, else None."""
        with self._filled:
            if not self._fresh and timeout > 0:
                self._filled.wait_for(lambda: self._fresh, timeout)
            if not self._fresh:
                return None
            self._fresh = False
            return self._item

    def clear(self) -> None:
        """Forget the item; for a change of source."""
        with self._filled:
            self._item, self._fresh = None, False

    @property
    def dropped(self) -> int:
        """How many items were replaced before anybody took them."""
        return self._dropped
