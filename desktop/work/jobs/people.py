"""Reading and changing the enrolled; every change is followed by a search in the new gallery."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import LikenessError
from desktop.people.errors import NewPassphraseNeeded, PassphraseNeeded, WrongPassphrase
from desktop.progress import Progress
from desktop.vectors import Picture
from desktop.work.jobs.live import LiveJobs
from desktop.work.jobs.state import State
from desktop.work.messages import EnrolReport, Failure, PersonCard, TemplateCard, Undo, VaultState

if TYPE_CHECKING:
    from desktop.people.enrol import Enrolment
    from desktop.people.store import Change

_PATIENCE = 1.0
"""Seconds to wait for another program that writes: the live picture waits as long."""

Job = Generator[Progress | None, Any, None]


class TrackGone(LikenessError):
    """A face that was to be named but is no longer remembered."""

    sentence = "This face is no longer remembered; wait until it is seen again and click it then."


@dataclass(frozen=True, slots=True)
class Folk:
    """Everybody, by name, and what can be taken back."""

    people: tuple[PersonCard, ...]
    undo: Undo | None


class PeopleJobs:
    """Jobs of the People page, and enrolling from Live."""

    def __init__(self, state: State, live: LiveJobs) -> None:
        self._state = state
        self._live = live
        self._undo: Undo | None = None
        self._cards: dict[str, PersonCard] = {}
        self._typed = False  # the passphrase, when the vault was opened last

    def unlock(self, passphrase: str | None) -> Generator[Progress, None, VaultState]:
        """Open the vault. A refusal is a state to show, not a failure."""
        yield Progress(0, 1, "Unlocking")
        from desktop.people.unlock import unlock

        state = self._state
        if state.opened is not None:
            return VaultState("open")
        try:
            opened = unlock(state.home, passphrase, patience=_PATIENCE)
        except WrongPassphrase as error:
            return VaultState("locked", failure=Failure.of(error))
        except PassphraseNeeded as error:
            return VaultState("locked", new=isinstance(error, NewPassphraseNeeded))
        except LikenessError as error:
            return VaultState("failed", failure=Failure.of(error))
        state.opened = opened
        try:
            self._live.forget_history()
        except LikenessError as error:
            state.close()
            return VaultState("failed", failure=Failure.of(error))
        self._typed = passphrase is not None
        yield from state.catch_up()
        return VaultState("open")

    def lock(self) -> Generator[None, None, VaultState | None]:
        """Close the vault and forget its key, names and pictures; None where it was closed already.

        Runs alone on its lane, so nobody is in the vault but the live job, which is waited for.
        """
        state = self._state
        if state.opened is None:
            return None
        while self._live.catching_up:
            yield None
        state.close()
        self._undo = None
        self._cards.clear()
        self._live.forget_views()
        if state.networks is not None:
            from desktop.work.jobs.heads import without_vault

            without_vault(state)
        for _ in state.catch_up():  # in this very step: not one more frame is searched among them
            pass
        return VaultState("locked", asks=self._typed)

    def keep_history(self, days: int) -> Generator[None, None, None]:
        """Keep recognitions so long from now on, 0: none. Raises what a change of the enrolled raises."""
        yield None
        self._state.settings = replace(self._state.settings, keep_days=days)
        self._live.forget_history()

    def folk(self) -> Generator[Progress, None, Folk]:
        """Everybody as the window shows them; thumbnails are read again only where a person changed."""
        yield Progress(0, 1, "Reading")
        if self._state.opened is None:
            return Folk((), None)
        cards: dict[str, PersonCard] = {}
        for person in self._state.opened.list():
            old = self._cards.get(person.id)
            consent = person.consent
            known = old is not None and old.templates == person.templates
            picture = old.thumbnail if old and known else self._state.opened.thumbnail(person.id)
            cards[person.id] = PersonCard(
                person.id, person.name, person.templates, person.added, consent.by, consent.at, picture
            )
            yield Progress(len(cards), 0, "Reading")
        self._cards = cards
        return Folk(tuple(cards.values()), self._undo)

    def enrol_track(
        self, track: int, name: str, consent_by: str
    ) -> Generator[Progress | None, None, EnrolReport]:
        """Enrol the best view of a track; from the next frame on the track has that name."""
        from desktop.people.enrol import Candidate, embedded

        yield Progress(0, 1, "Embedding")
        people, networks = self._state.people, self._state.faces
        view = self._live.view(track)
        if view is None:
            raise TrackGone
        candidate = Candidate.of_view(view, name)
        change = people.add(name, embedded([candidate], networks.embedder), consent_by)
        yield from self._changed([change])
        yield from self._live.correct(track, change.person.id)
        return EnrolReport((change.person.name,), 1, (), tuple(candidate.quality.advice))

    def enrol_pictures(
        self, pictures: Sequence[Path | Picture], name: str, consent_by: str
    ) -> Generator[Progress | None, None, EnrolReport]:
        """Enrol pictures of one person, the largest face of each; what can't be used is left out and said."""
        from desktop.people.enrol import enrol_pictures

        people, networks = self._state.people, self._state.faces
        enrolment = yield from enrol_pictures(
            people,
            networks.still,
            networks.embedder,
            name,
            pictures,
            "largest",
            consent_by=consent_by,
            skip=True,
        )
        return (yield from self._enrolled(enrolment))

    def enrol_folder(self, folder: Path, consent_by: str) -> Generator[Progress | None, None, EnrolReport]:
        """Enrol everyone of a folder."""
        from desktop.people.enrol import enrol_folder

        people, networks = self._state.people, self._state.faces
        try:
            enrolment = yield from enrol_folder(
                people, networks.still, networks.embedder, folder, "largest", consent_by=consent_by
            )
        finally:  # cancelled: those who were enrolled before stay, and are searched for
            if self._state.opened is people:
                for _ in self._state.catch_up():
                    pass
        return (yield from self._enrolled(enrolment))

    def rename(self, person: str, name: str) -> Job:
        """Give a person another name."""
        yield None
        yield from self._changed([self._state.people.rename(person, name)])

    def merge(self, person: str, into: str) -> Job:
        """Move everything of one person to another."""
        yield None
        yield from self._changed([self._state.people.merge(person, into)])

    def erase(self, person: str) -> Job:
        """Destroy everything of a person, what is remembered of today's faces included."""
        yield None
        self._state.people.erase(person)
        self._live.forget_views()
        yield from self._changed([])

    def remove_template(self, person: str, template: str) -> Job:
        """Remove one picture of a person."""
        del person  # the template says whose it is
        yield None
        yield from self._changed([self._state.people.remove_template(template)])

    def undo(self, token: object) -> Job:
        """Take back the last change, which may have touched several people."""
        yield None
        self._state.people.undo(*(token if isinstance(token, tuple) else ()))
        self._cards.clear()  # any of them may have got another picture back
        yield from self._changed([])

    def templates(self, person: str) -> Generator[Progress, None, tuple[TemplateCard, ...]]:
        """A person's pictures, oldest first."""
        cards: list[TemplateCard] = []
        found = self._state.people.pictures(person)
        for template in found:
            yield Progress(len(cards), len(found), "Reading")
            crop = self._state.people.crop(template.id)
            model = template.models[0].name if template.models else ""
            cards.append(TemplateCard(template.id, crop.picture, template.quality, template.added, model))
        return tuple(cards)

    def export(self, file: Path, passphrase: str) -> Generator[Progress, None, None]:
        """Write everyone into one encrypted file."""
        from desktop.people.transfer import export_people

        yield from export_people(self._state.people, file, passphrase)

    def hand_over(self, file: Path, person: str) -> Generator[Progress, None, None]:
        """Write one person's data in readable form."""
        from desktop.people.readable import hand_over

        yield from hand_over(self._state.people, person, file)

    def import_file(self, file: Path, passphrase: str) -> Job:
        """Merge the people of an exported file."""
        from desktop.people.transfer import import_people

        yield from import_people(self._state.people, file, passphrase)
        yield from self._changed([])

    def _enrolled(self, enrolment: Enrolment) -> Generator[Progress | None, None, EnrolReport]:
        yield from self._changed(enrolment.changes)
        advice = dict.fromkeys(str(one) for taken in enrolment.taken for one in taken.quality.advice)
        return EnrolReport(
            tuple(change.person.name for change in enrolment.changes),
            len(enrolment.taken),
            tuple((left.picture, Failure.of(left.error)) for left in enrolment.left_out),
            tuple(advice),
        )

    def _changed(self, changes: Sequence[Change]) -> Job:
        self._undo = Undo(tuple(change.undo for change in changes), changes[0].undo.kind) if changes else None
        for change in changes:
            self._cards.pop(change.person.id, None)
        yield from self._state.catch_up()
