"""Motion and flicker: known movements are found, what is hidden does not count."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.opencv import cv2
from desktop.signals.flicker import FlickerMeter
from desktop.signals.flow import apart, carried, motion
from desktop.vectors import Picture
from tests.signals.films import frames, texture


def moved(x: float, y: float, width: int = 120, height: int = 90) -> Picture:
    """A window on a texture whose content goes right and down by x and y."""
    move = np.array([[1, 0, x - 40], [0, 1, y - 40]], np.float32)
    return np.asarray(cv2.warpAffine(texture(), move, (width, height), flags=cv2.INTER_CUBIC), np.uint8)


@pytest.mark.parametrize("fine", [False, True])
def test_a_known_movement_is_found(fine: bool) -> None:
    found = motion(moved(0, 0), moved(3.5, -2), fine=fine)
    middle = found.back[20:-20, 20:-20].reshape(-1, 2)
    assert np.median(middle, axis=0) == pytest.approx([-3.5, 2], abs=0.25)
    assert found.seen[20:-20, 20:-20].mean() > 0.9


def test_what_is_carried_along_is_the_next_frame() -> None:
    one, two = moved(0, 0), moved(3, 1)
    found = motion(one, two, fine=True)
    inside = apart(carried(one, found), two)[12:-12, 12:-12]
    assert inside.mean() < 4 < apart(one, two)[12:-12, 12:-12].mean()


def test_what_something_uncovers_was_hidden() -> None:
    ground, thing = texture(160), texture(64, seed=8)
    one, two = ground.copy(), ground.copy()
    one[50:114, 70:134] = thing
    two[50:114, 60:124] = thing  # ten pixels to the left: a strip on its right comes out
    seen = motion(one, two, fine=True).seen
    assert seen[60:104, 126:132].mean() < 0.4
    assert seen[60:104, 75:110].mean() > 0.9
    assert seen[10:40, 10:150].mean() > 0.9


def test_a_frame_too_small_for_flow_stands_still() -> None:
    small = np.zeros((16, 12, 3), np.uint8)
    found = motion(small, small)
    assert found.seen.all()
    assert not found.back.any()


def test_a_film_that_follows_its_motion_flickers_less_than_noise() -> None:
    chance = np.random.default_rng(5)
    meter = FlickerMeter()
    for content in frames(5, 120, 90):
        noisy = (content + chance.normal(0, 30, content.shape)).clip(0, 255).astype(np.uint8)
        meter.add(content, content, noisy)
    ours, alone = meter.roots()
    assert ours < 0.5 * alone
    assert 25 < alone < 50  # two frames with noise of 30 are 42 apart, less what clipping and warping take


def test_a_cut_counts_for_nothing_and_sums_go_on() -> None:
    meter = FlickerMeter()
    for content in (np.full((60, 80, 3), 20, np.uint8), frames(1, 80, 60)[0]):
        meter.add(content, content, content)
    assert meter.sums == (0.0, 0.0, 0)
    assert meter.roots() == (0.0, 0.0)
    whole, half = FlickerMeter(), FlickerMeter()
    pictures = frames(4, 80, 60)
    for picture in pictures:
        whole.add(picture, picture, picture)
    for picture in pictures[:2]:
        half.add(picture, picture, picture)
    rest = FlickerMeter(half.sums)
    for picture in pictures[1:]:
        rest.add(picture, picture, picture)
    assert rest.sums == pytest.approx(whole.sums)
