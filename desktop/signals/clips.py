"""A clip from a video file: moments, rows and columns, grey; read as a stream, whatever its length."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np

from desktop.camera.errors import VideoCutOff
from desktop.errors import LikenessError
from desktop.opencv import cv2
from desktop.scaled import resized
from desktop.signals.errors import ClipTooShort
from desktop.signals.kinds import CLIP, Values
from desktop.signals.shots import Shot
from desktop.signals.video import Video
from desktop.vectors import Picture

RATE: Final = Fraction(25, 2)
"""Moments a second, the same for every clip, so that what moves as fast looks as fast."""

LONGEST: Final = 96
"""Moments, 7.7 s; of a longer clip those in its middle are read."""

SIDE: Final = 64
"""Pixels of the longer side: a unit of the last layer, which sees 9, then sees a seventh of it."""


def read(path: Path, doubt: Callable[[LikenessError], None] | None = None) -> Values:
    """(1, moments, rows, columns) luma 0..1. A clip whose end is missing is told to `doubt`, and used.

    Raises FileMissing, UnreadableVideo, NoDecoder, NoPicturesInFilm or ClipTooShort.
    """
    video = Video(path)
    most = float(LONGEST / RATE)
    moments: list[Values] = []
    if video.seconds > most:
        moments = _moments(video.after(0.5 - most / video.seconds / 2), video)
    if len(moments) < LONGEST:  # it is short, or breaks off before its middle
        counted = _Counted(video.shots())
        moments = _moments(counted, video)
        if counted.ended and doubt is not None and video.broken(counted.count):
            doubt(VideoCutOff(video=video.name, read=counted.count, total=video.total))
    height, width = moments[0].shape if moments else (0, 0)
    if min(len(moments), height, width) < CLIP.window[0]:
        limit = CLIP.window[0]
        raise ClipTooShort(
            clip=path.name,
            seconds=f"{float(len(moments) / RATE):.1f}",
            width=video.size[0],
            height=video.size[1],
            least=f"{float(limit / RATE):.1f}",
            limit=-(-limit * max(SIDE, *video.size) // SIDE),
        )
    return np.stack(moments)[None]


class _Counted:
    """Frames, and how many there were."""

    def __init__(self, shots: Iterator[Shot]) -> None:
        self._shots = shots
        self.count, self.ended = 0, False

    def __iter__(self) -> Iterator[Shot]:
        for shot in self._shots:
            self.count += 1
            yield shot
        self.ended = True


def _moments(shots: _Counted | Iterator[Shot], video: Video) -> list[Values]:
    """The first moments of some frames, LONGEST at most."""
    factor = min(1.0, SIDE / max(video.size))
    width, height = (max(1, round(side * factor)) for side in video.size)
    found: list[Values] = []
    for picture in _paced(iter(shots), 1 / (RATE * video.clock)):
        small = resized(picture, width, height)
        found.append(np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.float32) / 255)
        if len(found) == LONGEST:
            break
    return found


def _paced(shots: Iterator[Shot], step: Fraction) -> Iterator[Picture]:
    """The picture that stands at every `step` of the film's clock, whatever times its frames have."""
    before: Shot | None = None
    due = Fraction(0)
    for shot in shots:
        if before is None:
            due = Fraction(shot.time)
        while before is not None and due < shot.time:
            yield before.picture
            due += step
        before = shot
    while before is not None and due < before.time + before.length:
        yield before.picture
        due += step
