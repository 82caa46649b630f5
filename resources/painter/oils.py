"""Oil on canvas: a windy night over wheat, a pond with lilies, an autumn avenue laid on with the knife."""

from __future__ import annotations

import numpy as np

from painter.brush import Brush, Canvas, lit, paint
from painter.field import (
    Chance,
    Colours,
    along,
    blurred,
    grid,
    hexed,
    mixed,
    noise,
    ramp,
    step,
)


def night_wind(side: int, chance: Chance) -> Colours:
    """Blues that turn around lamps of gold, above a field of wheat."""
    x, y = grid(side)
    unit = side / 768
    flow = 0.9 * noise(side, 2.2, chance, 3) + 0.35 * y
    lamps = [
        (0.76, 0.17, 0.115),
        (0.3, 0.24, 0.085),
        (0.52, 0.09, 0.05),
        (0.1, 0.1, 0.045),
        (0.93, 0.43, 0.045),
    ]
    lamps += [(0.6, 0.38, 0.05), (0.13, 0.44, 0.04), (0.42, 0.46, 0.03)]
    glow = np.zeros((side, side), np.float32)
    rings = np.zeros((side, side), np.float32)
    stream = flow.copy()
    for across, down, size in lamps:
        away = np.hypot(x - across, y - down)
        near = np.exp(-((away / (2.3 * size)) ** 2)).astype(np.float32)
        stream = stream * (1 - near) + near * (away / size * 0.42)
        glow = np.maximum(glow, np.exp(-((away / (0.55 * size)) ** 2)))
        rings = np.maximum(rings, np.exp(-((away / (1.35 * size)) ** 2)))
    bands = 0.5 + 0.5 * np.sin(stream * 34)
    sky = ramp(
        hexed("0b1038 14246b 1d3f96 2d66b4 5a98c8 a9cfd0"), 0.14 + 0.52 * bands * (0.5 + 0.5 * y) + 0.2 * y
    )
    sky = mixed(
        sky,
        ramp(hexed("2a6f9e 9cc7a8 f0cf59 f6b62c"), 0.25 + 0.75 * rings),
        0.9 * step(0.12, 0.8, rings * (0.55 + 0.45 * bands)),
    )
    sky = mixed(sky, np.broadcast_to(hexed("fff3b8"), sky.shape), step(0.35, 0.9, glow))
    ridge = 0.66 + 0.05 * np.sin(7 * x + 1) + 0.03 * np.sin(17 * x)
    hills = ramp(
        hexed("0c1a3a 16386a 1f5a78 3d7f7a"), 0.5 + 1.6 * (y - ridge) + 0.35 * noise(side, 6, chance)
    )
    fields = 0.76 + 0.035 * np.sin(5 * x + 3.4)
    furrow = noise(side, 9, chance)
    wheat = ramp(hexed("5a2f12 a8641a d99a22 f2c53d fbe48a"), 0.2 + 0.75 * furrow)
    picture = mixed(mixed(sky, hills, step(-0.006, 0.006, y - ridge)), wheat, step(-0.006, 0.006, y - fields))
    ground = step(-0.01, 0.01, y - ridge)
    wind = along(blurred(stream, 5 * unit)) * (1 - ground)
    earth = (0.28 * np.cos(7 * x + 1) - 0.2) * ground
    stalks = step(0.0, 0.02, y - fields)
    angle = wind + earth * (1 - stalks) + stalks * (-1.15 + 0.5 * np.sin(9 * x + 6 * y))
    angle = angle.astype(np.float32)
    canvas = Canvas.primed(picture * 0.75)
    detail = (0.25 + 0.75 * np.maximum(rings, ground * 0.6)).astype(np.float32)
    paint(canvas, picture, angle, Brush(30 * unit, 110 * unit, 17 * unit, 12, 0.02, 0.06), chance)
    paint(canvas, picture, angle, Brush(17 * unit, 76 * unit, 10 * unit, 9, 0.03, 0.07), chance)
    paint(
        canvas,
        picture,
        angle,
        Brush(10 * unit, 46 * unit, 7 * unit, 6, 0.035, 0.09, load=1.2),
        chance,
        detail,
    )
    paint(
        canvas,
        np.clip(picture * 1.25 + 0.05, 0, 1),
        angle,
        Brush(6 * unit, 34 * unit, 9 * unit, 5, 0.04, 0.08, load=1.4),
        chance,
        0.3 + 0.5 * detail,
    )
    return lit(canvas, 2.6, 0.5, chance, 0.02)


