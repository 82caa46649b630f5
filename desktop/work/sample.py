"""What Live plays while no camera is allowed: a moving view of a portrait that was fetched or ships."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.camera.scene import Scene
from desktop.camera.source import FrameSource
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.vectors import Picture
from desktop.weights import store

SAMPLE = "likeness:sample"
"""The sample's name among cameras, videos and folders; none of those is called so."""

PORTRAIT = "sample-astronaut"
"""The catalogue's name of the picture."""

_ANOTHER = 5.0  # seconds into the moving view: nearer, tilted and darker than the picture itself


def is_camera(named: str) -> bool:
    """Whether a source is called as cameras are, the first one (empty) too: no sample, video or folder."""
    return named != SAMPLE and not Path(named).is_absolute()


def with_sample(home: Home, opener: Callable[[str], FrameSource]) -> Callable[[str], FrameSource]:
    """An opener that knows the sample too; every other name goes to `opener`.

    The sample raises WeightsMissing or WeightsDamaged where its picture is not at hand.
    """

    def opened(named: str) -> FrameSource:
        if named == SAMPLE:
            return Scene(read_picture(store.file(home, PORTRAIT)), SAMPLE)
        return opener(named)

    return opened


def two_views(home: Home) -> tuple[Picture, Picture]:
    """The portrait, and another view of the same face. Raises as the sample does."""
    portrait = read_picture(store.file(home, PORTRAIT))
    return portrait, Scene(portrait, SAMPLE).at(_ANOTHER)
