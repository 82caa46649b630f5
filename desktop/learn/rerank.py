"""A search whose ten nearest are compared again by a binary head, which is too slow for everybody."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.faces.match import Gallery, Match, products
from desktop.learn.headed import PairScore
from desktop.vectors import Vectors

NEAREST = 10
"""People whose templates are compared again."""

_FIRST = 8 * NEAREST
"""Nearest templates among which these people are looked for first: ten pictures of one are seldom nearer."""


class RerankedGallery(Gallery):
    """A gallery whose similarities are the head's, for the NEAREST people; everybody else is out of question.

    Encodings of the templates are computed once, when it is made.
    """

    def __init__(self, templates: Vectors, owners: Sequence[str], score: PairScore) -> None:
        """As Gallery; `templates` are the frozen network's embeddings."""
        super().__init__(templates, owners)
        self._score = score
        self._encoded = score.encode(self._main)  # row by row as they are grouped there

    def search(self, queries: Vectors) -> tuple[Match, ...]:
        """The match of each of (q, d) embeddings, by the head's similarity among the nearest."""
        if not len(self):
            return super().search(queries)
        asked = np.ascontiguousarray(queries, np.float32)
        encoded = self._score.encode(asked)
        return tuple(
            self._again(nearness, code)
            for nearness, code in zip(products(self._main, asked), encoded, strict=True)
        )

    def similarity(self, person: str, queries: Vectors) -> NDArray[np.float32]:
        """(q,) the head's similarity of each query with the person's templates. KeyError for a stranger."""
        low, high, _, _ = self._rows(self._index[person])
        encoded = self._score.encode(np.ascontiguousarray(queries, np.float32))
        best: NDArray[np.float64] = self._score.similarity(encoded, self._encoded[low:high]).max(axis=1)
        return best.astype(np.float32)

    def _nearest(self, nearness: NDArray[np.float32]) -> list[int]:
        """The people, by number, whose templates come nearest, the nearest first."""
        some = min(_FIRST, len(nearness))
        while True:
            rows = np.argpartition(nearness, len(nearness) - some)[len(nearness) - some :]
            rows = rows[np.argsort(-nearness[rows], kind="stable")]
            people = list(dict.fromkeys(self._main_codes[rows].tolist()))[:NEAREST]
            if len(people) == NEAREST or some == len(nearness):
                return people
            some = min(8 * some, len(nearness))

    def _again(self, nearness: NDArray[np.float32], code: Vectors) -> Match:
        people = self._nearest(nearness)
        parts = [self._encoded[slice(*self._rows(person)[:2])] for person in people]
        found = self._score.similarity(code[None], np.concatenate(parts))[0]
        starts = np.cumsum([0, *(len(part) for part in parts[:-1])])
        named = [self._people[person] for person in people]
        best = dict(zip(named, np.maximum.reduceat(found, starts).tolist(), strict=True))
        ranked = sorted(best, key=lambda person: (-best[person], person))
        if len(ranked) == 1:
            return Match(ranked[0], best[ranked[0]], None, -1.0)
        return Match(ranked[0], best[ranked[0]], ranked[1], best[ranked[1]])
