"""A canvas on its way down: what its optimiser does is watched, and taken back where it went wrong."""

from __future__ import annotations

import math
from typing import Final, Protocol

import torch
from torch import Tensor

from desktop.style import optimise
from desktop.style.objective import Evaluation
from desktop.style.optimise import PICTURE, Box
from desktop.style.recipe import Losses

TRIES: Final = 6
"""Halvings in a row without one sound evaluation after which a run ends."""

_TOO_HIGH: Final = 2.0
"""J may rise for a step or two, as every method without a line search lets it; not to twice its value."""

_CALM: Final = 5  # sound steps after which a halved step is doubled again


class Way(Protocol):
    """How to go down: of a recipe, whatever it is for."""

    @property
    def optimizer(self) -> str:
        """One of recipe.OPTIMIZERS."""
        ...

    @property
    def step(self) -> float:
        """Times the optimiser's own step."""
        ...


class Descent:
    """`canvas` is what is to be evaluated next; `advance` moves it on."""

    def __init__(self, canvas: Tensor, recipe: Way, history: int, box: Box = PICTURE) -> None:
        """`canvas` float32 of any shape within the box; `history` is how many pairs L-BFGS may keep."""
        self.canvas = canvas
        self._good = canvas  # the last one with a finite J
        self._losses: Losses | None = None
        self._history = history
        self._box = box
        self._failures = self._calm = 0
        self._most = recipe.step
        self._optimiser = optimise.make(recipe.optimizer, canvas, recipe.step, history, box)

    @property
    def given_up(self) -> bool:
        """Whether halving did not help."""
        return self._failures >= TRIES

    @property
    def losses(self) -> Losses | None:
        """Of that canvas, for the J that is valid now; None where it is not known."""
        return self._losses

    @property
    def good(self) -> Tensor:
        """The last canvas that was evaluated soundly; the first, where none was."""
        return self._good

    def changed(self, recipe: Way, history: int | None = None) -> None:
        """J is another from the next evaluation on: nothing that was learnt of it counts any more."""
        self._losses = None
        self._most = recipe.step
        self._history = self._history if history is None else history
        self._optimiser = optimise.make(recipe.optimizer, self.canvas, recipe.step, self._history, self._box)
        self._optimiser.restart()

    def advance(self, evaluation: Evaluation) -> Losses | None:
        """Take the evaluation of `canvas` and move on. None: J or its gradient was not finite.

        Then, and where J rose far, the canvas is the last good one again and the step is halved.
        """
        look = self._optimiser.look(self.canvas, evaluation.gradient)
        # The one place of an iteration that waits for the device: the picture is shown right after anyway.
        numbers = torch.cat((torch.stack(evaluation.losses), look)).tolist()
        if not all(math.isfinite(number) for number in numbers):
            self._failures += 1
            self._back()
            return None
        losses = Losses(*numbers[:3])
        if self._losses is not None and losses.total > _TOO_HIGH * self._losses.total:
            self._back()
            return losses
        self._good, self._losses = self.canvas, losses
        self._failures = 0
        self._calm += 1
        if self._calm >= _CALM and self._optimiser.rate < self._most:
            self._optimiser.rate = min(self._most, 2 * self._optimiser.rate)
            self._calm = 0
        self.canvas = self._optimiser.step(numbers[3:])
        return losses

    def _back(self) -> None:
        self.canvas = self._good
        self._optimiser.restart()
        self._optimiser.rate /= 2
        self._calm = 0
