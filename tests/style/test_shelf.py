"""The shelf: what ships, what was fetched and what the user put there, each with words for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.style.shelf import THUMBNAIL, NotYours, Shelf, StyleGone, square
from desktop.vectors import Picture
from tests.weights_fixture import with_weights


def picture(seed: int, height: int = 30, width: int = 40) -> Picture:
    return np.random.default_rng(seed).integers(0, 255, (height, width, 3), np.uint8)


def own(shelf: Shelf) -> list[tuple[str, str]]:
    return [(style.key, style.name) for style in shelf.styles() if style.kind == "own"]


def test_what_ships_is_there_with_names_and_pictures(home: Home) -> None:
    shelf = Shelf(home)
    shipped = [style for style in shelf.styles() if style.kind == "shipped"]
    assert len(shipped) >= 8
    assert len({style.key for style in shipped}) == len(shipped)
    for style in shipped:
        assert style.name.strip()
        assert "." not in style.name
        assert shelf.thumbnail(style.key).shape == (THUMBNAIL, THUMBNAIL, 3)
    assert min(shelf.picture(shipped[0].key).shape[:2]) >= 512


def test_samples_are_there_once_they_were_fetched(
    home: Home, weights: Home, sample: Callable[[str], Path]
) -> None:
    assert not [style for style in Shelf(home).styles() if style.kind == "sample"]
    with_weights(weights, ["sample-coffee"])
    shelf = Shelf(weights)
    names = {style.key: style.name for style in shelf.styles() if style.kind == "sample"}
    assert names["sample-coffee"] == "Cup of coffee"
    assert "sample-six-faces" not in names  # a test's picture is never shown
    assert shelf.picture("sample-coffee").shape == (400, 600, 3)
    with pytest.raises(NotYours):
        shelf.remove("sample-coffee")


def test_an_own_style_comes_back_as_it_was(home: Home) -> None:
    key = Shelf(home).add("Großmutters Teppich", picture(1))
    shelf = Shelf(home)
    assert own(shelf) == [(key, "Großmutters Teppich")]
    assert np.array_equal(shelf.picture(key), picture(1))
    assert shelf.thumbnail(key).shape == (THUMBNAIL, THUMBNAIL, 3)


def test_the_newest_comes_first_and_the_same_picture_only_once(home: Home) -> None:
    shelf = Shelf(home)
    first, second = shelf.add("one", picture(1)), shelf.add("two", picture(2))
    assert shelf.add("again", picture(1).copy()) == first
    assert own(shelf) == [(second, "two"), (first, "one")]
    # The same bytes in another shape are another picture.
    assert shelf.add("turned", picture(1).reshape(40, 30, 3)) not in (first, second)


def test_a_removed_style_is_gone_from_the_disk(home: Home) -> None:
    shelf = Shelf(home)
    key = shelf.add("one", picture(1))
    shelf.remove(key)
    shelf.remove(key)
    assert own(shelf) == []
    assert [path.name for path in (home.studio / "styles").iterdir()] == ["names.json"]
    assert "one" not in (home.studio / "styles" / "names.json").read_text()
    with pytest.raises(StyleGone):
        shelf.picture(key)


@pytest.mark.parametrize(
    "key", ["", "own-", "own-../../secret", "shipped-../icons/add", "nothing", "own-" + "g" * 16]
)
def test_a_key_leads_nowhere_else(home: Home, key: str) -> None:
    with pytest.raises(StyleGone):
        Shelf(home).picture(key)
    with pytest.raises(NotYours):
        Shelf(home).remove(key)


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"names": 3}', b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_list_costs_names_but_no_picture(home: Home, broken: bytes) -> None:
    shelf = Shelf(home)
    key = shelf.add("one", picture(1))
    (home.studio / "styles" / "names.json").write_bytes(broken)
    assert own(shelf) == [(key, "Own style")]
    assert np.array_equal(shelf.picture(key), picture(1))


@pytest.mark.parametrize("allowed", [0, 1])
def test_a_full_disk_loses_nothing(home: Home, monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    shelf = Shelf(home)
    first = shelf.add("one", picture(1))
    left = [allowed]

    def full(_descriptor: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        shelf.add("two", picture(2))
    monkeypatch.undo()
    assert (first, "one") in own(shelf)
    assert len(own(shelf)) == 1 + allowed  # a picture that was written is there, its name is not
    assert not list((home.studio / "styles").glob(".*"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_name_is_kept_on_one_line(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    Shelf(home).add(name, picture(0, 2, 2))
    ((_, shown),) = own(Shelf(home))
    assert shown.isprintable()
    assert 0 < len(shown) <= 80
    if name.isprintable() and name == " ".join(name.split()) and 0 < len(name) <= 80:
        assert shown == name
    json.loads((home.studio / "styles" / "names.json").read_bytes())


@given(st.integers(1, 50), st.integers(1, 5000))
def test_the_middle_of_any_picture_is_square(height: int, width: int) -> None:
    assert square(np.zeros((height, width, 3), np.uint8), 16).shape == (16, 16, 3)
