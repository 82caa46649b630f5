"""A small network of the ArcFace family, read and rebuilt, equals onnxruntime on the same file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from desktop.networks.onnx_chain import OnnxChain
from desktop.weights import graph
from desktop.weights.graph import SIDE, Refused, read
from tests.networks.arcface_file import Maker, arcface


def pictures(count: int) -> np.ndarray:
    chance = np.random.default_rng(count)
    return chance.integers(0, 256, (count, 3, SIDE, SIDE)).astype(np.float32)


def by_onnxruntime(data: bytes, source: str, batch: np.ndarray) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    return np.asarray(session.run(None, {source: batch})[0])


def ours(data: bytes, batch: np.ndarray) -> np.ndarray:
    with torch.inference_mode():
        return OnnxChain(read(data))(torch.from_numpy(batch)).numpy()


def test_it_equals_onnxruntime() -> None:
    made, batch = arcface(), pictures(3)
    data = made.file()
    wanted = by_onnxruntime(data, made.source, (batch - 127.5) / 127.5)
    found = ours(data, batch)
    assert found.shape == (3, 32)
    assert np.abs(found - wanted).max() < 1e-4 * np.abs(wanted).max()
    read_back = read(data)
    assert (read_back.dimension, read_back.scaled) == (32, False)
    # Of the 12 normalisations only those before a convolution remain; the others are part of a layer.
    assert [step.kind for step in read_back.steps].count("scale") == 4


@pytest.mark.parametrize("first", [("Sub", "Mul"), ("Sub", "Div"), ("Mul", "Add"), ("Mul", "Sub")])
@pytest.mark.parametrize("wide", [False, True])
def test_a_file_may_bring_its_own_scale(first: tuple[str, str], wide: bool) -> None:
    numbers = {"Sub": 127.5, "Mul": 1 / 128, "Div": 128.0, "Add": -1.0}
    made = Maker(5)
    for kind in first:
        number = np.full((1, 3, 1, 1), numbers[kind], np.float32) if wide else np.float32(numbers[kind])
        made.add(kind, made.last, made.constant(np.asarray(number)))
    made.conv(3, 8, strides=[8, 8], bias=True)
    made.add("Flatten", made.last)
    made.gemm(8 * 14 * 14, 16)
    data, batch = made.file(), pictures(2)
    assert read(data).scaled
    wanted = by_onnxruntime(data, made.source, batch)
    assert np.abs(ours(data, batch) - wanted).max() < 1e-4 * np.abs(wanted).max()


def test_a_normalisation_at_the_input_is_no_scale_of_the_file() -> None:
    made = Maker(9)
    made.norm(3)
    made.conv(3, 8, strides=[16, 16])
    made.add("Flatten", made.last)
    made.gemm(8 * 49, 16)
    data, batch = made.file(), pictures(2)
    assert not read(data).scaled
    wanted = by_onnxruntime(data, made.source, (batch - 127.5) / 127.5)
    assert np.abs(ours(data, batch) - wanted).max() < 1e-4 * np.abs(wanted).max()


def test_every_way_of_writing_a_layer() -> None:
    made = Maker(6)
    made.conv(3, 6, 3, pads=[0, 1, 2, 1], strides=[2, 3], bias=True)
    made.add("Identity", made.last)
    kept = made.last
    made.prelu(6)
    made.norm(6)
    made.add("Add", made.last, kept)  # the convolution's value is read twice, so nothing is folded into it
    made.conv(6, 6, 3, dilations=[2, 2], pads=[2, 2, 2, 2], groups=3)
    made.add("PRelu", made.last, made.constant(np.full((1, 1, 1), 0.25, np.float32)))
    shape = np.array([-1, 6 * 56 * 38], np.int64)
    node = helper.make_node("Constant", [], ["shape"], value=onnx.numpy_helper.from_array(shape))
    made.nodes.append(node)
    made.add("Reshape", made.last, "shape")
    made.gemm(6 * 56 * 38, 24, transB=0, alpha=0.5, beta=2.0)
    made.norm(24)
    made.add("PRelu", made.last, made.constant(np.linspace(0, 1, 24, dtype=np.float32)))
    data, batch = made.file(), pictures(2)
    wanted = by_onnxruntime(data, made.source, (batch - 127.5) / 127.5)
    assert np.abs(ours(data, batch) - wanted).max() < 1e-4 * np.abs(wanted).max()


def test_a_file_for_one_picture_takes_many() -> None:
    made = Maker(7)
    made.conv(3, 4, strides=[16, 16])
    made.add("Reshape", made.last, made.constant(np.array([1, 196], np.int64)))
    made.gemm(196, 8)
    data, batch = made.file(shape=(1, 3, SIDE, SIDE)), pictures(3)
    one = by_onnxruntime(data, made.source, (batch[1:2] - 127.5) / 127.5)
    assert np.abs(ours(data, batch)[1:2] - one).max() < 1e-4


def test_half_precision_weights_are_read() -> None:
    made = Maker(8)
    made.conv(3, 4, strides=[16, 16])
    made.add("Flatten", made.last)
    made.gemm(196, 8)
    made.constants = {name: array.astype(np.float16) for name, array in made.constants.items()}
    assert ours(made.file(), pictures(1)).shape == (1, 8)


def small() -> Maker:
    made = Maker(1)
    made.conv(3, 4, strides=[16, 16])
    made.norm(4)
    made.add("Flatten", made.last)
    made.gemm(196, 8)
    return made


def changed(change: Callable[[Maker], Any], **options: Any) -> bytes:
    made = small()
    change(made)
    return made.file(**options)


def _external(made: Maker) -> bytes:
    model = made.model()
    weight = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(weight, "/etc/passwd")
    weight.ClearField("raw_data")
    return bytes(model.SerializeToString())


def _constant(made: Maker, place: int, array: np.ndarray) -> None:
    made.constants[list(made.constants)[place]] = array


REFUSED = {
    "operator “LSTM”": lambda: changed(lambda made: made.add("LSTM", made.last)),
    "operator “Softmax”": lambda: changed(lambda made: made.add("Softmax", made.last)),
    "kept in another file": lambda: _external(small()),
    "not pictures of 3 x 112 x 112": lambda: small().file(shape=(1, 3, 160, 160)),
    "takes nothing, not": lambda: small().file(shape=()),
    "2 results": lambda: small().file(outputs=2),
    "no numbers": lambda: changed(lambda made: _constant(made, 0, np.full((4, 3, 3, 3), np.inf, np.float32))),
    "does not fit what it reads": lambda: changed(
        lambda made: _constant(made, 0, np.ones((4, 5, 3, 3), np.float32))
    ),
    "does not fit": lambda: changed(lambda made: _constant(made, 0, np.ones((4, 3, 0, 3), np.float32))),
    "convolution": lambda: changed(lambda made: _constant(made, 0, np.ones((4, 3, 3), np.float32))),
    "“Gemm” that does not fit": lambda: changed(lambda made: made.gemm(9, 16)),
    "elsewhere than at the input": lambda: changed(
        lambda made: made.add("Mul", made.last, made.constant(np.ones(8, np.float32)))
    ),
    "not 8 to 4096 numbers": lambda: changed(lambda made: made.gemm(8, 3)),
    "reads what nothing before it gives": lambda: changed(lambda made: made.add("Relu", "nothing")),
    "different sizes": lambda: changed(lambda made: made.add("Add", made.last, "v0")),
    "more than flatten": lambda: changed(
        lambda made: made.add("Reshape", "v0", made.constant(np.array([7, 28], np.int64)))
    ),
    "mixes pictures": lambda: changed(lambda made: made.add("Flatten", "v0", axis=0)),
    "training": lambda: changed(lambda made: made.norm(8, training_mode=1)),
    "stated edges": lambda: changed(
        lambda made: made.nodes[0].attribute.append(helper.make_attribute("auto_pad", "SAME_UPPER"))
    ),
    "too large": lambda: changed(lambda made: _wide(made)),
    "kind": lambda: changed(lambda made: _constant(made, 0, np.ones((4, 3, 3, 3), bool))),
}


def _wide(made: Maker) -> None:
    made.last = made.source
    made.conv(3, 1000, 1)


@pytest.mark.parametrize("problem", REFUSED)
def test_anything_else_is_refused(problem: str) -> None:
    with pytest.raises(Refused, match=problem):
        read(REFUSED[problem]())


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "LARGEST_FILE", 1000)
    with pytest.raises(Refused, match="are the most"):
        read(small().file())


@pytest.mark.parametrize("kept", [0, 1, 40, 0.5, 0.99])
def test_a_file_that_is_cut_off(kept: float) -> None:
    data = small().file()
    with pytest.raises(Refused):
        read(data[: int(kept * len(data)) if kept < 1 else int(kept)])


def test_noise_is_no_network() -> None:
    for data in (b"<html>not found</html>", np.random.default_rng(0).bytes(5000)):
        with pytest.raises(Refused):
            read(data)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_flipped_bytes_are_refused_or_still_a_network(seed: int) -> None:
    chance = np.random.default_rng(seed)
    data = bytearray(small().file())
    structure = [at for at in range(len(data)) if at < 200 or at > len(data) - 700]
    for place in chance.choice(structure, 2):
        data[place] = int(chance.integers(0, 256))
    try:
        found = read(bytes(data))
    except Refused:
        return
    with torch.inference_mode():
        result = OnnxChain(found)(torch.zeros(1, 3, SIDE, SIDE))
    assert result.shape == (1, found.dimension)


def test_a_word_of_the_file_can_not_break_the_sentence() -> None:
    data = changed(lambda made: made.add("Bad\nline" + "x" * 500, made.last))
    with pytest.raises(Refused) as caught:
        read(data)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_two_inputs() -> None:
    model = small().model()
    model.graph.input.append(helper.make_tensor_value_info("more", TensorProto.FLOAT, [1]))
    with pytest.raises(Refused, match="wants 2 inputs"):
        read(bytes(model.SerializeToString()))
