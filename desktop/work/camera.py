"""The camera's thread: opens a source, plays it at its own rate, and finds it again when it was unplugged."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QThread, Signal

from desktop.camera.errors import CameraLost, CameraUnavailable, NoCamera
from desktop.camera.latest import Latest
from desktop.camera.source import Frame, FrameSource
from desktop.work.messages import Failure, SourceState

_TRY_AGAIN = 1.0  # seconds between two looks for a camera that is not there


class CameraThread(QThread):
    """Plays one source into mailboxes: preview, recognition and, while wanted, live style and Explore."""

    state_changed = Signal(object)  # SourceState

    def __init__(self, opener: Callable[[str], FrameSource]) -> None:
        super().__init__()
        self.setObjectName("camera")
        self.preview: Latest[Frame] = Latest()
        self.recognition: Latest[Frame] = Latest()
        self.style: Latest[Frame] = Latest()
        self.style_wanted = False  # only then is `style` filled: nobody else would let go of its frames
        self.explore: Latest[Frame] = Latest()
        self.explore_wanted = False
        self.newest: Frame | None = None  # what the camera sees now, for whoever wants a single picture
        self.state = SourceState("stopped")
        self._opener = opener
        self._wanted = ""
        self._turn = 0  # grows with every change of source; a source that is not of this turn is let go
        self._changed = threading.Condition()
        self._stopping = False

    def play(self, wanted: str) -> None:
        """Show another source (or the same one again, from its start)."""
        with self._changed:
            self._wanted = wanted
            self._turn += 1
            self._changed.notify_all()
        if not self.isRunning():
            self._stopping = False
            self.start()

    def stop(self) -> None:
        """Give the source back and end the thread."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self.wait()

    def run(self) -> None:
        """The thread's loop."""
        while not self._stopping:
            with self._changed:
                turn, wanted = self._turn, self._wanted
            self.preview.clear()
            self.recognition.clear()
            self.style.clear()
            self.explore.clear()
            self.newest = None
            pause = self._play(turn, wanted)
            with self._changed:
                self._changed.wait_for(lambda turn=turn: self._over(turn), pause)  # type: ignore[misc]
        self._say(SourceState("stopped"))

    def _over(self, turn: int) -> bool:
        return self._stopping or self._turn != turn

    def _play(self, turn: int, wanted: str) -> float | None:
        """Play to the end. Gives how long to wait before the next try, None where only a change helps."""
        if self.state.state != "waiting":
            self._say(SourceState("opening", name=wanted))
        try:
            source = self._opener(wanted)
        except Exception as error:
            return self._failed(error, wanted)
        try:
            self._say(SourceState("playing", source.name, source.rate, source.live))
            start = time.monotonic()
            for frame in source.frames():
                if not source.live:
                    with self._changed:  # paced, but a change of source is seen at once
                        ahead = start + frame.seconds - time.monotonic()
                        self._changed.wait_for(lambda: self._over(turn), max(0.0, ahead))
                if self._over(turn):
                    return 0.0
                self.preview.put(frame)
                self.recognition.put(frame)
                self.newest = frame
                if self.style_wanted:
                    self.style.put(frame)
                if self.explore_wanted:
                    self.explore.put(frame)
            self._say(SourceState("ended", source.name, source.rate, source.live))
        except Exception as error:
            return self._failed(error, wanted)
        finally:
            source.close()
        return None

    def _failed(self, error: Exception, wanted: str) -> float | None:
        again = isinstance(error, NoCamera | CameraLost | CameraUnavailable)
        state = SourceState("waiting" if again else "ended", wanted, failure=Failure.of(error))
        if (state.state, state.failure) != (self.state.state, self.state.failure):
            self._say(state)
        return _TRY_AGAIN if again else None

    def _say(self, state: SourceState) -> None:
        self.state = state
        self.state_changed.emit(state)
