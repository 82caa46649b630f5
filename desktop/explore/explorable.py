"""A network to explore: what it is shown of an input, and how that is shown to people."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.errors import LikenessError
from desktop.explore.cut import Box, cut_out
from desktop.explore.errors import PictureTooSmall, UnknownLayer, UnknownUnit
from desktop.explore.found import Found, Layer, Patch, Shown
from desktop.faces.align import SIDE, align
from desktop.faces.face import Detector
from desktop.faces.verify import view_of
from desktop.networks.chain import Chain
from desktop.networks.field import Field
from desktop.networks.tiles import Tile, cut
from desktop.scaled import resized
from desktop.vectors import Picture

_WHOLE: Final = 1_500_000
"""Pixels up to which a picture goes through VGG-19 at once: its first layers then take 400 MB each."""

_TILE: Final = 1024
"""Pixels of a larger one's tiles, a side."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """An input as people see it, around one of its patches."""

    picture: Picture
    box: Box
    """What the patch's unit sees of it; may leave the picture."""
    values: NDArray[np.float32]
    """(rows, columns) activations that lie over the picture."""
    fields: tuple[Field, Field]
    """How: the fields of rows and of columns, in pixels of the picture."""


@dataclass(frozen=True, eq=False)
class Explorable:
    """A network to explore. `layers` are in order; `detector` is there where it looks at faces."""

    name: str
    chain: Chain
    layers: tuple[Layer, ...]
    device: torch.device
    detector: Detector | None = None
    longest: int = 0
    """Larger pictures are brought to so many pixels on their longer side; 0: they keep their size."""

    @property
    def sees(self) -> str:
        """What it looks at: picture, sound, series, clip or volume."""
        return "picture"

    def layer(self, name: str) -> Layer:
        """The layer of that name. Raises UnknownLayer."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        known = ", ".join(layer.name for layer in self.layers)
        raise UnknownLayer(name=name, network=self.name, known=known)

    def unit(self, layer: str, unit: int) -> int:
        """The unit, where the layer has it. Raises UnknownLayer or UnknownUnit."""
        count = self.layer(layer).units
        if not 0 <= unit < count:
            raise UnknownUnit(layer=layer, unit=unit, last=count - 1)
        return unit

    def shown(self, picture: Shown, name: str) -> Shown:
        """What the network is shown of a picture: VGG-19 all of it, SFace the largest face, aligned.

        A picture of exactly 112 x 112 pixels is taken for a face that is aligned already. Raises NoFace.
        """
        if self.detector is None:
            height, width = picture.shape[:2]
            factor = self.longest / max(height, width) if self.longest else 1.0
            if factor >= 1:
                return picture
            return resized(picture, max(1, round(width * factor)), max(1, round(height * factor)))
        if picture.shape[:2] == (SIDE, SIDE):
            return picture
        return align(picture, view_of(picture, self.detector, "largest", name).landmarks)

    def shown_of(self, found: Found, number: int) -> Shown:
        """What it was shown of a picture of `found`. Raises as `Found.read` and `shown`."""
        return self.shown(found.read(number), found.pictures[number])

    def lengths(self, shown: Shown) -> tuple[int, ...]:
        """How many places what is shown has along each axis."""
        return shown.shape[:2]

    def too_small(self, shown: Shown, name: str, layer: str) -> LikenessError:
        """What is wrong where no layer has a place."""
        height, width = shown.shape[:2]
        return PictureTooSmall(picture=name, width=width, height=height, layer=layer)

    def tensor(self, shown: Shown) -> Tensor:
        """(1, channels, *places): of a picture (1, 3, h, w), still bytes, RGB."""
        return torch.tensor(shown).to(self.device).permute(2, 0, 1)[None]  # a copy: it may be read-only

    def tiles(self, lengths: Sequence[int]) -> list[Tile]:
        """How an input of so many places goes through: whole, or in tiles that together give the same."""
        if math.prod(lengths) <= _WHOLE or self.name != "vgg19":
            return [Tile.whole(lengths)]
        height, width = lengths
        return cut(height, width, _TILE, [self.chain.names[-1]])

    def cut(self, shown: Shown, patch: Patch) -> Picture:
        """A patch as a picture."""
        return cut_out(shown, patch.box)

    def painted(self, values: NDArray[np.uint8]) -> Picture:
        """Values (channels, *places) of a patch, 128 where they are zero, as a picture like that of `cut`."""
        return np.ascontiguousarray(values.transpose(1, 2, 0))

    def scene(self, shown: Shown, patch: Patch, field: Field, values: NDArray[np.float32]) -> Scene:
        """The input around a patch; `values` (*units) are a unit's all over it, of a layer with `field`."""
        return Scene(shown, patch.box, values, (field, field))


def layers_of(chain: Chain) -> tuple[Layer, ...]:
    """What there is to walk along."""
    found = []
    for name in chain.names:
        field = chain.field(name)
        units = len(chain.kernels(name))
        found.append(Layer(name, field.jump.bit_length(), units, field, chain.axes))
    return tuple(found)


def different(chain: Chain, layer: str) -> Tensor:
    """(units,) 0..1: 1 less the largest cosine between a unit's weights and those of any other."""
    rows = torch.nn.functional.normalize(chain.kernels(layer), dim=1)
    cosines = rows @ rows.T
    cosines.fill_diagonal_(-1.0)
    return (1 - cosines.amax(1)).clamp(0, 1)
