"""Where the faces are: YuNet through OpenCV.

Source: Wu, Peng and Yu, "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence Research 20,
2023.
"""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import Face
from desktop.opencv import cv2
from desktop.vectors import Picture
from desktop.weights.errors import WeightsDamaged, WeightsMissing

LIVE = 640
"""Longer side at which a live frame is searched: 13 ms at 640x480, faces from about 10 pixels of that."""

STILL = 1600
"""Longer side at which a still picture is searched once more for small faces."""

_SCORE = 0.7  # of the detector; hands and patterns lie below, turned and half hidden faces above
_OVERLAP = 0.3  # boxes that share more than this part of their union are one face
_MOST = 1000  # candidates kept before boxes are merged
_SMALLEST = 8  # pixels; a picture with a shorter side can't hold a face
_BORDER = 0.5  # of the picture's side, added around one that a single face may fill to its edge

_Rows = NDArray[np.float32]  # (n, 15): box, five landmarks, score


class Yunet:
    """The detector. One object serves one thread at a time; calls from others wait."""

    def __init__(self, file: Path, *, live: bool = False) -> None:
        """`file` holds the network in ONNX. Raises WeightsMissing or WeightsDamaged.

        A `live` detector looks once, at LIVE; otherwise small faces of a large picture, and a face that fills
        the picture, are looked for too.
        """
        self._live = live
        self._lock = threading.Lock()
        try:
            # From memory: OpenCV can't open every path that Python can.
            network = np.frombuffer(file.read_bytes(), np.uint8)
            self._network = cv2.FaceDetectorYN.create(
                "onnx", network, np.empty(0, np.uint8), (320, 320), _SCORE, _OVERLAP, _MOST
            )
            self._network.setInputSize((32, 32))
            self._network.detect(np.zeros((32, 32, 3), np.uint8))
        except FileNotFoundError as error:
            raise WeightsMissing(name="yunet", details=repr(error)) from error
        except (OSError, cv2.error, SystemError, TypeError) as error:
            raise WeightsDamaged(name="yunet", details=repr(error)) from error

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        """Every face, largest first, boxes clipped to the picture. An empty or tiny picture has none."""
        if min(picture.shape[:2]) < _SMALLEST:
            return ()
        longer = max(picture.shape[:2])
        with self._lock:
            rows = self._search(picture, min(longer, LIVE))
            if not self._live:
                if longer > LIVE:
                    rows = _merged(rows, self._search(picture, min(longer, STILL)))
                if not len(rows):
                    rows = self._search_bordered(picture)
        return _faces(rows, picture.shape[1], picture.shape[0])

    def _search(self, picture: Picture, longer: int) -> _Rows:
        """Rows found with the picture reduced to a longer side of `longer`, in the picture's pixels."""
        height, width = picture.shape[:2]
        factor = longer / max(height, width)
        if factor < 1:
            size = (max(1, round(width * factor)), max(1, round(height * factor)))
            picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
        self._network.setInputSize((picture.shape[1], picture.shape[0]))
        found = self._network.detect(cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))[1]
        rows = np.empty((0, 15), np.float32) if found is None else np.array(found, dtype=np.float32)
        rows[:, 0:14:2] *= width / picture.shape[1]
        rows[:, 1:14:2] *= height / picture.shape[0]
        return rows[np.isfinite(rows).all(axis=1)]

    def _search_bordered(self, picture: Picture) -> _Rows:
        """Rows found with a border around the picture, for a face that fills it to its edge."""
        height, width = picture.shape[:2]
        factor = min(1.0, LIVE / 2 / max(height, width))
        size = (max(1, round(width * factor)), max(1, round(height * factor)))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        edge = round(_BORDER * max(size))
        grey = (127, 127, 127)
        wide = cv2.copyMakeBorder(small, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=grey)
        rows = self._search(wide.astype(np.uint8, copy=False), max(wide.shape[:2]))
        rows[:, 0:2] -= edge
        rows[:, 4:14] -= edge
        rows[:, 0:14:2] *= width / size[0]
        rows[:, 1:14:2] *= height / size[1]
        return rows


def _merged(first: _Rows, second: _Rows) -> _Rows:
    """Rows of both, of those that overlap the surest."""
    rows = np.concatenate([first, second])
    rows = rows[np.argsort(-rows[:, 14], kind="stable")]
    kept: list[_Rows] = []
    for row in rows:
        if all(_shared(row, other) <= _OVERLAP for other in kept):
            kept.append(row)
    return np.stack(kept) if kept else rows


def _shared(one: _Rows, other: _Rows) -> float:
    """Intersection over union of two boxes."""
    near = np.maximum(one[:2], other[:2])
    far = np.minimum(one[:2] + one[2:4], other[:2] + other[2:4])
    inside = float(np.prod(np.maximum(0, far - near)))
    union = float(one[2] * one[3] + other[2] * other[3]) - inside
    return inside / union if union > 0 else 0.0


def _faces(rows: _Rows, width: int, height: int) -> tuple[Face, ...]:
    faces = []
    for row in rows:
        left, top = max(0.0, float(row[0])), max(0.0, float(row[1]))
        wide = min(float(width), float(row[0] + row[2])) - left
        high = min(float(height), float(row[1] + row[3])) - top
        if wide > 0 and high > 0:
            landmarks = np.ascontiguousarray(row[4:14].reshape(5, 2))
            faces.append(Face((left, top, wide, high), landmarks, float(np.clip(row[14], 0, 1))))
    return tuple(sorted(faces, key=lambda face: -face.box[2] * face.box[3]))
