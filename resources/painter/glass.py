"""Pictures put together from pieces: leaded glass, a mosaic floor, facets of a still life."""

from __future__ import annotations

import numpy as np

from desktop.opencv import cv2
from painter.brush import Brush, Canvas, lit, paint
from painter.field import (
    Chance,
    Colours,
    blurred,
    cells,
    edges,
    grain,
    grid,
    hexed,
    mixed,
    noise,
    pick,
    ramp,
    scattered,
    slopes,
    step,
    varied,
)


def rose_window(side: int, chance: Chance) -> Colours:
    """Coloured glass in lead: petals around a sun, light falling through."""
    x, y = grid(side)
    unit = side / 768
    cx, cy = 0.5, 0.47
    seeds: list[tuple[float, float]] = [(cx, cy)]
    tints: list[np.ndarray] = [hexed("ffd75a")[0]]
    rings = (
        (0.075, 8, "f6a21f ffd257"),
        (0.14, 12, "d8341f f0641f"),
        (0.21, 16, "8f1f3f c8284f 5f1f6f"),
        (0.285, 24, "1f3f9f 2f6fd0 1f2f6f"),
        (0.355, 24, "2f9fd0 1f8f9f f0c84f 2f9fd0"),
        (0.435, 32, "1f6f5a 3f9f4f 1f4f6f 9fc84f"),
        (0.52, 36, "6f2f8f 9f3f6f 3f2f8f d85f4f"),
        (0.61, 40, "1f4f9f 2f7fb0 1f9f9f"),
        (0.70, 44, "b8402f e08f2f 8f2f3f"),
    )
    for number, (radius, count, palette) in enumerate(rings):
        colours = hexed(palette)
        for place in range(count):
            angle = 2 * np.pi * (place + 0.5 * (number % 2)) / count + chance.normal(0, 0.012)
            away = radius * (1 + chance.normal(0, 0.012))
            seeds.append((cx + away * np.cos(angle), cy + away * np.sin(angle)))
            tints.append(colours[place % len(colours)])
    # Stones beyond the frame would be pressed into its border.
    inside = [place for place, seed in enumerate(seeds) if all(0.0 < value < 1.0 for value in seed)]
    seeds, tints = [seeds[place] for place in inside], [tints[place] for place in inside]
    names, near = cells(side, np.array(seeds, np.float32) * side)
    lead = edges(names)
    table = varied(np.array(tints, np.float32), chance, 0.035, 0.07)
    glass = table[names]
    streaks = noise(side, 5, chance, 5)
    seedy = grain(side, chance, 1.6 * unit)
    pieces = chance.uniform(0.78, 1.22, len(tints)).astype(np.float32)[names]
    tilt = chance.uniform(-1, 1, (len(tints), 2)).astype(np.float32)[names]
    offset = np.stack((x, y), axis=2) - np.array(seeds, np.float32)[names]
    slope = 1 + 3.2 * (tilt * offset).sum(axis=2)
    hot = np.exp(-((np.hypot(x - cx, y - cy) / 0.42) ** 2))
    light = (0.45 + 0.75 * streaks) * pieces * slope * (0.74 + 0.85 * hot)
    picture = np.clip(glass, 0.01, 1) ** 0.9 * light[..., None] + 0.09 * np.clip(light - 0.8, 0, 1)[..., None]
    right, down = slopes(blurred(seedy + 1.6 * noise(side, 60, chance, 3), 1.2 * unit))
    picture = picture * (1 + 0.35 * np.clip(right + down, -0.5, 0.5))[..., None]
    paint_lines = step(0.0, 1.0, np.sin(near / (3.4 * unit)) - 0.2) * (chance.random(len(tints)) < 0.3)[names]
    picture = picture * (1 - 0.55 * paint_lines)[..., None]
    wide = (3.6 + 2.4 * chance.random(len(tints)).astype(np.float32)[names] * 0.4) * unit
    halo = np.exp(-((lead / (9 * unit)) ** 2))
    picture = picture * (1 - 0.45 * halo)[..., None]
    came = 1 - step(0.85, 1.15, lead / wide)
    round_lead = np.sqrt(np.clip(1 - (lead / (wide * 1.1)) ** 2, 0, 1)).astype(np.float32)
    right, down = slopes(blurred(round_lead, 1.0 * unit))
    metal = 0.09 + 0.5 * np.clip(-(right + down), 0, 1) + 0.03 * noise(side, 50, chance)
    picture = mixed(
        picture.astype(np.float32), (metal[..., None] * np.array([0.9, 0.95, 1.05])).astype(np.float32), came
    )
    bloom = blurred(np.clip(picture - 0.7, 0, 1), 7 * unit)
    return np.clip(picture + 0.8 * bloom, 0, 1).astype(np.float32)


