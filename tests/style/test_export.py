"""A written picture carries its settings and nothing else; what is no such file has none and never raises."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import desktop
from desktop.errors import DiskFull, NotWritable
from desktop.pictures import read_picture
from desktop.style import export
from desktop.style.export import UnknownSuffix, check, read_recipe, write
from desktop.style.recipe import Recipe
from desktop.vectors import Picture

RECIPE = Recipe(size=300, iterations=7, style_layers=(("conv2_2", 0.5),), colour="luminance", tv_weight=0.25)
ENDINGS = ["png", "jpg", "JPEG", "tif", "TIFF"]


def picture(height: int = 20, width: int = 30) -> Picture:
    x, y = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    return np.stack((x, y, 255 - x), axis=2).astype(np.uint8)


@pytest.mark.parametrize("ending", ENDINGS)
def test_settings_come_back_from_the_file(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"a.{ending}"
    write(file, picture(), RECIPE)
    assert read_recipe(file) == RECIPE
    assert read_recipe(file.read_bytes()) == RECIPE
    assert desktop.__version__.encode() in file.read_bytes()
    found = read_picture(file)
    assert found.shape == (20, 30, 3)
    assert np.abs(found.astype(int) - picture()).max() <= (8 if ending in ("jpg", "JPEG") else 0)


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_path_and_no_name_gets_into_the_file(tmp_path: Path, ending: str) -> None:
    write(tmp_path / "secret holiday" / f"grandmother.{ending}", picture(), RECIPE)
    data = (tmp_path / "secret holiday" / f"grandmother.{ending}").read_bytes()
    for word in (b"secret", b"grandmother", os.fsencode(tmp_path.name)):
        assert word not in data


def test_quality_is_jpeg_s(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    sizes = []
    for quality in (50, 80, 98):
        write(tmp_path / "a.jpg", noise, RECIPE, quality)
        sizes.append((tmp_path / "a.jpg").stat().st_size)
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1] / 2


@pytest.mark.parametrize("name", ["a.gif", "a", "a.png.txt", ".png"])
def test_an_unknown_ending_says_which_can_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownSuffix, match=r"\.png, \.jpg or \.tif"):
        write(tmp_path / name, picture(), RECIPE)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_place_for_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "a.png", tmp_path / "file" / "b.png"):
        with pytest.raises(NotWritable):
            check(path)
    check(tmp_path / "new" / "folder" / "b.png")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("ending", ["png", "jpg", "tif"])
def test_a_full_disk_leaves_the_old_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    file = tmp_path / f"a.{ending}"
    write(file, picture(), RECIPE)
    before = file.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull, match="Nothing was lost"):
        write(file, picture(40, 40), Recipe())
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_large_picture_is_written(tmp_path: Path) -> None:
    large = np.zeros((1500, 5000, 3), np.uint8)
    for ending in ("png", "jpg", "tif"):
        write(tmp_path / f"a.{ending}", large, RECIPE)
        assert read_recipe(tmp_path / f"a.{ending}") == RECIPE
        with Image.open(tmp_path / f"a.{ending}") as image:
            assert image.size == (5000, 1500)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_a_picture_of_another_program_has_no_settings(kind: str) -> None:
    buffer = io.BytesIO()
    Image.fromarray(picture()).save(buffer, kind)
    assert read_recipe(buffer.getvalue()) is None


def test_a_file_that_is_not_there_has_no_settings(tmp_path: Path) -> None:
    assert read_recipe(tmp_path / "a.png") is None
    assert read_recipe(tmp_path) is None


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"II*\0", b"MM\0*"]),
)
def test_random_bytes_have_no_settings(data: bytes, start: bytes) -> None:
    assert read_recipe(start + data) is None


def written(ending: str) -> bytes:
    buffer = io.BytesIO()
    encode = {"png": export._png, "jpg": export._jpeg, "tif": export._tiff}[ending]
    encode(buffer, Image.fromarray(picture()), export.settings(RECIPE), 90)
    return buffer.getvalue()


WRITTEN = {ending: written(ending) for ending in ("png", "jpg", "tif")}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(WRITTEN)), st.integers(0, 1200), st.binary(min_size=1, max_size=4), st.booleans()
)
def test_a_damaged_file_gives_settings_or_none(ending: str, place: int, change: bytes, cut: bool) -> None:
    data = WRITTEN[ending]
    data = data[:place] if cut else data[:place] + change + data[place + len(change) :]
    found = read_recipe(data)
    assert found is None or isinstance(found, Recipe)
