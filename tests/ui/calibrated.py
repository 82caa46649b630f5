"""A made-up measurement for the Calibrate page: simulated people, measured as the program does."""

from __future__ import annotations

from functools import cache

import numpy as np

from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration
from desktop.learn.errors import SameTwice
from desktop.learn.groups import by_group, by_quality
from desktop.learn.identification import identify
from desktop.learn.measure import measure
from desktop.progress import finish
from desktop.work.calibration_messages import Calibrated, Grouped, InForce, Sample
from desktop.work.messages import Failure
from tests.learn.simulated import simulated

MODEL = ModelId("sface", "ab" * 32)
SHIPPED = InForce(MODEL, Calibration.for_model("sface"), False)


@cache
def calibrated(
    people: int = 120, pictures: int = 3, folder: str = "My people", spread: float = 0.9
) -> Calibrated:
    vectors, names = simulated(people, pictures, spread=spread)
    quality = np.random.default_rng(4).random(len(names))
    measured = finish(measure(vectors, names))
    found = finish(identify(vectors, names, measured, draws=5))
    bins = finish(by_quality(vectors, names, quality))
    problem = Failure.of(SameTwice(picture="Ann/2.jpg", other="Ann/1.jpg"))
    return Calibrated(
        folder, MODEL, Sample(vectors, tuple(names), quality), measured, found, bins, (problem,)
    )


def grouped(result: Calibrated) -> Grouped:
    labels = {name: f"group {int(name[-1]) % 2}" for name in result.sample.names}
    return Grouped(labels, finish(by_group(result.sample.vectors, result.sample.people, labels)))
