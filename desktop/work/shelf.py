"""The shelf of styles, as the window sees it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.vectors import Picture
from desktop.work.jobs.shelf import ShelfJobs
from desktop.work.lanes import SHELF, Job, Lane, Task
from desktop.work.studio_messages import ShelfStyle


class ShelfSession(QObject):
    """Styles that ship with the program, samples that were fetched, the user's own, and the 26 fixed ones."""

    changed = Signal(object)  # tuple[ShelfStyle, ...]

    def __init__(self, jobs: ShelfJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self.styles: tuple[ShelfStyle, ...] = ()
        self._asked = False

    @Slot()
    def reread(self) -> None:
        """Read the shelf anew; arrives as `changed`, several times while thumbnails are made."""
        self._asked = True
        task = self._lane.submit(self._jobs.styles, "shelf", patient=SHELF)
        task.progressed.connect(self._read)
        task.done.connect(self._read)

    @Slot()
    def look_again(self) -> None:
        """Read anew what was read before; for when weights have come or gone."""
        if self._asked:
            self.reread()

    def picture(self, key: str) -> Task:
        """Read a style's picture. Done: ReadPicture. A fixed style has none: its thumbnail comes."""
        return self._lane.submit(lambda: self._jobs.picture(key), "style")

    def read(self, path: Path) -> Task:
        """Read a picture file that may become a style. Done: ReadPicture."""
        return self._lane.submit(lambda: self._jobs.read(path), "style")

    def add(self, name: str, picture: Picture) -> Task:
        """Put the user's own style on the shelf. Done: its key."""
        return self._change(lambda: self._jobs.add(name, picture))

    def remove(self, key: str) -> Task:
        """Take one of the user's own styles from the shelf."""
        return self._change(lambda: self._jobs.remove(key))

    def _change(self, job: Job) -> Task:
        task = self._lane.submit(job, "shelf")
        task.ended.connect(self.reread)
        return task

    @Slot(object)
    def _read(self, styles: tuple[ShelfStyle, ...]) -> None:
        self.styles = styles
        self.changed.emit(styles)
