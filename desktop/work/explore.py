"""Exploring, as the window sees it: networks, pictures to look at, units to look at closely."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.camera.latest import Latest
from desktop.explore.found import NEEDED, Found
from desktop.vectors import Picture
from desktop.work.camera import CameraThread
from desktop.work.explore_messages import Gaze
from desktop.work.jobs.explore import ExploreJobs, Handed
from desktop.work.lanes import LIVE_STYLE, RUN, Lane, Task


class ExploreSession(QObject):
    """Everything runs on the studio lane; the enrolled are read on the live lane and handed over in memory.

    What takes a moment overtakes what takes long; reading and watching are paused and cancelled as any Task.
    """

    def __init__(self, jobs: ExploreJobs, live: Lane, studio: Lane, camera: CameraThread) -> None:
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._studio = studio
        self._camera = camera
        self._watching: Task | None = None

    def needed(self, network: str) -> tuple[str, ...]:
        """The weights that a network needs; one of the user's own brings them along."""
        return NEEDED.get(network, ())

    def open(self, network: str) -> Task:
        """Load a network. Done: Explored."""
        return self._studio.submit(lambda: self._jobs.open(network), "network")

    def read_folder(self, folder: Path, network: str) -> Task:
        """Look at a folder of pictures. Progressed: Reading. Done: Found."""
        return self._studio.submit(lambda: self._jobs.folder(folder, network), "explore", patient=RUN)

    def read_studio(self, network: str) -> Task:
        """Look at the Studio's pictures and styles. Progressed: Reading. Done: Found."""
        return self._studio.submit(lambda: self._jobs.studio(network), "explore", patient=RUN)

    def read_enrolled(self, network: str) -> Task:
        """Look at the enrolled; what is found stays in memory. Progressed: Reading. Done: Found."""
        handed: Handed = Latest()
        self._live.submit(lambda: self._jobs.take_enrolled(handed), "explore")
        return self._studio.submit(lambda: self._jobs.enrolled(network, handed), "explore", patient=RUN)

    def watch(self, network: str, gaze: Gaze) -> Task:
        """Look at the camera's frames until it is cancelled; takes another Gaze. Progressed: Watched."""
        camera = self._camera
        camera.explore.clear()
        camera.explore_wanted = True
        self._watching = task = self._studio.submit(
            lambda: self._jobs.watch(camera.explore, network, gaze, lambda: camera.state.rate),
            "watch",
            patient=LIVE_STYLE,
        )
        task.ended.connect(self._watched)
        return task

    def train(self, folder: Path) -> Task:
        """Train a network of one's own on a folder of classes. Progressed: Learning. Done: Learnt."""
        return self._studio.submit(lambda: self._jobs.train(folder), "train", patient=RUN)

    def own(self) -> Task:
        """The networks of one's own. Done: tuple of their names."""
        return self._studio.submit(self._jobs.kept, "own")

    def forget(self, network: str) -> Task:
        """Remove one of one's own networks. Done: its name."""
        return self._studio.submit(lambda: self._jobs.forget(network), "forget")

    def cut(
        self, found: Found, layer: str, wanted: Sequence[tuple[int, int]], side: int, whole: bool
    ) -> Task:
        """Cut patches, (unit, rank), out of their pictures. Progressed and done: Cuts."""
        return self._studio.submit(lambda: self._jobs.cut(found, layer, wanted, side, whole), "cut")

    def look(self, found: Found, layer: str, unit: int, rank: int, whole: bool) -> Task:
        """Look at a patch closely. Done: Look."""
        return self._studio.submit(lambda: self._jobs.look(found, layer, unit, rank, whole), "look")

    def imagine(self, network: str, layer: str, unit: int) -> Task:
        """Develop what a unit would like to see. Progressed and done: Imagined."""
        return self._studio.submit(lambda: self._jobs.imagine(network, layer, unit), "imagine")

    def search(self, network: str, picture: Picture, title: str) -> Task:
        """Ask how much a picture excites every unit. Done: Excited."""
        return self._studio.submit(lambda: self._jobs.search(network, picture, title), "search")

    def export(self, found: Found, layer: str, units: Sequence[int], whole: bool, file: Path) -> Task:
        """Write patches to a file. Done: Path."""
        return self._studio.submit(lambda: self._jobs.export(found, layer, units, whole, file), "export")

    @Slot()
    def _watched(self) -> None:
        """The camera fills the mailbox no longer, unless another watch has begun."""
        if self.sender() is self._watching:
            self._watching = None
            self._camera.explore_wanted = False
            self._camera.explore.clear()
