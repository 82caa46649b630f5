"""A folder of people for the Calibrate page: the faces of the sample pictures, each seen many times."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop.faces.face import Detector, Face
from desktop.opencv import cv2
from desktop.pictures import write_png
from desktop.vectors import Picture

VIEWS = 8
"""Pictures of each person."""

_SIDE = 200
_SMALLEST = 44  # pixels of a face, of the poorest view


def make_people(pictures: Sequence[Picture], detector: Detector, folder: Path) -> int:
    """Write every face of the pictures as a person of so many views; gives how many people there are.

    The views turn, come nearer, lose light and sharpness, from a seed: they are made up, so what is measured
    on them says nothing about anybody.
    """
    chance = np.random.default_rng(7)
    count = 0
    for picture in pictures:
        for face in detector.detect(picture):
            count += 1
            place = folder / f"Person {count}"
            place.mkdir(parents=True, exist_ok=True)
            for number in range(VIEWS):
                write_png(_view(picture, face, number, chance), place / f"{number + 1}.png")
    return count


def _view(picture: Picture, face: Face, number: int, chance: np.random.Generator) -> Picture:
    x, y, width, height = face.box
    scale = _SIDE / (max(width, height) * chance.uniform(1.6, 2.2))
    middle = (
        x + width / 2 + chance.normal(0, 0.03) * width,
        y + height / 2 + chance.normal(0, 0.03) * height,
    )
    turn = cv2.getRotationMatrix2D(middle, float(chance.uniform(-14, 14)), scale)
    turn[:, 2] += np.array([_SIDE / 2 - middle[0], _SIDE / 2 - middle[1]])
    seen = cv2.warpAffine(
        picture, turn, (_SIDE, _SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    # Ever poorer: the last view has a few pixels for the whole face.
    side = round(_SIDE * max(1 - number / VIEWS, _SMALLEST / (_SIDE / 2)))
    small = cv2.resize(seen, (side, side), interpolation=cv2.INTER_AREA)
    back = cv2.resize(small, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC)
    lit = back.astype(np.float64) * chance.uniform(0.6, 1.2) + chance.normal(0, 2 + number, back.shape)
    return np.ascontiguousarray(np.clip(lit, 0, 255), np.uint8)
