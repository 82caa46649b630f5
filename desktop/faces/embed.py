"""A face as a point on the unit sphere; and the crop that is kept, so that other networks can follow."""

from __future__ import annotations

import copy
import logging
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop.faces.align import SIDE, align
from desktop.faces.face import Face, ModelId, View
from desktop.networks.packed import PackedSFace
from desktop.networks.sface import DIMENSION, SFace
from desktop.opencv import cv2
from desktop.vectors import Picture, Vectors
from desktop.weights.device import Device
from desktop.weights.errors import WeightsDamaged

_log = logging.getLogger(__name__)

BATCH = 32
"""Faces that go through the network at once; with their mirror images twice as many."""

ENOUGH = 0.999
"""Cosine to float32 that a faster number format must keep on the trial faces."""

EXACT = 0.999999
"""The same for packed weights in float32, where nothing but the order of additions may differ."""

CROP = 512
"""Longer side of a kept crop in pixels, at most."""


class SFaceEmbedder:
    """Embeds faces with SFace: aligned crop and its mirror image, summed, brought to unit length."""

    def __init__(
        self,
        tensors: Mapping[str, NDArray[np.float32]],
        digest: str,
        device: Device,
        *,
        name: str = "sface",
        dtype: torch.dtype | None = None,
    ) -> None:
        """`digest` is the sha256 of the original file; `dtype` overrules the device's fast one.

        Raises WeightsDamaged where the tensors are not those of an SFace.
        """
        self._model = ModelId(name, digest)
        self._device = device.torch
        try:
            plain = SFace(tensors)
        except (KeyError, ValueError) as error:
            raise WeightsDamaged(name=name, details=repr(error)) from error
        self._network, self.dtype = _fastest(plain, self._device, device.fast if dtype is None else dtype)

    @property
    def model(self) -> ModelId:
        """Which model this is."""
        return self._model

    @property
    def dimension(self) -> int:
        """Numbers in one embedding: 128."""
        return DIMENSION

    def embed(self, views: Sequence[View]) -> Vectors:
        """(n, 128) float32, rows of unit length."""
        return self.embed_aligned([align(view.picture, view.landmarks) for view in views])

    def embed_aligned(self, faces: Sequence[Picture]) -> Vectors:
        """(n, 128) float32 of faces that are aligned already, each (112, 112, 3) RGB."""
        if not faces:
            return np.empty((0, DIMENSION), np.float32)
        parts = [self._embed(np.stack(faces[i : i + BATCH])) for i in range(0, len(faces), BATCH)]
        return np.concatenate(parts)

    def features(self, batch: Tensor) -> Tensor:
        """(n, 128) float32 of (n, 3, 112, 112) RGB 0..255, before mirroring and unit length."""
        with torch.inference_mode():
            result: Tensor = self._network(batch.to(self._device, memory_format=torch.channels_last))
            return result.float()

    def _embed(self, stack: Picture) -> Vectors:
        batch = torch.from_numpy(stack).permute(0, 3, 1, 2)  # channels_last, as the network wants it
        both = self.features(torch.cat([batch, batch.flip(3)]))
        summed = both[: len(stack)] + both[len(stack) :]
        result: Vectors = nn.functional.normalize(summed, dim=1).cpu().numpy()
        return result


def _fastest(plain: SFace, device: torch.device, wanted: torch.dtype) -> tuple[nn.Module, torch.dtype]:
    """The network in the quickest form whose embeddings agree with the plain one's, and its number format."""
    builders = (_packed, _moved) if device.type == "cpu" else (_moved,)
    for dtype in dict.fromkeys((wanted, torch.float32)):
        for build in builders:
            try:
                network = build(plain, device, dtype)
                enough = EXACT if dtype is torch.float32 else ENOUGH
                if _agreement(network, plain, device) > enough:
                    return network, dtype
                _log.warning("%s in %s is too far from float32", build.__name__, dtype)
            except (AttributeError, RuntimeError, TypeError, NotImplementedError) as error:
                _log.warning("%s in %s: %s", build.__name__, dtype, type(error).__name__)
    return _moved(plain, device, torch.float32), torch.float32


def _packed(plain: SFace, device: torch.device, dtype: torch.dtype) -> nn.Module:
    del device  # packing is for the processor alone
    return PackedSFace(plain, dtype)


def _moved(plain: SFace, device: torch.device, dtype: torch.dtype) -> nn.Module:
    return copy.deepcopy(plain).to(device, dtype)


def _agreement(network: nn.Module, plain: SFace, device: torch.device) -> float:
    """The lowest cosine between what both make of four made-up pictures, smooth and noisy."""
    chance = np.random.default_rng(112)
    coarse = chance.uniform(0, 255, (4, 3, 14, 14)).astype(np.float32)
    made_up = nn.functional.interpolate(torch.from_numpy(coarse), (SIDE, SIDE), mode="bilinear")
    made_up += torch.from_numpy(chance.normal(0, 8, made_up.shape).astype(np.float32))
    made_up = made_up.clamp(0, 255).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        found = network(made_up.to(device)).float().cpu()
        return float(nn.functional.cosine_similarity(found, plain(made_up)).min())


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
