from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights import catalogue, convert, store
from desktop.weights.errors import (
    UnknownModel,
    UnknownTask,
    WeightsDamaged,
    WeightsMissing,
    WrongTask,
)
from desktop.weights.fetch import fetch
from tests.weights.tiny_registry import Shelf


def test_what_is_missing_is_told_by_name(shelf: Shelf) -> None:
    assert not store.installed(shelf.home, "knower")
    with pytest.raises(WeightsMissing, match="likeness models fetch knower"):
        store.tensors(shelf.home, "knower")
    with pytest.raises(WeightsMissing, match="“finder”"):
        store.file(shelf.home, "finder")
    with pytest.raises(UnknownModel, match="“nobody”"):
        store.installed(shelf.home, "nobody")
    assert [one.name for one in store.missing(shelf.home, ["finder", "knower"])] == ["finder", "knower"]


def test_the_first_start_needs_the_live_ones_only(shelf: Shelf) -> None:
    assert catalogue.needed_for_live() == ("finder", "knower")
    assert not store.ready_for_live(shelf.home)
    finish(fetch(shelf.home, catalogue.needed_for_live()))
    assert store.ready_for_live(shelf.home)
    assert not store.installed(shelf.home, "painter")


@pytest.mark.parametrize("name", ["finder", "knower"])
def test_a_file_that_was_cut_off_is_not_installed(shelf: Shelf, name: str) -> None:
    finish(fetch(shelf.home, [name]))
    stored = store.path(shelf.home, name)
    whole = stored.read_bytes()
    for length in (0, 5, 9, len(whole) // 2, len(whole) - 1):
        stored.write_bytes(whole[:length])
        assert not store.installed(shelf.home, name)
        assert not store.sound(shelf.home, name)
        with pytest.raises(WeightsDamaged, match=f"likeness models fetch {name}"):
            store.file(shelf.home, name) if name == "finder" else store.tensors(shelf.home, name)


def test_a_changed_byte_of_a_kept_file_is_found(shelf: Shelf) -> None:
    finish(fetch(shelf.home, ["finder"]))
    assert store.file(shelf.home, "finder") == store.path(shelf.home, "finder")
    stored = store.path(shelf.home, "finder")
    data = bytearray(stored.read_bytes())
    data[100] ^= 4
    stored.write_bytes(data)
    with pytest.raises(WeightsDamaged, match="“finder”"):
        store.file(shelf.home, "finder")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_any_changed_byte_is_damage_or_changes_no_number(shelf: Shelf, where: float, value: int) -> None:
    one = catalogue.entry("knower")
    whole = convert.convert(one, shelf.members["knower"])
    changed = bytearray(whole)
    changed[int(where * len(whole))] = value
    try:
        found = convert.unpack(one, bytes(changed))
    except WeightsDamaged:
        return
    assert list(found) == ["weight"]
    np.testing.assert_array_equal(found["weight"], [[0.5, 1.0], [1.5, 2.0]])


def test_weights_of_another_conversion_or_source_are_not_installed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(fetch(shelf.home, ["knower"]))
    with monkeypatch.context() as patched:
        patched.setattr(convert, "VERSION", "next")
        assert not store.installed(shelf.home, "knower")
    shelf.member_digests["knower"] = "1" * 64
    shelf.publish()
    assert not store.installed(shelf.home, "knower")


def test_arrays_keep_their_order_and_can_be_written_to(shelf: Shelf) -> None:
    finish(fetch(shelf.home, ["painter"]))
    arrays = store.tensors(shelf.home, "painter")
    assert list(arrays)[:4] == ["conv1_1.codes", "conv1_1.table", "conv1_1.bias", "conv1_2.codes"]
    assert all(array.flags.writeable and array.flags.c_contiguous for array in arrays.values())


def test_each_kind_has_its_own_reader(shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="file"):
        store.tensors(shelf.home, "finder")
    with pytest.raises(ValueError, match="tensors"):
        store.file(shelf.home, "knower")


def test_the_rows_say_what_is_installed_and_used(shelf: Shelf) -> None:
    finish(fetch(shelf.home, ["finder"]))
    rows = {
        row.name: row for row in store.describe(shelf.home, Settings(use_detect="finder", use_embed="knower"))
    }
    assert list(rows) == ["finder", "knower", "painter", "extra", "check"]
    assert rows["finder"].installed
    assert rows["finder"].used
    assert not rows["knower"].installed
    assert rows["knower"].used
    assert not rows["extra"].used
    assert rows["painter"].used
    assert not rows["check"].used
    assert rows["finder"].bytes == len(shelf.members["finder"])
    assert rows["finder"].source == "tiny-faces==1.0"


def test_choosing_asks_for_installed_weights_of_the_task(shelf: Shelf) -> None:
    with pytest.raises(UnknownTask, match="detect, embed"):
        store.choose(shelf.home, Settings(), "painting", "painter")
    with pytest.raises(WrongTask, match="knower, extra"):
        store.choose(shelf.home, Settings(), "embed", "finder")
    with pytest.raises(WeightsMissing, match="“extra”"):
        store.choose(shelf.home, Settings(), "embed", "extra")
    finish(fetch(shelf.home, ["finder", "extra"]))
    assert store.choose(shelf.home, Settings(), "embed", "extra").use_embed == "extra"
    assert store.choose(shelf.home, Settings(), "detect", "finder").use_detect == "finder"
