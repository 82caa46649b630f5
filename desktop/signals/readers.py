"""Reading a file of any kind as what a network sees of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import LikenessError
from desktop.signals import audio, series, volumes
from desktop.signals.kinds import CLIP, SOUND, VOLUME, Kind, Values


def read(path: Path, kind: Kind, doubt: Callable[[LikenessError], None] | None = None) -> Values:
    """(channels, *axes) of a recording, a clip or a volume, at least a window long along every axis.

    `doubt` is told what is wrong with a file that can be used all the same. Raises what `audio.read`,
    `series.read`, `clips.read` or `volumes.read` raises.
    """
    if kind is SOUND:
        from desktop.signals.bands import bands

        return bands(audio.read(path).samples)
    if kind is CLIP:
        from desktop.signals import clips

        return clips.read(path, doubt)
    return volumes.read(path) if kind is VOLUME else series.read(path)
