"""In which order the units of a layer are shown."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.explore.found import Found
from desktop.work.explore_messages import Excited, Explored

ORDERS: Final = ("number", "strength", "different", "picture")
"""By number, by the strongest value, by how unlike its neighbours a unit is, by what a picture excites."""


def ordered(
    order: str, layer: str, explored: Explored, found: Found | None, excited: Excited | None, *, whole: bool
) -> NDArray[np.intp]:
    """Numbers of all units of the layer; of equals the lower number first. Nothing to go by: by number."""
    units = explored.layer(layer).units
    weight: NDArray[np.float64] | None = None
    if order == "different":
        weight = np.asarray(explored.different[layer], np.float64)
    elif order == "strength":
        weight = peaks(found, layer, whole=whole)
    elif order == "picture" and excited is not None and layer in excited.values:
        weight = share(excited, layer, peaks(found, layer, whole=whole))
    if weight is None or len(weight) != units:
        return np.arange(units)
    return np.argsort(-weight, kind="stable")


def peaks(found: Found | None, layer: str, *, whole: bool) -> NDArray[np.float64] | None:
    """(units,) each unit's strongest value; -inf where it was never seen. None where nothing was."""
    table = None if found is None else (found.whole if whole else found.anywhere).get(layer)
    return None if table is None else np.asarray(table.values[:, 0], np.float64)


def share(excited: Excited, layer: str, strongest: NDArray[np.float64] | None) -> NDArray[np.float64]:
    """(units,) how much a picture excites each unit, 1.0 as much as the strongest patch there is.

    A unit that nothing has excited so far has no measure of its own, and no patch to show: it comes last.
    """
    values = np.asarray(excited.values[layer], np.float64)
    if strongest is None or len(strongest) != len(values):
        return values
    seen = strongest > 0
    return np.where(seen, values / np.where(seen, strongest, 1.0), 0.0)
