"""Training a small network on recordings, clips or volumes: the Siamese training of `learn`.

A file is what a picture is there, a class what a person is, and windows of a file are its views. Files are
kept aside, never windows: two windows of one recording are too alike to be a measure of anything.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from desktop.learn.bank import Bank, views_that_fit
from desktop.learn.checkpoint import CheckpointStore, NoCheckpoints
from desktop.learn.objective import TripletObjective
from desktop.learn.optimise import Optimised, optimise
from desktop.learn.projection import sample
from desktop.learn.recipe import Collapse, Epoch, Recipe, Sample, Step
from desktop.networks.convnet import Embedding
from desktop.progress import Progress
from desktop.signals.classes import Examples
from desktop.signals.kinds import Kind, Values
from desktop.signals.net_file import Net, embedding_of

USUAL: Final = Recipe(mode="scratch", epochs=60, people=24, pictures=8, views=16, pull=0.0)
"""Classes in a batch are its people, files its pictures, windows of a file its views."""

RATE: Final = 3e-3
HELD_OUT: Final = 0.25
"""Share of each class's files that is kept aside."""

_CHUNK: Final = 256  # windows that are embedded at a time

Told = Progress | Sample | Step
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Right:
    """How many of the files kept aside, and of their windows, lie nearest to their own class."""

    files: int
    of_files: int
    windows: int
    of_windows: int

    @property
    def accuracy(self) -> float:
        """The share of files, 0..1."""
        return self.files / self.of_files


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What came of it; `net` and `after` are None where training broke down."""

    net: Net | None
    epochs: tuple[Epoch, ...]
    collapse: Collapse | None
    classes: int
    learnt: int
    """Files that were learnt from."""
    before: Right
    """As the untrained network sees the files kept aside."""
    after: Right | None
    seconds: float


def train(
    given: Examples, recipe: Recipe = USUAL, *, origin: str = "", store: CheckpointStore | None = None
) -> Generator[Told, None, Taught]:
    """Train a network; a job. `origin` goes into its words.

    Training goes on from `store` where the same one was cut off. Raises DiskFull or NotWritable where a
    checkpoint can't be kept.
    """
    begun = time.perf_counter()
    kept = NoCheckpoints() if store is None else store
    learnt, aside = split(given.classes, recipe.seed)
    codes = np.unique(np.asarray(given.classes, dtype=object).astype(str), return_inverse=True)[1]
    codes = codes.astype(np.intp)
    kind = given.kind
    size = 4 * kind.channels[0] * int(np.prod(kind.window))
    recipe = replace(recipe, views=views_that_fit(recipe, len(given.values), size))
    features = torch.empty(len(given.values), recipe.views, size // 4)
    for row, values in enumerate(given.values):
        yield Progress(row, len(given.values), "Cutting")
        features[row] = windows(values, kind, recipe.views)
    centre, spread = _scale(features[torch.from_numpy(learnt)])
    features = (features - centre) / spread
    net = embedding_of(kind, recipe.seed)
    before = yield from _measured(net, features, codes, learnt, aside)
    bank = Bank(learnt, codes[learnt], features[torch.from_numpy(learnt)])
    key = _key(recipe, kind, bank)
    objective = TripletObjective(net, recipe.mining, recipe.margin, 0.0)
    shown = sample(bank.codes, recipe.seed)
    rate = RATE if recipe.rate is None else recipe.rate
    found: Optimised = yield from optimise(bank, objective, recipe, rate, kept, key, shown, teacher=False)
    made, after = None, None
    if found.collapse is None:
        after = yield from _measured(net, features, codes, learnt, aside)
        words = {"recipe": recipe.words(), "origin": origin, "files": len(learnt), "accuracy": after.accuracy}
        tensors = {name: one.detach().clone() for name, one in net.state_dict().items()}
        made = Net(given.title, kind, tensors, centre, spread, words)
    kept.forget(key)
    classes, seconds = len(np.unique(codes)), time.perf_counter() - begun
    return Taught(made, found.epochs, found.collapse, classes, len(learnt), before, after, seconds)


def split(classes: Sequence[str], seed: int = 0) -> tuple[Rows, Rows]:
    """Files to learn from, and others of the same classes to measure on.

    Of each class with two files or more a quarter is kept aside, at least one.
    """
    chance = np.random.default_rng([seed, 1])
    names = np.asarray(classes, dtype=object).astype(str)
    aside = np.zeros(len(names), np.bool_)
    for name in np.unique(names):
        own = chance.permutation(np.flatnonzero(names == name))
        if len(own) > 1:
            aside[own[: max(1, round(HELD_OUT * len(own)))]] = True
    return np.flatnonzero(~aside), np.flatnonzero(aside)


def windows(values: Values, kind: Kind, count: int) -> torch.Tensor:
    """(count, numbers) windows of one file, flattened, the one in its middle first.

    They are spread evenly, from end to end of the longest axis; along the others their places are those of
    a sequence that fills a square evenly, so that no corner is left out (Weyl; the golden ratio and on).
    """
    room = [length - window for length, window in zip(values.shape[1:], kind.window, strict=True)]
    longest = int(np.argmax(room))
    found = np.empty((count, values.shape[0], *kind.window), np.float32)
    for number in range(count):
        starts = [
            round(left * ((number * share + 0.5) % 1.0)) for left, share in zip(room, _SHARES, strict=False)
        ]
        starts[longest] = round(room[longest] * ((number / count + 0.5) % 1.0))
        places = tuple(slice(at, at + size) for at, size in zip(starts, kind.window, strict=True))
        found[number] = values[(slice(None), *places)]
    return torch.from_numpy(found).flatten(1)


_SHARES: Final = (0.6180339887, 0.7548776662, 0.5698402910)


def _scale(features: torch.Tensor) -> tuple[float, float]:
    """Mean and deviation of all that is learnt from."""
    return float(features.mean()), max(1e-6, float(features.std()))


def _measured(
    net: Embedding, features: torch.Tensor, codes: Rows, learnt: Rows, aside: Rows
) -> Generator[Progress, None, Right]:
    """Which class the files kept aside are nearest to: each class is the mean of what was learnt from."""
    embedded = []
    flat = features.flatten(0, 1)
    for low in range(0, len(flat), _CHUNK):
        yield Progress(low, len(flat), "Measuring on the files kept aside")
        with torch.no_grad():
            embedded.append(net(flat[low : low + _CHUNK]))
    each = torch.cat(embedded).view(*features.shape[:2], -1)
    classes = np.unique(codes[learnt])
    own = [torch.from_numpy(learnt[codes[learnt] == one]) for one in classes]
    centres = torch.stack([each[rows].mean((0, 1)) for rows in own])
    centres = torch.nn.functional.normalize(centres, dim=1)
    right = torch.from_numpy(np.searchsorted(classes, codes[aside]))
    tested = each[torch.from_numpy(aside)]
    by_file = (tested.mean(1) @ centres.T).argmax(1) == right
    by_window = (tested @ centres.T).argmax(2) == right[:, None]
    return Right(int(by_file.sum()), len(by_file), int(by_window.sum()), by_window.numel())


def _key(recipe: Recipe, kind: Kind, bank: Bank) -> str:
    """For this training alone: nothing else goes on where it was cut off."""
    found = hashlib.sha256(json.dumps([recipe.words(), kind.name, kind.channels], sort_keys=True).encode())
    found.update(bank.codes.tobytes())
    found.update(bank.features.contiguous().numpy().data)
    return found.hexdigest()[:32]