def lily_pond(side: int, chance: Chance) -> Colours:
    """Water at evening that mirrors willows and a burning cloud, with islands of lilies on it."""
    x, y = grid(side)
    unit = side / 768
    depth = noise(side, 3, chance)
    water = ramp(
        hexed("0f2140 15405f 1f6272 2f7f7a 4f8f9a 6f7fb8 8f78b0"), 0.05 + 0.55 * y + 0.55 * (depth - 0.25)
    )
    fire = step(
        0.45, 0.85, noise(side, 2.6, chance, 4) * (1.15 - 0.5 * np.abs(x - 0.45) - 0.35 * np.abs(y - 0.45))
    )
    water = mixed(water, ramp(hexed("c8607a f0906a fbc87a fff0b8"), noise(side, 6, chance)), 0.85 * fire)
    curtain = np.clip(noise(side, 8, chance, 3)[:1] * 0.9 + 0.25 * np.sin(2.6 * np.pi * x + 0.8), 0, 1)
    willow = step(0.12, 0.34, curtain - 0.62 * y + 0.06 * (depth - 0.5) - 0.02)
    strands = ramp(
        hexed("0c1f2a 16402f 2f6f3a 6f9f3f b8c85a"),
        noise(side, 5, chance) * 0.6 + 0.4 * noise(side, 40, chance, 2)[:1],
    )
    water = mixed(water, strands, 0.92 * willow)
    pads = np.zeros((side, side), np.float32)
    bloom = np.zeros((side, side), np.float32)
    lit_side = np.zeros((side, side), np.float32)
    islands = [(0.22, 0.6), (0.68, 0.5), (0.5, 0.8), (0.86, 0.76), (0.12, 0.9), (0.4, 0.42), (0.9, 0.38)]
    for island in islands:
        for _ in range(int(6 + 9 * island[1])):
            down = island[1] + 0.055 * chance.normal()
            across = island[0] + 0.12 * chance.normal()
            size = (0.02 + 0.055 * down) * chance.uniform(0.7, 1.2)
            away = np.hypot((x - across) / size, (y - down) / (0.42 * size))
            shape = 1 - step(0.85, 1.05, away)
            pads = np.maximum(pads, shape)
            lit_side = np.where(shape > 0.5, np.clip(0.5 - (y - down) / size, 0, 1), lit_side)
            if chance.random() < 0.42:
                spot = np.hypot((x - across) / (0.5 * size), (y - down + 0.22 * size) / (0.34 * size))
                bloom = np.maximum(bloom, 1 - step(0.7, 1.05, spot))
    leaf = ramp(hexed("123a30 2a6a3f 5f9f4f a8c86a e8e09a"), 0.7 * lit_side + 0.4 * noise(side, 16, chance))
    picture = mixed(water, leaf, pads)
    picture = mixed(picture, ramp(hexed("c83f78 f088a8 fbd0d0 fffaf0"), noise(side, 24, chance)), bloom)
    angle = (
        0.12 * np.sin(12 * x + 5 * depth) * (1 - willow) + (1.5 + 0.22 * np.sin(9 * x)) * willow * (1 - pads)
    ).astype(np.float32)
    canvas = Canvas.primed(picture * 0.7 + 0.06)
    detail = (0.35 + 0.65 * np.maximum(pads, bloom)).astype(np.float32)
    paint(canvas, picture, angle, Brush(24 * unit, 84 * unit, 14 * unit, 11, 0.022, 0.04), chance)
    paint(canvas, picture, angle, Brush(14 * unit, 54 * unit, 9 * unit, 8, 0.03, 0.05), chance)
    paint(
        canvas,
        picture,
        angle,
        Brush(9 * unit, 26 * unit, 6.5 * unit, 6, 0.035, 0.06, load=1.2),
        chance,
        detail,
    )
    bright = np.clip(picture * 1.18 + 0.05, 0, 1)
    spark = (0.75 * np.maximum(bloom, 0.5 * fire * (1 - willow)) + 0.12 * pads).astype(np.float32)
    paint(canvas, bright, angle, Brush(7 * unit, 20 * unit, 7 * unit, 5, 0.03, 0.04, load=1.6), chance, spark)
    return lit(canvas, 2.4, 0.35, chance, 0.03)


