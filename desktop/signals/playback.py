"""Sound out: samples to the system's device, at once, in a loop, or changed for others while they play."""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from typing import Any

import numpy as np

from desktop.signals.audio import RATE, Samples
from desktop.signals.errors import NoPlayback

_BUFFER_MS = 80


class Player:
    """One device that plays one sound; open and close it in one thread, ask from any."""

    def __init__(self, backends: Sequence[Any] | None = None) -> None:
        """`backends` are miniaudio's; None takes what the system has."""
        self._backends = backends
        self._device: Any = None
        self._lock = threading.Lock()
        self._samples: Samples = np.zeros(0, np.float32)
        self._at = 0
        self.loop = False

    @property
    def playing(self) -> bool:
        """Whether something is still to come."""
        with self._lock:
            return self._device is not None and self._at < len(self._samples)

    @property
    def position(self) -> float:
        """Seconds from the sound's start."""
        with self._lock:
            return self._at / RATE

    def open(self) -> None:
        """Find the device and let it ask for samples. Raises NoPlayback."""
        if self._device is not None:
            return
        import miniaudio

        try:
            device = miniaudio.PlaybackDevice(
                miniaudio.SampleFormat.FLOAT32,
                1,
                RATE,
                _BUFFER_MS,
                backends=list(self._backends or ()),
                app_name="Likeness",
            )
            feed = self._feed()
            next(feed)
            device.start(feed)
        except miniaudio.MiniaudioError as error:
            raise NoPlayback(details=repr(error)) from error
        with self._lock:
            self._device = device

    def close(self) -> None:
        """Let go of the device; harmless where there is none."""
        with self._lock:
            device, self._device = self._device, None
        if device is not None:
            device.close()

    def play(self, samples: Samples, seconds: float = 0.0) -> None:
        """From now on these samples, from that moment on."""
        with self._lock:
            self._samples = samples
            self._at = min(round(seconds * RATE), len(samples))

    def swap(self, samples: Samples) -> None:
        """Other samples from the same moment on."""
        with self._lock:
            self._samples = samples
            self._at = min(self._at, len(samples))

    def stop(self) -> None:
        """Silence, from the next buffer on."""
        self.play(np.zeros(0, np.float32))

    def take(self, count: int) -> Samples:
        """The next `count` samples; silence after the end, or the start again where it loops."""
        made = np.zeros(count, np.float32)
        filled = 0
        with self._lock:
            while filled < count and len(self._samples):
                if self._at >= len(self._samples):
                    if not self.loop:
                        break
                    self._at = 0
                part = self._samples[self._at : self._at + count - filled]
                made[filled : filled + len(part)] = part
                filled += len(part)
                self._at += len(part)
        return made

    def _feed(self) -> Generator[bytes, int, None]:
        """What the device asks of; it runs in the device's own thread."""
        count = yield b""
        while True:
            count = yield self.take(count).tobytes()
