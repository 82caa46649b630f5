"""Sound files: read as one channel at 22.05 kHz with their peak at 1, written whole or not at all."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing
from desktop.files import replaced
from desktop.signals.errors import (
    BadSoundName,
    SilentSound,
    SoundTooLong,
    SoundTooShort,
    UnreadableSound,
)

RATE: Final = 22_050
"""Samples a second of everything that is worked on."""

PEAK: Final = 0.891
"""Of a written sound: 1 dB below full scale, so that no player's own filters clip it."""

MINUTES: Final = 10
"""The longest sound that is worked on. Its spectrogram takes 100 MB, and L-BFGS keeps some of them."""

SHORTEST: Final = 0.75
"""Seconds: what the widest filters see at once, and a little."""

SUFFIXES: Final = frozenset({".wav", ".flac", ".ogg", ".oga", ".mp3"})
"""Names that are taken for sounds in a dialog or a folder; a file is judged by its content."""

Samples = NDArray[np.float32]
"""(n,) between -1 and 1."""

_BLOCK: Final = 4096  # frames that are read at a time: as many may be lost where a file breaks off
_QUIET: Final = 1e-4  # of full scale; below it is the rounding of 16 bits, and what a dither leaves
_CUT: Final = re.compile(r"data\s*:\s*\d+ \(should be", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A sound as it is worked on: one channel at RATE, its mean 0 and its peak 1."""

    samples: Samples
    name: str  # what the user calls it; never a path
    broken: bool = False
    """Whether the file's end is missing; what was before it is there."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / RATE


def read(path: Path) -> Sound:
    """The sound in a file of any rate, depth and number of channels; the name's ending does not matter.

    Of a file that breaks off, what there is. Raises FileMissing, UnreadableSound, SilentSound, SoundTooShort
    or SoundTooLong.
    """
    import soundfile

    try:
        with path.open("rb") as file, soundfile.SoundFile(_Unnamed(file.read())) as source:
            samples, broken = _mono(source, path.name)
    except FileNotFoundError as error:
        raise FileMissing(path=path, details=repr(error)) from error
    except (OSError, soundfile.SoundFileError, TypeError, ValueError) as error:
        raise UnreadableSound(sound=path.name, details=repr(error)) from error
    return prepared(samples, path.stem, path.name, broken=broken)


def prepared(
    samples: NDArray[np.floating[Any]], title: str, name: str = "", *, broken: bool = False
) -> Sound:
    """Samples at RATE as a sound; `name` is what errors call it. Raises as `read` does."""
    name = name or title
    if not np.isfinite(samples).all():
        raise UnreadableSound(sound=name, details="values that are no numbers")
    if len(samples) < SHORTEST * RATE:
        raise SoundTooShort(sound=name, seconds=f"{len(samples) / RATE:.2f}", limit=SHORTEST)
    centred = np.asarray(samples, np.float64) - np.mean(samples, dtype=np.float64)
    peak = float(np.abs(centred).max())
    if peak < _QUIET:
        raise SilentSound(sound=name)
    return Sound((centred / peak).astype(np.float32), title, broken)


def check_name(path: Path) -> None:
    """Raises BadSoundName where a result can't be written under this name."""
    if path.suffix.lower() not in (".wav", ".flac"):
        raise BadSoundName(path=path.name)


def write(path: Path, samples: Samples, rate: int = RATE) -> None:
    """Write one channel with 16 bits as WAV or FLAC by the name, its peak brought to PEAK.

    Raises BadSoundName, DiskFull or NotWritable.
    """
    import soundfile

    check_name(path)
    buffer = io.BytesIO()
    kind = path.suffix.lower().removeprefix(".").upper()
    soundfile.write(buffer, levelled(samples), rate, subtype="PCM_16", format=kind)
    with replaced(path) as file:
        file.write(buffer.getbuffer())


def levelled(samples: Samples) -> Samples:
    """The same with its peak at PEAK; silence stays silence."""
    peak = float(np.abs(samples).max(initial=0.0))
    return samples if peak == 0 else (samples * (PEAK / peak)).astype(np.float32)


class _Unnamed(io.BytesIO):
    """Bytes without a name: soundfile would take a name that ends in .raw for the format."""


def _mono(source: Any, name: str) -> tuple[Samples, bool]:  # noqa: ANN401 - soundfile has no types
    """The mean of the channels at RATE, and whether the end is missing."""
    import soundfile
    import soxr

    if source.frames > MINUTES * 60 * source.samplerate and source.seekable():
        minutes = f"{source.frames / source.samplerate / 60:.0f}"
        raise SoundTooLong(sound=name, minutes=minutes, limit=MINUTES)
    stream = soxr.ResampleStream(source.samplerate, RATE, 1, dtype="float32", quality="VHQ")
    parts, had, broken = [], 0, bool(_CUT.search(source.extra_info))
    while True:
        try:
            block = source.read(_BLOCK, dtype="float32", always_2d=True)
        except soundfile.SoundFileError:
            if not had:
                raise
            block, broken = np.zeros((0, source.channels), np.float32), True
        had += len(block)
        parts.append(stream.resample_chunk(np.ascontiguousarray(block.mean(axis=1)), last=not len(block)))
        if not len(block):
            return np.concatenate(parts).ravel(), broken or had < source.frames
