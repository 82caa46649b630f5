"""Made-up people for training: faces that differ in a way a network can learn, without any real picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop.faces.face import ModelId, View
from desktop.learn.recipe import Faces
from desktop.vectors import Picture, Vectors

DIMENSION = 16
COLOURS = 24  # blocks of a picture, which carry who it is


class BlockEmbedder:
    """Embeds a picture by the colours of its blocks through a fixed mixture: quick, and not perfect."""

    model = ModelId("blocks", "b" * 64)
    dimension = DIMENSION

    def __init__(self, digest: str = "b" * 64) -> None:
        self.model = ModelId("blocks", digest)
        self._mixture = np.random.default_rng(5).normal(size=(48, DIMENSION))
        self.seen = 0

    def embed(self, views: Sequence[View]) -> Vectors:
        self.seen += len(views)
        if not views:
            return np.empty((0, DIMENSION), np.float32)
        blocks = np.stack([_blocks(view.picture) for view in views])
        rows = (blocks - 0.5) @ self._mixture
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def _blocks(picture: Picture) -> Vectors:
    parts = picture.astype(np.float64).reshape(4, 28, 4, 28, 3).mean(axis=(1, 3)) / 255
    return np.asarray(parts.reshape(48))


def faces(people: int = 12, pictures: int = 4, noise: float = 0.25, seed: int = 0) -> Faces:
    """Everybody has colours of their own; every picture shows them with noise, half of it in fixed places."""
    chance = np.random.default_rng(seed)
    crops, names = [], []
    for person in range(people):
        own = chance.uniform(0.15, 0.85, (4, 4, 3))
        for _ in range(pictures):
            changed = own + chance.normal(0, noise, (4, 4, 3)) * np.linspace(0, 2, 16).reshape(4, 4, 1)
            crop = np.kron(np.clip(changed, 0, 1), np.ones((28, 28, 1)))
            crops.append(np.asarray(crop * 255, np.uint8))
            names.append(f"p{person:02d}")
    return Faces(tuple(crops), tuple(names))
