"""Pictures into a film: the coder, its settings, and a whole film out of pictures at once."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from desktop.files import replaced
from desktop.signals.film_errors import NoFilmWriter
from desktop.vectors import Picture

_CODERS: Final = (
    ("libx264", {"crf": "16", "preset": "veryfast", "bf": "0"}),
    ("mpeg4", {"qscale": "2", "bf": "0"}),
)
"""The best first, at a quality that hides what was lost. bf: no frame leans on a later one."""

_BT709: Final = 1  # FFmpeg's number for the colours of high-definition films
_LIMITED: Final = 1  # ... and for their range


def known() -> tuple[str, dict[str, str]]:
    """The best coder there is, and its settings. Raises NoFilmWriter."""
    for name, options in _CODERS:
        if name in av.codecs_available:
            return name, dict(options)
    raise NoFilmWriter


def track(
    container: OutputContainer,
    size: tuple[int, int],
    clock: Fraction,
    rate: float,
    aspect: Fraction = Fraction(1),
) -> VideoStream:
    """A picture track for frames of this width and height, both even; times count in `clock`."""
    name, options = known()
    stream = container.add_stream(name, rate=max(1, round(rate)))
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    context = stream.codec_context
    context.time_base = clock
    context.sample_aspect_ratio = aspect
    context.options = options
    context.colorspace = context.color_primaries = context.color_trc = _BT709
    context.color_range = _LIMITED
    return stream


def frame(picture: Picture, time: int, clock: Fraction) -> av.VideoFrame:
    """An RGB picture as a frame of such a track."""
    made = av.VideoFrame.from_ndarray(picture, format="rgb24")
    made = made.reformat(format="yuv420p", dst_colorspace="ITU709")
    made.colorspace, made.color_range = _BT709, _LIMITED
    made.pts, made.time_base = time, clock
    return made


def write(path: Path, pictures: Iterable[Picture], rate: int) -> None:
    """A silent MP4 out of pictures of one even size, whole or not at all. Raises DiskFull or NotWritable."""
    clock = Fraction(1, rate)
    stream: VideoStream | None = None
    with replaced(path) as file, av.open(file, "w", format="mp4") as made:
        for number, picture in enumerate(pictures):
            if stream is None:
                stream = track(made, (picture.shape[1], picture.shape[0]), clock, rate)
            made.mux(stream.encode(frame(picture, number, clock)))
        if stream is not None:
            made.mux(stream.encode(None))
