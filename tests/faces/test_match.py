"""The search agrees with looking at every template one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.bench.search import bench_search, templates
from desktop.faces.match import Gallery, Match
from desktop.progress import finish
from desktop.vectors import Vectors


def _brute_force(rows: Vectors, owners: list[str], query: Vectors) -> tuple[str, float, str | None, float]:
    best: dict[str, float] = {}
    for row, owner in zip(rows.astype(np.float64), owners, strict=True):
        best[owner] = max(best.get(owner, -2.0), float(row @ query))
    ranked = sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))
    second = ranked[1] if len(ranked) > 1 else (None, -1.0)
    return ranked[0][0], ranked[0][1], *second


def _same(found: Match, expected: tuple[str, float, str | None, float]) -> bool:
    close = np.allclose(
        [found.similarity, found.runner_up_similarity], [expected[1], expected[3]], rtol=0, atol=1e-5
    )
    return bool(close) and (found.person, found.runner_up) == (expected[0], expected[2])


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(1, 60),
    people=st.integers(1, 12),
    added=st.integers(0, 20),
    asked=st.integers(1, 20),
)
def test_best_person_and_best_other_person_are_exact(
    seed: int, count: int, people: int, added: int, asked: int
) -> None:
    rows = templates(count + added, seed)[:, :16].copy()
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    owners = [f"p{code}" for code in np.random.default_rng(seed).integers(0, people, count + added)]
    queries = templates(asked, seed + 1)[:, :16].copy()
    gallery = Gallery(rows[:count], owners[:count])
    for row, owner in zip(rows[count:], owners[count:], strict=True):
        gallery = gallery.with_templates(row[None], [owner])
    assert len(gallery) == count + added
    for query, found in zip(queries, gallery.search(queries), strict=True):
        assert _same(found, _brute_force(rows, owners, query))


def test_runner_up_is_another_person_however_many_templates_the_best_has() -> None:
    rows = np.eye(4, 8, dtype=np.float32)
    gallery = Gallery(rows, ["ada", "ada", "ada", "ben"])
    query = np.array([[0.8, 0.5, 0.3, 0.14, 0, 0, 0, 0]], np.float32)
    (found,) = gallery.search(query)
    assert (found.person, found.runner_up) == ("ada", "ben")
    assert found.similarity == pytest.approx(0.8)
    assert found.runner_up_similarity == pytest.approx(0.14)


@pytest.mark.parametrize("order", [["ben", "ada", "eve"], ["eve", "ben", "ada"], ["ada", "eve", "ben"]])
def test_a_tie_goes_to_the_lowest_id_in_whatever_order_people_came(order: list[str]) -> None:
    row = templates(1)
    gallery = Gallery(np.repeat(row, 2, axis=0), order[:2]).with_templates(row, order[2:])
    (found,) = gallery.search(row)
    assert (found.person, found.runner_up) == ("ada", "ben")


def test_nobody_enrolled_is_nobody_found() -> None:
    gallery = Gallery(np.empty((0, 0), np.float32), [])
    assert gallery.search(templates(2)) == (Match(None, -1.0, None, -1.0),) * 2
    assert gallery.with_templates(templates(1), ["ada"]).search(templates(1))[0].person == "ada"


def test_one_person_alone_has_no_runner_up() -> None:
    (found,) = Gallery(templates(3), ["ada"] * 3).search(templates(1))
    assert found.person == "ada"
    assert found.runner_up is None


def test_adding_leaves_the_gallery_others_hold_as_it_was() -> None:
    rows = templates(40)
    first = Gallery(rows[:30], ["ada"] * 30)
    second = first.with_templates(rows[30:], ["ben"] * 10)
    third = first.with_templates(rows[30:31], ["eve"])
    assert (len(first), len(second), len(third)) == (30, 40, 31)
    assert (first.people, second.people, third.people) == (("ada",), ("ada", "ben"), ("ada", "eve"))
    assert second.search(rows[35:36])[0].person == "ben"
    assert first.search(rows[35:36])[0].person == "ada"


def test_a_long_tail_is_grouped_with_the_rest() -> None:
    rows = templates(9000)
    owners = [str(row % 90) for row in range(9000)]
    gallery = Gallery(rows[:10], owners[:10])
    for low in range(10, 9000, 899):
        gallery = gallery.with_templates(rows[low : low + 899], owners[low : low + 899])
    assert len(gallery) == 9000
    for query, found in zip(rows[::1000], gallery.search(rows[::1000]), strict=True):
        assert _same(found, _brute_force(rows, owners, query))


def test_nothing_of_an_erased_person_is_found_again() -> None:
    rows = templates(30)
    gallery = Gallery(rows[:20], ["ada", "ben"] * 10).with_templates(rows[20:], ["ada", "ben"] * 5)
    without = gallery.without("ada")
    assert len(without) == 15
    assert "ada" not in without
    assert {found.person for found in without.search(rows)} == {"ben"}
    assert "ada" in gallery


def test_similarity_with_one_person_is_that_of_the_closest_template() -> None:
    rows = templates(30)
    gallery = Gallery(rows[:20], ["ada", "ben"] * 10).with_templates(rows[20:], ["ada", "ben"] * 5)
    queries = templates(3, seed=9)
    assert np.allclose(gallery.similarity("ben", queries), (queries @ rows[1::2].T).max(axis=1), atol=1e-6)
    with pytest.raises(KeyError):
        gallery.similarity("eve", queries)


def test_templates_that_do_not_fit_are_refused() -> None:
    rows = templates(2)
    with pytest.raises(ValueError, match="owners"):
        Gallery(rows, ["ada"])
    with pytest.raises(ValueError, match="owners"):
        Gallery(rows, ["ada", "ben"]).with_templates(rows[:, :9], ["eve", "eve"])
    with pytest.raises(ValueError, match="queries"):
        Gallery(rows, ["ada", "ben"]).search(rows[:, :9])


def test_benchmark_reports_each_size() -> None:
    outcome = finish(bench_search((50, 700)))
    assert (outcome.name, outcome.device) == ("search", "cpu")
    assert set(outcome.figures) >= {"ms_50", "ms_700"}
    assert all(value is not None and float(value) > 0 for value in outcome.figures.values())
