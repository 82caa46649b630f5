"""What the People page does to the enrolled: starts the job, says how it went, offers to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.ui import failures, local
from desktop.ui.notices import Kind, Notice, Notices
from desktop.work.lanes import Task
from desktop.work.messages import EnrolReport, Failure, PersonCard, Undo

if TYPE_CHECKING:
    from desktop.vectors import Picture
    from desktop.work.people import PeopleSession


class PeopleJobs(QObject):
    """Every change goes through here.

    The life of a change: 1. the session gives a Task; 2. when it is done, the sentence about it waits; 3. the
    session reads anew and says what can be taken back; 4. only then the sentence is shown, with Undo where it
    can be. So an Undo that is on screen always belongs to the newest change.
    """

    began = Signal(object, str)  # Task, words: something that may take long
    undo_changed = Signal(bool)
    enrolled = Signal(str)  # a person's id
    refused = Signal()  # a change did not happen; what shows the wish must show the truth again

    def __init__(self, people: PeopleSession, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._notices = notices
        self._undo: Undo | None = None
        self._offer: Notice | None = None
        self._waiting: tuple[Kind, str, str] | None = None
        people.undoable.connect(self._undoable)

    def enrol_pictures(self, pictures: Sequence[Path | Picture], name: str, consent_by: str) -> None:
        """Add pictures of one person, known or not."""
        task = self._people.enrol_pictures(pictures, name, consent_by)
        task.done.connect(lambda report: self._enrolled(report, name))
        self._follow(task, self.tr("Adding {name}").format(name=name))

    def enrol_folder(self, folder: Path, consent_by: str) -> None:
        """Add everyone of a folder."""
        task = self._people.enrol_folder(folder, consent_by)
        task.done.connect(lambda report: self._enrolled(report, ""))
        self._follow(task, self.tr("Adding people from “{folder}”").format(folder=folder.name))

    def rename(self, card: PersonCard, name: str) -> None:
        """Give another name."""
        words = self.tr("{old} is now {new}.").format(old=card.name, new=name)
        self._change(self._people.rename(card.person, name), words)

    def merge(self, card: PersonCard, into: PersonCard) -> None:
        """Move all pictures of one person to another."""
        words = self.tr("The pictures of {name} belong to {into} now.").format(name=card.name, into=into.name)
        self._change(self._people.merge(card.person, into.person), words)

    def erase(self, card: PersonCard) -> None:
        """Erase; the page has asked."""
        self._change(self._people.erase(card.person), self.tr("{name} was erased.").format(name=card.name))

    def remove(self, card: PersonCard, template: str) -> None:
        """Remove one picture."""
        words = self.tr("A picture of {name} was removed.").format(name=card.name)
        self._change(self._people.remove_template(card.person, template), words)

    @Slot()
    def undo(self) -> None:
        """Take back the last change, if it can be."""
        if self._undo is not None:
            undo, self._undo = self._undo, None
            self.undo_changed.emit(False)
            self._change(self._people.undo(undo), self.tr("Taken back."))

    def export(self, file: Path, passphrase: str) -> None:
        """Write everyone into one encrypted file."""
        self._write(self._people.export(file, passphrase), self.tr("Exporting people"), file)

    def hand_over(self, file: Path, card: PersonCard) -> None:
        """Write one person's data readably."""
        words = self.tr("Writing the data of {name}").format(name=card.name)
        self._write(self._people.hand_over(file, card.person), words, file)

    def import_file(self, file: Path, passphrase: str) -> None:
        """Take in an exported file."""
        task = self._people.import_file(file, passphrase)
        words = self.tr("The people of “{file}” are here now.").format(file=file.name)
        task.done.connect(lambda _value: self._say_later(Kind.INFO, words))
        self._follow(task, self.tr("Importing people"))

    def _change(self, task: Task, words: str) -> None:
        task.done.connect(lambda _value: self._say_later(Kind.INFO, words))
        task.failed.connect(self._failed)

    def _write(self, task: Task, words: str, file: Path) -> None:
        said = self.tr("“{file}” was written.").format(file=file.name)
        task.done.connect(lambda _value: self._notices.info(said))
        self._follow(task, words)

    def _follow(self, task: Task, words: str) -> None:
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        self.began.emit(task, words)

    def _enrolled(self, report: EnrolReport, name: str) -> None:
        """Say what was added and, one sentence each, what was left out."""
        left_out = "\n".join(f"{what}: {failures.sentence(failure)}" for what, failure in report.skipped)
        count = len(report.skipped)
        if not report.templates:
            if count == 1:
                failures.tell(self._notices, report.skipped[0][1])
            elif count:
                said = self.tr("Nobody was added; none of the {count} pictures could be used.")
                self._notices.warning(said.format(count=count), left_out)
            else:
                self._notices.warning(self.tr("Nobody was added; the folder holds no pictures."))
            return
        if name and report.templates == 1:
            words = self.tr("{name} has one more picture.").format(name=name)
        elif name:
            words = self.tr("{name} has {count} more pictures.").format(name=name, count=report.templates)
        elif len(report.people) == 1:
            words = self.tr("One person was added.")
        else:
            words = self.tr("{people} people were added, with {count} pictures.").format(
                people=len(report.people), count=report.templates
            )
        if count == 1:
            words = local.sentences(words, self.tr("One picture was left out."))
        elif count:
            left = self.tr("{count} pictures were left out.").format(count=count)
            words = local.sentences(words, left)
        elif advice := failures.advice(report.advice):
            better = self.tr("For a better picture: {advice}.").format(advice=advice)
            words = local.sentences(words, better)
        self._say_later(Kind.WARNING if count else Kind.INFO, words, left_out)
        if len(report.people) == 1:
            self.enrolled.emit(report.people[0])

    def _say_later(self, kind: Kind, words: str, details: str = "") -> None:
        self._waiting = (kind, words, details)

    @Slot(object)
    def _undoable(self, undo: Undo | None) -> None:
        self._undo = undo
        self.undo_changed.emit(undo is not None)
        if self._offer is not None and self._offer in self._notices.shown():
            self._offer.dismiss()  # its change is not the newest any more
        self._offer = None
        if self._waiting is not None:
            (kind, words, details), self._waiting = self._waiting, None
            action = (self.tr("Undo"), self.undo) if undo is not None else None
            notice = self._notices.add(kind, words, details, action)
            self._offer = notice if undo is not None else None

    @Slot(object)
    def say_failure(self, failure: Failure) -> None:
        """A failure that nothing has to be restored after."""
        failures.tell(self._notices, failure)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)
        self.refused.emit()

    @Slot()
    def _cancelled(self) -> None:
        self._notices.info(self.tr("Stopped. What was finished stays."))
