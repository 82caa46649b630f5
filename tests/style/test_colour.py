"""Whose colours: known answers for both ways of keeping the content's, and pictures hard for them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.style.colour import finished, prepared, prepared_content, statistics
from desktop.style.recipe import COLOURS
from desktop.vectors import Picture

PICTURES = arrays(np.uint8, st.tuples(st.integers(1, 12), st.integers(1, 12), st.just(3)))


def cloud(mean: list[float], mixing: list[list[float]], seed: int = 0) -> Picture:
    """A picture whose pixels are a Gaussian cloud that stays within the range."""
    values = np.random.default_rng(seed).standard_normal((64, 64, 3)).clip(-2.5, 2.5)
    return (values @ np.array(mixing).T + mean).round().astype(np.uint8)


WARM = cloud([150, 110, 80], [[20, 5, 0], [5, 12, 4], [0, 4, 9]])
COOL = cloud([90, 120, 150], [[10, 0, 3], [0, 16, -6], [3, -6, 25]], seed=1)
GREY = np.repeat(cloud([128] * 3, [[30, 0, 0]] * 3, seed=2)[:, :, :1], 3, axis=2)


def luminance(picture: Picture) -> np.ndarray:
    return picture @ np.array([0.299, 0.587, 0.114])


def test_the_style_keeps_its_colours_by_itself() -> None:
    assert prepared(WARM, COOL, "style") is WARM
    assert prepared_content(COOL, "style") is COOL
    assert finished(WARM, COOL, "style") is WARM


def test_statistics_gives_the_style_mean_and_covariance_of_the_content() -> None:
    matched = prepared(WARM, COOL, "statistics")
    mean, covariance = statistics(matched)
    wanted_mean, wanted = statistics(COOL)
    assert np.allclose(mean, wanted_mean, atol=0.5)
    assert np.allclose(covariance, wanted, atol=0.02 * wanted.max())
    assert matched.shape == WARM.shape


def test_statistics_of_a_picture_with_itself_change_nothing() -> None:
    assert np.abs(prepared(WARM, WARM, "statistics").astype(int) - WARM).max() <= 1


def test_a_known_cloud_is_moved_to_a_known_one() -> None:
    # Two pixels a channel apart: mean 100, variance 16 a channel; the content: mean 50, variance 4.
    style = np.array([[[104, 100, 100], [96, 100, 100], [100, 104, 100], [100, 96, 100]]], np.uint8)
    content = np.array([[[52, 50, 50], [48, 50, 50], [50, 52, 50], [50, 48, 50]]], np.uint8)
    assert np.array_equal(prepared(style, content, "statistics"), content)


@pytest.mark.parametrize("style", [GREY, np.full((9, 9, 3), 77, np.uint8)], ids=["grey", "plain"])
def test_a_style_without_colours_of_its_own_does_not_blow_up(style: Picture) -> None:
    noisy = style + np.random.default_rng(0).integers(0, 2, style.shape, np.uint8)  # as JPEG leaves it
    matched = prepared(noisy, COOL, "statistics").astype(float)
    wanted_mean, wanted = statistics(COOL)
    mean, covariance = statistics(matched.astype(np.uint8))
    assert np.allclose(mean, wanted_mean, atol=1)
    assert np.trace(covariance) <= 1.05 * np.trace(wanted)


def test_a_grey_content_makes_a_grey_style() -> None:
    matched = prepared(WARM, GREY, "statistics").astype(int)
    assert np.ptp(matched, axis=2).max() <= 1


def test_luminance_paints_in_grey_as_light_as_the_content() -> None:
    style = prepared(WARM, COOL, "luminance")
    assert np.array_equal(style[:, :, 0], style[:, :, 1])
    assert abs(luminance(style).mean() - luminance(COOL).mean()) < 1
    assert abs(luminance(style).std() - luminance(COOL).std()) < 1
    content = prepared_content(COOL, "luminance")
    assert np.abs(content[:, :, 2] - luminance(COOL)).max() <= 1


def test_luminance_ends_with_the_canvas_lightness_in_the_content_s_colours() -> None:
    canvas = prepared(WARM, COOL, "luminance")
    result = finished(canvas, COOL, "luminance")
    assert np.abs(luminance(result) - luminance(canvas)).max() <= 2
    apart = (result - luminance(result)[:, :, None]) - (COOL - luminance(COOL)[:, :, None])
    assert np.abs(apart).max() <= 4  # the same chroma, to 8 bits
    assert (
        np.abs(finished(prepared_content(COOL, "luminance"), COOL, "luminance").astype(int) - COOL).max() <= 2
    )


def test_the_content_may_have_another_size() -> None:
    halves = np.zeros((40, 80, 3), np.uint8)
    halves[:, :40, 0] = halves[:, 40:, 2] = 120
    result = finished(np.full((10, 20, 3), 60, np.uint8), halves, "luminance")
    assert result.shape == (10, 20, 3)
    assert (result[:, :9, 0] > result[:, :9, 2]).all()
    assert (result[:, 11:, 0] < result[:, 11:, 2]).all()


@settings(max_examples=60, deadline=None)
@given(PICTURES, PICTURES, st.sampled_from(COLOURS))
def test_any_two_pictures_give_pictures_of_their_sizes(style: Picture, content: Picture, mode: str) -> None:
    for made, like in (
        (prepared(style, content, mode), style),
        (prepared_content(content, mode), content),
        (finished(style, content, mode), style),
    ):
        assert made.dtype == np.uint8
        assert made.shape == like.shape
        assert made.flags.c_contiguous
