"""A network as a chain of layers that can be watched from the front and walked back from any unit.

A layer is a convolution with its activation, and a pooling where one comes right before it. All that is known
of a layer, its units and its field, is read off these modules, so one code serves pictures, sound (one axis
of places) and volumes (three).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn

from desktop.networks.convnet import ConvNet
from desktop.networks.field import Field, Hop, field
from desktop.networks.sface import LAYERS, SIDE, SFace, normalised
from desktop.networks.vgg19 import CHANNELS, VGG19, begins_block

RULES: Final = ("gradient", "guided", "deconvolution")
"""What passes an activation on the way back; see `Chain.back`."""


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One layer. `pooling` comes right before the convolution; without `activation` a layer is linear."""

    name: str
    convolution: nn.Module
    activation: nn.Module | None
    pooling: nn.Module | None = None


class Chain(nn.Module):
    """Convolutions one behind the other, (n, channels, *places) in; the weights are fixed.

    Each convolution computes in the number format of its own weights.
    """

    def __init__(self, links: Sequence[Link], prepare: Callable[[Tensor], Tensor]) -> None:
        """`prepare` brings the input, RGB 0..255 for pictures, to what the first layer reads."""
        super().__init__()
        self.links = tuple(links)
        self._prepare = prepare
        self._parts = nn.ModuleList(  # for torch, which asks for the parameters
            part for link in links for part in (link.pooling, link.convolution, link.activation) if part
        )
        self.eval()
        self.requires_grad_(False)

    @property
    def names(self) -> tuple[str, ...]:
        """The layers, in order."""
        return tuple(link.name for link in self.links)

    @property
    def axes(self) -> int:
        """Of places: 1 for sound, 2 for pictures, 3 for volumes."""
        return _weights(self.links[0]).dim() - 2

    def kernels(self, layer: str) -> Tensor:
        """(units, everything else): the weights of each unit of a layer, in a row. Raises KeyError."""
        return _weights(self._link(layer)).flatten(1).float()

    def field(self, layer: str, axis: int = 0) -> Field:
        """What a unit of the layer sees along an axis, in places of the input. Raises KeyError."""
        end = self.names.index(self._link(layer).name) + 1
        return field(hop for link in self.links[:end] for hop in _hops(link, axis))

    @torch.no_grad()
    def walk(self, inputs: Tensor, last: str = "") -> Generator[tuple[str, Tensor], None, None]:
        """Every layer with its activations, (n, units, *places), as it is reached, up to `last`.

        A layer that has no place left ends it. The caller must be done with the activations before it asks
        for the next. Autograd is off while this runs, and as it was while it waits.
        """
        x = self._first(inputs)
        for link in self.links:
            if not _reaches(link, x.shape[2:]):
                return
            if link.pooling is not None:
                x = link.pooling(x)
            x = link.convolution(x.to(_weights(link).dtype))
            if link.activation is not None:
                x = link.activation(x)
            yield link.name, x
            if link.name == last:
                return

    def back(self, inputs: Tensor, layer: str, unit: int, place: Sequence[int], rule: str) -> Tensor:
        """What of the input made one unit fire: (1, channels, *places) in float32, like `inputs`.

        The activation of `unit` at `place` is followed back to the input. The rules differ in what passes a
        ReLU: the `gradient` where it was positive on the way there (Simonyan et al. 2014, section 3); what is
        itself positive in a `deconvolution` (Zeiler and Fergus 2014, section 2.1); what is both if `guided`
        (Springenberg et al. 2015, section 3.4). A PReLU has a slope below zero: the gradient takes it, the
        other two take what was below zero for cut off. Max pooling passes to where the maximum was.
        """
        with torch.enable_grad():
            leaf = inputs.detach().float().requires_grad_(True)
            value = self.followed(leaf, layer, rule)[(0, unit, *place)]
            result: Tensor = torch.autograd.grad(value, leaf)[0]
        return result

    def followed(self, inputs: Tensor, layer: str, rule: str = "gradient", *, linear: bool = False) -> Tensor:
        """The activations of one layer, autograd following by a rule of `back`. Raises KeyError.

        `linear` gives what comes before the layer's own activation.
        """
        if rule not in RULES:
            raise ValueError(f"no rule {rule}")
        end = self._link(layer)
        x = self._first(inputs)
        for link in self.links:
            if link.pooling is not None:
                x = link.pooling(x)
            x = link.convolution(x.to(_weights(link).dtype))
            if link.activation is not None and not (linear and link is end):
                x = _Bent.apply(x, _slope(link.activation, x), rule)  # type: ignore[no-untyped-call]
            if link is end:
                break
        return x

    def _first(self, inputs: Tensor) -> Tensor:
        x = self._prepare(inputs.float())
        return x.contiguous(memory_format=torch.channels_last) if x.dim() == 4 else x

    def _link(self, layer: str) -> Link:
        for link in self.links:
            if link.name == layer:
                return link
        raise KeyError(layer)


