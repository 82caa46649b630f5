"""A stylised picture in an instant: one pass of a network instead of an optimisation.

Source: Ghiasi, Lee, Kudlur, Dumoulin and Shlens, "Exploring the structure of a real-time, arbitrary neural
artistic stylization network", BMVC 2017. Several styles are mixed by weight among their 100 numbers; the
strength goes from the picture's own style, as the predictor reads it, to the one that is wanted.

The network's strokes keep their size in pixels, so a large picture painted in one pass looks like a photo
with a fine texture. So it is painted at about 512 pixels first, and again at every doubling of the size, each
time from the mean of the enlarged painting and the photo: broad forms from the small ones, edges from the
photo. Of painting directly, enlarging, one step and doublings this looked best; it costs a third more than
painting directly. A style scale above 1 starts smaller, and reads the style from a smaller picture.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.networks.instant import SIDE
from desktop.networks.multistyle import STYLES
from desktop.opencv import cv2
from desktop.scaled import resized
from desktop.style.brush import Brush
from desktop.style.colour import finished, prepared, prepared_content
from desktop.style.errors import BadRecipe
from desktop.style.mask import shared
from desktop.style.networks import Networks
from desktop.style.recipe import Preview, Style, Work, counted
from desktop.style.scales import fitted
from desktop.vectors import Picture

FIRST: Final = 512
"""Longer side of the first picture after a drop."""

_COARSEST: Final = 96
"""No painting starts from a smaller picture, and no style is read from one."""

_LIVE: Final = 480
"""Longer side that a camera's frames are painted at."""

_EVERY: Final = 4  # frames after which the camera's own style is read again

_ROWS: Final = 256  # blended at a time, so that a large picture needs no copy in float32

Part = tuple[list[Style], NDArray[np.float32] | None]
"""Styles that are mixed with each other, and where they count (None: everywhere)."""


def instant(
    networks: Networks, work: Work, *, strength: float = 1.0, first: int = FIRST
) -> Generator[Preview | None, None, Picture]:
    """Yield a picture of `first` pixels (0: none), then one of the recipe's size; give the last.

    Between layers or tiles None is yielded. `strength` is 0..1.
    Raises NoStyle, WeightsMissing, WeightsDamaged or DeviceMissing.
    """
    start = time.perf_counter()
    size = work.recipe.size
    styles = _prepared(work)
    for longest in sorted({min(first, size) or size, size}):
        picture = yield from _painted(networks, work, styles, longest, strength)
        yield Preview(picture, time.perf_counter() - start, longest == size)
    return picture


def instant_fixed(
    networks: Networks, content: Picture, size: int, index: int
) -> Generator[Preview | None, None, Picture]:
    """As `instant`, in one of the 26 fixed styles (0..25), the result `size` pixels. Raises BadRecipe."""
    start = time.perf_counter()
    brush = _fixed(networks, index)
    for longest in sorted({min(FIRST, size), size}):
        sizes = [_sized(content, side) for side in _doublings(longest, FIRST)]
        picture = yield from _grown(brush, sizes)
        yield Preview(picture, time.perf_counter() - start, longest == size)
    return picture


def fixed_picture(networks: Networks, content: Picture, index: int) -> Picture:
    """The picture, in its own size, in one of the 26 fixed styles (0..25). Raises BadRecipe."""
    return _fixed(networks, index).paint(content)


class Painter:
    """Paints frame after frame: in these styles mixed (masks do not count), or a fixed one by its number."""

    def __init__(self, networks: Networks, styles: Sequence[Style] | int) -> None:
        """Raises NoStyle or BadRecipe, and what the networks raise."""
        self._networks = networks
        self._fixed = _fixed(networks, styles) if isinstance(styles, int) else None
        self._style = None if isinstance(styles, int) else _mixed(networks, styles, SIDE)
        self._own: Tensor | None = None
        self._frames = 0

    def paint(self, frame: Picture, strength: float = 1.0, longest: int = _LIVE) -> Picture:
        """The frame painted, with its longer side at most `longest` pixels; `strength` 0..1."""
        height, width = frame.shape[:2]
        factor = min(1.0, longest / max(height, width))
        small = resized(frame, max(1, round(width * factor)), max(1, round(height * factor)))
        if self._style is not None:
            own = self._own_style(small) if strength < 1 else None
            return _brush(self._networks, self._style, own, strength).paint(small)
        assert self._fixed is not None
        painted = self._fixed.paint(small)
        # The fixed styles know no style of the picture's own, so the pixels are mixed.
        return painted if strength >= 1 else _mean(painted, small, max(0.0, strength))

    def _own_style(self, frame: Picture) -> Tensor:
        """The camera's own style: read from every few frames and followed slowly, so nothing flickers."""
        if self._own is None:
            self._own = self._networks.style(frame)
        elif self._frames % _EVERY == 0:
            self._own = torch.lerp(self._own, self._networks.style(frame), 0.5)
        self._frames += 1
        return self._own


