"""A volume from a TIFF file with pages: a stack of slices, grey."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from desktop.errors import FileMissing, PictureTooLarge, UnreadablePicture
from desktop.pictures import BROKEN, MEGAPIXELS, is_deep
from desktop.signals.errors import UnequalPages, VolumeTooSmall
from desktop.signals.kinds import VOLUME, Values

LONGEST: Final = 96
"""Voxels along an axis: the activations of the first layer then take 56 MB."""


def read(path: Path) -> Values:
    """(1, slices, rows, columns) grey 0..1. Longer axes are averaged in whole blocks, down to LONGEST.

    Of more than 8 bits the darkest and the brightest value of the whole stack become 0 and 1. Raises
    FileMissing, UnreadablePicture, PictureTooLarge, UnequalPages or VolumeTooSmall.
    """
    slices: list[NDArray[np.float32]] = []
    deep, size = False, (0, 0)
    try:
        with Image.open(path) as image:
            size = image.size
            if size[0] * size[1] > MEGAPIXELS * 1_000_000:
                raise PictureTooLarge(picture=path.name, width=size[0], height=size[1], limit=MEGAPIXELS)
            for page in ImageSequence.Iterator(image):
                if page.size != size:
                    raise UnequalPages(volume=path.name)
                deep = deep or is_deep(page)
                grey = np.asarray(page if is_deep(page) else page.convert("L"), np.float32)
                # One slice after the other, so that memory is that of the reduced volume.
                slices.append(_reduced(_reduced(grey, 0), 1))
    except FileNotFoundError as error:
        raise FileMissing(path=path, details=repr(error)) from error
    except BROKEN as error:
        raise UnreadablePicture(picture=path.name, details=repr(error)) from error
    volume = np.stack(slices)
    if min(volume.shape) < VOLUME.window[0]:
        depth, limit = len(slices), VOLUME.window[0]
        raise VolumeTooSmall(volume=path.name, depth=depth, width=size[0], height=size[1], limit=limit)
    low, high = (float(volume.min()), float(volume.max())) if deep else (0.0, 255.0)
    scaled = (_reduced(volume, 0) - low) / max(high - low, 1e-9)
    return np.asarray(scaled.clip(0, 1), np.float32)[None]


def _reduced(values: NDArray[np.float32], axis: int) -> NDArray[np.float32]:
    """The mean of whole blocks along an axis, so that at most LONGEST are left; a rest at the end goes."""
    block = -(-values.shape[axis] // LONGEST)
    if block == 1:
        return values
    count = values.shape[axis] // block
    kept = np.take(values, range(count * block), axis)
    shape = (*values.shape[:axis], count, block, *values.shape[axis + 1 :])
    return np.asarray(kept.reshape(shape).mean(axis=axis + 1), np.float32)
