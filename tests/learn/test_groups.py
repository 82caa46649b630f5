from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop.errors import FileMissing
from desktop.learn.groups import GroupsMalformed, NobodyInGroups, by_group, by_quality, read_groups
from desktop.learn.measure import measure
from desktop.progress import finish
from tests.learn.simulated import plane, simulated

KNOWN = ["Ann Lee", "Bo", "Cy"]


def written(folder: Path, text: str) -> Path:
    file = folder / "groups.csv"
    file.write_text(text, "utf-8")
    return file


def test_names_are_read_as_folders_are(tmp_path: Path) -> None:
    file = written(tmp_path, 'Name,Group\nann_lee, one\n\n"Bo",two\nnobody,one\n')
    assert read_groups(file, KNOWN) == {"Ann Lee": "one", "Bo": "two"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann Lee,one,more\n", "line 1"),
        ("name,group\nAnn Lee\n", "line 2"),
        ("Ann Lee,one\nann lee,two\n", "second group"),
        ('Ann Lee,"one\n', "can't be read"),
    ],
)
def test_a_list_that_is_none_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(GroupsMalformed, match=said):
        read_groups(written(tmp_path, text), KNOWN)


def test_a_list_of_others_and_a_missing_one_are_said(tmp_path: Path) -> None:
    with pytest.raises(NobodyInGroups):
        read_groups(written(tmp_path, "Zoe,one\n"), KNOWN)
    with pytest.raises(FileMissing):
        read_groups(tmp_path / "none.csv", KNOWN)
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(GroupsMalformed):
        read_groups(tmp_path / "picture.csv", KNOWN)


def test_groups_are_measured_among_themselves() -> None:
    vectors, people = plane(0, 10, 40, 180, 220, 300), ["A", "A", "B", "C", "C", "D"]
    one, two = finish(by_group(vectors, people, {"A": "x", "B": "x", "C": "y"}))
    assert (one.name, one.measured.people, one.measured.genuine.count) == ("x", 2, 1)
    assert one.measured.impostors.count == 2
    assert (two.name, two.measured.genuine.count, two.measured.impostors.count) == ("y", 1, 0)


def test_a_group_that_is_served_worse_shows() -> None:
    good, names = simulated(80, 4, spread=0.6, seed=1)
    poor, others = simulated(80, 4, spread=1.4, seed=2)
    people = [f"good {name}" for name in names] + [f"poor {name}" for name in others]
    labels = {name: name.split()[0] for name in people}
    one, two = finish(by_group(np.concatenate([good, poor]), people, labels))
    better, worse = one.measured.fnmr(1.2), two.measured.fnmr(1.2)
    assert worse.low is not None
    assert worse.low > (better.value or 0)


def test_pairs_are_put_by_their_worse_picture() -> None:
    vectors, people = plane(0, 10, 60, 90), ["A", "A", "B", "B"]
    low, high = finish(by_quality(vectors, people, np.array([0.9, 0.2, 0.8, 0.9]), bins=2))
    # The middle of the qualities is 0.85: only the first and the last picture are above.
    assert (low.measured.genuine.count, high.measured.genuine.count) == (2, 0)
    assert (low.measured.impostors.count, high.measured.impostors.count) == (3, 1)
    assert high.measured.impostors.mean() == pytest.approx(2.0, abs=1e-3)
    assert (low.low, high.high) == (0.2, 0.9)


def test_bins_add_up_to_everything() -> None:
    vectors, people = simulated(40, 3)
    quality = np.random.default_rng(3).random(120)
    whole = finish(measure(vectors, people))
    bins = finish(by_quality(vectors, people, quality))
    assert len(bins) == 5
    assert sum(one.measured.genuine.count for one in bins) == whole.genuine.count
    assert sum(one.measured.fmr(1.3).errors for one in bins) == whole.fmr(1.3).errors
    assert [one.measured.pictures for one in bins] == [24] * 5
    assert all(one.high == other.low for one, other in pairwise(bins))


def test_one_quality_for_all_is_one_bin() -> None:
    vectors, people = simulated(10, 2)
    [only] = finish(by_quality(vectors, people, np.full(20, 0.5)))
    assert only.measured.pictures == 20
