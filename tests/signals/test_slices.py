"""Stacks of slices: pages and folders in order, one range of grey for all, equal sizes or one sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.camera.errors import EmptyFolder
from desktop.errors import UnreadablePicture
from desktop.pictures import write_png
from desktop.signals.film_errors import NotAStack, UnequalSlices
from desktop.signals.shots import open_shots
from desktop.signals.slices import _by_number
from tests.signals.films import frames


def write_pages(path: Path, pages: list[np.ndarray]) -> Path:
    images = [Image.fromarray(page) for page in pages]
    images[0].save(path, save_all=True, append_images=images[1:])
    return path


def write_folder(folder: Path, count: int = 4) -> Path:
    folder.mkdir()
    for number, picture in enumerate(frames(count)):
        write_png(picture, folder / f"slice {number + 8}.png")
    return folder


def test_pages_are_slices(tmp_path: Path) -> None:
    made = frames(4)
    stack = open_shots(write_pages(tmp_path / "head.tif", list(made)))
    assert (stack.stack, stack.total, stack.size, stack.sound) == (True, 4, (64, 48), False)
    for shot, picture in zip(stack.shots(), made, strict=True):
        assert np.array_equal(shot.picture, picture)
    assert np.array_equal(stack.at(1.0), made[3])
    assert [shot.index for shot in stack.shots(2)] == [2, 3]


def test_a_folder_is_read_by_its_numbers(tmp_path: Path) -> None:
    stack = open_shots(write_folder(tmp_path / "head"))  # 8, 9, 10, 11
    for shot, picture in zip(stack.shots(), frames(4), strict=True):
        assert np.array_equal(shot.picture, picture)


def test_deep_slices_share_one_range(tmp_path: Path) -> None:
    pages = [np.full((40, 40), 1000 * level, np.uint16) for level in (1, 2, 3)]
    stack = open_shots(write_pages(tmp_path / "ct.tif", pages))
    assert [int(shot.picture[0, 0, 0]) for shot in stack.shots()] == [0, 128, 255]


def test_unequal_slices_are_one_sentence(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "head")
    write_png(np.zeros((48, 60, 3), np.uint8), folder / "slice 12.png")
    with pytest.raises(UnequalSlices, match=r"“slice 12\.png” has 60 x 48 pixels, the first has 64 x 48"):
        open_shots(folder)


def test_what_is_no_stack_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmptyFolder):
        open_shots(tmp_path / "empty")
    with pytest.raises(NotAStack):
        open_shots(write_pages(tmp_path / "one.tif", [np.zeros((40, 40), np.uint8)]))
    write_png(np.zeros((40, 40, 3), np.uint8), tmp_path / "photo.png")
    with pytest.raises(NotAStack):
        open_shots(tmp_path / "photo.png")
    (tmp_path / "bad.tif").write_bytes(b"no pages")
    with pytest.raises(UnreadablePicture):
        open_shots(tmp_path / "bad.tif")


@given(st.lists(st.integers(0, 10**6), unique=True, min_size=2, max_size=8))
def test_numbers_in_names_count_as_numbers(numbers: list[int]) -> None:
    names = [f"slice {number} of 9.png" for number in numbers]
    assert sorted(names, key=_by_number) == [f"slice {number} of 9.png" for number in sorted(numbers)]


@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=6))
def test_any_names_can_be_put_in_order(names: list[str]) -> None:
    assert sorted(sorted(names, key=_by_number)) == sorted(names)  # nothing is lost, nothing raises
