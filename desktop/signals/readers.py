"""Reading a file of any kind as what a network sees of it."""

from __future__ import annotations

from pathlib import Path

from desktop.signals import audio, series, volumes
from desktop.signals.kinds import SOUND, VOLUME, Kind, Values


def read(path: Path, kind: Kind) -> Values:
    """(channels, *axes) of a recording or a volume, at least a window long along every axis.

    Raises what `audio.read`, `series.read` or `volumes.read` raises.
    """
    if kind is SOUND:
        from desktop.signals.bands import bands

        return bands(audio.read(path).samples)
    return volumes.read(path) if kind is VOLUME else series.read(path)
