"""Folders of people made for tests: flat faces that a scripted detector knows by their colour."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from desktop.faces.align import TEMPLATE
from desktop.faces.face import Face
from desktop.vectors import Picture


class Scripted:
    """Sees as many faces as the picture's first pixel says in red: 0, 1, 2 ..., the first at the middle."""

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        middle = picture.shape[1] / 2 - 56
        return tuple(
            Face((middle + 90 * n, middle, 112.0, 112.0), TEMPLATE + np.float32(middle + 90 * n), 0.9)
            for n in reversed(range(int(picture[0, 0, 0])))
        )


def made_picture(seed: int, faces: int = 1, side: int = 160) -> Picture:
    picture = np.random.default_rng(seed).integers(0, 256, (side, side, 3), np.uint8)
    picture[0, 0, 0] = faces
    return picture


def save(picture: Picture, file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(file)
    return file


def made_folder(folder: Path, people: dict[str, int]) -> Path:
    """So many pictures of each person."""
    seed = 0
    for name, count in people.items():
        for number in range(count):
            save(made_picture(seed), folder / name / f"{number}.png")
            seed += 1
    return folder
