"""Live, as the window sees it: the camera, the recognition of its frames, and who was seen lately."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal, Slot

from desktop.camera.latest import Latest
from desktop.camera.source import Frame, FrameSource
from desktop.camera.webcam import cameras
from desktop.work.camera import CameraThread
from desktop.work.jobs.live import LiveJobs, LiveStep
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Sighting, SourceState


class LiveSession(QObject):
    """Plays a source and recognises its frames on the live lane."""

    source_changed = Signal(object)  # SourceState
    recognised = Signal(object)  # LiveResult, the newest
    sighted = Signal(object)  # Sighting
    cameras_found = Signal(object)  # tuple[str, ...]
    people_changed = Signal()  # by recognition itself, or by another program

    def __init__(
        self, jobs: LiveJobs, live: Lane, studio: Lane, opener: Callable[[str], FrameSource]
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._live = live
        self._studio = studio
        self._camera = CameraThread(opener)
        self._camera.state_changed.connect(self._source_changed)
        self._task: Task | None = None
        self._recent: tuple[Sighting, ...] = ()
        self._version = 0

    @property
    def camera(self) -> CameraThread:
        """The thread that plays the source; live style takes its frames from there."""
        return self._camera

    @property
    def preview(self) -> Latest[Frame]:
        """The mailbox the preview pulls from."""
        return self._camera.preview

    @property
    def offered(self) -> Latest[Frame]:
        """The mailbox recognition pulls from; its drops are frames that were not recognised."""
        return self._camera.recognition

    @property
    def source(self) -> SourceState:
        """How the source is doing."""
        return self._camera.state

    def play(self, named: str) -> None:
        """Show a camera (its name; empty: the first), a video or a folder, from its start."""
        self._camera.play(named)
        if self._task is None:
            mailbox = self._camera.recognition
            self._task = self._live.submit(lambda: self._jobs.live(mailbox), "live", patient=True)
            self._task.progressed.connect(self._recognised)

    def stop(self) -> None:
        """Give the camera back; waits for its thread."""
        self._camera.stop()

    def find_cameras(self) -> None:
        """Ask for the cameras' names; they arrive as `cameras_found`."""

        def look() -> Generator[None, None, tuple[str, ...]]:
            yield
            return tuple(camera.name for camera in cameras())

        self._studio.submit(look, "cameras").done.connect(self.cameras_found)

    def correct(self, track: int, person: str | None) -> Task:
        """Say who a track really is: an enrolled person, or nobody of them (None). Sticks to the track."""
        return self._live.submit(lambda: self._jobs.correct(track, person), "correct")

    @Slot(object)
    def _source_changed(self, state: SourceState) -> None:
        self.source_changed.emit(state)

    @Slot(object)
    def _recognised(self, step: LiveStep) -> None:
        if step.result is not None:
            self.recognised.emit(step.result)
        if step.recent is not self._recent:
            told = {id(sighting) for sighting in self._recent}
            self._recent = step.recent
            for sighting in reversed(step.recent):  # oldest first, as they happened
                if id(sighting) not in told:
                    self.sighted.emit(sighting)
        if step.version != self._version:
            self._version = step.version
            self.people_changed.emit()
