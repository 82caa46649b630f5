from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ui.pages.studio.brush import LONGEST, STEPS, MaskPainting, mask_size, resampled

TALL, WIDE = 60, 80
places = st.tuples(st.floats(-20, WIDE + 20), st.floats(-20, TALL + 20), st.floats(0.3, 25))


def blank() -> MaskPainting:
    return MaskPainting(np.zeros((TALL, WIDE), np.uint8))


def stroke(
    painting: MaskPainting,
    spots: list[tuple[float, float, float]],
    *,
    erase: bool = False,
    softness: float = 0.5,
) -> None:
    painting.begin(spots[0], erase=erase, softness=softness)
    for spot in spots[1:]:
        painting.move(spot)
    painting.end()


def test_a_slow_stroke_is_the_same_as_a_quick_one() -> None:
    quick, slow = blank(), blank()
    stroke(quick, [(10, 30, 8), (70, 40, 8)])
    stroke(slow, [(10 + 60 * part / 40, 30 + 10 * part / 40, 8) for part in range(41)])
    assert np.abs(quick.mask.astype(int) - slow.mask.astype(int)).max() <= 1
    assert quick.mask.max() == 255


def test_a_quick_stroke_has_no_gaps() -> None:
    painting = blank()
    stroke(painting, [(5, 5, 4), (75, 55, 4)], softness=0.0)
    for part in np.linspace(0, 1, 200):
        assert painting.mask[int(5 + 50 * part), int(5 + 70 * part)] == 255


def test_a_soft_edge_falls_evenly_and_a_hard_one_at_once() -> None:
    soft, hard = blank(), blank()
    stroke(soft, [(40, 30, 20)], softness=1.0)
    stroke(hard, [(40, 30, 20)], softness=0.0)
    row = soft.mask[30, 40:62].astype(int)
    assert (np.diff(row) <= 0).all()
    assert np.count_nonzero((row > 5) & (row < 250)) > 10
    assert np.count_nonzero((hard.mask[30] > 5) & (hard.mask[30] < 250)) <= 2


def test_pressure_makes_a_stroke_narrower_towards_its_end() -> None:
    painting = blank()
    stroke(painting, [(10, 30, 12), (70, 30, 2)], softness=0.0)
    widths = [np.count_nonzero(painting.mask[:, x] > 128) for x in (12, 40, 68)]
    assert widths[0] > widths[1] > widths[2] > 0


def test_the_rubber_takes_away_what_was_painted() -> None:
    painting = blank()
    stroke(painting, [(10, 30, 10), (70, 30, 10)])
    stroke(painting, [(40, 30, 10)], erase=True)
    assert painting.mask[30, 40] == 0
    assert painting.mask[30, 12] == 255


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.lists(places, min_size=1, max_size=4), st.booleans(), st.floats(0, 1)), max_size=6)
)
def test_undo_goes_back_stroke_by_stroke_and_redo_forth_again(
    strokes: list[tuple[list[tuple[float, float, float]], bool, float]],
) -> None:
    painting = blank()
    painting.fill(90)
    seen = [painting.mask.copy()]
    for spots, erase, softness in strokes:
        stroke(painting, spots, erase=erase, softness=softness)
        if not np.array_equal(painting.mask, seen[-1]):
            seen.append(painting.mask.copy())
    for expected in reversed(seen[:-1]):
        assert painting.undo() is not None
        assert np.array_equal(painting.mask, expected)
    painting.undo()
    assert not painting.mask.any()
    assert not painting.can_undo
    for expected in seen:
        assert painting.redo() is not None
        assert np.array_equal(painting.mask, expected)
    assert painting.redo() is None


@given(places, places)
def test_the_told_box_holds_every_change(
    start: tuple[float, float, float], end: tuple[float, float, float]
) -> None:
    painting = blank()
    boxes = [painting.begin(start, erase=False, softness=0.5), painting.move(end)]
    outside = painting.mask.copy()
    for box in boxes:
        if box is not None:
            outside[box[1] : box[3], box[0] : box[2]] = 0
    assert not outside.any()


def test_a_stroke_beside_the_picture_is_none() -> None:
    painting = blank()
    assert painting.begin((-50, -50, 10), erase=False, softness=0.5) is None
    assert not painting.end()
    assert not painting.can_undo


def test_all_none_and_the_rest() -> None:
    painting = blank()
    assert painting.fill(0) is None
    stroke(painting, [(0, 30, 20)], softness=0.0)
    before = painting.mask.copy()
    painting.invert()
    assert np.array_equal(painting.mask, 255 - before)
    painting.fill(255)
    assert painting.mask.min() == 255
    painting.undo()
    painting.undo()
    assert np.array_equal(painting.mask, before)


def test_a_cancelled_stroke_leaves_nothing() -> None:
    painting = blank()
    painting.begin((40, 30, 10), erase=False, softness=0.5)
    painting.move((60, 30, 10))
    painting.cancel()
    assert not painting.mask.any()
    assert not painting.can_undo
    assert painting.move((10, 10, 5)) is None


def test_strokes_are_forgotten_from_the_oldest() -> None:
    painting = blank()
    for level in range(1, STEPS + 11):
        painting.fill(level)
    for _ in range(STEPS):
        assert painting.undo() is not None
    assert painting.undo() is None
    assert painting.mask[0, 0] == 10


@given(st.integers(1, 20000), st.integers(1, 20000))
def test_a_mask_has_the_pictures_proportions_and_is_never_large(width: int, height: int) -> None:
    tall, wide = mask_size(width, height)
    assert min(tall, wide) >= 1
    assert max(tall, wide) == min(LONGEST, max(width, height))
    if min(tall, wide) > 50:
        assert wide / tall == pytest.approx(width / height, rel=0.02)


def test_a_mask_of_another_size_keeps_its_shape() -> None:
    small = np.zeros((30, 40), np.uint8)
    small[:, 20:] = 255
    large = resampled(small, 60, 80)
    assert large.shape == (60, 80)
    assert large[:, :39].max() == 0
    assert large[:, 41:].min() == 255
    back = resampled(large, 30, 40)
    assert np.array_equal(back > 127, small > 127)
    same = resampled(small, 30, 40)
    assert same is not small
    assert np.array_equal(same, small)
    assert resampled(np.full((7, 3), 77, np.uint8), 100, 50).min() == 77
