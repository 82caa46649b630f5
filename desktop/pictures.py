"""Picture files: read upright as RGB, written whole or not at all."""

from __future__ import annotations

import io
import re
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.errors import FileMissing, PictureTooLarge, UnreadablePicture
from desktop.files import replaced
from desktop.vectors import Picture

# Pillow warns of odd metadata that does not touch the pixels; standard error is for our one sentence.
warnings.filterwarnings("ignore", module="PIL")
Image.MAX_IMAGE_PIXELS = None  # our own limit below is checked before anything is decoded, and names the size

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".tif", ".tiff", ".jp2", ".ppm", ".pgm"}
)
"""Names that are taken for pictures when a folder is read; a single file is judged by its content."""

MEGAPIXELS = 200
"""The largest picture that is decoded: 600 MB as RGB. A header that promises more is refused unread."""

BROKEN = (
    UnidentifiedImageError, OSError, ValueError, TypeError, SyntaxError, EOFError, MemoryError,
)  # fmt: skip
"""What Pillow raises for files that are no pictures or are cut off; TypeError for a TIFF without a size."""


def read_picture(path: Path, name: str = "") -> Picture:
    """The picture in a file, turned by EXIF, transparency laid on white, 16 bits cut to 8.

    `name` is what errors call it, its file's own by default. Raises FileMissing, UnreadablePicture or
    PictureTooLarge.
    """
    called = name or path.name
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=path, details=repr(error)) from error
    except OSError as error:
        raise UnreadablePicture(picture=called, details=repr(error)) from error
    return decode_picture(data, called)


def decode_picture(data: bytes, name: str) -> Picture:
    """The picture in a file's bytes; `name` is what errors call it. Raises as `read_picture` does."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            width, height = image.size
            if width * height > MEGAPIXELS * 1_000_000:
                raise PictureTooLarge(picture=name, width=width, height=height, limit=MEGAPIXELS)
            return as_rgb(ImageOps.exif_transpose(image))
    except BROKEN as error:
        raise UnreadablePicture(picture=name, details=repr(error)) from error


def holds_several(path: Path) -> bool:
    """Whether a picture file moves or has pages, of which `read_picture` gives the first. Decodes none."""
    try:
        with Image.open(path) as image:
            return bool(getattr(image, "is_animated", False))
    except BROKEN:
        return False


def is_deep(image: Image.Image) -> bool:
    """Whether it is grey with more than 8 bits: 16 or 32, whole numbers or not."""
    return image.mode.startswith("I") or image.mode == "F"


def as_rgb(image: Image.Image) -> Picture:
    """An opened picture as RGB bytes: transparency laid on white, 16 bits cut to 8."""
    if is_deep(image):
        values = np.asarray(image, dtype=np.float64)
        # 16-bit files keep their scale; 32-bit ones say nothing about theirs, so their own range is used.
        top = 65535.0 if image.mode.startswith("I;16") or values.max(initial=0) <= 65535 else values.max()
        grey = np.clip(values * (255.0 / max(top, 1e-9)) + 0.5, 0, 255).astype(np.uint8)
        return np.ascontiguousarray(np.repeat(grey[:, :, None], 3, axis=2))
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return np.ascontiguousarray(np.asarray(image.convert("RGB"), dtype=np.uint8))


def encode_png(picture: Picture) -> bytes:
    """The picture as a PNG file's bytes, without loss."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, format="PNG", compress_level=3)
    return buffer.getvalue()


def encode_jpeg(picture: Picture, quality: int = 90) -> bytes:
    """The picture as a JPEG file's bytes; for thumbnails, where a loss does not matter."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, format="JPEG", quality=quality)
    return buffer.getvalue()


def write_png(picture: Picture, path: Path) -> None:
    """Write the picture as PNG, whole or not at all. Raises DiskFull or NotWritable."""
    with replaced(path) as file:
        file.write(encode_png(picture))


def picture_files(folder: Path) -> list[Path]:
    """The picture files of a folder and the folders in it, by name, hidden ones left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def people_in(folder: Path) -> dict[str, list[Path]]:
    """The pictures of a folder by the name of the person they show.

    Pictures in a folder inside are of the person the folder is named after; those beside such folders are
    named after themselves, without a number at the end ("Lin.jpg", "Lin 2.jpg"). Underscores are taken for
    spaces. Raises FileMissing.
    """
    if not folder.is_dir():
        raise FileMissing(path=folder)
    found: dict[str, list[Path]] = {}
    for file in picture_files(folder):
        inside = file.relative_to(folder).parts[:-1]
        name = inside[0] if inside else re.sub(r"[\s_-]*\d+$", "", file.stem)
        found.setdefault(name.replace("_", " ").strip() or folder.name, []).append(file)
    return found
