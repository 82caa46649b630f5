"""What is finished of a film while it is painted: parts, each a file that is whole, put together at the end.

A film is kept as short films of one picture track each, beside the times of its frames. Each begins with a
whole picture and has no frame that leans on a later one, so they are put together packet by packet, and what
was coded once is never coded again. A stack is kept as one PNG a slice.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Final, Protocol

import av
from av.container import OutputContainer
from av.video.stream import VideoStream
from PIL import Image

from desktop.errors import Names, Phrase
from desktop.files import replaced, write_error
from desktop.pictures import encode_png, read_picture
from desktop.signals import coder, sound_track
from desktop.signals.film_errors import OverItself, UnknownFilmSuffix
from desktop.signals.shots import Shot, Shots
from desktop.signals.slices import Slices
from desktop.signals.video import Video, opened
from desktop.vectors import Picture

FILMS: Final = {".mp4": "mp4", ".m4v": "mp4", ".mov": "mov", ".mkv": "matroska"}
"""Endings of films that are written, and FFmpeg's names for them."""

STACKS: Final = frozenset({".tif", ".tiff", ""})


class Parts(Protocol):
    """Takes frames in order; `end` closes a part and gives how many frames it has."""

    def begin(self, number: int) -> None:
        """Start a part, in the place of one that was cut off. Raises DiskFull or NotWritable."""

    def add(self, shot: Shot, picture: Picture) -> None:
        """One more frame. Raises DiskFull or NotWritable."""

    def end(self) -> None:
        """Make the part whole. Raises DiskFull or NotWritable."""

    def drop(self) -> None:
        """Forget the part that was begun."""

    def join(self, numbers: int, out: Path) -> Generator[None, None, bool]:
        """Write the result, whole or not at all, out of so many parts; gives whether all sound was kept.

        Yields now and then. Raises DiskFull or NotWritable.
        """


def make(shots: Shots, folder: Path, size: tuple[int, int], out: Path) -> Parts:
    """Parts of a film or a stack, in `folder`. Raises UnknownFilmSuffix, OverItself or NoFilmWriter."""
    known = STACKS if shots.stack else FILMS
    if out.suffix.lower() not in known:
        words = Phrase(".tif, or a folder's name") if shots.stack else Names(FILMS)
        kind = Phrase("a stack of slices") if shots.stack else Phrase("a film")
        raise UnknownFilmSuffix(path=out.name, kind=kind, known=words)
    if out.exists() and out.resolve() == shots.path.resolve():
        raise OverItself(path=out.name)
    if isinstance(shots, Slices):
        return SliceParts(shots, folder)
    assert isinstance(shots, Video)
    return VideoParts(shots, folder, size)


