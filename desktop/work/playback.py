"""Playing sounds, as the window sees it. Finding a device takes its time, so a thread of its own does it."""

from __future__ import annotations

import queue
import threading

from PySide6.QtCore import QObject, Signal

from desktop.errors import LikenessError
from desktop.signals.audio import Samples
from desktop.signals.playback import Player
from desktop.work.messages import Failure


class Playback(QObject):
    """One sound at a time, called by a key of the page's."""

    changed = Signal()  # what plays is another, or nothing any more
    failed = Signal(object)  # Failure

    def __init__(self, player: Player | None = None) -> None:
        super().__init__()
        self._player = player or Player()
        self._wishes: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._opened = threading.Event()
        self._key = ""
        self.failed.connect(self._silent)

    @property
    def key(self) -> str:
        """What plays; empty where nothing does."""
        return self._key

    @property
    def position(self) -> float:
        """Seconds from the sound's start."""
        return self._player.position

    def play(self, key: str, samples: Samples, seconds: float = 0.0) -> None:
        """Play from a moment on, instead of what plays now."""
        self._key = key
        self._player.play(samples, seconds)
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="playback", daemon=True)
            self._thread.start()
        self._wishes.put("open")
        self.changed.emit()

    def swap(self, key: str, samples: Samples) -> None:
        """Another sound from the same moment on; nothing where nothing plays."""
        if self._key:
            other = key != self._key
            self._key = key
            self._player.swap(samples)
            if other:
                self.changed.emit()

    def loop(self, on: bool) -> None:
        """Begin again at the end."""
        self._player.loop = on

    def stop(self) -> None:
        """Silence, and the device is let go."""
        self._player.stop()
        self._wishes.put("close")
        self._silent()

    def look(self) -> None:
        """Notice that the sound has ended by itself; for a page's timer."""
        if self._key and not self._player.playing and self._wishes.empty() and self._opened.is_set():
            self.stop()

    def close(self) -> None:
        """End the thread and wait for it; safe to call twice."""
        self._player.stop()
        if self._thread is not None:
            self._wishes.put("end")
            self._thread.join()
            self._thread = None

    def _silent(self, _failure: object = None) -> None:
        if self._key:
            self._key = ""
            self.changed.emit()

    def _serve(self) -> None:
        """The thread: the device is opened and closed in here."""
        while (wish := self._wishes.get()) != "end":
            try:
                if wish == "open":
                    self._player.open()
                    self._opened.set()
                else:
                    self._opened.clear()
                    self._player.close()
            except LikenessError as error:
                self.failed.emit(Failure.of(error))
        self._player.close()
