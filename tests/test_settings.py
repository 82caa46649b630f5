"""The table of choices: what a file may hold, what a person may type, and what the commands do with it."""

import json
import logging
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cli import run
from desktop.kinds import Rate, Whole
from desktop.paths import Home
from desktop.settings import (
    TABLE,
    BadValue,
    Choice,
    SetElsewhere,
    Settings,
    UnknownChoice,
    choices,
    fitted,
    load,
    of,
    parsed,
    save,
)

Capture = pytest.CaptureFixture[str]

ANY_CHOICE = st.sampled_from(TABLE)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
ANY_JSON = PLAIN | st.lists(PLAIN, max_size=2) | st.dictionaries(st.text(max_size=5), PLAIN, max_size=2)


def test_every_field_has_a_row_and_every_default_fits_it() -> None:
    assert [choice.name for choice in TABLE] != []
    assert {choice.name for choice in TABLE} == {field.name for field in fields(Settings)}
    for choice in TABLE:
        assert choice.kind.check(choice.default) == choice.default
        assert bool(choice.title) == bool(choice.about)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(found=st.dictionaries(st.sampled_from([choice.name for choice in TABLE]), ANY_JSON))
def test_whatever_a_file_holds_gives_choices_that_fit(tmp_path: Path, found: dict[str, object]) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(found), "utf-8")
    now = load(file)
    for choice in TABLE:
        value = of(now, choice.name)
        assert choice.kind.check(value) == value
        assert type(value) is type(choice.default)
    save(now, file)
    assert load(file) == now


@settings(deadline=None)
@given(choice=ANY_CHOICE, text=st.text(max_size=40))
def test_what_is_typed_is_refused_or_fits(choice: Choice, text: str) -> None:
    try:
        value = choice.kind.parse(text)
    except ValueError:
        return
    assert choice.kind.check(value) == value
    assert choice.kind.parse(choice.kind.show(value)) == value


@given(
    choice=st.sampled_from([one for one in TABLE if isinstance(one.kind, Rate | Whole)]),
    number=st.floats(allow_nan=False, allow_infinity=False),
)
def test_a_slider_ends_where_the_choice_does(choice: Choice, number: float) -> None:
    value = fitted(choice.name, number)
    assert choice.kind.check(value) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("scheme", " Light ", "light"),
        ("language", "zh_cn", "zh_CN"),
        ("language", "", ""),
        ("mirror", "off", False),
        ("mirror", "YES", True),
        ("fmr", "1e-4", 1e-4),
        ("fpir", ".05", 0.05),
        ("keep_days", "0", 0),
        ("lock_minutes", "15", 15),
        ("source", "Front camera", "Front camera"),
        ("studio_folder", "", ""),
    ],
)
def test_what_a_person_types_is_understood(name: str, text: str, value: object) -> None:
    assert parsed(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("scheme", "pink"),
        ("mirror", "maybe"),
        ("fmr", "0"),
        ("fmr", "nan"),
        ("fmr", "often"),
        ("keep_days", "366"),
        ("keep_days", "-1"),
        ("keep_days", "1.5"),
        ("lock_minutes", "soon"),
        ("device", "toaster"),
        ("source", "two\nlines"),
    ],
)
def test_what_does_not_fit_is_said_with_what_does(name: str, text: str) -> None:
    with pytest.raises(BadValue, match="Nothing was changed"):
        parsed(name, text)


def test_a_folder_is_kept_as_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parsed("studio_folder", "painted") == str(tmp_path / "painted")
    (tmp_path / "file").write_text("")
    with pytest.raises(BadValue):
        parsed("studio_folder", "file")


def test_a_value_that_does_not_fit_is_logged_without_itself(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"studio_folder": "of/Ada Lovelace", "keep_days": 7, "fmr": 1, "window": 3}))
    with caplog.at_level(logging.WARNING):
        assert load(file) == Settings(keep_days=7)
    assert "studio_folder" in caplog.text
    assert "Ada" not in caplog.text


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "\xff", "[" * 100_000])
def test_a_file_that_is_no_table_gives_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, "latin-1")
    assert load(file) == Settings()
    assert load(tmp_path / "missing.json") == Settings()


# The command line.


@pytest.fixture
def options(home: Home) -> list[str]:
    return ["--home", str(home.root)]


def listed(options: list[str], capsys: Capture) -> dict[str, dict[str, object]]:
    assert run([*options, "settings", "list", "--json"]) == 0
    return {row["name"]: row for row in json.loads(capsys.readouterr().out)}


def test_the_list_tells_every_choice_of_the_table(options: list[str], capsys: Capture) -> None:
    rows = listed(options, capsys)
    assert list(rows) == [choice.name for choice in choices()]
    assert "window" not in rows
    assert rows["keep_days"]["value"] == rows["keep_days"]["default"] == 30
    assert all(row["title"] and row["about"] and row["wanted"] for row in rows.values())
    assert run([*options, "settings", "list"]) == 0
    assert "keep_days" in capsys.readouterr().out


def test_what_is_set_is_kept_and_counts_for_the_commands(
    home: Home, options: list[str], capsys: Capture
) -> None:
    save(Settings(window="AAAA", use_embed="sface-full"), home.settings)
    assert run([*options, "settings", "set", "keep_days", "7", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["value"] == 7
    assert load(home.settings) == Settings(window="AAAA", use_embed="sface-full", keep_days=7)


def test_reset_brings_one_back_or_all_and_leaves_the_models(home: Home, options: list[str]) -> None:
    chosen = Settings(scheme="light", fmr=1e-4, keep_days=0, use_embed="sface-full", window="AAAA")
    save(chosen, home.settings)
    assert run([*options, "settings", "reset", "fmr"]) == 0
    assert load(home.settings) == replace(chosen, fmr=1e-3)
    assert run([*options, "settings", "reset"]) == 0
    assert load(home.settings) == Settings(use_embed="sface-full", window="AAAA")


@pytest.mark.parametrize(
    "words",
    [
        ["set", "nonsense", "1"],
        ["set", "window", "AAAA"],
        ["set", "fmr", "2"],
        ["set", "use_embed", "sface"],
        ["reset", "nonsense"],
        ["reset", "use_detect"],
    ],
)
def test_what_can_not_be_set_is_one_sentence_and_changes_nothing(
    home: Home, options: list[str], capsys: Capture, words: list[str]
) -> None:
    before = Settings(fmr=1e-4, use_detect="yunet")
    save(before, home.settings)
    assert run([*options, "settings", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert words[1] in err
    assert load(home.settings) == before


def test_whom_to_ask_instead_is_named() -> None:
    with pytest.raises(SetElsewhere, match="likeness models use embed"):
        parsed("use_embed", "sface")
    with pytest.raises(UnknownChoice, match="keep_days"):
        parsed("use_head", "x")
