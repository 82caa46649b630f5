"""Heads taught on the enrolled: sealed in the vault, and gone with whoever took part."""

from __future__ import annotations

import pytest

from desktop.paths import Home
from desktop.people import schema
from desktop.people.errors import PersonGone
from tests.people.made import MODEL, OTHER, opened, raw, template

NUMBERS = bytes(range(256)) * 40


def test_a_head_is_kept_sealed_and_read_again(home: Home) -> None:
    with opened(home) as people:
        ids = [people.add(name, [template(seed)]).person.id for seed, name in enumerate("abc")]
        name = people.keep_head(NUMBERS, ids[:2])
        assert people.heads() == (name,)
        assert people.head(name) == NUMBERS
        assert people.head("another") is None
        assert NUMBERS[:32] not in raw(people)
    with opened(home) as people:
        assert people.head(name) == NUMBERS
        people.forget_head(name)
        assert people.heads() == ()


def test_erasing_or_merging_anybody_who_took_part_destroys_it(home: Home) -> None:
    with opened(home) as people:
        ids = [people.add(name, [template(seed)]).person.id for seed, name in enumerate("abcd")]
        name = people.keep_head(NUMBERS, ids[:3])
        [(sealed,)] = people.database.connection.execute("SELECT numbers FROM head").fetchall()
        people.erase(ids[3])  # took no part
        assert people.heads() == (name,)
        people.erase(ids[0])
        assert people.heads() == ()
        assert sealed[:32] not in raw(people)
        people.keep_head(NUMBERS, ids[1:3])
        people.merge(ids[1], ids[2])  # two names for one person: it was taught to tell them apart
        assert people.heads() == ()


def test_nothing_is_kept_of_somebody_who_is_gone(home: Home) -> None:
    with opened(home) as people:
        ids = [people.add(name, [template(seed)]).person.id for seed, name in enumerate("ab")]
        people.erase(ids[0])
        with pytest.raises(PersonGone):
            people.keep_head(NUMBERS, ids)
        assert people.heads() == ()


def test_where_training_stands_is_no_head_and_goes_as_one(home: Home) -> None:
    with opened(home) as people:
        ids = [people.add(name, [template(seed)]).person.id for seed, name in enumerate("abc")]
        assert people.training() is None
        people.keep_training(b"the first epoch", ids)
        people.keep_training(NUMBERS, ids[:2])
        assert people.heads() == ()
        assert NUMBERS[:32] not in raw(people)
    with opened(home) as people:
        assert people.training() == NUMBERS
        people.erase(ids[2])  # took no part
        assert people.training() == NUMBERS
        people.erase(ids[0])
        assert people.training() is None
        with pytest.raises(PersonGone):
            people.keep_training(NUMBERS, ids)
        people.keep_training(NUMBERS, ids[1:2])
        people.forget_training()
        people.forget_training()
        assert people.training() is None


def test_embeddings_of_one_model_are_forgotten(home: Home) -> None:
    with opened(home) as people:
        change = people.add("a", [template()])
        [one] = change.templates
        people.re_embed(OTHER, {one: template(3).embedding})
        people.forget_model(OTHER)
        assert len(people.templates(OTHER).owners) == 0
        assert len(people.templates(MODEL).owners) == 1


def test_a_vault_from_before_there_were_heads_gets_a_place_for_them(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        with opened(home) as people:
            who = people.add("a", [template()]).person.id
    with opened(home) as people:
        assert people.get(who).name == "a"
        assert people.head(people.keep_head(NUMBERS, [who])) == NUMBERS
