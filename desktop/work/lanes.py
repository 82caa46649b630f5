"""Worker threads that run jobs, and the handle the window holds on each.

The life of a job:
1. The window submits a function that makes a generator; it gets a Task at once.
2. The lane calls the function and then `next` (or `send`, when settings changed) in its own thread.
3. What the generator yields (but None) is delivered as `progressed`, the newest only: no backlog can form.
4. Between two steps the lane looks for pause, cancel (`close`: the generator sees GeneratorExit) and stop.
5. It ends with exactly one of `done`, `failed` and `cancelled`, emitted in the thread that made the Task.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import SIGNAL, QObject, Qt, QThread, Signal, Slot

from desktop.work.messages import Failure

Job = Callable[[], Generator[Any, Any, Any]]

SHELF, LIVE_STYLE, RUN, QUEUE = 1, 2, 3, 4
"""How patient the studio lane's long jobs are: what the user watches goes before what may take all night.
What has no patience (a preview, a file that is read) goes before all of them, thumbnails on the shelf too.
"""


_FAILED = SIGNAL("failed(PyObject)")


class Task(QObject):
    """One submitted job. All its signals arrive in the window's thread, at lambdas too."""

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)  # Failure
    cancelled = Signal()
    ended = Signal()  # after any of the three above
    _arrived = Signal()

    def __init__(self, job: Job, title: str, *, patient: int = 0, alone: bool = False) -> None:
        """`patient` jobs run long or for ever and only in the gaps that less patient ones leave.

        One that wants to be `alone` waits until no other job is left but patient ones.
        """
        super().__init__()
        self.title = title
        self.patient = int(patient)
        self.alone = alone
        self._job = job
        self._generator: Generator[Any, Any, Any] | None = None
        self._lock = threading.Lock()
        self._post: dict[str, Any] = {}
        self._stop = threading.Event()
        self._paused = threading.Event()
        self._news: list[Any] = []
        self._lane: Lane | None = None
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    # From the window.

    def cancel(self) -> None:
        """End the job before its next step; what it has finished stays."""
        self._stop.set()
        self._wake()

    def pause(self) -> None:
        """Hold the job before its next step."""
        self._paused.set()

    def resume(self) -> None:
        """Let a held job go on."""
        self._paused.clear()
        self._wake()

    def send(self, settings: object) -> None:
        """Hand changed settings to the job at its next step; only the newest count."""
        with self._lock:
            self._news[:] = [settings]

    @property
    def paused(self) -> bool:
        """Whether the job is held."""
        return self._paused.is_set()

    def _wake(self) -> None:
        if self._lane is not None:
            self._lane.wake()

    # On the lane.

    def step(self) -> bool:
        """Run the job to its next yield. True while it is not over."""
        if self._stop.is_set():
            return self._close()
        try:
            if self._generator is None:
                self._generator = self._job()
                value = next(self._generator)
            else:
                with self._lock:
                    news = self._news.pop() if self._news else None
                value = self._generator.send(news)
        except StopIteration as end:
            self._tell("done", end.value)
            return False
        except Exception as error:
            self._tell("failed", Failure.of(error))
            return False
        if value is not None:
            self._tell("progressed", value)
        return True

    def _close(self) -> bool:
        try:
            if self._generator is not None:
                self._generator.close()
        except Exception as error:
            self._tell("failed", Failure.of(error))
        else:
            self._tell("cancelled", None)
        return False

    @property
    def stopped(self) -> bool:
        """Whether the job is only to be closed."""
        return self._stop.is_set()

    @property
    def held(self) -> bool:
        """Whether the lane should pass this job over for now."""
        return self._paused.is_set() and not self._stop.is_set()

    def _tell(self, what: str, value: object) -> None:
        with self._lock:
            waiting = bool(self._post)
            self._post[what] = value
        if not waiting:
            self._arrived.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            post, self._post = self._post, {}
        if "progressed" in post:
            self.progressed.emit(post["progressed"])
        if "done" in post:
            self.done.emit(post["done"])
        if "failed" in post:
            if self._lane is not None and not self.receivers(_FAILED):
                self._lane.unheard.emit(post["failed"])
            self.failed.emit(post["failed"])
        if "cancelled" in post:
            self.cancelled.emit()
        if post.keys() - {"progressed"}:
            self.ended.emit()
            if self._lane is not None:
                self._lane.forget(self)


class Lane(QThread):
    """A thread that runs jobs step by step.

    With `together`, jobs take turns, one step each, the patient ones last: the live lane. Without, a job runs
    to its end before the next begins; a held one lets the next pass, and a less patient one overtakes between
    two steps: the studio lane. What was cancelled is closed before anything else takes a step.

    `unheard` brings the Failure of a task to which nobody listens, in the window's thread.
    """

    unheard = Signal(object)

    def __init__(self, name: str, *, together: bool, at_end: Callable[[], None] | None = None) -> None:
        """`at_end` is called last, in the lane's own thread: for what must be closed where it was opened."""
        super().__init__()
        self._at_end = at_end
        self.setObjectName(name)
        self._together = together
        self._tasks: list[Task] = []
        # Nobody else needs to hold a task until its last signal has arrived. The window's thread only.
        self._undelivered: set[Task] = set()
        self._changed = threading.Condition()
        self._stopping = False

    def submit(self, job: Job, title: str, *, patient: int = 0, alone: bool = False) -> Task:
        """Queue a job. Call from the window's thread."""
        task = Task(job, title, patient=patient, alone=alone)
        task._lane = self
        self._undelivered.add(task)
        with self._changed:
            if self._stopping:
                task._stop.set()
            self._tasks.append(task)
            self._tasks.sort(key=lambda task: task.patient)  # stable: otherwise in the order they came
            self._changed.notify_all()
        return task

    def undelivered(self) -> tuple[Task, ...]:
        """Every task that may still tell something."""
        return tuple(self._undelivered)

    def forget(self, task: Task) -> None:
        """Let go of a task whose end has been delivered."""
        self._undelivered.discard(task)

    def wake(self) -> None:
        """Make the lane look at its jobs again."""
        with self._changed:
            self._changed.notify_all()

    def stop(self) -> None:
        """Cancel every job, end the thread and wait for it."""
        with self._changed:
            self._stopping = True
            for task in self._tasks:
                task._stop.set()
            self._changed.notify_all()
        self.wait()

    def run(self) -> None:
        """The thread's loop."""
        try:
            self._serve()
        finally:
            if self._at_end is not None:
                self._at_end()

    def _serve(self) -> None:
        while True:
            with self._changed:
                while not (ready := self._ready()):
                    if self._stopping:
                        return
                    self._changed.wait()
            for task in ready:
                if not task.step():
                    with self._changed:
                        self._tasks.remove(task)

    def _ready(self) -> list[Task]:
        """Who takes the next step, in order."""
        stopped = [task for task in self._tasks if task.stopped]
        busy = any(not (task.patient or task.alone) for task in self._tasks)
        waiting = [task for task in self._tasks if not (task.held or (task.alone and busy))]
        return stopped or (waiting if self._together else waiting[:1])
