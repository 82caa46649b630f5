"""A small Siamese network, trained from scratch: for those who want to see one learn.

Bromley et al., "Signature Verification using a Siamese Time Delay Neural Network", NIPS 1993, and Taigman et
al., "DeepFace", CVPR 2014, section 4.2: two branches that share their parameters. Here they share them by
construction, since both are one module: a batch goes through it once, and every pair or triplet of its rows
is a Siamese network. It will not come near a network that has seen millions of faces.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from desktop.opencv import cv2
from desktop.vectors import Picture

SIDE = 48
"""Side of the pictures it sees, in pixels."""

DIMENSION = 64
"""Numbers in one embedding."""

_WIDTHS = (24, 48, 96)


class Branch(nn.Module):
    """Three convolutions of stride 2, a mean over places, and a point on the unit sphere."""

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.body = nn.Sequential()
            before = 3
            for number, width in enumerate(_WIDTHS):
                self.body.add_module(f"conv_{number}", nn.Conv2d(before, width, 3, stride=2, padding=1))
                # Over each picture alone: a batch's own statistics would leak from one picture to another.
                self.body.add_module(f"norm_{number}", nn.GroupNorm(8, width))
                self.body.add_module(f"relu_{number}", nn.ReLU())
                before = width
            side = SIDE // 2 ** len(_WIDTHS)
            self.head = nn.Linear(before * side * side, DIMENSION)

    def forward(self, features: Tensor) -> Tensor:
        """(n, SIDE * SIDE * 3) from `pixels` to (n, DIMENSION), rows of unit length."""
        pictures = features.float().reshape(-1, SIDE, SIDE, 3).permute(0, 3, 1, 2)
        return nn.functional.normalize(self.head(self.body(pictures).flatten(1)), dim=1)


def pixels(faces: Sequence[Picture]) -> Tensor:
    """(n, SIDE * SIDE * 3) of aligned faces: reduced by area, -1..1, flattened."""
    if not faces:
        return torch.empty(0, SIDE * SIDE * 3)
    small = [cv2.resize(face, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for face in faces]
    return (torch.from_numpy(np.stack(small)).flatten(1).float() - 127.5) / 127.5
