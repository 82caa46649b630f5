"""Made-up lessons and results for the Learn page."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop.faces.face import ModelId
from desktop.learn.compare import Comparison, Share
from desktop.learn.head_file import Head
from desktop.learn.recipe import BINS, Recipe
from desktop.work.learn_messages import InUse, Lesson, Taken, Taught, Triple
from desktop.work.messages import Failure, ModelsState
from tests.fakes import picture

BETTER = Comparison(
    1e-2, Share(0.58, 0.55, 0.61), Share(0.64, 0.61, 0.67), Share(0.06, 0.03, 0.09), 60, 900, 50_000
)
UNCLEAR = replace(BETTER, after=Share(0.59, 0.56, 0.62), gain=Share(0.01, -0.02, 0.04))
WORSE = replace(BETTER, after=Share(0.5, 0.47, 0.53), gain=Share(-0.08, -0.11, -0.05))
FEW = replace(
    BETTER, before=Share(0.9, None, None), after=Share(1.0, None, None), gain=Share(0.1, None, None), people=2
)
PLAIN = InUse("", "", ModelsState("ready", "CPU", "sface"))
WORN = InUse("ab" * 16, "My people", ModelsState("ready", "CPU", "sface+My people"), added=True)


def lesson(epoch: int = 3, epochs: int = 10, triplets: bool = True) -> Lesson:
    done, each = epoch * 4, 4
    at = (np.arange(done) + 1) / each
    near, far = np.zeros(BINS, np.int64), np.zeros(BINS, np.int64)
    near[3:8], far[14:22] = 20, 60
    shown = tuple(
        Triple(picture(112, 112, 60 + n), picture(112, 112, 90 + n), picture(112, 112, 150 + n), 0.4)
        for n in range(6 if triplets else 0)
    )
    chance = np.random.default_rng(2)
    return Lesson(
        epoch, epochs, done, epochs * each, 42.0, at, 1 / (1 + at),
        0.9 / (1 + at) if triplets else np.full(done, np.nan),
        near, far, shown, chance.normal(size=(40, 2)).astype(np.float32), np.arange(40) % 8,
    )  # fmt: skip


def taken(folder: str = "My people", people: tuple[str, ...] = ("a", "b", "c", "d")) -> Taken:
    crops = tuple(picture(112, 112, 40 + 20 * row) for row in range(2 * len(people)))
    return Taken(folder, crops, tuple(name for name in people for _ in range(2)))


def taught(comparison: Comparison | None = BETTER, full: Comparison | None = None, **how: object) -> Taught:
    base = ModelId("sface", "ab" * 32)
    given = Taught(
        taken(), Recipe(reduce=16 if full else None), "sface", Head("linear", base, "My people", {}), None,
        comparison, full, 12.0, lesson(10),
    )  # fmt: skip
    return replace(given, **how)  # type: ignore[arg-type]


def problem() -> Failure:
    from desktop.learn.errors import SameTwice

    return Failure.of(SameTwice(picture="Ann/2.jpg", other="Ann/1.jpg"))
