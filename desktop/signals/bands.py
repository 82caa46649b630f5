"""What a network sees of a sound: the spectrogram in bands that are about as wide as they are heard."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import torch

from desktop.signals.audio import RATE, Samples
from desktop.signals.kinds import BANDS, Values
from desktop.signals.spectrum import N_FFT, transform


def bands(samples: Samples) -> Values:
    """(BANDS, t) log(1 + magnitude) of samples (n,), the lowest first; 0..spectrum.HIGHEST."""
    magnitude = transform(torch.from_numpy(samples)).abs()
    found: Values = torch.log1p(_filters() @ magnitude).numpy()
    return found


@lru_cache(maxsize=1)
def _filters() -> torch.Tensor:
    """(BANDS, frequencies) triangles evenly spaced on the mel scale, each a weighted mean.

    2595 log10(1 + f / 700), O'Shaughnessy, "Speech Communication", 1987: logarithmic but for the lowest
    frequencies, where bands spaced so all the way would fall between the transform's own.
    """
    frequencies = np.linspace(0, RATE / 2, N_FFT // 2 + 1)
    top = 2595 * np.log10(1 + RATE / 2 / 700)
    edges = 700 * (10 ** (np.linspace(0, top, BANDS + 2) / 2595) - 1)
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (frequencies - low) / (middle - low), (high - frequencies) / (high - middle)
    triangles = np.clip(np.minimum(rising, falling), 0, None)
    return torch.from_numpy((triangles / triangles.sum(1, keepdims=True)).astype(np.float32))
