"""How good is this view of a face: a score, its parts, and advice in words. Cheap enough for every frame.

The ramps were set on the pictures of Labeled Faces in the Wild and on blurred, darkened and reduced copies.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from desktop.faces.align import align
from desktop.faces.face import Face
from desktop.opencv import cv2
from desktop.vectors import Picture, Points

_SIZE = (8.0, 26.0)  # pixels between the eyes: worth nothing, worth all; 35 in an aligned face
_SHARP = (0.004, 0.06)  # variance of the Laplacian over that of the grey values: blurred by 3 pixels, sharp
_DARK = (25.0, 75.0)  # mean grey
_BRIGHT = (245.0, 205.0)
_FLAT = (4.0, 18.0)  # standard deviation of grey
_YAW = (60.0, 15.0)  # degrees
_PITCH = (45.0, 15.0)
_ROLL = (90.0, 35.0)
_INSIDE = (slice(20, 105), slice(18, 94))  # of an aligned face: brows to chin, ear to ear
_NOSE_DOWN = 0.54  # where the nose tip lies between eyes (0) and mouth (1) when looking straight ahead
_NOSE_OUT = 0.6  # how far the nose tip stands out, in distances from eyes to mouth


class Advice(StrEnum):
    """What the person before the camera can do, most helpful first; the values are English."""

    MOVE_IN = "move into the picture"
    COME_CLOSER = "come closer"
    MORE_LIGHT = "more light"
    LESS_LIGHT = "less light"
    HOLD_STILL = "hold still"
    LOOK_HERE = "look at the camera"
    UPRIGHT = "hold your head upright"


@dataclass(frozen=True, slots=True)
class Pose:
    """Degrees, roughly, from five landmarks: `yaw` to the picture's right, `pitch` up, `roll` clockwise."""

    yaw: float
    pitch: float
    roll: float

    @property
    def frontal(self) -> bool:
        """Whether the face looks towards the camera well enough for a template."""
        return abs(self.yaw) <= 25 and abs(self.pitch) <= 22 and abs(self.roll) <= 45


@dataclass(frozen=True, slots=True)
class Quality:
    """`score` and its parts lie between 0 and 1; `advice` is empty where nothing is amiss."""

    score: float
    size: float
    blur: float
    """1 is sharp."""
    light: float
    pose: float
    """1 is frontal."""
    angles: Pose
    advice: tuple[Advice, ...]

    @property
    def frontal(self) -> bool:
        """Whether the face looks towards the camera."""
        return self.angles.frontal


def assess(picture: Picture, face: Face, aligned: Picture | None = None) -> Quality:
    """The quality of a face in a picture; `aligned` spares cutting it where that has been done already.

    Score is the product of the parts: any one of them alone makes a face useless.
    """
    cut = align(picture, face.landmarks) if aligned is None else aligned
    inner = cv2.cvtColor(np.ascontiguousarray(cut[_INSIDE]), cv2.COLOR_RGB2GRAY)
    means, deviations = cv2.meanStdDev(inner)
    mean, deviation = float(means[0, 0]), float(deviations[0, 0])
    edges = float(cv2.meanStdDev(cv2.Laplacian(inner, cv2.CV_16S))[1][0, 0])
    detail = (edges / max(deviation, 1.0)) ** 2

    height, width = picture.shape[:2]
    eyes = float(np.hypot(*(face.landmarks[1] - face.landmarks[0])))
    size = _ramp(eyes, _SIZE)
    blur = _ramp(math.log(max(detail, 1e-9)), (math.log(_SHARP[0]), math.log(_SHARP[1])))
    dark, bright, flat = _ramp(mean, _DARK), _ramp(mean, _BRIGHT), _ramp(deviation, _FLAT)
    light = min(dark, bright, flat)
    angles = pose(face.landmarks)
    towards = min(_ramp(abs(angles.yaw), _YAW), _ramp(abs(angles.pitch), _PITCH))
    upright = _ramp(abs(angles.roll), _ROLL)
    whole = ((face.landmarks >= 0) & (face.landmarks <= [width - 1, height - 1])).all()

    amiss = {
        Advice.MOVE_IN: not whole,
        Advice.COME_CLOSER: size < 0.5,
        Advice.MORE_LIGHT: dark < 0.6 or (flat < 0.5 and mean < 128),
        Advice.LESS_LIGHT: bright < 0.6,
        Advice.HOLD_STILL: blur < 0.45 and size >= 0.5,  # a distant face is blurred because it is small
        Advice.LOOK_HERE: towards < 0.6,
        Advice.UPRIGHT: upright < 0.6,
    }
    return Quality(
        score=size * blur * light * towards * upright * (1.0 if whole else 0.5),
        size=size,
        blur=blur,
        light=light,
        pose=towards * upright,
        angles=angles,
        advice=tuple(advice for advice, wrong in amiss.items() if wrong),
    )


def pose(landmarks: Points) -> Pose:
    """Where the head is turned, from where the nose tip lies beside the line from eyes to mouth.

    A face is taken as a plane of eyes and mouth with the nose standing out by _NOSE_OUT of the distance from
    eyes to mouth. Turned aside the tip moves by the sine of the angle; nodded, by its tangent, because the
    distance that is measured by shortens too. Good to some ten degrees, and less beyond 45.
    """
    points = landmarks.astype(np.float64)
    left, right, nose, mouth = points[0], points[1], points[2], (points[3] + points[4]) / 2
    middle = (left + right) / 2
    across = right - left
    eyes = float(np.hypot(across[0], across[1]))
    down = mouth - middle
    length = float(np.hypot(down[0], down[1]))
    if eyes < 1e-6 or length < 1e-6:
        return Pose(90.0, 0.0, 0.0)  # all in one place: nothing to be seen of a face
    unit = down / length
    tip = nose - middle
    along = float(tip @ unit) / length
    # Perpendicular to eyes-to-mouth, positive to the right of an upright face; a profile's eyes close up, so
    # the distance from eyes to mouth, about as long in most faces, is the steadier measure.
    beside = float(tip[0] * unit[1] - tip[1] * unit[0]) / length
    return Pose(
        yaw=math.degrees(math.asin(min(1.0, max(-1.0, beside / _NOSE_OUT)))),
        pitch=math.degrees(math.atan((_NOSE_DOWN - along) / _NOSE_OUT)),
        roll=math.degrees(math.atan2(across[1], across[0])),
    )


def _ramp(value: float, ends: tuple[float, float]) -> float:
    """0 at the first end, 1 at the second, straight between."""
    low, high = ends
    return min(1.0, max(0.0, (value - low) / (high - low)))
