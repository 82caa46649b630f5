"""Cameras: which there are, by name, and their frames."""

from __future__ import annotations

import math
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.camera.errors import CameraLost, CameraUnavailable
from desktop.camera.replay import as_rgb
from desktop.camera.source import Frame
from desktop.opencv import cv2

WANTED_SIZE = (1280, 720)
_LOST_AFTER = 10  # reads in a row without a picture: an unplugged camera fails at once, a hiccup recovers


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the system lists it; `index` and `backend` are what OpenCV opens it by."""

    name: str
    index: int
    backend: int


def cameras() -> tuple[Camera, ...]:
    """Every camera, found without opening one. May take a second: not for the UI thread."""
    from cv2_enumerate_cameras import enumerate_cameras

    wanted = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_MSMF, "darwin": cv2.CAP_AVFOUNDATION}
    backend = wanted.get(sys.platform, cv2.CAP_ANY)
    found: list[Camera] = []
    for info in enumerate_cameras(backend):
        twins = sum(camera.name == info.name or camera.name.startswith(f"{info.name} (") for camera in found)
        name = info.name if not twins else f"{info.name} ({twins + 1})"
        found.append(Camera(name, info.index, info.backend))
    return tuple(found)


class Webcam:
    """A camera's frames, as they come; what is not taken is gone."""

    live = True
    total = 0

    def __init__(self, camera: Camera, capture: Callable[[int, int], cv2.VideoCapture] | None = None) -> None:
        """Open the camera; takes a second or more. Raises CameraUnavailable."""
        self.name = camera.name
        self._lock = threading.Lock()
        self._capture = (capture or cv2.VideoCapture)(camera.index, camera.backend)
        if not self._capture.isOpened():
            raise CameraUnavailable(camera=camera.name)
        # Compressed transfer first: many cameras give 1280x720 at 30 a second only that way over USB 2.
        self._capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, WANTED_SIZE[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, WANTED_SIZE[1])
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self.rate = rate if math.isfinite(rate) and 1.0 <= rate <= 1000.0 else 30.0

    def frames(self) -> Iterator[Frame]:
        """Frames until `close`. Raises CameraLost when the camera stops giving pictures."""
        start: float | None = None
        index = failed = 0
        while True:
            with self._lock:
                if not self._capture.isOpened():
                    return
                good, bgr = self._capture.read()
            if not good:
                failed += 1
                if failed >= _LOST_AFTER:
                    raise CameraLost(camera=self.name)
                continue
            failed = 0
            now = time.monotonic()
            start = now if start is None else start
            index += 1
            yield Frame(as_rgb(bgr), index, now - start)

    def close(self) -> None:
        """Give the camera back."""
        with self._lock:
            self._capture.release()
