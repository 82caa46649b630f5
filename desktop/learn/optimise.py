"""The loop of training: epochs of P x K batches over a filled bank; it knows nothing of files or people."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from desktop.learn import checkpoint
from desktop.learn.bank import Bank
from desktop.learn.batches import Batch, batches, count
from desktop.learn.binary import PairClassifier
from desktop.learn.checkpoint import CheckpointStore
from desktop.learn.collapse import Watch
from desktop.learn.objective import Objective, Told, histogram
from desktop.learn.projection import Plane, project
from desktop.learn.recipe import BINS, Collapse, Epoch, Hardest, Recipe, Sample, Step

WARM = 40
"""Batches over which the learning rate rises, at most a tenth of all: Adam knows nothing about scales yet."""


@dataclass(frozen=True, slots=True, eq=False)
class Optimised:
    """What the loop leaves behind."""

    epochs: tuple[Epoch, ...]
    collapse: Collapse | None


@dataclass(slots=True)
class _Sums:
    """What one epoch has seen so far."""

    losses: list[float] = field(default_factory=list)
    active: int = 0
    mined: int = 0
    ap: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    an: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    ap_sum: float = 0.0
    an_sum: float = 0.0

    def add(self, told: Told) -> None:
        self.losses.append(float(told.loss.detach()))
        self.active += told.active
        self.mined += told.mined
        self.ap = self.ap + histogram(told.ap)
        self.an = self.an + histogram(told.an)
        self.ap_sum += float(told.ap.sum())
        self.an_sum += float(told.an.sum())

    @property
    def loss(self) -> float:
        return float(np.mean(self.losses))

    @property
    def share(self) -> float | None:
        return self.active / self.mined if self.mined else None

    def epoch(self, number: int) -> Epoch:
        pairs = max(1, int(self.ap.sum())), max(1, int(self.an.sum()))
        return Epoch(number, self.loss, self.share, self.ap_sum / pairs[0], self.an_sum / pairs[1])


def optimise(
    bank: Bank,
    objective: Objective,
    recipe: Recipe,
    rate: float,
    store: CheckpointStore,
    key: str,
    shown: NDArray[np.intp],
    *,
    teacher: bool,
) -> Generator[Step | Sample, None, Optimised]:
    """Train the objective's module; a job that tells every batch, and goes on from a checkpoint of its key.

    The chance of an epoch depends on the seed and its number alone, so a run that was cut off ends where one
    that was not would have. `shown` are the bank's rows that are projected; with `teacher` the pull goes to
    what the module sees of the plain pictures before it is trained. A NaN or a collapse ends it at once.
    """
    module = objective.module
    goal = _seen(module, bank.features[:, 0]) if teacher else None
    optimiser = torch.optim.Adam(module.parameters(), lr=rate)
    if isinstance(module, PairClassifier):
        module.centre(bank.features[:, 0], torch.from_numpy(bank.codes))
    plane = _plane(module, bank, shown, None)
    yield Sample(bank.rows[shown], plane)
    found = checkpoint.unpack(store.load(key), key)
    epochs: list[Epoch] = []
    if found is not None:
        checkpoint.restore(found, module, optimiser)
        epochs = list(found.epochs)
    each = count(bank.codes, recipe.people, recipe.pictures)
    watch = Watch(recipe.margin if recipe.method == "triplet" else None)
    for number in range(len(epochs) + 1, recipe.epochs + 1):
        sums = _Sums()
        chance = np.random.default_rng([recipe.seed, 4, number])
        drawn = batches(bank.codes, bank.views, recipe.people, recipe.pictures, chance)
        for at, batch in enumerate(drawn):
            done = (number - 1) * each + at
            _set_rate(optimiser, rate, done, recipe.epochs * each)
            # The random miner draws from torch's own chance, and others' draws shall not change for it.
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(recipe.seed * 100_003 + done)
                told = _learn(objective, optimiser, bank, batch, goal)
            sums.add(told)
            wrong = watch.see(number, sums.losses[-1], told.part, _mean(told.an))
            if wrong is not None:
                return Optimised((*epochs, sums.epoch(number)), wrong)
            yield _step(sums, told, batch, bank, recipe, done + 1, recipe.epochs * each, number)
        wrong = watch.numbers(number, module)
        if wrong is not None:
            return Optimised((*epochs, sums.epoch(number)), wrong)
        epochs.append(sums.epoch(number))
        if number < recipe.epochs:
            store.save(key, checkpoint.pack(checkpoint.standing(epochs, module, optimiser), key))
        plane = _plane(module, bank, shown, plane)
        done = number * each
        yield Step(
            done, recipe.epochs * each, number, recipe.epochs, sums.loss, sums.share, sums.ap, sums.an,
            projection=plane, what=f"Epoch {number} of {recipe.epochs}",
        )  # fmt: skip
    return Optimised(tuple(epochs), None)


def _learn(
    objective: Objective, optimiser: torch.optim.Adam, bank: Bank, batch: Batch, goal: Tensor | None
) -> Told:
    rows = torch.from_numpy(batch.rows)
    told = objective(
        bank.take(batch), torch.from_numpy(bank.codes)[rows], None if goal is None else goal[rows]
    )
    if math.isfinite(float(told.loss.detach())):
        optimiser.zero_grad(set_to_none=True)
        told.loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return told


def _step(
    sums: _Sums, told: Told, batch: Batch, bank: Bank, recipe: Recipe, done: int, total: int, epoch: int
) -> Step:
    rows = bank.rows[batch.rows]
    hardest = tuple(
        Hardest(int(rows[one]), int(rows[two]), int(rows[three]), loss)
        for one, two, three, loss in told.hardest
    )
    return Step(
        done, total, epoch, recipe.epochs, sums.loss, sums.share, sums.ap, sums.an, hardest,
        what=f"Epoch {epoch} of {recipe.epochs}",
    )  # fmt: skip


def _set_rate(optimiser: torch.optim.Adam, rate: float, done: int, total: int) -> None:
    """Up over the first batches, then down to 0 along half a cosine."""
    warm = max(1, min(WARM, total // 10))
    now = rate * min(1.0, (done + 1) / warm) * 0.5 * (1 + math.cos(math.pi * min(1.0, done / total)))
    for group in optimiser.param_groups:
        group["lr"] = now


def _seen(module: nn.Module, features: Tensor) -> Tensor:
    """What the module makes of features, without learning from it; 256 at a time."""
    with torch.no_grad():
        encode = module.encode if isinstance(module, PairClassifier) else module
        return torch.cat([encode(part) for part in torch.split(features, 256)])


def _plane(module: nn.Module, bank: Bank, shown: NDArray[np.intp], before: Plane | None) -> Plane:
    vectors = _seen(module, bank.features[torch.from_numpy(shown), 0]).numpy()
    return project(np.nan_to_num(vectors), before)


def _mean(values: NDArray[np.float64]) -> float | None:
    return float(values.mean()) if values.size else None
