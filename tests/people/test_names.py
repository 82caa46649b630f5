"""What a name may be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.people.errors import NameEmpty, NameTooLong, NameUnprintable
from desktop.people.person import NAME_LIMIT, same_name, tidy_name


@pytest.mark.parametrize(
    "name",
    [
        "Lin",
        "Ægir Þór",
        "Иван Петрович",
        "李小龙",
        "محمد علي",
        "नरेन्द्र",
        "ישראל",
        "O'Brien-Smith",
        "🙂",
        "7",
        "ნინო",
    ],
)
def test_a_name_in_any_script_stays_as_it_is(name: str) -> None:
    assert tidy_name(name) == name


@pytest.mark.parametrize("name", ["", " ", "\t \u3000", "\u200d", "\u0301"])
def test_a_name_without_anything_to_see_is_refused(name: str) -> None:
    with pytest.raises(NameEmpty):
        tidy_name(name)


@pytest.mark.parametrize("name", ["a\x00b", "a\nb", "\x1b[31mred", "a\ud800", "\x7f", "a\ue000"])
def test_a_name_with_characters_that_show_nothing_is_refused(name: str) -> None:
    with pytest.raises(NameUnprintable):
        tidy_name(name)


def test_a_name_may_be_a_hundred_characters_long_and_no_longer() -> None:
    assert tidy_name("ab" * 50) == "ab" * 50
    with pytest.raises(NameTooLong, match=r"101 characters; shorten it to 100"):
        tidy_name("a" * 101)


def test_spaces_and_composition_do_not_tell_names_apart() -> None:
    assert tidy_name("  Jose\u0301 \t  Garc\u00eda ") == "Jos\u00e9 Garc\u00eda"
    assert same_name("STRASSE") == same_name("Straße")
    assert same_name("Ärger") == same_name("A\u0308RGER")


@given(st.text(max_size=120))
def test_a_tidy_name_is_stable_whatever_was_typed(name: str) -> None:
    try:
        tidy = tidy_name(name)
    except (NameEmpty, NameTooLong, NameUnprintable):
        return
    assert tidy_name(tidy) == tidy
    assert 1 <= len(tidy) <= NAME_LIMIT
    assert unicodedata.is_normalized("NFC", tidy)
    assert tidy == tidy.strip()
