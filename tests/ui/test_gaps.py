from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from desktop.ui.widgets.gaps import with_gaps

VALUES = some.lists(some.floats(width=32), max_size=30)


def test_a_gap_stays_a_gap_and_has_a_place() -> None:
    x, y, connect = with_gaps(np.array([0.0, 1, 2, 3]), np.array([5.0, np.nan, 7, 8]))
    assert y.tolist() == [5, 5, 7, 8]
    assert x.tolist() == [0, 0, 2, 3]
    assert connect.tolist() == [0, 0, 1, 0]


@given(VALUES)
def test_every_point_exists_and_lines_are_between_those_that_did(values: list[float]) -> None:
    given_x, given_y = np.arange(len(values), dtype=float), np.array(values, float)
    x, y, connect = with_gaps(given_x, given_y)
    assert np.isfinite(x).all()
    assert np.isfinite(y).all()
    there = np.isfinite(given_y)
    assert np.array_equal(y[there], given_y[there])
    assert connect[:-1].tolist() == [int(one and other) for one, other in pairwise(there)]
    assert not connect[-1:].any()
