"""What is known of the person on one track, and when that is enough for a name.

Fusing. Every embedding that agrees with those before it joins a mean, weighed by the quality of its view;
the mean, brought back to unit length, is what is searched for. So one bad view cannot outvote many good
ones, and a head that turns away (its views are poor and agree with little) leaves the decision alone.

Deciding. Taking the best of many frames would be many tries at a false name: with the threshold for one
try, a stranger who stays would sooner or later get one. Three things keep the rate of named strangers at
the stated FPIR for each *track*, however long it lasts:
- the running mean hardly moves from frame to frame, so within one doubling of the number of views the tries
  are nearly one and the same;
- each doubling (an octave) spends its own share of the FPIR, 6/pi^2 / octave^2, and the shares add up to 1;
- a name needs agreement: at least two views, and most of the latest close to the same person on their own.

Measured on 130 strangers of LFW, 100 varied views each, FPIR 1 %: 0.8, 0 and 0.8 % of tracks named at 10, 100
and 1,000 enrolled; naming by the best single frame gives 9, 6 and 4 %.

A name once given is kept down to one decade of false matches below its threshold, so it does not flicker.

Changing. A good view that disagrees with the mean and with the named person speaks against the track. Two
such views that agree with each other are another person. Where the tracker has doubts about the face, one
(or two poor ones) is enough to withhold the name, and a row of poor views that agree with each other is
another person too; without doubts poor views say nothing, for a turned head turns gradually.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import View
from desktop.faces.match import Gallery, Match
from desktop.faces.thresholds import accepts
from desktop.vectors import Vectors

_LATEST = 12  # views whose own agreement with the name is asked
_WEIGHT = 24.0  # good views after which old ones begin to fade, as light and hair change in a day of camera
_LEAST = 0.05  # weight of the poorest view
_AS_GOOD = 0.6  # share of the track's best quality from which a view may speak against it
_POOR_ROW = 6  # poor views in a row that are another person, where the face is in doubt
_TO_SAME, _TO_NEXT = 1e-3, 1e-4  # rates of false matches: one person from view to view, and a decade further


class Thresholds(Protocol):
    """What a model's similarities mean; `faces.thresholds.Calibration` is one."""

    def threshold(self, fmr: float) -> float:
        """The similarity that a share `fmr` of impostor pairs reaches."""
        ...

    def tau(self, fpir: float, k: int) -> float:
        """The similarity that a share `fpir` of strangers reaches with the best of `k` templates."""
        ...


class State(StrEnum):
    """What the recogniser says of a face."""

    NEW = "new"  # too few views yet
    KNOWN = "known"
    UNKNOWN = "unknown"
    UNSURE = "unsure"  # two people come equally near, or somebody else may have taken the place


@dataclass(frozen=True, slots=True)
class Decision:
    """Who it is. `person` only where known; `candidate` is whoever comes nearest. `threshold` is the
    similarity that was asked for, None before the first search. Similarities are those of the fused
    embedding, -1..1.
    """

    state: State = State.NEW
    person: str | None = None
    candidate: str | None = None
    similarity: float | None = None
    runner_up: str | None = None
    runner_up_similarity: float | None = None
    threshold: float | None = None


class Rules:
    """The thresholds in force: a calibration, the FPIR asked for and the size of the gallery."""

    def __init__(self, calibration: Thresholds, fpir: float, templates: int, agreement: int) -> None:
        """`agreement` views are needed for a name and against one."""
        self._calibration = calibration
        self._fpir = fpir
        self._templates = max(1, templates)
        self.agreement = agreement
        self.same = calibration.threshold(_TO_SAME)
        self.decade = max(0.0, calibration.threshold(_TO_NEXT) - self.same)
        self._tau: dict[int, float] = {}

    def tau(self, views: int) -> float:
        """The similarity a name needs after so many views; each doubling spends its share of the FPIR."""
        octave = int(math.log2(max(1.0, views / self.agreement))) + 1
        if octave not in self._tau:
            share = 6 / (math.pi * octave) ** 2
            self._tau[octave] = self._calibration.tau(self._fpir * share, self._templates)
        return self._tau[octave]


