"""A stack of slices in the place of a film: a TIFF with pages, or a folder of pictures, read one at a time.

Slices of more than 8 bits share one range of grey, from the darkest to the brightest value of the whole
stack: each in a range of its own would make them flicker before they are painted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from desktop.camera.errors import EmptyFolder
from desktop.errors import UnreadablePicture
from desktop.pictures import BROKEN, SUFFIXES, as_rgb, is_deep
from desktop.signals.film_errors import NotAStack, UnequalSlices
from desktop.signals.shots import Shot
from desktop.vectors import Picture

_TIFF = frozenset({".tif", ".tiff"})


class Slices:
    """Slices in the order of their pages or names."""

    stack, sound, rate, seconds = True, False, 0.0, 0.0

    def __init__(self, path: Path) -> None:
        """Reads the headers. Raises EmptyFolder, NotAStack, UnequalSlices or UnreadablePicture."""
        self.path, self.name = path, path.name
        self.files = _files(path)
        first: tuple[int, int] | None = None
        self.total = 0
        self.deep = False
        """Whether any slice has more than 8 bits."""
        for number, image in enumerate(self._pages()):
            if first is None:
                first = image.size
            elif image.size != first:
                raise UnequalSlices(
                    stack=path.name,
                    slice=self.named(number),
                    width=image.width,
                    height=image.height,
                    first_width=first[0],
                    first_height=first[1],
                )
            self.deep = self.deep or is_deep(image)
            self.total += 1
        if first is None or (self.total == 1 and not path.is_dir()):
            raise NotAStack(path=path.name)
        self.size = first

    def named(self, number: int) -> str:
        """What a slice is called; `number` counts from 0."""
        return self.files[number].name if len(self.files) > 1 else str(number + 1)

    def shots(self, start: int = 0) -> Iterator[Shot]:
        """See Shots."""
        for number, image in enumerate(self._pages()):
            if number >= start:
                yield Shot(self._picture(image), number, number, 1)

    def greys(self) -> Iterator[NDArray[np.float32]]:
        """(height, width) of every slice as its file has it: 0..255, or more where it is deep."""
        for image in self._pages():
            yield np.asarray(_values(image), np.float32)

    def at(self, part: float) -> Picture:
        """See Shots."""
        wanted = round(max(0.0, min(part, 1.0)) * (self.total - 1))
        return next(self.shots(wanted)).picture

    def broken(self, read: int) -> str:
        """Nothing: a slice that can't be read is an error of its own."""
        return ""

    @cached_property
    def _range(self) -> tuple[float, float]:
        """The darkest and the brightest value of the stack."""
        low, high = np.inf, -np.inf
        for image in self._pages():
            values = _values(image)
            low, high = min(low, float(values.min())), max(high, float(values.max()))
        return low, high

    def _picture(self, image: Image.Image) -> Picture:
        if not self.deep:
            return as_rgb(image)
        low, high = self._range
        grey = (_values(image) - low) * (255.0 / max(high - low, 1e-9)) + 0.5
        return np.ascontiguousarray(np.repeat(grey.clip(0, 255).astype(np.uint8)[:, :, None], 3, axis=2))

    def _pages(self) -> Iterator[Image.Image]:
        for file in self.files:
            with _reading(file), Image.open(file) as image:
                if len(self.files) == 1 and not self.path.is_dir():
                    yield from ImageSequence.Iterator(image)
                else:
                    yield image


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        if path.suffix.lower() not in _TIFF:
            raise NotAStack(path=path.name)
        return [path]
    found = sorted(
        (each for each in path.iterdir() if each.suffix.lower() in SUFFIXES and each.is_file()),
        key=lambda each: _by_number(each.name),
    )
    found = [each for each in found if not each.name.startswith(".")]
    if not found:
        raise EmptyFolder(folder=path.name)
    return found


def _by_number(name: str) -> list[tuple[int, str]]:
    """Slice 2 goes before slice 10, whether or not somebody wrote the zeros."""
    parts: list[str] = []
    for letter in name:
        if parts and parts[-1].isdigit() == letter.isdigit():
            parts[-1] += letter
        else:
            parts.append(letter)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise UnreadablePicture(picture=file.name, details=repr(error)) from error


def _values(image: Image.Image) -> NDArray[np.float64]:
    return np.asarray(image if is_deep(image) else image.convert("L"), np.float64)
