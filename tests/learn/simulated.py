"""Embeddings drawn at random: people as directions, pictures around them."""

from __future__ import annotations

import numpy as np

from desktop.vectors import Vectors


def simulated(
    people: int, pictures: int, *, spread: float = 0.9, dimension: int = 64, seed: int = 0
) -> tuple[Vectors, list[str]]:
    """(people x pictures, dimension) unit rows, and the name of each row's person."""
    chance = np.random.default_rng(seed)
    own = np.repeat(chance.normal(size=(people, dimension)), pictures, axis=0)
    rows = own + spread * chance.normal(size=own.shape)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows.astype(np.float32), [f"person {row // pictures:05}" for row in range(len(rows))]


def plane(*degrees: float) -> Vectors:
    """Unit vectors of the plane at these angles: d between two is 2 - 2 cos of the angle between them."""
    angle = np.radians(degrees)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32)
