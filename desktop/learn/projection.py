"""Embeddings in the plane: the two directions in which a fixed sample of them varies most (PCA)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.vectors import Vectors

Plane = NDArray[np.float32]

SAMPLE = 300
"""Rows at most."""


def sample(codes: NDArray[np.intp], seed: int, most: int = SAMPLE) -> NDArray[np.intp]:
    """Rows to show, in order: of people with the most pictures first, so that groups can be seen."""
    chance = np.random.default_rng([seed, 3])
    counts = np.bincount(codes)
    several = chance.permutation(np.flatnonzero(counts > 1))
    chosen = [np.flatnonzero(codes == person)[:8] for person in several]
    rows = np.concatenate(chosen) if chosen else np.arange(len(codes))
    return np.sort(rows[:most])


def project(vectors: Vectors, before: Plane | None = None) -> Plane:
    """(n, 2) of (n, d): the first two principal components.

    Components have no sign and turn where two are about equal; `before` is the plane shown last, to which
    this one is turned and mirrored as well as can be (orthogonal Procrustes), so that what moves is the
    people.
    """
    centred = vectors.astype(np.float64) - vectors.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    found = np.zeros((len(vectors), 2))
    width = min(2, left.shape[1])
    found[:, :width] = left[:, :width] * sizes[:width]
    if before is not None:
        turn, _, other = np.linalg.svd(found.T @ before.astype(np.float64))
        found = found @ turn @ other
    return found.astype(np.float32)
