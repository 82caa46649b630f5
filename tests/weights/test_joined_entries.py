"""Several entries under one name: read, listed, fetched, imported and chosen together."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights import catalogue, fetch, store
from desktop.weights.errors import CatalogueDamaged, UnknownModel, WeightsMissing, WrongFile, WrongTask
from tests.weights.tiny_registry import Shelf

PAIR = '[[joined]]\nname = "pair"\ntitle = "Both"\nparts = ["knower", "extra"]\nshares = [1, 3.5]\n'


@pytest.fixture
def pair(shelf: Shelf) -> Shelf:
    shelf.joins = PAIR
    shelf.publish()
    return shelf


def test_it_is_read(pair: Shelf) -> None:
    [found] = catalogue.joined()
    assert (found.name, found.title, found.task) == ("pair", "Both", "embed")
    assert (found.parts, found.shares) == (("knower", "extra"), (1.0, 3.5))
    assert [one.name for one in catalogue.parts_of("pair")] == ["knower", "extra"]
    assert [one.name for one in catalogue.parts_of("finder")] == ["finder"]
    assert catalogue.names_for("embed") == ("knower", "extra", "pair")
    assert catalogue.names_for("detect") == ("finder",)
    with pytest.raises(UnknownModel, match="extra, check, pair"):
        catalogue.parts_of("nobody")


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('["knower", "extra"]', '["knower"]'),
        ('["knower", "extra"]', '["knower", "finder"]'),
        ('["knower", "extra"]', '["knower", 3]'),
        ('["knower", "extra"]', '"knower"'),
        ("[1, 3.5]", "[1]"),
        ("[1, 3.5]", "[1, -3]"),
        ("[1, 3.5]", '[1, "3"]'),
        ("[1, 3.5]", "[1, nan]"),
        ('name = "pair"', 'name = "knower"'),
        ('name = "pair"', 'name = "../pair"'),
        ('title = "Both"\n', ""),
        ("[[joined]]", "[joined]"),
    ],
)
def test_what_does_not_fit_is_refused(pair: Shelf, was: str, becomes: str) -> None:
    assert was in PAIR
    with pytest.raises(CatalogueDamaged):
        catalogue.parse_joined(PAIR.replace(was, becomes), catalogue.catalogue())


def test_it_is_there_once_all_its_parts_are(pair: Shelf) -> None:
    rows = {row.name: row for row in store.describe(pair.home, Settings(use_embed="pair"))}
    row = rows["pair"]
    assert list(rows)[-1] == "pair"
    assert (row.installed, row.used, row.parts) == (False, True, ("knower", "extra"))
    assert row.bytes == rows["knower"].bytes + rows["extra"].bytes
    assert row.source == "tiny-faces==1.0 tiny-more==3.0"
    assert len(row.sha256) == 64
    finish(fetch.fetch(pair.home, ["knower"]))
    assert not store.installed(pair.home, "pair")
    assert [one.name for one in store.missing(pair.home, ["knower", "pair"])] == ["extra"]
    assert finish(fetch.fetch(pair.home, ["pair"])) == ("extra",)
    assert store.installed(pair.home, "pair")
    assert store.missing(pair.home, ["pair"]) == ()


def test_it_is_chosen_once_it_is_there(pair: Shelf) -> None:
    with pytest.raises(WeightsMissing, match="models fetch pair"):
        store.choose(pair.home, Settings(), "embed", "pair")
    with pytest.raises(WrongTask, match="finder"):
        store.choose(pair.home, Settings(), "detect", "pair")
    finish(fetch.fetch(pair.home, ["pair"]))
    assert store.choose(pair.home, Settings(), "embed", "pair").use_embed == "pair"


def test_a_file_is_imported_for_the_part_it_is(pair: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "renamed"
    file.write_bytes(pair.members["extra"])
    finish(fetch.import_file(pair.home, "pair", file))
    assert store.installed(pair.home, "extra")
    assert not store.installed(pair.home, "pair")
    finish(fetch.import_file(pair.home, "pair", pair.wheel()))
    assert store.installed(pair.home, "pair")
    file.write_bytes(b"something else")
    with pytest.raises(WrongFile, match="renamed"):
        finish(fetch.import_file(pair.home, "pair", file))
