"""The enrolled, as the window sees them: every change is a job on the live lane, every answer a signal."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.vectors import Picture
from desktop.work.engine import Engine
from desktop.work.lanes import Lane, Task
from desktop.work.messages import PersonCard, Undo, VaultState


class PeopleSession(QObject):
    """Reads and changes the enrolled.

    Every method that changes something gives its Task: `done` brings what the docstring says, `failed` a
    Failure. `changed` follows every change, whoever made it, and `undoable` what can be taken back.
    """

    changed = Signal(object)  # tuple[PersonCard, ...], by name
    vault_changed = Signal(object)  # VaultState
    undoable = Signal(object)  # Undo | None

    def __init__(self, engine: Engine, lane: Lane) -> None:
        super().__init__()
        self._engine = engine
        self._lane = lane
        self.people: tuple[PersonCard, ...] = ()
        self.vault = VaultState("locked")

    def unlock(self, passphrase: str | None = None) -> Task:
        """Open the vault with the key store's key or a passphrase; the outcome comes as `vault_changed`."""
        task = self._lane.submit(lambda: self._engine.unlock(passphrase), "unlock")
        task.done.connect(self._unlocked)
        return task

    def enrol_track(self, track: int, name: str, consent_by: str) -> Task:
        """Enrol the face of a live track from its best view. Done: EnrolReport."""
        return self._change(lambda: self._engine.enrol_track(track, name, consent_by))

    def enrol_pictures(self, pictures: Sequence[Path | Picture], name: str, consent_by: str) -> Task:
        """Add pictures of one person; a broken one is left out and reported. Done: EnrolReport."""
        chosen = tuple(pictures)
        return self._change(lambda: self._engine.enrol_pictures(chosen, name, consent_by))

    def enrol_folder(self, folder: Path, consent_by: str) -> Task:
        """Enrol everyone of a folder of people (Name/*.jpg, or Name.jpg). Done: EnrolReport."""
        return self._change(lambda: self._engine.enrol_folder(folder, consent_by))

    def rename(self, person: str, name: str) -> Task:
        """Give a person another name."""
        return self._change(lambda: self._engine.rename(person, name))

    def merge(self, person: str, into: str) -> Task:
        """Move every picture of one person to another and drop the first."""
        return self._change(lambda: self._engine.merge(person, into))

    def erase(self, person: str) -> Task:
        """Destroy a person's key and rows. Can't be undone: the window asks first."""
        return self._change(lambda: self._engine.erase(person))

    def remove_template(self, person: str, template: str) -> Task:
        """Remove one picture of a person."""
        return self._change(lambda: self._engine.remove_template(person, template))

    def undo(self, undo: Undo) -> Task:
        """Take back the last change."""
        return self._change(lambda: self._engine.undo(undo.token))

    def templates(self, person: str) -> Task:
        """Read a person's pictures. Done: tuple[TemplateCard, ...]."""
        return self._lane.submit(lambda: self._engine.templates(person), "templates")

    def export(self, file: Path, passphrase: str) -> Task:
        """Write everyone into one encrypted file."""
        return self._lane.submit(lambda: self._engine.export(file, passphrase), "export")

    def hand_over(self, file: Path, person: str) -> Task:
        """Write one person's data in readable form, for the person who asks for it."""
        return self._lane.submit(lambda: self._engine.hand_over(file, person), "hand over")

    def import_file(self, file: Path, passphrase: str) -> Task:
        """Merge the people of an exported file."""
        return self._change(lambda: self._engine.import_file(file, passphrase))

    def _change(self, job: Any) -> Task:
        task = self._lane.submit(job, "people")
        task.ended.connect(self._reread)  # what a cancelled or failed job has finished shows too
        return task

    @Slot()
    def _reread(self) -> None:
        task = self._lane.submit(self._snapshot, "people")
        task.done.connect(self._read)

    def _snapshot(self) -> Generator[None, None, tuple[tuple[PersonCard, ...], Undo | None]]:
        people = yield from self._engine.people()
        return people, self._engine.last_undo

    @Slot(object)
    def _read(self, found: tuple[tuple[PersonCard, ...], Undo | None]) -> None:
        self.people, undo = found
        self.changed.emit(self.people)
        self.undoable.emit(undo)

    @Slot(object)
    def _unlocked(self, state: VaultState) -> None:
        self.vault = state
        self.vault_changed.emit(state)
        if state.state == "open":
            self._reread()
