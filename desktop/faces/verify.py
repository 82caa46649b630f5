"""1:1: are these two the same person, or is this who they say they are?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from desktop.errors import LikenessError, NoFace, SeveralFaces
from desktop.faces.face import Detector, Embedder, Face, View
from desktop.faces.thresholds import Calibration, accepts, distance
from desktop.vectors import Picture, Vectors

SMALLEST_FACE = 20
"""Width in pixels that a face should have; what the sentence about a picture without one says."""


class NoTemplates(LikenessError):
    """A person with no picture left to compare with."""

    sentence = "“{person}” has no enrolled picture left; add one first."


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer of `likeness verify`, as contracts.md has it. `same` is True iff distance <= threshold."""

    same: bool
    similarity: float
    distance: float
    threshold: float
    """On the distance."""
    fmr: float
    """The false match rate that the threshold belongs to."""
    llr: float
    probability: float
    model: str


def pick_face(faces: Sequence[Face], rule: str, name: str) -> Face:
    """The face a command means: the only one, or with the rule "largest" the first.

    `faces` come largest first; `name` is what errors call the picture. Raises NoFace or SeveralFaces.
    """
    if not faces:
        raise NoFace(picture=name, size=SMALLEST_FACE)
    if len(faces) > 1 and rule != "largest":
        raise SeveralFaces(picture=name, count=len(faces))
    return faces[0]


def view_of(picture: Picture, detector: Detector, rule: str, name: str) -> View:
    """The face of a picture, ready to be embedded. Raises NoFace or SeveralFaces."""
    return View(picture, pick_face(detector.detect(picture), rule, name).landmarks)


def compare(
    first: View, second: View, embedder: Embedder, calibration: Calibration, fmr: float
) -> Verification:
    """Whether two views show one person, at the false match rate `fmr`."""
    vectors = embedder.embed([first, second])
    return against(vectors[0], vectors[1:], calibration, fmr)


def against(query: Vectors, templates: Vectors, calibration: Calibration, fmr: float) -> Verification:
    """Whether an embedding, (d,), is of the person with these templates, (n >= 1, d); the nearest decides."""
    similarity = float(np.clip(np.max(templates.astype(np.float64) @ query.astype(np.float64)), -1.0, 1.0))
    return decide(similarity, calibration, fmr)


def decide(similarity: float, calibration: Calibration, fmr: float) -> Verification:
    """The verdict on a similarity; also what a slider asks for at every move."""
    limit = calibration.threshold(fmr)
    return Verification(
        same=accepts(similarity, limit),
        similarity=similarity,
        distance=distance(similarity),
        threshold=distance(limit),
        fmr=fmr,
        llr=calibration.llr(similarity),
        probability=calibration.probability(similarity, limit),
        model=calibration.model,
    )
