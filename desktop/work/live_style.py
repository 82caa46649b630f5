"""Live style, as the window sees it: the camera's picture painted as it comes, and recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.camera.source import Frame
from desktop.style.recipe import Style
from desktop.work.camera import CameraThread
from desktop.work.jobs.live_style import LiveStyleEnd, LiveStyleJobs, LiveStyleNews, Recording, Wish
from desktop.work.lanes import LIVE_STYLE, Lane, Task
from desktop.work.messages import Failure

Styles = Sequence[Style] | int
"""Pictures with weights, or the number (0..25) of a fixed style."""


class LiveStyleSession(QObject):
    """Paints the newest camera frame on the studio lane for as long as it is asked to."""

    arrived = Signal(object)  # LiveStyleFrame, the newest
    playing_changed = Signal(bool)
    saved = Signal(str)  # the path of a recording that is whole
    failed = Signal(object)  # Failure: the painting ended, or a recording did

    def __init__(self, jobs: LiveStyleJobs, lane: Lane, camera: CameraThread) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self._camera = camera
        self._task: Task | None = None
        self._wish: Wish | None = None
        self._saved = 0
        self._failures = 0

    @property
    def playing(self) -> bool:
        """Whether frames are being painted."""
        return self._task is not None

    @property
    def recording(self) -> bool:
        """Whether a recording is under way."""
        return self._wish is not None and self._wish.recording is not None

    def start(self, styles: Styles, strength: float = 1.0) -> None:
        """Paint the camera's frames in these styles; `strength` 0 (the frame itself) to 1."""
        raise NotImplementedError

    def change(self, strength: float | None = None, styles: Styles | None = None) -> None:
        """Other strength or styles from the next frame on; None leaves each as it is."""
        raise NotImplementedError

    def stop(self) -> None:
        """Stop painting; a recording is finished and saved."""
        raise NotImplementedError

    def record(self, path: Path) -> None:
        """Record what is painted into a video file. The one before is finished."""
        raise NotImplementedError

    def stop_recording(self) -> None:
        """Finish the recording; `saved` says where it is."""
        raise NotImplementedError

    def take(self) -> Frame | None:
        """The newest camera frame, without waiting; None where no camera plays."""
        raise NotImplementedError
