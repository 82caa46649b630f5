"""Click to enrol and one-click correction: between the faces on the page and the people behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.faces.face import Box
from desktop.ui import failures, local
from desktop.ui.pages.live_popover import FacePopover, Subject
from desktop.vectors import Picture
from desktop.work.lanes import Task
from desktop.work.messages import EnrolReport, Failure, LiveFace, Sighting, Undo

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_AROUND = 0.5  # how far the picture in the card reaches beyond the box, in box sizes

Again = Callable[[], Task] | None
"""Another way to the same end, where the first one failed."""


class Naming(QObject):
    """Opens the card for a face and carries out what the user decides there. `closed`: the card is gone."""

    closed = Signal()

    def __init__(self, core: Core, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._live = core.live
        self._people = core.people
        self._notices = notices
        self._pending = ""  # what was done and may be taken back, until `undoable` says how
        self._asked: Task | None = None
        self.popover = FacePopover(page)
        self.popover.enrol.connect(self._enrol)
        self.popover.correct.connect(self._correct)
        self.popover.closed.connect(self._closed)
        self._people.undoable.connect(self._undoable)

    def ask_face(self, face: LiveFace, picture: Picture | None, beside: QRect) -> None:
        """Open the card for a face of the live picture."""
        self._asked = None
        subject = Subject(
            face.track,
            face.name,
            face.person,
            face.kind != "known",
            failures.advice(face.advice),
            picture,
            face.confidence,
        )
        self.popover.ask(subject, self._people.people, beside)

    def ask_sighting(self, sighting: Sighting, beside: QRect) -> None:
        """Open the card for somebody who was seen."""
        self._asked = None
        subject = Subject(sighting.track, sighting.name, sighting.person, picture=sighting.picture)
        self.popover.ask(subject, self._people.people, beside)

    @Slot(object)
    def deny(self, sighting: Sighting) -> None:
        """It is not who it was taken for; one click, and one to take it back."""
        words = self.tr("This is not {name}.").format(name=sighting.name or "")
        self._tell_core(sighting.track, None, words, sighting.person)

    @Slot(int, str, str)
    def _enrol(self, track: int, name: str, consent_by: str) -> None:
        known = {card.name for card in self._people.people}
        words = self.tr("A picture of {name} was added.") if name in known else self.tr("{name} is enrolled.")
        subject = self.popover.subject
        picture = subject.picture if subject is not None else None
        again = None
        if picture is not None:
            again = partial(self._people.enrol_pictures, (picture,), name, consent_by)
        self.popover.set_busy(True)
        self._asked = self._people.enrol_track(track, name, consent_by)
        self._follow(self._asked, words.format(name=name), again)

    def _follow(self, task: Task, words: str, again: Again = None) -> None:
        task.done.connect(lambda report: self._enrolled(task, report, words))
        task.failed.connect(lambda failure: self._failed(task, failure, words, again))
        task.cancelled.connect(lambda: self._cancelled(task))

    def _enrolled(self, task: Task, report: EnrolReport, words: str) -> None:
        if not report.templates and report.skipped:
            self._failed(task, report.skipped[0][1], words)
            return
        if self._asked is task:
            self.popover.dismiss()
        if report.advice:
            advice = self.tr("{advice} for a better picture.").format(advice=failures.advice(report.advice))
            words = local.sentences(words, advice)
        self._pending = words

    def _failed(self, task: Task, failure: Failure, words: str, again: Again = None) -> None:
        """Say it in the card, where the user still looks at it, else in a notice.

        Who walks off while the name is typed is enrolled from the picture in the card.
        """
        here = self._asked is task
        if failure.kind == "TrackGone" and again is not None:
            second = again()
            self._asked = second if here else self._asked
            self._follow(second, words)
            return
        if here:
            self.popover.set_busy(False)
        if here and failure.expected:
            self.popover.say_problem(failures.sentence(failure))
        else:
            failures.tell(self._notices, failure)

    def _cancelled(self, task: Task) -> None:
        if self._asked is task:
            self.popover.dismiss()

    @Slot(object)
    def _undoable(self, undo: Undo | None) -> None:
        words, self._pending = self._pending, ""
        if words and undo is not None:
            self._notices.info(words, lambda: self._take_back(undo))
        elif words:
            self._notices.info(words)

    def _take_back(self, undo: Undo) -> None:
        self._people.undo(undo).failed.connect(lambda failure: failures.tell(self._notices, failure))

    @Slot(int, object)
    def _correct(self, track: int, person: str | None) -> None:
        subject = self.popover.subject
        before = subject.person if subject is not None else None
        name = next((card.name for card in self._people.people if card.person == person), "")
        if person is None:
            words = self.tr("This is not {name}.").format(name=subject.name if subject else "")
        else:
            words = self.tr("This is {name}.").format(name=name)
        self.popover.dismiss()
        self._tell_core(track, person, words, before)

    def _tell_core(self, track: int, person: str | None, words: str, before: str | None) -> None:
        def take_back() -> None:
            self._on_failure(self._live.correct(track, before))

        task = self._live.correct(track, person)
        task.done.connect(lambda remembered: self._corrected(bool(remembered), words, take_back))
        self._on_failure(task)

    def _corrected(self, remembered: bool, words: str, take_back: Callable[[], object]) -> None:
        if remembered:
            self._notices.info(words, take_back)
        else:
            self._notices.warning(
                self.tr("This face is no longer remembered; correct it when it is seen again.")
            )

    def _on_failure(self, task: Task) -> None:
        task.failed.connect(lambda failure: failures.tell(self._notices, failure))

    @Slot()
    def _closed(self) -> None:
        self._asked = None
        self.closed.emit()


def crop(picture: Picture, box: Box) -> Picture | None:
    """A face of a picture with room around it, square; None where nothing of it is inside."""
    x, y, width, height = box
    side = max(width, height) * (1 + 2 * _AROUND)
    left, top = round(x + width / 2 - side / 2), round(y + height / 2 - side / 2)
    cut = picture[max(0, top) : max(0, round(top + side)), max(0, left) : max(0, round(left + side))]
    return np.ascontiguousarray(cut) if cut.size else None


def next_unknown(faces: tuple[LiveFace, ...], after: int | None) -> LiveFace | None:
    """The next face without a name, from left to right and round again; None where everyone has one."""
    open_ones = sorted((face for face in faces if face.kind != "known"), key=lambda face: face.box[0])
    if not open_ones:
        return None
    tracks = [face.track for face in open_ones]
    return open_ones[(tracks.index(after) + 1) % len(tracks) if after in tracks else 0]
