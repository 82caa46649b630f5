"""People are divided, never pictures; and what P x K batches hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.learn.batches import TooFewKeptAside, TooFewPeople, batches, count, split, split_named


@given(st.lists(st.integers(1, 5), min_size=4, max_size=30), st.integers(0, 99))
def test_nobody_is_on_both_sides(counts: list[int], seed: int) -> None:
    people = [f"p{person}" for person, number in enumerate(counts) for _ in range(number)]
    several = sum(number > 1 for number in counts)
    if several < 4:
        with pytest.raises(TooFewPeople, match=f"there are {several}"):
            split(people, seed)
        return
    found = split(people, seed)
    train, aside = ({people[row] for row in rows} for rows in (found.train, found.held_out))
    assert not train & aside
    assert sorted([*found.train, *found.held_out]) == list(range(len(people)))
    for rows in (found.train, found.held_out):
        _, numbers = np.unique([people[row] for row in rows], return_counts=True)
        assert (numbers > 1).sum() >= 2


def test_the_named_are_kept_aside() -> None:
    people = ["a", "a", "b", "b", "c", "c", "d"]
    found = split_named(people, {"b", "d", "nobody"})
    assert found.held_out.tolist() == [2, 3, 6]
    with pytest.raises(TooFewPeople, match="there are 1"):
        split_named(people, {"a", "b"})
    for aside, several in (({"nobody"}, 0), ({"c"}, 1), ({"d", "e"}, 0)):
        with pytest.raises(TooFewKeptAside, match=f"on, {several} have two pictures"):
            split_named([*people, "e"], aside)


@given(st.lists(st.integers(1, 9), min_size=2, max_size=12), st.integers(1, 4), st.integers(0, 50))
def test_batches_hold_people_and_views_as_asked(counts: list[int], views: int, seed: int) -> None:
    codes = np.repeat(np.arange(len(counts)), counts)
    found = list(batches(codes, views, people=3, pictures=4, chance=np.random.default_rng(seed)))
    assert len(found) <= count(codes, 3, 4)
    for batch in found:
        assert len(set(codes[batch.rows])) > 1
        assert batch.views.max() < views
        pairs = list(zip(batch.rows.tolist(), batch.views.tolist(), strict=True))
        assert len(set(pairs)) == len(pairs)  # no view twice: it would be its own positive
        assert len(pairs) <= 3 * 4


def test_different_pictures_come_before_other_views_of_the_same() -> None:
    codes = np.array([0, 0, 0, 0, 1])
    (batch,) = batches(codes, views=3, people=2, pictures=4, chance=np.random.default_rng(0))
    assert sorted(batch.rows[codes[batch.rows] == 0].tolist()) == [0, 1, 2, 3]
    assert batch.rows[codes[batch.rows] == 1].tolist() == [4, 4, 4]


def test_the_same_chance_draws_the_same() -> None:
    codes = np.repeat(np.arange(7), 3)
    one, other = (
        [batch.rows.tolist() for batch in batches(codes, 2, 3, 2, np.random.default_rng(9))] for _ in "ab"
    )
    assert one == other
