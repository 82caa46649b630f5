"""Instant pictures: at any size, in several styles, where masks say, in tiles, live."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paths import Home
from desktop.progress import finish
from desktop.scaled import resized
from desktop.style.brush import Brush
from desktop.style.errors import BadRecipe, NoStyle
from desktop.style.instant import Painter, fixed_picture, instant
from desktop.style.networks import Networks
from desktop.style.recipe import Preview, Recipe, Style, Work
from desktop.vectors import Picture
from tests.weights_fixture import with_weights

INSTANT = ("instant-predict", "instant-transform", "multistyle26")


@pytest.fixture(scope="module")
def networks(weights: Home) -> Networks:
    return Networks(with_weights(weights, INSTANT), "cpu")


def photo(height: int = 96, width: int = 128, seed: int = 0) -> Picture:
    """Smooth with some noise, grey to the left."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 255, (7, 9, 3), np.uint8)
    return np.clip(resized(coarse, width, height) + chance.normal(0, 6, (height, width, 3)), 0, 255).astype(
        np.uint8
    )


def stripes(red: int, green: int, blue: int) -> Picture:
    picture = np.full((96, 96, 3), (red, green, blue), np.uint8)
    picture[::8] = 255 - picture[::8] // 2
    return picture


FIRE, SEA = Style(stripes(200, 40, 10)), Style(stripes(10, 60, 200))


def work(*styles: Style, content: Picture | None = None, **choices: object) -> Work:
    recipe = replace(Recipe(size=96), **choices)  # type: ignore[arg-type]
    return Work(photo() if content is None else content, styles, recipe)


def previews(networks: Networks, wanted: Work, **options: float) -> list[Preview]:
    return [each for each in instant(networks, wanted, **options) if each is not None]  # type: ignore[arg-type]


def painted(networks: Networks, wanted: Work, **options: float) -> Picture:
    return previews(networks, wanted, **options)[-1].picture


def apart(one: Picture, other: Picture) -> float:
    return float(np.abs(one.astype(np.float64) - other).mean())


def test_a_small_picture_comes_once(networks: Networks) -> None:
    (only,) = previews(networks, work(FIRE))
    assert only.whole
    assert only.picture.shape == (72, 96, 3)
    assert only.picture.dtype == np.uint8
    assert only.picture.flags.c_contiguous
    assert only.seconds > 0


def test_a_large_one_comes_small_first(networks: Networks) -> None:
    first, last = previews(networks, work(FIRE, size=640))
    assert (first.whole, last.whole) == (False, True)
    assert first.picture.shape == (384, 512, 3)
    assert last.picture.shape == (480, 640, 3)
    assert first.seconds < last.seconds
    assert apart(resized(last.picture, 64, 48), resized(first.picture, 64, 48)) < 25


def test_without_a_style_there_is_nothing_to_paint(networks: Networks) -> None:
    for styles in ((), (replace(FIRE, weight=0.0),)):
        with pytest.raises(NoStyle):
            painted(networks, work(*styles))
    with pytest.raises(NoStyle):
        Painter(networks, ())


def test_styles_are_mixed_by_their_weights(networks: Networks) -> None:
    fire, sea = painted(networks, work(FIRE)), painted(networks, work(SEA))
    mostly = painted(networks, work(FIRE, replace(SEA, weight=0.05)))
    assert apart(fire, sea) > 20
    assert apart(mostly, fire) < apart(mostly, sea)
    assert np.array_equal(painted(networks, work(FIRE, replace(SEA, weight=0.0))), fire)


def test_strength_goes_from_the_pictures_own_style_to_the_wanted(networks: Networks) -> None:
    wanted = work(FIRE)
    content = resized(wanted.content, 96, 72)
    distances = [apart(painted(networks, wanted, strength=share), content) for share in (0.0, 0.5, 1.0)]
    assert distances == sorted(distances)
    assert distances[0] < 0.9 * distances[2]


