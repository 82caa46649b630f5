"""A patch looked at closely: the map of its unit, and the three ways back to the pixels."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from desktop.explore import explorable
from desktop.explore.cut import GREY, at_side, cut_out
from desktop.explore.errors import NeverFires
from desktop.explore.explorable import Explorable
from desktop.explore.found import Patch
from desktop.explore.imagine import imagine
from desktop.explore.look import activation_map, look_closely
from desktop.explore.search import Source, search
from desktop.networks.chain import Chain, Link
from desktop.progress import finish
from tests.explore.made import made, nothing


def small_chain() -> Chain:
    """One axis, two layers by hand: y = relu(x0 - x1), then z = relu(2 y0 - y1)."""
    first, second = nn.Conv1d(1, 1, 2, bias=False), nn.Conv1d(1, 1, 2, bias=False)
    first.weight.data = torch.tensor([[[1.0, -1.0]]])
    second.weight.data = torch.tensor([[[2.0, -1.0]]])
    return Chain([Link("a", first, nn.ReLU()), Link("b", second, nn.ReLU())], lambda x: x)


def test_the_three_ways_back_by_hand() -> None:
    chain = small_chain()
    x = torch.tensor([[[5.0, 1.0, 3.0]]])  # y = 4, relu(-2) = 0; z = 8
    told = dict(chain.walk(x))
    assert told["a"].tolist() == [[[4.0, 0.0]]]
    assert told["b"].tolist() == [[[8.0]]]
    # dz/dy = (2, -1). The gradient passes where y was above zero, a deconvolution what is itself positive.
    assert chain.back(x, "b", 0, (0,), "gradient").tolist() == [[[2.0, -2.0, 0.0]]]
    assert chain.back(x, "b", 0, (0,), "deconvolution").tolist() == [[[2.0, -2.0, 0.0]]]
    y = torch.tensor([[[5.0, 1.0, 0.5]]])  # now y = 4, 0.5 and z = 7.5
    assert chain.back(y, "b", 0, (0,), "gradient").tolist() == [[[2.0, -3.0, 1.0]]]
    assert chain.back(y, "b", 0, (0,), "deconvolution").tolist() == [[[2.0, -2.0, 0.0]]]
    assert chain.back(y, "b", 0, (0,), "guided").tolist() == [[[2.0, -2.0, 0.0]]]


def test_guided_cuts_off_what_either_of_the_others_does() -> None:
    first, second = nn.Conv1d(1, 2, 1, bias=False), nn.Conv1d(2, 1, 1, bias=False)
    first.weight.data = torch.tensor([[[1.0]], [[-1.0]]])
    second.weight.data = torch.tensor([[[3.0], [5.0]]])
    chain = Chain([Link("a", first, nn.ReLU()), Link("b", second, nn.ReLU())], lambda x: x)
    x = torch.tensor([[[2.0]]])  # y = 2 and relu(-2) = 0
    assert chain.back(x, "b", 0, (0,), "gradient").item() == 3
    assert chain.back(x, "b", 0, (0,), "guided").item() == 3
    assert chain.back(x, "b", 0, (0,), "deconvolution").item() == 3 - 5
    with pytest.raises(ValueError, match="no rule"):
        chain.back(x, "b", 0, (0,), "magic")


def test_a_prelu_lets_the_gradient_through_by_its_slope() -> None:
    layer = nn.Conv1d(1, 1, 1, bias=False)
    layer.weight.data = torch.tensor([[[-1.0]]])
    chain = Chain([Link("a", layer, nn.PReLU(1, 0.25))], lambda x: x)
    x = torch.tensor([[[2.0]]])
    assert dict(chain.walk(x))["a"].item() == -0.5
    assert chain.back(x, "a", 0, (0,), "gradient").item() == -0.25
    assert chain.back(x, "a", 0, (0,), "guided").item() == 0


def test_the_patch_alone_gives_what_the_whole_picture_does(vgg: Explorable) -> None:
    picture = made(5, 120, 150)
    layer = vgg.layer("conv3_2")
    found = finish(search(vgg, [Source("one", lambda: picture)], nothing(), layers=[layer.name]))
    table = found.strongest(layer.name, whole=False)
    for unit in np.argsort(-table.values[:, 0])[:4]:
        (patch,) = table.patches(int(unit), layer.field)
        seen = look_closely(vgg, picture, layer, int(unit), patch)
        assert seen.values.shape == (30, 37)
        assert seen.values.max() == pytest.approx(patch.value, rel=1e-5)
        assert seen.values[patch.row, patch.column] == seen.values.max()
        np.testing.assert_array_equal(seen.cut, cut_out(picture, patch.box))
        place = patch.row, patch.column
        whole = vgg.chain.back(vgg.tensor(picture), layer.name, int(unit), place, "gradient")[0]
        left, top, right, bottom = patch.box
        inner = whole[:, max(0, top) : bottom, max(0, left) : right]
        assert float(whole.abs().sum()) == pytest.approx(float(inner.abs().sum()), rel=1e-4)
        drawn = seen.why["gradient"][max(0, -top) :, max(0, -left) :][: inner.shape[1], : inner.shape[2]]
        signs = np.sign(drawn.astype(int) - GREY)
        loud = inner.permute(1, 2, 0).abs().numpy() > 0.05 * float(inner.abs().max())
        assert loud.any()
        np.testing.assert_array_equal(signs[loud], np.sign(inner.permute(1, 2, 0).numpy())[loud])
        assert not np.array_equal(seen.why["guided"], seen.why["deconvolution"])


def test_the_map_of_a_large_picture_is_put_together_from_tiles(
    vgg: Explorable, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture, layer = made(6, 130, 170), vgg.layer("conv4_1")
    whole = activation_map(vgg, picture, layer, 7)
    monkeypatch.setattr(explorable, "_WHOLE", 100)
    monkeypatch.setattr(explorable, "_TILE", 48)
    np.testing.assert_allclose(activation_map(vgg, picture, layer, 7), whole, rtol=1e-4, atol=1e-2)


def test_a_silent_unit_has_nothing_to_look_at(vgg: Explorable) -> None:
    with pytest.raises(NeverFires, match="Unit 3 of conv1_1 does not fire"):
        look_closely(vgg, made(1), vgg.layer("conv1_1"), 3, Patch(0, (0, 0), 0.0, ((-1, 2), (-1, 2))))


def test_what_lies_outside_of_the_picture_is_grey() -> None:
    picture = np.full((4, 5, 3), 9, np.uint8)
    patch = cut_out(picture, (-1, 2, 3, 6))
    assert patch.shape == (4, 4, 3)
    assert (patch[:2, 1:] == 9).all()
    assert (patch[2:] == GREY).all()
    assert (patch[:, 0] == GREY).all()
    assert (cut_out(picture, (50, 50, 52, 52)) == GREY).all()


def test_few_pixels_stay_squares() -> None:
    checks = np.zeros((3, 3, 3), np.uint8)
    checks[1, 1] = 255
    large = at_side(checks, 90)
    assert large.shape == (90, 90, 3)
    assert set(np.unique(large)) == {0, 255}
    assert (large[30:60, 30:60] == 255).all()


def test_what_a_unit_would_like_to_see_excites_it_more_than_pictures_do(vgg: Explorable) -> None:
    layer = vgg.layer("conv2_1")
    usual = max(float(activation_map(vgg, made(seed), layer, 12).max()) for seed in range(5))
    steps = list(imagine(vgg, layer, 12, iterations=60))
    assert steps[-1].value > 2 * usual
    assert steps[-1].value > 10 * steps[0].value
    assert steps[-1].picture.shape == (layer.field.size, layer.field.size, 3)
    assert [step.iteration for step in steps] == list(range(1, 61))
    again = finish(imagine(vgg, layer, 12, iterations=60))
    np.testing.assert_array_equal(again.picture, steps[-1].picture)
    job = imagine(vgg, layer, 12)
    next(job)
    job.close()  # it is given up without a word
