"""The numbers of an ONNX file, as float arrays.

Weight files store their numbers in several ways: plain floats; int8 with one scale, one a channel, or one a
block of `block_size` along an axis; int32 biases; flattened and then reshaped. All of that is constant, so it
is worked out here, once, when a file is converted. What depends on the network's input is left alone.
Source: the ONNX operators DequantizeLinear (opset 21), Reshape, Transpose and Identity.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx.external_data_helper import uses_external_data

from desktop.errors import LikenessError

Array = NDArray[np.generic]
Floats = NDArray[np.float32]


class UnreadableNetwork(LikenessError):
    """Bytes that are no ONNX network, or one whose weights are not all inside it."""

    sentence = "A weights file is damaged or is no ONNX network; open Models and fetch it again."


def tensors(data: bytes) -> dict[str, Floats]:
    """Every weight of an ONNX file's bytes as a C-contiguous float32 array.

    The key is the name the tensor has in the file once it is folded: the initialiser's own name where it is
    float already, else the output of the last constant node (for example `conv_1_conv2d_weight_reshaped`).
    Weights come in the order the network uses them. Scales, zero points and shapes that serve only the
    folding are left out.

    Raises UnreadableNetwork for bytes that are cut off or malformed, and for weights kept in other files.
    """
    try:
        model = onnx.load_model_from_string(data)
        if not model.graph.node:
            raise ValueError("no nodes")
        return _fold(model.graph)
    except (DecodeError, ValueError, TypeError, KeyError, IndexError, MemoryError) as error:
        raise UnreadableNetwork(details=repr(error)) from error


def _fold(graph: onnx.GraphProto) -> dict[str, Floats]:
    values: dict[str, Array] = {}
    used: dict[str, None] = {}  # what is left to read once the folding is done, in order of use
    operands: set[str] = set()  # single numbers such as an exponent or an epsilon, no weights
    for initialiser in graph.initializer:
        if uses_external_data(initialiser):
            raise ValueError(f"{initialiser.name} is kept in another file")
        values[initialiser.name] = np.asarray(onnx.numpy_helper.to_array(initialiser))
    for node in graph.node:  # ONNX lists nodes in the order they can be computed
        kind, inputs = node.op_type, list(node.input)
        if kind == "Constant":
            for attribute in node.attribute:
                constant = onnx.numpy_helper.to_array(attribute.t) if attribute.name == "value" else None
                if constant is not None:
                    values[node.output[0]] = np.asarray(constant)
                    operands.update(node.output if constant.size <= 1 else ())
        elif kind == "DequantizeLinear" and inputs[0] in values:
            values[node.output[0]] = _dequantise(node, values)
        elif kind in ("Reshape", "Transpose", "Identity") and all(name in values for name in inputs):
            values[node.output[0]] = _rearrange(node, values)
        elif kind not in ("QuantizeLinear", "DequantizeLinear"):  # their scales are about activations
            used.update(dict.fromkeys(inputs))
    return {
        name: np.ascontiguousarray(values[name], dtype=np.float32)
        for name in used
        if name in values and name not in operands and np.issubdtype(values[name].dtype, np.floating)
    }


def _attributes(node: onnx.NodeProto) -> dict[str, int | list[int]]:
    return {a.name: list(a.ints) if a.type == onnx.AttributeProto.INTS else a.i for a in node.attribute}


def _dequantise(node: onnx.NodeProto, values: Mapping[str, Array]) -> Floats:
    """(q - zero) * scale, where scale and zero are one number, one a channel, or one a block."""
    attributes = _attributes(node)
    axis, block = attributes.get("axis", 1), attributes.get("block_size", 0)
    if not isinstance(axis, int) or not isinstance(block, int):
        raise ValueError(f"{node.name}: axis or block_size is no number")
    quantised = values[node.input[0]]
    has_zero = len(node.input) > 2 and node.input[2]
    scale = _spread(values[node.input[1]], quantised.shape, axis, block).astype(np.float32)
    # float64: an int8 less an int8, or an int32 less an int32, would overflow in its own type.
    codes = quantised.astype(np.float64)
    if has_zero:
        codes -= _spread(values[node.input[2]], quantised.shape, axis, block).astype(np.float64)
    return np.asarray(codes.astype(np.float32) * scale, dtype=np.float32)


def _spread(part: Array, shape: tuple[int, ...], axis: int, block: int) -> Array:
    """`part` made so that it broadcasts over `shape`."""
    if part.size == 1:
        return part.reshape(())
    if block:
        repeated = np.repeat(part, block, axis=axis)
        return repeated.take(np.arange(shape[axis]), axis=axis)  # the last block may be shorter
    if part.ndim != 1 or part.size != shape[axis]:
        raise ValueError(f"a scale of shape {part.shape} does not fit {shape}")
    return part.reshape([-1 if i == axis % len(shape) else 1 for i in range(len(shape))])


def _rearrange(node: onnx.NodeProto, values: Mapping[str, Array]) -> Array:
    source = values[node.input[0]]
    if node.op_type == "Identity":
        return source
    if node.op_type == "Transpose":
        order = _attributes(node).get("perm")
        return source.transpose(order if isinstance(order, list) else None)
    wanted = [int(side) for side in values[node.input[1]].tolist()]
    if not _attributes(node).get("allowzero"):
        wanted = [source.shape[i] if side == 0 else side for i, side in enumerate(wanted)]
    return source.reshape(wanted)
