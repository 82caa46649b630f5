"""`likeness bench search`: how long the exact search takes as the enrolled grow to a million templates."""

from __future__ import annotations

import statistics
import time
from collections.abc import Generator, Sequence

import numpy as np

from desktop.bench.outcome import Outcome
from desktop.faces.match import Gallery
from desktop.progress import Progress
from desktop.vectors import Vectors

SIZES = (1_000, 100_000, 1_000_000)
QUERIES = 4
"""Faces searched for together: as many as the recogniser embeds in one frame."""

_DIMENSION = 128
_A_PERSON = 2  # templates each owns, so that the reduction to people is part of the time


def templates(count: int, seed: int = 1) -> Vectors:
    """(count, 128) directions drawn evenly from the sphere. The time does not depend on what they are."""
    drawn = np.random.default_rng(seed).standard_normal((count, _DIMENSION), dtype=np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    return drawn


def milliseconds(count: int, queries: int = QUERIES, repeats: int = 30) -> float:
    """Median time of one search for a frame's faces among `count` templates."""
    gallery = Gallery(templates(count), [str(row // _A_PERSON) for row in range(count)])
    asked = templates(queries, seed=2)
    gallery.search(asked)
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        gallery.search(asked)
        times.append(time.perf_counter() - start)
    return 1e3 * statistics.median(times)


def bench_search(sizes: Sequence[int] = SIZES) -> Generator[Progress, None, Outcome]:
    """The report of contracts.md: figures ms_1000, ms_100000 and ms_1000000, each for one frame's queries."""
    figures: dict[str, float | int | str | None] = {"queries": QUERIES}
    for done, count in enumerate(sizes):
        yield Progress(done, len(sizes), f"{count:,} templates")
        figures[f"ms_{count}"] = round(milliseconds(count, repeats=30 if count <= 100_000 else 7), 3)
    return Outcome("search", "cpu", figures)
