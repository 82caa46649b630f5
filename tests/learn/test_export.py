from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import NotWritable
from desktop.learn import export
from desktop.learn.groups import by_group, by_quality
from desktop.learn.identification import COUNTS, identify
from desktop.learn.measure import Measured, measure
from desktop.progress import finish
from tests.learn.simulated import simulated


@pytest.fixture(scope="module")
def measured() -> Measured:
    return finish(measure(*simulated(60, 3)))


def read(table: export.Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.text(*table))))


def test_the_det_curve_has_standard_columns_and_fractions(measured: Measured) -> None:
    rows = read(export.det(measured))
    assert list(rows[0]) == ["threshold", "fmr", "fnmr"]
    for row in rows[:: len(rows) // 7]:
        tau = float(row["threshold"])
        assert float(row["fmr"]) == pytest.approx(measured.fmr(tau).value, abs=1e-3)
        assert float(row["fnmr"]) == pytest.approx(measured.fnmr(tau).value, abs=1e-2)
    assert all(0 <= float(row[name]) <= 1 for row in rows for name in ("fmr", "fnmr"))


def test_a_histogram_adds_up(measured: Measured) -> None:
    rows = read(export.histogram(measured))
    for kind in ("genuine", "impostor"):
        assert sum(float(row[kind]) for row in rows) == pytest.approx(1)
    assert float(rows[-1]["distance_to"]) == 4


def test_people_say_what_was_measured_and_leave_out_what_is_unknown(measured: Measured) -> None:
    found = finish(identify(*simulated(60, 3), measured))
    rows = read(export.people(found, 1.3, 0.05))
    assert len(rows) == 2 * len(COUNTS)
    fixed = {int(row["k"]): row for row in rows if row["threshold_kind"] == "fixed"}
    assert (fixed[10]["basis"], fixed[1000]["basis"]) == ("measured", "reckoned")
    last = rows[-1]
    assert (last["fpir"], last["threshold"], last["basis"]) == ("", "", "")


def test_groups_and_quality_give_both_rates_with_intervals(measured: Measured) -> None:
    vectors, people = simulated(60, 3)
    found = finish(by_group(vectors, people, dict.fromkeys(people, 'odd, "quoted"\nname')))
    [row] = read(export.groups(found, 1.3))
    assert row["group"] == 'odd, "quoted"\nname'
    assert int(row["fmr_pairs"]) == measured.impostors.count
    assert float(row["fmr_low"]) <= float(row["fmr"]) <= float(row["fmr_high"])
    bins = finish(by_quality(vectors, people, np.random.default_rng(1).random(180)))
    rows = read(export.quality(bins, 1.3))
    assert len(rows) == 5
    assert sum(int(row["fnmr_pairs"]) for row in rows) == measured.genuine.count


def test_a_file_is_written_whole_or_not_at_all(measured: Measured, tmp_path: Path) -> None:
    file = tmp_path / "det.csv"
    export.write(export.det(measured), file)
    assert file.read_bytes().startswith(b"threshold,fmr,fnmr\r\n")
    (tmp_path / "blocked").write_text("")
    with pytest.raises(NotWritable):
        export.write(export.det(measured), tmp_path / "blocked" / "det.csv")


cells = st.one_of(st.none(), st.integers(), st.floats(0, 1), st.text().filter(lambda t: "\r" not in t))


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_whatever_stands_in_a_cell_comes_back(rows: list[tuple[export.Cell, export.Cell]]) -> None:
    told = export.text(("one", "two"), rows)
    [head, *found] = csv.reader(io.StringIO(told, newline=""))
    assert head == ["one", "two"]
    wanted = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert found == wanted
