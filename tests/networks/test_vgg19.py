"""VGG-19 is what a plain chain of convolutions gives, there and back; its fields are those of the table."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from desktop.networks.kernels import lay_out
from desktop.networks.vgg19 import CHANNELS, VGG19, deepest, receptive_field
from desktop.paths import Home
from desktop.progress import finish
from desktop.style.recipe import LAYERS
from desktop.weights import store
from desktop.weights.device import set_threads
from tests.weights_fixture import with_weights

Tensors = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def tensors(weights: Home) -> Tensors:
    set_threads()
    return store.tensors(with_weights(weights, ["vgg19"]), "vgg19")


def picture(height: int, width: int) -> Tensor:
    chance = torch.Generator().manual_seed(height)
    coarse = torch.rand((1, 3, 8, 8), generator=chance) * 255
    return functional.interpolate(coarse, (height, width), mode="bicubic").clamp(0, 255)


def plainly(tensors: Tensors, pictures: Tensor, last: str, pooling: str) -> Tensor:
    """The network in a few lines, blue first as its authors had it."""
    x = pictures.flip(1) - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
    for name in LAYERS:
        if name in ("conv2_1", "conv3_1", "conv4_1", "conv5_1"):
            x = functional.max_pool2d(x, 2) if pooling == "max" else functional.avg_pool2d(x, 2)
        kernel = torch.from_numpy(tensors[f"{name}.table"][tensors[f"{name}.codes"]])
        x = functional.conv2d(x, kernel, torch.from_numpy(tensors[f"{name}.bias"]), padding=1).relu()
        if name == last:
            break
    return x


def relative(one: Tensor, other: Tensor) -> float:
    return float((one.float() - other.float()).norm() / other.float().norm())


@pytest.mark.parametrize("pooling", ["max", "average"])
@pytest.mark.parametrize("layer", ["conv1_1", "conv3_4", "conv5_1"])
def test_it_equals_a_plain_chain_of_convolutions(tensors: Tensors, layer: str, pooling: str) -> None:
    pictures = picture(53, 70)
    right = plainly(tensors, pictures, layer, pooling)
    vgg = VGG19(tensors, pooling, deepest=layer)
    assert relative(vgg(pictures, [layer])[layer], right) < 1e-5
    assert relative(finish(vgg.there(pictures, [layer])).found[layer], right) < 1e-5


@pytest.mark.parametrize("pooling", ["max", "average"])
def test_the_way_back_equals_autograd(tensors: Tensors, pooling: str) -> None:
    pictures = picture(45, 66).requires_grad_(True)
    vgg, layers = VGG19(tensors, pooling), ["conv1_1", "conv2_2", "conv4_2"]
    found = vgg(pictures, layers)
    pulls = {name: torch.randn_like(features) for name, features in found.items()}
    right = torch.autograd.grad(list(found.values()), pictures, list(pulls.values()))[0]

    def add(layer: str, _: Tensor, deeper: Tensor | None) -> Tensor:
        return pulls[layer] if deeper is None else pulls[layer] + deeper

    trail = finish(vgg.there(pictures.detach(), layers))
    assert relative(finish(vgg.back(trail, add)), right) < 1e-5
    assert not trail.stages
    assert not trail.found


def test_looking_gives_the_same_features_in_order(tensors: Tensors) -> None:
    vgg, pictures, seen = VGG19(tensors, deepest="conv3_1"), picture(40, 32), []
    wanted = ["conv3_1", "conv1_2"]
    finish(vgg.look(pictures, wanted, lambda name, features: seen.append((name, features))))
    right = vgg(pictures, ["conv3_1", "conv1_2"])
    assert [name for name, _ in seen] == ["conv1_2", "conv3_1"] == list(right)
    assert all(relative(features, right[name]) < 1e-5 for name, features in seen)


def test_in_bfloat16_it_stays_close_and_its_mean_exact(tensors: Tensors) -> None:
    pictures, layers = picture(64, 64), ["conv1_1", "conv4_1"]
    right = VGG19(tensors)(pictures, layers)
    vgg = VGG19(tensors).to(torch.bfloat16)
    assert (vgg.mean / 1000).flatten().tolist() == pytest.approx([123.68, 116.779, 103.939])
    assert vgg.convolutions["conv1_1"].weight.dtype is torch.float32
    for name, features in finish(vgg.there(pictures, layers)).found.items():
        assert features.dtype is torch.bfloat16
        assert relative(features, right[name]) < (0.003 if name == "conv1_1" else 0.02)
        assert relative(vgg(pictures, layers)[name], features) < 0.01


def test_no_deeper_layer_is_needed_than_asked_for(tensors: Tensors) -> None:
    few = {name: values for name, values in tensors.items() if name.startswith("conv1")}
    vgg = VGG19(few, deepest="conv1_2")
    assert list(vgg(picture(32, 32), ["conv1_2"])) == ["conv1_2"]
    with pytest.raises(KeyError, match="conv2_1"):
        VGG19(few, deepest="conv2_1")


def test_laid_out_weights_that_torch_can_t_use_are_not_used() -> None:
    weight = torch.zeros(4, 3, 3, 3, dtype=torch.float16)
    assert lay_out(weight, torch.zeros(4, dtype=torch.float16)) is None


@pytest.mark.parametrize(
    ("layer", "field"),
    [
        ("conv1_1", (3, 1, 0)),
        ("conv1_2", (5, 1, 0)),
        ("conv2_1", (10, 2, 0.5)),
        ("conv2_2", (14, 2, 0.5)),
        ("conv3_1", (24, 4, 1.5)),
        ("conv3_4", (48, 4, 1.5)),
        ("conv4_1", (68, 8, 3.5)),
        ("conv4_2", (84, 8, 3.5)),
        ("conv4_4", (116, 8, 3.5)),
        ("conv5_1", (156, 16, 7.5)),
        ("conv5_4", (252, 16, 7.5)),
    ],
)
def test_receptive_fields(layer: str, field: tuple[int, int, float]) -> None:
    assert receptive_field(layer) == field


def test_a_unit_sees_its_field_and_nothing_else(tensors: Tensors) -> None:
    pictures = picture(96, 40).requires_grad_(True)
    layer = "conv3_1"
    size, jump, start = receptive_field(layer)
    unit = 11
    vgg = VGG19(tensors, "average", deepest=layer)
    vgg(pictures, [layer])[layer][0, :, unit].sum().backward()
    assert pictures.grad is not None
    rows = pictures.grad.abs().sum((0, 1, 3)).nonzero().flatten()
    middle = unit * jump + start
    assert rows.min() == middle - (size - 1) / 2
    assert rows.max() == middle + (size - 1) / 2


def test_layers_have_the_names_a_recipe_uses() -> None:
    assert tuple(CHANNELS) == LAYERS
    assert deepest(["conv4_2", "conv5_1", "conv1_1"]) == "conv5_1"
