"""Lines with gaps for pyqtgraph, every number of them finite.

pyqtgraph takes gaps as NaN too, but leaves them to Qt, and a dashed line with one crashed once while painted.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def with_gaps(x: Floats, y: Floats) -> tuple[Floats, Floats, NDArray[np.int32]]:
    """x, y (n,) with a place at every point, and `connect` (n,): 1 where a line goes on to the next.

    Where x or y is not finite there is a gap; such a point stands at the first one that is, unconnected.
    """
    there = np.isfinite(x) & np.isfinite(y)
    connect = np.zeros(len(x), np.int32)
    connect[:-1] = there[:-1] & there[1:]
    if there.any() and not there.all():
        first = int(np.argmax(there))
        x, y = np.where(there, x, x[first]), np.where(there, y, y[first])
    elif not there.all():
        x, y = np.zeros(len(x)), np.zeros(len(y))
    return x, y, connect
