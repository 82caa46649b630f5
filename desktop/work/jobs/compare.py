"""Comparing two pictures, or a picture with an enrolled person."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np

from desktop.errors import NoFace
from desktop.faces.face import Face, View
from desktop.pictures import read_picture
from desktop.progress import Progress
from desktop.vectors import Picture
from desktop.work.jobs.state import State
from desktop.work.messages import Comparison, Side
from desktop.work.sample import two_views

Given = Path | Picture


def picture_of(given: Given) -> tuple[Picture, str]:
    """The picture and what errors call it; pasted pictures have no name of their own."""
    if isinstance(given, Path):
        return read_picture(given), given.name
    return given, "the pasted picture"


class CompareJobs:
    """Jobs of the Compare page."""

    def __init__(self, state: State) -> None:
        self._state = state

    def sample(self) -> Generator[Progress, None, tuple[Picture, Picture]]:
        """Two views of the sample portrait. Raises WeightsMissing or WeightsDamaged."""
        yield Progress(0, 1, "Reading")
        return two_views(self._state.home)

    def look(self, given: Given) -> Generator[Progress, None, Side]:
        """Find the faces of a picture. Raises what `read_picture` raises, or NoFace."""
        yield Progress(0, 1, "Looking for faces")
        return self._side(given)[0]

    def compare(self, left: Given, right: Given) -> Generator[Progress, None, Comparison]:
        """Compare the largest faces of two pictures."""
        yield Progress(0, 3, "Looking for faces")
        one, one_view = self._side(left)
        yield Progress(1, 3, "Looking for faces")
        other, other_view = self._side(right)
        yield Progress(2, 3, "Comparing")
        vectors = self._state.faces.embedder.embed([one_view, other_view])
        return self._comparison(one, other, "", self._state.faces.similarity(vectors[0], vectors[1]))

    def claim(self, given: Given, person: str) -> Generator[Progress, None, Comparison]:
        """Compare the largest face of a picture with every picture of a person; the nearest decides."""
        yield Progress(0, 2, "Looking for faces")
        side, view = self._side(given)
        yield Progress(1, 2, "Comparing")
        name = self._state.people.get(person).name
        embedding = self._state.faces.embedder.embed([view])
        similarity = self._state.faces.recogniser.gallery.similarity(person, embedding)
        return self._comparison(side, None, name, float(similarity[0]))

    def _side(self, given: Given) -> tuple[Side, View]:
        from desktop.faces.embed import keep_crop
        from desktop.faces.quality import assess
        from desktop.faces.verify import SMALLEST_FACE

        picture, name = picture_of(given)
        faces = self._state.faces.still.detect(picture)
        if not faces:
            raise NoFace(picture=name, size=SMALLEST_FACE)
        taken: Face = faces[0]
        quality = assess(picture, taken)
        side = Side(
            picture,
            tuple(face.box for face in faces),
            0,
            keep_crop(picture, taken).picture,
            quality.score,
            tuple(quality.advice),
        )
        return side, View(picture, taken.landmarks)

    def _comparison(self, left: Side, right: Side | None, person: str, similarity: float) -> Comparison:
        from desktop.faces.thresholds import distance

        similarity = float(np.clip(similarity, -1.0, 1.0))
        faces = self._state.faces
        return Comparison(
            left,
            right,
            person,
            similarity,
            distance(similarity),
            faces.embedder.model.name,
            faces.calibration,
        )
