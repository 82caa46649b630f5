"""One sound's texture laid on another, as a job: told step by step, changed while it runs.

The life of a run:
1. both sounds become log magnitude spectrograms, and all random filters there are see them once
   (`every_filter`); long ones are seen by those that are drawn (`objective`);
2. the canvas begins as the content's spectrogram or as noise, or goes on from a kept one;
3. it goes down J as a picture does (`style/descent`); every step refines the phase by a round, so that what
   is told can be listened to at once;
4. once most steps are done the phase is refined further, and the sound itself takes the spectrogram's place
   as the canvas: no sound has exactly the magnitude that was found; the last steps find one as near. Where
   other weights are sent meanwhile, 3 and 4 begin anew.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import replace
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.signals.audio import PEAK, levelled
from desktop.signals.every_filter import LONGEST, EveryFilter
from desktop.signals.filters import WideLayer
from desktop.signals.objective import SoundObjective
from desktop.signals.recipe import SoundLosses, SoundRecipe, SoundResult, SoundStart, SoundStep, SoundWork
from desktop.signals.spectrum import HIGHEST, Phase, log_magnitude, magnitude, transform
from desktop.style.descent import Descent
from desktop.style.objective import Evaluation
from desktop.style.optimise import Box

SHARE: Final = 0.3
"""Of the steps go down by the spectrogram, which is soon near its goal; the rest by the sound."""

FROM_NOISE: Final = 0.5
"""The same from noise, which is far from a tonal texture: a sound that takes over too soon keeps phases that
do not fit (chirps of ten seconds left 59 % by 0.3 and 2 % by 0.5). `_SETTLING` steps are left to the sound.
"""

_SETTLING: Final = 60

_AGAIN: Final = 20
"""Steps that must be left for other weights to act by the spectrogram; by the sound a far goal is not met."""

ROUNDS: Final = 30
"""Of Griffin and Lim between the two; twenty more changed the distance by a hundredth of itself."""

_MAGNITUDE: Final = Box(0.0, HIGHEST, first=0.03, again=0.01)
_SAMPLES: Final = Box(
    -8.0, 8.0, first=0.003, again=0.001
)  # many peaks at once exceed 1; it is levelled later
_HISTORY: Final = 100
_HISTORY_BYTES: Final = 1 << 29  # what L-BFGS may keep of it: 150 pairs of ten seconds, 2 of ten minutes
_NOISE: Final = 0.5  # deviation of the noise, of the content's own in each frequency


def sound_transfer(
    work: SoundWork, start: SoundStart | None = None, device: torch.device | None = None
) -> Generator[SoundStep | None, SoundRecipe | None, SoundResult]:
    """Give the content the texture of the style; a job.

    Yields what it starts from as iteration 0, then a SoundStep for every iteration. `send(SoundRecipe)`
    changes both weights from the next iteration on. Raises BadSoundRecipe.
    """
    work.recipe.check()
    run = _Run(work, start, device or torch.device("cpu"))
    news = yield run.step()
    while run.iteration < work.recipe.iterations and not run.given_up:
        if news is not None:
            run.reweigh(news)
        run.iterate()
        news = yield run.step()
    return run.result()


class _Run:
    """One run. The canvas is (1, 1025, t), later (n,)."""

    def __init__(self, work: SoundWork, start: SoundStart | None, device: torch.device) -> None:
        began = time.perf_counter()
        self._recipe = work.recipe
        content = transform(torch.from_numpy(work.content.samples).to(device))
        style = transform(torch.from_numpy(work.style.samples).to(device))
        target = log_magnitude(content)[None]
        self._objective = _objective(target, log_magnitude(style)[None], work.recipe.seed)
        canvas = target if work.recipe.init == "content" else _noise(target, work.recipe.seed)
        self._objective.measure_from(canvas)
        self._phase = Phase(content, len(work.content.samples))
        self.iteration, self._seconds = 0, 0.0
        self._curve: list[tuple[int, float, float]] = []
        self._losses: SoundLosses | None = None
        if start is not None:
            canvas = torch.from_numpy(start.canvas.copy()).to(device)
            self.iteration, self._seconds, self._curve = start.iteration, start.seconds, list(start.curve)
            self._losses = SoundLosses(*self._curve[-1][1:]) if self._curve else None
        self._pace = 0.0
        self._turn = _by_magnitude(work.recipe, work.recipe.iterations)
        self._descent = self._descending(canvas)
        self._weigh()
        self._seconds += time.perf_counter() - began

    @property
    def given_up(self) -> bool:
        """Whether J stayed no number, however short the steps."""
        return self._descent.given_up

    def reweigh(self, news: SoundRecipe) -> None:
        """Take other weights; all else of a running run stays. Raises BadSoundRecipe."""
        wanted = replace(self._recipe, content_weight=news.content_weight, style_weight=news.style_weight)
        wanted.check()
        if wanted != self._recipe:
            self._recipe = wanted
            self._weigh()
            left = wanted.iterations - self.iteration
            if left >= _AGAIN:
                self._turn = self.iteration + _by_magnitude(wanted, left)
            if self._by_magnitude or left < _AGAIN:
                self._descent.changed(wanted)
            else:
                spectrum = transform(self._descent.good)
                self._phase = Phase(spectrum, len(self._descent.good))
                self._descent = self._descending(log_magnitude(spectrum)[None])

    def iterate(self) -> None:
        """One step down J. A step that went wrong is taken back, and the curve stays where it was."""
        began = time.perf_counter()
        if self._by_magnitude and self.iteration >= self._turn:
            best = self._descent.good[0]
            self._phase.refine(magnitude(best), ROUNDS)
            self._descent = self._descending(self._phase.sound(magnitude(best)))
        canvas = self._descent.canvas
        evaluation, plain = self._evaluate(canvas)
        found = self._descent.advance(evaluation)
        self.iteration += 1
        if found is not None and self._descent.good is canvas:
            self._losses = SoundLosses(float(plain[0]), float(plain[1]))
        if self._losses is not None:
            self._curve.append((self.iteration, self._losses.content, self._losses.style))
        if self._by_magnitude:
            self._phase.refine(magnitude(self._descent.good[0]), 1)
        self._pace = time.perf_counter() - began
        self._seconds += self._pace

    def step(self) -> SoundStep:
        """What is told of the present state."""
        samples, spectrogram = self._heard()
        left = max(0, self._recipe.iterations - self.iteration) * self._pace
        return SoundStep(
            self.iteration,
            self._recipe.iterations,
            self._losses,
            _plain(spectrogram),
            levelled(_plain(samples)),
            _plain(self._descent.good),
            self._seconds,
            left if self._pace else None,
            tuple(self._curve),
        )

    def result(self) -> SoundResult:
        """The sound, and how far it is."""
        samples, _ = self._heard()
        spectrogram = log_magnitude(transform(samples))
        losses = SoundLosses(*self._objective.distances(spectrogram[None]))
        made = _plain(samples)
        peak = float(np.abs(made).max())
        return SoundResult(
            levelled(made),
            PEAK / peak if peak else 1.0,
            _plain(spectrogram),
            self.iteration,
            self._seconds,
            losses,
            tuple(self._curve),
        )

    @property
    def _by_magnitude(self) -> bool:
        return self._descent.canvas.dim() > 1

    def _descending(self, canvas: Tensor) -> Descent:
        pairs = max(2, min(_HISTORY, _HISTORY_BYTES // (8 * canvas.numel())))
        return Descent(canvas, self._recipe, pairs, _MAGNITUDE if canvas.dim() > 1 else _SAMPLES)

    def _evaluate(self, canvas: Tensor) -> tuple[Evaluation, tuple[Tensor, Tensor]]:
        if canvas.dim() > 1:
            return self._objective.evaluate(canvas)
        canvas = canvas.detach().requires_grad_()
        spectrogram = log_magnitude(transform(canvas))[None]
        found, plain = self._objective.evaluate(spectrogram)
        (gradient,) = torch.autograd.grad(spectrogram, canvas, found.gradient)
        return replace(found, gradient=gradient), plain

    def _weigh(self) -> None:
        self._objective.content_weight = self._recipe.content_weight
        self._objective.style_weight = self._recipe.style_weight

    def _heard(self) -> tuple[Tensor, Tensor]:
        """The samples (n,) and the log magnitude (1025, t) as they are."""
        good = self._descent.good
        if self._by_magnitude:
            return self._phase.sound(magnitude(good[0])), good[0]
        return good, log_magnitude(transform(good))


def _by_magnitude(recipe: SoundRecipe, steps: int) -> float:
    """Of so many steps those after which the sound takes the spectrogram's place."""
    share = SHARE * steps
    return max(share, min(FROM_NOISE * steps, steps - _SETTLING)) if recipe.init == "random" else share


def _objective(content: Tensor, style: Tensor, seed: int) -> EveryFilter | SoundObjective:
    """J of short sounds as all filters see it, of longer ones as a few that are drawn."""
    if max(content.shape[2], style.shape[2]) <= LONGEST:
        return EveryFilter(content, style)
    return SoundObjective(WideLayer(content.shape[1], seed, device=content.device), content, style)


def _plain(values: Tensor) -> NDArray[np.float32]:
    return np.array(values.cpu().numpy())


def _noise(content: Tensor, seed: int) -> Tensor:
    """Noise with the mean of each of the content's frequencies, drawn on the CPU."""
    source = torch.Generator().manual_seed(seed)
    drawn = torch.randn(content.shape, generator=source).to(content.device)
    mean, spread = content.mean(2, keepdim=True), content.std(2, keepdim=True)
    return (mean + _NOISE * spread * drawn).clamp_(0.0, HIGHEST)
