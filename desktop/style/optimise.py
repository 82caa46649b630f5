"""Going down a function of a canvas whose values stay in a range: L-BFGS, Adam, plain gradient descent.

Each asks for one value and one gradient a step. What an optimiser has to know as plain numbers it gives out
as one small tensor, `look`, and gets back as floats, `step`: the caller reads them from the device together
with the losses, so that the device is waited for once in an iteration.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

LOW, HIGH = 0.0, 255.0


@dataclass(frozen=True, slots=True)
class Box:
    """Where a canvas's values stay, `low`..`high`, and how far L-BFGS moves before it knows any curvature.

    `first` and `again` are root mean squares in the canvas's unit: at the start, when it is far from its
    goal, and after a restart, when it may be close.
    """

    low: float
    high: float
    first: float
    again: float


PICTURE: Final = Box(LOW, HIGH, first=8.0, again=1.0)
"""Grey levels. A canvas that has just been enlarged is far from its goal: with a first step of 10 it was as
far after 21 evaluations as with 2 after 26.
"""


class Optimiser(Protocol):
    """`rate` multiplies every step; whoever sees that steps are too long lowers it."""

    rate: float

    def look(self, canvas: Tensor, gradient: Tensor) -> Tensor:
        """Take J's gradient at the canvas (same shape, float32); the numbers that `step` wants, 1-D."""

    def step(self, numbers: Sequence[float]) -> Tensor:
        """The next canvas to look at, a new tensor within the box."""

    def restart(self) -> None:
        """Forget what was learnt from earlier steps: J has changed, or the canvas was replaced."""


def make(name: str, canvas: Tensor, step: float, history: int = 100, box: Box = PICTURE) -> Optimiser:
    """The optimiser that recipe.OPTIMIZERS calls `name`, for a canvas of this shape and device."""
    if name == "lbfgs":
        return LBFGS(canvas, step, history, box)
    return Adam(step, box) if name == "adam" else Gradient(step, box)


def free(canvas: Tensor, gradient: Tensor, box: Box = PICTURE) -> Tensor:
    """The gradient without what pushes out of the box: where it is zero everywhere, J is least."""
    held = (canvas <= box.low) & (gradient > 0) | (canvas >= box.high) & (gradient < 0)
    return gradient.masked_fill(held, 0.0)


def _level(box: Box) -> float:
    """A grey level in the unit of the box: the range of its values divided by a picture's."""
    return (box.high - box.low) / (HIGH - LOW)


class Gradient:
    """Plain descent, G := G - step x dJ/dG, with dJ/dG divided by its root mean square at the first look.

    J's scale depends on weights and size, so a step in J's own units would mean something else in every run;
    divided once by a constant, the method stays what it is and `step` counts in about grey levels.
    """

    def __init__(self, step: float, box: Box = PICTURE) -> None:
        self.rate = step
        self._box = box
        self._unit = 0.0
        self._canvas = self._gradient = torch.empty(0)

    def look(self, canvas: Tensor, gradient: Tensor) -> Tensor:
        """The mean square of the gradient."""
        self._canvas, self._gradient = canvas, gradient
        return gradient.square().mean().reshape(1)

    def step(self, numbers: Sequence[float]) -> Tensor:
        """One step down."""
        self._unit = self._unit or math.sqrt(numbers[0]) or 1.0
        unit = _level(self._box) / self._unit
        return (self._canvas - self.rate * unit * self._gradient).clamp_(self._box.low, self._box.high)

    def restart(self) -> None:
        """Measure the gradient's scale anew."""
        self._unit = 0.0


class Adam:
    """Kingma and Ba 2015, algorithm 1, with the authors' constants and a step of about 4 grey levels."""

    _STEP: Final = 4.0

    def __init__(self, step: float, box: Box = PICTURE) -> None:
        self.rate = step
        self._box = box
        self._mean = self._square = self._canvas = torch.empty(0)
        self._count = 0

    def look(self, canvas: Tensor, gradient: Tensor) -> Tensor:
        """The mean square of the gradient, by which the caller sees whether it is finite."""
        if self._count == 0:
            self._mean, self._square = torch.zeros_like(canvas), torch.zeros_like(canvas)
        self._count += 1
        self._canvas = canvas
        self._mean.lerp_(gradient, 0.1)
        self._square.lerp_(gradient.square(), 0.001)
        return gradient.square().mean().reshape(1)

    def step(self, numbers: Sequence[float]) -> Tensor:
        """One step down."""
        mean = self._mean / (1 - 0.9**self._count)
        root = (self._square / (1 - 0.999**self._count)).sqrt_().add_(1e-8)
        step = self.rate * self._STEP * _level(self._box)
        return (self._canvas - step * mean / root).clamp_(self._box.low, self._box.high)

    def restart(self) -> None:
        """Forget both means."""
        self._count = 0


