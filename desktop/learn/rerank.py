"""A search whose ten nearest are compared again by a binary head, which is too slow for everybody."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop.faces.match import Gallery, Match
from desktop.learn.headed import PairScore
from desktop.vectors import Vectors

NEAREST = 10
"""People whose nearest templates are compared again."""


class RerankedGallery(Gallery):
    """A gallery whose similarities are the head's, for the NEAREST people; everybody else is out of question.

    Encodings of the templates are computed once, when it is made.
    """

    def __init__(self, templates: Vectors, owners: Sequence[str], score: PairScore) -> None:
        """As Gallery; `templates` are the frozen network's embeddings."""
        super().__init__(templates, owners)
        self._score = score
        self._templates = np.ascontiguousarray(templates, np.float32)
        self._owners = np.asarray(owners, dtype=object)
        self._encoded = score.encode(self._templates)

    def search(self, queries: Vectors) -> tuple[Match, ...]:
        """The match of each of (q, d) embeddings, by the head's similarity among the nearest."""
        if not len(self):
            return super().search(queries)
        encoded = self._score.encode(np.ascontiguousarray(queries, np.float32))
        return tuple(
            self._again(self._templates @ query, code) for query, code in zip(queries, encoded, strict=True)
        )

    def similarity(self, person: str, queries: Vectors) -> NDArray[np.float32]:
        """(q,) the head's similarity of each query with the person's templates. KeyError for a stranger."""
        own = self._encoded[self._owners == person]
        if not len(own):
            raise KeyError(person)
        encoded = self._score.encode(np.ascontiguousarray(queries, np.float32))
        best: NDArray[np.float64] = self._score.similarity(encoded, own).max(axis=1)
        return best.astype(np.float32)

    def _again(self, nearness: Vectors, code: Vectors) -> Match:
        order = np.argsort(-nearness, kind="stable")
        people = list(dict.fromkeys(self._owners[order].tolist()))[:NEAREST]
        rows = np.flatnonzero(np.isin(self._owners, people))
        found = self._score.similarity(code[None], self._encoded[rows])[0]
        best = {person: float(found[self._owners[rows] == person].max()) for person in people}
        ranked = sorted(best, key=lambda person: (-best[person], person))
        if len(ranked) == 1:
            return Match(ranked[0], best[ranked[0]], None, -1.0)
        return Match(ranked[0], best[ranked[0]], ranked[1], best[ranked[1]])
