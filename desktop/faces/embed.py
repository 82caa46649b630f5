"""A face as a point on the unit sphere; and the crop that is kept, so that other networks can follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop.faces.align import align, chip
from desktop.faces.face import Face, ModelId, View
from desktop.faces.fastest import fastest
from desktop.networks import dlib_resnet, sface
from desktop.networks.packed import PackedSFace
from desktop.opencv import cv2
from desktop.vectors import Picture, Points, Vectors
from desktop.weights.device import Device
from desktop.weights.errors import WeightsDamaged

BATCH = 32
"""Faces that go through the network at once; with their mirror images twice as many."""

CROP = 512
"""Longer side of a kept crop in pixels, at most."""

Cut = Callable[[Picture, Points], Picture]
"""From a picture and the five landmarks in it to the (side, side, 3) picture that a network looks at."""

Tensors = Mapping[str, NDArray[np.float32]]


class NetworkEmbedder:
    """Embeds faces with a network: what it sees of a face and the mirror image, summed, of unit length."""

    def __init__(
        self, model: ModelId, network: nn.Module, dtype: torch.dtype, device: Device, dimension: int, cut: Cut
    ) -> None:
        """`network` takes (n, 3, side, side) RGB 0..255 on `device` and gives (n, dimension)."""
        self._model = model
        self._network = network
        self._device = device.torch
        self._dimension = dimension
        self._cut = cut
        self.dtype = dtype

    @property
    def model(self) -> ModelId:
        """Which model this is."""
        return self._model

    @property
    def dimension(self) -> int:
        """Numbers in one embedding."""
        return self._dimension

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, dimension) float32, rows of unit length."""
        if not views:
            return np.empty((0, self._dimension), np.float32)
        parts = [
            self._embed(np.stack([self._cut(view.picture, view.landmarks) for view in views[i : i + BATCH]]))
            for i in range(0, len(views), BATCH)
        ]
        return np.concatenate(parts)

    def features(self, batch: Tensor) -> Tensor:
        """(n, dimension) float32 of (n, 3, side, side) RGB 0..255, before mirroring and unit length."""
        with torch.inference_mode():
            result: Tensor = self._network(batch.to(self._device, memory_format=torch.channels_last))
            return result.float()

    def _embed(self, stack: Picture) -> Vectors:
        batch = torch.from_numpy(stack).permute(0, 3, 1, 2)  # channels_last, as the network wants it
        both = self.features(torch.cat([batch, batch.flip(3)]))
        summed = both[: len(stack)] + both[len(stack) :]
        result: Vectors = nn.functional.normalize(summed, dim=1).cpu().numpy()
        return result


class SFaceEmbedder(NetworkEmbedder):
    """Embeds faces with SFace: 128 numbers from the aligned face."""

    def __init__(
        self,
        tensors: Tensors,
        digest: str,
        device: Device,
        *,
        name: str = "sface",
        dtype: torch.dtype | None = None,
    ) -> None:
        """`digest` is the sha256 of the original file; `dtype` overrules the device's fast one.

        Raises WeightsDamaged where the tensors are not those of an SFace.
        """
        try:
            plain = sface.SFace(tensors)
        except (KeyError, ValueError) as error:
            raise WeightsDamaged(name=name, details=repr(error)) from error
        network, found = fastest(
            plain, device.torch, dtype or device.fast, sface.SIDE, lambda dtype: PackedSFace(plain, dtype)
        )
        super().__init__(ModelId(name, digest), network, found, device, sface.DIMENSION, align)


class DlibEmbedder(NetworkEmbedder):
    """Embeds faces with dlib's ResNet: 128 numbers from a chip, brought to unit length as dlib does not."""

    def __init__(
        self,
        tensors: Tensors,
        digest: str,
        device: Device,
        *,
        name: str = "dlib-resnet",
        dtype: torch.dtype | None = None,
    ) -> None:
        """As SFaceEmbedder, with the tensors of dlib's ResNet. Raises WeightsDamaged for others."""
        try:
            plain = dlib_resnet.DlibResNet(tensors)
        except (KeyError, ValueError) as error:
            raise WeightsDamaged(name=name, details=repr(error)) from error
        network, found = fastest(plain, device.torch, dtype or device.fast, dlib_resnet.SIDE)
        super().__init__(ModelId(name, digest), network, found, device, dlib_resnet.DIMENSION, chip)


def keep_crop(picture: Picture, face: Face) -> View:
    """The upright crop around a face that is stored with its template, and the landmarks in it.

    The face's box with once its size on every side, as far as the picture goes: enough for any network to cut
    its own crop from. Its longer side is at most CROP pixels; it is reduced by area, never enlarged.
    """
    x, y, width, height = face.box
    size = max(width, height)
    left, top = max(0, int(x - size)), max(0, int(y - size))
    right = min(picture.shape[1], int(np.ceil(x + width + size)))
    bottom = min(picture.shape[0], int(np.ceil(y + height + size)))
    part = picture[top : max(bottom, top + 1), left : max(right, left + 1)]
    landmarks = face.landmarks - np.array([left, top], np.float32)
    factor = CROP / max(part.shape[:2])
    if factor >= 1:
        return View(np.ascontiguousarray(part), landmarks)
    wide, high = max(1, round(part.shape[1] * factor)), max(1, round(part.shape[0] * factor))
    small = cv2.resize(part, (wide, high), interpolation=cv2.INTER_AREA)
    ratio = np.array([wide / part.shape[1], high / part.shape[0]], np.float32)
    # Whole numbers are pixel centres, so a place moves by half a pixel of either size.
    return View(small.astype(np.uint8, copy=False), (landmarks + np.float32(0.5)) * ratio - np.float32(0.5))
