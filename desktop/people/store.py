"""The enrolled: who they are, their pictures, and every change of them.

Everything that is kept of a person is sealed under that person's own key (`vault`). One change is one
transaction: killed at any moment, the file holds the state before or the state after it. A `People` belongs
to the thread that made it (sqlite3 checks that); another thread or process opens its own and learns of
changes by `changed`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import ModelId, View
from desktop.people.errors import (
    LastTemplate,
    NameTaken,
    NothingToUndo,
    PersonGone,
    SamePerson,
    UnknownPerson,
    UnknownTemplate,
)
from desktop.people.heads import Heads
from desktop.people.history import History
from desktop.people.person import (
    THEMSELVES,
    Consent,
    NewTemplate,
    Person,
    Template,
    now,
    same_name,
    tidy_name,
)
from desktop.people.records import Record, Stored, number_bytes
from desktop.people.rows import NoRow, new_id
from desktop.people.thumbnails import thumbnail
from desktop.people.undo import Undo
from desktop.pictures import decode_picture
from desktop.vectors import Picture, Vectors

_CONSENT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Change:
    """What a change has made of a person, the templates it added, and how to take it back."""

    person: Person
    undo: Undo
    templates: tuple[str, ...] = ()


class Embeddings(NamedTuple):
    """Every embedding by one model: template ids, their owners, and (n, d) unit rows; (0, 0) without any."""

    templates: tuple[str, ...]
    owners: tuple[str, ...]
    matrix: Vectors


class People(History, Heads):
    """The enrolled of one home; `unlock` opens it. A context manager that closes itself.

    Every method may raise PeopleBusy, PeopleDamaged, PeopleReadOnly, PeopleUnreachable or DiskFull; then
    nothing was changed. Methods that take a person's id raise PersonGone where nobody has it any more.
    """

    # Reading.

    def list(self) -> tuple[Person, ...]:
        """Everybody, by name."""
        with self.reading():
            people = [_person(id, record, count) for id, record, count in self.rows.records()]
        return tuple(sorted(people, key=lambda person: (same_name(person.name), person.id)))

    def find(self, name: str) -> Person:
        """The person of that name, upper and lower case alike. Raises UnknownPerson."""
        with self.reading():
            found = self.named(name)
            if found is None:
                raise UnknownPerson(name=" ".join(name.split())[:_CONSENT_LIMIT])
            return self._person(found)

    def get(self, person: str) -> Person:
        """The person with that id."""
        with self.reading(), self.there():
            return self._person(person)

    def templates(self, model: ModelId) -> Embeddings:
        """Everybody's embeddings by one model, for the gallery. 100,000 take about a second."""
        with self.reading():
            templates, owners, matrix = self.rows.matrix(model)
        return Embeddings(tuple(templates), tuple(owners), matrix)

    def pictures(self, person: str) -> tuple[Template, ...]:
        """A person's templates in the order they came."""
        with self.reading(), self.there():
            models = self.rows.models(person)
            found = self.rows.details(person)
        return tuple(
            Template(id, person, one.added, one.quality, one.landmarks, models.get(id, ()))
            for id, one in found.items()
        )

    def crop(self, template: str) -> View:
        """The lossless crop of a template and the landmarks in it. Raises UnknownTemplate."""
        with self.reading():
            owner = self.rows.owner(template)
            if owner is None:
                raise UnknownTemplate
            png, details = self.rows.crop(owner, template), self.rows.detail(owner, template)
        return View(decode_picture(png, template), details.landmarks)

    def thumbnail(self, person: str) -> Picture | None:
        """A square picture of the person's face, None where no picture is left."""
        with self.reading(), self.there():
            jpeg = self.rows.thumbnail(person)
        return decode_picture(jpeg, person) if jpeg else None

    def without(self, model: ModelId) -> tuple[str, ...]:
        """The templates that this model has not embedded yet."""
        with self.reading():
            return tuple(template for template, _ in self.rows.without(model))

    # Changing.

    def add(self, name: str, templates: Sequence[NewTemplate], consent_by: str = "") -> Change:
        """Enrol a person; a known name gets more templates.

        Without `consent_by` the person's own consent is noted.
        Raises NameEmpty, NameTooLong or NameUnprintable.
        """
        tidy = tidy_name(name)
        with self.changing():
            known = self.named(tidy)
            return self._add(
                known or self._new_person(tidy, consent_by), templates, consent_by, made=known is None
            )

    def add_templates(self, person: str, templates: Sequence[NewTemplate], consent_by: str = "") -> Change:
        """Give a person more templates."""
        with self.changing(), self.there():
            return self._add(person, templates, consent_by, made=False)

    def _new_person(self, name: str, consent_by: str) -> str:
        person, at = new_id(), now()
        self.rows.insert_person(person, Record(name, at, (Consent(_consent(consent_by), at),)))
        return person

    def _add(self, person: str, templates: Sequence[NewTemplate], consent_by: str, *, made: bool) -> Change:
        record = self.rows.record(person)
        at = now()
        agreed = record.agreed(Consent(_consent(consent_by), at)) if templates else record
        added = [Stored.of(new_id(), template, at) for template in templates]
        for stored in added:
            self.rows.insert_template(person, stored)
        self.rows.write_record(person, agreed)
        self.show_best(person)
        ids = tuple(stored.id for stored in added)

        def take_back() -> None:
            mine = self.rows.template_ids(person)
            if made and set(mine) <= set(ids):
                self.rows.delete_person(person)
                self.note_clean_up()
                return
            if set(mine) <= set(ids):
                raise NothingToUndo  # the earlier pictures have gone since; nobody is left without any
            for template in ids:
                if template in mine:
                    self.rows.delete_template(template)
            self._withdraw(person, set(agreed.consents) - set(record.consents))
            self.show_best(person)

        return Change(self._person(person), self.undo_log.note("added", person, take_back), ids)

    def remove_template(self, template: str) -> Change:
        """Remove one picture. Raises UnknownTemplate or LastTemplate."""
        with self.changing():
            person = self.rows.owner(template)
            if person is None:
                raise UnknownTemplate
            if len(self.rows.template_ids(person)) == 1:
                raise LastTemplate(name=self.rows.record(person).name)
            sealed = self.rows.sealed_template(template)
            self.rows.delete_template(template)
            self.show_best(person)

            def take_back() -> None:
                if not self.rows.has(person) or self.rows.owner(template) is not None:
                    raise NothingToUndo
                self.rows.restore_template(sealed)
                self.show_best(person)

            return Change(self._person(person), self.undo_log.note("removed", person, take_back))

    def rename(self, person: str, name: str) -> Change:
        """Give a person another name. Raises NameTaken and what `add` raises."""
        tidy = tidy_name(name)
        with self.changing(), self.there():
            self._free(tidy, person)
            record = self.rows.record(person)
            old = self.rows.sealed_person(person)
            self.rows.write_record(person, replace(record, name=tidy))

            def take_back() -> None:
                if not self.rows.has(person) or self.rows.record(person).name != tidy:
                    raise NothingToUndo
                before = self.rows.opened_record(old)
                self._free(before.name, person)
                self.rows.write_record(person, replace(self.rows.record(person), name=before.name))

            return Change(self._person(person), self.undo_log.note("renamed", person, take_back))

    def merge(self, person: str, into: str) -> Change:
        """Give everything of one person to another, and drop the first. Raises SamePerson."""
        with self.changing(), self.there():
            record, kept = self.rows.record(person), self.rows.record(into)
            if person == into:
                raise SamePerson(name=record.name)
            sealed = self.rows.sealed_person(person)
            templates, sightings = self.rows.template_ids(person), self.rows.sighting_ids(person)
            for template in templates:
                self.rows.move_template(template, person, into)
            self.rows.move_sightings(sightings, person, into)
            agreed = kept.agreed(*record.consents)
            self.rows.write_record(into, agreed)
            self.rows.delete_person(person)
            self.show_best(into)

            def take_back() -> None:
                if not self.rows.has(into) or self.rows.has(person):
                    raise NothingToUndo
                there = set(self.rows.template_ids(into))
                back = [template for template in templates if template in there]
                if not back or len(back) == len(there):
                    raise NothingToUndo  # one of the two would be left without a picture
                self.rows.restore_person(sealed)
                self._free(self.rows.record(person).name, person)
                for template in back:
                    self.rows.move_template(template, into, person)
                self.rows.move_sightings(sightings, into, person)
                self._withdraw(into, set(agreed.consents) - set(kept.consents))
                self.show_best(into)
                self.show_best(person)

            change = Change(self._person(into), self.undo_log.note("merged", person, take_back))
            self.undo_log.merged(person, into)
            return change

    def erase(self, person: str) -> None:
        """Destroy a person's key and every byte that is kept of that person. Can't be undone."""
        with self.changing():
            if not self.rows.has(person):
                raise PersonGone
            self.rows.delete_person(person)
            self.note_clean_up()
        self.undo_log.erased(person)
        self.clean_up()

    def undo(self, *changes: Undo) -> None:
        """Take changes back, the last one first: all of them, or none.

        Raises NothingToUndo where that is not possible any more.
        """
        with self.changing():
            for undo in reversed(changes):
                try:
                    self.undo_log.get(undo)()
                except (NoRow, NameTaken) as error:
                    raise NothingToUndo from error
                self.undo_log.drop(undo)
        self.clean_up()

    def re_embed(self, model: ModelId, embeddings: Mapping[str, NDArray[np.float32]]) -> int:
        """Keep embeddings (d,) of unit length by one more model, by template id; gives how many were kept.

        Those of other models stay. Templates that are gone are passed over.
        """
        kept = 0
        with self.changing():
            for template, embedding in embeddings.items():
                owner = self.rows.owner(template)
                if owner is not None:
                    self.rows.write_embedding(owner, template, model, number_bytes(embedding))
                    kept += 1
        return kept

    # Inside; also for `transfer`.

    def named(self, name: str) -> str | None:
        """The id of the person of that name. Names are sealed, so everybody's is opened."""
        wanted = same_name(" ".join(name.split()))
        return next((id for id, record, _ in self.rows.records() if same_name(record.name) == wanted), None)

    def show_best(self, person: str) -> None:
        """Keep the thumbnail with the person's best picture."""
        details = self.rows.details(person)
        best = max(details, key=lambda id: details[id].quality, default="")
        record = self.rows.record(person)
        if best == record.face:
            return
        jpeg = b""
        if best:
            jpeg = thumbnail(decode_picture(self.rows.crop(person, best), best), details[best].landmarks)
        self.rows.write_thumbnail(person, jpeg)
        self.rows.write_record(person, replace(record, face=best))

    def _person(self, person: str) -> Person:
        return _person(person, self.rows.record(person), len(self.rows.template_ids(person)))

    def _free(self, name: str, person: str) -> None:
        if self.named(name) not in (None, person):
            raise NameTaken(name=name)

    def _withdraw(self, person: str, consents: set[Consent]) -> None:
        record = self.rows.record(person)
        kept = tuple(consent for consent in record.consents if consent not in consents)
        self.rows.write_record(person, replace(record, consents=kept))


def _person(person: str, record: Record, templates: int) -> Person:
    return Person(person, record.name, templates, record.added, record.consents)


def _consent(by: str) -> str:
    return " ".join(by.split())[:_CONSENT_LIMIT] or THEMSELVES
