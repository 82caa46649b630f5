"""One pass of an instant network over a picture of any size: bytes in, bytes out.

Sides are padded by mirroring to what the network takes and cut again; the few mirrored rows count in its
means and variances. A picture of more than WHOLE pixels is painted in tiles: first the means and variances of
every layer are measured on windows spread over the picture at its full size, then every tile is painted with
these, with so much around it that no border can be seen. The colours are then a few levels off those of one
pass; exact means would need every layer of the whole picture in memory, or a pass for each layer.
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
from desktop.progress import finish
from desktop.scaled import resized
from desktop.vectors import Picture

WHOLE: Final = 24_000_000
"""Pixels that are painted in one go: about 1 GB in bfloat16, twice that in float32."""

TILE: Final = 1024
"""Side of a tile in pixels, a multiple of STEP."""

_WINDOW: Final = 512
_WINDOWS: Final = 32
_FEWEST, _MOST = 32, 512  # sides of a style as it is read


class Brush:
    """An instant network with a style in it."""

    def __init__(self, network: Painter, norms: Norms) -> None:
        self.network, self.norms = network, norms

    def paint(self, picture: Picture) -> Picture:
        """The whole picture at once, in its own size; any from 1x1 on."""
        return finish(self._run(picture))[0]

    def painted(
        self, picture: Picture, whole: int = WHOLE, tile: int = TILE
    ) -> Generator[None, None, Picture]:
        """As `paint`, in tiles where there are more than `whole` pixels or a GPU's memory does not suffice.

        Yields between layers or tiles.
        """
        if picture.shape[0] * picture.shape[1] <= whole:
            try:
                return (yield from self._run(picture))[0]
            except torch.OutOfMemoryError:  # of a GPU; what was computed is free again once we are here
                pass
        return (yield from self._tiled(picture, tile))

    def _tiled(self, picture: Picture, tile: int) -> Generator[None, None, Picture]:
        height, width = picture.shape[:2]
        _, moments = yield from self._run(*_windows(picture))
        result = np.empty_like(picture)
        for top in range(0, height, tile):
            for left in range(0, width, tile):
                yield
                rows, row = _around(top, tile, height)
                columns, column = _around(left, tile, width)
                done = finish(self._run(picture[rows, columns], known=moments))[0]
                target = result[top : top + tile, left : left + tile]
                target[:] = done[row : row + target.shape[0], column : column + target.shape[1]]
        return result

    def _run(
        self, *pictures: Picture, known: Moments | None = None
    ) -> Generator[None, None, tuple[Picture, Moments]]:
        """The first of the pictures painted, and the moments of all, which have one size."""
        height, width = pictures[0].shape[:2]
        padded = [_padded(picture, -height % STEP, -width % STEP) for picture in pictures]
        batch = torch.stack([torch.from_numpy(_writable(picture)) for picture in padded])
        stages = self.network.stages(batch.to(self.norms[0][0].device), self.norms, known)
        while True:
            # The mode belongs to the thread, so it must not stay on while others have their turn.
            with torch.inference_mode():
                try:
                    next(stages)
                except StopIteration as end:
                    painted, moments = end.value
                    pixels = painted[0, :height, :width].add_(0.5).to(torch.uint8)
                    return pixels.contiguous().cpu().numpy(), moments
            yield


def read_style(predictor: Predictor, picture: Picture, side: int) -> Tensor:
    """The 100 numbers of a style picture, seen whole, in its aspect, with about side x side pixels."""
    height, width = picture.shape[:2]
    factor = side / math.sqrt(width * height)
    seen = resized(picture, *(max(_FEWEST, min(_MOST, round(length * factor))) for length in (width, height)))
    with torch.inference_mode():
        given = (
            torch.from_numpy(_writable(seen)).to(predictor.stem.weight.device).permute(2, 0, 1)[None].float()
        )
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


def _windows(picture: Picture) -> list[Picture]:
    """Parts of one size, spread evenly over the picture; of a small one the whole."""
    height, width = picture.shape[:2]
    down, across = min(_WINDOW, height), min(_WINDOW, width)
    rows = max(1, min(_WINDOWS, height // down, round(math.sqrt(_WINDOWS * height / width))))
    columns = max(1, min(_WINDOWS // rows, width // across))
    return [
        picture[top : top + down, left : left + across]
        for top in _places(height - down, rows)
        for left in _places(width - across, columns)
    ]


def _places(free: int, count: int) -> list[int]:
    """The middles of `count` equal parts of what is free, as multiples of STEP."""
    return [round(free * (2 * place + 1) / (2 * count)) // STEP * STEP for place in range(count)]
