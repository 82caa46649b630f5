"""A stylised picture in an instant: one pass of a network instead of an optimisation.

Source: Ghiasi, Lee, Kudlur, Dumoulin and Shlens, "Exploring the structure of a real-time, arbitrary neural
artistic stylization network", BMVC 2017. Several styles are mixed by weight among their 100 numbers; the
strength goes from the picture's own style, as the predictor reads it, to the one that is wanted.
"""

from __future__ import annotations

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
from desktop.style.brush import Brush, resized
from desktop.style.colour import finished, prepared, prepared_content
from desktop.style.errors import BadRecipe, NoStyle
from desktop.style.mask import shared
from desktop.style.networks import Networks
from desktop.style.recipe import Preview, Recipe, Style, Work
from desktop.style.scales import fitted
from desktop.vectors import Picture

FIRST: Final = 512
"""Longer side of the first picture after a drop."""

_LIVE: Final = 480
"""Longer side that a camera's frames are painted at."""

Layer = tuple[Brush, NDArray[np.float32] | None]


def instant(
    networks: Networks, work: Work, *, strength: float = 1.0
) -> Generator[Preview | None, None, Picture]:
    """Yield a picture of FIRST pixels, then one of the recipe's size; give the last. None between tiles.

    Raises NoStyle, WeightsMissing, WeightsDamaged or DeviceMissing.
    """
    start = time.perf_counter()
    height, width = work.content.shape[:2]
    size = work.recipe.size
    small = fitted(width, height, min(FIRST, size))
    content = resized(work.content, *small)
    styles = _prepared(work, content)
    picture = yield from _painted(networks, content, styles, work.recipe, strength)
    whole = small == fitted(width, height, size)
    yield Preview(picture, time.perf_counter() - start, whole)
    if whole:
        return picture
    content = resized(work.content, *fitted(width, height, size))
    picture = yield from _painted(networks, content, styles, work.recipe, strength)
    yield Preview(picture, time.perf_counter() - start, True)
    return picture


def fixed_picture(networks: Networks, content: Picture, index: int) -> Picture:
    """The picture, in its own size, in one of the 26 fixed styles (0..25). Raises BadRecipe."""
    return _fixed(networks, index).paint(content)


def _fixed(networks: Networks, index: int) -> Brush:
    if not 0 <= index < STYLES:
        raise BadRecipe(name="fixed style", value=index, known=f"0 to {STYLES - 1}")
    weights = torch.zeros(STYLES, device=networks.device.torch)
    weights[index] = 1
    return Brush(networks.multistyle, networks.multistyle.norms(weights))


def painter(networks: Networks, styles: Sequence[Style] | int) -> Painter:
    """A painter for live frames: these styles mixed (masks do not count), or a fixed one by its number.

    Raises NoStyle or BadRecipe, and what the networks raise.
    """
    return Painter(networks, styles)


class Painter:
    """Paints frame after frame in one style."""

    def __init__(self, networks: Networks, styles: Sequence[Style] | int) -> None:
        self._networks = networks
        self._fixed = _fixed(networks, styles) if isinstance(styles, int) else None
        self._style = None if isinstance(styles, int) else _mixed(networks, styles, SIDE)

    def paint(self, frame: Picture, strength: float = 1.0, longest: int = _LIVE) -> Picture:
        """The frame painted, with its longer side at most `longest` pixels."""
        height, width = frame.shape[:2]
        factor = min(1.0, longest / max(height, width))
        small = resized(frame, max(1, round(width * factor)), max(1, round(height * factor)))
        if self._style is not None:
            style = _weakened(self._networks, self._style, small, strength)
            return _brush(self._networks, style).paint(small)
        assert self._fixed is not None
        painted = self._fixed.paint(small)
        return painted if strength >= 1 else _blend(small, painted, strength)


def _prepared(work: Work, content: Picture) -> tuple[Style, ...]:
    """The styles that count, in the colours that the recipe wants."""
    styles = tuple(style for style in work.styles if style.weight > 0)
    if not styles:
        raise NoStyle()
    colour = work.recipe.colour
    return tuple(replace(style, picture=prepared(style.picture, content, colour)) for style in styles)


def _painted(
    networks: Networks, content: Picture, styles: Sequence[Style], recipe: Recipe, strength: float
) -> Generator[None, None, Picture]:
    """The content, in its own size, in all styles: those without mask mixed, each other where its mask is."""
    height, width = content.shape[:2]
    given = prepared_content(content, recipe.colour)
    side = round(SIDE / recipe.style_scale)
    everywhere = [style for style in styles if style.mask is None]
    total: NDArray[np.float32] | None = None
    if len(everywhere) == len(styles):
        style = _weakened(networks, _mixed(networks, styles, side), given, strength)
        picture = yield from _brush(networks, style).painted(given)
        return finished(picture, content, recipe.colour)
    shares = shared(styles, width, height)
    total = np.zeros(content.shape, np.float32)
    rest = np.ones((height, width), np.float32)
    groups = [([one], share) for one, share in zip(styles, shares, strict=True) if one.mask is not None]
    if everywhere:
        groups.append((everywhere, shares[styles.index(everywhere[0])]))
    for group, share in groups:
        assert share is not None
        style = _weakened(networks, _mixed(networks, group, side), given, strength)
        picture = yield from _brush(networks, style).painted(given)
        total += share[:, :, None] * picture
        rest -= share
    total += np.clip(rest, 0, 1)[:, :, None] * given
    return finished((total + 0.5).clip(0, 255).astype(np.uint8), content, recipe.colour)


def _mixed(networks: Networks, styles: Sequence[Style], side: int) -> Tensor:
    """The styles' 100 numbers, mixed by their weights. Raises NoStyle where no weight is above zero."""
    counted = [style for style in styles if style.weight > 0]
    if not counted:
        raise NoStyle()
    total = sum(style.weight for style in counted)
    parts = [networks.style(style.picture, side) * (style.weight / total) for style in counted]
    return torch.stack(parts).sum(0)


def _weakened(networks: Networks, style: Tensor, picture: Picture, strength: float) -> Tensor:
    """Between the picture's own style at strength 0 and the one wanted at 1."""
    if strength >= 1:
        return style
    return torch.lerp(networks.style(picture), style, max(0.0, strength))


def _brush(networks: Networks, style: Tensor) -> Brush:
    with torch.inference_mode():
        return Brush(networks.transformer, networks.transformer.norms(style))


def _blend(below: Picture, above: Picture, strength: float) -> Picture:
    from desktop.opencv import cv2

    share = max(0.0, strength)
    return np.asarray(cv2.addWeighted(above, share, below, 1 - share, 0), np.uint8)