def _prepared(work: Work) -> tuple[Style, ...]:
    """The styles that count, in the colours that the recipe wants. Raises NoStyle."""
    styles = counted(work.styles)
    colour = work.recipe.colour
    if colour == "style":
        return styles
    small = _sized(work.content, min(FIRST, work.recipe.size))
    return tuple(replace(style, picture=prepared(style.picture, small, colour)) for style in styles)


def _painted(
    networks: Networks, work: Work, styles: Sequence[Style], longest: int, strength: float
) -> Generator[None, None, Picture]:
    """The content with its longer side at `longest`, in all styles, each where it belongs."""
    colour = work.recipe.colour
    content = _sized(work.content, longest)
    sizes = _doublings(longest, FIRST / work.recipe.style_scale)
    given = [prepared_content(_sized(work.content, size), colour) for size in sizes]
    parts = _parts(styles, content)
    paintings: list[Picture] = []
    for group, _ in parts:
        style = _mixed(networks, group, max(_COARSEST, round(SIDE / work.recipe.style_scale)))
        own = networks.style(given[0]) if strength < 1 else None
        brush = _brush(networks, style, own, strength)
        picture = yield from _grown(brush, given)
        paintings.append(picture)
    if parts[0][1] is None:
        return finished(paintings[0], content, colour)
    shares = [share for _, share in parts if share is not None]
    return finished(_blended(paintings, shares, given[-1]), content, colour)


def _grown(brush: Brush, sizes: Sequence[Picture]) -> Generator[None, None, Picture]:
    """One content in several sizes, smallest first; each starts from the mean of it and the one before."""
    picture = yield from brush.painted(sizes[0])
    for larger in sizes[1:]:
        yield
        picture = yield from brush.painted(_mean(resized(picture, *larger.shape[1::-1]), larger))
    return picture


def _parts(styles: Sequence[Style], content: Picture) -> list[Part]:
    """Without masks all styles together; with masks each masked one alone, and the others where none is."""
    height, width = content.shape[:2]
    shares = shared(styles, width, height)
    if shares[0] is None:
        return [(list(styles), None)]
    parts: list[Part] = [
        ([style], share) for style, share in zip(styles, shares, strict=True) if style.mask is not None
    ]
    rest = [(style, share) for style, share in zip(styles, shares, strict=True) if style.mask is None]
    if rest:
        parts.append(([style for style, _ in rest], rest[0][1]))
    return [part for part in parts if part[1] is None or part[1].any()] or parts[:1]


def _blended(
    paintings: Sequence[Picture], shares: Sequence[NDArray[np.float32]], content: Picture
) -> Picture:
    """Every painting where its share is; what is left of 1 shows the content."""
    result = np.empty_like(content)
    for top in range(0, len(content), _ROWS):
        rows = slice(top, top + _ROWS)
        left = np.clip(1 - np.sum([share[rows] for share in shares], axis=0), 0, 1)
        total = left[:, :, None] * content[rows]
        for painting, share in zip(paintings, shares, strict=True):
            total += share[rows, :, None] * painting[rows]
        result[rows] = (total + 0.5).clip(0, 255)
    return result


def _doublings(longest: int, first: float) -> list[int]:
    """Sizes from about `first`, each twice the one before, up to `longest`."""
    sizes = [longest]
    while sizes[0] > first * math.sqrt(2) and sizes[0] >= 2 * _COARSEST:
        sizes.insert(0, round(sizes[0] / 2))
    return sizes


def _sized(content: Picture, longest: int) -> Picture:
    height, width = content.shape[:2]
    return resized(content, *fitted(width, height, longest))


def _mixed(networks: Networks, styles: Sequence[Style], side: int) -> Tensor:
    """The styles' 100 numbers, mixed by their weights. Raises NoStyle where no weight is above zero."""
    mixed = counted(styles)
    total = sum(style.weight for style in mixed)
    parts = [networks.style(style.picture, side) * (style.weight / total) for style in mixed]
    return torch.stack(parts).sum(0)


def _brush(networks: Networks, style: Tensor, own: Tensor | None, strength: float) -> Brush:
    """A brush between the picture's own style at strength 0 and the one wanted at 1; None: all of that."""
    with torch.inference_mode():
        if own is not None:
            style = torch.lerp(own, style, max(0.0, strength))
        return Brush(networks.transformer, networks.transformer.norms(style))


def _fixed(networks: Networks, index: int) -> Brush:
    if not 0 <= index < STYLES:
        raise BadRecipe(name="fixed style", value=index, known=f"0 to {STYLES - 1}")
    weights = torch.zeros(STYLES, device=networks.device.torch)
    weights[index] = 1
    return Brush(networks.multistyle, networks.multistyle.norms(weights))


def _mean(one: Picture, other: Picture, share: float = 0.5) -> Picture:
    return np.asarray(cv2.addWeighted(one, share, other, 1 - share, 0), np.uint8)