def mosaic(side: int, chance: Chance) -> Colours:
    """Two fish in a sea of small stones set along the waves."""
    x, y = grid(side)
    unit = side / 768
    swell = noise(side, 2.5, chance, 3)
    sea = ramp(
        hexed("0f2f4f 1f5f7f 2f8f9f 7fc0b0 e8e0c0"),
        0.5 + 0.42 * np.sin(16 * y + 5 * np.sin(5 * x) + 4 * swell) * 0.9,
    )
    picture = sea
    guide = (16 * y + 5 * np.sin(5 * x) + 4 * swell).astype(np.float32) / 16
    for fx, fy, size, face, palette in (
        (0.40, 0.34, 0.30, 1, "7f1f1f c83f1f f0802f f8c84f fff0c0"),
        (0.62, 0.70, 0.26, -1, "3f1f5f 8f2f5f d85f5f f8b08f fff0d8"),
    ):
        u, v = (x - fx) / size * face, (y - fy) / size
        v = v + 0.12 * np.sin(2.2 * u)
        body = np.clip(1 - (u / 0.95) ** 2, 0, 1) ** 0.8 * 0.46 - np.abs(v) - 0.3 * (np.abs(u) > 0.94)
        tail = 0.5 * np.clip(-u - 0.7, 0, 0.62) + 0.03 - np.abs(v) * 0.62
        tail = np.minimum(tail, np.minimum(u + 1.42, -0.6 - u))
        fin = np.minimum(0.30 - np.abs(u + 0.05 + 0.5 * (v + 0.6)), np.minimum(v + 0.74, -0.3 - v))
        shape = np.maximum(np.maximum(body, tail), fin)
        inside = step(-0.01, 0.01, shape)
        scales = 0.5 + 0.5 * np.sin(24 * u) * np.cos(24 * v)
        fish = ramp(hexed(palette), 0.15 + 1.1 * np.clip(shape, 0, 0.4) + 0.3 * scales)
        outline = (1 - step(0.018, 0.03, np.abs(shape))) * (np.abs(u + 0.2) < 1.18)
        fish = mixed(fish, np.broadcast_to(hexed("201020")[0], fish.shape), outline)
        eye = np.hypot(u - 0.62, v + 0.06)
        fish = mixed(fish, np.broadcast_to(hexed("fff8e0")[0], fish.shape), 1 - step(0.085, 0.1, eye))
        fish = mixed(fish, np.broadcast_to(hexed("101020")[0], fish.shape), 1 - step(0.045, 0.06, eye))
        picture = mixed(picture, fish, np.maximum(inside, outline * (shape > -0.03)))
        near = np.exp(-((np.clip(-shape, 0, 9) / 0.22) ** 2)).astype(np.float32)
        guide = guide * (1 - near) + near * (fy + size * shape).astype(np.float32)
    frame = np.minimum(np.minimum(x, 1 - x), np.minimum(y, 1 - y))
    border = hexed("6f1f1f e8d8b0 1f3f5f d8a03f")[np.clip((frame / 0.0167).astype(int), 0, 3)]
    picture = mixed(picture, border, (frame < 0.066).astype(np.float32))
    guide = np.where(frame < 0.066, frame, guide).astype(np.float32)
    right, down = slopes(blurred(guide, 6 * unit))
    angle = np.arctan2(down, right)
    # Stones are laid row by row: scattered points that push each other apart in a turned, square metric.
    stone = 13.0 * unit
    points = scattered(side, stone * 0.98, chance)
    names = np.zeros((side, side), np.intp)
    best = np.full((side, side), 1e9, np.float32)
    way = pick(angle, points)
    reach = int(stone * 1.6)
    for number, (place, turn) in enumerate(zip(points, way, strict=True)):
        left, top = int(place[0]) - reach, int(place[1]) - reach
        x0, x1, y0, y1 = max(0, left), min(side, left + 2 * reach), max(0, top), min(side, top + 2 * reach)
        if x1 <= x0 or y1 <= y0:
            continue
        dx = np.arange(x0, x1, dtype=np.float32)[None, :] - place[0]
        dy = np.arange(y0, y1, dtype=np.float32)[:, None] - place[1]
        cos, sin = np.cos(turn), np.sin(turn)
        away = np.maximum(np.abs(cos * dx + sin * dy), np.abs(cos * dy - sin * dx))
        block = best[y0:y1, x0:x1]
        nearer = away < block
        block[nearer] = away[nearer]
        names[y0:y1, x0:x1][nearer] = number
    gap = edges(names)
    tints = varied(pick(picture, points), chance, 0.035, 0.07)
    tilt = chance.normal(0, 1, (len(points), 2)).astype(np.float32)
    stones = tints[names]
    lean = tilt[names]
    column, row = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
    offset = np.stack((column, row), axis=2) - points[names]
    shade = 1 + 0.05 * lean.sum(axis=2) + 0.012 / unit * (lean * offset).sum(axis=2) * 0.5
    bevel = np.clip(gap / (3.2 * unit), 0, 1)
    right, down = slopes(blurred(bevel, 0.8 * unit))
    shade = shade - 0.55 * (right + down) + 0.05 * grain(side, chance, 0.8 * unit)
    mortar = ramp(hexed("3f3830 6f675a"), noise(side, 30, chance))
    joint = 1 - step(0.9 * unit, 2.0 * unit, gap)
    glint = (np.clip(lean[..., 0] - 1.1, 0, 1) * 0.25)[..., None]
    return np.clip(mixed((stones * shade[..., None] + glint).astype(np.float32), mortar, joint), 0, 1)


