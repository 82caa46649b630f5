"""Recognition of a live source: frames in, results out, and a short memory of who was there."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.errors import LikenessError
from desktop.faces.face import View
from desktop.people.thumbnails import cut
from desktop.work.jobs.state import State
from desktop.work.messages import LiveFace, LiveResult, Sighting

if TYPE_CHECKING:
    from desktop.faces.recognise import Recognition, SeenFace
    from desktop.people.person import Sighting as Kept

_log = logging.getLogger(__name__)

_REMEMBERED = 30  # sightings that can be corrected or named after the face has gone; in memory only
_UNKNOWN_AFTER = 0.7  # seconds a stranger's track lasts before it is worth an entry
_SAME_VISIT = timedelta(seconds=60)  # a known person who is back so soon never left
_LOOK_EVERY = 60  # steps between two looks whether another program changed the enrolled
_TIDY_EVERY = 3600.0  # seconds between two looks for recognitions that have grown too old
_WAIT = 0.03  # seconds to wait for a frame: other jobs of the lane are held up no longer than that


@dataclass(frozen=True, slots=True, eq=False)
class LiveStep:
    """One step of recognition. `recent` is the whole memory: no entry is lost when steps are skipped."""

    result: LiveResult | None
    recent: tuple[Sighting, ...]
    version: int


@dataclass(slots=True)
class _Visit:
    """A remembered track: what was told of it, its best view, and the row kept in the vault."""

    told: Sighting | None
    first: float
    view: View | None = None
    kept: Kept | None = None


class LiveJobs:
    """The endless job behind the Live page, and what a click on a face asks for."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._visits: OrderedDict[int, _Visit] = OrderedDict()
        self._names: dict[str, str] = {}
        self._names_version = -1
        self._recent: tuple[Sighting, ...] = ()
        self._tidied = time.monotonic()
        self.catching_up = False  # whether the live job is in the vault, between two steps

    def live(self, mailbox: Latest[Frame]) -> Generator[LiveStep | None, None, None]:
        """Recognise the newest frame of the mailbox, for ever; None where there was none."""
        steps = 0
        while True:
            frame = mailbox.take(_WAIT)
            steps += 1
            if steps % _LOOK_EVERY == 0 and self._changed_elsewhere():
                self.catching_up = True
                try:
                    yield from _quietly(self._state.catch_up())
                finally:
                    self.catching_up = False
            if steps % _LOOK_EVERY == 0 and time.monotonic() - self._tidied > _TIDY_EVERY:
                self._tidy()
            if frame is None or self._state.networks is None:
                yield None
                continue
            recognition = self._state.networks.recogniser.step(frame)
            self._learn_names()
            result = LiveResult(
                frame.index, frame.seconds, tuple(self._face(face) for face in recognition.faces)
            )
            self._remember(recognition)
            yield LiveStep(result, self._recent, self._state.version)

    def correct(self, track: int, person: str | None) -> Generator[None, None, bool]:
        """The user's word on a track, live or remembered. False where it is not remembered any more."""
        yield
        known = self._state.networks is not None and self._state.networks.recogniser.correct(track, person)
        visit = self._visits.get(track)
        if visit is None:
            return known
        if visit.kept is not None:
            visit.kept = self._state.people.correct_seen(visit.kept, person)
        elif person is not None and self._state.settings.keep_days:
            visit.kept = self._state.people.record_seen(person, 1.0, track)
        self._state.version += person is not None
        self._learn_names()
        if visit.told is not None:
            self._tell(track, replace(visit.told, person=person, name=self._names.get(person or "")))
        return True

    def view(self, track: int) -> View | None:
        """The best view of a track, live or remembered."""
        if self._state.networks is not None:
            live = self._state.networks.recogniser.best_view(track)
            if live is not None:
                return live
        visit = self._visits.get(track)
        return None if visit is None else visit.view

    def forget_views(self) -> None:
        """Drop the remembered pictures: after an erase none may stay, and none says whose it is."""
        self._visits.clear()
        self._recent = ()

    def forget_history(self) -> None:
        """Delete recognitions that are older than the user keeps them; with the vault closed nothing.

        Raises what a change of the enrolled raises.
        """
        self._tidied = time.monotonic()
        if self._state.opened is not None:
            oldest = datetime.now(UTC) - timedelta(days=self._state.settings.keep_days)
            self._state.opened.forget_history(oldest)
            for visit in self._visits.values():
                if visit.kept is not None and visit.kept.seen < oldest:
                    visit.kept = None  # what is gone can't be corrected there

    def _tidy(self) -> None:
        try:
            self.forget_history()
        except LikenessError as error:  # tried again in an hour
            _log.warning("old recognitions were not deleted: %s", type(error).__name__)

    def _changed_elsewhere(self) -> bool:
        try:
            return self._state.opened is not None and self._state.opened.changed()
        except LikenessError as error:
            _log.warning("the enrolled could not be looked at: %s", type(error).__name__)
            return False

    def _learn_names(self) -> None:
        if self._names_version != self._state.version:
            opened = self._state.opened
            self._names = {} if opened is None else {person.id: person.name for person in opened.list()}
            self._names_version = self._state.version

    def _face(self, face: SeenFace) -> LiveFace:
        name = None if face.person is None else self._names.get(face.person)
        kind = str(face.state) if name is not None or face.person is None else "unsure"
        return LiveFace(
            face.track,
            face.box,
            face.velocity,
            kind,
            face.person,
            name,
            self._confidence(face),
            face.quality.advice,
        )

    def _confidence(self, face: SeenFace) -> float | None:
        """The probability of the verdict's person; never below a half where there is a name."""
        if face.similarity is None or face.threshold is None:
            return None
        found = self._state.faces.calibration.probability(face.similarity, face.threshold)
        return max(0.5, found) if face.person is not None else min(0.5, found)

    def _remember(self, recognition: Recognition) -> None:
        for face in recognition.faces:
            visit = self._visits.get(face.track)
            if visit is None:
                visit = self._visits[face.track] = _Visit(None, recognition.seconds)
            state = str(face.state)
            stayed = recognition.seconds - visit.first >= _UNKNOWN_AFTER
            if state == "known" and face.person is not None:
                if visit.told is None or visit.told.person != face.person:
                    self._saw(face, face.person, visit)
            elif state == "unknown" and stayed and (visit.told is None or visit.told.person is not None):
                self._saw(face, None, visit)
        live = {face.track for face in (*recognition.faces, *recognition.unseen)}
        for track in [track for track in self._visits if track not in live]:
            if self._visits[track].told is None:
                del self._visits[track]
        while len(self._visits) > _REMEMBERED:
            self._visits.popitem(last=False)

    def _saw(self, face: SeenFace, person: str | None, visit: _Visit) -> None:
        now = datetime.now(UTC)
        visit.view = self.view(face.track)
        picture = None if visit.view is None else cut(*visit.view)
        name = self._names.get(person or "")
        sighting = Sighting(face.track, now, person, name, face.similarity, picture)
        if person is not None:
            back = self._lately(person, now)
            if back is not None and back is not visit:
                visit.told, visit.kept = sighting, back.kept  # known to be here already: no second entry
                return
            visit.kept = self._keep(person, face)
        elif visit.kept is not None:
            self._withdraw(visit.kept)
            visit.kept = None
        self._tell(face.track, sighting)

    def _lately(self, person: str, now: datetime) -> _Visit | None:
        for visit in reversed(self._visits.values()):
            if visit.told and visit.told.person == person and now - visit.told.at < _SAME_VISIT:
                return visit
        return None

    def _keep(self, person: str, face: SeenFace) -> Kept | None:
        if not self._state.settings.keep_days:
            return None
        try:
            return self._state.people.record_seen(person, face.similarity or 0.0, face.track)
        except LikenessError as error:  # recognition goes on where its record can't be written
            _log.warning("a recognition was not recorded: %s", type(error).__name__)
            return None

    def _withdraw(self, kept: Kept) -> None:
        try:
            self._state.people.correct_seen(kept, None)
        except LikenessError as error:
            _log.warning("a recognition was not withdrawn: %s", type(error).__name__)

    def _tell(self, track: int, sighting: Sighting) -> None:
        self._visits[track].told = sighting
        others = tuple(old for old in self._recent if old.track != track)
        self._recent = (sighting, *others)[:_REMEMBERED]


def _quietly(job: Generator[object, None, None]) -> Generator[None, None, None]:
    """A job inside the live one: its steps are steps, its progress nobody's business."""
    for _ in job:
        yield None
