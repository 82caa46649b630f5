"""A network with a trained head on it, in use: as an embedder, or as what compares two embeddings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from desktop.faces.align import align
from desktop.faces.embed import NetworkEmbedder
from desktop.faces.face import Embedder, ModelId, View
from desktop.faces.fastest import fastest
from desktop.learn import siamese
from desktop.learn.binary import PairClassifier
from desktop.learn.head_file import Head, HeadDamaged
from desktop.learn.heads import LinearHead
from desktop.networks.packed import PackedSFace
from desktop.networks.sface import DIMENSION, SIDE, SFace
from desktop.vectors import Vectors
from desktop.weights.device import Device

Tensors = Mapping[str, NDArray[np.float32]]


class HeadedEmbedder:
    """An embedder and a linear head over its embeddings."""

    def __init__(self, base: Embedder, head: Head, file: str = "head") -> None:
        """Raises HeadForAnother, HeadForOtherWeights, or HeadDamaged where the numbers do not fit."""
        head.check(base.model, file)
        self._base, self._model = base, head.model
        self._module = _loaded(LinearHead(base.dimension), head, file)

    @property
    def model(self) -> ModelId:
        """Network and head together."""
        return self._model

    @property
    def dimension(self) -> int:
        """Numbers in one embedding: as the network's."""
        return self._base.dimension

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length."""
        return self.moved(self._base.embed(views))

    def moved(self, embeddings: Vectors) -> Vectors:
        """(n, dimension): where the head puts what the network alone embeds, of unit length."""
        with torch.inference_mode():
            found: Vectors = self._module(torch.from_numpy(np.ascontiguousarray(embeddings))).numpy()
        return found


class ScratchEmbedder:
    """A small Siamese network that was trained from scratch."""

    dimension = siamese.DIMENSION

    def __init__(self, head: Head, file: str = "head") -> None:
        """Raises HeadDamaged where the numbers are not those of a branch."""
        self._model = head.model
        self._branch = _loaded(siamese.Branch(), head, file)

    @property
    def model(self) -> ModelId:
        """The network."""
        return self._model

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length."""
        faces = [align(view.picture, view.landmarks) for view in views]
        with torch.inference_mode():
            found: Vectors = self._branch(siamese.pixels(faces)).numpy()
        return found


def topped(tensors: Tensors, head: Head, device: Device, file: str = "head") -> Embedder:
    """An SFace whose last layer is the head's. Raises HeadDamaged where it does not fit.

    As quick as the plain one: it is the same network with other numbers.
    """
    plain = SFace(tensors)
    _loaded(plain.head, head, file)
    network, dtype = fastest(plain, device.torch, device.fast, SIDE, lambda dtype: PackedSFace(plain, dtype))
    return NetworkEmbedder(head.model, network, dtype, device, DIMENSION, align)


class PairScore:
    """A binary head: no embedding of its own, it says of two embeddings whether they are of one person."""

    def __init__(self, base: ModelId, dimension: int, head: Head, file: str = "head") -> None:
        """`base` and `dimension` are the embedder's. Raises as HeadedEmbedder does."""
        head.check(base, file)
        self._classifier = PairClassifier(head.kind, dimension)
        _loaded(self._classifier, head, file)
        self.model = head.model

    def encode(self, embeddings: Vectors) -> Vectors:
        """(n, e) encodings of (n, d) unit embeddings: once for each face, kept by who compares it often."""
        with torch.inference_mode():
            found: Vectors = self._classifier.encode(
                torch.from_numpy(np.ascontiguousarray(embeddings))
            ).numpy()
        return found

    def similarity(self, first: Vectors, second: Vectors) -> NDArray[np.float64]:
        """(n, m) similarities 2p - 1, -1..1, of encodings (n, e) and (m, e); the same in either order.

        distance = 2 - 2 x similarity then lies in 0..4 as that of embeddings does.
        """
        with torch.inference_mode():
            logits = self._classifier.all_pairs(torch.from_numpy(first), torch.from_numpy(second))
            found: NDArray[np.float64] = torch.tanh(logits.double() / 2).numpy()
        return found

    def paired(self, first: Vectors, second: Vectors) -> NDArray[np.float64]:
        """(n,) similarities of row with row."""
        with torch.inference_mode():
            logits = self._classifier(torch.from_numpy(first), torch.from_numpy(second))
            found: NDArray[np.float64] = torch.tanh(logits.double() / 2).numpy()
        return found


def _loaded(module: nn.Module, head: Head, file: str) -> nn.Module:
    try:
        module.load_state_dict(dict(head.tensors))
    except (RuntimeError, AttributeError) as error:
        raise HeadDamaged(file=file, details=repr(error)) from error
    return module.eval().requires_grad_(requires_grad=False)
