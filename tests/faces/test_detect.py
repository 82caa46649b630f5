"""Detection on the real network: pictures of any size, faces in order, a damaged file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from desktop.faces.detect import Yunet
from desktop.faces.face import Face
from desktop.opencv import cv2
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.errors import WeightsDamaged, WeightsMissing


@pytest.fixture(scope="module")
def yunet(weights: Home) -> Yunet:
    return Yunet(store.file(weights, "yunet"))


@pytest.fixture(scope="module")
def astronaut(sample: Callable[[str], Path]) -> Picture:
    return read_picture(sample("astronaut"))


@pytest.fixture(scope="module")
def six(sample: Callable[[str], Path]) -> Picture:
    return read_picture(sample("six-faces"))


def scaled(picture: Picture, factor: float) -> Picture:
    size = (round(picture.shape[1] * factor), round(picture.shape[0] * factor))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def assert_sensible(face: Face, picture: Picture) -> None:
    x, y, width, height = face.box
    assert x >= 0
    assert y >= 0
    assert x + width <= picture.shape[1] + 1e-3
    assert y + height <= picture.shape[0] + 1e-3
    left_eye, right_eye, nose, left_mouth, right_mouth = face.landmarks
    assert left_eye[0] < right_eye[0]
    assert left_mouth[0] < right_mouth[0]
    assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])
    assert 0.5 < face.score <= 1


def test_one_face(yunet: Yunet, astronaut: Picture) -> None:
    (face,) = yunet.detect(astronaut)
    assert_sensible(face, astronaut)
    x, y, width, height = face.box
    assert 210 < x + width / 2 < 240
    assert 90 < y + height / 2 < 130


def test_six_faces_largest_first(yunet: Yunet, six: Picture) -> None:
    faces = yunet.detect(six)
    assert len(faces) == 6
    areas = [face.box[2] * face.box[3] for face in faces]
    assert areas == sorted(areas, reverse=True)
    for face in faces:
        assert_sensible(face, six)


@pytest.mark.parametrize("factor", [0.15, 0.4, 1.5, 4.0, 9.0])
def test_a_face_of_any_size(yunet: Yunet, astronaut: Picture, factor: float) -> None:
    """From 17 to 1,000 pixels; the box follows the picture's own pixels."""
    (reference,) = yunet.detect(astronaut)
    (face,) = yunet.detect(scaled(astronaut, factor))
    assert np.allclose(np.array(face.box) / factor, reference.box, atol=max(12, 2 / factor))
    assert np.allclose(face.landmarks / factor, reference.landmarks, atol=max(8, 2 / factor))


def test_small_faces_in_a_large_picture(yunet: Yunet, astronaut: Picture) -> None:
    """A face 26 pixels wide in a 3000-pixel picture."""
    wide = np.full((1600, 3000, 3), 110, np.uint8)
    small = scaled(astronaut, 0.5)
    wide[900 : 900 + small.shape[0], 2300 : 2300 + small.shape[1]] = small
    (face,) = yunet.detect(wide)
    assert 2380 < face.box[0] + face.box[2] / 2 < 2450


def test_a_face_that_fills_the_picture(yunet: Yunet, astronaut: Picture) -> None:
    x, y, width, height = (round(value) for value in yunet.detect(astronaut)[0].box)
    tight = np.ascontiguousarray(astronaut[y + 8 : y + height - 6, x + 4 : x + width - 4])
    faces = yunet.detect(np.asarray(cv2.resize(tight, None, fx=6, fy=6), np.uint8))
    assert len(faces) == 1


def test_a_live_detector_finds_the_same_face(weights: Home, yunet: Yunet, astronaut: Picture) -> None:
    live = Yunet(store.file(weights, "yunet"), live=True)
    (still,), (found,) = yunet.detect(astronaut), live.detect(astronaut)
    assert np.allclose(still.box, found.box)


@pytest.mark.parametrize("shape", [(1, 1), (0, 0), (5, 400), (8, 8), (33, 17), (3000, 9)])
def test_tiny_and_odd_pictures_have_no_face(yunet: Yunet, shape: tuple[int, int]) -> None:
    assert yunet.detect(np.full((*shape, 3), 128, np.uint8)) == ()


def test_a_picture_is_not_changed(yunet: Yunet, astronaut: Picture) -> None:
    before = astronaut.copy()
    yunet.detect(astronaut)
    assert (astronaut == before).all()


@pytest.mark.parametrize("kept", [0, 100, 60_000])
def test_a_damaged_file_is_said_so(weights: Home, tmp_path: Path, kept: int) -> None:
    damaged = tmp_path / "yunet.onnx"
    damaged.write_bytes(store.file(weights, "yunet").read_bytes()[:kept])
    with pytest.raises(WeightsDamaged, match="models fetch yunet"):
        Yunet(damaged)


def test_a_file_of_noise_is_said_so(tmp_path: Path) -> None:
    damaged = tmp_path / "yunet.onnx"
    damaged.write_bytes(np.random.default_rng(3).bytes(50_000))
    with pytest.raises(WeightsDamaged):
        Yunet(damaged)


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing):
        Yunet(tmp_path / "yunet.onnx")
