"""The nine strongest places of every unit, kept up to date as pictures stream by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.explore.found import NINE, Strongest

Where = Callable[[NDArray[np.intp]], NDArray[np.int32]]
"""From units (k,) to the places (k, axes) of their largest activation."""


@dataclass(frozen=True, slots=True, eq=False)
class Peak:
    """The largest activation of every unit on one picture: (units,), and a way to ask where it is."""

    values: NDArray[np.float32]
    where: Where


class Table:
    """Takes one picture after another; memory stays the same however many there are."""

    def __init__(self, units: int, axes: int = 2) -> None:
        self._values = np.full((units, NINE), -np.inf, np.float32)
        self._pictures = np.full((units, NINE), -1, np.int32)
        self._places = np.zeros((units, NINE, axes), np.int32)

    @classmethod
    def of(cls, found: Strongest) -> Table:
        """A table that goes on where another stood."""
        table = cls(*found.places.shape[::2])
        table._values[:], table._pictures[:] = found.values, found.pictures
        table._places[:] = found.places
        return table

    @property
    def floor(self) -> NDArray[np.float32]:
        """(units,) what a place must be stronger than to come in."""
        return self._values[:, -1].copy()

    def offer(self, values: NDArray[np.float32], picture: int, places: NDArray[np.int32]) -> bool:
        """The largest activations of one picture, (units,), and where they are, (units, axes).

        Gives whether any came in. Whoever is as strong as another that was here before comes after it.
        """
        units = np.flatnonzero(values > self._values[:, -1])
        if not len(units):
            return False
        new = np.full((len(units), 1), picture, np.int32)
        joined = np.hstack([self._values[units], values[units, None]])
        order = np.argsort(-joined, axis=1, kind="stable")[:, :NINE]
        self._values[units] = np.take_along_axis(joined, order, 1)
        pictures = np.hstack([self._pictures[units], new])
        self._pictures[units] = np.take_along_axis(pictures, order, 1)
        both = np.concatenate([self._places[units], places[units, None]], axis=1)
        self._places[units] = np.take_along_axis(both, order[:, :, None], 1)
        return True

    def pictures(self) -> set[int]:
        """The numbers of all pictures in the table."""
        return set(np.unique(self._pictures[self._pictures >= 0]).tolist())

    def strongest(self) -> Strongest:
        """How it stands now."""
        parts = self._values.copy(), self._pictures.copy(), self._places.copy()
        for part in parts:
            part.flags.writeable = False
        return Strongest(*parts)


class Best:
    """The peaks of one picture over its tiles, as far as they are above a table's floor."""

    def __init__(self, floor: NDArray[np.float32], axes: int = 2) -> None:
        self.values = floor
        self.places = np.zeros((len(floor), axes), np.int32)

    def take(self, found: Peak) -> None:
        """Peaks of one tile; it is asked where only for those that matter."""
        units = np.flatnonzero(found.values > self.values)
        if len(units):
            self.values[units] = found.values[units]
            self.places[units] = found.where(units)


def peak(features: Tensor, region: tuple[slice, ...], origin: tuple[int, ...]) -> Peak | None:
    """The peaks of (1, units, *places) within a region of its places; None where the region is empty.

    `origin` is added to the places that are told: what the first place of the region counts as.
    """
    part = features[0][(slice(None), *region)]
    if 0 in part.shape:
        return None
    axes = tuple(range(1, part.dim()))

    def where(units: NDArray[np.intp]) -> NDArray[np.int32]:
        chosen = part[torch.from_numpy(units).to(part.device)]
        flat = chosen.flatten(1).argmax(1).cpu().numpy()
        places = np.unravel_index(flat, tuple(part.shape[1:]))
        return np.asarray(np.stack(places, axis=1) + np.array(origin), np.int32)

    return Peak(part.amax(axes).float().cpu().numpy(), where)
