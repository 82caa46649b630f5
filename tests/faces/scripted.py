"""A scripted world: people with made-up embeddings who move before a made-up camera, frame by frame."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from desktop.camera.source import Frame
from desktop.faces.face import Face, ModelId, View
from desktop.faces.match import Gallery
from desktop.faces.quality import Pose, Quality
from desktop.faces.recognise import Recogniser, Recognition
from desktop.vectors import Picture, Points, Vectors

RATE = 25.0
DIMENSION = 64
WIDTH, HEIGHT = 640, 360

_LANDMARKS = np.array([[0.3, 0.38], [0.7, 0.38], [0.5, 0.58], [0.34, 0.78], [0.66, 0.78]], np.float32)


@dataclass(frozen=True)
class Shown:
    """A person's face with its centre at (x, y). `turned` 0..1 takes the embedding away from who it is."""

    who: str
    x: float
    y: float = 180.0
    size: float = 80.0
    turned: float = 0.0

    @property
    def face(self) -> Face:
        left, top = self.x - self.size / 2, self.y - self.size / 2
        landmarks: Points = np.array([left, top], np.float32) + _LANDMARKS * np.float32(self.size)
        return Face((left, top, self.size, self.size), landmarks, 0.9)


class ScriptedThresholds:
    """A decade of false matches is 0.06 of similarity; 1e-3 is at 0.38."""

    def threshold(self, fmr: float) -> float:
        return 0.2 - 0.06 * math.log10(fmr)

    def tau(self, fpir: float, k: int) -> float:
        return self.threshold(fpir / k)


def _direction(seed: str) -> Vectors:
    drawn = np.random.default_rng([ord(letter) for letter in seed]).standard_normal(DIMENSION)
    return np.asarray(drawn / np.linalg.norm(drawn), np.float32)


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def like(who: str, similarity: float, other: str = "somebody else") -> Vectors:
    """(64,) an embedding at exactly this similarity with a person's own."""
    own = _direction(who)
    away = _direction(other)
    away = _unit(away - (away @ own) * own)
    return np.asarray(similarity * own + math.sqrt(1 - similarity**2) * away, np.float32)


@dataclass
class World:
    """Detector, embedder and quality of scripted frames; counts what is embedded.

    `scene` is what is behind the people; `camera` shifts it, in pixels, but not them.
    """

    looks: dict[str, Vectors] = field(default_factory=dict)
    embedded: list[str] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    scene: int = 0
    camera: tuple[int, int] = (0, 0)
    model: ModelId = field(default_factory=lambda: ModelId("scripted", "0"))
    dimension: int = DIMENSION
    _showing: tuple[Shown, ...] = ()
    _index: int = 0
    _seconds: float = 0.0
    _backgrounds: dict[int, Picture] = field(default_factory=dict)

    def embedding(self, who: str) -> Vectors:
        """(64,) of the person: random people are nearly orthogonal."""
        return self.looks.get(who, _direction(who))

    def gallery(self, *people: str) -> Gallery:
        rows = [self.embedding(who) for who in people]
        return Gallery(np.stack(rows) if rows else np.empty((0, DIMENSION), np.float32), people)

    def recogniser(self, *people: str, **options: object) -> Recogniser:
        calibration = ScriptedThresholds()
        gallery = self.gallery(*people)
        settings: dict[str, Any] = {"assess": self.assess, **options}
        return Recogniser(self, self, gallery, calibration, **settings)

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        return tuple(shown.face for shown in self._showing)

    def assess(self, picture: Picture, face: Face) -> Quality:
        score = 1.0 - self._of(face.landmarks).turned
        return Quality(score, 1.0, 1.0, 1.0, score, Pose(0.0, 0.0, 0.0), ())

    def embed(self, views: Sequence[View]) -> Vectors:
        shown = [self._of(view.landmarks) for view in views]
        self.embedded += [one.who for one in shown]
        self.batches.append(len(views))
        rows = [self._view(one) for one in shown]
        return np.stack(rows) if rows else np.empty((0, DIMENSION), np.float32)

    def _view(self, shown: Shown) -> Vectors:
        # A profile looks like other profiles, and every frame has a little noise of its own.
        noise = _direction(f"noise {self._index} {shown.who}")
        mixed = (1 - shown.turned) * self.embedding(shown.who) + shown.turned * _direction("profile")
        return _unit(mixed + 0.3 * noise)

    def _of(self, landmarks: Points) -> Shown:
        return min(self._showing, key=lambda shown: float(np.abs(shown.face.landmarks - landmarks).max()))

    def _paint(self, shown: Sequence[Shown]) -> Picture:
        if self.scene not in self._backgrounds:
            drawn = np.random.default_rng(self.scene).integers(0, 256, (9, 16, 3))
            self._backgrounds[self.scene] = np.kron(drawn, np.ones((40, 40, 1))).astype(np.uint8)
        picture = np.roll(self._backgrounds[self.scene], self.camera, axis=(1, 0))
        for one in shown:
            pattern = np.random.default_rng([ord(letter) for letter in one.who]).integers(0, 256, (4, 4, 3))
            side = max(4, int(one.size) // 4 * 4)
            tile = np.kron(pattern, np.ones((side // 4, side // 4, 1))).astype(np.uint8)
            left, top = int(one.x - side / 2), int(one.y - side / 2)
            x0, y0 = max(0, left), max(0, top)
            x1, y1 = min(WIDTH, left + side), min(HEIGHT, top + side)
            if x1 > x0 and y1 > y0:
                picture[y0:y1, x0:x1] = tile[y0 - top : y1 - top, x0 - left : x1 - left]
        return picture

    def frame(self, *shown: Shown, after: float = 1 / RATE) -> Frame:
        """The next frame, `after` seconds behind the last."""
        self._showing = shown
        self._index += 1
        self._seconds += after
        return Frame(self._paint(shown), self._index, self._seconds)

    def play(self, recogniser: Recogniser, *shown: Shown, frames: int = 1) -> Recognition:
        """Show the same for some frames; what the last of them gave."""
        for _ in range(frames):
            seen = recogniser.step(self.frame(*shown))
        return seen


def names(seen: Recognition) -> list[str | None]:
    """Who was named, from left to right."""
    return [face.person for face in sorted(seen.faces, key=lambda face: face.box[0])]


def tracks(seen: Recognition) -> list[int]:
    """The numbers of the faces, from left to right."""
    return [face.track for face in sorted(seen.faces, key=lambda face: face.box[0])]
