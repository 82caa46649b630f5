"""A way that paints at once: each frame turned to its negative, mixed with the one before."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

import numpy as np
import pytest

from desktop.signals import way
from desktop.signals.shots import Shot
from desktop.signals.way import Kept, Painted, Paints
from desktop.vectors import Picture


class ScriptedWay:
    """Follows the frame before, so that a wrong way on would be seen; `at` is called before each frame."""

    back = 1

    def __init__(self, at: Callable[[int], None] = lambda _: None) -> None:
        self._at = at
        self.painted: list[int] = []
        self.pictures: list[Picture] = []

    def paint(self, shots: Iterator[Shot], kept: Kept) -> Paints:
        before = None
        if kept:
            next(shots)
            before = kept[0]
        for shot in shots:
            self._at(shot.index)
            yield None
            fresh = 255 - shot.picture
            before = fresh if before is None else (fresh // 2 + before // 2).astype(np.uint8)
            self.painted.append(shot.index)
            self.pictures.append(before)
            yield Painted(shot, before, (before,))

    def alone(self, content: Picture) -> Generator[None, None, Picture]:
        yield None
        return (255 - content).astype(np.uint8)

    def pace(self, content: Picture, painted: Picture) -> Generator[None, None, float]:
        yield None
        return 0.5


def use(monkeypatch: pytest.MonkeyPatch, at: Callable[[int], None] = lambda _: None) -> ScriptedWay:
    """Paint by a script from now on."""
    made = ScriptedWay(at)
    monkeypatch.setattr(way, "make", lambda *_: made)
    return made
