"""The network for films: a still film has its picture's features, a moving one those of kernels in 3-D."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from desktop.networks.inflated import TIMES, InflatedVGG19
from desktop.networks.vgg19 import CHANNELS, VGG19, path
from desktop.paths import Home
from desktop.progress import finish
from desktop.weights import store
from desktop.weights.device import set_threads
from tests.weights_fixture import with_weights

Tensors = dict[str, np.ndarray]
LAYERS = [f"conv{block}_1" for block in range(1, 6)]


@pytest.fixture(scope="module")
def tensors(weights: Home) -> Tensors:
    set_threads()
    return store.tensors(with_weights(weights, ["vgg19"]), "vgg19")


def film(times: int, height: int = 48, width: int = 64) -> Tensor:
    chance = torch.Generator().manual_seed(times)
    coarse = torch.rand((times, 3, 8, 8), generator=chance) * 255
    return functional.interpolate(coarse, (height, width), mode="bicubic").clamp(0, 255)


def in_three_dimensions(tensors: Tensors, given: Tensor, last: str) -> Tensor:
    """The network as its source has it: kernels repeated over time and divided, in torch's own 3-D."""
    x = given.flip(1) - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
    x = x.movedim(0, 1)[None]  # (1, channels, times, height, width)
    for name in path(last):
        if name in ("conv2_1", "conv3_1", "conv4_1", "conv5_1"):
            x = functional.max_pool3d(x, (1, 2, 2))
        flat = torch.from_numpy(tensors[f"{name}.table"][tensors[f"{name}.codes"]])
        kernel = flat[:, :, None].repeat(1, 1, TIMES, 1, 1) / TIMES
        x = functional.pad(x, (0, 0, 0, 0, 1, 1), mode="replicate")
        bias = torch.from_numpy(tensors[f"{name}.bias"])
        x = functional.conv3d(x, kernel, bias, padding=(0, 1, 1)).relu()
    return x[0].movedim(1, 0)


def relative(one: Tensor, other: Tensor) -> float:
    return float((one - other).norm() / other.norm())


def test_a_still_film_has_the_features_of_its_picture_at_every_time(tensors: Tensors) -> None:
    picture = film(1)
    right = VGG19(tensors)(picture, LAYERS)
    inflated = InflatedVGG19(tensors)
    still = picture.repeat(5, 1, 1, 1)
    for found in (inflated(still, LAYERS), finish(inflated.there(still, LAYERS)).found):
        for layer in LAYERS:
            assert found[layer].shape == (5, *right[layer].shape[1:])
            scale = float(right[layer].abs().max())
            assert float((found[layer] - right[layer]).abs().max()) < 1e-4 * scale


@pytest.mark.parametrize("layer", ["conv1_1", "conv2_1", "conv3_1"])
def test_a_moving_film_has_the_features_of_kernels_repeated_over_time(tensors: Tensors, layer: str) -> None:
    given = film(4, 24, 32)
    right = in_three_dimensions(tensors, given, layer)
    inflated = InflatedVGG19(tensors, deepest=layer)
    assert relative(inflated(given, [layer])[layer], right) < 1e-5
    assert relative(finish(inflated.there(given, [layer])).found[layer], right) < 1e-5


def test_the_way_back_is_the_gradient(tensors: Tensors) -> None:
    inflated = InflatedVGG19(tensors, deepest="conv2_1")
    leaf = film(4, 24, 32).requires_grad_(True)
    target = torch.rand((4, CHANNELS["conv2_1"], 12, 16), generator=torch.Generator().manual_seed(1))
    right = torch.autograd.grad((inflated(leaf, ["conv2_1"])["conv2_1"] * target).sum(), leaf)[0]
    trail = finish(inflated.there(leaf.detach(), ["conv2_1"]))
    found = finish(inflated.back(trail, lambda _layer, _features, _deeper: target.clone()))
    assert relative(found, right) < 1e-4


def test_one_frame_is_a_picture(tensors: Tensors) -> None:
    picture = film(1, 24, 32)
    flat, inflated = VGG19(tensors, deepest="conv2_1"), InflatedVGG19(tensors, deepest="conv2_1")
    assert torch.equal(inflated(picture, ["conv2_1"])["conv2_1"], flat(picture, ["conv2_1"])["conv2_1"])
