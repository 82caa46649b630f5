"""Films in: frames upright, in order and with their times; PyAV (FFmpeg's libraries) reads them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from itertools import dropwhile
from pathlib import Path
from typing import Any, Final

import av
import numpy as np
from av.container import InputContainer

from desktop.camera.errors import UnreadableVideo, VideoCutOff
from desktop.errors import FileMissing
from desktop.signals.film_errors import NoDecoder, NoPicturesInFilm
from desktop.signals.shots import Shot
from desktop.vectors import Picture

_SHORT: Final = 1.0  # seconds by which a file's own word about its length may be wrong
_USUAL: Final = Fraction(25)  # frames a second where a file says nothing


class Video:
    """A video file. Holds no open file between two calls, so that it may lie with whoever asked for it."""

    stack = False

    def __init__(self, path: Path) -> None:
        """Reads the header and the first frame. Raises what `open_shots` raises."""
        self.path, self.name = path, path.name
        with opened(path) as container:
            if not container.streams.video:
                raise NoPicturesInFilm(video=path.name)
            stream = container.streams.video[0]
            if stream.codec_context is None:
                raise NoDecoder(video=path.name)
            first = next(_frames(container), None)
            if first is None:
                raise NoPicturesInFilm(video=path.name)
            height, width = _upright(first).shape[:2]
            self.size = width, height
            self.clock: Fraction = stream.time_base or 1 / _USUAL
            rate = stream.average_rate or stream.guessed_rate or _USUAL
            self.rate = float(rate)
            self.seconds = _seconds(container)
            self.total = stream.frames or round(self.seconds * self.rate)
            self._counted = bool(stream.frames)
            self.sound = bool(container.streams.audio)
            turned = round(first.rotation / 90) % 2
            aspect = stream.sample_aspect_ratio or Fraction(1)
            self.aspect: Fraction = 1 / aspect if turned else aspect
            """Width of a pixel over its height, upright."""

    def shots(self, start: int = 0) -> Iterator[Shot]:
        """See Shots. What goes before `start` is decoded, not converted: exact, and 1,000 frames a second."""
        with opened(self.path) as container:
            yield from self._told(_frames(container), start)

    def after(self, part: float) -> Iterator[Shot]:
        """Every frame from about this part (0..1) of the whole on, found by seeking; counted from 0."""
        with opened(self.path) as container:
            wanted = self._seek(container, part)
            frames = _frames(container)
            yield from self._told(
                dropwhile(lambda frame: frame.pts is not None and frame.pts < wanted, frames)
            )

    def at(self, part: float) -> Picture:
        """See Shots: the first frame at or after that time, else the last."""
        with opened(self.path) as container:
            wanted = self._seek(container, part)
            found: av.VideoFrame | None = None
            for found in _frames(container):
                if found.pts is None or found.pts + (found.duration or 0) > wanted:
                    break
        if found is None:  # past the last frame of a file that is cut off
            return next(self.shots()).picture
        return self._sized(_upright(found))

    def broken(self, read: int) -> str:
        """See Shots. A length in seconds is a guess, so a second of it does not count."""
        slack = 0 if self._counted else round(_SHORT * self.rate)
        if read + slack >= self.total:
            return ""
        return VideoCutOff(video=self.name, read=read, total=self.total).phrase

    def _told(self, frames: Iterator[av.VideoFrame], start: int = 0) -> Iterator[Shot]:
        usual = max(1, round(1 / (self.rate * self.clock)))
        newest = -1
        for index, frame in enumerate(frames):
            # A clock that is missing or goes back would make a film that no player can follow.
            time = newest + usual if frame.pts is None else max(frame.pts, newest + 1)
            newest = time
            if index >= start:
                yield Shot(self._sized(_upright(frame)), index, time, frame.duration or usual)

    def _seek(self, container: InputContainer, part: float) -> int:
        """Go to the last frame before this part of the whole that can be decoded alone; the time meant."""
        stream = container.streams.video[0]
        wanted = (stream.start_time or 0) + round(max(0.0, min(part, 1.0)) * self.seconds / self.clock)
        with suppress(av.error.FFmpegError):  # a file that can't seek is read from its beginning
            container.seek(wanted, stream=stream)
        return wanted

    def _sized(self, picture: Picture) -> Picture:
        """A film whose size changes on its way keeps the size it began with."""
        from desktop.scaled import resized

        return resized(picture, *self.size)


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """The file opened to be read. Raises FileMissing or UnreadableVideo."""
    try:
        container = av.open(str(path))
    except FileNotFoundError as error:
        raise FileMissing(path=path, details=repr(error)) from error
    except (av.error.FFmpegError, OSError) as error:
        raise UnreadableVideo(video=path.name, details=repr(error)) from error
    try:
        yield container
    finally:
        container.close()


def _frames(container: InputContainer) -> Iterator[av.VideoFrame]:
    """Every frame that can be decoded; a packet that can't is passed over, at a broken tail it ends."""
    stream = container.streams.video[0]
    stream.thread_type = "AUTO"
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError):
            break
        with suppress(av.error.InvalidDataError):
            yield from packet.decode()
    with suppress(av.error.FFmpegError):  # what the decoder still holds where the packets broke off
        yield from stream.decode(None)


def _upright(frame: av.VideoFrame) -> Picture:
    """RGB, turned as the camera noted; FFmpeg counts degrees against the clock, as numpy does."""
    picture: Any = frame.to_ndarray(format="rgb24")
    turns = round(frame.rotation / 90) % 4
    return np.ascontiguousarray(np.rot90(picture, turns) if turns else picture)


def _seconds(container: InputContainer) -> float:
    stream = container.streams.video[0]
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return container.duration / av.time_base if container.duration else 0.0
