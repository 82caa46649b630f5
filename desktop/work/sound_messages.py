"""What travels between the jobs of sound and their page."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.signals.audio import Sound
from desktop.signals.recipe import Spectrogram


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A sound that was read, and how it looks: (1025, t) log magnitude, lowest frequency first."""

    sound: Sound
    spectrogram: Spectrogram
