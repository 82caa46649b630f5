"""The one place that makes a detector and an embedder from what is installed; window and commands use it.

torch is imported in here only once an embedder is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder
from desktop.paths import Home
from desktop.settings import Settings
from desktop.vectors import Picture, Vectors
from desktop.weights import store
from desktop.weights.catalogue import entry, for_task, words


class UnknownEmbedder(LikenessError):
    """A `--model` that names no embedder."""

    sentence = "There is no face model called “{name}”; choose one of {known}."


class AlignedEmbedder(Embedder, Protocol):
    """An embedder that also takes faces that are aligned already."""

    def embed_aligned(self, faces: Sequence[Picture]) -> Vectors:
        """(n, dimension) float32 of aligned faces, rows of unit length."""
        ...


def load_detector(home: Home, settings: Settings, *, live: bool = False) -> Detector:
    """The detector in use. A `live` one looks at each picture once, at a size that keeps up with a camera.

    Raises WeightsMissing or WeightsDamaged.
    """
    from desktop.faces.detect import Yunet

    return Yunet(store.file(home, settings.use_detect), live=live)


def embedder_name(model: str, settings: Settings) -> str:
    """The catalogue's name behind `--model`: "fast" is the embedder in use. Raises UnknownEmbedder."""
    known = [one.name for one in for_task("embed")]
    if model == "fast":
        return settings.use_embed
    if model in known:
        return model
    raise UnknownEmbedder(name=model, known=words(["fast", *known]))


def load_embedder(
    home: Home, settings: Settings, model: str = "fast", device: str = "auto"
) -> AlignedEmbedder:
    """The embedder behind `--model` ("fast" or a name of the catalogue) on `device`.

    Raises UnknownEmbedder, WeightsMissing, WeightsDamaged or DeviceMissing.
    """
    name = embedder_name(model, settings)
    numbers = store.tensors(home, name)
    from desktop.faces.embed import SFaceEmbedder
    from desktop.weights.device import choose

    return SFaceEmbedder(numbers, entry(name).sha256, choose(device), name=name)
