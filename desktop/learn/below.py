"""The frozen part of what is trained: from aligned faces to features, computed once and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop.errors import LikenessError
from desktop.faces.align import TEMPLATE
from desktop.faces.face import Embedder, ModelId, View
from desktop.faces.fastest import fastest
from desktop.learn import siamese
from desktop.learn.heads import LinearHead, TopHead
from desktop.networks.packed import PackedSFace
from desktop.networks.sface import SIDE, SFace
from desktop.vectors import Picture
from desktop.weights.device import Device
from desktop.weights.errors import WeightsDamaged

_AT_ONCE = 16


class NoTop(LikenessError):
    """A network whose last layer can't be trained here."""

    sentence = (
        "The last layer of “{model}” can't be trained; choose the model sface (--model sface), or train a "
        "head on top (--mode head)."
    )


class Below(Protocol):
    """What lies below a head."""

    @property
    def model(self) -> ModelId:
        """The network that this is a part of; a head goes with no other."""
        ...

    @property
    def bytes_a_view(self) -> int:
        """Memory that the features of one face take."""
        ...

    @property
    def holds(self) -> bool:
        """Whether the untrained head is a good one, to be held on to."""
        ...

    def features(self, faces: Sequence[Picture]) -> Tensor:
        """(n, d) features of aligned faces, on the CPU."""
        ...

    def head(self) -> nn.Module:
        """A fresh head over these features, untrained."""
        ...


class EmbeddingBelow:
    """A whole embedder, of which only the unit embeddings are seen.

    It remembers what it has seen, in memory: training again with other settings looks at no picture twice.
    """

    holds = True

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[bytes, NDArray[np.float32]] = {}

    @property
    def model(self) -> ModelId:
        """The embedder."""
        return self._embedder.model

    @property
    def dimension(self) -> int:
        """Numbers in one embedding."""
        return self._embedder.dimension

    @property
    def bytes_a_view(self) -> int:
        """Memory of one face: its embedding in float32."""
        return 4 * self._embedder.dimension

    def features(self, faces: Sequence[Picture]) -> Tensor:
        """(n, dimension) float32, rows of unit length."""
        keys = [hashlib.blake2b(np.ascontiguousarray(face).data, digest_size=16).digest() for face in faces]
        fresh = {key: face for key, face in zip(keys, faces, strict=True) if key not in self._known}
        vectors = self._embedder.embed([View(face, TEMPLATE) for face in fresh.values()])
        self._known.update(zip(fresh, vectors, strict=True))
        if not faces:
            return torch.empty(0, self.dimension)
        return torch.from_numpy(np.stack([self._known[key] for key in keys]))

    def head(self) -> nn.Module:
        """A linear layer that changes nothing yet."""
        return LinearHead(self._embedder.dimension)


class TopBelow:
    """SFace without its last layer: 7 x 7 places of 1,024 channels, mean of a face and its mirror image."""

    holds = True

    def __init__(self, tensors: Mapping[str, NDArray[np.float32]], model: ModelId, device: Device) -> None:
        """`tensors` are those of an SFace. Raises WeightsDamaged for others."""
        self._model, self._device = model, device.torch
        try:
            plain = SFace(tensors)
        except (KeyError, ValueError) as error:
            raise WeightsDamaged(name=model.name, details=repr(error)) from error
        self._last = plain.head
        network, _ = fastest(plain, device.torch, device.fast, SIDE, lambda dtype: PackedSFace(plain, dtype))
        if not isinstance(network, SFace | PackedSFace):
            raise TypeError("a form of SFace that has no features")
        self._network = network

    @property
    def model(self) -> ModelId:
        """The SFace."""
        return self._model

    @property
    def bytes_a_view(self) -> int:
        """Memory of one face: its features in bfloat16."""
        return 2 * self._last.in_features

    def features(self, faces: Sequence[Picture]) -> Tensor:
        """(n, 50176) bfloat16."""
        parts = []
        with torch.inference_mode():
            for low in range(0, len(faces), _AT_ONCE):
                stack = torch.from_numpy(np.stack(faces[low : low + _AT_ONCE])).permute(0, 3, 1, 2)
                both = torch.cat([stack, stack.flip(3)]).to(self._device, memory_format=torch.channels_last)
                found = self._network.below(both).float()
                parts.append(((found[: len(stack)] + found[len(stack) :]) / 2).bfloat16().cpu())
        # A clone can be trained on; what was made in inference mode can't.
        return torch.cat(parts).clone() if parts else torch.empty(0, self._last.in_features).bfloat16()

    def head(self) -> nn.Module:
        """The network's own last layer."""
        return TopHead(self._last.weight, self._last.bias)


class PixelsBelow:
    """Nothing at all: the head sees the pictures themselves."""

    holds = False
    model = ModelId("scratch", "")
    bytes_a_view = 4 * siamese.SIDE * siamese.SIDE * 3

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def features(self, faces: Sequence[Picture]) -> Tensor:
        """(n, SIDE * SIDE * 3) float32."""
        return siamese.pixels(faces)

    def head(self) -> nn.Module:
        """A fresh Siamese branch."""
        return siamese.Branch(self._seed)
