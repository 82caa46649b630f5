"""A face model of the user's own, as torch layers."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from desktop.weights.graph import Graph, Step


class OnnxChain(nn.Module):
    """The steps of a graph, one layer each, in float32 and channels_last."""

    def __init__(self, graph: Graph) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_layer(step) for step in graph.steps)
        self._wiring = [(step.inputs, step.output) for step in graph.steps]
        self._source, self._output, self._scaled = graph.source, graph.output, graph.scaled
        last = {name: place for place, (inputs, _) in enumerate(self._wiring) for name in inputs}
        self._done = [
            [name for name, end in last.items() if end == place and name != graph.output]
            for place in range(len(self._wiring))
        ]
        self.eval()
        self.requires_grad_(False)

    def forward(self, pictures: Tensor) -> Tensor:
        """(n, 3, 112, 112) RGB, 0..255, to (n, dimension), not of unit length."""
        x = pictures.float()
        if not self._scaled:
            x = (x - 127.5) / 127.5  # as ArcFace was trained
        dtype = next((one.dtype for one in self.parameters()), torch.float32)
        values = {self._source: x.to(dtype)}
        for layer, (inputs, output), done in zip(self.layers, self._wiring, self._done, strict=True):
            values[output] = layer(*(values[name] for name in inputs))
            for name in done:
                del values[name]
        return values[self._output]


class _Scale(nn.Module):
    """x * scale + shift for each channel."""

    def __init__(self, scale: Tensor, shift: Tensor) -> None:
        super().__init__()
        self.scale, self.shift = nn.Parameter(scale), nn.Parameter(shift)

    def forward(self, x: Tensor) -> Tensor:
        sides = (-1, *(1,) * (x.ndim - 2))
        return x * self.scale.reshape(sides) + self.shift.reshape(sides)


class _Sum(nn.Module):
    def forward(self, one: Tensor, two: Tensor) -> Tensor:
        return one + two


class _Padded(nn.Module):
    """A convolution whose edges are not alike on both sides."""

    def __init__(self, pads: Sequence[int], convolution: nn.Conv2d) -> None:
        super().__init__()
        top, left, bottom, right = pads
        self._pads = (left, right, top, bottom)
        self.convolution = convolution

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.convolution(functional.pad(x, self._pads))
        return result


def _layer(step: Step) -> nn.Module:
    arrays = [torch.from_numpy(array.copy()) for array in step.arrays]
    if step.kind == "conv":
        return _convolution(step, *arrays)
    if step.kind == "linear":
        weight, bias = arrays
        linear = nn.Linear(weight.shape[1], weight.shape[0])
        linear.weight, linear.bias = nn.Parameter(weight), nn.Parameter(bias)
        return linear
    if step.kind == "scale":
        return _Scale(*arrays)
    if step.kind == "prelu":
        prelu = nn.PReLU(arrays[0].numel())
        prelu.weight = nn.Parameter(arrays[0])
        return prelu
    # A plain Flatten reads channel by channel whatever lies where in memory, as ONNX does.
    plain: dict[str, type[nn.Module]] = {"relu": nn.ReLU, "add": _Sum, "flatten": nn.Flatten}
    return plain[step.kind]()


def _convolution(step: Step, weight: Tensor, bias: Tensor) -> nn.Module:
    top, left, bottom, right = step.options["pads"]
    even = top == bottom and left == right
    [groups] = step.options["groups"]
    out, each, height, width = weight.shape
    layer = nn.Conv2d(
        each * groups,
        out,
        (height, width),
        stride=step.options["strides"],  # type: ignore[arg-type]
        padding=(top, left) if even else 0,
        dilation=step.options["dilations"],  # type: ignore[arg-type]
        groups=groups,
    )
    layer.weight = nn.Parameter(weight.contiguous(memory_format=torch.channels_last))
    layer.bias = nn.Parameter(bias)
    return layer if even else _Padded((top, left, bottom, right), layer)
