"""Exact 1:K search: who of the enrolled is closest, and who else comes near.

Cosine similarities of every query with every template, no index that could miss one. At 128 numbers a
template the memory's speed is the limit, so a block of templates is multiplied with all queries while it
lies in the cache: 100,000 templates (51 MB) are read once for all faces of a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.vectors import Vectors

_BLOCK = 1024
"""Templates in a block: 512 KB at 128 numbers, which stays in a core's cache for the queries after the
first."""

_FEW = 16
"""Up to here one matrix-vector product a query beats a matrix product, which first repacks the templates."""

_TAIL = 4096
"""Templates that wait, unsorted, behind the grouped ones before both are grouped anew."""

_TIE = 1e-6
"""Similarities closer than this differ by rounding alone, so they are a tie and the lower id wins it."""

_NOBODY = -2.0  # below every similarity


class Match(NamedTuple):
    """The best person for a query, and the best template of anybody else.

    Similarities are cosines, -1..1; a person is None (with similarity -1) where there is none to name.
    """

    person: str | None
    similarity: float
    runner_up: str | None
    runner_up_similarity: float


class Gallery:
    """(n, d) templates of unit length and their owners. Never changes, so threads may share one.

    Adding templates gives a new gallery that shares the old one's memory, so enrolling a person among 100,000
    copies a short tail instead of 51 MB.
    """

    def __init__(self, templates: Vectors, owners: Sequence[str]) -> None:
        """Take over `templates`, owned row by row by `owners` (ids of people).

        The array is kept without a copy where it is contiguous and each owner's rows lie together; nobody may
        write to it afterwards. Raises ValueError where the two do not fit.
        """
        if templates.ndim != 2 or len(templates) != len(owners):
            raise ValueError(f"{templates.shape} templates do not fit {len(owners)} owners")
        index: dict[str, int] = {}
        codes = np.fromiter((index.setdefault(owner, len(index)) for owner in owners), np.intp, len(owners))
        self._people = list(index)
        self._index = index
        self._set_main(np.ascontiguousarray(templates, np.float32), codes)
        self._set_tail(np.empty((0, templates.shape[1]), np.float32), np.empty(0, np.intp))

    def _set_main(self, templates: Vectors, codes: NDArray[np.intp]) -> None:
        if np.any(codes[1:] < codes[:-1]):
            order = np.argsort(codes, kind="stable")
            templates, codes = templates[order], codes[order]
        self._main, self._main_codes = templates, codes

    def _set_tail(self, templates: Vectors, codes: NDArray[np.intp]) -> None:
        order = np.argsort(codes, kind="stable")
        self._tail, self._tail_codes = templates[order], codes[order]

    def __len__(self) -> int:
        """Number of templates: the K that the threshold depends on."""
        return len(self._main) + len(self._tail)

    def __contains__(self, person: object) -> bool:
        return person in self._index

    @property
    def dimension(self) -> int:
        """Numbers in one template."""
        return int(self._main.shape[1])

    @property
    def people(self) -> tuple[str, ...]:
        """Ids of everybody who owns a template."""
        return tuple(self._people)

    def with_templates(self, templates: Vectors, owners: Sequence[str]) -> Gallery:
        """A gallery with more templates; this one stays as it is. Raises ValueError where they do not fit."""
        if not len(self):
            return Gallery(templates, owners)
        if templates.ndim != 2 or len(templates) != len(owners) or templates.shape[1] != self.dimension:
            raise ValueError(f"{templates.shape} templates do not fit {len(owners)} owners here")
        more = object.__new__(Gallery)
        more._index = dict(self._index)
        codes = np.fromiter(
            (more._index.setdefault(owner, len(more._index)) for owner in owners), np.intp, len(owners)
        )
        more._people = list(more._index)
        more._main, more._main_codes = self._main, self._main_codes
        tail = np.concatenate([self._tail, templates.astype(np.float32, copy=False)])
        tail_codes = np.concatenate([self._tail_codes, codes])
        if len(tail) > max(_TAIL, len(self._main) // 8):
            more._set_main(np.concatenate([self._main, tail]), np.concatenate([self._main_codes, tail_codes]))
            tail, tail_codes = tail[:0], tail_codes[:0]
        more._set_tail(tail, tail_codes)
        return more

    def without(self, person: str) -> Gallery:
        """A gallery that holds nothing of a person; copies the others' templates."""
        code = self._index.get(person)
        if code is None:
            return self
        codes = np.concatenate([self._main_codes, self._tail_codes])
        keep = codes != code
        owners = [self._people[kept] for kept in codes[keep]]
        return Gallery(np.concatenate([self._main, self._tail])[keep], owners)

    def search(self, queries: Vectors) -> tuple[Match, ...]:
        """The match of each of (q, d) queries of unit length. Raises ValueError for another d."""
        if not len(self):
            return tuple(Match(None, -1.0, None, -1.0) for _ in queries)
        if queries.ndim != 2 or queries.shape[1] != self.dimension:
            raise ValueError(f"{queries.shape} queries do not fit templates of {self.dimension} numbers")
        asked = np.ascontiguousarray(queries, np.float32)
        scores = products(self._main, asked), products(self._tail, asked)
        found = []
        for main, tail in zip(*scores, strict=True):
            best, similarity = self._first(main, tail)
            low, high, tail_low, tail_high = self._rows(best)
            # Nobody's other templates can be their own runner-up. The arrays are this search's own.
            main[low:high] = tail[tail_low:tail_high] = _NOBODY
            if len(self._people) == 1:
                found.append(Match(self._people[best], similarity, None, -1.0))
                continue
            other, other_similarity = self._first(main, tail)
            found.append(Match(self._people[best], similarity, self._people[other], other_similarity))
        return tuple(found)

    def similarity(self, person: str, queries: Vectors) -> NDArray[np.float32]:
        """(q,) similarity of each query with the person's closest template. KeyError for a stranger."""
        low, high, tail_low, tail_high = self._rows(self._index[person])
        own = np.concatenate([self._main[low:high], self._tail[tail_low:tail_high]])
        best: NDArray[np.float32] = (queries @ own.T).max(axis=1)
        return best

    def _rows(self, code: int) -> tuple[int, int, int, int]:
        """Where a person's templates begin and end, among the grouped ones and in the tail."""
        low, high = np.searchsorted(self._main_codes, [code, code + 1])
        tail_low, tail_high = np.searchsorted(self._tail_codes, [code, code + 1])
        return int(low), int(high), int(tail_low), int(tail_high)

    def _first(self, main: NDArray[np.float32], tail: NDArray[np.float32]) -> tuple[int, float]:
        """The best person and similarity; of those who tie the lowest id, whatever order they came in."""
        top = max(float(main.max(initial=_NOBODY)), float(tail.max(initial=_NOBODY)))
        near = {int(code) for code in self._main_codes[main >= top - _TIE]}
        near.update(int(code) for code in self._tail_codes[tail >= top - _TIE])
        return min(near, key=self._people.__getitem__), top


def products(templates: Vectors, queries: Vectors) -> NDArray[np.float32]:
    """(q, n) similarities, block by block."""
    scores = np.empty((len(queries), len(templates)), np.float32)
    for low in range(0, len(templates), _BLOCK):
        block = templates[low : low + _BLOCK]
        high = low + len(block)
        if len(queries) <= _FEW:
            for query, row in zip(queries, scores, strict=True):
                np.dot(block, query, out=row[low:high])
        else:
            np.matmul(queries, block.T, out=scores[:, low:high])
    return scores
