"""Video files and folders of pictures as sources: every frame in order, none dropped."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from desktop.camera.errors import EmptyFolder, PicturesSkipped, UnreadableVideo, VideoCutOff
from desktop.camera.source import Frame
from desktop.errors import LikenessError
from desktop.opencv import cv2
from desktop.pictures import picture_files, read_picture
from desktop.vectors import Picture

_FOLDER_RATE = 5.0  # pictures a second: slow enough to see each, fast enough for a folder of film stills


class Video:
    """A video file. `total` is what its header promises."""

    live = False

    def __init__(self, path: Path) -> None:
        """Open the file. Raises UnreadableVideo."""
        self.name = path.name
        self._lock = threading.Lock()
        self._capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
        if not self._capture.isOpened():
            raise UnreadableVideo(video=path.name)
        rate = self._capture.get(cv2.CAP_PROP_FPS)
        self.rate = rate if math.isfinite(rate) and 1.0 <= rate <= 1000.0 else 25.0
        total = self._capture.get(cv2.CAP_PROP_FRAME_COUNT)
        self.total = int(total) if math.isfinite(total) and total > 0 else 0

    def frames(self) -> Iterator[Frame]:
        """Every frame. Raises UnreadableVideo before the first or VideoCutOff after the last readable one."""
        index, seconds = 0, 0.0
        while True:
            with self._lock:
                if not self._capture.isOpened():
                    return
                good, bgr = self._capture.read()
                stamp = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0
            if not good:
                break
            # A variable frame rate shows in the stamps; where they do not move on, the nominal rate counts.
            seconds = stamp if stamp > seconds or index == 0 else seconds + 1.0 / self.rate
            index += 1
            yield Frame(as_rgb(bgr), index, seconds)
        if index == 0:
            raise UnreadableVideo(video=self.name)
        # Headers of sound containers may promise a few frames more than there are; a real cut loses many.
        if index < self.total - max(3, 0.02 * self.total):
            raise VideoCutOff(video=self.name, read=index, total=self.total)

    def close(self) -> None:
        """Give the file back."""
        with self._lock:
            self._capture.release()


class Folder:
    """The pictures of a folder (or one picture file) by name."""

    live = False
    rate = _FOLDER_RATE

    def __init__(self, path: Path) -> None:
        """List the pictures. Raises EmptyFolder."""
        self.name = path.name or str(path)
        self._files = picture_files(path) if path.is_dir() else [path]
        if not self._files:
            raise EmptyFolder(folder=path)
        self.total = len(self._files)
        self._closed = False

    def frames(self) -> Iterator[Frame]:
        """Every readable picture. Raises PicturesSkipped at the end where some could not be read."""
        skipped: list[tuple[Path, LikenessError]] = []
        for index, file in enumerate(self._files, start=1):
            if self._closed:
                return
            try:
                picture = read_picture(file)
            except LikenessError as error:
                if self.total == 1:
                    raise
                skipped.append((file, error))
                continue
            yield Frame(picture, index, (index - 1) / self.rate)
        if skipped:
            details = "\n".join(f"{file}: {error}" for file, error in skipped)
            raise PicturesSkipped(
                count=len(skipped), folder=self.name, first=skipped[0][0].name, details=details
            )

    def close(self) -> None:
        """End `frames` at the next picture."""
        self._closed = True


def as_rgb(bgr: object) -> Picture:
    """OpenCV's frame as a picture that nobody writes to."""
    picture: Picture = np.ascontiguousarray(
        cv2.cvtColor(np.asarray(bgr, np.uint8), cv2.COLOR_BGR2RGB), np.uint8
    )
    picture.flags.writeable = False
    return picture
