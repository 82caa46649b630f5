"""Who is on each frame: detection, tracks, embeddings where they tell most, search, decision.

The life of a frame in `Recogniser.step`:
1. Every frame is detected, and the tracker says which face continues which track.
2. Each seen face gets a quality. At most `budget` faces are embedded, in one batch: first those whose
   identity is in doubt, then new ones, unsettled ones, clearly better views, and one settled face to look
   again.
3. Each embedding joins its track's evidence or speaks against it. Two confounded tracks exchange their
   numbers; a track whose face became somebody else's gets a new number and begins anew.
4. What changed is searched for in one go, and every changed track is decided anew (`evidence` has the rule).
Nothing here reads a clock, so the same frames give the same answer on any machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop.camera.source import Frame
from desktop.faces.evidence import Decision, Evidence, Rules, State, Thresholds
from desktop.faces.face import Box, Detector, Embedder, Face, View
from desktop.faces.match import Gallery
from desktop.faces.quality import Quality, assess
from desktop.faces.track import Track, Tracker
from desktop.vectors import Picture, Points

BUDGET = 4
"""Faces embedded in one step: a new group of four is known after two frames, and a step stays under the time
of one frame on two cores."""

AGREEMENT = 2
"""Views that must agree on a name, or against one. 1 for single pictures, where there is no second view."""

_SETTLED = 6  # views after which a track is looked at only now and then
_REFRESHED = 4  # the urgency of a settled face; those of the others are below
_REFRESH = 6  # steps after which a settled track is embedded again: so soon is a silent takeover seen
_BETTER = 0.1  # gain in quality that is worth an embedding at once
_SHOWN = 0.25  # seconds for which a face that is not detected is still reported as unseen
_MARGIN = 1.0  # a view keeps one face size on each side, so that any network can cut its own crop

Assess = Callable[[Picture, Face], Quality]


@dataclass(frozen=True, slots=True, eq=False)
class SeenFace:
    """A face of one frame and who it is. `velocity` is in pixels a second. The rest as in `Decision`."""

    track: int
    box: Box
    landmarks: Points
    velocity: tuple[float, float]
    quality: Quality
    state: State
    person: str | None
    candidate: str | None
    similarity: float | None
    runner_up: str | None
    runner_up_similarity: float | None
    threshold: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Recognition:
    """What one frame shows: `faces` were detected, `unseen` were a moment ago and stand where they should
    be."""

    index: int
    seconds: float
    faces: tuple[SeenFace, ...]
    unseen: tuple[SeenFace, ...] = ()


class Recogniser:
    """Recognises the frames of one source. Belongs to one thread; a gallery may be shared."""

    def __init__(
        self,
        detector: Detector,
        embedder: Embedder,
        gallery: Gallery,
        calibration: Thresholds,
        fpir: float = 1e-2,
        *,
        agreement: int = AGREEMENT,
        budget: int = BUDGET,
        assess: Assess = assess,
    ) -> None:
        """`fpir` is the accepted share of strangers' tracks that get a name, 0..1.

        Raises ValueError where the gallery's templates have another dimension than the embedder's.
        """
        self._detector = detector
        self._embedder = embedder
        self._calibration = calibration
        self._fpir = fpir
        self._agreement = agreement
        self._budget = budget
        self._assess = assess
        self._tracker = Tracker()
        self._evidence: dict[int, Evidence] = {}
        self._last: dict[int, tuple[Face, Quality]] = {}
        self._step = 0
        self._again: set[int] = set()
        self._absent: set[int] = set()
        self.set_gallery(gallery)

    @property
    def gallery(self) -> Gallery:
        """Who is searched for."""
        return self._gallery

    def set_gallery(self, gallery: Gallery) -> None:
        """Search another gallery from the next step on; every live track is decided anew there.

        Whoever is no longer in it loses the name, also one that the user gave. Raises ValueError for
        templates of another dimension than the embedder's.
        """
        if len(gallery) and gallery.dimension != self._embedder.dimension:
            raise ValueError(f"templates of {gallery.dimension} numbers, not {self._embedder.dimension}")
        for evidence in self._evidence.values():
            person = evidence.decision.person
            if person is not None and person not in gallery:
                evidence.corrected = False
                evidence.decision = Decision(State.UNKNOWN)
        self._gallery = gallery
        self._new_rules()

    def set_fpir(self, fpir: float) -> None:
        """Accept another rate of named strangers from the next step on."""
        self._fpir = fpir
        self._new_rules()

    def set_calibration(self, calibration: Thresholds) -> None:
        """Use other thresholds from the next step on; every live track is decided anew."""
        self._calibration = calibration
        self._new_rules()

    def _new_rules(self) -> None:
        self._rules = Rules(self._calibration, self._fpir, len(self._gallery), self._agreement)
        self._again = set(self._evidence)

    def correct(self, track: int, person: str | None) -> bool:
        """The user says that a track shows `person`, or nobody enrolled (None). Sticks to the track.

        The person may be added to the gallery right after. False where the track has ended.
        """
        evidence = self._evidence.get(track)
        if evidence is None:
            return False
        evidence.correct(person)
        self._again.add(track)
        return True

    def best_view(self, track: int) -> View | None:
        """The best view of a live track so far: a copy of the face and as much again around it, to enrol.

        None where the track has ended or was not embedded yet.
        """
        evidence = self._evidence.get(track)
        return None if evidence is None else evidence.best

    def step(self, frame: Frame) -> Recognition:
        """Recognise the next frame of the source."""
        self._step += 1
        faces = self._detector.detect(frame.picture)
        tracks = self._tracker.update(faces, frame.picture, frame.seconds)
        alive = {track.id for track in tracks}
        self._evidence = {number: self._evidence.get(number, Evidence()) for number in sorted(alive)}
        self._last = {number: last for number, last in self._last.items() if number in alive}
        self._again &= alive
        for track in tracks:
            if track.face is not None:
                self._last[track.id] = (track.face, self._assess(frame.picture, track.face))
                self._evidence[track.id].suspect |= track.doubt
        seen = [track for track in tracks if track.face is not None]
        self._absent = alive.difference(track.id for track in seen)
        self._embed(self._choose(seen), frame.picture)
        tracks = self._settle(tracks, frame.picture)
        self._decide()
        return self._report(frame, tracks)

    def _choose(self, tracks: Sequence[Track]) -> list[Track]:
        """The tracks to embed in this step, most telling first."""
        ranked = []
        for track in tracks:
            urgency = self._urgency(track)
            if urgency is not None:
                quality = self._last[track.id][1].score
                ranked.append((urgency, self._evidence[track.id].embedded_at, -quality, track.id, track))
        ranked.sort(key=lambda entry: entry[:4])
        urgent = [entry[4] for entry in ranked if entry[0] != _REFRESHED]
        settled = [entry[4] for entry in ranked if entry[0] == _REFRESHED]
        return (urgent + settled[:1])[: self._budget]

    def _urgency(self, track: Track) -> int | None:
        evidence, quality = self._evidence[track.id], self._last[track.id][1].score
        if evidence.challenged:
            return 0
        waited = self._step - evidence.embedded_at
        # A view much poorer than those before tells little; it waits for its turn among the settled.
        telling = quality >= evidence.quality / 2 or waited >= _REFRESH / 2
        if evidence.views < self._agreement or evidence.suspect:
            return 1
        if telling and (evidence.views < _SETTLED or evidence.decision.state is State.UNSURE):
            return 2
        if quality > evidence.quality + _BETTER:
            return 3
        return _REFRESHED if waited >= _REFRESH else None

    def _embed(self, tracks: Sequence[Track], picture: Picture) -> None:
        faces = [self._last[track.id][0] for track in tracks]
        if not faces:
            return
        embeddings = self._embedder.embed([View(picture, face.landmarks) for face in faces])
        for track, face, embedding in zip(tracks, faces, embeddings, strict=True):
            evidence, quality = self._evidence[track.id], self._last[track.id][1].score
            evidence.embedded_at = self._step
            if evidence.add(embedding, quality, self._rules, self._gallery):
                self._again.add(track.id)
                if evidence.best is None or quality > evidence.quality:
                    evidence.best, evidence.quality = cut_out(picture, face), quality

    def _settle(self, tracks: Sequence[Track], picture: Picture) -> tuple[Track, ...]:
        """Tracks whose face became another person's exchange their numbers or get new ones."""
        numbers = {track.id: track.id for track in tracks}
        for number in [track.id for track in tracks]:
            evidence = self._evidence.get(number)
            if evidence is None or not evidence.contradicted(self._rules):
                continue
            partner = self._confounded(number)
            if partner is not None:
                self._exchange(number, partner)
                numbers = {
                    was: {number: partner, partner: number}.get(now, now) for was, now in numbers.items()
                }
                continue
            fresh = evidence.other(self._rules)
            # Where next to nothing came before, the track only began with bad views of the same person.
            renewed = self._tracker.renew(number) if evidence.outweighs(fresh) else number
            face, quality = self._last.pop(number)
            fresh.best, fresh.quality = cut_out(picture, face), quality.score
            del self._evidence[number]
            self._evidence[renewed], self._last[renewed] = fresh, (face, quality)
            self._again.discard(number)
            self._again.add(renewed)
            numbers = {was: renewed if now == number else now for was, now in numbers.items()}
        renumbered = (replace(track, id=numbers[track.id]) for track in tracks)
        return tuple(sorted(renumbered, key=lambda track: track.id))

    def _confounded(self, number: int) -> int | None:
        """The track whose person now stands on this one's place, where they crossed each other."""
        other = self._evidence[number].other(self._rules).fused
        best, partner = self._rules.same, None
        for candidate, evidence in self._evidence.items():
            # One that still confirms itself where it is can't have moved here: a look-alike.
            settled = not (evidence.challenged or evidence.suspect or candidate in self._absent)
            if other is None or candidate == number or settled:
                continue
            similarity = evidence.resembles(other)
            if similarity >= best:
                best, partner = similarity, candidate
        return partner

    def _exchange(self, one: int, other: int) -> None:
        self._tracker.exchange(one, other)
        self._last[one], self._last[other] = self._last[other], self._last[one]
        first, second = self._evidence[one], self._evidence[other]
        first.hear(second, self._rules, self._gallery)
        second.hear(first, self._rules, self._gallery)
        self._again.update((one, other))

    def _decide(self) -> None:
        """Search for every track whose evidence changed, and for all after a change of the gallery."""
        waiting = []
        for number in sorted(self._again):
            fused = self._evidence[number].fused
            if fused is not None:
                waiting.append((number, fused))
        self._again.clear()
        if not waiting:
            return
        matches = self._gallery.search(np.stack([fused for _, fused in waiting]))
        for (number, _), match in zip(waiting, matches, strict=True):
            self._evidence[number].decide(match, self._rules, self._gallery)

    def _report(self, frame: Frame, tracks: Sequence[Track]) -> Recognition:
        faces, unseen = [], []
        for track in tracks:
            reported = self._reported(track)
            if track.face is not None:
                faces.append(reported)
            elif track.missing <= _SHOWN:
                unseen.append(reported)
        return Recognition(frame.index, frame.seconds, tuple(faces), tuple(unseen))

    def _reported(self, track: Track) -> SeenFace:
        evidence = self._evidence[track.id]
        decision = evidence.decision
        face, quality = self._last[track.id]
        state, person = decision.state, decision.person
        if person is not None and evidence.suspect and evidence.challenged:
            state, person = State.UNSURE, None  # the name waits for the second view
        moved = np.array([track.box[0] - face.box[0], track.box[1] - face.box[1]], np.float32)
        return SeenFace(
            track.id,
            track.box,
            face.landmarks + moved,
            track.velocity,
            quality,
            state,
            person,
            decision.candidate,
            decision.similarity,
            decision.runner_up,
            decision.runner_up_similarity,
            decision.threshold,
        )


def cut_out(picture: Picture, face: Face) -> View:
    """A copy of the face and one face size around it, as far as the picture reaches."""
    height, width = picture.shape[:2]
    x, y, across, down = face.box
    left, top = max(0, int(x - _MARGIN * across)), max(0, int(y - _MARGIN * down))
    right = min(width, int(x + (1 + _MARGIN) * across) + 1)
    bottom = min(height, int(y + (1 + _MARGIN) * down) + 1)
    return View(
        np.ascontiguousarray(picture[top:bottom, left:right]).copy(),
        face.landmarks - np.array([left, top], np.float32),
    )
