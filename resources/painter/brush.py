"""Brushes: strokes of many bristles that follow a flow, paint that stands up from the canvas, and its light.

After Haeberli 1990, "Paint by numbers", and Hertzmann 1998, "Painterly rendering with curved brush strokes of
multiple sizes"; the relief after Hertzmann 2002, "Fast paint texture".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from painter.field import Chance, Colours, Field, blurred, grain, pick, slopes, varied

_SHIFT = 4  # OpenCV draws with fixed-point coordinates of so many fractional bits


@dataclass(slots=True)
class Canvas:
    """Wet paint: its colour and how high it stands, both 8 bits so that OpenCV draws smooth edges."""

    colour: NDArray[np.uint8]
    height: NDArray[np.uint8]

    @classmethod
    def primed(cls, ground: Colours) -> Canvas:
        """A canvas with a thin first coat."""
        return cls(np.ascontiguousarray(to_bytes(ground)), np.full(ground.shape[:2], 90, np.uint8))


@dataclass(frozen=True, slots=True)
class Brush:
    """How a layer is painted; lengths in pixels, jitters as shares of the full range."""

    width: float
    length: float
    apart: float
    bristles: int = 9
    hue: float = 0.03
    light: float = 0.06
    dry: float = 0.12  # share of bristles that leave no paint
    load: float = 1.0  # how high the paint stands
    turn: float = 0.12  # deviation of the direction, in radians


def to_bytes(picture: Colours) -> NDArray[np.uint8]:
    """0..1 to 0..255."""
    return np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)


def paths(
    starts: NDArray[np.float32], angle: Field, length: float, turn: NDArray[np.float32]
) -> NDArray[np.float32]:
    """(n, k, 2): lines of about `length` pixels through the starts that follow the angles, both ways."""
    count = max(3, int(length / 6))
    pace = length / (2 * count)
    halves = []
    for sign in (-1.0, 1.0):
        place, found = starts.copy(), []
        for _ in range(count):
            way = pick(angle, place) + turn
            place = place + sign * pace * np.stack((np.cos(way), np.sin(way)), axis=1).astype(np.float32)
            found.append(place)
        halves.append(found)
    return np.stack([*reversed(halves[0]), starts, *halves[1]], axis=1)


def paint(
    canvas: Canvas, model: Colours, angle: Field, brush: Brush, chance: Chance, where: Field | None = None
) -> None:
    """Cover the canvas with strokes in the model's colours; `where` is how likely a stroke is at a place."""
    side = model.shape[0]
    total = int(((side + 2 * brush.width) / brush.apart) ** 2)
    starts = chance.uniform(-brush.width, side + brush.width, (total, 2)).astype(np.float32)
    if where is not None:
        starts = starts[chance.random(total) < pick(where, starts)]
    turn = chance.normal(0, brush.turn, len(starts)).astype(np.float32)
    lines = paths(starts, angle, brush.length, turn)
    colours = varied(pick(model, starts), chance, brush.hue, brush.light)
    for line, colour in zip(lines, colours, strict=True):
        stroke(canvas, line, colour, brush, chance)


def stroke(canvas: Canvas, line: NDArray[np.float32], colour: Colours, brush: Brush, chance: Chance) -> None:
    """One stroke: bristles side by side, each with its own tone, height, start and end."""
    way = np.gradient(line, axis=0)
    across = np.stack((-way[:, 1], way[:, 0]), axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-6)
    count = len(line)
    width = brush.width * chance.uniform(0.7, 1.25)
    thick = max(1, round(1.5 * width / brush.bristles))
    tones = chance.normal(1, 0.07, brush.bristles)
    lean = chance.normal(0, 0.05)  # paint taken up on one side of the brush
    order = chance.permutation(brush.bristles)
    for bristle in order:
        if chance.random() < brush.dry:
            continue
        share = 2 * (bristle + 0.5) / brush.bristles - 1
        bow = np.sqrt(max(0.0, 1 - share * share))
        slack = int(count * (0.06 + 0.22 * (1 - bow)))
        first = int(chance.integers(0, slack + 1))
        last = count - int(chance.integers(0, slack + 1))
        if last - first < 2:
            continue
        points = line[first:last] + across[first:last] * (share * width / 2)
        fixed = np.rint(points * (1 << _SHIFT)).astype(np.int32)[:, None, :]
        tone = tones[bristle] + lean * share
        shade = tuple(float(v) for v in np.clip(colour * tone, 0, 1) * 255)
        cv2.polylines(canvas.colour, [fixed], False, shade, thick, cv2.LINE_AA, _SHIFT)
        high = 90 + brush.load * (70 * bow + 60 * (chance.random() - 0.35) + 25 * (abs(share) > 0.7))
        cv2.polylines(canvas.height, [fixed], False, float(np.clip(high, 0, 255)), thick, cv2.LINE_AA, _SHIFT)


def lit(canvas: Canvas, relief: float, gloss: float, chance: Chance, weave: float = 0.0) -> Colours:
    """The canvas under a lamp from the upper left: ridges of paint catch the light and throw shade."""
    side = canvas.height.shape[0]
    height = blurred(canvas.height.astype(np.float32) / 255, 1.0)
    if weave > 0:
        height += weave * linen(side)
    right, down = slopes(height)
    facing = -(right + down) * relief
    shade = 1 + np.clip(facing, -0.38, 0.42)
    picture = canvas.colour.astype(np.float32) / 255 * shade[..., None]
    shine = np.clip(facing - 0.16, 0, 1) ** 1.5 * gloss
    picture = picture + shine[..., None] * np.array([1, 0.97, 0.9], np.float32)
    return np.clip(picture + 0.008 * grain(side, chance)[..., None], 0, 1).astype(np.float32)


def linen(side: int, pitch: float = 6.0) -> Field:
    """The relief of woven linen, 0..1."""
    line = np.arange(side, dtype=np.float32) * (2 * np.pi / pitch)
    x, y = np.meshgrid(line, line)
    over = np.sin(x / 2) * np.sin(y / 2) > 0
    return np.where(over, 0.5 + 0.5 * np.cos(x), 0.5 + 0.5 * np.cos(y)).astype(np.float32)
