"""A face turned, scaled and moved so that its five landmarks lie where the embedders expect them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from desktop.vectors import Picture, Points

SIDE = 112
"""Side of an aligned face in pixels."""

TEMPLATE: Points = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]],
    dtype=np.float32,
)
"""Where eyes, nose tip and mouth corners lie in a 112x112 face (ArcFace's placing, now the standard)."""

TEMPLATE.flags.writeable = False

CHIP_SIDE = 150
"""Side in pixels of the face that dlib's ResNet looks at, a chip."""

CHIP_TEMPLATE: Points = (TEMPLATE - TEMPLATE.mean(axis=0)) * np.float32(1.5) + np.array(
    [74.0, 75.2], np.float32
)
"""The same five places in a chip.

dlib places a chip by 68 points or by the corners of the eyes, which YuNet does not give. In its mean face
(interpolation.h, with the padding of 0.25 that the network was trained with) the middles of the eyes, the
nose tip and the corners of the mouth lie around (74.0, 75.2), and the template above fits them best 1.449
times as large. From there scale and height were varied on LFW, folds 1 to 4, with mirror images: the network
alone is best at 1.5 (TAR 91.1 % at FMR 1e-3, 55.9 % at 1e-5; at 1.449 90.4 and 55.2, the mean face itself
90.6 and 55.5), and joined with SFace all of these do alike (98.2 % at 1e-3, 96.5 to 96.7 % at 1e-4). Without
mirror images 1.5 gives 88.2 alone and 96.0 % joined; 1.3 and 6 pixels lower are worse by 8 and 9 points.
"""

CHIP_TEMPLATE.flags.writeable = False

Similarity = NDArray[np.float64]
"""(2, 3): x' = a x - b y + c, y' = b x + a y + d."""


def similarity(points: Points, template: Points = TEMPLATE) -> Similarity:
    """The rotation, uniform scale and shift that bring `points` closest to `template` in least squares.

    Both are (n, 2). Seen as complex numbers, template = s points + t is a linear least-squares problem in s
    and t, whose solution is that of Umeyama, "Least-squares estimation of transformation parameters between
    two point patterns", PAMI 13, 1991, eq. 40-43, for the plane; a mirror image can't come out. Where all
    points coincide nothing says how to turn or scale, and only the shift is fitted.
    """
    source = points.astype(np.float64) @ np.array([1, 1j])
    target = template.astype(np.float64) @ np.array([1, 1j])
    source_mean, target_mean = source.mean(), target.mean()
    centred = source - source_mean
    spread = float((centred * centred.conj()).real.sum())
    factor = (centred.conj() * (target - target_mean)).sum() / spread if spread > 0 else 1 + 0j
    shift = target_mean - factor * source_mean
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def align(picture: Picture, landmarks: Points, size: int = SIDE) -> Picture:
    """The (size, size, 3) face whose five landmarks lie on the template; what lies outside is black."""
    return cut(picture, landmarks, TEMPLATE * np.float32(size / SIDE), size)


def chip(picture: Picture, landmarks: Points) -> Picture:
    """The (150, 150, 3) face that dlib's ResNet looks at; what lies outside is black."""
    return cut(picture, landmarks, CHIP_TEMPLATE, CHIP_SIDE)


def cut(picture: Picture, landmarks: Points, template: Points, size: int) -> Picture:
    """The (size, size, 3) part of a picture whose `landmarks` lie on `template`, both (n, 2).

    A face much larger than `size` is reduced by area first: sampling it at single points would alias.
    """
    moved = similarity(landmarks, template)
    scale = float(np.hypot(moved[0, 0], moved[1, 0]))
    step = int(1 / scale) if 0 < scale <= 0.5 else 1
    if step > 1:
        picture, moved = _reduced(picture, moved, size, step)
    return cv2.warpAffine(picture, moved, (size, size), flags=cv2.INTER_LINEAR).astype(np.uint8, copy=False)


def _reduced(picture: Picture, moved: Similarity, size: int, step: int) -> tuple[Picture, Similarity]:
    """The part of the picture that the face needs, `step` times smaller, and the map from there."""
    back = np.linalg.inv(np.vstack([moved, [0, 0, 1]]))[:2]
    corners = np.array([[x, y, 1] for x in (-1, size) for y in (-1, size)], dtype=np.float64) @ back.T
    height, width = picture.shape[:2]
    left, top = np.clip(np.floor(corners.min(axis=0)).astype(int) - step, 0, [width - 1, height - 1])
    right, bottom = np.clip(np.ceil(corners.max(axis=0)).astype(int) + step, 1, [width, height])
    part = picture[top : max(bottom, top + 1), left : max(right, left + 1)]
    wide, high = max(1, part.shape[1] // step), max(1, part.shape[0] // step)
    small = cv2.resize(part, (wide, high), interpolation=cv2.INTER_AREA)
    # Pixel i of the small picture covers the middle (i + 1/2) * factor - 1/2 of the part.
    across, down = part.shape[1] / wide, part.shape[0] / high
    to_whole = np.array(
        [[across, 0, across / 2 - 0.5 + left], [0, down, down / 2 - 0.5 + top], [0, 0, 1]], dtype=np.float64
    )
    return small.astype(np.uint8, copy=False), np.asarray(moved @ to_whole)
