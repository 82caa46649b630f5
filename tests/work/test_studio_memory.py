"""What the window is told about a size before anything is begun."""

from __future__ import annotations

import pytest

from desktop.paths import Home
from desktop.progress import finish
from desktop.style.errors import TooLittleMemory
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe
from desktop.work.jobs.studio import StudioJobs
from desktop.work.studio_messages import MemoryNeed


def ask(home: Home, size: int) -> MemoryNeed:
    return finish(StudioJobs(Networks(home, "cpu")).memory(800, 600, Recipe(size=size)))


def test_a_larger_result_needs_more_and_at_last_tiles(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.style.memory.free", lambda _device: 16 << 30)
    small, large, huge = (ask(home, size) for size in (256, 1024, 8192))
    assert (small.width, small.height) == (256, 192)
    assert small.bytes < large.bytes < huge.bytes
    assert (small.tiles, huge.tiles) == (False, True)


def test_what_fits_nowhere_is_said(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.style.memory.free", lambda _device: 1 << 28)
    with pytest.raises(TooLittleMemory):
        ask(home, 4096)
