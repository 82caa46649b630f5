"""Several embedders as one: their unit embeddings side by side, each with a share of the square."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from desktop.faces.face import Embedder, ModelId, View
from desktop.vectors import Vectors
from desktop.weights.catalogue import joined_digest


class JoinedEmbedder:
    """Concatenates the embeddings of its parts, weighted so that the whole has unit length.

    With shares w that add up to 1 the row is (sqrt(w_1) f_1, sqrt(w_2) f_2, ...), so its similarity is the
    mean of theirs, sum w_i cos_i, and d(A, B) = 2 - 2 cos keeps its meaning.
    """

    def __init__(self, name: str, parts: Sequence[Embedder], shares: Sequence[float]) -> None:
        """`shares` are positive, one a part; only their ratio counts."""
        if len(parts) != len(shares) or not parts or min(shares) <= 0:
            raise ValueError("one positive share a part")
        self._parts = tuple(parts)
        self._scales = [np.float32(math.sqrt(share / math.fsum(shares))) for share in shares]
        self._model = ModelId(name, joined_digest([part.model.digest for part in parts], shares))

    @property
    def model(self) -> ModelId:
        """The name, and a digest over the parts' digests and their shares."""
        return self._model

    @property
    def dimension(self) -> int:
        """Numbers in one embedding: all parts' together."""
        return sum(part.dimension for part in self._parts)

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length."""
        rows = [part.embed(views) * scale for part, scale in zip(self._parts, self._scales, strict=True)]
        whole = np.concatenate(rows, axis=1)
        # Each part is of unit length up to rounding; brought there once more, so that no sum of them is not.
        norm = np.linalg.norm(whole, axis=1, keepdims=True)
        return np.asarray(whole / np.maximum(norm, np.float32(1e-12)), np.float32)
