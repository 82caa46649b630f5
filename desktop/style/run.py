"""One run while it is being kept: its curve, and which of its pictures stay."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from desktop.errors import LikenessError
from desktop.style import run_files
from desktop.style.recipe import StyleResult, StyleStep, Work
from desktop.style.run_files import Entry, States, now, thinned
from desktop.vectors import Picture

_EVERY: Final = 0.05  # share of the iterations after which a state is kept by itself
_LONGEST: Final = 60.0  # seconds after which one is, so that a crash costs no more


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A kept picture of a run; `number` names it within the run."""

    number: int
    iteration: int
    seconds: float
    thumbnail: Picture


class Run:
    """A run while it is being kept; used by the one who computes it. Made by `Runs`."""

    def __init__(self, folder: Path, title: str, states: States) -> None:
        self.id = folder.name
        self._folder = folder
        self._title = title
        self._states = states
        self._curve = list(states.curve)
        self._number = max((entry.number for entry in states.entries), default=-1) + 1
        self._newest: StyleStep | None = None
        self._shape: tuple[int, ...] | None = None

    def keep(self, step: StyleStep, *, force: bool = False) -> State | None:
        """Take note of a step, and keep its picture where it is time to (or `force`); None where not.

        It is time at the first step, at each new size, after 5 % of the iterations or a minute, and at the
        last. At most MOST_STATES stay. Raises DiskFull or NotWritable: then nothing kept before is lost, and
        the run may go on and try again.
        """
        if step.losses is not None and (not self._curve or step.iteration > self._curve[-1][0]):
            losses = step.losses
            row = step.iteration, losses.content, losses.style, losses.tv, step.seconds
            self._curve.append(row)
        self._newest = step
        if not force and not self._due(step):
            return None
        return self._keep(step, finished=False)

    def change(self, work: Work) -> None:
        """Keep what the run is made of from now on. Raises DiskFull or NotWritable."""
        run_files.write_work(self._folder, self._title, work)

    def finish(self, result: StyleResult | None) -> State | None:
        """End keeping: with the result, or with None where the run was cancelled and may be gone on with.

        Keeps the newest picture where it is not yet; gives its state then. Raises DiskFull or NotWritable.
        """
        newest, last = self._newest, self._last
        if newest is not None and (last is None or newest.iteration > last.iteration):
            if result is not None and result.iterations == newest.iteration:
                newest = replace(newest, picture=result.picture, canvas=result.canvas)
            return self._keep(newest, finished=result is not None)
        self._write(replace(self._states, finished=result is not None))
        return None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the states that stay, oldest first."""
        return tuple(entry.number for entry in self._states.entries)

    @property
    def _last(self) -> Entry | None:
        return self._states.entries[-1] if self._states.entries else None

    def _due(self, step: StyleStep) -> bool:
        last = self._last
        if last is None or self._shape not in (None, step.canvas.shape):
            return True
        if step.iteration <= last.iteration:
            return False
        return (
            step.iteration - last.iteration >= max(1.0, _EVERY * step.iterations)
            or step.iteration >= step.iterations
            or step.seconds - last.seconds >= _LONGEST
        )

    def _keep(self, step: StyleStep, *, finished: bool) -> State:
        number, folder = self._number, self._folder
        self._number += 1  # whatever comes of it, so that no name is written twice
        small = run_files.thumbnail(step.picture)
        names = [f"state-{number}.png", f"state-{number}.jpg", f"canvas-{number}.png"]
        try:
            run_files.write_picture(folder, names[0], step.picture)
            run_files.write_picture(folder, names[1], small)
            if np.array_equal(step.canvas, step.picture):
                names[2] = names[0]
            else:
                run_files.write_picture(folder, names[2], step.canvas)
            entry = Entry(number, step.iteration, step.seconds, names[0], names[2], names[1])
            entries = thinned((*self._states.entries, entry))
            self._write(replace(self._states, entries=entries, finished=finished))
        except LikenessError:
            self._remove(names)  # on a full disk what nobody names must not take the space
            raise
        self._shape = step.canvas.shape
        return State(number, step.iteration, step.seconds, small)

    def _write(self, states: States) -> None:
        before = self._states.entries
        states = replace(states, curve=tuple(self._curve), changed=now())
        run_files.write_states(self._folder, states)
        self._states = states
        for entry in set(before) - set(states.entries):
            self._remove(entry.files)  # only after nobody names them

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            with contextlib.suppress(OSError):  # what is left over goes with the run
                (self._folder / name).unlink()
