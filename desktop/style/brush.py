"""One pass of an instant network over a picture of any size: bytes in, bytes out.

Sides are padded by mirroring to what the network takes and cut again; the few mirrored rows count in its
means and variances. A large picture is painted in tiles: first the means and variances of every layer are
measured on windows spread over the picture at its full size, then every tile is painted with these, with so
much around it that no border can be seen. Windows are used because exact moments of each layer would need the
layers before it over the whole picture, so the whole picture in memory.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import Final

import numpy as np
import torch
from torch import Tensor

from desktop.networks.conditional import REACH, SMALLEST, STEP, Moments, Norms, Painter
from desktop.networks.instant import Predictor
from desktop.opencv import cv2
from desktop.vectors import Picture

WHOLE: Final = 2_400_000
"""Pixels that are painted in one go: half a second on one core, and 200 MB."""

TILE: Final = 1024
"""Side of a tile in pixels, a multiple of STEP."""

_WINDOW: Final = 512
_WINDOWS: Final = 8
_FEWEST, _MOST = 32, 512  # sides of a style as it is read


class Brush:
    """An instant network with a style in it."""

    def __init__(self, network: Painter, norms: Norms) -> None:
        self.network, self.norms = network, norms

    def paint(self, picture: Picture) -> Picture:
        """The whole picture at once, in its own size; any from 1x1 on."""
        height, width = picture.shape[:2]
        padded = _padded(picture, -height % STEP, -width % STEP)
        return np.ascontiguousarray(self._run(padded)[0][:height, :width])

    def painted(
        self, picture: Picture, whole: int = WHOLE, tile: int = TILE
    ) -> Generator[None, None, Picture]:
        """As `paint`, in tiles where there are more than `whole` pixels; yields between them."""
        height, width = picture.shape[:2]
        if height * width <= whole:
            return self.paint(picture)
        moments = yield from self._measure(picture)
        result = np.empty_like(picture)
        for top in range(0, height, tile):
            for left in range(0, width, tile):
                rows, row = _around(top, tile, height)
                columns, column = _around(left, tile, width)
                part = picture[rows, columns]
                padded = _padded(part, -part.shape[0] % STEP, -part.shape[1] % STEP)
                done = self._run(padded, known=moments)[0]
                target = result[top : top + tile, left : left + tile]
                target[:] = done[row : row + target.shape[0], column : column + target.shape[1]]
                yield
        return result

    def _measure(self, picture: Picture) -> Generator[None, None, Moments]:
        """Means and variances over windows at the picture's full size; together about 2 million pixels."""
        height, width = picture.shape[:2]
        side = min(_WINDOW, height // STEP * STEP, width // STEP * STEP)
        if side < SMALLEST:  # long and thin: its middle, as a window of its own form
            side = 0
        windows = []
        if side:
            for top, left in _spread(height - side, width - side):
                windows.append(picture[top : top + side, left : left + side])
        else:
            middle = max(0, (height - _WINDOW) // 2), max(0, (width - _WINDOW) // 2)
            part = picture[middle[0] : middle[0] + _WINDOW, middle[1] : middle[1] + _WINDOW]
            windows.append(_padded(part, -part.shape[0] % STEP, -part.shape[1] % STEP))
        yield
        return self._run(*windows)[1]

    def _run(self, *pictures: Picture, known: Moments | None = None) -> tuple[Picture, Moments]:
        """The first of the pictures painted, and the moments of all; sides as the network takes them."""
        with torch.inference_mode():
            batch = torch.stack([torch.from_numpy(_writable(picture)) for picture in pictures])
            painted, moments = self.network.paint(batch.to(self.norms[0][0].device), self.norms, known)
            return painted[0].add_(0.5).to(torch.uint8).cpu().numpy(), moments


def resized(picture: Picture, width: int, height: int) -> Picture:
    """The picture at another size: areas where it shrinks, cubic where it grows."""
    if picture.shape[:2] == (height, width):
        return picture
    smaller = width * height < picture.shape[0] * picture.shape[1]
    way = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, (width, height), interpolation=way), np.uint8)


def read_style(predictor: Predictor, picture: Picture, side: int) -> Tensor:
    """The 100 numbers of a style picture, seen whole, in its aspect, with about side x side pixels."""
    height, width = picture.shape[:2]
    factor = side / math.sqrt(width * height)
    seen = resized(picture, *(max(_FEWEST, min(_MOST, round(length * factor))) for length in (width, height)))
    with torch.inference_mode():
        given = torch.from_numpy(_writable(seen)).to(predictor.stem.weight.device).permute(2, 0, 1)[None].float()
        style: Tensor = predictor(given)[0]
        return style


def _writable(picture: Picture) -> Picture:
    """torch complains of memory that can't be written to, even where it only reads; Pillow's is such."""
    return picture if picture.flags.writeable else picture.copy()


def _padded(picture: Picture, below: int, right: int) -> Picture:
    """Mirrored below and to the right; what is smaller than the network takes repeats its edges."""
    height, width = picture.shape[:2]
    more = max(0, SMALLEST - height - below), max(0, SMALLEST - width - right)
    if any(more) or min(height, width) <= STEP:
        return _bordered(picture, below + more[0], right + more[1], cv2.BORDER_REPLICATE)
    return _bordered(picture, below, right, cv2.BORDER_REFLECT_101) if below or right else picture


def _bordered(picture: Picture, below: int, right: int, kind: int) -> Picture:
    return np.asarray(cv2.copyMakeBorder(picture, 0, below, 0, right, kind), np.uint8)


def _around(start: int, length: int, whole: int) -> tuple[slice, int]:
    """A tile with what lies around it, and where the tile begins in there."""
    first = max(0, start - REACH)
    return slice(first, min(whole, start + length + REACH)), start - first


def _spread(down: int, across: int) -> list[tuple[int, int]]:
    """Corners of _WINDOWS windows or fewer, evenly over what is free, at multiples of STEP."""
    rows = max(1, min(_WINDOWS, round(math.sqrt(_WINDOWS * (down + 1) / (across + 1)))))
    columns = max(1, _WINDOWS // rows)

    def places(free: int, count: int) -> list[int]:
        if count == 1:
            return [free // 2 // STEP * STEP]
        return sorted({free * place // (count - 1) // STEP * STEP for place in range(count)})

    return [(top, left) for top in places(down, rows) for left in places(across, columns)]
