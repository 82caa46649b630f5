"""The enrolled, as the window sees them: every change is a job on the live lane, every answer a signal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.vectors import Picture
from desktop.work.jobs.people import Folk, PeopleJobs
from desktop.work.lanes import Job, Lane, Task
from desktop.work.messages import PersonCard, Undo, VaultState


class PeopleSession(QObject):
    """Reads and changes the enrolled.

    Every method that changes something gives its Task: `done` brings what the docstring says, `failed` a
    Failure. `changed` follows every change, whoever made it, and `undoable` what can be taken back.
    """

    changed = Signal(object)  # tuple[PersonCard, ...], by name
    vault_changed = Signal(object)  # VaultState
    undoable = Signal(object)  # Undo | None

    def __init__(self, jobs: PeopleJobs, lane: Lane) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self.people: tuple[PersonCard, ...] = ()
        self.vault = VaultState("locked")

    def unlock(self, passphrase: str | None = None) -> Task:
        """Open the vault with the key store's key or a passphrase; the outcome comes as `vault_changed`."""
        task = self._lane.submit(lambda: self._jobs.unlock(passphrase), "unlock")
        task.done.connect(self._unlocked)
        return task

    def lock(self) -> Task:
        """Close the vault once nobody else is in it; arrives as `vault_changed`, after `changed`."""
        task = self._lane.submit(self._jobs.lock, "lock", alone=True)
        task.done.connect(self._locked)
        return task

    def keep_history(self, days: int) -> Task:
        """Keep recognitions so long from now on; what is older goes at once."""
        return self._lane.submit(lambda: self._jobs.keep_history(days), "history")

    def enrol_track(self, track: int, name: str, consent_by: str) -> Task:
        """Enrol the face of a live track from its best view. Done: EnrolReport."""
        return self._change(lambda: self._jobs.enrol_track(track, name, consent_by))

    def enrol_pictures(self, pictures: Sequence[Path | Picture], name: str, consent_by: str) -> Task:
        """Add pictures of one person; a broken one is left out and reported. Done: EnrolReport."""
        chosen = tuple(pictures)
        return self._change(lambda: self._jobs.enrol_pictures(chosen, name, consent_by))

    def enrol_folder(self, folder: Path, consent_by: str) -> Task:
        """Enrol everyone of a folder of people (Name/*.jpg, or Name.jpg). Done: EnrolReport."""
        return self._change(lambda: self._jobs.enrol_folder(folder, consent_by))

    def rename(self, person: str, name: str) -> Task:
        """Give a person another name."""
        return self._change(lambda: self._jobs.rename(person, name))

    def merge(self, person: str, into: str) -> Task:
        """Move every picture of one person to another and drop the first."""
        return self._change(lambda: self._jobs.merge(person, into))

    def erase(self, person: str) -> Task:
        """Destroy a person's key and rows. Can't be undone: the window asks first."""
        return self._change(lambda: self._jobs.erase(person))

    def remove_template(self, person: str, template: str) -> Task:
        """Remove one picture of a person."""
        return self._change(lambda: self._jobs.remove_template(person, template))

    def undo(self, undo: Undo) -> Task:
        """Take back the last change."""
        return self._change(lambda: self._jobs.undo(undo.token))

    def templates(self, person: str) -> Task:
        """Read a person's pictures. Done: tuple[TemplateCard, ...]."""
        return self._lane.submit(lambda: self._jobs.templates(person), "templates")

    def export(self, file: Path, passphrase: str) -> Task:
        """Write everyone into one encrypted file."""
        return self._lane.submit(lambda: self._jobs.export(file, passphrase), "export")

    def hand_over(self, file: Path, person: str) -> Task:
        """Write one person's data in readable form, for the person who asks for it."""
        return self._lane.submit(lambda: self._jobs.hand_over(file, person), "hand over")

    def import_file(self, file: Path, passphrase: str) -> Task:
        """Merge the people of an exported file."""
        return self._change(lambda: self._jobs.import_file(file, passphrase))

    def _change(self, job: Job) -> Task:
        task = self._lane.submit(job, "people")
        task.ended.connect(self.reread)  # what a cancelled or failed job has finished shows too
        return task

    @Slot()
    def reread(self) -> None:
        """Read everybody anew; arrives as `changed`."""
        task = self._lane.submit(self._jobs.folk, "people")
        task.done.connect(self._read)

    @Slot(object)
    def _read(self, folk: Folk) -> None:
        self.people = folk.people
        self.changed.emit(self.people)
        self.undoable.emit(folk.undo)

    @Slot(object)
    def _unlocked(self, state: VaultState) -> None:
        self.vault = state
        self.vault_changed.emit(state)
        if state.state == "open":
            self.reread()

    @Slot(object)
    def _locked(self, state: VaultState | None) -> None:
        if state is not None:
            self.vault = state  # before the news that nobody is there: they are not gone, only locked
            self._read(Folk((), None))
            self.vault_changed.emit(state)
