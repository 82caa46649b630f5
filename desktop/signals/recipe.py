"""The words of laying one sound's texture on another: choices, and what a run tells. No torch here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.signals.audio import Samples, Sound
from desktop.signals.errors import BadSoundRecipe

INITS: Final = ("content", "random")
"""What a run starts from: the content's own spectrogram, or noise."""

Spectrogram = NDArray[np.float32]
"""(1025, t) log(1 + magnitude), lowest frequency first."""


@dataclass(frozen=True, slots=True)
class SoundRecipe:
    """Every choice. The costs have no unit, so the weights mean the same for all sounds."""

    iterations: int = 150
    content_weight: float = 1.0
    style_weight: float = 50.0
    init: str = "content"
    seed: int = 0
    optimizer: str = "lbfgs"
    step: float = 1.0

    def check(self) -> None:
        """Raises BadSoundRecipe."""
        if self.init not in INITS:
            raise BadSoundRecipe(name="init", value=self.init, known=", ".join(INITS))
        for name, low, high in (
            ("iterations", 1, 10_000),
            ("content_weight", 0, 1e6),
            ("style_weight", 0, 1e6),
            ("seed", 0, 2**63 - 1),
        ):
            value = getattr(self, name)
            if not math.isfinite(value) or not low <= value <= high:
                raise BadSoundRecipe(name=name.replace("_", " "), value=value, known=f"{low:g} to {high:g}")
        if self.content_weight == 0 == self.style_weight:
            raise BadSoundRecipe(name="both weights", value=0, known="numbers above 0 for one of them")


@dataclass(frozen=True, slots=True, eq=False)
class SoundWork:
    """Everything a run needs."""

    content: Sound
    style: Sound
    recipe: SoundRecipe = SoundRecipe()


@dataclass(frozen=True, slots=True)
class SoundLosses:
    """How far off the two are, without weights. Of content 1 is as far as two sounds that have nothing to do
    with each other, of style as far as the start was.
    """

    content: float
    style: float


@dataclass(frozen=True, slots=True, eq=False)
class SoundStart:
    """Where a run goes on. `canvas` is a log magnitude (1, 1025, t) or, near the end, the samples (n,)."""

    canvas: NDArray[np.float32]
    iteration: int
    seconds: float
    curve: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class SoundStep:
    """One iteration. `samples` is how it sounds now: its phase is refined by one round a step."""

    iteration: int  # 0 is what the run starts from
    iterations: int
    losses: SoundLosses | None  # None at iteration 0
    spectrogram: Spectrogram
    samples: Samples
    canvas: NDArray[np.float32]
    """What the optimiser works on: see SoundStart."""
    seconds: float  # spent in the optimisation, pauses left out
    remaining: float | None  # seconds, where it can be told
    curve: tuple[tuple[int, float, float], ...]
    """Iteration, content, style: all of them, so that none is lost when steps are skipped."""

    @property
    def done(self) -> float:
        """For progress bars."""
        return self.iteration

    @property
    def total(self) -> float:
        """For progress bars."""
        return self.iterations

    @property
    def what(self) -> str:
        """For progress bars: how good it is."""
        return "" if self.losses is None else f"style {100 * self.losses.style:.1f} %"


@dataclass(frozen=True, slots=True, eq=False)
class SoundResult:
    """What a run ends with; `losses` are of the sound itself, before `gain` brought its peak to PEAK."""

    samples: Samples
    gain: float
    spectrogram: Spectrogram
    iterations: int
    seconds: float
    losses: SoundLosses
    curve: tuple[tuple[int, float, float], ...]
