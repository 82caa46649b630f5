"""The words of this folder: a person, a template, consent, a sighting; and what a name may be."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import ModelId
from desktop.people.errors import NameEmpty, NameTooLong, NameUnprintable
from desktop.vectors import Picture, Points

NAME_LIMIT = 100
"""Characters of a name after it was tidied."""

THEMSELVES = "the person themselves"
"""Whose consent is noted where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Consent:
    """With whose consent a record was made or added to, and when."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """An enrolled person. `id` is random; `templates` counts their pictures; times are in UTC.

    `consents` has an entry for the record itself and one for each later addition by somebody else, oldest
    first.
    """

    id: str
    name: str
    templates: int
    added: datetime
    consents: tuple[Consent, ...]

    @property
    def consent(self) -> Consent:
        """The consent with which the record was made."""
        return self.consents[0]


@dataclass(frozen=True, slots=True, eq=False)
class NewTemplate:
    """A picture of a face on its way in.

    `crop` shows the face with a generous margin, `landmarks` (5, 2) are in its pixels, `embedding` is (d,)
    float32 of unit length made by `model`, `quality` 0..1.
    """

    crop: Picture
    landmarks: Points
    embedding: NDArray[np.float32]
    model: ModelId
    quality: float


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A picture of an enrolled person; the pixels come from `People.view`. `models` have embedded it."""

    id: str
    person: str
    added: datetime
    quality: float
    landmarks: Points
    models: tuple[ModelId, ...]


@dataclass(frozen=True, slots=True)
class Sighting:
    """One recognition of an enrolled person, kept under that person's key. Unknown people are never kept."""

    id: int
    person: str
    seen: datetime
    similarity: float
    track: int


def now() -> datetime:
    """The time of day in UTC, to the millisecond, as it is kept."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def tidy_name(name: str) -> str:
    """The name as it is kept: NFC, no space at the ends, single spaces inside, any script.

    Raises NameEmpty, NameTooLong or NameUnprintable.
    """
    composed = unicodedata.normalize("NFC", name)
    # Joiners and direction marks (Cf) belong to names in some scripts; the other C categories never do.
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") and sign not in "\t" for sign in composed):
        raise NameUnprintable
    tidy = " ".join(composed.split())
    # A name needs something to see: a letter, digit, sign or symbol; marks, spaces and joiners alone show
    # nothing.
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in tidy):
        raise NameEmpty
    if len(tidy) > NAME_LIMIT:
        raise NameTooLong(length=len(tidy), limit=NAME_LIMIT)
    return tidy


def same_name(name: str) -> str:
    """What two names share that count as one: case and compatible spellings do not tell people apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
