"""The words of this folder: a face, a view of one, and what finds and embeds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from desktop.vectors import Picture, Points, Vectors

Box = tuple[float, float, float, float]
"""x, y, width, height in pixels of the upright picture; may reach over its edge."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A detected face.

    `landmarks` are (5, 2): the eye on the picture's left, the eye on its right, nose tip, mouth corner on the
    left, mouth corner on the right. `score` is the detector's confidence, 0..1.
    """

    box: Box
    landmarks: Points
    score: float


class View(NamedTuple):
    """What an embedder needs of a face: a picture that shows it and its five landmarks there."""

    picture: Picture
    landmarks: Points


class ModelId(NamedTuple):
    """The name and the digest (sha256 of the original file) of the model that made an embedding."""

    name: str
    digest: str


class Detector(Protocol):
    """Finds faces."""

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        """Every face of a picture of any size, largest first."""
        ...


class Embedder(Protocol):
    """Maps faces to the unit sphere, so that d(A, B) = |f(A) - f(B)|^2 = 2 - 2 cos is small for one face."""

    @property
    def model(self) -> ModelId:
        """Which model this is; templates of another model can't be compared with its embeddings."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in one embedding."""
        ...

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length. Cuts and aligns each view itself."""
        ...
