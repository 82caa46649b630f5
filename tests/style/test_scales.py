"""Coarse to fine: every iteration is spent, the size is what was asked for, and no picture is too odd."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.style.recipe import LARGEST, SMALLEST, Recipe
from desktop.style.scales import LEAST, at, fitted, plan

SIDES = st.integers(1, 20_000)
RECIPES = st.builds(
    Recipe, size=st.integers(SMALLEST, LARGEST), iterations=st.integers(0, 3000), style_scale=st.just(1.0)
)


@given(SIDES, SIDES, RECIPES)
def test_every_iteration_has_its_scale(width: int, height: int, recipe: Recipe) -> None:
    scales = plan(width, height, recipe)
    assert sum(scale.iterations for scale in scales) == recipe.iterations
    assert min(scale.iterations for scale in scales) >= min(1, recipe.iterations)
    assert scales[-1].style_layers == recipe.style_layers
    assert (scales[-1].width, scales[-1].height) == fitted(width, height, recipe.size)
    for coarse, fine in pairwise(scales):
        assert coarse.pixels < fine.pixels


@given(SIDES, SIDES, RECIPES)
def test_the_longer_side_is_the_size_and_the_shorter_never_vanishes(
    width: int, height: int, recipe: Recipe
) -> None:
    found = fitted(width, height, recipe.size)
    assert max(found) == recipe.size
    assert min(found) >= LEAST
    if min(found) > LEAST:
        assert abs(found[0] / found[1] - width / height) <= 0.51 * (1 + width / height) / min(found)


@given(st.integers(0, 3000), RECIPES)
def test_an_iteration_is_found_again(iteration: int, recipe: Recipe) -> None:
    scales = plan(400, 300, recipe)
    index, had = at(scales, iteration)
    before = sum(scale.iterations for scale in scales[:index])
    if iteration < recipe.iterations:
        assert before + had == iteration
        assert had < scales[index].iterations
    else:
        assert (index, had) == (len(scales) - 1, scales[-1].iterations)


def test_the_default_goes_from_coarse_to_fine() -> None:
    sizes = [(scale.width, scale.height) for scale in plan(1024, 768, Recipe())]
    assert sizes[0] == (96, 72)
    assert sizes[-2:] == [(256, 192), (512, 384)]


def test_a_layer_that_sees_too_few_places_waits_for_a_finer_scale() -> None:
    first, *_, last = plan(1024, 768, Recipe(size=256))
    assert "conv5_1" not in dict(first.style_layers)
    assert "conv4_1" in dict(first.style_layers)
    assert "conv5_1" in dict(last.style_layers)


def test_the_content_is_held_on_to_until_the_finest_scale() -> None:
    *coarse, last = plan(1024, 768, Recipe())
    assert all(scale.content_factor > 10 for scale in coarse)
    assert last.content_factor == 1


def test_a_recipe_of_one_deep_layer_keeps_it_at_every_scale() -> None:
    only = (("conv5_4", 1.0),)
    assert all(scale.style_layers == only for scale in plan(800, 600, Recipe(style_layers=only)))


@pytest.mark.parametrize("size", [1024, 4096])
def test_large_pictures_get_few_iterations_at_the_top(size: int) -> None:
    scales = plan(1024, 768, Recipe(size=size))
    assert scales[-1].iterations <= 40
    assert scales[-1].iterations >= 10
