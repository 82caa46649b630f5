"""A finished picture as a file with its settings inside, and the settings read back from such a file.

The settings are one JSON object: the program, its version and the recipe; no paths, no names, no times. PNG
keeps it in an iTXt chunk, JPEG in EXIF's UserComment, TIFF in ImageDescription.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO, Final

from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin

import desktop
from desktop.errors import LikenessError, NotWritable
from desktop.files import replaced
from desktop.style.recipe import Recipe
from desktop.vectors import Picture

QUALITY: Final = 92
"""Of a JPEG, 1..100, where nobody asked for another."""

SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Endings of files that can be written."""

_PROGRAM: Final = "Likeness"
_ASCII: Final = b"ASCII\0\0\0"  # how UserComment says its encoding; the JSON keeps to it
_LONGEST: Final = 1 << 16  # characters of settings that are read: ours have less than a thousand


class UnknownSuffix(LikenessError):
    """A file name whose ending names no kind of picture that is written."""

    sentence = "“{name}” can't be written; choose a name that ends in .png, .jpg or .tif."


def check(path: Path) -> None:
    """Whether a picture can be written there, asked before the work that makes it.

    Raises UnknownSuffix, or NotWritable where the path is a folder or the folder it lies in can't be written.
    A folder that does not exist will be made, so the nearest one that does is asked.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UnknownSuffix(name=path.name)
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if path.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise NotWritable(path=path)


def write(path: Path, picture: Picture, recipe: Recipe, quality: int = QUALITY) -> None:
    """Write the picture with its settings inside, whole or not at all; the ending says which kind of file.

    `quality` (1..100) matters to JPEG alone. Raises UnknownSuffix, DiskFull or NotWritable.
    """
    check(path)
    encode = {".png": _png, ".tif": _tiff, ".tiff": _tiff}.get(path.suffix.lower(), _jpeg)
    # Into memory first: Pillow's own encoders lose the reason why a file could not be written.
    buffer = io.BytesIO()
    encode(buffer, Image.fromarray(picture), settings(recipe), quality)
    with replaced(path) as file:
        file.write(buffer.getbuffer())


def settings(recipe: Recipe) -> str:
    """What is put into a file: one line of JSON, in ASCII."""
    return json.dumps({"program": _PROGRAM, "version": desktop.__version__, "recipe": asdict(recipe)})


def read_recipe(source: bytes | Path) -> Recipe | None:
    """The settings inside a picture that `write` wrote, or None for anything else. Reads no pixels."""
    try:
        data = source.read_bytes() if isinstance(source, Path) else source
        with Image.open(io.BytesIO(data), formats=list(_READERS)) as image:
            text = _READERS[image.format or ""](image)
        found = json.loads(text) if text and len(text) < _LONGEST else None
        if isinstance(found, dict) and found.get("program") == _PROGRAM and isinstance(found["recipe"], dict):
            return Recipe.from_mapping(found["recipe"])
    except (
        Exception
    ):  # whatever Pillow's parsers stumble on, and they stumble in many ways: no settings there
        return None
    return None


def _png(file: BinaryIO, image: Image.Image, text: str, _quality: int) -> None:
    inside = PngImagePlugin.PngInfo()
    inside.add_itxt(_PROGRAM, text)
    image.save(file, "PNG", pnginfo=inside, compress_level=6)


def _jpeg(file: BinaryIO, image: Image.Image, text: str, quality: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Software] = _PROGRAM
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = _ASCII + text.encode("ascii")
    # Strokes have sharp coloured edges, which halved chroma would smear.
    image.save(file, "JPEG", quality=quality, subsampling=0 if quality >= 90 else 2, exif=exif)


def _tiff(file: BinaryIO, image: Image.Image, text: str, _quality: int) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[ExifTags.Base.Software] = _PROGRAM
    tags[ExifTags.Base.ImageDescription] = text
    image.save(file, "TIFF", compression="tiff_lzw", tiffinfo=tags)


def _from_png(image: Image.Image) -> str:
    return str(image.info[_PROGRAM])  # `text` would decode the pixels to look behind them too


def _from_jpeg(image: Image.Image) -> str:
    comment = image.getexif().get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment]
    raw = comment if isinstance(comment, bytes) else str(comment).encode("latin-1")
    return raw.removeprefix(_ASCII).decode("ascii")


def _from_tiff(image: Image.Image) -> str:
    return str(image.getexif()[ExifTags.Base.ImageDescription])


_READERS: Final[dict[str, Callable[[Image.Image], str]]] = {
    "PNG": _from_png,
    "JPEG": _from_jpeg,
    "TIFF": _from_tiff,
}