def of_vgg(vgg: VGG19) -> Chain:
    """VGG-19 layer by layer, each after its ReLU; on the device and in the number format that `vgg` has."""
    links = [
        Link(
            name,
            vgg.convolutions[name],
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2) if begins_block(name) else None,
        )
        for name in CHANNELS
    ]
    return Chain(links, vgg.centred)


def of_sface(network: SFace) -> Chain:
    """SFace layer by layer, each after its PReLU; last the `head`, which is linear and sees all of a face."""
    links = [Link(name, *map(network.body.get_submodule, (name, f"{name}_prelu"))) for name in LAYERS]
    last = network.head
    side = SIDE // 16  # what four halvings leave of a face
    head = nn.Conv2d(last.in_features // side**2, last.out_features, side)
    # The head reads height, width, channel; a convolution as large as what is left is the same product.
    kernel = last.weight.detach().view(last.out_features, side, side, -1).permute(0, 3, 1, 2)
    head.weight.data = kernel.contiguous(memory_format=torch.channels_last)
    head.bias = nn.Parameter(last.bias.detach())
    return Chain([*links, Link("head", head, None)], lambda pictures: normalised(pictures, torch.float32))


def of_convnet(network: ConvNet, prepare: Callable[[Tensor], Tensor]) -> Chain:
    """A small network of one, two or three axes, each layer after its ReLU."""
    links = [Link(name, network.get_submodule(name), nn.ReLU(inplace=True)) for name in network.layers]
    return Chain(links, prepare)


class _Bent(torch.autograd.Function):
    """ReLU or PReLU with a way back by one of the RULES."""

    @staticmethod
    def forward(context: Any, x: Tensor, slope: Tensor, rule: str) -> Tensor:  # noqa: ANN401
        context.save_for_backward(x, slope)
        context.rule = rule
        return torch.where(x > 0, x, x * slope)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:  # noqa: ANN401
        x, slope = context.saved_tensors
        (gradient,) = gradients
        if context.rule == "gradient":
            return torch.where(x > 0, gradient, gradient * slope), None, None
        passed = gradient.clamp(min=0)
        return (torch.where(x > 0, passed, 0) if context.rule == "guided" else passed), None, None


def _slope(activation: nn.Module, x: Tensor) -> Tensor:
    """What values below zero are multiplied by: (1, units, 1, ...), or zero."""
    if isinstance(activation, nn.PReLU):
        return activation.weight.detach().view(1, -1, *[1] * (x.dim() - 2))
    return x.new_zeros(())


def _weights(link: Link) -> Tensor:
    weights = link.convolution.weight
    assert isinstance(weights, Tensor)
    return weights.detach()


def _hops(link: Link, axis: int) -> Iterator[Hop]:
    for module in (link.pooling, link.convolution):
        if module is not None:
            kernel, stride, padding = (
                _of_axis(getattr(module, name), axis) for name in ("kernel_size", "stride", "padding")
            )
            yield Hop(kernel, stride, padding)


def _of_axis(value: int | tuple[int, ...], axis: int) -> int:
    return value if isinstance(value, int) else value[axis]


def _reaches(link: Link, places: Sequence[int]) -> bool:
    """Whether a layer has a place left on an input of so many."""
    for axis, length in enumerate(places):
        for hop in _hops(link, axis):
            length = (length + 2 * hop.before - hop.kernel) // hop.stride + 1
            if length < 1:
                return False
    return True
