"""Any picture as a style, in an instant: one network reads 100 numbers from it, another paints with them.

Source: Ghiasi, Lee, Kudlur, Dumoulin and Shlens, "Exploring the structure of a real-time, arbitrary neural
artistic stylization network", BMVC 2017; weights from Magenta, 8 bits, dequantised.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from desktop.networks.conditional import Norms, Painter

Array = NDArray[Any]

DIMENSION = 100
"""Numbers in one style."""

SIDE = 256
"""Side of the style picture that the predictor was trained with; any other from 32 on works."""

_BLOCKS = 17
_HALVING = (1, 3, 6, 13)  # blocks whose depthwise convolution has stride 2
_CONTRACT, _RESIDUAL, _EXPAND = 3, 5, 3


class Predictor(nn.Module):
    """MobileNetV2 (Sandler et al., CVPR 2018) with a head of 100 numbers; BatchNorm is folded in the file."""

    def __init__(self, tensors: Mapping[str, Array]) -> None:
        """`tensors` as desktop.weights.onnx names them. Raises KeyError where they are others."""
        super().__init__()
        root = "MobilenetV2"
        self.stem = _folded(tensors, f"{root}/Conv", stride=2)
        self.stem.weight = nn.Parameter(self.stem.weight / 255)
        self.blocks = nn.ModuleList()
        for number in range(_BLOCKS):
            name = f"{root}/expanded_conv" + (f"_{number}" if number else "")
            self.blocks.append(_Block(tensors, name, 2 if number in _HALVING else 1, expands=number > 0))
        self.head = _folded(tensors, f"{root}/Conv_1")
        self.style = _folded(tensors, "mobilenet_conv/Conv")
        self.eval()
        self.requires_grad_(False)

    def forward(self, pictures: Tensor) -> Tensor:
        """(n, 3, h, w) RGB 0..255, sides from 32 on, to (n, 100)."""
        x = functional.relu6(_strided(self.stem, pictures.contiguous(memory_format=torch.channels_last)))
        for block in self.blocks:
            x = block(x)
        x = functional.relu6(self.head(x)).mean((2, 3), keepdim=True)
        result: Tensor = self.style(x).flatten(1)
        return result


class _Block(nn.Module):
    """An inverted residual: expand, depthwise, project; the input is added where the shapes allow."""

    def __init__(self, tensors: Mapping[str, Array], name: str, stride: int, *, expands: bool) -> None:
        super().__init__()
        self.widen = _folded(tensors, f"{name}/expand") if expands else None
        self.depthwise = _folded(tensors, f"{name}/depthwise", stride=stride)
        self.project = _folded(tensors, f"{name}/project")
        into = (self.widen or self.depthwise).in_channels
        self.adds = stride == 1 and into == self.project.out_channels

    def forward(self, x: Tensor) -> Tensor:
        wide = x if self.widen is None else functional.relu6(self.widen(x))
        y: Tensor = self.project(functional.relu6(_strided(self.depthwise, wide)))
        return x + y if self.adds else y


class Transformer(Painter):
    """Paints a picture in a style given as 100 numbers."""

    def __init__(self, tensors: Mapping[str, Array]) -> None:
        """`tensors` as desktop.weights.onnx names them. Raises KeyError where they are others."""

        def read(name: str) -> Tensor:
            return torch.from_numpy(np.asarray(tensors[name], dtype=np.float32))

        residual = [f"residual/residual{i}/conv{j}" for i in range(1, _RESIDUAL + 1) for j in (1, 2)]
        expand = [f"expand/conv{i}/conv" for i in range(1, _EXPAND + 1)]
        contract = [f"transformer/contract/conv{i}" for i in range(1, _CONTRACT + 1)]
        super().__init__(
            [(read(f"{one}/weights_dequant"), read(f"{one}/Conv2D_bias_dequant")) for one in contract],
            [read(f"transformer/{one}/weights_dequant") for one in residual],
            [read(f"transformer/{one}/weights_dequant") for one in expand],
        )
        # All 26 linear layers are one: for every norm first the rows of gamma, then those of beta.
        parts = [
            f"style_params/transformer/{one}/StyleNorm/{kind}"
            for one in (*residual, *expand)
            for kind in ("Conv_1", "Conv")
        ]
        matrices = [read(f"{part}/weights_dequant").flatten(1) for part in parts]
        self.sizes = [len(matrix) for matrix in matrices]
        self.matrix: Tensor
        self.offset: Tensor
        self.register_buffer("matrix", torch.cat(matrices))
        self.register_buffer("offset", torch.cat([read(f"{part}/Conv2D_bias_dequant") for part in parts]))

    def norms(self, style: Tensor) -> Norms:
        """gamma and beta of every norm for one style of shape (100,), in float32."""
        parts = torch.split(functional.linear(style.float(), self.matrix, self.offset), self.sizes)
        return list(zip(parts[::2], parts[1::2], strict=True))

    def forward(self, pictures: Tensor, style: Tensor) -> Tensor:
        """(1, h, w, 3) RGB 0..255 and (100,) to the painted picture, as in `Painter.paint`."""
        return self.paint(pictures, self.norms(style))[0]


def _folded(tensors: Mapping[str, Array], name: str, stride: int = 1) -> nn.Conv2d:
    """A convolution with its bias; `stride` 2 pads right and below only (see `_strided`)."""
    depthwise = name.endswith("depthwise")
    end = "depthwise" if depthwise else "Conv2D"
    weight = tensors[f"{name}/depthwise_weights_dequant" if depthwise else f"{name}/weights_dequant"]
    out, into, side, _ = weight.shape
    groups = out if depthwise else 1
    edge = side // 2 if stride == 1 else 0
    layer = nn.Conv2d(into * groups, out, side, stride=stride, padding=edge, groups=groups)
    layer.weight = nn.Parameter(torch.from_numpy(weight).contiguous(memory_format=torch.channels_last))
    layer.bias = nn.Parameter(torch.from_numpy(tensors[f"{name}/{end}_bias_dequant"]))
    return layer


def _strided(layer: nn.Conv2d, x: Tensor) -> Tensor:
    """TensorFlow's "same" padding: of an even side, a stride of 2 pads the end alone; of an odd one, both."""
    if layer.stride[0] == 1:
        result: Tensor = layer(x)
        return result
    height, width = x.shape[2:]
    top, left = height % 2, width % 2
    padded: Tensor = layer(functional.pad(x, (left, 1, top, 1)))
    return padded
