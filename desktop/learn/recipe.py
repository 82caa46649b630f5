"""The words of training: what is wanted, what is told meanwhile, and what comes of it. No torch in here."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.errors import LikenessError, Phrase
from desktop.vectors import Picture

METHODS = ("triplet", "binary")
MODES = ("head", "top", "scratch")
MINING = ("random", "semihard", "hard")
FORMS = ("absolute", "chi-square")

BINS = 40
"""Of the histograms of a step: over distances of 0 to 4, 0.1 wide."""

LARGEST_BATCH = 256
"""Views: all triplets of a batch are looked at, which are up to its third power."""

SHOWN = 6
"""Hardest triplets that a step tells."""


class RecipeWrong(LikenessError):
    """Settings that can't be trained with."""

    sentence = "{problem}"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to train. Raises RecipeWrong for settings that do not fit."""

    method: str = "triplet"
    """"triplet", or "binary": logistic regression on two encodings."""
    mode: str = "head"
    """"head": a linear layer over the frozen network; "top": the frozen network's own last layer, of SFace
    alone; "scratch": a small network of its own, which needs no weights."""
    mining: str = "semihard"
    """Which triplets of a batch are learnt from."""
    form: str = "chi-square"
    """Of "binary": what is made of two encodings, `binary.PairClassifier`."""
    margin: float = 0.3
    """alpha, on squared distances of 0 to 4."""
    epochs: int = 10
    pull: float | None = None
    """How strongly every view is drawn to where the untrained network sees the plain picture: what is right
    at full size stays right. None: 2 where there is such a network to hold on to, else 0."""
    reduce: int | None = None
    """Teach faces of so many pixels a side beside those at full size."""
    people: int = 24
    """P: people in a batch."""
    pictures: int = 4
    """K: views of each, of different pictures as far as there are any."""
    views: int = 4
    """Times each picture is seen by the frozen network, changed a little each time. Cached once."""
    rate: float | None = None
    """Highest learning rate; None: what suits the mode."""
    seed: int = 0

    def __post_init__(self) -> None:
        for name, known in (("method", METHODS), ("mode", MODES), ("mining", MINING), ("form", FORMS)):
            value = getattr(self, name)
            if value not in known:
                raise RecipeWrong(problem=f"--{name} is {_words(known)}, not “{value}”.")
        if self.method == "binary" and self.mode != "head":
            raise RecipeWrong(problem="--method binary goes with --mode head only.")
        limits = {
            "margin": (1e-3, 4), "epochs": (1, 1000), "people": (2, 512), "pictures": (2, 64),
            "views": (1, 64), "reduce": (4, 112), "pull": (0, 100), "rate": (1e-8, 1),
        }  # fmt: skip
        for name, (low, high) in limits.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                raise RecipeWrong(problem=f"--{name} lies between {low:g} and {high:g}, not at {value:g}.")
        if self.people * self.pictures > LARGEST_BATCH:
            raise RecipeWrong(
                problem=Phrase(
                    "A batch holds at most {most} views; take fewer people for it.", most=LARGEST_BATCH
                )
            )

    def words(self) -> dict[str, object]:
        """The settings by name: for JSON and for the key of a checkpoint."""
        return asdict(self)


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """What is trained on, row by row."""

    crops: tuple[Picture, ...]
    """Aligned faces, (112, 112, 3) each."""
    people: tuple[str, ...]
    """Who each shows."""


@dataclass(frozen=True, slots=True)
class Hardest:
    """One of the hardest triplets of a batch: rows of `Faces`, and what it costs."""

    anchor: int
    positive: int
    negative: int
    loss: float


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What training tells after every batch; `done` of `total` batches, as a progress bar has it."""

    done: int
    total: int
    epoch: int
    """From 1."""
    epochs: int
    loss: float
    """Mean over the epoch so far."""
    active_triplets: float | None
    """Share of the mined triplets that still cost something, over the epoch so far; None without triplets."""
    ap: NDArray[np.int64]
    """(BINS,) histogram of d(A, P) over the epoch so far: pairs of one person."""
    an: NDArray[np.int64]
    """(BINS,) of d(A, N): pairs of different people."""
    hardest: tuple[Hardest, ...] = ()
    """Of this batch, the costliest first."""
    projection: NDArray[np.float32] | None = None
    """(n, 2): the sample of `Sample` in the plane, at the end of an epoch; None between."""
    what: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Told once before the first step: the rows of `Faces` that every projection shows."""

    rows: NDArray[np.intp]
    projection: NDArray[np.float32]
    """(n, 2) before any training."""
    done: int = 0
    total: int = 0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Epoch:
    """One line of the history."""

    epoch: int
    loss: float
    active_triplets: float | None
    ap: float
    """Mean d(A, P)."""
    an: float
    """Mean d(A, N)."""


@dataclass(frozen=True, slots=True)
class Collapse:
    """Why training was stopped."""

    reason: str
    """"collapse" or "nan"."""
    epoch: int
    error: LikenessError

    @property
    def sentence(self) -> str:
        """What happened and what to do, in English."""
        return str(self.error)


def _words(known: tuple[str, ...]) -> str:
    return f"{', '.join(known[:-1])} or {known[-1]}"
