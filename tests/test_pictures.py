"""Picture files of every kind come in upright as RGB; what can't be read is refused in one sentence."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from desktop.errors import DiskFull, FileMissing, PictureTooLarge, UnreadablePicture
from desktop.pictures import encode_png, picture_files, read_picture, write_png


def saved(image: Image.Image, file: Path, **options: object) -> Path:
    image.save(file, **options)  # type: ignore[arg-type]
    return file


@given(arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3))))
def test_png_is_lossless(picture: np.ndarray) -> None:
    from desktop.pictures import decode_picture

    assert np.array_equal(decode_picture(encode_png(picture), "p"), picture)


def test_exif_turns_the_picture(tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 30), "red")
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    assert read_picture(saved(image, tmp_path / "a.jpg", exif=exif)).shape == (60, 30, 3)


@pytest.mark.parametrize(
    ("mode", "suffix"),
    [
        ("L", "png"),
        ("LA", "png"),
        ("RGBA", "png"),
        ("P", "png"),
        ("1", "png"),
        ("CMYK", "jpg"),
        ("I;16", "png"),
    ],
)
def test_every_mode_becomes_rgb(tmp_path: Path, mode: str, suffix: str) -> None:
    grey = Image.new("I;16", (8, 6), 0x8080) if mode == "I;16" else Image.new("L", (8, 6), 128).convert(mode)
    picture = read_picture(saved(grey, tmp_path / f"a.{suffix}"))
    assert picture.shape == (6, 8, 3)
    assert picture.dtype == np.uint8
    if mode not in ("1", "P"):
        assert abs(int(picture[0, 0, 0]) - 128) <= 2


def test_transparency_is_laid_on_white(tmp_path: Path) -> None:
    assert read_picture(saved(Image.new("RGBA", (4, 4), (255, 0, 0, 0)), tmp_path / "a.png")).min() == 255


def test_a_renamed_picture_is_judged_by_its_content(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (5, 5)).save(buffer, "PNG")
    (tmp_path / "a.jpg").write_bytes(buffer.getvalue())
    assert read_picture(tmp_path / "a.jpg").shape == (5, 5, 3)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 nothing more", b"%PDF-1.7", bytes(999)])
def test_what_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(UnreadablePicture, match=r"a\.jpg"):
        read_picture(tmp_path / "a.jpg")


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_cut_off_picture_is_refused(tmp_path: Path, suffix: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3), np.uint8)
    file = saved(Image.fromarray(noise), tmp_path / f"a.{suffix}")
    file.write_bytes(file.read_bytes()[:9000])
    with pytest.raises(UnreadablePicture):
        read_picture(file)


def test_an_enormous_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n"
    for chunk in (b"IHDR" + header, b"IDAT" + zlib.compress(bytes(99)), b"IEND"):
        png += struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (tmp_path / "a.png").write_bytes(png)
    with pytest.raises(PictureTooLarge, match="60000 x 60000"):
        read_picture(tmp_path / "a.png")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_picture(tmp_path / "a.png")
    with pytest.raises(UnreadablePicture):
        read_picture(tmp_path)


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull, match="Nothing was lost"):
        write_png(np.zeros((4, 4, 3), np.uint8), file)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_lists_its_pictures_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/2.PNG", "a.jpg", ".hidden/3.png", "b/.4.png", "notes.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    assert [str(file.relative_to(tmp_path)) for file in picture_files(tmp_path)] == ["a.jpg", "b/2.PNG"]
