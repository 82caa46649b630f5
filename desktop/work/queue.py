"""The Studio's queue, as the window sees it: many pictures, one after another, each with its own outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.progress import Progress
from desktop.style.recipe import Recipe, Style, StyleStep
from desktop.work.jobs.pictures import title
from desktop.work.jobs.queue import Order, QueueJobs, Saved
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
        self._tasks: dict[int, Task] = {}  # of the items that are not over
        self._next = 1
        self._typical: float | None = None  # seconds that an item takes
        self._blocked = False  # something that goes first uses the lane
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

        With `each`, every content is painted once in every style, else once in all of them together. Folders
        are looked through in the lane, so the items appear a little later.
        """
        chosen, given = tuple(contents), tuple(styles)
        task = self._lane.submit(lambda: self._jobs.orders(chosen, given, recipe, folder, each), "queue")
        task.done.connect(self._ordered)
        task.failed.connect(lambda failure: self._refused(chosen, failure))

    def cancel(self, key: int) -> None:
        """End one item; the others go on."""
        if key in self._tasks:
            self._tasks[key].cancel()

    def clear(self) -> None:
        """Forget the items that are over."""
        self._items = {key: item for key, item in self._items.items() if item.phase not in _OVER}
        self._tell()

    def pause(self) -> None:
        """Hold the whole queue."""
        self.paused = True
        for task in self._tasks.values():
            task.pause()
        self._tell()

    def resume(self) -> None:
        """Let the queue go on."""
        self.paused = False
        for task in self._tasks.values():
            task.resume()
        self._tell()

    def block(self, on: bool) -> None:
        """Say that something that goes first uses the lane: the item in work stands still."""
        if on != self._blocked:
            self._blocked = on
            self._tell()

    @Slot(object)
    def _ordered(self, orders: tuple[Order, ...]) -> None:
        for order in orders:
            self._submit(order)
        self._tell()

    def _submit(self, order: Order) -> None:
        key = self._append(title(order.content), order.style)
        task = self._tasks[key] = self._lane.submit(lambda: self._jobs.paint(order), "queue", patient=QUEUE)
        if self.paused:
            task.pause()
        task.progressed.connect(lambda step: self._progressed(key, step))
        task.done.connect(lambda saved: self._done(key, saved))
        task.failed.connect(lambda failure: self._end(key, "failed", failure=failure))
        task.cancelled.connect(lambda: self._end(key, "cancelled"))

    def _append(self, content: str, style: str) -> int:
        key, self._next = self._next, self._next + 1
        self._items[key] = QueueItem(key, content, style, "waiting")
        return key

    def _refused(self, contents: Sequence[Path], failure: Failure) -> None:
        """A folder with nothing in it: an item that failed says so where the user looks."""
        key = self._append(contents[0].name if contents else "", "")
        self._end(key, "failed", failure=failure)

    def _progressed(self, key: int, step: StyleStep | Progress) -> None:
        item = self._items[key]
        if isinstance(step, StyleStep):
            if step.remaining is not None:
                self._typical = step.seconds + step.remaining
            fraction = step.iteration / step.iterations if step.iterations else None
            item = replace(item, phase="running", fraction=fraction, remaining=step.remaining)
        else:
            item = replace(item, phase="running", fraction=0.0)
        self._items[key] = item
        self._tell()

    def _done(self, key: int, saved: Saved) -> None:
        self._typical = saved.seconds
        self._end(key, "done", fraction=1.0, saved_as=saved.path)

    def _end(
        self,
        key: int,
        phase: str,
        *,
        fraction: float | None = None,
        saved_as: str = "",
        failure: Failure | None = None,
    ) -> None:
        self._tasks.pop(key, None)
        self._items[key] = replace(
            self._items[key],
            phase=phase,
            fraction=fraction,
            remaining=None,
            saved_as=saved_as,
            failure=failure,
        )
        self._tell()

    def _tell(self) -> None:
        """Estimate when the waiting ones will be done, and show everything."""
        ahead = 0.0
        for key, item in self._items.items():
            if item.phase in _OVER:
                continue
            remaining, phase = item.remaining, item.phase
            if phase == "waiting":
                remaining = None if self._typical is None else ahead + self._typical
            else:
                phase = "paused" if self.paused or self._blocked else "running"
            ahead = remaining if remaining is not None else ahead
            self._items[key] = replace(item, phase=phase, remaining=remaining)
        self.changed.emit(self.items)
