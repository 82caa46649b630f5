"""A frame and where frames come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from desktop.vectors import Picture


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture of a source: `index` counts from 1, `seconds` since the source's first frame."""

    picture: Picture
    index: int
    seconds: float


class FrameSource(Protocol):
    """A device, a video file or a folder of pictures."""

    @property
    def name(self) -> str:
        """What the user calls it."""
        ...

    @property
    def rate(self) -> float:
        """Frames a second the source plays at."""
        ...

    @property
    def live(self) -> bool:
        """True where a frame that is not taken now is gone: a device."""
        ...

    @property
    def total(self) -> int:
        """Number of frames, 0 where nobody knows."""
        ...

    def frames(self) -> Iterator[Frame]:
        """Every frame in order, as fast as asked for. Raises a LikenessError where the source breaks."""
        ...

    def close(self) -> None:
        """Give the device or file back; `frames` ends."""
        ...
