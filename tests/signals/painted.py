"""What a painted film holds, and what a test paints it from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import av
import numpy as np

from desktop.signals.film import FilmRecipe, FilmWork
from desktop.style.recipe import Style
from desktop.vectors import Picture
from tests.signals.films import texture

COUNT = 11
"""Frames of the film that most tests paint."""


def work(source: Path, out: Path, **how: object) -> FilmWork:
    given = FilmWork(source, Style(texture(64), name="Clouds"), out, FilmRecipe(size=64))
    return replace(given, **how)  # type: ignore[arg-type]


def pictures(path: Path) -> list[Picture]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def times(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [frame.pts for frame in container.decode(video=0)]


def sound(path: Path) -> list[bytes]:
    with av.open(str(path)) as container:
        return [bytes(packet) for packet in container.demux(audio=0) if packet.size]


def scripted(contents: list[Picture]) -> list[Picture]:
    """What the script makes of these frames."""
    made: list[Picture] = []
    for content in contents:
        fresh = 255 - content
        made.append(fresh if not made else (fresh // 2 + made[-1] // 2).astype(np.uint8))
    return made
