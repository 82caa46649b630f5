"""Needlework: flowers in silk on black cloth."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2
from painter.brush import linen
from painter.field import Chance, Colours, blurred, hexed, ramp, slopes


def embroidery(side: int, chance: Chance) -> Colours:
    """Peonies in silk on black cloth: satin stitches along every petal, with the sheen of thread."""
    unit = side / 768
    base = hexed("14161f")[0]
    cloth = np.broadcast_to(base, (side, side, 3)) * (0.75 + 0.5 * linen(side, 4.5 * unit))[..., None]
    canvas = np.ascontiguousarray(np.rint(np.clip(cloth, 0, 1) * 255).astype(np.uint8))
    height = np.zeros((side, side), np.uint8)

    def stitches(
        outline_to: NDArray[np.float32], outline_from: NDArray[np.float32], tones: Colours, thick: float
    ) -> None:
        """Threads from one line to another, side by side."""
        count = len(outline_to)
        for thread in chance.permutation(count):
            start, end = outline_from[thread], outline_to[thread]
            jitter = chance.normal(0, 0.6 * unit, (2, 2)).astype(np.float32)
            long = np.hypot(*(end - start))
            cuts = max(1, int(long / (46 * unit)))
            marks = np.sort(
                np.clip(
                    np.linspace(0, 1, cuts + 1)
                    + chance.normal(0, 0.16 / cuts, cuts + 1) * (np.arange(cuts + 1) % cuts > 0),
                    0,
                    1,
                )
            )
            for first, last in itertools.pairwise(marks):
                a, b = start + (end - start) * first + jitter[0], start + (end - start) * last + jitter[1]
                at = (first + last) / 2
                tone = ramp(tones, np.array([at + chance.normal(0, 0.07)], np.float32))[0] * chance.normal(
                    1, 0.07
                )
                points = np.rint(np.stack((a, b)) * 16).astype(np.int32)[:, None, :]
                cv2.polylines(
                    canvas,
                    [points],
                    False,
                    tuple(float(v) * 255 for v in np.clip(tone * 0.82, 0, 1)),
                    max(2, round(thick * unit)),
                    cv2.LINE_AA,
                    4,
                )
                cv2.polylines(
                    canvas,
                    [points],
                    False,
                    tuple(float(v) * 255 for v in np.clip(tone * 1.12 + 0.03, 0, 1)),
                    max(1, round(0.45 * thick * unit)),
                    cv2.LINE_AA,
                    4,
                )
                swell = float(np.clip(150 + 60 * chance.random(), 0, 255))
                cv2.polylines(
                    height, [points], False, swell, max(1, round(0.7 * thick * unit)), cv2.LINE_AA, 4
                )

    def petal(cx: float, cy: float, turn: float, long: float, wide: float, tones: Colours) -> None:
        t = np.linspace(-1, 1, int(wide * side / (1.15 * unit)))
        rim = long * (0.86 + 0.14 * np.cos(3 * np.pi * t)) * np.sqrt(np.clip(1 - 0.55 * t * t, 0, 1))
        root = np.stack((0.12 * long + 0 * t, 0.28 * wide * t), axis=1)
        tip = np.stack((rim, wide * t), axis=1)
        spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        place = np.array([cx, cy])
        stitches(
            ((place + tip @ spin) * side).astype(np.float32),
            ((place + root @ spin) * side).astype(np.float32),
            tones,
            2.6,
        )

    def leaf(cx: float, cy: float, turn: float, long: float, tones: Colours) -> None:
        t = np.linspace(0, 1, int(long * side / (1.3 * unit)))
        spin = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        place = np.array([cx, cy])
        spine = np.stack((long * t, 0.1 * long * np.sin(np.pi * t)), axis=1)
        for sign in (-1.0, 1.0):
            reach = 0.26 * long * np.sin(np.pi * np.clip(t, 0, 1) ** 0.8)
            rim = spine + np.stack((0.7 * reach, sign * reach), axis=1)
            stitches(
                ((place + rim @ spin) * side).astype(np.float32),
                ((place + spine @ spin) * side).astype(np.float32),
                tones if sign > 0 else np.clip(tones * 0.78, 0, 1),
                2.4,
            )

    greens = [hexed("c8d86a 6f9f4a 2f6a3f"), hexed("8fc8a0 3f8a6a 1f4f4a"), hexed("e0d080 9a9a3a 4f6a2f")]
    for _ in range(150):
        leaf(
            chance.random(),
            chance.random(),
            chance.uniform(0, 2 * np.pi),
            chance.uniform(0.09, 0.17),
            greens[int(chance.integers(3))],
        )
    flowers = [
        (0.30, 0.30, 0.21, "fbe8e0 f2a0a8 d8486a 8a1f4a"),
        (0.72, 0.64, 0.24, "fff0c8 f8c05a e8702a 9a2a1f"),
        (0.76, 0.18, 0.15, "e8f0ff 8fb8f0 3f6fd0 2a2f7a"),
        (0.22, 0.76, 0.18, "f8e8ff c89ae0 8a4fb8 4a1f6a"),
        (0.50, 0.97, 0.13, "fbe8e0 f2a0a8 d8486a 8a1f4a"),
        (0.98, 0.42, 0.12, "fff8e8 f0e0b0 d0a860 7a5a2a"),
        (0.04, 0.50, 0.12, "fff0c8 f8c05a e8702a 9a2a1f"),
        (0.50, 0.52, 0.1, "e8f0ff 8fb8f0 3f6fd0 2a2f7a"),
    ]
    for cx, cy, size, palette in flowers:
        tones = hexed(palette)[::-1]
        for layer, (share, count) in enumerate(((1.0, 9), (0.78, 8), (0.54, 6), (0.34, 5))):
            start = chance.uniform(0, 2 * np.pi)
            for number in chance.permutation(count):
                turn = start + 2 * np.pi * number / count + chance.normal(0, 0.08)
                petal(
                    cx,
                    cy,
                    turn,
                    size * share * chance.uniform(0.9, 1.08),
                    size * share * 2.0 / count * 1.25,
                    np.clip(tones * (0.86 + 0.07 * layer), 0, 1),
                )
        for _ in range(46):
            away, turn = size * 0.13 * np.sqrt(chance.random()), chance.uniform(0, 2 * np.pi)
            spot = (int((cx + away * np.cos(turn)) * side * 16), int((cy + away * np.sin(turn)) * side * 16))
            cv2.circle(
                canvas,
                spot,
                int(2.4 * unit * 16),
                tuple(float(v) for v in chance.uniform(0.75, 1.0) * np.array([250, 205, 80])),
                -1,
                cv2.LINE_AA,
                4,
            )
            cv2.circle(height, spot, int(2.0 * unit * 16), 250.0, -1, cv2.LINE_AA, 4)
    found = canvas.astype(np.float32) / 255
    right, down = slopes(blurred(height.astype(np.float32) / 255, 0.9 * unit))
    facing = -(right + down)
    found = (
        found * (1 + 0.9 * np.clip(facing, -0.45, 0.5))[..., None]
        + 0.25 * np.clip(facing - 0.18, 0, 1)[..., None]
    )
    return np.clip(found, 0, 1).astype(np.float32)