def poppies(side: int, chance: Chance) -> Colours:
    """A hillside of poppies under a sky that burns: reds against blue-green, wind in the grass."""
    x, y = grid(side)
    unit = side / 768
    hill = 0.44 + 0.06 * np.sin(4 * x + 0.5) + 0.02 * np.sin(13 * x)
    stream = 1.5 * y + 0.55 * noise(side, 2.4, chance, 3) + 0.1 * np.sin(5 * x)
    bands = 0.5 + 0.5 * np.sin(stream * 30)
    evening = hexed("3f2a6a 7a3f86 c8506a f0784a f8a84a fbd878 fff0c0")
    picture = ramp(evening, (0.1 + 1.75 * y + 0.34 * (bands - 0.5) * (1 - y)).astype(np.float32))
    sun = np.hypot(x - 0.33, y - 0.3).astype(np.float32)
    picture = mixed(picture, np.broadcast_to(hexed("fff6d0"), picture.shape), np.exp(-((sun / 0.085) ** 4)))
    picture = mixed(
        picture, np.broadcast_to(hexed("fbc860"), picture.shape), 0.7 * np.exp(-((sun / 0.2) ** 2))
    )
    far = hill - 0.07 - 0.05 * noise(side, 5, chance, 3)
    trees = ramp(hexed("1f1f4a 2a3f6a 3f5f6a 6f7a5a"), noise(side, 14, chance) + 0.3 * (y - far))
    picture = mixed(picture, trees, step(-0.004, 0.004, y - far))
    ground = step(-0.004, 0.004, y - hill)
    near = np.clip((y - hill) / 0.5, 0, 1)
    meadow = ramp(
        hexed("12303f 1f5a55 3f7f4a 8fa84a e0d070"),
        0.75 * noise(side, 7, chance) + 0.25 * noise(side, 30, chance, 2),
    )
    picture = mixed(picture, meadow, ground)
    blooms = np.zeros((side, side), np.float32)
    for down in np.sort(hill.min() + 0.02 + (1.05 - hill.min()) * chance.random(520) ** 1.3):
        across, size = chance.random() * 1.1 - 0.05, 0.005 + 0.032 * (down - 0.38) * chance.uniform(0.7, 1.3)
        drift = 0.5 + 0.5 * np.sin(9 * across + 14 * down)
        if chance.random() > 0.25 + 0.75 * drift:
            continue
        rows = slice(max(0, int((down - 2 * size) * side)), max(0, int((down + 2 * size) * side)))
        columns = slice(max(0, int((across - 2 * size) * side)), max(0, int((across + 2 * size) * side)))
        u, v = (x[rows, columns] - across) / size, (y[rows, columns] - down) / (0.8 * size)
        cup = 1 - step(0.85, 1.05, np.hypot(u, v) + 0.12 * np.sin(3 * np.arctan2(v, u)))
        tone = np.clip(0.62 - 0.3 * v - 0.2 * u, 0, 1)
        petals = ramp(hexed("6a0f1f b81f1f e8381f f8682a fba05a"), tone)
        petals = mixed(
            petals, np.broadcast_to(hexed("1f0f1f"), petals.shape), 1 - step(0.18, 0.3, np.hypot(u, v - 0.1))
        )
        picture[rows, columns] = mixed(picture[rows, columns], petals, cup)
        blooms[rows, columns] = np.maximum(blooms[rows, columns], cup)
    sky = along(blurred(stream.astype(np.float32), 4 * unit)) * (1 - step(-0.02, 0.0, y - far))
    grass = -1.35 + 0.45 * np.sin(6 * x + 5 * y) + 0.3 * (noise(side, 6, chance) - 0.5)
    angle = (sky + ground * (1 - blooms) * grass + 0.4 * blooms * np.sin(60 * x)).astype(np.float32)
    small = (0.25 + 0.75 * np.maximum(blooms, 1 - near)).astype(np.float32)
    canvas = Canvas.primed(picture * 0.7)
    paint(
        canvas,
        picture,
        angle,
        Brush(26 * unit, 90 * unit, 15 * unit, 12, 0.02, 0.05),
        chance,
        1 - 0.7 * ground,
    )
    paint(
        canvas,
        picture,
        angle,
        Brush(14 * unit, 52 * unit, 9 * unit, 9, 0.025, 0.06),
        chance,
        1 - 0.6 * blooms,
    )
    paint(
        canvas, picture, angle, Brush(9 * unit, 26 * unit, 6 * unit, 6, 0.03, 0.06, load=1.2), chance, small
    )
    paint(
        canvas,
        picture,
        angle,
        Brush(8 * unit, 13 * unit, 5 * unit, 7, 0.03, 0.05, load=1.6),
        chance,
        0.8 * blooms,
    )
    light = np.clip(picture * 1.2 + 0.05, 0, 1)
    where = (0.22 * (1 - ground) + 0.16 * ground).astype(np.float32)
    paint(canvas, light, angle, Brush(5 * unit, 30 * unit, 8 * unit, 4, 0.03, 0.06, load=1.5), chance, where)
    return lit(canvas, 2.7, 0.45, chance, 0.02)