class LBFGS:
    """L-BFGS (Nocedal 1980) with a box: Bertsekas' two-metric projection of quasi-Newton steps.

    - Values at a bound that the gradient pushes outwards are left out of the direction.
    - The step is clamped, and the pair (s, y) is the displacement that really happened and the gradients'
      difference over it, so clamping never falsifies the curvature.
    - A pair without positive curvature is left out.
    - One evaluation a step and no line search: at worst a step is too long, and the caller takes it back.

    The two-loop recursion needs only inner products of the pairs with each other and with the gradient, so it
    runs on plain numbers (Chen, Wang and Zhou 2014, "Large-scale L-BFGS using MapReduce", algorithm 3):
    two products of the history with a vector are all that touches pixels.
    """

    def __init__(self, canvas: Tensor, step: float = 1.0, history: int = 100, box: Box = PICTURE) -> None:
        """`canvas` tells shape and device; `history` pairs are kept, each twice the canvas's memory."""
        self.rate = step
        self._box = box
        self._most = max(1, history)
        # Rows s, y, s, y, ...; memory that is not written to is not taken, on a CPU.
        self._pairs = canvas.new_empty((2 * self._most, canvas.numel()))
        self._used = 0  # pairs that have ever been written
        self._canvas = canvas
        self._gradient: Tensor | None = None
        # Of every row with every y, and in the last column with the gradient.
        self._products: NDArray[np.float64] = np.zeros((2 * self._most, self._most + 1))
        self._slots: list[int] = []  # rows of kept pairs, oldest first
        self._new = -1
        self._free = torch.empty(0)
        self._first = box.first

    def restart(self) -> None:
        """Forget all pairs, and that one of them may not have been finite."""
        self._first = self._box.again
        self._used = 0
        self._products.fill(0)
        self._gradient = None
        self._slots.clear()

    def look(self, canvas: Tensor, gradient: Tensor) -> Tensor:
        """g.g, s.y and the new pair's and the gradient's products with all pairs."""
        flat = gradient.flatten()
        self._new = -1
        if self._gradient is not None:
            self._new = self._slot()
            self._used = max(self._used, self._new + 1)
            s, y = self._pairs[2 * self._new], self._pairs[2 * self._new + 1]
            torch.sub(canvas.flatten(), self._canvas.flatten(), out=s)
            torch.sub(flat, self._gradient, out=y)
        self._gradient = flat
        self._canvas = canvas
        self._free = free(canvas, gradient, self._box).flatten()
        square = self._free.square().sum().reshape(1)
        if self._new < 0:
            return square
        right = torch.stack((self._pairs[2 * self._new + 1], self._free), dim=1)
        return torch.cat((square, (self._pairs[: 2 * self._used] @ right).flatten()))

    def step(self, numbers: Sequence[float]) -> Tensor:
        """One step down; the first goes along the gradient."""
        assert self._gradient is not None
        square = max(numbers[0], 1e-300)
        if self._new >= 0:
            self._remember(np.array(numbers[1:], np.float64).reshape(-1, 2))
        if not self._slots:
            length = self._first * math.sqrt(self._free.numel() / square)
            direction = self._free * -length
            # If it bends down there as well, the way is long: it would be walked in steps of this length.
            self._first *= 2
        else:
            alone, weights = self._recursion()
            rows = torch.tensor(weights[: 2 * self._used], dtype=torch.float32).to(self._free.device)
            direction = torch.addmv(
                self._free, self._pairs[: 2 * self._used].T, rows, beta=alone, alpha=1.0
            ).neg_()
            direction.masked_fill_(self._free == 0, 0.0)
        moved = self._canvas.flatten() + self.rate * direction
        return moved.clamp_(self._box.low, self._box.high).view_as(self._canvas)

    def _slot(self) -> int:
        """A place for the next pair: one that is free, else the oldest's."""
        unused = next((slot for slot in range(self._most) if slot not in self._slots), None)
        return self._slots.pop(0) if unused is None else unused

    def _remember(self, found: NDArray[np.float64]) -> None:
        """Keep the newest pair where its curvature is positive, and the products with the gradient."""
        table, new = self._products, self._new
        table[: len(found), new] = found[:, 0]  # every s_i.y_new and y_i.y_new
        table[2 * new + 1, : self._used] = found[1::2, 0]  # the same, seen from the new y
        table[: len(found), -1] = found[:, 1]
        if found[2 * new, 0] > 1e-10 * max(found[2 * new + 1, 0], 1e-300):
            self._slots.append(new)

    def _recursion(self) -> tuple[float, NDArray[np.float64]]:
        """The two loops of L-BFGS as coefficients: of the gradient, and of every row of the history."""
        table, slots = self._products, self._slots
        newest = slots[-1]
        scale = table[2 * newest, newest] / table[2 * newest + 1, newest]
        of_y, of_s = np.zeros(len(table) // 2), np.zeros(len(table) // 2)
        for i in reversed(slots):  # q = g - sum a_j y_j; a_i = s_i.q / s_i.y_i
            of_y[i] = -(table[2 * i, -1] + table[2 * i, :-1] @ of_y) / table[2 * i, i]
        for i in slots:  # r = scale q + sum of_s s; y_i.r
            along = table[2 * i + 1, -1] + table[2 * i + 1, :-1] @ of_y
            across = table[0::2, i] @ of_s
            of_s[i] = -of_y[i] - (scale * along + across) / table[2 * i, i]
        weights = np.zeros(len(table))
        weights[0::2], weights[1::2] = of_s, scale * of_y
        return float(scale), weights
