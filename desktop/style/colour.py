"""Whose colours the result has: the style's, or the content's in one of two ways.

Gatys, Bethge, Hertzmann and Shechtman 2016, "Preserving color in neural artistic style transfer":
`luminance` paints in grey and puts the content's chroma back (section 4, luminance-only transfer, YIQ);
`statistics` gives the style picture the content's colours before the transfer (section 3, colour histogram
matching, the "image analogies" root). Pictures are RGB (height, width, 3) uint8, as everywhere.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from desktop.vectors import Picture

Values = NDArray[np.float64]

_FLAT: Final = (
    1.0  # grey levels: a style that varies less holds noise, and noise is not made larger than this
)
_FAINT: Final = 1e-3  # share of a picture's largest variance below which a direction of colour is noise
_BLOCK: Final = 1 << 20  # pixels summed at a time, so that a 200-megapixel picture needs no copy in float64


def prepared(style: Picture, content: Picture, mode: str) -> Picture:
    """The style picture as the transfer is to see it; `mode` is one of recipe.COLOURS.

    style: as it is. luminance: grey, with the mean and deviation of the content's luminance. statistics: mean
    and covariance of its pixels are the content's. The sizes may differ; the result has the style's.
    """
    if mode == "luminance":
        return _grey(_levels(style, content)[cv2.cvtColor(style, cv2.COLOR_RGB2GRAY)])
    if mode == "statistics":
        return np.asarray(cv2.transform(style, _matching(style, content)), np.uint8)
    return style


def prepared_content(content: Picture, mode: str) -> Picture:
    """The content as the transfer is to see it: grey for luminance, else as it is."""
    return _grey(cv2.cvtColor(content, cv2.COLOR_RGB2GRAY)) if mode == "luminance" else content


def finished(canvas: Picture, content: Picture, mode: str) -> Picture:
    """What the user sees of a canvas: for luminance its luminance with the content's chroma, else as it is.

    `content` may have any size. It is brought to the canvas's, which for a large one takes longer than the
    rest; who calls this at every iteration passes it at the canvas's size (then 1 ms for 512 x 512).
    """
    if mode != "luminance":
        return canvas
    height, width = canvas.shape[:2]
    if content.shape != canvas.shape:
        smaller = width * height < content.shape[0] * content.shape[1]
        way = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
        content = np.asarray(cv2.resize(content, (width, height), interpolation=way), np.uint8)
    # YCrCb has the Y of YIQ and another basis of the same chroma plane, and OpenCV is fast at it.
    mixed = cv2.cvtColor(content, cv2.COLOR_RGB2YCrCb)
    mixed[:, :, 0] = cv2.cvtColor(canvas, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.cvtColor(mixed, cv2.COLOR_YCrCb2RGB), np.uint8)


def _grey(luminance: NDArray[Any]) -> Picture:
    return np.asarray(cv2.cvtColor(luminance, cv2.COLOR_GRAY2RGB), np.uint8)


def _levels(style: Picture, content: Picture) -> NDArray[np.uint8]:
    """For each luminance of the style what it becomes: sigma_C / sigma_S (L - mu_S) + mu_C."""
    (mean_s, deviation_s), (mean_c, deviation_c) = (
        (float(value[0, 0]) for value in cv2.meanStdDev(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)))
        for picture in (style, content)
    )
    gain = deviation_c / max(deviation_s, _FLAT)
    wanted = gain * (np.arange(256, dtype=np.float64) - mean_s) + mean_c
    return wanted.round().clip(0, 255).astype(np.uint8)


def _matching(style: Picture, content: Picture) -> Values:
    """The (3, 4) matrix [A | b] of x -> A x + b with A = C^(1/2) S^(-1/2) and b = mu_C - A mu_S."""
    mean_s, covariance_s = statistics(style)
    mean_c, covariance_c = statistics(content)
    values, vectors = np.linalg.eigh(covariance_s)
    # A grey or plain style has no variance in some directions: there its noise must not become colours.
    safe = np.maximum(values, max(_FLAT**2, _FAINT * float(values[-1])))
    away = (vectors / np.sqrt(safe)) @ vectors.T
    values, vectors = np.linalg.eigh(covariance_c)
    towards = (vectors * np.sqrt(np.maximum(values, 0))) @ vectors.T
    turn = towards @ away
    return np.column_stack((turn, mean_c - turn @ mean_s))


def statistics(picture: Picture) -> tuple[Values, Values]:
    """Mean (3,) and covariance (3, 3) of a picture's pixels, in grey levels and their squares."""
    pixels = picture.reshape(-1, 3)
    mean, covariance = np.zeros(3), np.zeros((3, 3))
    for part in _blocks(pixels):
        mean += part.sum(axis=0, dtype=np.float64)
    mean /= len(pixels)
    for part in _blocks(pixels):
        apart = part - mean
        covariance += apart.T @ apart
    return mean, covariance / len(pixels)


def _blocks(pixels: Picture) -> list[Picture]:
    return [pixels[start : start + _BLOCK] for start in range(0, len(pixels), _BLOCK)]
