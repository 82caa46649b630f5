"""A head put on an embedder that is loaded already, so that the window can put it on and take it off."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.faces.face import Embedder, ModelId, View
from desktop.learn import headed
from desktop.learn.head_file import PAIRS, Head
from desktop.learn.load import Comparing
from desktop.paths import Home
from desktop.vectors import Vectors
from desktop.weights import store


class PairEmbedder:
    """The frozen network below a binary head, under the head's name.

    Its embeddings are the network's own, but what is kept by them and said of them belongs to the head: its
    thresholds, and the model that a notice or a result names.
    """

    def __init__(self, base: Embedder, head: Head) -> None:
        self._base, self._model = base, head.model

    @property
    def model(self) -> ModelId:
        """Network and head together."""
        return self._model

    @property
    def dimension(self) -> int:
        """As the network's."""
        return self._base.dimension

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length: the network's."""
        return self._base.embed(views)


def plain(home: Home, base: Embedder) -> Comparing:
    """The embedder without a head."""
    return Comparing(base, home)


def put_on(home: Home, base: Embedder, head: Head, device: str = "auto", file: str = "head") -> Comparing:
    """The embedder with a head on it; `file` is what sentences call the head.

    Raises HeadForAnother, HeadForOtherWeights, HeadDamaged, or DeviceMissing.
    """
    if head.kind == "scratch":
        return Comparing(headed.ScratchEmbedder(head, file), home, head, file)
    head.check(base.model, file)
    if head.kind in PAIRS:
        pairs = headed.PairScore(base.model, base.dimension, head, file)
        return Comparing(PairEmbedder(base, head), home, head, file, pairs)
    if head.kind == "top":
        from desktop.weights.device import choose

        numbers = store.tensors(home, base.model.name)
        return Comparing(headed.topped(numbers, head, choose(device), file), home, head, file)
    return Comparing(headed.HeadedEmbedder(base, head, file), home, head, file)
