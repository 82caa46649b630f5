"""Faces keep their number from frame to frame, by where they are and roughly how they look.

Each track foretells where its face is now, three ways: moved on with its own speed, moved with the camera,
or still. Faces are given to tracks so that the sum of the costs is least (the assignment problem), a cost
being the distance to the nearest of the three in face sizes, the change of size and the change of a
thumbnail of the face. Embeddings play no part here: the recogniser looks at them, and may take a track's
number away again (`renew`) or exchange two. A scene cut ends every track.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.camera.cut import SceneCut
from desktop.faces.assign import assign
from desktop.faces.face import Box, Face
from desktop.opencv import cv2
from desktop.vectors import Picture

PATIENCE = 0.8
"""Seconds a track outlives its last detection: a hand before the face, a blurred turn."""

_REACH, _REACH_GROWS = 0.8, 2.0
"""How far (in face sizes) a face may be from where it was foretold, and how that grows by the second."""

_RESIZE, _RESIZE_GROWS = math.log(1.6), 1.0
"""How much (logarithm of the ratio) a face may grow or shrink, and how that grows by the second."""

_SIZE_COUNTS, _LOOKS_COUNT = 0.8, 0.4
"""Costs of a size e times another and of thumbnails without correlation, in face sizes of distance."""

_MEMORY = 0.1  # seconds over which the speed is averaged
_COAST = 0.3  # seconds in which the speed of an unseen face decays to 1/e: people stop and turn
_SIDE = 12  # of the thumbnail; fine enough to tell two people, too coarse to feel a blink
_ALIKE, _UNLIKE = 0.6, 0.3
"""Correlation of a face's thumbnails. From frame to frame one face stays above 0.65, at 10 frames a second
above 0.5; those of two people lie about 0.3."""

_JUMP, _SWELL = 0.3, 0.2  # face sizes beside the foretold place, logarithm of the ratio: not quite expected
_GAP = 0.3  # seconds without the face in which somebody else can step in
_TOUCH = 0.15  # intersection over union from which two faces may have been confounded


@dataclass(frozen=True, slots=True)
class Track:
    """A face followed through frames, as it stood at `seconds`.

    `face` is None while the face is not seen and `box` is where it should be. `velocity` is in pixels a
    second. `missing` counts the seconds since it was last seen. `doubt` says that this frame's face may be
    another person's: it was lost in between, came to touch another face or leave it, looks different, or is
    not where it should be.
    """

    id: int
    face: Face | None
    box: Box
    velocity: tuple[float, float]
    seconds: float
    doubt: bool
    missing: float = 0.0

    def box_at(self, seconds: float) -> Box:
        """Where the face is at another moment, its speed decaying; for pictures shown between inferences."""
        dx, dy = travelled(self.velocity, seconds - self.seconds)
        x, y, width, height = self.box
        return (x + dx, y + dy, width, height)


def travelled(velocity: tuple[float, float], seconds: float) -> tuple[float, float]:
    """Pixels covered in `seconds` at a speed that decays; backwards in time for a short while only."""
    reach = _COAST * -math.expm1(-seconds / _COAST) if seconds > 0 else max(seconds, -_COAST)
    return velocity[0] * reach, velocity[1] * reach


@dataclass(slots=True, eq=False)
class _State:
    id: int
    face: Face
    looks: NDArray[np.float32]
    seconds: float
    velocity: tuple[float, float] = (0.0, 0.0)
    touched: bool = False
    lost: bool = False


class Tracker:
    """Follows every face of a source. Not safe for use by two threads."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """`patience` is in seconds of the source's clock."""
        self._patience = patience
        self._states: list[_State] = []
        self._next = 1
        self._cut = SceneCut()
        self._seconds = -math.inf

    def update(self, faces: Sequence[Face], picture: Picture, seconds: float) -> tuple[Track, ...]:
        """The tracks after a frame taken at `seconds`, seen and unseen, by number.

        A clock that runs backwards is a source that began anew, and ends every track as a scene cut does.
        """
        cut, shift = self._cut.look(picture)
        if cut or seconds < self._seconds:
            self._states.clear()
        self._seconds = seconds
        self._states = [state for state in self._states if seconds - state.seconds <= self._patience]
        looks = np.array([_looks(picture, face.box) for face in faces], np.float32)
        chosen = self._choose(faces, looks, seconds, shift)
        tracks = []
        touching = _touching(faces)
        taken = {index: state for state, index in zip(self._states, chosen, strict=True) if index >= 0}
        for state, index in zip(self._states, chosen, strict=True):
            state.lost = state.lost or index < 0
        for index, face in enumerate(faces):
            if index not in taken:
                state = _State(self._next, face, looks[index], seconds, touched=touching[index])
                self._next += 1
                self._states.append(state)
                tracks.append(_seen(state, doubt=False))
                continue
            state = taken[index]
            doubt = state.touched != touching[index] or _doubtful(state, face, looks[index], seconds)
            _move(state, face, seconds)
            state.looks, state.touched, state.lost = looks[index], touching[index], False
            tracks.append(_seen(state, doubt))
        tracks += [_unseen(state, seconds) for state in self._states if state.lost]
        return tuple(sorted(tracks, key=lambda track: track.id))

    def renew(self, track: int) -> int:
        """A new number for a track whose face turned out to be somebody else's. Raises KeyError."""
        state = self._state(track)
        state.id, self._next = self._next, self._next + 1
        return state.id

    def exchange(self, one: int, other: int) -> None:
        """Swap the numbers of two tracks whose faces were confounded. Raises KeyError."""
        first, second = self._state(one), self._state(other)
        first.id, second.id = second.id, first.id

    def _state(self, track: int) -> _State:
        for state in self._states:
            if state.id == track:
                return state
        raise KeyError(track)

    def _choose(
        self,
        faces: Sequence[Face],
        looks: NDArray[np.float32],
        seconds: float,
        shift: tuple[float, float],
    ) -> list[int]:
        """For each track the index of its face, or -1."""
        if not faces or not self._states:
            return [-1] * len(self._states)
        gap = np.array([seconds - state.seconds for state in self._states])[:, None]
        before = np.array([_centre(state.face.box) for state in self._states])
        moved = np.array(
            [travelled(state.velocity, seconds - state.seconds) for state in self._states], dtype=np.float64
        )
        now = np.array([_centre(face.box) for face in faces])
        size_before = np.array([_size(state.face.box) for state in self._states])[:, None]
        size_now = np.array([_size(face.box) for face in faces])[None, :]
        away = np.full((len(before), len(now)), np.inf)
        for foretold in (before, before + moved, before + np.asarray(shift)):
            apart = np.linalg.norm(foretold[:, None] - now[None], axis=2)
            away = np.minimum(away, apart / ((size_before + size_now) / 2))
        resized = np.abs(np.log(size_now / size_before))
        alike = np.stack([state.looks for state in self._states]) @ looks.T
        cost = away + _SIZE_COUNTS * resized + _LOOKS_COUNT * (1 - alike)
        reach = _REACH + _REACH_GROWS * gap
        cost[(away > reach) | (resized > _RESIZE + _RESIZE_GROWS * gap)] = np.inf
        return assign(cost, float(reach.max()) + _SIZE_COUNTS + _LOOKS_COUNT)


