"""What was left out of what was looked at, and why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.explore.found import Found
from desktop.ui import failures
from desktop.ui.notices import DetailsDialog
from desktop.work.messages import Failure


def show_problems(found: Found | None, window: QWidget) -> None:
    """A line for each, to be copied."""
    if found is None:
        return
    lines = "\n".join(failures.sentence(Failure.of(problem.error)) for problem in found.problems)
    title = QCoreApplication.translate("ExplorePage", "Pictures that were left out or need a look")
    DetailsDialog(title, lines, window).open()
