"""What a painting is laid out with: noise, flows, cells and palettes, all from a seeded generator.

Pictures are (height, width, 3) float32 RGB 0..1, fields (height, width) float32; sides are in pixels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.opencv import cv2

Field = NDArray[np.float32]
Colours = NDArray[np.float32]
Chance = np.random.Generator


def grid(side: int) -> tuple[Field, Field]:
    """x and y of every pixel, 0..1."""
    line = (np.arange(side, dtype=np.float32) + 0.5) / side
    x, y = np.meshgrid(line, line)
    return x, y


def noise(side: int, cells: float, chance: Chance, octaves: int = 5, fall: float = 0.5) -> Field:
    """Cloudy noise, 0..1, whose largest lumps are 1 / cells of the side."""
    total = np.zeros((side, side), np.float32)
    weight = 1.0
    for _ in range(octaves):
        if cells > side / 2:
            break
        count = max(2, int(np.ceil(cells)) + 3)
        lumps = chance.standard_normal((count, count)).astype(np.float32)
        size = int(np.ceil(side * count / cells))
        wide = cv2.resize(lumps, (size, size), interpolation=cv2.INTER_CUBIC)
        start = side // max(2, int(cells))
        start = min(start, size - side)
        total += weight * wide[start : start + side, start : start + side]
        cells, weight = cells * 2, weight * fall
    low, high = np.percentile(total, (0.5, 99.5))
    return np.clip((total - low) / (high - low), 0, 1).astype(np.float32)


def grain(side: int, chance: Chance, size: float = 0.0) -> Field:
    """Fine noise around 0 with deviation 1, blurred over `size` pixels."""
    values = chance.standard_normal((side, side)).astype(np.float32)
    if size > 0:
        values = cv2.GaussianBlur(values, (0, 0), size)
        values /= values.std()
    return values


def hexed(text: str) -> Colours:
    """Colours from "1a2b3c 4d5e6f": (n, 3)."""
    return np.array(
        [[int(word[k : k + 2], 16) / 255 for k in (0, 2, 4)] for word in text.split()], np.float32
    )


def ramp(palette: Colours, place: Field) -> Colours:
    """The colour at each place (0..1) of a palette laid out evenly."""
    at = np.clip(place, 0, 1) * (len(palette) - 1)
    low = np.minimum(at.astype(int), len(palette) - 2)
    part = (at - low)[..., None]
    return (palette[low] * (1 - part) + palette[low + 1] * part).astype(np.float32)


def mixed(under: Colours, over: Colours, much: Field) -> Colours:
    """`over` laid on `under`, as much of it as the field says."""
    share = np.clip(much, 0, 1)[..., None]
    return (under * (1 - share) + over * share).astype(np.float32)


def step(low: float, high: float, value: Field) -> Field:
    """0 below low, 1 above high, smooth between."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)


def blurred(field: NDArray[np.float32], size: float) -> NDArray[np.float32]:
    """The field softened over `size` pixels."""
    return np.asarray(cv2.GaussianBlur(field, (0, 0), size, borderType=cv2.BORDER_REFLECT), np.float32)


def slopes(field: Field) -> tuple[Field, Field]:
    """How the field changes to the right and downwards."""
    return (
        np.asarray(cv2.Scharr(field, cv2.CV_32F, 1, 0), np.float32) / 32,
        np.asarray(cv2.Scharr(field, cv2.CV_32F, 0, 1), np.float32) / 32,
    )


def along(field: Field) -> Field:
    """The angle that runs along the field's contours, in radians."""
    right, down = slopes(field)
    return np.arctan2(right, -down).astype(np.float32)


def warped(picture: NDArray[np.float32], right: Field, down: Field) -> NDArray[np.float32]:
    """The picture with every pixel taken from `right` and `down` pixels away."""
    side = picture.shape[0]
    line = np.arange(side, dtype=np.float32)
    x, y = np.meshgrid(line, line)
    found = cv2.remap(picture, x + right, y + down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(found, np.float32)


def cells(side: int, points: NDArray[np.float32]) -> tuple[NDArray[np.intp], Field]:
    """Which of the points (n, 2: x, y in pixels) is nearest to each pixel, and how far away it is."""
    seeds = np.full((side, side), 255, np.uint8)
    place = np.clip(np.rint(points).astype(int), 0, side - 1)
    seeds[place[:, 1], place[:, 0]] = 0
    away, labels = cv2.distanceTransformWithLabels(seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    name = np.zeros(labels.max() + 1, np.intp)
    name[labels[place[:, 1], place[:, 0]]] = np.arange(len(points))
    return name[labels], np.asarray(away, np.float32)


def edges(names: NDArray[np.intp]) -> Field:
    """The distance of each pixel, in pixels, to the nearest border between two cells."""
    border = np.zeros(names.shape, bool)
    for axis in (0, 1):
        other = np.roll(names, 1, axis)
        border |= other != names
    border[0], border[:, 0] = False, False
    return np.asarray(cv2.distanceTransform((~border).astype(np.uint8), cv2.DIST_L2, 5), np.float32)


def scattered(side: int, apart: float, chance: Chance) -> NDArray[np.float32]:
    """Points (n, 2) about `apart` pixels from each other: a jittered honeycomb, in a chance order."""
    found: list[tuple[float, float]] = []
    for row, y in enumerate(np.arange(-apart, side + apart, apart * 0.87)):
        for x in np.arange(-apart, side + apart, apart) + (row % 2) * apart / 2:
            found.append((x, y))
    points = np.array(found, np.float32)
    points += chance.uniform(-0.38, 0.38, points.shape).astype(np.float32) * apart
    chance.shuffle(points)
    return points


def pick(values: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    """The values of a field or picture at points; outside, those of the border."""
    side = values.shape[0]
    place = np.clip(points.astype(int), 0, side - 1)
    return np.asarray(values[place[..., 1], place[..., 0]])


def varied(colour: Colours, chance: Chance, hue: float, light: float) -> Colours:
    """Colours (n, 3) with a little chance in each: broken colour."""
    count = len(colour)
    changed = colour + chance.normal(0, hue, (count, 3)).astype(np.float32)
    return np.clip(changed * (1 + chance.normal(0, 1, (count, 1)).astype(np.float32) * light * 2), 0, 1)
