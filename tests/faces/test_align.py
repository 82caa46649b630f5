"""Alignment: exact where the landmarks are a moved template, and clean where a large face is reduced."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.faces.align import SIDE, TEMPLATE, align, similarity

turns = st.floats(-np.pi, np.pi)
scales = st.floats(0.05, 20)
shifts = st.floats(-500, 500)


def moved(points: np.ndarray, turn: float, scale: float, x: float, y: float) -> np.ndarray:
    """The points scaled, turned and shifted, written out without complex numbers."""
    c, s = scale * np.cos(turn), scale * np.sin(turn)
    return points @ np.array([[c, s], [-s, c]]) + [x, y]


@given(turns, scales, shifts, shifts)
def test_any_similarity_is_recovered_exactly(turn: float, scale: float, x: float, y: float) -> None:
    landmarks = moved(TEMPLATE.astype(np.float64), turn, scale, x, y)
    found = similarity(landmarks)
    back = np.c_[landmarks, np.ones(5)] @ found.T
    assert np.abs(back - TEMPLATE).max() < 1e-6 * max(1, 1 / scale) * 500
    assert np.isclose(np.hypot(found[0, 0], found[1, 0]), 1 / scale)


@given(st.integers(0, 2**32 - 1))
def test_no_other_similarity_comes_closer(seed: int) -> None:
    chance = np.random.default_rng(seed)
    landmarks = TEMPLATE + chance.normal(0, 4, (5, 2))
    found = similarity(landmarks)

    def miss(a: float, b: float, c: float, d: float) -> float:
        map_ = np.array([[a, -b, c], [b, a, d]])
        return float(((np.c_[landmarks, np.ones(5)] @ map_.T - TEMPLATE) ** 2).sum())

    best = np.array([found[0, 0], found[1, 0], found[0, 2], found[1, 2]])
    for _ in range(20):
        assert miss(*(best + chance.normal(0, [0.01, 0.01, 0.5, 0.5]))) >= miss(*best)


@given(turns, scales, st.integers(0, 2**32 - 1))
def test_a_mirror_image_never_comes_out(turn: float, scale: float, seed: int) -> None:
    mirrored = TEMPLATE * [-1, 1] + np.random.default_rng(seed).normal(0, 2, (5, 2))
    found = similarity(moved(mirrored, turn, scale, 0, 0))
    assert np.linalg.det(found[:, :2]) >= 0


def test_landmarks_in_one_place_only_shift() -> None:
    found = similarity(np.full((5, 2), 7.0, np.float32))
    assert np.allclose(found[:, :2], np.eye(2))
    assert np.allclose(found @ [7, 7, 1], TEMPLATE.mean(axis=0), atol=1e-5)


def test_an_aligned_face_stays_as_it_is() -> None:
    chance = np.random.default_rng(1)
    face = chance.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    assert np.abs(align(face, TEMPLATE).astype(int) - face).max() <= 1


@pytest.mark.parametrize("times", [2, 3, 8])
def test_a_large_face_is_reduced_without_aliasing(times: int) -> None:
    """A fine checkerboard averages to grey; single samples would leave black and white."""
    size = SIDE * times
    board = ((np.indices((size, size)).sum(axis=0) % 2) * 255).astype(np.uint8)
    picture = np.repeat(board[:, :, None], 3, axis=2)
    landmarks = (TEMPLATE + 0.5) * times - 0.5
    found = align(picture, landmarks.astype(np.float32))
    inner = found[4:-4, 4:-4].astype(float)
    assert abs(inner.mean() - 127) < 2
    assert inner.std() < 30


def test_reducing_keeps_the_place() -> None:
    """A gradient comes out as the gradient it is, not half a pixel beside it."""
    times = 6
    size = SIDE * times
    ramp = np.tile(np.linspace(0, 255, size), (size, 1))
    picture = np.repeat(np.round(ramp).astype(np.uint8)[:, :, None], 3, axis=2)
    found = align(picture, ((TEMPLATE + 0.5) * times - 0.5).astype(np.float32))
    wanted = ((np.arange(SIDE) + 0.5) * times - 0.5) * 255 / (size - 1)
    assert np.abs(found[56, 3:-3, 0] - wanted[3:-3]).max() < 1.5


def test_a_face_that_reaches_out_of_the_picture_is_black_there() -> None:
    picture = np.full((112, 56, 3), 200, np.uint8)
    found = align(picture, TEMPLATE)
    assert (found[:, :54] == 200).all()
    assert (found[:, 58:] == 0).all()


def test_a_face_far_outside_the_picture_is_all_black() -> None:
    picture = np.full((50, 50, 3), 200, np.uint8)
    assert align(picture, (TEMPLATE * 5 + 10_000).astype(np.float32)).max() == 0
