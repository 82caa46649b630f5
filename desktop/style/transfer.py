"""Style transfer by optimisation, as a job: coarse to fine, told step by step, changed while it runs.

The life of a run:
1. the plan: which scales, how many iterations each, and whether a picture needs tiles (`scales`, `memory`);
2. the start: an instant picture, the content, noise or a kept canvas, at the first scale; it is told at once;
3. at each scale J is made for its size (`stage`), and the canvas goes down it (`descent`);
4. from scale to scale the canvas is enlarged, and the optimiser starts anew;
5. at the end J of the picture as it is saved is computed once more.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, TypeVar

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the name everybody knows it by

from desktop.errors import LikenessError, Phrase
from desktop.scaled import resized
from desktop.style import memory
from desktop.style.colour import prepared_content
from desktop.style.descent import Descent
from desktop.style.instant import FIRST, instant
from desktop.style.networks import Networks
from desktop.style.objective import Evaluation
from desktop.style.optimise import HIGH, LOW
from desktop.style.recipe import Losses, Recipe, Start, StyleResult, StyleStep, Work
from desktop.style.scales import Scale, at, plan
from desktop.style.stage import Stage, check, same_pictures, tensor
from desktop.style.targets import Cache
from desktop.weights.device import Device

R = TypeVar("R")
Steps = Generator[StyleStep | None, Work | None, R]

_HISTORY: Final = 100
"""Pairs of L-BFGS, as many as its scale has iterations in most runs."""

_HISTORY_BYTES: Final = 1 << 30
"""What these pairs may take of the memory: 7 pairs at 4096 x 3072."""

_VECTORS: Final = 4
"""Pictures in float32 that a step holds beside these pairs."""

_WORTH_SAYING: Final = 1e9  # bytes of memory
_FIRST_TILE: Final = 1024  # pixels a side, tried where memory turned out too small; then half of it
_NOISE: Final = 40.0  # grey levels of deviation around the content's mean
_WORSE: Final = 1.1  # times the J before: a last step that did this is not taken


def transfer(networks: Networks, work: Work, start: Start | None = None) -> Steps[StyleResult]:
    """Paint the content in the styles; a job.

    Yields the picture it starts from as iteration 0, then a StyleStep for every iteration, and None between
    tiles and other pieces of work. `send(Work)` changes styles, masks and every choice of the recipe but
    size, init, seed and iterations; it counts from the next iteration on. `start` goes on from a kept canvas.
    Raises NoStyle, PictureTooThin, TooLittleMemory, and what `networks` raises.
    """
    return (yield from _Run(networks, work, start).run())


def needed(width: int, height: int, recipe: Recipe, device: Device) -> tuple[int, int | None]:
    """Bytes that the finest scale of a photo of this size takes, and the side of its tiles (None: whole).

    Raises TooLittleMemory where not even tiles fit.
    """
    finest = plan(width, height, recipe)[-1]
    vectors = 2 * _history(finest) + _VECTORS
    tile = memory.plan_tile(finest.width, finest.height, recipe, device, vectors)
    return memory.estimate(finest.width, finest.height, recipe, device.fast, tile, vectors), tile


class _Clock:
    """Seconds spent in a run; what happens while it is held (pauses, other jobs, loading) does not count."""

    def __init__(self, seconds: float) -> None:
        self._since = time.perf_counter() - seconds

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._since

    @contextmanager
    def held(self) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self._since += time.perf_counter() - start


class _Run:
    """One run. Its parts are generators that yield what the job yields."""

    def __init__(self, networks: Networks, work: Work, start: Start | None) -> None:
        self._networks, self._work, self._start = networks, work, start
        self._news: Work | None = None
        self._notes: list[Phrase] = []
        self._curve: list[tuple[float, float]] = []
        self._cache: Cache = {}
        self._tile: int | None = None
        self._largest: int | None = None  # of a tile's sides, after memory ran out
        self._iteration = 0 if start is None else start.iteration
        self._evaluations = self._iteration
        self._clock = _Clock(0.0 if start is None else start.seconds)
        self._pace = 0.0  # seconds that an iteration took lately, for each pixel

    def run(self) -> Steps[StyleResult]:
        """The whole run."""
        check(self._work)
        recipe = self._work.recipe
        self._scales = self._plan()
        self._number, had = at(self._scales, self._iteration)
        self._fit(self._scales[-1])  # said before the start, not after an hour
        if recipe.init == "instant" and self._start is None:
            with self._clock.held():
                _ = self._networks.predictor, self._networks.transformer
        began = self._clock.seconds
        canvas = yield from self._through(self._beginning())
        self._stage = Stage(self._work, self._scale)
        step = self._step(canvas, None)
        first = self._clock.seconds - began
        yield from self._tell(step)
        while True:
            with self._clock.held():
                self._networks.vgg(self._work.recipe.pooling)
            ended = yield from self._descend(_enlarged(canvas, self._scale), had)
            canvas, had = self._descent.canvas, 0
            if ended or self._number + 1 == len(self._scales):
                return (yield from self._result(first))
            self._number += 1

    @property
    def _scale(self) -> Scale:
        return self._scales[self._number]

    def _plan(self) -> tuple[Scale, ...]:
        height, width = self._work.content.shape[:2]
        return plan(width, height, self._work.recipe)

    def _beginning(self) -> Generator[object, None, Tensor]:
        """The canvas of iteration 0."""
        recipe, device, scale = self._work.recipe, self._networks.device.torch, self._scale
        if self._start is not None:
            return tensor(resized(self._start.canvas, scale.width, scale.height), device)
        if recipe.init == "instant":
            # Painted large and shrunk: painted at the coarsest size its strokes would hide the content.
            size = max(min(recipe.size, FIRST), scale.width, scale.height)
            small = replace(recipe, size=size)
            painted = yield from instant(self._networks, replace(self._work, recipe=small))
            painted = resized(painted, scale.width, scale.height)
            return tensor(prepared_content(painted, recipe.colour), device)
        content = tensor(Stage(self._work, scale).content, device)
        if recipe.init == "content":
            return content
        # Drawn on the CPU, so that a seed means the same picture everywhere.
        source = torch.Generator().manual_seed(recipe.seed)
        noise = torch.randn((1, 3, scale.height, scale.width), generator=source).to(device)
        return (content.mean((2, 3), keepdim=True) + _NOISE * noise).clamp_(LOW, HIGH)

    def _descend(self, canvas: Tensor, had: int) -> Steps[bool]:
        """All iterations of the current scale but those it has had. True: the run ends here."""
        self._adopt()
        self._fit(self._scale)
        self._stage = Stage(self._work, self._scale)
        yield from self._prepare()
        self._descent = Descent(canvas, self._work.recipe, _history(self._scale))
        last = sum(scale.iterations for scale in self._scales[: self._number + 1])
        for _ in range(had, self._scale.iterations):
            yield from self._heed()
            yield from self._iterate()
            if self._descent.given_up:
                self._note(
                    Phrase("No step, however short, gives a number any more; the last good picture stands.")
                )
                return True
            if self._clock.seconds > self._deadline():
                break
        if self._number + 1 < len(self._scales):
            self._iteration = last  # a state that is kept tells its scale by its iteration
        return False

    def _iterate(self) -> Steps[None]:
        start = self._clock.seconds
        evaluation = yield from self._evaluate(self._descent.canvas)
        losses = self._plain(self._descent.advance(evaluation))
        self._iteration += 1
        self._evaluations += 1
        now = self._clock.seconds
        self._pace = (now - start) / self._scale.pixels
        if losses is None:
            self._note(
                Phrase(
                    "Iteration {iteration} gave no number: the last good picture was taken up again with "
                    "half the step.",
                    iteration=self._iteration,
                )
            )
            losses = self._plain(self._descent.losses)
        else:
            self._curve.append((now, losses.total))
        yield from self._tell(self._step(self._descent.canvas, losses))

    def _heed(self) -> Steps[None]:
        """Let what was sent act on the scale that is under way."""
        if not self._adopt():
            return
        if not self._stage.reweigh(self._work, self._scale):
            self._stage = Stage(self._work, self._scale)
            yield from self._prepare()
        self._descent.changed(self._work.recipe)

    def _adopt(self) -> bool:
        """Take what was sent; what a running run cannot change keeps its value. True: J has changed."""
        if self._news is None:
            return False
        old, news, self._news = self._work, self._news, None
        fixed = {name: getattr(old.recipe, name) for name in ("size", "init", "seed", "iterations")}
        self._work = replace(old, styles=news.styles, recipe=replace(news.recipe, **fixed))
        try:
            check(self._work)
        except LikenessError as problem:
            self._note(problem.phrase)
            self._work = replace(self._work, styles=old.styles)
        self._scales = self._plan()
        return not _alike(old, self._work)

    # J, in tiles where memory asks for it.

    def _fit(self, scale: Scale) -> None:
        """Choose between the whole picture and tiles. Raises TooLittleMemory where neither fits."""
        recipe, device, vectors = self._work.recipe, self._networks.device, 2 * _history(scale) + _VECTORS
        width, height = scale.width, scale.height
        self._tile = memory.plan_tile(width, height, recipe, device, vectors, self._largest)
        needed = memory.estimate(width, height, recipe, device.fast, self._tile, vectors)
        if self._tile is not None:
            self._note(
                Phrase(
                    "{width} x {height} pixels are computed in tiles of {tile}, since the whole does not fit "
                    "into memory; that takes longer and gives the same picture in {size}.",
                    width=width,
                    height=height,
                    tile=self._tile,
                    size=memory.in_words(needed),
                )
            )
        elif needed > _WORTH_SAYING:
            self._note(
                Phrase(
                    "{width} x {height} pixels need about {size} of memory.",
                    width=width,
                    height=height,
                    size=memory.in_words(needed),
                )
            )

    def _prepare(self) -> Steps[None]:
        while True:
            try:
                vgg = self._networks.vgg(self._work.recipe.pooling)
                return (yield from self._through(self._stage.prepare(vgg, self._tile, self._cache)))
            except (RuntimeError, MemoryError) as error:
                self._cut(error)

    def _evaluate(self, canvas: Tensor) -> Steps[Evaluation]:
        while True:
            try:
                return (yield from self._through(self._stage.objective.evaluate(canvas)))
            except (RuntimeError, MemoryError) as error:
                self._cut(error)
            yield from self._prepare()

    def _cut(self, error: Exception) -> None:
        """Smaller tiles after memory ran out; any other error is raised again. Raises TooLittleMemory."""
        if not isinstance(error, MemoryError | torch.OutOfMemoryError) and "alloc" not in str(error):
            raise error
        self._largest = _FIRST_TILE if self._tile is None else self._tile // 2
        width, height = self._scale.width, self._scale.height
        self._note(Phrase("Memory ran out at {width} x {height} pixels.", width=width, height=height))
        self._fit(self._scale)

    # What is told.

    def _note(self, sentence: Phrase) -> None:
        if sentence not in self._notes:
            self._notes.append(sentence)

    def _deadline(self) -> float:
        """Seconds at which the next scale begins, where time is limited: each has its share of the work."""
        limit = self._work.recipe.seconds
        if not limit:
            return math.inf
        costs = [scale.pixels * scale.iterations for scale in self._scales]
        return limit * sum(costs[: self._number + 1]) / sum(costs)

    def _remaining(self) -> float | None:
        if not self._pace:
            return None
        done = sum(scale.iterations for scale in self._scales[: self._number])
        left = (done + self._scale.iterations - self._iteration) * self._scale.pixels
        left += sum(scale.iterations * scale.pixels for scale in self._scales[self._number + 1 :])
        limit = self._work.recipe.seconds
        seconds = max(0.0, left * self._pace)
        return min(seconds, max(0.0, limit - self._clock.seconds)) if limit else seconds

    def _plain(self, losses: Losses | None) -> Losses | None:
        """Losses in the recipe's own weights, whatever the scale makes of them."""
        return losses and replace(losses, content=losses.content / self._scale.content_factor)

    def _step(self, canvas: Tensor, losses: Losses | None) -> StyleStep:
        shown, saved = self._stage.shown(canvas)
        return StyleStep(
            self._iteration,
            self._work.recipe.iterations,
            losses,
            self._clock.seconds,
            self._remaining(),
            shown,
            saved,
            tuple(self._notes),
        )

    def _result(self, first: float) -> Steps[StyleResult]:
        """The picture as it is saved, with its own J: the best of the last two canvases."""
        canvas = self._descent.canvas.round()
        if self._descent.given_up:
            canvas = self._descent.good
        evaluation = yield from self._evaluate(canvas)
        losses = Losses(*torch.stack(evaluation.losses).tolist())
        before = self._descent.losses
        if before is not None and not losses.total <= _WORSE * before.total:
            canvas, losses = self._descent.good, before
        losses = self._plain(losses) or losses
        shown, saved = self._stage.shown(canvas)
        return StyleResult(
            picture=shown,
            canvas=saved,
            iterations=self._evaluations,
            seconds=self._clock.seconds,
            first_picture_seconds=first,
            losses=losses,
            curve=tuple(self._curve),
            peak_memory_mb=memory.peak_mb(self._networks.device.name),
            device=self._networks.device.description,
            notes=tuple(self._notes),
        )

    # Yields.

    def _tell(self, step: StyleStep | None) -> Steps[None]:
        with self._clock.held():
            news = yield step
        self._news = news or self._news

    def _through(self, part: Generator[object, None, R]) -> Steps[R]:
        """Run a part to its end, its yields as None, and keep what is sent meanwhile."""
        try:
            while True:
                try:
                    next(part)
                except StopIteration as end:
                    result: R = end.value
                    return result
                yield from self._tell(None)
        finally:
            part.close()


def _alike(old: Work, new: Work) -> bool:
    """Whether nothing that counts has changed, so that what the optimiser has learnt still holds."""
    weights = [[style.weight for style in work.styles] for work in (old, new)]
    return (
        replace(old.recipe, seconds=0) == replace(new.recipe, seconds=0)
        and weights[0] == weights[1]
        and same_pictures(old.styles, new.styles)
    )


def _history(scale: Scale) -> int:
    """How many pairs L-BFGS keeps."""
    most = min(_HISTORY, _HISTORY_BYTES // (2 * 4 * 3 * scale.pixels), scale.iterations)
    return max(3, most)


def _enlarged(canvas: Tensor, scale: Scale) -> Tensor:
    """The canvas at the size of a scale, within the range, which cubic interpolation overshoots."""
    size = (scale.height, scale.width)
    if canvas.shape[2:] == size:
        return canvas
    return F.interpolate(canvas, size, mode="bicubic").clamp_(LOW, HIGH)
