"""The Studio's queue, as the window sees it: many pictures, one after another, each with its own outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.style.recipe import Recipe, Style, StyleStep
from desktop.work.jobs.queue import QueueJobs, Saved, Wish
from desktop.work.lanes import QUEUE, Lane, Task
from desktop.work.messages import Failure
from desktop.work.studio_messages import QueueItem

_OVER = ("done", "failed", "cancelled")


class QueueSession(QObject):
    """Every item is a job of its own on the studio lane, behind everything the user waits for.

    The queue lives as long as the window; finished pictures are files and stay.
    """

    changed = Signal(object)  # tuple[QueueItem, ...]

    def __init__(self, jobs: QueueJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self._items: dict[int, QueueItem] = {}
        self._tasks: dict[int, Task] = {}
        self._keys: dict[Task, int] = {}
        self._next = 1
        self._typical: float | None = None  # seconds that an item takes
        self._begun: dict[int, float] = {}
        self.paused = False

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """Every item, in the order they came."""
        return tuple(self._items.values())

    def add(
        self,
        contents: Sequence[Path],
        styles: Sequence[Style],
        recipe: Recipe,
        folder: Path,
        each: bool = False,
    ) -> None:
        """Queue pictures (files, or folders of them); the results are saved in `folder`.

        With `each`, every content is painted once in every style, else once in all of them together.
        """
        raise NotImplementedError

    def cancel(self, key: int) -> None:
        """End one item; the others go on."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget the items that are over."""
        raise NotImplementedError

    def pause(self) -> None:
        """Hold the whole queue."""
        raise NotImplementedError

    def resume(self) -> None:
        """Let the queue go on."""
        raise NotImplementedError
