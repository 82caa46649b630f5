"""A volume from a TIFF file with pages, or from a folder of slices: grey."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing, LikenessError, PictureTooLarge
from desktop.pictures import MEGAPIXELS, SUFFIXES, holds_several, read_picture
from desktop.signals.errors import VolumeTooSmall
from desktop.signals.kinds import VOLUME, Values
from desktop.signals.slices import Slices
from desktop.vectors import Picture

LONGEST: Final = 96
"""Voxels along an axis: the activations of the first layer then take 56 MB."""


def is_stack(folder: Path) -> bool:
    """Whether a folder is a volume: two pictures or more, none of them with pages, and nothing else."""
    files = [path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")]
    return (
        len(files) > 1
        and all(path.suffix.lower() in SUFFIXES for path in files)
        and not any(path.suffix.lower() in VOLUME.suffixes and holds_several(path) for path in files)
    )


def is_grey(folder: Path) -> bool:
    """Whether the first slice of a folder has no colour."""
    first = min((path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES), default=None)
    try:
        return first is not None and _colourless(read_picture(first))
    except LikenessError:
        return False


def read(path: Path) -> Values:
    """(1, slices, rows, columns) grey 0..1. Longer axes are averaged in whole blocks, down to LONGEST.

    Of more than 8 bits the darkest and the brightest value of the whole stack become 0 and 1. Raises
    FileMissing, EmptyFolder, NotAStack, UnreadablePicture, PictureTooLarge, UnequalSlices or VolumeTooSmall.
    """
    if not path.exists():
        raise FileMissing(path=path)
    stack = Slices(path)
    width, height = stack.size
    if width * height > MEGAPIXELS * 1_000_000:
        raise PictureTooLarge(picture=path.name, width=width, height=height, limit=MEGAPIXELS)
    if min(stack.total, width, height) < VOLUME.window[0]:
        limit = VOLUME.window[0]
        raise VolumeTooSmall(volume=path.name, depth=stack.total, width=width, height=height, limit=limit)
    block = -(-stack.total // LONGEST)
    slices: list[NDArray[np.float32]] = []
    low, high = np.inf, -np.inf
    for number, values in zip(range(stack.total // block * block), stack.greys(), strict=False):
        # One slice after the other, so that memory is that of the reduced volume.
        small = _reduced(_reduced(values, 0), 1)
        low, high = min(low, float(small.min())), max(high, float(small.max()))
        if number % block == 0:
            slices.append(np.zeros_like(small))
        slices[-1] += small / block
    if not stack.deep:
        low, high = 0.0, 255.0
    scaled = (np.stack(slices) - low) / max(high - low, 1e-9)
    return np.asarray(scaled.clip(0, 1), np.float32)[None]


def _colourless(picture: Picture) -> bool:
    return bool((picture == picture[:, :, :1]).all())


def _reduced(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """The mean of whole blocks along an axis, so that at most LONGEST are left; a rest at the end goes."""
    block = -(-values.shape[axis] // LONGEST)
    if block == 1:
        return values
    count = values.shape[axis] // block
    kept = np.take(values, range(count * block), axis)
    shape = (*values.shape[:axis], count, block, *values.shape[axis + 1 :])
    return np.asarray(kept.reshape(shape).mean(axis=axis + 1), np.float32)
