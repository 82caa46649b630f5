"""The assignment problem: rows to columns so that the sum of the costs is least."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def assign(costs: NDArray[np.float64], alone: float) -> list[int]:
    """For each row the column it gets, or -1.

    `costs` is (rows, columns), infinite where a pair is out of the question; to stay alone costs a row
    `alone`. Exact, O(rows^2 columns), after Kuhn and Munkres in the form with potentials and one shortest
    path a row.
    """
    rows, columns = costs.shape
    # Each row gets a column of its own to stay alone in, so that a way out always exists.
    alone_at = np.full((rows, rows), np.inf)
    np.fill_diagonal(alone_at, alone)
    table = np.concatenate([costs, alone_at], axis=1)
    table[~np.isfinite(table)] = 1e9
    width = columns + rows
    row_price, column_price = np.zeros(rows), np.zeros(width)
    owner = np.full(width, -1)
    for row in range(rows):
        shortest = np.full(width, np.inf)
        before = np.full(width, -1)
        visited = np.zeros(width, bool)
        here, column = row, -1
        while True:
            reduced = table[here] - row_price[here] - column_price
            shorter = ~visited & (reduced < shortest)
            shortest[shorter], before[shorter] = reduced[shorter], column
            open_ones = np.where(visited, np.inf, shortest)
            following = int(open_ones.argmin())
            step = open_ones[following]
            # Prices move so that the tree of shortest paths keeps reduced cost 0.
            row_price[row] += step
            used = np.flatnonzero(visited)
            row_price[owner[used]] += step
            column_price[used] -= step
            shortest[~visited] -= step
            visited[following] = True
            column = following
            if owner[column] < 0:
                break
            here = int(owner[column])
        while column >= 0:
            previous = int(before[column])
            owner[column] = row if previous < 0 else owner[previous]
            column = previous
    result = [-1] * rows
    for column in range(columns):
        if owner[column] >= 0 and costs[owner[column], column] < np.inf:
            result[int(owner[column])] = column
    return result
