"""Training from beginning to end: divide the people, look at the pictures, learn, measure, and make a head.

1. Some people are kept aside (`batches.split`); nothing is learnt from any picture of theirs.
2. The frozen part of the network sees every picture in several views, once (`bank`).
3. The loop (`optimise`) tells every batch and keeps a checkpoint after every epoch.
4. Before and after are measured on the people kept aside (`compare`), and the head gets its own thresholds.

A job like any other: it pauses where nobody advances it and is cancelled by `close`. Nothing is written but
checkpoints, to where the caller says.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from desktop.faces.align import TEMPLATE
from desktop.faces.evaluate import Evaluation, reduced
from desktop.faces.face import Embedder, View
from desktop.learn import own
from desktop.learn.bank import Bank, fill
from desktop.learn.batches import Rows, Split, split, split_named
from desktop.learn.below import Below, EmbeddingBelow
from desktop.learn.binary import PairClassifier
from desktop.learn.checkpoint import CheckpointStore, NoCheckpoints, key_of
from desktop.learn.compare import Comparison, Scored, compare, evaluation
from desktop.learn.head_file import Head, title_of
from desktop.learn.headed import PairScore
from desktop.learn.objective import BinaryObjective, Objective, TripletObjective
from desktop.learn.optimise import Optimised, optimise
from desktop.learn.projection import sample
from desktop.learn.recipe import Collapse, Epoch, Faces, Recipe, RecipeWrong, Sample, Step
from desktop.progress import Progress
from desktop.vectors import Picture, Vectors

RATES = {"head": 1e-3, "top": 1e-4, "scratch": 1e-3}
"""Highest learning rate of each mode."""

BINARY_RATE = 3e-4
PULL = 2.0

_CHUNK = 32

Told = Progress | Sample | Step


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """What came of it. `head` and all that was measured after are None where training broke down."""

    head: Head | None
    epochs: tuple[Epoch, ...]
    collapse: Collapse | None
    split: Split
    """Rows of `Faces`."""
    before: Evaluation
    after: Evaluation | None
    comparison: Comparison | None
    """At the size that was asked for with `reduce`, else at full size."""
    full: Comparison | None
    """With `reduce`: the same people at full size, where nothing should be lost."""
    scored: Scored | None
    """The people kept aside as the head sees them, at the size of `comparison` ..."""
    scored_full: Scored | None
    """... and of `full`."""
    seconds: float
    """All of it."""
    training_seconds: float
    """The loop alone, features at hand."""


def train(
    faces: Faces,
    recipe: Recipe,
    below: Below,
    *,
    title: str = "",
    held_out: set[str] | None = None,
    versus: Embedder | None = None,
    store: CheckpointStore | None = None,
) -> Generator[Told, None, Trained]:
    """Train a head; a job.

    `held_out` names who is kept aside, else a fifth is. `versus` is what "scratch" is compared with; the
    other modes are compared with the network below. `title` becomes part of the model's name. Training goes
    on from `store` where the same one was cut off. Raises TooFewPeople, RecipeWrong, and DiskFull or
    NotWritable where a checkpoint can't be kept.
    """
    start = time.perf_counter()
    parts = split(faces.people, recipe.seed) if held_out is None else split_named(faces.people, held_out)
    kept = NoCheckpoints() if store is None else store
    key = key_of(recipe, faces, parts.train.tolist(), f"{below.model.name} {below.model.digest}")
    bank = yield from fill(faces, parts.train, below, recipe)
    objective = objective_of(recipe, below)
    begun = time.perf_counter()
    shown = sample(bank.codes, recipe.seed)
    found: Optimised = yield from optimise(
        bank, objective, recipe, rate_of(recipe), kept, key, shown, teacher=below.holds
    )
    training_seconds = time.perf_counter() - begun
    aside = Aside(faces, parts.held_out, below, versus)
    before = yield from aside.before(recipe.reduce)
    if found.collapse is not None:
        kept.forget(key)
        return Trained(
            None, found.epochs, found.collapse, parts, evaluation(before), None, None, None, None, None,
            time.perf_counter() - start, training_seconds,
        )  # fmt: skip
    head = head_of(recipe, below, objective.module, title, bank)
    after = yield from aside.after(recipe.reduce, objective.module, head)
    comparison = compare(before, after)
    full, after_full = None, None
    if recipe.reduce is not None:
        plain = yield from aside.before(None)
        after_full = yield from aside.after(None, objective.module, head)
        full = compare(plain, after_full)
    yield Progress(0, 0, "Measuring thresholds")
    mixed = yield from aside.mixed(recipe.reduce, objective.module, head)
    head = _calibrated(head, mixed)
    kept.forget(key)
    return Trained(
        head, found.epochs, None, parts, evaluation(before), evaluation(after), comparison, full,
        after, after_full, time.perf_counter() - start, training_seconds,
    )  # fmt: skip


def objective_of(recipe: Recipe, below: Below) -> Objective:
    """What is minimised, over a fresh head. Raises RecipeWrong."""
    if recipe.method == "binary":
        if not isinstance(below, EmbeddingBelow):
            raise RecipeWrong(problem="--method binary goes with --mode head only.")
        return BinaryObjective(PairClassifier(recipe.form, below.dimension))
    pull = (PULL if below.holds else 0.0) if recipe.pull is None else recipe.pull
    return TripletObjective(below.head(), recipe.mining, recipe.margin, pull)


def rate_of(recipe: Recipe) -> float:
    """The highest learning rate."""
    if recipe.rate is not None:
        return recipe.rate
    return BINARY_RATE if recipe.method == "binary" else RATES[recipe.mode]


def head_of(recipe: Recipe, below: Below, module: nn.Module, title: str, bank: Bank) -> Head:
    """The trained module as a head, without thresholds yet."""
    kind = recipe.form if recipe.method == "binary" else {"head": "linear"}.get(recipe.mode, recipe.mode)
    if isinstance(module, PairClassifier):
        module.soften(bank.features[:, 0])
    tensors = {name: one.detach().clone() for name, one in module.state_dict().items()}
    usual = title or f"{recipe.method}-{recipe.mode}"
    return Head(kind, below.model, title_of(usual), tensors, {"recipe": recipe.words()})


def _calibrated(head: Head, scored: Scored) -> Head:
    """The head with thresholds of its own, where the people kept aside are enough for any."""
    try:
        table = own.table(scored.measured())
    except (own.TooFewImpostors, own.TooFewGenuine, own.NotTold):
        return head
    return Head(head.kind, head.base, head.title, head.tensors, head.words, table)


class Aside:
    """The people kept aside, seen as often as is asked but embedded once for each size."""

    def __init__(self, faces: Faces, rows: Rows, below: Below, versus: Embedder | None = None) -> None:
        """`rows` are those of `faces`; `versus` as in `train`."""
        self._crops = [faces.crops[row] for row in rows]
        self._people = [faces.people[row] for row in rows]
        self._below, self._versus = below, versus
        self._features: dict[int | None, torch.Tensor] = {}

    def before(self, reduce: int | None) -> Generator[Progress, None, Scored]:
        """As the untrained network sees them."""
        if self._versus is not None:
            parts = []
            for low in range(0, len(self._crops), _CHUNK):
                yield self._told(low)
                crops = self._at(reduce, low)
                parts.append(self._versus.embed([View(crop, TEMPLATE) for crop in crops]))
            return Scored(np.concatenate(parts), self._people)
        features = yield from self._seen(reduce)
        return Scored(_through(self._below.head(), features), self._people)

    def after(self, reduce: int | None, module: nn.Module, head: Head) -> Generator[Progress, None, Scored]:
        """As the trained one does."""
        features = yield from self._seen(reduce)
        return self._scored(features, module, head)

    def mixed(self, reduce: int | None, module: nn.Module, head: Head) -> Generator[Progress, None, Scored]:
        """The same, every second picture at the reduced size: thresholds have to hold for both."""
        features = (yield from self._seen(None)).clone()
        if reduce is not None:
            features[1::2] = (yield from self._seen(reduce))[1::2]
        return self._scored(features, module, head)

    def _scored(self, features: torch.Tensor, module: nn.Module, head: Head) -> Scored:
        if isinstance(module, PairClassifier):
            vectors = features.numpy()
            return Scored(vectors, self._people, PairScore(head.base, vectors.shape[1], head))
        return Scored(_through(module, features), self._people)

    def _seen(self, reduce: int | None) -> Generator[Progress, None, torch.Tensor]:
        if reduce not in self._features:
            parts = []
            for low in range(0, len(self._crops), _CHUNK):
                yield self._told(low)
                parts.append(self._below.features(self._at(reduce, low)))
            self._features[reduce] = torch.cat(parts)
        return self._features[reduce]

    def _at(self, reduce: int | None, low: int) -> Sequence[Picture]:
        crops = self._crops[low : low + _CHUNK]
        return crops if reduce is None else [reduced(crop, reduce) for crop in crops]

    def _told(self, done: int) -> Progress:
        return Progress(done, len(self._crops), "Measuring on the people kept aside")


def _through(module: nn.Module, features: torch.Tensor) -> Vectors:
    """(n, d) unit embeddings of features."""
    with torch.no_grad():
        found: Vectors = torch.cat([module(part) for part in torch.split(features, 256)]).numpy()
    return found
