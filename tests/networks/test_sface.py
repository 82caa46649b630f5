"""SFace in torch equals the file it came from, as onnxruntime runs that file."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from desktop.bench.embed import as_onnx
from desktop.networks.packed import BATCH, PackedSFace
from desktop.networks.sface import LAYERS, SFace
from desktop.paths import Home
from desktop.weights import store
from tests.weights_fixture import original as published


def pictures(count: int) -> np.ndarray:
    """Smooth and noisy made-up pictures, RGB 0..255."""
    chance = np.random.default_rng(count)
    coarse = torch.from_numpy(chance.uniform(0, 255, (count, 3, 9, 9)).astype(np.float32))
    smooth = torch.nn.functional.interpolate(coarse, (112, 112), mode="bicubic").numpy()
    return np.clip(smooth + chance.normal(0, 10, smooth.shape), 0, 255).round().astype(np.float32)


def by_onnxruntime(network: bytes, batch: np.ndarray) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    return np.concatenate([session.run(None, {"data": one[None]})[0] for one in batch])


@pytest.fixture(scope="module")
def file() -> bytes:
    """The quantised file as it was published."""
    return published("sface").read_bytes()


@pytest.fixture(scope="module")
def original(file: bytes) -> bytes:
    """The same, its weights no longer listed as inputs, so that onnxruntime runs it."""
    model = onnx.load_model_from_string(file)
    inputs = [one for one in model.graph.input if one.name == "data"]
    del model.graph.input[:]
    model.graph.input.extend(inputs)
    return bytes(model.SerializeToString())


@pytest.fixture(scope="module")
def plain(weights: Home) -> SFace:
    return SFace(store.tensors(weights, "sface"))


def test_it_equals_onnxruntime_on_the_same_file(original: bytes, plain: SFace) -> None:
    batch = pictures(5)
    with torch.inference_mode():
        found = plain(torch.from_numpy(batch)).numpy()
    assert np.abs(found - by_onnxruntime(original, batch)).max() < 1e-4


def test_packed_weights_equal_the_plain_network(plain: SFace) -> None:
    batch = torch.from_numpy(pictures(BATCH + 3))
    with torch.inference_mode():
        packed = PackedSFace(plain, torch.float32)
        assert (packed(batch) - plain(batch)).abs().max() < 1e-4
        assert (packed(batch.byte()) - plain(batch)).abs().max() < 1e-4


def test_the_benchmark_s_peers_get_the_same_network(weights: Home, plain: SFace) -> None:
    batch = pictures(1)
    found = by_onnxruntime(as_onnx(store.tensors(weights, "sface"), 1), batch)
    with torch.inference_mode():
        assert np.abs(found - plain(torch.from_numpy(batch)).numpy()).max() < 1e-4


def test_its_layers_have_names(plain: SFace) -> None:
    names = [name for name, _ in plain.body.named_children()]
    assert names[::2] == list(LAYERS)
    assert not any(parameter.requires_grad for parameter in plain.parameters())


def test_a_missing_weight_is_named(weights: Home) -> None:
    tensors = dict(store.tensors(weights, "sface"))
    del tensors["bn1_gamma"]
    with pytest.raises(KeyError, match="bn1_gamma"):
        SFace(tensors)
