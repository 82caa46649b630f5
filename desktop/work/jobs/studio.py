"""Previews, runs and files of the Studio: generators over the style core."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.paths import Home
from desktop.style.recipe import Recipe, StyleResult, StyleStep, Work
from desktop.vectors import Picture
from desktop.work.studio_messages import KeptState, Restored

NEEDED = ("vgg19", "instant-predict", "instant-transform", "multistyle26")
"""The weights that the Studio works with."""

Point = tuple[int, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class RunNews:
    """One step of a run; `states` and `curve` are whole, so that none is lost when steps are skipped."""

    run: str
    step: StyleStep
    states: tuple[KeptState, ...]
    curve: tuple[Point, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RunEnd:
    """What a run ended with."""

    run: str
    result: StyleResult


class Refinement:
    """A run that is kept while it goes."""

    states: tuple[KeptState, ...] = ()
    curve: tuple[Point, ...] = ()

    def job(self) -> Generator[Any, Any, RunEnd]:
        raise NotImplementedError


class StudioJobs:
    """Jobs of the Studio page."""

    def __init__(self, home: Home, device: str = "auto") -> None:
        self._home = home

    def load(self) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def preview(self, work: Work, fixed: int | None) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def refinement(self, work: Work, title: str) -> Refinement:
        raise NotImplementedError

    def fork(self, work: Work, run: str, number: int, title: str) -> Refinement:
        raise NotImplementedError

    def resumed(self, restored: Restored, work: Work) -> Refinement:
        raise NotImplementedError

    def kept(self, run: str, number: int) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def recent(self) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def restore(self, run: str) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def forget(self, run: str) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def read(self, paths: tuple[Path, ...]) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def save(self, path: Path, picture: Picture, recipe: Recipe) -> Generator[Any, Any, Any]:
        raise NotImplementedError
