"""Volumes from TIFF files: grey 0..1, large ones reduced, and one sentence for what is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.errors import FileMissing, PictureTooLarge, UnreadablePicture
from desktop.signals import volumes
from desktop.signals.errors import VolumeTooSmall
from desktop.signals.film_errors import UnequalSlices
from tests.signals.made_classes import volume, write_volume


def test_pages_are_slices(tmp_path: Path) -> None:
    given = volume(0, 0)[:16, :, :15]
    write_volume(tmp_path / "one.tif", given)
    found = volumes.read(tmp_path / "one.tif")
    assert found.dtype == np.float32
    np.testing.assert_allclose(found[0], given / 255, atol=1e-6)


def test_deep_slices_share_one_range(tmp_path: Path) -> None:
    deep = volume(0, 0).astype(np.uint16) * 10 + 300
    write_volume(tmp_path / "deep.tif", deep)
    found = volumes.read(tmp_path / "deep.tif")[0]
    low, high = float(deep.min()), float(deep.max())
    np.testing.assert_allclose(found, (deep - low) / (high - low), atol=1e-6)


def test_a_large_axis_is_averaged_in_blocks(tmp_path: Path) -> None:
    given = np.random.default_rng(0).integers(0, 256, (15, 100, 20), np.uint8)
    write_volume(tmp_path / "large.tif", given)
    found = volumes.read(tmp_path / "large.tif")
    assert found.shape == (1, 15, 50, 20)
    np.testing.assert_allclose(found[0], given.reshape(15, 50, 2, 20).mean(2) / 255, atol=1e-6)


@pytest.mark.filterwarnings("ignore::UserWarning")  # Pillow's, as the program does
def test_what_is_no_volume_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_volume(tmp_path / "thin.tif", volume(0, 0)[:3])
    with pytest.raises(VolumeTooSmall, match="3 slices of 18 x 18"):
        volumes.read(tmp_path / "thin.tif")
    pages = [Image.new("L", (20, side)) for side in (20, 21)]
    pages[0].save(tmp_path / "unequal.tif", save_all=True, append_images=pages[1:])
    with pytest.raises(UnequalSlices):
        volumes.read(tmp_path / "unequal.tif")
    (tmp_path / "text.tif").write_text("no volume")
    with pytest.raises(UnreadablePicture):
        volumes.read(tmp_path / "text.tif")
    write_volume(tmp_path / "cut.tif", volume(0, 0))
    whole = (tmp_path / "cut.tif").read_bytes()
    (tmp_path / "cut.tif").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UnreadablePicture):
        volumes.read(tmp_path / "cut.tif")
    monkeypatch.setattr(volumes, "MEGAPIXELS", 0)
    with pytest.raises(PictureTooLarge):
        volumes.read(tmp_path / "thin.tif")
    with pytest.raises(FileMissing):
        volumes.read(tmp_path / "nowhere.tif")
