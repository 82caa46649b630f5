"""From pictures to templates: find the face, judge it, cut the crop that is kept, embed it.

The jobs read and embed step by step and change each person once, when all pictures of that person are there:
cancelled or failed, nobody is half enrolled. Window and command line run the same ones.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import LikenessError
from desktop.faces.face import Detector, Embedder, Face, View
from desktop.faces.quality import Quality, assess
from desktop.faces.verify import pick_face
from desktop.people.errors import NothingToEnrol
from desktop.people.person import NewTemplate, tidy_name
from desktop.people.store import Change, People
from desktop.pictures import people_in, read_picture
from desktop.progress import Progress
from desktop.vectors import Picture

BATCH = 8
"""Faces embedded in one step: few enough that the live picture, on the same lane, is not held up."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A face that may become a template: what errors and reports call its picture, its crop, its quality."""

    picture: str
    view: View
    quality: Quality

    @classmethod
    def of(cls, picture: Picture, face: Face, name: str = "") -> Candidate:
        """The candidate that a face of a picture makes."""
        from desktop.faces.embed import keep_crop  # brings torch, which the window's thread must not wait for

        return cls(name, keep_crop(picture, face), assess(picture, face))

    @classmethod
    def of_view(cls, view: View, name: str = "") -> Candidate:
        """The candidate that a cut-out face makes, such as the best view of a live track."""
        height, width = view.picture.shape[:2]
        whole = Face((0.0, 0.0, float(width), float(height)), view.landmarks, 1.0)
        return cls.of(view.picture, whole, name)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A picture that was not enrolled, and why."""

    picture: str
    error: LikenessError


@dataclass(frozen=True, slots=True, eq=False)
class Enrolment:
    """What came of pictures: a change for each person, the pictures taken, the pictures left out."""

    changes: tuple[Change, ...]
    taken: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]


def embedded(candidates: Sequence[Candidate], embedder: Embedder) -> list[NewTemplate]:
    """The templates of candidates, in one go; for a few, such as the face clicked in Live."""
    vectors = embedder.embed([candidate.view for candidate in candidates])
    return [
        NewTemplate(one.view.picture, one.view.landmarks, vector, embedder.model, one.quality.score)
        for one, vector in zip(candidates, vectors, strict=True)
    ]


def enrol_pictures(
    people: People,
    detector: Detector,
    embedder: Embedder,
    name: str,
    pictures: Sequence[Path | Picture],
    rule: str = "only",
    *,
    consent_by: str = "",
    skip: bool = False,
) -> Generator[Progress, None, Enrolment]:
    """Enrol pictures of one person; a known name gets more templates.

    `rule` is "only" (one face in a picture) or "largest". A picture that can't be used ends the job with its
    error, or is left out with `skip`, as long as one can be used. Raises what `People.add`, `read_picture`
    and `pick_face` raise, and NothingToEnrol without pictures; then nothing was changed.
    """
    enrolment = yield from _enrol(
        people, detector, embedder, [(tidy_name(name), pictures)], rule, consent_by, skip
    )
    if not enrolment.changes:
        raise enrolment.left_out[0].error if enrolment.left_out else NothingToEnrol(source=name)
    return enrolment


def enrol_folder(
    people: People,
    detector: Detector,
    embedder: Embedder,
    folder: Path,
    rule: str = "only",
    *,
    consent_by: str = "",
) -> Generator[Progress, None, Enrolment]:
    """Enrol everyone of a folder (`pictures.people_in`); pictures that can't be used are left out.

    Raises FileMissing, NothingToEnrol or what `People.add` raises.
    """
    found = people_in(folder)
    enrolment = yield from _enrol(people, detector, embedder, list(found.items()), rule, consent_by, True)
    if not enrolment.changes and not enrolment.left_out:
        raise NothingToEnrol(source=folder.name)
    return enrolment


def _enrol(
    people: People,
    detector: Detector,
    embedder: Embedder,
    wanted: Sequence[tuple[str, Sequence[Path | Picture]]],
    rule: str,
    consent_by: str,
    skip: bool,
) -> Generator[Progress, None, Enrolment]:
    total = sum(len(pictures) for _, pictures in wanted)
    changes: list[Change] = []
    taken: list[Candidate] = []
    left_out: list[LeftOut] = []
    done = 0
    for name, pictures in wanted:
        candidates: list[Candidate] = []
        for number, picture in enumerate(pictures, start=1):
            yield Progress(done, total, name)
            title = str(picture) if isinstance(picture, Path) else f"{name} {number}"
            try:
                candidates.append(_candidate(picture, title, detector, rule))
            except LikenessError as error:
                if not skip:
                    raise
                left_out.append(LeftOut(title, error))
            done += 1
        templates: list[NewTemplate] = []
        for start in range(0, len(candidates), BATCH):
            templates += embedded(candidates[start : start + BATCH], embedder)
            yield Progress(done, total, name)
        if templates:
            changes.append(people.add(name, templates, consent_by))
            taken += candidates
    return Enrolment(tuple(changes), tuple(taken), tuple(left_out))


def _candidate(picture: Path | Picture, title: str, detector: Detector, rule: str) -> Candidate:
    pixels = read_picture(picture) if isinstance(picture, Path) else picture
    short = picture.name if isinstance(picture, Path) else title
    return Candidate.of(pixels, pick_face(detector.detect(pixels), rule, short), title)