def _doubtful(state: _State, face: Face, looks: NDArray[np.float32], seconds: float) -> bool:
    """Whether a face continues a track so badly that it may be somebody else's."""
    gap = seconds - state.seconds
    alike = float(state.looks @ looks)
    if alike < _UNLIKE or (state.lost and gap > _GAP):
        return True
    (x, y), (was_x, was_y) = _centre(face.box), _centre(state.face.box)
    dx, dy = travelled(state.velocity, gap)
    size, was = _size(face.box), _size(state.face.box)
    beside = min(math.hypot(x - was_x, y - was_y), math.hypot(x - was_x - dx, y - was_y - dy))
    jumped = beside / size > _JUMP or abs(math.log(size / was)) > _SWELL
    return jumped and (state.lost or alike < _ALIKE)


def _seen(state: _State, doubt: bool) -> Track:
    return Track(state.id, state.face, state.face.box, state.velocity, state.seconds, doubt)


def _unseen(state: _State, seconds: float) -> Track:
    dx, dy = travelled(state.velocity, seconds - state.seconds)
    x, y, width, height = state.face.box
    fades = math.exp(-(seconds - state.seconds) / _COAST)
    velocity = (state.velocity[0] * fades, state.velocity[1] * fades)
    box = (x + dx, y + dy, width, height)
    return Track(state.id, None, box, velocity, seconds, False, seconds - state.seconds)


def _move(state: _State, face: Face, seconds: float) -> None:
    """Take a new detection; the speed follows with a memory of `_MEMORY` seconds, whatever the frame rate."""
    gap = seconds - state.seconds
    if gap > 0:
        (x, y), (was_x, was_y) = _centre(face.box), _centre(state.face.box)
        new = -math.expm1(-gap / _MEMORY)
        state.velocity = (
            state.velocity[0] + new * ((x - was_x) / gap - state.velocity[0]),
            state.velocity[1] + new * ((y - was_y) / gap - state.velocity[1]),
        )
    state.face, state.seconds = face, seconds


def _centre(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def _size(box: Box) -> float:
    return max(1.0, math.sqrt(max(0.0, box[2]) * max(0.0, box[3])))


def _looks(picture: Picture, box: Box) -> NDArray[np.float32]:
    """A thumbnail of the face as a vector of unit length, so that light and contrast do not count."""
    height, width = picture.shape[:2]
    left, top = max(0, int(box[0])), max(0, int(box[1]))
    right, bottom = min(width, math.ceil(box[0] + box[2])), min(height, math.ceil(box[1] + box[3]))
    if right - left < 2 or bottom - top < 2:
        return np.zeros(3 * _SIDE * _SIDE, np.float32)
    small = cv2.resize(picture[top:bottom, left:right], (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    vector = np.asarray(small, np.float32).ravel()
    vector -= vector.mean()
    length = float(np.linalg.norm(vector))
    unit: NDArray[np.float32] = vector / np.float32(length) if length > 1 else np.zeros_like(vector)
    return unit


def _touching(faces: Sequence[Face]) -> list[bool]:
    """Which faces share a good part of their box with another's."""
    return [
        any(overlap(face.box, other.box) > _TOUCH for other in faces if other is not face) for face in faces
    ]


def overlap(one: Box, other: Box) -> float:
    """Intersection over union, 0..1."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return 0.0
    common = across * down
    return common / (one[2] * one[3] + other[2] * other[3] - common)
