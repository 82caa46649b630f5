"""The networks that can be explored, and what each is shown of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor

from desktop.explore.errors import UnknownLayer, UnknownNetwork, UnknownUnit
from desktop.explore.found import NEEDED, Found, Layer
from desktop.faces.align import SIDE, align
from desktop.faces.face import Detector
from desktop.faces.verify import view_of
from desktop.networks.chain import Chain, of_sface, of_vgg
from desktop.networks.sface import SFace
from desktop.networks.tiles import Tile, cut
from desktop.networks.vgg19 import VGG19
from desktop.paths import Home
from desktop.settings import Settings
from desktop.style.brush import resized
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import Device
from desktop.weights.errors import WeightsDamaged, WeightsMissing

_WHOLE: Final = 1_500_000
"""Pixels up to which a picture goes through VGG-19 at once: its first layers then take 400 MB each."""

_TILE: Final = 1024
"""Pixels of a larger one's tiles, a side."""


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

    def shown(self, picture: Picture, name: str) -> Picture:
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

    def shown_of(self, found: Found, number: int) -> Picture:
        """What it was shown of a picture of `found`. Raises as `Found.read` and `shown`."""
        return self.shown(found.read(number), found.pictures[number])

    def tensor(self, shown: Picture) -> Tensor:
        """(1, 3, h, w), still bytes, RGB."""
        return torch.tensor(shown).to(self.device).permute(2, 0, 1)[None]  # a copy: it may be read-only

    def tiles(self, height: int, width: int) -> list[Tile]:
        """How a picture of this size goes through: whole, or in tiles that together give the same."""
        if height * width <= _WHOLE or self.name != "vgg19":
            return [Tile.whole((height, width))]
        return cut(height, width, _TILE, [self.chain.names[-1]])


def load(
    home: Home, network: str, device: Device, *, dtype: torch.dtype = torch.float32, longest: int = 0
) -> Explorable:
    """Load a network. In float32 its values are the network's own; `device.fast` is for a camera.

    Raises UnknownNetwork, WeightsMissing or WeightsDamaged.
    """
    if network not in NEEDED:
        raise UnknownNetwork(name=network, known=", ".join(NEEDED))
    for name in NEEDED[network]:
        if store.missing(home, [name]):
            raise WeightsMissing(name=name)
    tensors = store.tensors(home, network)
    detector = None
    try:
        if network == "vgg19":
            chain = of_vgg(VGG19(tensors).to(device.torch, dtype))
        else:
            from desktop.faces.load import load_detector

            chain = of_sface(SFace(tensors)).to(device.torch, dtype)
            detector = load_detector(home, Settings())
    except (KeyError, ValueError) as error:
        raise WeightsDamaged(name=network, details=repr(error)) from error
    return Explorable(network, chain, layers_of(chain), device.torch, detector, longest)


def layers_of(chain: Chain) -> tuple[Layer, ...]:
    """What there is to walk along."""
    found = []
    for name in chain.names:
        field = chain.field(name)
        found.append(Layer(name, field.jump.bit_length(), len(chain.kernels(name)), field))
    return tuple(found)


def different(chain: Chain, layer: str) -> Tensor:
    """(units,) 0..1: 1 less the largest cosine between a unit's weights and those of any other."""
    rows = torch.nn.functional.normalize(chain.kernels(layer), dim=1)
    cosines = rows @ rows.T
    cosines.fill_diagonal_(-1.0)
    return (1 - cosines.amax(1)).clamp(0, 1)
