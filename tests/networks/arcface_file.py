"""Small networks of the ArcFace family as ONNX files, for tests."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


class Maker:
    """Puts a network together node by node; `last` is the value that came last."""

    def __init__(self, seed: int = 0, *, source: str = "input.1") -> None:
        self.chance = np.random.default_rng(seed)
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}
        self.source = self.last = source

    def constant(self, array: np.ndarray) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = array
        return name

    def drawn(self, *sides: int) -> str:
        scale = 1 / np.sqrt(max(1, np.prod(sides[1:])))
        return self.constant((self.chance.standard_normal(sides) * scale).astype(np.float32))

    def add(self, kind: str, *inputs: str, **options: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [f"v{len(self.nodes)}"], **options))
        self.last = self.nodes[-1].output[0]
        return self.last

    def conv(
        self, given: int, out: int, side: int = 3, *, groups: int = 1, bias: bool = False, **options: Any
    ) -> str:
        weights = [self.drawn(out, given // groups, side, side), *([self.drawn(out)] if bias else [])]
        options = {"pads": [side // 2] * 4, **options}
        return self.add("Conv", self.last, *weights, kernel_shape=[side, side], group=groups, **options)

    def norm(self, channels: int, **options: Any) -> str:
        parts = [1 + self.chance.uniform(-0.3, 0.3, channels), self.chance.normal(0, 0.3, channels)]
        parts += [self.chance.normal(0, 0.3, channels), self.chance.uniform(0.4, 2, channels)]
        names = [self.constant(part.astype(np.float32)) for part in parts]
        return self.add("BatchNormalization", self.last, *names, epsilon=2e-5, **options)

    def prelu(self, channels: int) -> str:
        return self.add(
            "PRelu",
            self.last,
            self.constant(self.chance.uniform(0, 0.5, (channels, 1, 1)).astype(np.float32)),
        )

    def gemm(self, given: int, out: int, **options: Any) -> str:
        options = {"transB": 1, **options}
        sides = (out, given) if options["transB"] else (given, out)
        return self.add("Gemm", self.last, self.drawn(*sides), self.drawn(out), **options)

    def model(
        self, *, shape: tuple[Any, ...] = ("n", 3, 112, 112), outputs: int = 1, opset: int = 17
    ) -> onnx.ModelProto:
        graph = helper.make_graph(
            self.nodes,
            "made",
            [helper.make_tensor_value_info(self.source, TensorProto.FLOAT, list(shape))],
            [helper.make_tensor_value_info(self.last, TensorProto.FLOAT, None)] * outputs,
            [numpy_helper.from_array(array, name) for name, array in self.constants.items()],
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)

    def file(self, **options: Any) -> bytes:
        return bytes(self.model(**options).SerializeToString())


def block(made: Maker, channels: int, out: int, stride: int) -> None:
    """An improved residual block: norm, convolution, norm, PReLU, convolution, norm, and the way around."""
    start = made.last
    made.norm(channels)
    made.conv(channels, out)
    made.norm(out)
    made.prelu(out)
    made.conv(out, out, strides=[stride, stride])
    end = made.norm(out)
    if stride > 1 or channels != out:
        made.last = start
        made.conv(channels, out, 1, strides=[stride, stride])
        start = made.norm(out)
    made.add("Add", end, start)


def arcface(seed: int = 0, dimension: int = 32) -> Maker:
    """Like a ResNet of insightface's, with 8 to 16 channels."""
    made = Maker(seed)
    made.conv(3, 8)
    made.norm(8)
    made.prelu(8)
    block(made, 8, 8, 2)
    block(made, 8, 16, 2)
    block(made, 16, 16, 1)
    made.norm(16)
    made.conv(16, 16, 5, groups=16, strides=[4, 4])
    made.add("Relu", made.last)
    made.add("Dropout", made.last)
    made.add("Flatten", made.last, axis=1)
    made.gemm(16 * 7 * 7, dimension)
    made.norm(dimension)
    return made
