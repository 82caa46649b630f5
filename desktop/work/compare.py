"""Comparison of two pictures, and of a picture with a claimed name, as the window sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.vectors import Picture
from desktop.work.jobs.compare import CompareJobs
from desktop.work.lanes import Lane, Task


class CompareSession(QObject):
    """Runs comparisons on the live lane, which owns the face networks."""

    def __init__(self, jobs: CompareJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane

    def sample(self) -> Task:
        """Two pictures to try it with. Done: a pair of them."""
        return self._lane.submit(self._jobs.sample, "sample")

    def look(self, picture: Path | Picture) -> Task:
        """Find the faces of one picture, so that it can be shown at once. Done: Side."""
        return self._lane.submit(lambda: self._jobs.look(picture), "look")

    def compare(self, left: Path | Picture, right: Path | Picture) -> Task:
        """Compare the largest faces of two pictures. Done: Comparison."""
        return self._lane.submit(lambda: self._jobs.compare(left, right), "compare")

    def claim(self, picture: Path | Picture, person: str) -> Task:
        """Compare the largest face of a picture with an enrolled person (an id). Done: Comparison."""
        return self._lane.submit(lambda: self._jobs.claim(picture, person), "claim")
