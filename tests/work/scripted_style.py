"""A style engine for tests: the same words as the real one, pictures of a few pixels, and no networks."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from desktop.errors import LikenessError
from desktop.style.recipe import Losses, Preview, Start, StyleResult, StyleStep, Work
from desktop.vectors import Picture


class ScriptedEngine:
    """Takes the place of `transfer` and `instant`.

    `gate` closed makes a run yield None (its lane goes round) until it is opened, and iteration `holds_at`
    closes it; `heard` are the changed works; `error` is raised in iteration `fails_at`, 0: before the first
    picture.
    """

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.holds_at = 0
        self.heard: list[Work] = []
        self.starts: list[Start | None] = []
        self.works: list[Work] = []
        self.closed = 0
        self.error: LikenessError | None = None
        self.fails_at = 3
        self.order: list[str] = []
        self.previews = 2
        self.notes: tuple[str, ...] = ("Painted in tiles.",)

    def transfer(
        self, networks: object, work: Work, start: Start | None = None
    ) -> Generator[StyleStep | None, Work | None, StyleResult]:
        self.starts.append(start)
        self.works.append(work)
        first = 0 if start is None else start.iteration
        total = work.recipe.iterations
        curve = []
        canvas = shade(first) if start is None else start.canvas
        try:
            if self.error is not None and self.fails_at == 0:
                raise self.error
            news = yield self._step(first, total, None, canvas)
            for iteration in range(first + 1, total + 1):
                if news is not None:
                    self.heard.append(news)
                if self.error is not None and iteration == first + self.fails_at:
                    raise self.error
                if iteration == self.holds_at:
                    self.gate.clear()
                if iteration == self.holds_at:
                    self.gate.clear()
                while not self.gate.is_set():
                    again = yield None
                    if again is not None:
                        self.heard.append(again)
                canvas = shade(iteration)
                self.order.append("step")
                losses = Losses(1.0 / iteration, 10.0 / iteration)
                curve.append((float(iteration), losses.total))
                news = yield self._step(iteration, total, losses, canvas)
        finally:
            self.closed += 1
        last = Losses(1.0, 10.0)
        return StyleResult(
            canvas, canvas, total, float(total), 0.1, last, tuple(curve), 1.0, "CPU", self.notes
        )

    def Painter(self, networks: object, styles: object) -> Any:  # noqa: N802 - the class's name
        raise NotImplementedError

    def _step(self, iteration: int, total: int, losses: Losses | None, canvas: Picture) -> StyleStep:
        notes = self.notes if iteration else ()
        left = float(total - iteration)
        return StyleStep(iteration, total, losses, float(iteration), left, canvas, canvas, notes)

    def instant(
        self, networks: object, work: Work, *, strength: float = 1.0
    ) -> Generator[Preview | None, None, Picture]:
        for number in range(self.previews):
            self.order.append("preview")
            yield Preview(work.content, 0.1, number == self.previews - 1)
        return work.content

    def instant_fixed(
        self, networks: object, content: Picture, size: int, index: int
    ) -> Generator[Preview | None, None, Picture]:
        yield Preview(shade(index), 0.1, True)
        return content


def shade(value: int) -> Picture:
    return np.full((40, 48, 3), value % 256, np.uint8)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> ScriptedEngine:
    """The scripted engine in the real one's place."""
    made = ScriptedEngine()
    for name in ("transfer", "instant"):
        module = ModuleType(f"desktop.style.{name}")
        setattr(module, name, getattr(made, name))
        module.instant_fixed = made.instant_fixed  # type: ignore[attr-defined]
        module.Painter = lambda *given: made.Painter(*given)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, f"desktop.style.{name}", module)
    return made
