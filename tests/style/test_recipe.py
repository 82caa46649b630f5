"""The recipe: what fits is kept, what does not is refused or left out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.style.errors import BadRecipe
from desktop.style.recipe import Recipe

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = sorted(Recipe.__dataclass_fields__)


@pytest.mark.parametrize(
    "choice",
    [
        {"init": "magic"},
        {"size": 8},
        {"style_weight": float("nan")},
        {"content_layer": "conv6_1"},
        {"style_layers": (("conv1_1", 1.0), ("conv1_1", 2.0))},
        {"style_layers": (("conv1_1", -1.0),)},
    ],
)
def test_what_does_not_fit_is_refused(choice: dict[str, Any]) -> None:
    with pytest.raises(BadRecipe):
        Recipe(**choice)


def test_a_recipe_comes_back_from_its_json() -> None:
    recipe = Recipe(size=300, style_layers=(("conv2_2", 0.5),), colour="luminance", style_scale=0.7)
    assert Recipe.from_mapping(json.loads(json.dumps(asdict(recipe)))) == recipe


def test_a_number_with_a_fraction_is_no_choice_of_a_name() -> None:
    assert Recipe.from_mapping({"init": 3, "size": "many", "seed": 5}) == Recipe(seed=5)


@given(st.dictionaries(st.sampled_from(NAMES), JSON))
def test_any_json_gives_a_recipe(found: dict[str, Any]) -> None:
    assert isinstance(Recipe.from_mapping(found), Recipe)