class VideoParts:
    """Parts of a film."""

    def __init__(self, video: Video, folder: Path, size: tuple[int, int]) -> None:
        self._video, self._folder, self._size = video, folder, size
        self._clock = Fraction(1, max(1, round(video.rate)))
        coder.known()  # said before the first frame is painted
        self._number = 0
        self._container: OutputContainer | None = None
        self._stream: VideoStream | None = None
        self._times: list[tuple[int, int]] = []

    def begin(self, number: int) -> None:
        """See Parts."""
        self.drop()
        self._number, self._times = number, []
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._container = av.open(str(self._path("new")), "w", format="mp4")
        except OSError as error:
            raise write_error(error, self._folder) from error
        # Within a part frames are only counted: their times in the film are kept beside it.
        clock, rate = self._clock, self._video.rate
        self._stream = coder.track(self._container, self._size, clock, rate, self._video.aspect)

    def add(self, shot: Shot, picture: Picture) -> None:
        """See Parts."""
        assert self._stream is not None
        self._encode(coder.frame(picture, len(self._times), self._clock))
        self._times.append((shot.time, shot.length))

    def end(self) -> None:
        """See Parts."""
        assert self._container is not None
        self._encode(None)
        try:
            self._container.close()
            self._container = None
            with replaced(self._times_of(self._number)) as file:
                file.write(json.dumps(self._times).encode())
            with self._path("new").open("rb+") as written:
                os.fsync(written.fileno())  # the note that names it is on the disk before long
            self._path("new").replace(self._path("mp4"))
        except OSError as error:
            raise write_error(error, self._folder) from error

    def drop(self) -> None:
        """See Parts."""
        if self._container is not None:
            container, self._container = self._container, None
            with suppress(OSError, av.error.FFmpegError):  # on a full disk; the file goes anyway
                container.close()
        self._path("new").unlink(missing_ok=True)

    def join(self, numbers: int, out: Path) -> Generator[None, None, bool]:
        """See Parts: the picture track out of the parts, the sound out of the film itself."""
        kept = True
        try:
            with (
                replaced(out) as file,
                opened(self._video.path) as source,
                av.open(file, "w", format=FILMS[out.suffix.lower()]) as made,
            ):
                pictures = sound_track.Track(self._packets(made, numbers))
                sounds = sound_track.tracks(source, made)
                kept = len(sounds) == len(source.streams.audio)
                for packet in sound_track.merged([pictures, *sounds]):
                    made.mux(packet)
                    yield
        except av.error.FFmpegError as error:
            if isinstance(error, OSError):
                raise write_error(error, out) from error
            raise
        return kept

    def _packets(self, made: OutputContainer, numbers: int) -> Iterator[sound_track.Packet]:
        """Every packet of the parts with its own time in the film."""
        stream: VideoStream | None = None
        for number in range(numbers):
            times = json.loads(self._times_of(number).read_text("utf-8"))
            with av.open(str(self._folder / f"part-{number:05d}.mp4")) as part:
                if stream is None:
                    stream = made.add_stream_from_template(part.streams.video[0])
                    stream.time_base = self._video.clock
                packets = (packet for packet in part.demux(video=0) if packet.size)
                for packet, (time, length) in zip(packets, times, strict=True):
                    packet.stream = stream
                    packet.time_base = self._video.clock
                    packet.pts = packet.dts = time
                    packet.duration = length
                    yield packet

    def _encode(self, frame: av.VideoFrame | None) -> None:
        assert self._container is not None
        assert self._stream is not None
        try:
            for packet in self._stream.encode(frame):
                self._container.mux(packet)
        except OSError as error:
            raise write_error(error, self._folder) from error

    def _path(self, suffix: str) -> Path:
        return self._folder / f"part-{self._number:05d}.{suffix}"

    def _times_of(self, number: int) -> Path:
        return self._folder / f"part-{number:05d}.json"


class SliceParts:
    """The slices of a stack; a slice is finished when it is written, so parts cost nothing."""

    def __init__(self, slices: Slices, folder: Path) -> None:
        self._slices, self._folder = slices, folder

    def begin(self, number: int) -> None:
        """Nothing is to be opened."""

    def add(self, shot: Shot, picture: Picture) -> None:
        """See Parts."""
        with replaced(self._slice(shot.index)) as file:
            file.write(encode_png(picture))

    def end(self) -> None:
        """Every slice is whole already."""

    def drop(self) -> None:
        """What is there is written over."""

    def join(self, numbers: int, out: Path) -> Generator[None, None, bool]:
        """See Parts: a TIFF with pages, or a folder with a PNG for each slice."""
        place: Path | None = None
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            # Beside the result: the move to its place must not copy.
            place = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
            made = place / "made"
            if out.suffix:
                self._write_pages(made)
            else:
                made.mkdir()
                for number in range(self._slices.total):
                    name = Path(self._slices.named(number)).stem
                    shutil.copyfile(self._slice(number), made / f"{name}.png")
                    yield
                if out.exists():
                    out.rmdir()  # an empty one that somebody made for this; one with files in it stays
            made.replace(out)
        except OSError as error:
            raise write_error(error, out) from error
        finally:
            if place is not None:
                shutil.rmtree(place, ignore_errors=True)
        return False

    def _write_pages(self, path: Path) -> None:
        numbers = range(self._slices.total)
        pages = (Image.fromarray(read_picture(self._slice(number))) for number in numbers)
        next(pages).save(path, "TIFF", save_all=True, append_images=pages, compression="tiff_deflate")

    def _slice(self, number: int) -> Path:
        return self._folder / f"slice-{number:06d}.png"
