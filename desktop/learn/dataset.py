"""What is trained on, from a folder of people or from the enrolled: aligned faces and whose they are."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.faces.align import align
from desktop.faces.face import View
from desktop.learn.folder import Shots
from desktop.learn.recipe import Faces


def from_shots(shots: Shots) -> Faces:
    """The usable faces of a folder; rows as there."""
    return Faces(tuple(shots.crops), shots.people)


def from_views(views: Iterable[tuple[str, View]]) -> Faces:
    """Faces of the enrolled: (who, view) row by row; `who` may be an id, it is only told apart."""
    crops, people = [], []
    for who, view in views:
        crops.append(align(view.picture, view.landmarks))
        people.append(who)
    return Faces(tuple(crops), tuple(people))
