"""A face model of the user's own: an ONNX file of the ArcFace family as a plain list of steps.

Nothing in the file is run by a foreign library. Its operators are read one by one, their shapes worked out,
and what is not known, too large or does not fit is refused, so that a file of unknown origin can do no more
than be turned down. Normalisations with fixed statistics and other scales are folded into the layer before
them, in float64. Source: the ONNX operators Conv, BatchNormalization, PRelu, Relu, Add, Flatten, Reshape,
Gemm, Dropout, Identity and Constant, and Sub, Mul, Div and Add with constants at the input.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx.external_data_helper import uses_external_data

from desktop.errors import Names, Phrase

Floats = NDArray[np.float32]
Shape = tuple[int, ...]
"""Of a value for one picture: (channels, height, width) or (numbers,)."""

SIDE: Final = 112
"""Side of the aligned face that a model takes, in pixels."""

LARGEST_FILE: Final = 400_000_000
"""Bytes; the largest common ones (ResNet-100) have 260 million."""

_MOST_STEPS: Final = 3000
_LARGEST_VALUE: Final = 8_000_000  # numbers for one picture; a ResNet-100 has 802,816
_MOST_WORK: Final = 200e9  # multiplications for one picture; a ResNet-100 takes 24e9
_FEWEST, _MOST = 8, 4096  # numbers of an embedding


class Refused(ValueError):
    """Why a file can't be used; `phrase` is the end of a sentence."""

    def __init__(self, template: str, **fields: object) -> None:
        self.phrase = Phrase(template, **fields)
        super().__init__(str(self.phrase))


class Step(NamedTuple):
    """One operation. `arrays` are its constants; `options` its whole numbers."""

    kind: str
    """conv (weight, bias) · linear (weight (out, in), bias) · scale (scale, shift) · prelu (slope) · relu ·
    add · flatten."""
    inputs: tuple[str, ...]
    output: str
    arrays: tuple[Floats, ...] = ()
    options: Mapping[str, tuple[int, ...]] = {}


class Graph(NamedTuple):
    """A model that takes (n, 3, 112, 112) RGB and gives (n, dimension)."""

    steps: tuple[Step, ...]
    source: str
    """The name of the input among the steps' values."""
    output: str
    dimension: int
    scaled: bool
    """Whether the first steps bring 0..255 to what the network wants; else that is (x - 127.5) / 127.5."""


def read(data: bytes) -> Graph:
    """The model in an ONNX file's bytes. Raises Refused."""
    if len(data) > LARGEST_FILE:
        raise Refused(
            "it has {size} MB, and {most} are the most",
            size=f"{len(data) / 1e6:.0f}",
            most=f"{LARGEST_FILE / 1e6:.0f}",
        )
    try:
        model = onnx.load_model_from_string(data)
        graph = model.graph
        if model.functions or graph.sparse_initializer or not graph.node:
            raise Refused("it is no plain ONNX network")
        if len(graph.node) > _MOST_STEPS:
            raise Refused(
                "it has {count} operators, and {most} are the most", count=len(graph.node), most=_MOST_STEPS
            )
        return _Reader(graph).read()
    except DecodeError as error:
        raise Refused("it is damaged or no ONNX file") from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, MemoryError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("it contradicts itself") from error


