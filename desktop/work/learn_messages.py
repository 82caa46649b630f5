"""What travels between the jobs of learning and their page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.learn.recipe import BINS, Recipe
from desktop.vectors import Picture
from desktop.work.messages import Failure, ModelsState

if TYPE_CHECKING:
    from desktop.learn.compare import Comparison
    from desktop.learn.head_file import Head


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """Faces to learn from, row by row; in memory only.

    `folder` is the folder's name, "" for the enrolled, whose `people` are ids and no names.
    """

    folder: str
    crops: tuple[Picture, ...]
    people: tuple[str, ...]
    problems: tuple[Failure, ...] = ()
    """Pictures that were left out or taken with a doubt, and why."""

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(set(self.people))


@dataclass(frozen=True, slots=True, eq=False)
class Triple:
    """One of the hardest triplets as pictures, and what it costs."""

    anchor: Picture
    positive: Picture
    negative: Picture
    loss: float


def _empty() -> NDArray[np.float64]:
    return np.empty(0)


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """How training stands: all of it, so that nothing is lost where only the newest is looked at."""

    epoch: int
    epochs: int
    done: int
    total: int
    seconds_left: float | None
    """None before a batch was timed."""
    at: NDArray[np.float64]
    """(n,) where each batch that was told lies, in epochs."""
    losses: NDArray[np.float64]
    """(n,) loss of each batch."""
    active: NDArray[np.float64]
    """(n,) share of triplets that still cost something, over the epoch so far; nan without triplets."""
    ap: NDArray[np.int64]
    """(BINS,) histogram of d(A, P) over distances of 0 to 4."""
    an: NDArray[np.int64]
    hardest: tuple[Triple, ...]
    plane: NDArray[np.float32]
    """(m, 2) embeddings of a sample in the plane ..."""
    codes: NDArray[np.intp]
    """(m,) ... and a number for whom each shows."""

    @property
    def edges(self) -> NDArray[np.float64]:
        """(BINS + 1,) edges of the histograms."""
        return np.linspace(0.0, 4.0, BINS + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What came of it. `head` and both comparisons are None where training broke down."""

    taken: Taken
    recipe: Recipe
    base: str
    """The model that it was compared with."""
    head: Head | None
    collapse: Failure | None
    """Why training was stopped; None where all went well."""
    comparison: Comparison | None
    """Before and after on the people kept aside, at the small size where that was taught."""
    full: Comparison | None
    """The same at full size, where the small size was taught too."""
    seconds: float
    lesson: Lesson | None = None
    """How training stood at its end: what is told last is not always delivered."""


@dataclass(frozen=True, slots=True, eq=False)
class InUse:
    """The head that recognition goes by: `name` as in `Settings.use_head`, empty without one."""

    name: str
    title: str
    models: ModelsState
    before: str = ""
    """The head that was in use before a change."""
    added: bool = False
    """Whether the change kept a head that was not kept before: taking it back removes it again."""
    refusal: Failure | None = None
    """Why the head that was chosen is not in use."""
    last: str = ""
    """Without a head: the kept one that could be used again ..."""
    last_title: str = ""
    """... and what it is called."""
