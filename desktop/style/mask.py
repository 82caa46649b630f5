"""Which style goes where: painted masks brought to the size that is computed, feathered, and shared out.

Gatys et al. 2017, "Controlling perceptual factors in neural style transfer" (guided Gram matrices): a style's
statistics are sums over the places of the picture, weighted by its mask and divided by the mask's area. The
division belongs to the cost; here the masks are made so that they add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from desktop.style.recipe import Mask, Style

Weights = NDArray[np.float32]
"""(height, width), 0..1: how much each place counts."""

FEATHER: Final = 0.02
"""How wide a mask's edge becomes by itself, as a share of the longer side."""

_SHARPEST: Final = (
    4.0  # pixels of deviation: a wider blur is made on a smaller picture, where it costs little
)


def fitted(mask: Mask, width: int, height: int, feather: float | None = None) -> Weights:
    """The mask at (height, width), 0..1, its edges softened over about `feather` pixels (None: FEATHER of the
    longer side; 0: not at all).

    A mask of another aspect is stretched. The edge is a Gaussian's with deviation feather / 2; at the border
    the mask is mirrored, so a mask that is full there stays full.
    """
    if feather is None:
        feather = FEATHER * max(width, height)
    deviation = max(feather, 0.0) / 2
    shrink = max(1.0, deviation / _SHARPEST)
    small = max(1, round(width / shrink)), max(1, round(height / shrink))
    weights = _resized(mask.astype(np.float32) / np.float32(255), *small)
    if deviation > 0:
        across, down = deviation * small[0] / width, deviation * small[1] / height
        blurred = cv2.GaussianBlur(
            weights, (0, 0), sigmaX=max(across, 1e-3), sigmaY=max(down, 1e-3), borderType=cv2.BORDER_REFLECT
        )
        weights = np.asarray(blurred, np.float32)
    return _resized(weights, width, height).clip(0, 1)


def shared(
    styles: Sequence[Style], width: int, height: int, feather: float | None = None
) -> tuple[Weights | None, ...]:
    """For each style where it counts, at (height, width), 0..1; None: everywhere alike.

    - Without any mask every style is None: all of them everywhere, mixed by their weights.
    - Where masks overlap and come to more than 1, they are divided by their sum: no place counts twice.
    - What the masks leave over belongs to the styles without a mask, to each of them, mixed by weight there.
    - Where every style has a mask, a place that none claims is left to the content.
    - A style of weight 0 claims nothing: its answer is 0 everywhere, and so is that of an empty mask; such
      a style has no place in the picture, and the cost leaves it out.
    """
    nowhere = np.zeros((height, width), np.float32)
    claims = {
        place: fitted(style.mask, width, height, feather)
        for place, style in enumerate(styles)
        if style.mask is not None and style.weight > 0
    }
    if not claims:
        return tuple(None if style.weight > 0 else nowhere for style in styles)
    claimed = np.sum(list(claims.values()), axis=0, dtype=np.float32)
    rest: Weights = np.clip(1 - claimed, 0, 1)
    crowd: Weights = np.maximum(claimed, 1)
    for place in claims:
        claims[place] /= crowd
    return tuple(
        claims.get(place, rest if style.weight > 0 else nowhere) for place, style in enumerate(styles)
    )


def _resized(weights: Weights, width: int, height: int) -> Weights:
    if weights.shape == (height, width):
        return weights
    smaller = width * height < weights.size
    way = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(weights, (width, height), interpolation=way), np.float32)
