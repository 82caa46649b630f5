"""What was erased has left no byte, and nothing was ever kept in the clear."""

from __future__ import annotations

import sqlite3

import pytest

from desktop.paths import Home
from desktop.people.errors import NothingToUndo
from desktop.people.store import People
from tests.people.made import MODEL, opened, raw, sealed, template, traces

NAME = "Wilhelmina Ångström-Vandersloot"


def enrolled(people: People, name: str = NAME) -> str:
    """A person with everything that can be kept of one."""
    person = people.add(
        name, [template(seed, side=40) for seed in range(3)], consent_by="her guardian"
    ).person
    people.record_seen(person.id, 0.61, 1)
    people.record_seen(person.id, 0.62, 2)
    return person.id


def test_nothing_of_a_person_is_kept_in_the_clear(people: People) -> None:
    person = enrolled(people)
    one = template(0, side=40)
    data = raw(people)
    assert len(sealed(people, person)) > 15
    clear = [NAME.encode(), NAME.encode("utf-16-le"), b"guardian", b"themselves", one.embedding.tobytes()]
    clear += [
        one.crop.tobytes()[:64],
        b"\x89PNG",
        b"\xff\xd8\xff\xe0",
        b"landmarks",
        MODEL.digest.encode(),
        b"sface",
    ]
    for plain in clear:
        assert plain not in data


def test_an_erased_person_leaves_no_byte(home: Home) -> None:
    with opened(home) as people:
        for number in range(12):
            people.add(f"Person {number}", [template(100 + number, side=30)])
        person = enrolled(people)
        for number in range(12, 24):
            people.add(f"Person {number}", [template(100 + number, side=30)])
        values = sealed(people, person)
        assert traces(values, raw(people)) == len(values)  # the test sees what it looks for
        people.erase(person)
        assert traces(values, raw(people)) == 0
        assert len(people.list()) == 24
    assert traces(values, raw(home)) == 0
    with opened(home) as people:
        assert len(people.templates(MODEL).templates) == 24


def test_earlier_states_go_with_the_person(home: Home) -> None:
    """Old names, removed pictures and people merged into this one: all were sealed, all are gone."""
    values: list[bytes] = []
    with opened(home) as people:
        person = enrolled(people)
        values += sealed(people, person)
        people.rename(person, "Another Name")
        people.remove_template(people.pictures(person)[0].id)
        merged = enrolled(people, "Merged Into Her")
        values += sealed(people, merged)
        people.merge(merged, person)
        values += sealed(people, person)
        people.erase(person)
        assert traces(values, raw(people)) == 0
    assert traces(values, raw(home)) == 0


def test_what_is_removed_or_merged_is_gone_from_the_file_once_it_is_closed(home: Home) -> None:
    with opened(home) as people:
        person = enrolled(people)
        before = sealed(people, person)
        people.remove_template(people.pictures(person)[0].id)
        removed = [value for value in before if value not in sealed(people, person)]
        other = enrolled(people, "Merged")
        before = sealed(people, other)
        people.merge(other, person)
        ids = {one.id.encode() for one in people.pictures(person)}
        removed += [value for value in before if value not in ids]
        assert len(removed) > 10
    assert traces(removed, raw(home)) == 0


def test_no_change_of_an_erased_person_can_be_taken_back(people: People) -> None:
    person = enrolled(people)
    renamed = people.rename(person, "Another Name")
    other = enrolled(people, "Merged")
    removed = people.remove_template(people.pictures(other)[0].id)
    merged = people.merge(other, person)
    kept = people.add("Somebody else", [template(7)])
    people.erase(person)
    for change in (renamed, removed, merged):
        with pytest.raises(NothingToUndo):
            people.undo(change.undo)
    people.undo(kept.undo)
    assert people.list() == ()


def test_taking_back_an_enrolment_leaves_no_byte_either(people: People) -> None:
    change = people.add(NAME, [template(1, side=40)])
    values = sealed(people, change.person.id)
    people.undo(change.undo)
    assert people.list() == ()
    assert traces(values, raw(people)) == 0


def test_an_erase_with_another_window_open_leaves_no_byte(home: Home) -> None:
    with opened(home) as people, opened(home) as other:
        person = enrolled(people)
        assert len(other.list()) == 1
        values = sealed(people, person)
        people.erase(person)
        assert traces(values, raw(people)) == 0
        assert other.list() == ()


def test_an_erase_that_a_reader_holds_up_is_finished_later(home: Home) -> None:
    """The erase stands at once; the log is emptied at the next start or end without a reader."""
    reader = sqlite3.connect(home.people, isolation_level=None)
    with opened(home, patience=0.05) as people:
        person = enrolled(people)
        values = sealed(people, person)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM person").fetchone() == (1,)
        people.erase(person)
        assert people.list() == ()
        assert traces(values, raw(people)) > 0
        reader.execute("COMMIT")
    reader.close()
    with opened(home):
        assert traces(values, raw(home)) == 0


def test_an_erase_that_was_killed_before_its_end_is_finished_at_the_next_start(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(home) as people:
        person = enrolled(people)
        values = sealed(people, person)
        monkeypatch.setattr(people, "clean_up", lambda: None)  # killed between the commit and the clean-up
        people.erase(person)
        assert traces(values, raw(people)) > 0
        with opened(home):
            assert traces(values, raw(home)) == 0
