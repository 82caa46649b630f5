"""Recording: pictures that come when they come, written as a video of a constant rate."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import numpy as np

from desktop.camera.errors import NoVideoWriter
from desktop.errors import DiskFull
from desktop.files import write_error
from desktop.opencv import cv2
from desktop.vectors import Picture

RATE = 30.0
"""Frames a second of the file."""

_GAP = 2.0  # seconds a picture stands at most: a camera that was away does not leave a minute of stillness
_SPARE = 64_000_000  # bytes of disk left free: a video that can't be closed can't be played
_KINDS = {".mp4": ("mp4v", "avc1"), ".avi": ("MJPG",)}
_FALLBACK = ".avi"  # motion JPEG is in every OpenCV


class Recorder:
    """Writes a video beside its place and moves it there when it is whole.

    The first picture decides the size; others are fitted into it. Sides are even, as most coders ask.
    """

    def __init__(self, path: Path, rate: float = RATE) -> None:
        """Nothing is written before the first picture. `path` ends in .mp4 or .avi, else .mp4 is added."""
        self.path = path if path.suffix.lower() in _KINDS else path.with_name(path.name + ".mp4")
        self._rate = rate
        self._folder: Path | None = None
        self._writer: cv2.VideoWriter | None = None
        self._size = (0, 0)
        self._start = self._shift = self._last = 0.0
        self._standing: Picture | None = None
        self._written = 0
        self._checked = 0.0

    @property
    def seconds(self) -> float:
        """How long the video is so far."""
        return self._written / self._rate

    def write(self, picture: Picture, seconds: float) -> None:
        """Show a picture from this time on; `seconds` is any clock that does not go back.

        The picture before stands until now, so the file keeps the clock's pace whatever the pictures' rate.
        Raises NotWritable, DiskFull or NoVideoWriter; then `close` still saves what was written.
        """
        if self._writer is None:
            self._open(picture)
            self._start = self._last = self._checked = seconds
        gap = seconds - self._last
        if gap > _GAP:
            self._shift += gap - _GAP
        self._last = seconds
        self._fill(seconds - self._start - self._shift)
        self._standing = self._fitted(picture)
        if seconds - self._checked >= 1.0:
            self._checked = seconds
            if shutil.disk_usage(self.path.parent).free < _SPARE:
                raise DiskFull(path=self.path)

    def close(self) -> Path | None:
        """Finish the file and give its place; None where no picture came. Safe to call twice.

        An existing file is replaced. Raises NotWritable or DiskFull.
        """
        if self._writer is None or self._folder is None:
            return None
        writer, self._writer = self._writer, None
        folder, self._folder = self._folder, None
        try:
            if self._standing is not None:
                writer.write(self._standing)  # the last picture, and the only one of a very short video
                self._written += 1
            writer.release()
            made = folder / self.path.name
            if not made.exists() or made.stat().st_size == 0:
                raise DiskFull(path=self.path)
            made.replace(self.path)
        except OSError as error:
            raise write_error(error, self.path) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return self.path

    def _fill(self, until: float) -> None:
        """Write the standing picture for every frame that is due before `until`."""
        assert self._writer is not None
        due = round(until * self._rate)
        while self._standing is not None and self._written < due:
            self._writer.write(self._standing)
            self._written += 1

    def _open(self, picture: Picture) -> None:
        height, width = picture.shape[:2]
        self._size = max(2, width - width % 2), max(2, height - height % 2)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            # A folder of its own in the same place: OpenCV judges by the suffix, and a move must not copy.
            self._folder = Path(tempfile.mkdtemp(prefix=".recording-", dir=self.path.parent))
        except OSError as error:
            raise write_error(error, self.path) from error
        own = self.path.suffix.lower()
        for suffix in dict.fromkeys((own, _FALLBACK)):
            for code in _KINDS[suffix]:
                path = self.path.with_suffix(suffix)
                made = str(self._folder / path.name)
                writer = cv2.VideoWriter(made, cv2.VideoWriter.fourcc(*code), self._rate, self._size)
                if writer.isOpened():
                    self.path, self._writer = path, writer
                    return
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None
        raise NoVideoWriter(video=self.path.name)

    def _fitted(self, picture: Picture) -> Picture:
        """The picture as OpenCV wants it, in BGR, with black beside it where its aspect is another."""
        width, height = self._size
        bgr = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR)
        if (
            picture.shape[1] - picture.shape[1] % 2 == width
            and picture.shape[0] - picture.shape[0] % 2 == height
        ):
            return np.ascontiguousarray(bgr[:height, :width])
        ratio = min(width / picture.shape[1], height / picture.shape[0])
        inner = max(1, int(picture.shape[1] * ratio)), max(1, int(picture.shape[0] * ratio))
        paper = np.zeros((height, width, 3), np.uint8)
        left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
        paper[top : top + inner[1], left : left + inner[0]] = cv2.resize(
            bgr, inner, interpolation=cv2.INTER_AREA
        )
        return paper
