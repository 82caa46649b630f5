"""What a small network can be trained on, and its shape for each: sounds, series, clips, volumes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from numpy.typing import NDArray

from desktop.signals import audio

Values = NDArray[Any]
"""(channels, *axes) float32: what a network sees of a recording, a clip or a volume."""

BANDS: Final = 64
"""Channels of a sound: bands of frequencies."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input and the network that looks at it."""

    name: str
    suffixes: frozenset[str]
    window: tuple[int, ...]
    """Places along each axis that are embedded together; nothing smaller can be used."""
    channels: tuple[int, ...]
    """Those that come in, then the units of each layer."""
    kernel: int
    stride: int

    @property
    def dims(self) -> int:
        """Axes of places."""
        return len(self.window)


SOUND: Final = Kind("sound", audio.SUFFIXES, (32,), (BANDS, 48, 64, 64), 5, 2)
"""A place is a window of the spectrogram, 23 ms; the last layer sees 29 of them, 0.67 s. No sound that is
read is shorter than 32."""

SERIES: Final = Kind("series", frozenset({".csv"}), (128,), (1, 16, 24, 32, 32), 7, 2)
"""A place is a value; the last layer sees 91 of them."""

VOLUME: Final = Kind("volume", frozenset({".tif", ".tiff"}), (14, 14, 14), (1, 16, 32), 5, 1)
"""A place is a voxel; 14 x 14 x 14 become 16 x 10 x 10 x 10, then 32 x 6 x 6 x 6."""

CLIP: Final = Kind(
    "clip", frozenset({".mp4", ".m4v", ".mov", ".mkv", ".avi", ".webm"}), (14, 14, 14), (1, 16, 32), 5, 1
)
"""A place is a pixel at a moment, 80 ms; the first axis is time, the shape a volume's."""

KINDS: Final = {kind.name: kind for kind in (SOUND, SERIES, VOLUME, CLIP)}


def kind_of(path: Path) -> Kind | None:
    """What a file is by its name; None where it is none of them."""
    for kind in KINDS.values():
        if path.suffix.lower() in kind.suffixes:
            return kind
    return None
