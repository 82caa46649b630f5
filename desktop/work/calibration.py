"""Calibration, as the window sees it: measure, adopt, take back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.faces.face import ModelId
from desktop.work.calibration_messages import Calibrated, InForce, Sample
from desktop.work.jobs.calibration import CalibrationJobs
from desktop.work.lanes import Lane, Task


class CalibrationSession(QObject):
    """Measures folders on the studio lane, the enrolled on the live lane, which also owns the thresholds."""

    in_force_changed = Signal(object)  # InForce

    def __init__(self, jobs: CalibrationJobs, live: Lane, studio: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._studio = studio
        self.in_force: InForce | None = None

    def measure_folder(self, folder: Path) -> Task:
        """Measure a folder of people. Done: Calibrated."""
        return self._studio.submit(lambda: self._jobs.folder(folder), "calibrate")

    def measure_enrolled(self) -> Task:
        """Measure the enrolled. Done: Calibrated."""
        return self._live.submit(self._jobs.enrolled, "calibrate")

    def measure_groups(self, sample: Sample, labels: Mapping[str, str] | Path) -> Task:
        """Measure groups apart: labels by name, or a CSV file. Done: Grouped."""
        return self._studio.submit(lambda: self._jobs.groups(sample, labels), "groups")

    def adopt(self, result: Calibrated) -> Task:
        """Use what was measured from now on. Done: InForce, also as `in_force_changed`."""
        task = self._live.submit(lambda: self._jobs.adopt(result), "adopt")
        task.done.connect(self._changed)
        return task

    def restore(self, model: ModelId, before: Mapping[str, object] | None) -> Task:
        """Use an earlier table of one's own again, None: what ships. Done: InForce."""
        task = self._live.submit(lambda: self._jobs.restore(model, before), "restore")
        task.done.connect(self._changed)
        return task

    @Slot()
    def look(self) -> None:
        """Ask which thresholds are in force; arrives as `in_force_changed`."""
        self._live.submit(self._jobs.in_force, "thresholds").done.connect(self._set)

    @Slot(object)
    def _changed(self, state: InForce) -> None:
        self._set(state)
        self.look()  # it may have been the table of another model than the one in use

    @Slot(object)
    def _set(self, state: InForce) -> None:
        self.in_force = state
        self.in_force_changed.emit(state)
