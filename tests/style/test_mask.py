"""Masks at the size that is computed: soft edges, no place counted twice, and nothing forgotten."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.style.mask import fitted, shared
from desktop.style.recipe import Mask, Style

MASKS = arrays(np.uint8, st.tuples(st.integers(1, 20), st.integers(1, 20)))
SIDES = st.integers(1, 60)
DOT = np.zeros((1, 1, 3), np.uint8)


def left_half(width: int = 40, height: int = 30) -> Mask:
    mask = np.zeros((height, width), np.uint8)
    mask[:, : width // 2] = 255
    return mask


def test_without_feather_a_mask_of_the_right_size_is_itself() -> None:
    assert np.array_equal(fitted(left_half(), 40, 30, 0), left_half() / np.float32(255))


@pytest.mark.parametrize("feather", [2.0, 8.0, 60.0])
def test_the_edge_is_as_wide_as_the_feather(feather: float) -> None:
    edge = fitted(left_half(400, 100), 400, 100, feather)[50]
    assert edge[200 - int(feather * 1.5) - 2] > 0.99
    assert edge[200 + int(feather * 1.5) + 2] < 0.01
    assert abs(edge[199] + edge[200] - 1) < 0.02
    # One deviation (half the feather) from the edge a Gaussian edge is at 84 %.
    assert abs(np.interp(199.5 - feather / 2, np.arange(400), edge) - 0.841) < 0.03


def test_a_mask_of_another_size_covers_the_same_places() -> None:
    for width, height in ((400, 300), (10, 8)):
        weights = fitted(left_half(), width, height, 0)
        assert abs(weights[:, : width // 2].mean() - 1) < 0.05
        assert weights[:, width // 2 + 1 :].mean() < 0.05


@settings(max_examples=100, deadline=None)
@given(MASKS, SIDES, SIDES, st.none() | st.floats(0, 200))
def test_any_mask_fits_any_size(mask: Mask, width: int, height: int, feather: float | None) -> None:
    weights = fitted(mask, width, height, feather)
    assert weights.shape == (height, width)
    assert weights.dtype == np.float32
    assert weights.min() >= mask.min() / 255 - 1e-4
    assert weights.max() <= mask.max() / 255 + 1e-4


def test_without_masks_every_style_is_everywhere() -> None:
    assert shared([Style(DOT), Style(DOT, 2)], 8, 6) == (None, None)


def test_a_style_without_mask_takes_what_the_others_leave() -> None:
    masked, free, too = shared([Style(DOT, mask=left_half()), Style(DOT), Style(DOT, 3)], 40, 30, 0)
    assert masked is not None
    assert free is not None
    assert masked[:, :20].min() == 1
    assert np.array_equal(masked + free, np.ones((30, 40), np.float32))
    assert np.array_equal(free, too)


def test_where_masks_overlap_they_share() -> None:
    full = np.full((30, 40), 255, np.uint8)
    one, other = shared([Style(DOT, mask=left_half()), Style(DOT, mask=full)], 40, 30, 0)
    assert one is not None
    assert other is not None
    assert np.allclose(one[:, :20], 0.5)
    assert np.allclose(other[:, :20], 0.5)
    assert np.allclose(other[:, 20:], 1)


def test_what_nobody_claims_is_left_to_the_content() -> None:
    (only,) = shared([Style(DOT, mask=left_half())], 40, 30, 0)
    assert only is not None
    assert only[:, 20:].max() == 0


def test_a_style_of_no_weight_claims_nothing() -> None:
    off, on = shared([Style(DOT, 0, left_half()), Style(DOT)], 40, 30)
    assert off is not None
    assert off.max() == 0
    assert on is None  # as if the other were not there


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.none() | MASKS, st.sampled_from([0.0, 0.5, 2.0])), min_size=1, max_size=4),
    st.permutations(range(4)),
)
def test_no_place_counts_twice_and_order_does_not_matter(
    given_styles: list[tuple[Mask | None, float]], order: list[int]
) -> None:
    styles = [Style(DOT, weight, mask) for mask, weight in given_styles]
    weights = shared(styles, 24, 16)
    masked = [w for w, style in zip(weights, styles, strict=True) if style.mask is not None and w is not None]
    assert all(w.min() >= 0 and w.max() <= 1 + 1e-6 for w in weights if w is not None)
    if masked:
        claimed = np.sum(masked, axis=0)
        assert claimed.max() <= 1 + 1e-5
        for w, style in zip(weights, styles, strict=True):
            if style.mask is None and style.weight > 0 and w is not None:
                assert np.allclose(claimed + w, 1, atol=1e-5)
    places = [place for place in order if place < len(styles)]
    for place, turned in zip(places, shared([styles[place] for place in places], 24, 16), strict=True):
        same = weights[place]
        assert (turned is None) == (same is None)
        if turned is not None and same is not None:
            assert np.allclose(turned, same, atol=1e-5)