def facets(side: int, chance: Chance) -> Colours:
    """A guitar, a bottle and a table seen from all sides at once: planes that cut each other, in oil."""
    x, y = grid(side)
    unit = side / 768
    palette = hexed("2a2420 4a3f35 7a6248 a8865a cfb183 e6d7b4 8a8f86 5f6d6f 35454c b5653a 6f3323 d8a45a")
    tone = 0.45 + 0.5 * (noise(side, 2.5, chance, 2) - 0.5) - 0.25 * np.hypot(x - 0.5, y - 0.5)
    picture = ramp(hexed("4a463f 8a8270 c8b894 e8dcbc"), tone)
    turns = np.deg2rad(np.array([8, 28, 62, 90, 118, 152, 172]))
    angle = np.zeros((side, side), np.float32)
    lines = np.zeros((side, side), np.float32)
    often = np.array([6, 7, 9, 11, 12, 10, 9, 9, 8, 9, 4, 6]) / 100
    for number in range(190):
        size = 0.46 * (1 - number / 230) + 0.04
        px, py = np.clip(chance.normal(0.5, 0.27, 2), -0.05, 1.05)
        near = np.full((side, side), 9.0, np.float32)
        first = chance.choice(turns)
        for quarter in range(4):
            turn = first + quarter * np.pi / 2 + chance.normal(0, 0.22)
            away = size * chance.uniform(0.22, 0.6) - (np.cos(turn) * (x - px) + np.sin(turn) * (y - py))
            near = np.minimum(near, away)
        inside = near > 0
        colour = palette[int(chance.choice(len(palette), p=often))] * chance.uniform(0.85, 1.15)
        way = chance.choice(turns)
        fade = 0.5 + (np.cos(way) * (x - px) + np.sin(way) * (y - py)) / size * 1.4
        share = (np.clip(0.2 + 0.9 * fade, 0, 1) * inside * chance.uniform(0.7, 1.0)).astype(np.float32)
        picture = mixed(picture, np.broadcast_to(np.clip(colour, 0, 1), picture.shape), share)
        angle = np.where(share > 0.4, np.float32(way), angle)
        lines = lines * (1 - share)
        rim = np.exp(-((near / 0.0032) ** 2)) * np.clip(0.3 + fade, 0, 1)
        lines = np.maximum(lines, rim * chance.uniform(0.3, 0.95)).astype(np.float32)
        edge = np.exp(-(((near - 0.011) / 0.006) ** 2)) * inside * 0.5 * (chance.random() < 0.35)
        picture = mixed(picture, np.broadcast_to(hexed("f3ead2")[0], picture.shape), edge.astype(np.float32))
    sketch = np.zeros((side, side), np.uint8)

    def curve(points: np.ndarray, thick: float) -> None:
        fixed = np.rint(points * side * 16).astype(np.int32)[:, None, :]
        cv2.polylines(sketch, [fixed], False, 255, max(1, round(thick * unit)), cv2.LINE_AA, 4)

    t = np.linspace(0, 2 * np.pi, 200)
    for shift in (-0.05, 0.035):
        waist = 1 - 0.28 * np.exp(-(((np.sin(t) + 0.12) / 0.3) ** 2))
        curve(
            np.stack((0.46 + shift + 0.20 * np.cos(t) * waist, 0.56 + 0.30 * np.sin(t) + shift), axis=1)[
                : 150 if shift > 0 else 110
            ],
            3,
        )
    curve(np.stack((0.46 + 0.055 * np.cos(t), 0.53 + 0.055 * np.sin(t)), axis=1), 4)
    curve(np.stack((0.44 + 0.08 * np.cos(t), 0.50 + 0.08 * np.sin(t)), axis=1)[:90], 2)
    for string in range(6):
        curve(np.array([[0.425 + 0.014 * string, 0.80], [0.44 + 0.009 * string + 0.1, 0.06]]), 1)
    for fret in np.linspace(0.1, 0.38, 7):
        curve(np.array([[0.49, fret], [0.60, fret - 0.02]]), 2)
    bottle = np.array(
        [
            [0.72, 0.85],
            [0.72, 0.48],
            [0.735, 0.42],
            [0.765, 0.37],
            [0.765, 0.22],
            [0.81, 0.22],
            [0.81, 0.37],
            [0.84, 0.42],
            [0.855, 0.48],
            [0.855, 0.85],
        ]
    )
    curve(bottle, 3)
    curve(bottle[:7] + np.array((0.03, 0.02)), 2)
    canvas = Canvas.primed(picture)
    paint(
        canvas,
        picture,
        angle,
        Brush(13 * unit, 30 * unit, 7 * unit, 9, 0.008, 0.028, dry=0.2, turn=0.08),
        chance,
    )
    paint(
        canvas,
        picture,
        angle,
        Brush(9 * unit, 18 * unit, 5 * unit, 7, 0.01, 0.03, dry=0.15, turn=0.08),
        chance,
    )
    found = lit(canvas, 2.2, 0.25, chance, 0.04)
    chalky = np.clip(0.82 + 0.12 * grain(side, chance, 1.0 * unit), 0, 1)
    drawn = np.maximum(lines, sketch.astype(np.float32) / 255 * 0.95) * chalky
    ink = np.broadcast_to(hexed("1d1814")[0], found.shape)
    return np.clip(mixed(found, ink, np.clip(drawn, 0, 0.92)), 0, 1)
