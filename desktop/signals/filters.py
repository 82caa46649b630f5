"""The wide layer over time: random filters, every frequency a channel, in several widths.

Ulyanov and Lebedev, "Audio texture synthesis and style transfer", 2016: one layer of filters that were never
trained tells textures apart, since its Gram matrices are correlations of random mixtures of frequencies.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

WIDTHS: Final = (3, 11, 27)
"""Windows that a filter sees at once, 0.12, 0.33 and 0.70 s: an attack, a note, a rhythm."""

COUNT: Final = 512
"""Filters of each width that are drawn where a sound is too long for all of them (`every_filter`). Time grows
with their number, and so does what they tell: of a texture's distance 0.2 % was left as 512 saw it after
forty steps on three seconds, and 2 % as others did.
"""


class WideLayer(nn.Module):
    """One convolution over time for each width, each followed by ReLU. Its filters are fixed."""

    def __init__(
        self,
        channels: int,
        seed: int = 0,
        widths: Sequence[int] = WIDTHS,
        count: int = COUNT,
        device: torch.device | None = None,
    ) -> None:
        """Filters are normal with variance 2 / (channels x width) (He et al. 2015), drawn on the CPU so that
        a seed means the same everywhere.
        """
        super().__init__()
        source = torch.Generator().manual_seed(seed)
        self.widths = tuple(widths)
        for width in self.widths:
            spread = (2 / (channels * width)) ** 0.5
            drawn = torch.randn((count, channels, width), generator=source) * spread
            self.register_buffer(f"width{width}", drawn.to(device))

    def forward(self, spectrogram: Tensor) -> list[Tensor]:
        """(1, channels, t) to (1, count, t - width + 1) for each width, where t is long enough."""
        return [
            F.relu(F.conv1d(spectrogram, self.get_buffer(f"width{width}")))
            for width in self.widths
            if spectrogram.shape[2] >= width
        ]
