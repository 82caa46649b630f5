"""Small changes to aligned faces, so that few pictures stand for many: how they lie, their light, their size.

What a camera changes from one moment to the next and a person does not: landmarks found a pixel or two
elsewhere, another exposure, fewer pixels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from desktop.faces.evaluate import reduced
from desktop.vectors import Picture
from desktop.vision import v2

SMALLEST, LARGEST = 8, 112
"""Sides in pixels between which the low resolution of an augmented face is drawn, evenly on a log scale."""

_LOW = 0.25
"""Share of the augmented faces that lose resolution where none is asked for."""


class Augment:
    """Changes faces a little; the same seed makes the same changes."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._change = v2.Compose(
            [
                v2.RandomAffine(
                    degrees=6,
                    translate=(0.03, 0.03),
                    scale=(0.94, 1.06),
                    interpolation=v2.InterpolationMode.BILINEAR,
                ),
                v2.ColorJitter(brightness=0.25, contrast=0.25, saturation=0.25, hue=0.02),
                v2.RandomGrayscale(0.1),
            ]
        )

    def __call__(self, faces: Sequence[Picture], number: int, reduce: int | None = None) -> list[Picture]:
        """Faces, (112, 112, 3) each, changed; `number` tells one call's changes from another's.

        With `reduce` every face is then brought down to so many pixels a side and back, else one in four to
        between SMALLEST and LARGEST.
        """
        chance = np.random.default_rng([self._seed, 2, number])
        made = []
        # Transforms draw from torch's own chance; nobody else's draws shall change for it.
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(chance.integers(2**31)))
            for face in faces:
                changed = self._change(torch.from_numpy(face).permute(2, 0, 1))
                picture: Picture = np.ascontiguousarray(changed.permute(1, 2, 0).numpy())
                side = reduce
                if reduce is None and chance.random() < _LOW:
                    side = round(float(np.exp(chance.uniform(np.log(SMALLEST), np.log(LARGEST)))))
                made.append(picture if side is None else reduced(picture, side))
        return made
