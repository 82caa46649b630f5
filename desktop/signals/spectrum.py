"""Between a sound and its log magnitude spectrogram, and back where the phase is not known."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor

N_FFT: Final = 2048
"""Samples of a window: 93 ms at 22.05 kHz, 1025 frequencies 10.8 Hz apart."""

HOP: Final = 512
"""Samples from window to window, 23 ms: a quarter of the window, about the widest at which squared Hann
windows add up evenly, as Griffin and Lim need them. Half of it would cost twice the time.
"""

HIGHEST: Final = 7.0
"""No value of a sound within -1..1 is above: log(1 + the sum of the window, 1024) = 6.93."""

_MOMENTUM: Final = 0.99


def transform(samples: Tensor) -> Tensor:
    """The complex short-time Fourier transform (1025, t) of (n,) samples, t = 1 + n // HOP.

    The first window is centred on the first sample, the sound mirrored at its ends.
    """
    return torch.stft(samples, N_FFT, HOP, window=_window(samples), center=True, return_complex=True)


def inverse(spectrum: Tensor, length: int) -> Tensor:
    """The `length` samples whose transform is nearest to a complex (1025, t): Griffin and Lim 1984, eq. 6."""
    return torch.istft(spectrum, N_FFT, HOP, window=_window(spectrum.real), center=True, length=length)


def log_magnitude(spectrum: Tensor) -> Tensor:
    """log(1 + magnitude), 0..HIGHEST: what is quiet counts about as it is heard."""
    return torch.log1p(spectrum.abs())


def magnitude(logarithm: Tensor) -> Tensor:
    """The magnitude again."""
    return torch.expm1(logarithm)


class Phase:
    """A phase that is looked for, round by round, for a magnitude that may change meanwhile.

    Griffin and Lim, "Signal estimation from modified short-time Fourier transform", IEEE Transactions on
    Acoustics, Speech and Signal Processing 32, 1984, with the momentum of Perraudin, Balazs and Sondergaard,
    "A fast Griffin-Lim algorithm", WASPAA 2013.
    """

    def __init__(self, start: Tensor, length: int) -> None:
        """`start` is a complex (1025, t) whose phase is the first; `length` is the sound's in samples."""
        self._length = length
        self._phase = torch.polar(torch.ones_like(start.real), start.angle())
        self._before: Tensor | None = None

    def refine(self, magnitude: Tensor, rounds: int) -> None:
        """Bring the phase nearer to one that a sound with this magnitude (1025, t) can have."""
        for _ in range(rounds):
            found = transform(inverse(magnitude * self._phase, self._length))
            ahead = found if self._before is None else found + _MOMENTUM * (found - self._before)
            self._before = found
            self._phase = torch.polar(torch.ones_like(magnitude), ahead.angle())

    def sound(self, magnitude: Tensor) -> Tensor:
        """(n,) samples with this magnitude and the phase as it is."""
        return inverse(magnitude * self._phase, self._length)


def _window(like: Tensor) -> Tensor:
    return torch.hann_window(N_FFT, dtype=like.dtype, device=like.device)