def test_each_masked_style_is_where_its_mask_is(networks: Networks) -> None:
    left = np.zeros((96, 128), np.uint8)
    left[:, :64] = 255
    fire, sea = painted(networks, work(FIRE)), painted(networks, work(SEA))
    both = painted(networks, work(replace(FIRE, mask=left), SEA))
    np.testing.assert_array_equal(both[:, :44], fire[:, :44])
    np.testing.assert_array_equal(both[:, 52:], sea[:, 52:])
    alone = painted(networks, work(replace(FIRE, mask=left)))
    np.testing.assert_array_equal(alone[:, 52:], resized(photo(), 96, 72)[:, 52:])
    empty = painted(networks, work(replace(FIRE, mask=np.zeros_like(left))))
    np.testing.assert_array_equal(empty, resized(photo(), 96, 72))


def test_luminance_keeps_the_contents_colours(networks: Networks) -> None:
    grey = np.repeat(photo()[:, :, :1], 3, axis=2)
    coloured = painted(networks, work(FIRE, content=grey))
    kept = painted(networks, work(FIRE, content=grey, colour="luminance"))
    assert np.ptp(coloured.astype(int), axis=2).mean() > 20
    assert np.ptp(kept.astype(int), axis=2).max() <= 2
    assert painted(networks, work(FIRE, colour="statistics")).shape == (72, 96, 3)


def test_the_scale_of_the_style_changes_the_strokes(networks: Networks) -> None:
    pictures = [painted(networks, work(FIRE, size=384, style_scale=scale)) for scale in (0.5, 1.0, 4.0)]
    assert apart(pictures[0], pictures[1]) > 2
    assert apart(pictures[1], pictures[2]) > 2


@settings(max_examples=40, deadline=None)
@given(height=st.integers(1, 64), width=st.integers(1, 64))
def test_every_size_can_be_painted(networks: Networks, height: int, width: int) -> None:
    content = photo(height, width)
    result = Painter(networks, [FIRE]).paint(content)
    assert result.shape == content.shape
    assert result.flags.c_contiguous


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 5000), (5000, 1), (3, 700)])
def test_odd_pictures_become_pictures(networks: Networks, height: int, width: int) -> None:
    picture = painted(networks, work(FIRE, content=photo(height, width)))
    assert max(picture.shape[:2]) == 96
    odd = painted(networks, work(Style(photo(height, width))))
    assert odd.shape == (72, 96, 3)
    assert Painter(networks, 3).paint(photo(height, width)).ndim == 3


def test_a_picture_that_may_not_be_written_is_only_read(networks: Networks) -> None:
    content, style = photo(), stripes(9, 99, 9)
    content.flags.writeable = style.flags.writeable = False
    before = content.copy()
    assert painted(networks, work(Style(style), content=content, size=128)).shape == content.shape
    np.testing.assert_array_equal(content, before)


def test_tiles_leave_no_seams(networks: Networks) -> None:
    content = photo(560, 600)
    vector = networks.style(FIRE.picture)
    brush = Brush(networks.transformer, networks.transformer.norms(vector))
    one = finish(brush.painted(content, whole=0, tile=600))
    many = finish(brush.painted(content, whole=0, tile=200))
    # Formats of few bits round differently in other shapes, here and there; a seam would be a line of many.
    difference = np.abs(one.astype(int) - many)
    assert difference.mean() < 0.5
    assert difference[196:204].mean() < 1
    assert difference[:, 396:404].mean() < 1
    assert apart(many, brush.paint(content)) < 12


def test_a_large_picture_gives_way_and_can_be_given_up(networks: Networks) -> None:
    job = instant(networks, work(FIRE, size=700))
    seen = []
    while not any(isinstance(each, Preview) for each in seen):
        seen.append(next(job))
    assert len(seen) > 5
    assert next(job) is None
    job.close()


def test_live_frames_are_painted_at_a_size_that_keeps_up(networks: Networks) -> None:
    frame = photo(480, 640)
    for styles in ([FIRE, SEA], 7):
        brush = Painter(networks, styles)
        full = brush.paint(frame)
        assert full.shape == (360, 480, 3)
        assert brush.paint(frame, longest=96).shape == (72, 96, 3)
        weak = brush.paint(frame, 0.1)
        small = resized(frame, 480, 360)
        assert apart(weak, small) < apart(full, small)


def test_fixed_styles_have_numbers(networks: Networks) -> None:
    content = photo()
    one, other = fixed_picture(networks, content, 0), fixed_picture(networks, content, 25)
    assert one.shape == content.shape
    assert apart(one, other) > 5
    for index in (-1, 26):
        with pytest.raises(BadRecipe):
            fixed_picture(networks, content, index)