class Evidence:
    """The views of one track, fused, and the decision they led to."""

    def __init__(self) -> None:
        self.views = 0
        self.quality = 0.0  # of the best view
        self.best: View | None = None
        self.embedded_at = -1  # step of the last embedding
        self.suspect = False  # the tracker doubted the face and no view has confirmed it since
        self.decision = Decision()
        self.corrected = False
        self._against: list[tuple[NDArray[np.float32], float, bool]] = []  # embedding, weight, good view
        self._named_at = 0  # views when the name was given
        self._sum: NDArray[np.float32] | None = None
        self._weight = 0.0
        self._latest: deque[tuple[NDArray[np.float32], float]] = deque(maxlen=_LATEST)

    @property
    def fused(self) -> NDArray[np.float32] | None:
        """(d,) of unit length, or None before the first view."""
        if self._sum is None:
            return None
        fused: NDArray[np.float32] = self._sum / np.linalg.norm(self._sum)
        return fused

    def resembles(self, embedding: NDArray[np.float32]) -> float:
        """Similarity with the fused embedding; -1 before the first view."""
        fused = self.fused
        return -1.0 if fused is None else float(fused @ embedding)

    def add(self, embedding: NDArray[np.float32], quality: float, rules: Rules, gallery: Gallery) -> bool:
        """Take the embedding of a view of `quality` 0..1. True where it joined the mean."""
        if not self._agrees(embedding, rules, gallery):
            good = quality >= _AS_GOOD * self.quality
            if good or self.suspect:
                self._against = [*self._against, (embedding, max(_LEAST, quality), good)][-_POOR_ROW:]
            return False
        self._join(embedding, max(_LEAST, quality))
        self._against.clear()
        self.suspect = False
        return True

    @property
    def challenged(self) -> bool:
        """Whether the latest good view disagreed; where the face is in doubt, also two of any kind."""
        return any(good for _, _, good in self._against) or len(self._against) > 1

    def _agrees(self, embedding: NDArray[np.float32], rules: Rules, gallery: Gallery) -> bool:
        if self._sum is None or self.resembles(embedding) >= rules.same:
            return True
        # A new light or pose may be far from the mean and yet close to one of the person's templates.
        named = self.decision.person
        if named is None or named not in gallery:
            return False
        return float(gallery.similarity(named, embedding[None])[0]) >= rules.tau(self.views)

    def _join(self, embedding: NDArray[np.float32], weight: float) -> None:
        fades = min(1.0, _WEIGHT / (self._weight + weight))
        self._sum = embedding * weight if self._sum is None else self._sum * fades + embedding * weight
        self._weight = self._weight * fades + weight
        self._latest.append((embedding, weight))
        self.views += 1

    def keep(self, view: View, quality: float) -> None:
        """Remember a view that joined, where it is the best so far."""
        if self.best is None or quality > self.quality:
            self.best, self.quality = view, quality

    def contradicted(self, rules: Rules) -> bool:
        """Whether another person has taken the place."""
        return bool(self._others(rules))

    def _others(self, rules: Rules) -> list[tuple[NDArray[np.float32], float, bool]]:
        """The views of another person: enough good or a row of poor ones that agree with each other."""
        good = [view for view in self._against if view[2]][-rules.agreement :]
        for views, enough in ((good, rules.agreement), (self._against, _POOR_ROW)):
            if len(views) >= enough:
                stack = np.stack([embedding for embedding, _, _ in views])
                if float((stack @ stack.T).min()) >= rules.same:
                    return views
        return []

    def other(self, rules: Rules) -> Evidence:
        """Evidence of the person who took the place: the views against this one are its first."""
        fresh = Evidence()
        for embedding, weight, _ in self._others(rules):
            fresh._join(embedding, weight)
        fresh.embedded_at = self.embedded_at
        return fresh

    def outweighs(self, other: Evidence) -> bool:
        """Whether more speaks for this person than for the other."""
        return self._weight > other._weight

    def hear(self, other: Evidence, rules: Rules, gallery: Gallery) -> None:
        """Take the views that spoke against `other` for one's own, and forget those against oneself."""
        for embedding, weight, _ in other._against:
            self.add(embedding, weight, rules, gallery)

    def drop_doubts(self) -> None:
        """Forget what spoke against this person: it was seen on another's place."""
        self._against = []
        self.suspect = False

    def correct(self, person: str | None) -> None:
        """The user says who this is; that stands until somebody else takes the place."""
        self.corrected = True
        self.drop_doubts()
        state = State.UNKNOWN if person is None else State.KNOWN
        self.decision = Decision(state, person, person)

    def decide(self, match: Match, rules: Rules, gallery: Gallery) -> None:
        """Draw the conclusion from a search with the fused embedding."""
        if self.corrected:
            self.decision = self._as_corrected(match, rules.tau(self.views), gallery)
            return
        named = self.decision.person
        if named is not None and named in gallery and named != match.person:
            # Somebody who comes as near takes a name away no sooner than it would have been given.
            if named == match.runner_up and match.similarity - match.runner_up_similarity < rules.decade:
                match = Match(named, match.runner_up_similarity, match.person, match.similarity)
            else:
                named = None
        threshold = rules.tau(self.views)
        state, person = State.UNKNOWN, None
        if named is not None and named == match.person:
            threshold = rules.tau(self._named_at) - rules.decade
            if accepts(match.similarity, threshold):
                state, person = State.KNOWN, named
        elif self.views < rules.agreement:
            state = State.NEW
        elif match.person is not None and accepts(match.similarity, threshold):
            if match.similarity - match.runner_up_similarity < rules.decade:
                state = State.UNSURE
            elif self._agreed(match.person, threshold - rules.decade, gallery):
                state, person = State.KNOWN, match.person
                self._named_at = self.views
        self.decision = Decision(
            state,
            person,
            match.person,
            None if match.person is None else match.similarity,
            match.runner_up,
            None if match.runner_up is None else match.runner_up_similarity,
            threshold,
        )

    def _agreed(self, person: str, enough: float, gallery: Gallery) -> bool:
        """Whether most of the latest views, by weight, come close to the person on their own."""
        views: Vectors = np.stack([embedding for embedding, _ in self._latest])
        weights = np.array([weight for _, weight in self._latest])
        agree = gallery.similarity(person, views) >= enough
        return bool(weights[agree].sum() > weights.sum() / 2)

    def _as_corrected(self, match: Match, threshold: float, gallery: Gallery) -> Decision:
        person = self.decision.person
        similarity = None
        if person is not None and person in gallery and self.fused is not None:
            similarity = float(gallery.similarity(person, self.fused[None])[0])
        elif match.person is not None:
            similarity = match.similarity
        rival, rival_similarity = match.person, match.similarity
        if rival == person:
            rival, rival_similarity = match.runner_up, match.runner_up_similarity
        return Decision(
            self.decision.state,
            person,
            person or match.person,
            similarity,
            rival,
            None if rival is None else rival_similarity,
            # The user's word asks for no similarity, so none can contradict it.
            threshold if person is None or similarity is None else min(threshold, similarity),
        )
