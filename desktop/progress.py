"""What a long job yields to say how far it is.

A job is a plain generator: it yields frozen progress objects, returns its result, takes changed settings
through `send`, and is cancelled by `close` (it sees GeneratorExit at its `yield` and tidies up in `finally`).
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar

R = TypeVar("R")
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units (bytes, pictures, steps); `total` 0 where it is not known yet."""

    done: float
    total: float
    what: str = ""

    @property
    def fraction(self) -> float | None:
        """0..1, or None while the total is unknown."""
        return min(1.0, self.done / self.total) if self.total > 0 else None


def finish(job: Generator[object, None, R]) -> R:
    """Run a job to its end where nobody watches, and give its result."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: R = end.value
            return result


def watched(job: Generator[S | None, None, R], see: Callable[[S], object]) -> Generator[S | None, None, R]:
    """The same job; `see` is called with everything it tells, before it is told on. Takes no `send`."""
    with closing(job):
        while True:
            try:
                told = next(job)
            except StopIteration as end:
                result: R = end.value
                return result
            if told is not None:
                see(told)
            yield told
