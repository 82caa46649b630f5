"""The models, as the window sees them: what is installed, fetching what is not, loading the face networks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.weights.store import Row
from desktop.work.calibration_messages import InForce
from desktop.work.jobs.models import ModelJobs
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Failure, ModelsState


class ModelsSession(QObject):
    """Lists, fetches, imports, loads weights. Fetching runs on the studio lane, loading on the live lane."""

    listed = Signal(object)  # tuple[Row, ...]
    state_changed = Signal(object)  # ModelsState
    fetching = Signal(object)  # Task: a fetch or import that has begun

    def __init__(self, jobs: ModelJobs, live: Lane, studio: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._studio = studio
        self.state = ModelsState("loading")
        self.rows: tuple[Row, ...] = ()
        self.task: Task | None = None

    def refresh(self) -> None:
        """Read anew what is installed; arrives as `listed`."""
        self._studio.submit(self._jobs.rows, "models").done.connect(self._listed)

    def load(self) -> None:
        """Load the face networks; how it goes arrives as `state_changed`."""
        self._set(ModelsState("loading"))
        task = self._live.submit(self._jobs.load, "load")
        task.done.connect(self._set)
        task.failed.connect(self._load_failed)

    def fetch(self, names: Sequence[str] | None = None) -> Task:
        """Fetch what is missing of `names`; None: what Live needs."""
        wanted = None if names is None else tuple(names)
        return self._change(self._studio.submit(lambda: self._jobs.fetch(wanted), "fetch"))

    def import_file(self, name: str, file: Path) -> Task:
        """Take a model from a file that was brought here by hand."""
        return self._change(self._studio.submit(lambda: self._jobs.import_file(name, file), "import"))

    def use(self, task: str, name: str) -> Task:
        """Choose the model for a task; the enrolled are embedded anew where that is needed."""
        chosen = self._live.submit(lambda: self._jobs.use(task, name), "use")
        chosen.done.connect(self._set)
        chosen.failed.connect(self._use_failed)
        chosen.ended.connect(self._changed)
        return chosen

    @Slot(object)
    def thresholds_changed(self, now: InForce) -> None:
        """Load the face networks again where they only lacked thresholds, and where they lost them."""
        if now.calibration is None or _lacks_thresholds(self.state.failure):
            self.load()

    def take(self, state: ModelsState) -> None:
        """What is loaded has changed: a trained head was put on, or taken off."""
        self._set(state)

    def _change(self, task: Task) -> Task:
        self.task = task
        task.ended.connect(self._changed)
        self.fetching.emit(task)
        return task

    @Slot()
    def _changed(self) -> None:
        self.task = None
        self.refresh()
        if self.state.state != "ready" and not _lacks_thresholds(self.state.failure):
            self.load()

    @Slot(object)
    def _listed(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.listed.emit(rows)

    @Slot(object)
    def _set(self, state: ModelsState) -> None:
        self.state = state
        self.state_changed.emit(state)

    @Slot(object)
    def _load_failed(self, failure: Failure) -> None:
        self._set(ModelsState("failed", failure=failure))

    @Slot(object)
    def _use_failed(self, failure: Failure) -> None:
        # Any other failure leaves what was in use before; this one is told where the models' state is shown.
        if _lacks_thresholds(failure):
            self._set(ModelsState("failed", failure=failure))


def _lacks_thresholds(failure: Failure | None) -> bool:
    """Whether an embedder can't be used before its thresholds are measured."""
    return failure is not None and failure.uncalibrated
