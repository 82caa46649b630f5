"""J and its gradient equal those of a few plain lines; tiles, masks and weights change what they should."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from desktop.networks.vgg19 import VGG19
from desktop.paths import Home
from desktop.progress import finish
from desktop.style import objective as objective_module
from desktop.style.objective import Evaluation, Objective, StyleIn
from desktop.style.recipe import Recipe
from desktop.style.targets import Cache
from desktop.weights import store
from desktop.weights.device import set_threads
from tests.weights_fixture import with_weights

HEIGHT, WIDTH = 75, 102
RECIPE = Recipe(tv_weight=0.5)


@pytest.fixture(scope="module")
def networks(weights: Home) -> dict[str, VGG19]:
    set_threads()
    tensors = store.tensors(with_weights(weights, ["vgg19"]), "vgg19")
    return {pooling: VGG19(tensors, pooling, deepest="conv5_1") for pooling in ("max", "average")}


@pytest.fixture(scope="module")
def vgg(networks: dict[str, VGG19]) -> VGG19:
    return networks["max"]


def picture(seed: int, height: int = HEIGHT, width: int = WIDTH) -> Tensor:
    chance = torch.Generator().manual_seed(seed)
    coarse = torch.rand((1, 3, 12, 16), generator=chance) * 255
    smooth = functional.interpolate(coarse, (height, width), mode="bicubic")
    return (smooth + 20 * torch.randn(smooth.shape, generator=chance)).clamp(0, 255)


def prepared(
    vgg: VGG19, styles: Sequence[StyleIn], recipe: Recipe = RECIPE, tile: int | None = None, **given: Cache
) -> Objective:
    return finish(Objective.prepare(vgg, picture(1), styles, recipe, tile, **given))


def evaluated(objective: Objective, canvas: Tensor | None = None) -> Evaluation:
    return finish(objective.evaluate(picture(3) if canvas is None else canvas))


def left_half() -> np.ndarray:
    mask = np.zeros((HEIGHT, WIDTH), np.float32)
    mask[:, : WIDTH // 2] = 1
    return mask


def relative(one: Tensor, other: Tensor) -> float:
    return float((one - other).norm() / other.norm())


def plainly(vgg: VGG19, canvas: Tensor, style: Tensor, recipe: Recipe) -> tuple[Tensor, Tensor]:
    """J and its gradient with autograd, as the equations are written."""
    leaf = canvas.clone().requires_grad_(True)
    layers = [layer for layer, _ in recipe.style_layers]
    found, right = vgg(leaf, [*layers, recipe.content_layer]), vgg(style, layers)
    content = vgg(picture(1), [recipe.content_layer])[recipe.content_layer]
    total = recipe.content_weight * functional.mse_loss(found[recipe.content_layer], content)
    for layer, weight in recipe.style_layers:
        grams = []
        for features in (found[layer], right[layer]):
            flat = features[0].flatten(1)
            grams.append(flat @ flat.T / flat.shape[1])
        total = total + recipe.style_weight * weight / len(grams[0]) ** 2 * functional.mse_loss(*grams)
    down, across = leaf.diff(dim=2).square().sum(), leaf.diff(dim=3).square().sum()
    total = total + recipe.tv_weight * (down + across) / leaf.numel()
    return total.detach(), torch.autograd.grad(total, leaf)[0]


@pytest.mark.parametrize("pooling", ["max", "average"])
def test_j_and_its_gradient_are_the_equations(networks: dict[str, VGG19], pooling: str) -> None:
    recipe = replace(RECIPE, pooling=pooling, style_layers=(("conv1_1", 0.5), ("conv2_2", 2), ("conv5_1", 1)))
    style = picture(2, 90, 80)
    total, gradient = plainly(networks[pooling], picture(3), style, recipe)
    found = evaluated(prepared(networks[pooling], [(style, 3.0, None)], recipe))
    assert float(found.total) == pytest.approx(float(total), rel=1e-4)
    assert relative(found.gradient, gradient) < 1e-4
    assert found.gradient.is_contiguous()
    assert all(loss.dtype is torch.float32 and loss.dim() == 0 for loss in found.losses)


@pytest.mark.parametrize("pooling", ["max", "average"])
@pytest.mark.parametrize("distance", ["gram", "wasserstein"])
def test_tiles_give_what_the_whole_picture_gives(
    networks: dict[str, VGG19], pooling: str, distance: str
) -> None:
    recipe = replace(RECIPE, pooling=pooling, distance=distance)
    styles = [(picture(2, 70, 90), 1.0, left_half()), (picture(4), 2.0, 1 - left_half())]
    whole = evaluated(prepared(networks[pooling], styles, recipe))
    tiled = evaluated(prepared(networks[pooling], styles, recipe, 48))
    for one, other in zip(tiled.losses, whole.losses, strict=True):
        assert float(one) == pytest.approx(float(other), rel=1e-4)
    assert relative(tiled.gradient, whole.gradient) < 1e-3


def test_it_pauses_between_tiles_only(vgg: VGG19) -> None:
    styles = [(picture(2), 1.0, None)]
    assert len(list(prepared(vgg, styles, tile=64).evaluate(picture(3)))) == 2 * 4
    assert not list(prepared(vgg, styles).evaluate(picture(3)))


def test_it_pauses_after_every_layer_of_a_large_picture(vgg: VGG19, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objective_module, "BREATH", HEIGHT * WIDTH)
    job = prepared(vgg, [(picture(2), 1.0, None)]).evaluate(picture(3))
    pauses = 0
    for _ in job:
        pauses += 1
        assert torch.is_grad_enabled()
    assert pauses == 2 * 13


def test_a_tile_sees_no_more_than_its_surroundings(vgg: VGG19, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    real = VGG19.centred

    def noted(self: VGG19, pictures: Tensor) -> Tensor:
        sizes.append(max(pictures.shape[2:]))
        return real(self, pictures)

    monkeypatch.setattr(VGG19, "centred", noted)
    content = picture(1, 32, 400)
    recipe = replace(RECIPE, content_layer="conv3_1", style_layers=(("conv3_1", 1),))
    job = Objective.prepare(vgg, content, [(picture(2, 300, 32), 1.0, None)], recipe, 64)
    evaluated(finish(job), content)
    assert max(sizes) <= 64 + 2 * 16


def test_one_mask_of_everything_is_no_mask(vgg: VGG19) -> None:
    style = picture(2)
    everywhere = evaluated(prepared(vgg, [(style, 1.0, np.ones((HEIGHT, WIDTH), np.float32))]))
    plain = evaluated(prepared(vgg, [(style, 1.0, None)]))
    assert float(everywhere.style) == pytest.approx(float(plain.style), rel=1e-4)
    assert relative(everywhere.gradient, plain.gradient) < 1e-3


def test_a_masked_style_leaves_the_other_places_alone(vgg: VGG19) -> None:
    recipe = replace(RECIPE, content_weight=0, tv_weight=0, style_layers=(("conv1_1", 1), ("conv2_1", 1)))
    found = evaluated(prepared(vgg, [(picture(2), 1.0, left_half())], recipe))
    assert found.gradient[..., : WIDTH // 2 - 10].abs().min() >= 0
    assert found.gradient[..., : WIDTH // 2 - 10].norm() > 0
    assert found.gradient[..., WIDTH // 2 + 10 :].abs().max() == 0


def test_every_place_is_painted_alike_strongly(vgg: VGG19) -> None:
    """The same style left and right, each with its mask, is about as strong as the style everywhere."""
    recipe = replace(RECIPE, content_weight=0, tv_weight=0, style_layers=(("conv2_1", 1),))
    style, canvas = picture(2), picture(3).mean() + 0 * picture(3) + picture(5) / 100
    both = [(style, 1.0, left_half()), (style, 1.0, 1 - left_half())]
    masked = evaluated(prepared(vgg, both, recipe), canvas)
    plain = evaluated(prepared(vgg, [(style, 1.0, None)], recipe), canvas)
    assert float(masked.style) == pytest.approx(float(plain.style), rel=0.05)
    assert float(masked.gradient.norm() / plain.gradient.norm()) == pytest.approx(1, rel=0.1)


def test_an_empty_mask_contributes_nothing(vgg: VGG19) -> None:
    styles = [(picture(2), 1.0, None), (picture(4), 9.0, np.zeros((HEIGHT, WIDTH), np.float32))]
    found, alone = evaluated(prepared(vgg, styles)), evaluated(prepared(vgg, styles[:1]))
    assert float(found.total) == pytest.approx(float(alone.total), rel=1e-5)
    assert relative(found.gradient, alone.gradient) < 1e-5
    nothing = evaluated(prepared(vgg, styles[1:]))
    assert float(nothing.style) == 0
    assert nothing.gradient.isfinite().all()


def test_styles_are_mixed_by_their_weights(vgg: VGG19) -> None:
    one, other = (picture(2), 1.0, None), (picture(4), 1.0, None)
    costs = [float(evaluated(prepared(vgg, [style])).style) for style in (one, other)]
    mixed = prepared(vgg, [(one[0], 1.0, None), (other[0], 3.0, None)])
    assert float(evaluated(mixed).style) == pytest.approx(costs[0] / 4 + costs[1] * 3 / 4, rel=1e-4)
    mixed.reweigh(RECIPE, [0.0, 5.0])
    assert float(evaluated(mixed).style) == pytest.approx(costs[1], rel=1e-4)


def test_new_weights_need_no_new_targets(vgg: VGG19, monkeypatch: pytest.MonkeyPatch) -> None:
    objective = prepared(vgg, [(picture(2), 1.0, None)])
    before = evaluated(objective)
    recipe = replace(RECIPE, content_weight=2, style_weight=500, style_layers=(("conv1_1", 3),), tv_weight=0)
    assert objective.fits(recipe)
    monkeypatch.setattr(VGG19, "look", None)
    objective.reweigh(recipe, [1.0])
    after = evaluated(objective)
    assert float(after.content) == pytest.approx(2 * float(before.content), rel=1e-5)
    assert 0 < float(after.style) < float(before.style)
    assert float(after.tv) == 0
    assert objective.fits(replace(recipe, distance="wasserstein"))
    assert not objective.fits(replace(recipe, style_layers=(("conv4_4", 1),)))
    assert not objective.fits(replace(recipe, content_layer="conv3_1"))
    assert not objective.fits(replace(recipe, pooling="average"))


def test_targets_are_computed_once(vgg: VGG19, monkeypatch: pytest.MonkeyPatch) -> None:
    cache: Cache = {}
    style = picture(2)
    first = prepared(vgg, [(style, 1.0, None)], cache=cache)
    monkeypatch.setattr(VGG19, "look", None)
    again = prepared(vgg, [(style.clone(), 1.0, left_half())], cache=cache)
    assert relative(evaluated(first).gradient, evaluated(again).gradient) > 0
    monkeypatch.undo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(VGG19, "look", None)
        with pytest.raises(TypeError):
            prepared(vgg, [(picture(6), 1.0, None)], cache=cache)


def test_a_picture_smaller_than_the_network_s_grid_is_compared_where_it_can_be(vgg: VGG19) -> None:
    tiny = picture(2, 9, 40)
    found = evaluated(prepared(vgg, [(tiny, 1.0, None)]))
    assert found.gradient.isfinite().all()
    thin = finish(Objective.prepare(vgg, tiny, [(picture(1), 1.0, None)], RECIPE))
    result = evaluated(thin, picture(3, 9, 40))
    assert result.gradient.isfinite().all()
    assert float(result.style) > 0


def test_nothing_that_counts_gives_nothing(vgg: VGG19) -> None:
    recipe = replace(RECIPE, content_weight=0, style_weight=0, tv_weight=0)
    found = evaluated(prepared(vgg, [(picture(2), 1.0, None)], recipe))
    assert [float(loss) for loss in found.losses] == [0, 0, 0]
    assert not found.gradient.any()


@pytest.mark.parametrize("distance", ["gram", "wasserstein"])
def test_j_falls_along_its_gradient(vgg: VGG19, distance: str) -> None:
    objective = prepared(vgg, [(picture(2), 1.0, None)], replace(RECIPE, distance=distance))
    canvas = picture(3)
    before = evaluated(objective, canvas)
    step = before.gradient * (1e-3 * float(before.total / before.gradient.square().sum()))
    fall = float(before.total - evaluated(objective, canvas - step).total)
    assert fall == pytest.approx(1e-3 * float(before.total), rel=0.05)


@pytest.mark.parametrize(("dtype", "least"), [(torch.bfloat16, 0.99), (torch.float16, 0.999)])
def test_half_the_precision_points_the_same_way(
    weights: Home, vgg: VGG19, dtype: torch.dtype, least: float
) -> None:
    """In float16 the gradient, 1e-9 at the deep layers, would vanish if it were not scaled."""
    tensors = store.tensors(weights, "vgg19")
    rounded = VGG19(tensors, deepest="conv5_1").to(dtype)
    styles = [(picture(2), 1.0, None)]
    right, found = (evaluated(prepared(network, styles)) for network in (vgg, rounded))
    assert float(found.total) == pytest.approx(float(right.total), rel=0.02)
    cosine = functional.cosine_similarity(found.gradient.flatten(), right.gradient.flatten(), dim=0)
    assert cosine > least
