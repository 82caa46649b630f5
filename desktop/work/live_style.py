"""Live style, as the window sees it: the camera's picture painted as it comes, and recorded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.camera.source import Frame
from desktop.work.camera import CameraThread
from desktop.work.jobs.live_style import LiveStyleJobs, LiveStyleNews, Outcome, Recording, Styles, Wish
from desktop.work.lanes import LIVE_STYLE, Lane, Task
from desktop.work.messages import Failure


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
        self._told: set[Outcome] = set()

    @property
    def playing(self) -> bool:
        """Whether frames are being painted."""
        return self._task is not None

    @property
    def recording(self) -> bool:
        """Whether a recording is under way."""
        return self._wish is not None and self._wish.recording is not None

    def start(self, styles: Styles, strength: float = 1.0) -> None:
        """Paint the camera's frames in these styles (or a fixed one, by its number).

        `strength` goes from 0 (the frame itself) to 1. Where it plays already, it changes.
        """
        if self._task is not None:
            self.change(strength, styles)
            return
        wish = self._wish = Wish(styles, strength)
        mailbox = self._camera.style
        mailbox.clear()
        self._camera.style_wanted = True
        self._task = task = self._lane.submit(
            lambda: self._jobs.play(mailbox, wish), "live style", patient=LIVE_STYLE
        )
        task.progressed.connect(self._progressed)
        task.done.connect(self._outcomes)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.playing_changed.emit(True)

    def change(self, strength: float | None = None, styles: Styles | None = None) -> None:
        """Other strength or styles from the next frame on; None leaves each as it is."""
        if self._wish is not None:
            self._ask(
                replace(
                    self._wish,
                    strength=self._wish.strength if strength is None else strength,
                    styles=self._wish.styles if styles is None else styles,
                )
            )

    def stop(self) -> None:
        """Stop painting; a recording is finished and saved."""
        if self._wish is not None:
            self._ask(replace(self._wish, recording=None, stop=True))
            self._over()

    def record(self, path: Path) -> None:
        """Record what is painted into a video file (.mp4 or .avi); the recording before is finished."""
        if self._wish is not None:
            self._ask(replace(self._wish, recording=Recording(path)))

    def stop_recording(self) -> None:
        """Finish the recording; `saved` says where it is."""
        if self._wish is not None:
            self._ask(replace(self._wish, recording=None))

    def take(self) -> Frame | None:
        """The newest camera frame, without waiting; None where no camera plays."""
        return self._camera.newest

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        if self._task is not None:
            self._task.send(wish)

    def _over(self) -> None:
        """The lane is let go; the camera fills the mailbox no longer."""
        self._task = self._wish = None
        self._camera.style_wanted = False
        self._camera.style.clear()
        self.playing_changed.emit(False)

    @Slot(object)
    def _progressed(self, news: LiveStyleNews) -> None:
        if news.frame is not None and self.sender() is self._task:
            self.arrived.emit(news.frame)
        self._outcomes(news.outcomes)

    @Slot(object)
    def _outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        """Tell what came of recordings, each once; also of those that end after `stop`."""
        for outcome in outcomes:
            if outcome in self._told:
                continue
            self._told.add(outcome)
            if self._wish is not None and self._wish.recording is outcome.recording is not None:
                self._ask(replace(self._wish, recording=None))
            if outcome.path:
                self.saved.emit(outcome.path)
            if outcome.failure is not None:
                self.failed.emit(outcome.failure)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        if self.sender() is self._task:
            self._over()
        self.failed.emit(failure)

    @Slot()
    def _cancelled(self) -> None:
        if self.sender() is self._task:
            self._over()
