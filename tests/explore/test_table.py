"""The nine strongest are what sorting everything would give, however the pictures come."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from desktop.explore.found import NINE, Strongest
from desktop.explore.table import Table, peak
from desktop.networks.field import Field, Hop, field, inside, span

UNITS = 3


@given(
    st.lists(st.lists(st.integers(-3, 3), min_size=UNITS, max_size=UNITS), max_size=25),
    st.integers(0, 25),
)
def test_it_keeps_what_sorting_all_would_give(rows: list[list[int]], cut: int) -> None:
    table = Table(UNITS, 1)
    for number, row in enumerate(rows):
        if number == cut:
            table = Table.of(table.strongest())  # as if it had been kept and read again
        places = np.full((UNITS, 1), number, np.int32)
        came_in = table.offer(np.array(row, np.float32), number, places)
        assert came_in == (number in table.pictures())
    found = table.strongest()
    for unit in range(UNITS):
        order = sorted(range(len(rows)), key=lambda number: -rows[number][unit])[:NINE]
        blank = NINE - len(order)
        assert found.pictures[unit].tolist() == order + [-1] * blank
        assert found.places[unit, : len(order), 0].tolist() == order
        assert found.values[unit].tolist() == [rows[number][unit] for number in order] + [-np.inf] * blank


def test_what_was_told_does_not_change_any_more() -> None:
    table = Table(1)
    table.offer(np.ones(1, np.float32), 0, np.zeros((1, 2), np.int32))
    before = table.strongest()
    table.offer(np.full(1, 2, np.float32), 1, np.zeros((1, 2), np.int32))
    assert before.values[0, 0] == 1
    assert table.strongest().values[0, :2].tolist() == [2, 1]


def test_a_peak_is_the_first_of_the_largest_counted_from_the_origin() -> None:
    features = torch.tensor([[[[0.0, 5, 1], [5, 2, 3]], [[-1, -2, -3], [-4, -5, -6]]]])
    found = peak(features, (slice(0, 2), slice(0, 3)), (10, 20))
    assert found is not None
    assert found.values.tolist() == [5, -1]
    assert found.where(np.array([0, 1])).tolist() == [[10, 21], [10, 20]]
    inner = peak(features, (slice(1, 2), slice(1, 3)), (1, 1))
    assert inner is not None
    assert inner.values.tolist() == [3, -5]
    assert inner.where(np.array([0])).tolist() == [[1, 2]]
    assert peak(features, (slice(1, 1), slice(0, 3)), (0, 0)) is None


def test_peaks_have_as_many_axes_as_the_features() -> None:
    sound = torch.tensor([[[0.0, 7, 1]]])
    volume = torch.zeros(1, 1, 2, 2, 2)
    volume[0, 0, 1, 0, 1] = 3
    one = peak(sound, (slice(0, 3),), (0,))
    three = peak(volume, (slice(0, 2),) * 3, (0, 0, 0))
    assert one is not None
    assert three is not None
    assert one.where(np.array([0])).tolist() == [[1]]
    assert three.where(np.array([0])).tolist() == [[1, 0, 1]]


def test_patches_are_told_with_the_box_they_see() -> None:
    found = Strongest(
        np.array([[4.0, 2] + [-np.inf] * 7], np.float32),
        np.array([[1, 0] + [-1] * 7], np.int32),
        np.array([[[2, 3], [0, 0]] + [[0, 0]] * 7], np.int32),
    )
    first, second = found.patches(0, Field(24, 4, 1.5))
    assert (first.picture, first.row, first.column, first.value) == (1, 2, 3, 4.0)
    assert first.box == (2, -2, 26, 22)
    assert second.box == (-10, -10, 14, 14)


hops = st.lists(
    st.builds(Hop, st.integers(1, 5), st.integers(1, 3), st.integers(0, 2)), min_size=1, max_size=5
)


@given(hops, st.integers(0, 6))
def test_a_field_is_what_following_the_steps_back_gives(steps: list[Hop], unit: int) -> None:
    first = last = unit
    for hop in reversed(steps):
        first = first * hop.stride - hop.before
        last = last * hop.stride - hop.before + hop.kernel - 1
    assert span(field(steps), unit) == (first, last + 1)


@given(hops, st.integers(1, 30), st.integers(1, 60))
def test_units_inside_are_those_whose_span_is(steps: list[Hop], units: int, length: int) -> None:
    found = field(steps)
    right = [unit for unit in range(units) if span(found, unit)[0] >= 0 and span(found, unit)[1] <= length]
    assert list(range(units))[inside(found, units, length)] == right
