from __future__ import annotations

import gc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from desktop.ui import images


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


@given(st.integers(1, 33), st.integers(1, 33))
def test_a_picture_survives_the_way_there_and_back(height: int, width: int) -> None:
    picture = noise(height, width)
    assert np.array_equal(images.to_picture(images.to_image(picture)), picture)
    assert np.array_equal(images.to_picture(images.view_image(picture)), picture)


def test_a_cut_out_and_a_turned_picture_are_shown_as_they_are() -> None:
    picture = noise(20, 30)
    for odd in (picture[3:11, 5:18], picture[:, ::-1], picture.transpose(1, 0, 2), picture[:, :, ::-1]):
        assert np.array_equal(images.to_picture(images.to_image(odd)), odd)


def test_an_image_keeps_the_memory_it_shows() -> None:
    image = images.view_image(noise(64, 64)[:, ::-1])
    before = image.pixelColor(10, 10)
    gc.collect()
    blocks = [np.zeros((64, 64, 3), np.uint8) for _ in range(50)]
    assert image.pixelColor(10, 10) == before
    assert blocks


def test_a_read_only_picture_can_be_shown() -> None:
    picture = noise(8, 8)
    picture.flags.writeable = False
    assert np.array_equal(images.to_picture(images.to_image(picture)), picture)


def test_an_empty_picture_is_a_null_image() -> None:
    assert images.to_image(np.zeros((0, 5, 3), np.uint8)).isNull()
    assert images.to_picture(QImage()).shape == (0, 0, 3)


@pytest.mark.parametrize("bad", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3), np.float32)])
def test_what_is_no_picture_is_refused(bad: np.ndarray) -> None:
    with pytest.raises(ValueError, match="not a picture"):
        images.view_image(bad)


def test_transparency_is_laid_on_white() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setDevicePixelRatio(2.0)
    assert (images.to_picture(image) == 255).all()


def test_a_picture_is_fitted_whole_and_centred() -> None:
    place = images.fit(QSize(640, 360), QRectF(0, 0, 1000, 1000))
    assert place == QRectF(0, 218.75, 1000, 562.5)
    assert images.fit(QSize(0, 360), QRectF(0, 0, 10, 10)).isEmpty()


def test_a_tile_is_filled_and_rounded(qapp: object) -> None:
    made = images.covered(images.to_image(np.full((20, 90, 3), 200, np.uint8)), 40, 40, 8, 2.0).toImage()
    assert made.size() == QSize(80, 80)
    assert made.pixelColor(0, 0).alpha() == 0
    assert made.pixelColor(40, 2).alpha() == 255
