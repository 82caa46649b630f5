"""Weights out of ONNX files: every way of storing them comes out as onnxruntime computes it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from desktop.weights.onnx import UnreadableNetwork, tensors


def network(
    nodes: Sequence[onnx.NodeProto], constants: dict[str, np.ndarray], inputs: Sequence[str] = ("x",)
) -> bytes:
    graph = helper.make_graph(
        list(nodes),
        "made",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in inputs],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(array, name) for name, array in constants.items()],
    )
    opset = [helper.make_opsetid("", 21)]
    return bytes(helper.make_model(graph, opset_imports=opset, ir_version=10).SerializeToString())


def reference(data: bytes) -> np.ndarray:
    """What is added to zero."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {"x": np.zeros(1, np.float32)})[0])


def added(nodes: Sequence[onnx.NodeProto], last: str) -> list[onnx.NodeProto]:
    return [*nodes, helper.make_node("Add", ["x", last], ["y"])]


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["one", "channel", "block"]),
    st.sampled_from([np.int8, np.uint8]),
    st.booleans(),
)
def test_every_quantisation_is_undone(
    seed: int, kind: str, code: type[np.int8] | type[np.uint8], has_zero: bool
) -> None:
    chance = np.random.default_rng(seed)
    low, high = np.iinfo(code).min, np.iinfo(code).max + 1
    codes = chance.integers(low, high, (4, 12)).astype(code)
    shape = {"one": (), "channel": (4,), "block": (4, 3)}[kind]
    extra = {"one": {}, "channel": {"axis": 0}, "block": {"axis": 1, "block_size": 4}}[kind]
    constants: dict[str, np.ndarray] = {
        "codes": codes,
        "scale": np.asarray(chance.uniform(0.001, 2, shape), np.float32),
        "zero": np.asarray(chance.integers(low, high, shape), code),
    }
    used = ["codes", "scale", "zero"] if has_zero else ["codes", "scale"]
    data = network(added([helper.make_node("DequantizeLinear", used, ["w"], **extra)], "w"), constants)
    found = tensors(data)
    assert list(found) == ["w"]
    assert found["w"].dtype == np.float32
    assert np.allclose(found["w"], reference(data), rtol=1e-6, atol=1e-6)


def test_int32_biases() -> None:
    constants = {
        "codes": np.array([2**31 - 1, -(2**31), 7], np.int32),
        "scale": np.array([1e-9, 1e-9, 0.5], np.float32),
        "zero": np.zeros(3, np.int32),
    }
    node = helper.make_node("DequantizeLinear", ["codes", "scale", "zero"], ["bias"], axis=0)
    data = network(added([node], "bias"), constants)
    assert np.allclose(tensors(data)["bias"], [2.1474836, -2.1474836, 3.5])


def test_a_weight_is_named_after_its_last_fold() -> None:
    constants = {
        "codes": np.arange(24, dtype=np.int8).reshape(4, 6),
        "scale": np.full((4, 2), 0.5, np.float32),
        "zero": np.zeros((4, 2), np.int8),
        "shape": np.array([2, 0, -1], np.int64),
    }
    nodes = [
        helper.make_node("DequantizeLinear", ["codes", "scale", "zero"], ["flat"], axis=1, block_size=3),
        helper.make_node("Reshape", ["flat", "shape"], ["shaped"]),
        helper.make_node("Transpose", ["shaped"], ["turned"], perm=[2, 0, 1]),
        helper.make_node("Identity", ["turned"], ["named"]),
    ]
    data = network(added(nodes, "named"), constants)
    found = tensors(data)
    assert list(found) == ["named"]
    assert np.array_equal(found["named"], reference(data))
    assert found["named"].flags.c_contiguous


def test_plain_weights_keep_their_names_and_order() -> None:
    constants = {"b": np.ones(3, np.float32), "a": np.full(3, 2, np.float64), "half": np.ones(3, np.float16)}
    nodes = [
        helper.make_node("Add", ["x", "a"], ["1"]),
        helper.make_node("Add", ["1", "b"], ["2"]),
        helper.make_node("Mul", ["2", "half"], ["y"]),
    ]
    found = tensors(network(nodes, constants))
    assert list(found) == ["a", "b", "half"]
    assert all(array.dtype == np.float32 for array in found.values())


def test_what_quantises_activations_is_no_weight() -> None:
    constants = {
        "scale": np.array(0.1, np.float32),
        "zero": np.array(0, np.int8),
        "w": np.ones(2, np.float32),
        "unused": np.ones(2, np.float32),
    }
    nodes = [
        helper.make_node("QuantizeLinear", ["x", "scale", "zero"], ["q"]),
        helper.make_node("DequantizeLinear", ["q", "scale", "zero"], ["d"]),
        helper.make_node("Mul", ["d", "w"], ["y"]),
    ]
    assert list(tensors(network(nodes, constants))) == ["w"]


def whole() -> bytes:
    return network(added([], "w"), {"w": np.ones(100, np.float32)})


@pytest.mark.parametrize("kept", [0, 1, 10, 200, 400])
def test_a_file_that_is_cut_off(kept: int) -> None:
    with pytest.raises(UnreadableNetwork, match="fetch it again"):
        tensors(whole()[:kept])


def test_noise_and_text_are_no_network() -> None:
    for data in (b"<html>not found</html>", np.random.default_rng(0).bytes(5000)):
        with pytest.raises(UnreadableNetwork):
            tensors(data)


def test_weights_in_other_files_are_not_followed() -> None:
    model = onnx.load_model_from_string(whole())
    weight = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(weight, "/etc/passwd")
    weight.ClearField("raw_data")
    with pytest.raises(UnreadableNetwork) as caught:
        tensors(bytes(model.SerializeToString()))
    assert "another file" in caught.value.details


def test_a_scale_that_does_not_fit() -> None:
    constants = {"codes": np.ones((4, 6), np.int8), "scale": np.ones(5, np.float32)}
    node = helper.make_node("DequantizeLinear", ["codes", "scale"], ["w"], axis=0)
    with pytest.raises(UnreadableNetwork):
        tensors(network(added([node], "w"), constants))


@given(st.integers(0, 2**32 - 1))
def test_flipped_bytes_never_end_in_anything_else(seed: int) -> None:
    chance = np.random.default_rng(seed)
    data = bytearray(whole())
    for place in chance.integers(0, len(data), 5):
        data[place] = int(chance.integers(0, 256))
    try:
        found = tensors(bytes(data))
    except UnreadableNetwork:
        return
    assert all(array.dtype == np.float32 for array in found.values())
