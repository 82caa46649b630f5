"""What two faces are compared with: an embedder, or one with a trained head on it.

torch is imported in here only once something is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop.faces.adopted import calibration_of
from desktop.faces.face import Embedder, ModelId
from desktop.faces.load import embedder_name, load_embedder
from desktop.faces.match import Gallery
from desktop.faces.thresholds import Calibration
from desktop.paths import Home
from desktop.settings import Settings
from desktop.vectors import Vectors
from desktop.weights import store
from desktop.weights.catalogue import entry

if TYPE_CHECKING:
    from desktop.learn.below import Below
    from desktop.learn.head_file import Head
    from desktop.learn.headed import PairScore
    from desktop.learn.recipe import Recipe


@dataclass(frozen=True, slots=True, eq=False)
class Comparing:
    """A similarity function in use."""

    embedder: Embedder
    """With a binary head, the frozen network alone: its embeddings are what the head compares."""
    home: Home
    head: Head | None = None
    file: str = ""
    pairs: PairScore | None = None
    """The binary head."""

    def calibration(self) -> Calibration:
        """The head's own thresholds, else those of the model. Raises Uncalibrated or HeadUncalibrated.

        A linear or top head that was measured on too few people takes those of its network, from which
        training moves it little; they were not measured with it, and `train` says so.
        """
        if self.head is None:
            return calibration_of(self.home, self.embedder.model)
        if self.head.calibration is None and self.head.kind in ("linear", "top"):
            return replace(calibration_of(self.home, self.head.base), model=self.head.model.name)
        return self.head.thresholds(self.file)

    def similarity(self, query: Vectors, templates: Vectors) -> float:
        """Of an embedding (d,) with the nearest of templates (n >= 1, d), -1..1."""
        if self.pairs is None:
            found = np.max(templates.astype(np.float64) @ query.astype(np.float64))
        else:
            found = self.pairs.similarity(self.pairs.encode(query[None]), self.pairs.encode(templates)).max()
        return float(np.clip(found, -1.0, 1.0))

    def gallery(self, templates: Vectors, owners: Sequence[str]) -> Gallery:
        """Templates to search; with a binary head its ten nearest are compared again."""
        if self.pairs is None:
            return Gallery(templates, owners)
        from desktop.learn.rerank import RerankedGallery

        return RerankedGallery(templates, owners, self.pairs)


def load_comparing(
    home: Home, settings: Settings, model: str = "fast", device: str = "auto", file: Path | None = None
) -> Comparing:
    """The model behind `--model`, with the head of `--head` on it.

    Raises as `load_embedder`, and FileMissing, HeadDamaged, HeadNewer, HeadForAnother, HeadForOtherWeights.
    """
    if file is None:
        return Comparing(load_embedder(home, settings, model, device), home)
    from desktop.learn import head_file

    return with_head(home, settings, model, device, head_file.read(file), file.name)


def with_head(
    home: Home, settings: Settings, model: str, device: str, head: Head, file: str = "head"
) -> Comparing:
    """The same for a head that has been read; `file` is what sentences call it."""
    from desktop.learn import headed
    from desktop.learn.head_file import PAIRS
    from desktop.weights.device import choose

    if head.kind == "scratch":
        return Comparing(headed.ScratchEmbedder(head, file), home, head, file)
    base = load_embedder(home, settings, model, device)
    head.check(base.model, file)
    if head.kind in PAIRS:
        pairs = headed.PairScore(base.model, base.dimension, head, file)
        return Comparing(base, home, head, file, pairs)
    if head.kind == "top":
        numbers = store.tensors(home, base.model.name)
        return Comparing(headed.topped(numbers, head, choose(device), file), home, head, file)
    return Comparing(headed.HeadedEmbedder(base, head, file), home, head, file)


def load_below(
    home: Home, settings: Settings, recipe: Recipe, model: str = "fast", device: str = "auto"
) -> Below:
    """The frozen part that a recipe trains on. Raises as `load_embedder`, and NoTop."""
    from desktop.learn.below import EmbeddingBelow, NoTop, PixelsBelow, TopBelow
    from desktop.weights.device import choose

    if recipe.mode == "scratch":
        return PixelsBelow(recipe.seed)
    if recipe.mode == "head":
        return EmbeddingBelow(load_embedder(home, settings, model, device))
    name = embedder_name(model, settings, home)
    if name not in _SFACE:
        raise NoTop(model=name)
    return TopBelow(store.tensors(home, name), ModelId(name, entry(name).sha256), choose(device))


_SFACE = ("sface", "sface-full")
"""Networks whose last layer can be trained."""
