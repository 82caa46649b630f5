"""What style transfer computes with, on one device; each part is loaded when it is first asked for."""

from __future__ import annotations

import weakref
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from desktop.paths import Home
from desktop.vectors import Picture
from desktop.weights import store

if TYPE_CHECKING:
    import torch

    from desktop.networks.instant import Predictor, Transformer
    from desktop.networks.multistyle import MultiStyle
    from desktop.networks.vgg19 import VGG19
    from desktop.weights.device import Device

NEEDED: Final = ("vgg19", "instant-predict", "instant-transform", "multistyle26")
"""The weights that the Studio's page needs, as the catalogue names them."""

_KEPT: Final = 32  # styles that were read: 100 numbers each


class Networks:
    """The networks of style transfer, for one thread. Cheap to build: nothing is loaded, not even torch.

    Every part raises WeightsMissing or WeightsDamaged when it is first asked for, and DeviceMissing.
    """

    def __init__(self, home: Home, device: str = "auto") -> None:
        self.home = home
        self._wanted = device
        self._vgg: dict[tuple[str, bool], VGG19] = {}
        self._read: OrderedDict[tuple[int, int], tuple[weakref.ref[Picture], torch.Tensor]] = OrderedDict()

    @cached_property
    def device(self) -> Device:
        """Where the networks run, in which number format. Raises DeviceMissing."""
        from desktop.weights.device import choose

        return choose(self._wanted)

    def vgg(self, pooling: str = "max", *, inflated: bool = False) -> VGG19:
        """The network behind the costs, in the device's fast format; `inflated` is the one for films."""
        key = pooling, inflated
        if key not in self._vgg:
            from desktop.networks.inflated import InflatedVGG19
            from desktop.networks.vgg19 import VGG19

            kind = InflatedVGG19 if inflated else VGG19
            network = kind(store.tensors(self.home, "vgg19"), pooling=pooling)
            self._vgg[key] = network.to(self.device.torch, self.device.fast).eval()
        return self._vgg[key]

    @cached_property
    def predictor(self) -> Predictor:
        """Reads a style; in float32, since its 100 numbers decide about the whole picture."""
        from desktop.networks.instant import Predictor

        return Predictor(store.tensors(self.home, "instant-predict")).to(self.device.torch)

    @cached_property
    def transformer(self) -> Transformer:
        """Paints in a style that was read, in the device's fast format."""
        from desktop.networks.instant import Transformer

        network = Transformer(store.tensors(self.home, "instant-transform"))
        return network.to(self.device.torch).in_format(self.device.fast)

    @cached_property
    def multistyle(self) -> MultiStyle:
        """Paints in the 26 fixed styles, in the device's fast format."""
        from desktop.networks.multistyle import MultiStyle

        network = MultiStyle(store.tensors(self.home, "multistyle26"))
        return network.to(self.device.torch).in_format(self.device.fast)

    def style(self, picture: Picture, side: int = 256) -> torch.Tensor:
        """The 100 numbers of a picture as a style, seen at about side x side pixels; float32 on the device.

        A picture is read once for each side, as long as somebody holds it: sliders ask again and again.
        """
        from desktop.style.brush import read_style

        key = id(picture), side
        found = self._read.get(key)
        if found is not None and found[0]() is picture:
            self._read.move_to_end(key)
            return found[1]
        vector = read_style(self.predictor, picture, side)
        self._read[key] = weakref.ref(picture), vector
        while len(self._read) > _KEPT:
            self._read.popitem(last=False)
        return vector