class _Reader:
    """Goes through the nodes in the file's order, in which each can be computed after those before it."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._graph = graph
        self._constants: dict[str, Floats | NDArray[np.int64]] = {}
        self._shapes: dict[str, Shape] = {}
        self._names: dict[str, str] = {}  # what Identity and Dropout call anew
        self._steps: dict[str, Step] = {}
        self._work = 0.0
        self._front: set[str] = set()  # the input, and what scales made of it
        self._uses = Counter(name for node in graph.node for name in node.input)
        self._uses.update(one.name for one in graph.output)
        self._kinds: dict[str, Callable[[onnx.NodeProto, Mapping[str, object]], None]] = {
            "Conv": self._conv,
            "BatchNormalization": self._normalisation,
            "PRelu": self._prelu,
            "Relu": self._relu,
            "Add": self._add,
            "Sub": self._scaled,
            "Mul": self._scaled,
            "Div": self._scaled,
            "Flatten": self._flatten,
            "Reshape": self._reshape,
            "Gemm": self._gemm,
            "Dropout": self._renamed,
            "Identity": self._renamed,
            "Constant": self._constant,
        }

    def read(self) -> Graph:
        for one in self._graph.initializer:
            if uses_external_data(one):
                raise Refused("its weights are kept in another file; save it as one file")
            self._keep(one.name, onnx.numpy_helper.to_array(one))
        source = self._input()
        for node in self._graph.node:
            kind = self._kinds.get(node.op_type)
            if kind is None or node.domain not in ("", "ai.onnx"):
                raise Refused(
                    "it holds the operator “{operator}”, and only {known} are known",
                    operator=_shown(node.op_type),
                    known=Names(self._kinds),
                )
            kind(node, {one.name: onnx.helper.get_attribute_value(one) for one in node.attribute})
        if len(self._graph.output) != 1:
            raise Refused("it has {count} results, and an embedder has one", count=len(self._graph.output))
        output = self._name(self._graph.output[0].name)
        shape = self._shapes[output]
        if len(shape) != 1 or not _FEWEST <= shape[0] <= _MOST:
            raise Refused(
                "its result has the shape {shape}, not {fewest} to {most} numbers in a row",
                shape=shape,
                fewest=_FEWEST,
                most=_MOST,
            )
        # A normalisation at the input is a layer that was trained; constants there are the file's own scale.
        return Graph(tuple(self._steps.values()), source, output, shape[0], len(self._front) > 1)

    def _input(self) -> str:
        given = [one for one in self._graph.input if one.name not in self._constants]
        if len(given) != 1:
            raise Refused("it wants {count} inputs, and an embedder has one", count=len(given))
        sides = [one.dim_value for one in given[0].type.tensor_type.shape.dim]
        # A side of 0 is one that the file leaves open.
        if len(sides) != 4 or any(
            side not in (0, fits) for side, fits in zip(sides[1:], (3, SIDE, SIDE), strict=True)
        ):
            raise Refused(
                "it takes {shape}, not pictures of 3 x {side} x {side}",
                shape=sides or Phrase("nothing"),
                side=SIDE,
            )
        self._shapes[given[0].name] = (3, SIDE, SIDE)
        self._front.add(given[0].name)
        return str(given[0].name)

    def _keep(self, name: str, array: NDArray[np.generic]) -> None:
        if np.issubdtype(array.dtype, np.integer):
            self._constants[name] = array.astype(np.int64)
        elif array.dtype in (np.float16, np.float32, np.float64):
            found = np.ascontiguousarray(array, dtype=np.float32)
            if not np.isfinite(found).all():
                raise Refused("it holds weights that are no numbers")
            self._constants[name] = found
        else:
            raise Refused("it holds numbers of the kind {kind}", kind=_shown(str(array.dtype)))

    def _name(self, name: str) -> str:
        return self._names.get(name, name)

    def _value(self, node: onnx.NodeProto, place: int = 0) -> tuple[str, Shape]:
        name = self._name(str(node.input[place]))
        if name not in self._shapes:
            raise Refused("“{operator}” reads what nothing before it gives", operator=_shown(node.op_type))
        return name, self._shapes[name]

    def _floats(self, node: onnx.NodeProto, place: int) -> Floats:
        found = self._constants.get(node.input[place])
        if found is None or found.dtype != np.float32:
            raise Refused(
                "“{operator}” has weights that are not fixed numbers", operator=_shown(node.op_type)
            )
        return np.asarray(found, np.float32)

    def _put(self, node: onnx.NodeProto, step: Step, shape: Shape, work: float = 0.0) -> None:
        self._work += work
        if min(shape) < 1 or math.prod(shape) > _LARGEST_VALUE or self._work > _MOST_WORK:
            raise Refused("it is too large to be computed here, or too small to give anything")
        if step.output in self._shapes or step.output in self._constants:
            raise Refused("it gives two values one name")
        self._steps[step.output] = step
        self._shapes[step.output] = shape

    def _conv(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        weight = self._floats(node, 1)
        groups = _whole(options, "group", 1)
        if len(shape) != 3 or weight.ndim != 4 or options.get("auto_pad", b"NOTSET") != b"NOTSET":
            raise Refused("it holds a convolution that is not over a picture with stated edges")
        out, each, *kernel = weight.shape
        strides, dilations = _list(options, "strides", (1, 1)), _list(options, "dilations", (1, 1))
        pads = _list(options, "pads", (0, 0, 0, 0))
        if (
            _list(options, "kernel_shape", tuple(kernel)) != tuple(kernel)
            or not weight.size
            or groups < 1
            or each * groups != shape[0]
            or out % groups
            or min(*strides, *dilations) < 1
            or min(pads) < 0
            or max(pads) > SIDE
        ):
            raise Refused("it holds a convolution that does not fit what it reads")
        sides = tuple(
            (side + pads[i] + pads[i + 2] - dilations[i] * (kernel[i] - 1) - 1) // strides[i] + 1
            for i, side in enumerate(shape[1:])
        )
        bias = self._floats(node, 2) if len(node.input) > 2 and node.input[2] else np.zeros(out, np.float32)
        if bias.shape != (out,):
            raise Refused("it holds a convolution whose bias does not fit")
        kept = {"strides": strides, "pads": pads, "dilations": dilations, "groups": (groups,)}
        step = Step("conv", (name,), node.output[0], (weight, bias), kept)
        self._put(node, step, (out, *sides), weight.size * math.prod(sides))

    def _gemm(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        weight = self._floats(node, 1)
        if weight.ndim != 2 or len(shape) != 1 or _whole(options, "transA", 0):
            raise Refused("it holds a “Gemm” that is no layer of its own weights")
        weight = weight if _whole(options, "transB", 0) else weight.T
        if weight.shape[1] != shape[0]:
            raise Refused("it holds a “Gemm” that does not fit what it reads")
        bias = self._floats(node, 2) if len(node.input) > 2 and node.input[2] else np.zeros(1, np.float32)
        bias = np.broadcast_to(bias.reshape(-1), (len(weight),)) * np.float32(_real(options, "beta", 1.0))
        weight = np.ascontiguousarray(weight * np.float32(_real(options, "alpha", 1.0)))
        step = Step("linear", (name,), node.output[0], (weight, np.ascontiguousarray(bias)))
        self._put(node, step, (len(weight),), weight.size)

    def _normalisation(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        gamma, beta, mean, variance = (self._floats(node, i).astype(np.float64) for i in range(1, 5))
        if any(part.shape != shape[:1] for part in (gamma, beta, mean, variance)) or (variance < 0).any():
            raise Refused("it holds a “BatchNormalization” that does not fit what it reads")
        if _whole(options, "training_mode", 0) or _whole(options, "spatial", 1) != 1 or len(node.output) > 1:
            raise Refused("it was saved for training; save it for use (eval mode)")
        scale = gamma / np.sqrt(variance + _real(options, "epsilon", 1e-5))
        self._scale(node, name, scale, beta - mean * scale)

    def _scaled(self, node: onnx.NodeProto, _options: Mapping[str, object]) -> None:
        """Sub, Mul, Div or Add of a constant, which may stand at the input alone."""
        name, shape = self._value(node)
        by = self._constants.get(node.input[1])
        fits = by is not None and by.dtype == np.float32 and (by.size == 1 or by.shape[-3:] == (3, 1, 1))
        if name not in self._front or by is None or not fits or by.size > 3:
            raise Refused("it holds “{operator}” elsewhere than at the input", operator=_shown(node.op_type))
        number = np.broadcast_to(by.astype(np.float64).reshape(-1), shape[:1])
        one, nothing = np.ones_like(number), np.zeros_like(number)
        if node.op_type == "Div" and not number.all():
            raise Refused("it divides by zero")
        made = {
            "Sub": lambda: (one, -number),
            "Add": lambda: (one, number),
            "Mul": lambda: (number, nothing),
            "Div": lambda: (1 / number, nothing),
        }[node.op_type]()
        self._scale(node, name, *made)
        self._front.add(node.output[0])

    def _scale(
        self, node: onnx.NodeProto, name: str, scale: NDArray[np.float64], shift: NDArray[np.float64]
    ) -> None:
        """x * scale + shift for each channel; part of the layer before where that serves nothing else."""
        before = self._steps.get(name)
        output = node.output[0]
        if before is None or before.kind not in ("conv", "linear", "scale") or self._uses[node.input[0]] > 1:
            made = Step("scale", (name,), output, (_single(scale), _single(shift)))
            self._put(node, made, self._shapes[name])
            return
        weight, bias = (array.astype(np.float64) for array in before.arrays)
        weight = weight * scale.reshape(-1, *(1,) * (weight.ndim - 1))
        arrays = (_single(weight), _single(bias * scale + shift))
        shape = self._shapes.pop(name)
        del self._steps[name]
        self._put(node, before._replace(output=output, arrays=arrays), shape)

    def _prelu(self, node: onnx.NodeProto, _options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        slope = self._floats(node, 1)
        per_channel = slope.shape[-len(shape) :] == (shape[0], *(1,) * (len(shape) - 1))
        if slope.size != 1 and (not per_channel or slope.size != shape[0]):
            raise Refused("it holds a “PRelu” that does not fit what it reads")
        self._put(node, Step("prelu", (name,), node.output[0], (slope.reshape(-1),)), shape)

    def _relu(self, node: onnx.NodeProto, _options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        self._put(node, Step("relu", (name,), node.output[0]), shape)

    def _add(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        if node.input[1] in self._constants:
            self._scaled(node, options)
            return
        (one, shape), (two, other) = self._value(node), self._value(node, 1)
        if shape != other:
            raise Refused("it adds values of different sizes")
        self._put(node, Step("add", (one, two), node.output[0]), shape)

    def _flatten(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        if _whole(options, "axis", 1) != 1:
            raise Refused("it holds a “Flatten” that mixes pictures")
        self._put(node, Step("flatten", (name,), node.output[0]), (math.prod(shape),))

    def _reshape(self, node: onnx.NodeProto, _options: Mapping[str, object]) -> None:
        name, shape = self._value(node)
        wanted = self._constants.get(node.input[1])
        sides = [] if wanted is None else wanted.reshape(-1).tolist()
        # The first side counts the pictures; many files were saved for exactly one.
        if len(sides) != 2 or sides[0] not in (-1, 0, 1) or sides[1] not in (-1, math.prod(shape)):
            raise Refused("it holds a “Reshape” that does more than flatten")
        self._put(node, Step("flatten", (name,), node.output[0]), (math.prod(shape),))

    def _renamed(self, node: onnx.NodeProto, _options: Mapping[str, object]) -> None:
        """Identity, and Dropout, which does nothing once training is over."""
        if node.input[0] in self._constants:
            self._constants[node.output[0]] = self._constants[node.input[0]]
            return
        self._names[node.output[0]] = self._value(node)[0]
        self._uses[node.input[0]] += 1  # what is folded into a layer must not be read under another name

    def _constant(self, node: onnx.NodeProto, options: Mapping[str, object]) -> None:
        found = options.get("value")
        if not isinstance(found, onnx.TensorProto) or uses_external_data(found):
            raise Refused("it holds a “Constant” that is no tensor")
        self._keep(node.output[0], onnx.numpy_helper.to_array(found))


def _single(values: NDArray[np.float64]) -> Floats:
    found = np.ascontiguousarray(values, dtype=np.float32)
    if not np.isfinite(found).all():
        raise Refused("it holds scales that are no numbers")
    return found


def _whole(options: Mapping[str, object], name: str, default: int) -> int:
    found = options.get(name, default)
    if not isinstance(found, int):
        raise Refused("its “{name}” is no whole number", name=name)
    return found


def _real(options: Mapping[str, object], name: str, default: float) -> float:
    found = options.get(name, default)
    if not isinstance(found, int | float) or not math.isfinite(found):
        raise Refused("its “{name}” is no number", name=name)
    return float(found)


def _list(options: Mapping[str, object], name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    found = options.get(name, default)
    if not isinstance(found, list | tuple) or len(found) != len(default):
        raise Refused("its “{name}” has not {count} numbers", name=name, count=len(default))
    return tuple(int(number) for number in found)


def _shown(word: str | bytes) -> str:
    """A word of the file as a sentence may repeat it; one that is no UTF-8 comes as bytes."""
    text = word if isinstance(word, str) else word.decode("utf-8", "replace")
    return "".join(letter for letter in text[:40] if letter.isprintable())
