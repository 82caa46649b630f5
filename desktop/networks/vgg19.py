"""VGG-19 up to its last convolution: the network whose features a style cost compares.

Source: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR
2015, configuration E with the original weights. Gatys, Ecker and Bethge, "Image Style Transfer Using
Convolutional Neural Networks", CVPR 2016, read its layers after their ReLU.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple, Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

from desktop.networks.field import Field, Hop, field
from desktop.networks.kernels import Kernels, lay_out

CHANNELS: Final = {
    f"conv{block}_{place}": channels
    for block, (channels, length) in enumerate(((64, 2), (128, 2), (256, 4), (512, 4), (512, 4)), start=1)
    for place in range(1, length + 1)
}
"""Every convolution in order, and how many channels it gives."""

_MEAN = (123.680, 116.779, 103.939)  # of the pictures it was trained with: red, green, blue


@cache
def receptive_field(layer: str) -> Field:
    """The field of a unit of `layer`, in pixels; it may leave the picture. Raises ValueError."""
    hops = list[Hop]()
    for name in path(layer):
        if begins_block(name):
            hops.append(Hop(2, 2))
        hops.append(Hop(3, 1, 1))
    return field(hops)


def path(layer: str) -> tuple[str, ...]:
    """The convolutions from the picture up to `layer`, itself included. Raises ValueError."""
    names = tuple(CHANNELS)
    return names[: names.index(layer) + 1]


def begins_block(layer: str) -> bool:
    """Whether a pooling comes right before this convolution."""
    return layer.endswith("_1") and layer != "conv1_1"


def deepest(layers: Sequence[str]) -> str:
    """The last of `layers` on the way through the network. Raises ValueError where there is none."""
    return max(layers, key=tuple(CHANNELS).index)


See = Callable[[str, Tensor], object]
Add = Callable[[str, Tensor, Tensor | None], Tensor]


class Stage(NamedTuple):
    """A step on the way: a convolution with what came out of it, or a pooling with what went in and out."""

    name: str
    x: Tensor
    pooled: Tensor | None


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """One way through the network: the features that were asked for, and what the way back needs."""

    found: dict[str, Tensor]
    stages: list[Stage]


class VGG19(nn.Module):
    """The convolutions with their ReLU and the poolings between, in channels_last; the weights are fixed.

    `pooling` is max, as in the original, or average, with which Gatys et al. found pictures smoother.
    Whatever dtype the network is moved to, its first layer stays in float32: a picture in bfloat16 has steps
    of up to a grey level, and J's gradient was wrong by 9 % of its length, now by 6 %. It costs 1 % of time.
    """

    mean: Tensor

    def __init__(
        self, tensors: Mapping[str, NDArray[np.generic]], pooling: str = "max", deepest: str = "conv5_4"
    ) -> None:
        """Takes `<layer>.codes` (uint8, OIHW), `<layer>.table` (float32) and `<layer>.bias` up to `deepest`.

        Raises KeyError or ValueError where `tensors` are not those of a VGG-19 file.
        """
        super().__init__()
        if pooling not in ("max", "average"):
            raise ValueError(f"no pooling {pooling}")
        self.pooling = pooling
        self._deepest = deepest
        self.convolutions = nn.ModuleDict()
        before = 3
        for name in path(deepest):
            self.convolutions[name] = _convolution(tensors, name, before)
            before = CHANNELS[name]
        # In thousandths: to(bfloat16) would round a mean that is a float, but leaves whole numbers alone.
        thousandths = torch.tensor([round(1000 * value) for value in _MEAN])
        self.register_buffer("mean", thousandths.view(1, 3, 1, 1), persistent=False)
        self._laid_out = dict[tuple[str, torch.dtype], Kernels | None]()
        self.eval()
        self.requires_grad_(False)

    def _apply(self, fn: Callable[[Tensor], Tensor], recurse: bool = True) -> Self:
        # What torch calls for to(), cuda() and their like.
        exact = [parameter.data for parameter in self._weights("conv1_1")]
        super()._apply(fn, recurse)  # type: ignore[no-untyped-call]
        for parameter, values in zip(self._weights("conv1_1"), exact, strict=True):
            parameter.data = values.to(parameter.device)
        return self

    @property
    def dtype(self) -> torch.dtype:
        """The number format of activations, and of all weights but the first layer's."""
        return self._weights(self._deepest)[0].dtype

    def forward(self, pictures: Tensor, layers: Sequence[str]) -> dict[str, Tensor]:
        """(n, 3, h, w) RGB, 0..255, to the activations of `layers`, in their order in the network.

        Each is (n, channels, h / jump, w / jump), rounded down, in the network's dtype. Nothing is computed
        beyond the deepest layer asked for. Autograd can follow. Raises ValueError for a layer that does not
        exist, RuntimeError where the picture has no pixel left at that depth.
        """
        found = dict[str, Tensor]()
        x = self.centred(pictures)
        for name in path(deepest(layers)):
            if begins_block(name):
                x = self._pool(x)
            x = F.relu_(self.convolutions[name](self.seen(x))).to(self.dtype)
            if name in layers:
                found[name] = x
        return found

    def seen(self, x: Tensor) -> Tensor:
        """What a convolution is given of what came before it: here each picture, as it is."""
        return x

    def seen_back(self, gradient: Tensor) -> Tensor:
        """The same for gradients on their way back: the transpose of `seen`."""
        return gradient

    # The ways without autograd: each ReLU is part of its convolution, weights stay laid out for the
    # processor, and what a layer kept is given up as soon as the way back is past it. They are jobs that
    # yield None after every layer, since one layer of a large picture takes seconds. torch's no_grad sees to
    # it that gradients are off while they run and as they were while they wait.

    @torch.no_grad()
    def look(self, pictures: Tensor, layers: Sequence[str], see: See) -> Generator[None, None, None]:
        """Call `see(layer, features)` as each of `layers` is reached. Nothing is kept: the least memory."""
        yield from self._walk(pictures, layers, see, None)

    @torch.no_grad()
    def there(self, pictures: Tensor, layers: Sequence[str]) -> Generator[None, None, Trail]:
        """As `forward`, keeping what `back` needs."""
        trail = Trail({}, [])
        yield from self._walk(pictures, layers, trail.found.__setitem__, trail)
        return trail

    @torch.no_grad()
    def back(self, trail: Trail, add: Add) -> Generator[None, None, Tensor]:
        """The gradient (n, 3, h, w), float32, with respect to the pictures that `trail` was made of.

        `add(layer, features, gradient)` gives the gradient at each layer that was asked for: its own part
        plus `gradient`, what came from deeper layers (None: nothing). Uses up the trail.
        """
        gradient: Tensor | None = None
        while trail.stages:
            name, x, pooled = trail.stages.pop()
            if pooled is not None:
                gradient = torch.autograd.grad(pooled, x, gradient)[0]
                continue
            if trail.found.pop(name, None) is not None:
                gradient = add(name, x, gradient)
            # Where ReLU cut off, nothing comes through.
            gradient = torch.ops.aten.threshold_backward(gradient, x, 0)
            gradient = self._back(name, gradient)
            yield None
        assert gradient is not None
        return gradient.float()

    def _walk(
        self, pictures: Tensor, layers: Sequence[str], see: See, trail: Trail | None
    ) -> Generator[None, None, None]:
        x = self.centred(pictures)
        for name in path(deepest(layers)):
            if begins_block(name):
                with torch.set_grad_enabled(trail is not None):
                    before = x.detach().requires_grad_(trail is not None)
                    pooled = self._pool(before)
                if trail is not None:
                    trail.stages.append(Stage(name, before, pooled))
                x = pooled.detach()
            x = self._there(name, x)
            if trail is not None:
                trail.stages.append(Stage(name, x, None))
            if name in layers:
                see(name, x)
            yield None

    def centred(self, pictures: Tensor) -> Tensor:
        """RGB 0..255 as the first layer reads them: in float32, less their mean."""
        return (pictures.float() - self.mean / 1000).contiguous(memory_format=torch.channels_last)

    def _pool(self, x: Tensor) -> Tensor:
        return F.max_pool2d(x, 2) if self.pooling == "max" else F.avg_pool2d(x, 2)

    def _there(self, name: str, x: Tensor) -> Tensor:
        """Convolution and ReLU."""
        x = self.seen(x)
        if x.is_cpu and (kernels := self._kernels(name, x.dtype)) is not None:
            return kernels.there(x).to(self.dtype)
        return F.relu_(self.convolutions[name](x)).to(self.dtype)

    def _back(self, name: str, gradient: Tensor) -> Tensor:
        """From the gradient behind a convolution to the one before it."""
        if gradient.is_cpu and (kernels := self._kernels(name, gradient.dtype)) is not None:
            return self.seen_back(kernels.back(gradient))
        return self.seen_back(
            F.conv_transpose2d(gradient, self._weights(name)[0].to(gradient.dtype), padding=1)
        )

    def _kernels(self, name: str, dtype: torch.dtype) -> Kernels | None:
        """A layer's weights laid out for the processor, once; None where torch can't."""
        if (name, dtype) not in self._laid_out:
            weight, bias = self._weights(name)
            self._laid_out[name, dtype] = lay_out(weight.to(dtype), bias.to(dtype))
        return self._laid_out[name, dtype]

    def _weights(self, name: str) -> tuple[Tensor, Tensor]:
        layer = self.convolutions[name]
        assert isinstance(layer, nn.Conv2d)
        assert layer.bias is not None
        return layer.weight, layer.bias


def _convolution(tensors: Mapping[str, NDArray[np.generic]], name: str, before: int) -> nn.Conv2d:
    kernel = tensors[f"{name}.table"][tensors[f"{name}.codes"]]
    if name == "conv1_1":
        kernel = kernel[:, ::-1]  # the original reads blue first
    layer = nn.Conv2d(before, CHANNELS[name], 3, padding=1)
    assert layer.bias is not None
    layer.weight.data = layer.weight.data.contiguous(memory_format=torch.channels_last)
    for parameter, values in ((layer.weight, kernel), (layer.bias, tensors[f"{name}.bias"])):
        if tuple(parameter.shape) != values.shape:
            raise ValueError(f"{name} has weights of shape {values.shape}")
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(np.ascontiguousarray(values, dtype=np.float32)))
    return layer
