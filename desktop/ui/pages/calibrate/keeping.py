"""What lies on the Calibrate page: what was measured, at which threshold, and a measurement under way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.learn.groups import Group
from desktop.progress import Progress
from desktop.session import Kept
from desktop.ui import keeping
from desktop.work.calibration_messages import Calibrated
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.ui.pages.calibrate.page import CalibratePage


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    result: Calibrated | None
    groups: tuple[Group, ...]
    tau: float
    k: float
    people: frozenset[str]
    labels: dict[str, str]
    folder: Path | None
    coming: Path | None
    told: Progress | None
    task: Task | None


class CalibrateKeeping:
    """What was measured lives in memory; after a crash its folder is measured again."""

    def __init__(self, page: CalibratePage) -> None:
        self._page = page

    def session(self) -> dict[str, Any]:
        """The folder that is measured, else the one that was; of the enrolled nothing."""
        page = self._page
        coming = page._coming if page._task is not None else None
        folder = coming or page._folder
        return {} if folder is None else {"folder": str(folder)}

    def restore(self, kept: Kept) -> list[Path]:
        """Measure the folder."""
        folder = keeping.path(kept, "folder")
        if folder is None:
            return []
        if not keeping.there(folder):
            return [folder]
        self._page.measure(folder)
        return []

    def hand_over(self) -> object:
        """The figures, and what is being measured."""
        page = self._page
        task, page._task = page._task, None
        return _Given(
            page.view.result,
            page.view.groups,
            page.view.tau,
            page.view.panel.k.value(),
            page._measured_people,
            page._labels,
            page._folder,
            page._coming,
            page._told,
            task,
        )

    def take_over(self, given: _Given) -> None:
        """Show the figures, and listen to the measurement."""
        page = self._page
        page._folder, page._coming = given.folder, given.coming
        page._measured_people, page._labels = given.people, given.labels
        if given.result is not None:
            page._show_result(given.result)
            page.view.show_groups(given.groups)
            page.view.panel.set_tau(given.tau)
            page.view.panel.k.set_value(given.k)
        if given.task is not None:
            if given.task.title == "groups":
                page._follow_groups(given.task)
            elif given.coming is not None:
                page._follow_folder(given.task, given.coming)
            else:
                page._follow_enrolled(given.task)
            if given.told is not None:
                page._progressed(given.task, given.told)

    def carried(self) -> tuple[Task, ...]:
        """The measurement."""
        return () if self._page._task is None else (self._page._task,)
