"""Films made for tests: a texture that moves behind a bright square, with a tone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from desktop.opencv import cv2
from desktop.vectors import Picture

CLOCK = Fraction(1, 12000)
STEP = 500
"""Of the clock from frame to frame: 24 frames a second."""


def texture(side: int = 256, seed: int = 3) -> Picture:
    """Coloured clouds with edges, which flow can follow."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 256, (side // 8, side // 8, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(coarse, (side, side), interpolation=cv2.INTER_CUBIC), np.uint8)


def frames(count: int, width: int = 64, height: int = 48, seed: int = 3) -> list[Picture]:
    """The texture moves by a pixel and a half a frame, the square by two the other way."""
    ground = texture(seed=seed)
    made = []
    for number in range(count):
        move = np.array([[1, 0, -10 - 1.5 * number], [0, 1, -10 - 0.5 * number]], np.float32)
        seen = cv2.warpAffine(ground, move, (width, height), flags=cv2.INTER_LINEAR)
        left = width - 20 - 2 * number
        seen[10:24, max(0, left) : max(0, left + 14)] = (240, 220, 60)
        made.append(np.ascontiguousarray(seen, np.uint8))
    return made


def write_film(
    path: Path,
    pictures: Sequence[Picture],
    *,
    times: Sequence[int] | None = None,
    sound: str = "aac",
    turned: int = 0,
    options: dict[str, str] | None = None,
) -> Path:
    """A film with these frames at these times of CLOCK; `sound` is a coder's name, empty for none."""
    with av.open(str(path), "w", options=options or {}) as made:
        stream = made.add_stream("libx264", rate=24)
        stream.height, stream.width = pictures[0].shape[:2]
        odd = stream.height % 2 or stream.width % 2
        stream.pix_fmt = "yuv444p" if odd else "yuv420p"
        stream.codec_context.time_base = CLOCK
        stream.codec_context.options = {"crf": "8", "preset": "ultrafast"}
        if turned:
            stream.set_display_rotation(turned)
        tone = made.add_stream(sound, rate=44100, layout="mono") if sound else None
        for number, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = (times[number] if times else number * STEP), CLOCK
            made.mux(stream.encode(frame))
        made.mux(stream.encode(None))
        if tone is not None:
            for frame in _tone(len(pictures) / 24):
                made.mux(tone.encode(frame))
            made.mux(tone.encode(None))
    return path


def _tone(seconds: float) -> list[av.AudioFrame]:
    count = max(1024, int(44100 * seconds))
    wave = (8000 * np.sin(np.arange(count) * 2 * np.pi * 440 / 44100)).astype(np.int16)
    found = []
    for start in range(0, count, 1024):
        frame = av.AudioFrame.from_ndarray(wave[None, start : start + 1024], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = 44100, start, Fraction(1, 44100)
        found.append(frame)
    return found


def write_sound(path: Path) -> Path:
    """A file with a tone and no pictures."""
    with av.open(str(path), "w") as made:
        tone = made.add_stream("aac", rate=44100, layout="mono")
        for frame in _tone(0.5):
            made.mux(tone.encode(frame))
        made.mux(tone.encode(None))
    return path
