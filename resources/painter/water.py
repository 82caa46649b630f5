"""Colours that run: paper marbled in a bath, washes on rough paper, dots of pure colour."""

from __future__ import annotations

import numpy as np

from desktop.opencv import cv2
from painter.field import (
    Chance,
    Colours,
    Field,
    blurred,
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
    warped,
)


def marbled(side: int, chance: Chance) -> Colours:
    """A marbler's bath: drops of ink that push each other, then drawn with stylus and comb.

    Lu, Jaffer, Jin, Zhao and Mao 2012, "Mathematical marbling": drops and tines as mappings, followed
    backwards from every pixel of the paper.
    """
    x, y = (field * 2 - 1 for field in grid(side))
    inks = hexed("10243f 1f4f6f 2e7f86 e9d8b4 b5382f d98a2b f4ead2 7a1f2b 0f1a2a 4a8f7a")
    # The comb was last on the bath, so it is undone first.
    for pitch, much in ((0.17, 0.075), (0.062, 0.024)):
        tooth = np.abs(((x / pitch + 0.25 * np.sin(3 * y)) % 1) - 0.5) * 2
        y = y + much * (2 * np.exp(-2.2 * tooth) - 1)
    for _ in range(9):
        cx, cy, turn = chance.uniform(-0.9, 0.9), chance.uniform(-0.9, 0.9), chance.choice((-1, 1))
        away = np.hypot(x - cx, y - cy)
        angle = turn * 2.4 * np.exp(-((away / 0.24) ** 2))
        cos, sin = np.cos(angle), np.sin(angle)
        x, y = cx + cos * (x - cx) - sin * (y - cy), cy + sin * (x - cx) + cos * (y - cy)
    for _ in range(12):
        way, px, py = chance.uniform(0, np.pi), chance.uniform(-1, 1), chance.uniform(-1, 1)
        nx, ny = -np.sin(way), np.cos(way)
        near = np.abs((x - px) * nx + (y - py) * ny)
        pull = 0.18 * chance.choice((-1, 1)) * 0.06 / (0.06 + near)
        x, y = x - pull * np.cos(way), y - pull * np.sin(way)
    colour = np.broadcast_to(inks[0], (*x.shape, 3)).copy()
    done = np.zeros(x.shape, bool)
    rim = np.full(x.shape, 9.0, np.float32)
    for number in range(330):
        px, py, size = chance.uniform(-1.3, 1.3), chance.uniform(-1.3, 1.3), chance.uniform(0.05, 0.19)
        square = (x - px) ** 2 + (y - py) ** 2
        inside = (square < size * size) & ~done
        ink = inks[int(chance.integers(len(inks)))] if number % 3 else inks[(number // 3) % len(inks)]
        depth = np.sqrt(square) / size
        rim = np.where(inside, np.minimum(rim, 1 - depth), rim)
        colour[inside] = ink
        done |= inside
        push = np.sqrt(np.maximum(0, 1 - size * size / np.maximum(square, 1e-9)))
        moving = ~done
        x = np.where(moving, px + (x - px) * push, x)
        y = np.where(moving, py + (y - py) * push, y)
    picture = cv2.GaussianBlur(colour.astype(np.float32), (0, 0), side / 1100)
    dark = step(0.0, 0.10, rim.astype(np.float32))
    picture = picture * (0.72 + 0.28 * blurred(dark, side / 1500))[..., None]
    cloud = noise(side, 40, chance, 4)
    picture *= (0.93 + 0.14 * cloud)[..., None]
    fibres = grain(side, chance, side / 900)
    return np.clip(picture + 0.02 * fibres[..., None] + 0.02, 0, 1).astype(np.float32)


def paper(side: int, chance: Chance) -> Field:
    """The hills and hollows of cold-pressed paper, around 0."""
    unit = side / 768
    rough = grain(side, chance, 1.4 * unit) * 0.6 + grain(side, chance, 3.2 * unit) * 0.8
    return (rough / rough.std()).astype(np.float32)


def wash(
    picture: Colours, shape: Field, pigment: Colours, chance: Chance, tooth: Field, much: float = 0.8
) -> Colours:
    """A glaze of watercolour over what is there: darker at its rim, clotted in the paper's hollows.

    Bousseau et al. 2006, "Interactive watercolor rendering with temporal coherence and abstraction": the
    density d of a pigment changes a colour C to C (1 - (1 - C) (d - 1)).
    """
    side = shape.shape[0]
    unit = side / 768
    ragged = warped(
        shape, 9 * unit * (noise(side, 14, chance) - 0.5), 9 * unit * (noise(side, 14, chance) - 0.5)
    )
    body = step(0.46, 0.54, ragged)
    rim = np.clip(body - blurred(body, 5 * unit), 0, 1) * 2.0
    flow = noise(side, 4, chance, 5)
    density = body * (0.35 + 1.0 * flow + 0.9 * rim + 0.13 * tooth * body)
    density = np.clip(density * much, 0, 2.2)[..., None]
    return np.clip(picture * np.power(np.clip(pigment, 0.02, 1), density), 0, 1).astype(np.float32)


def harbour(side: int, chance: Chance) -> Colours:
    """Roofs, sails and their mirror in washes of watercolour with a little ink."""
    x, y = grid(side)
    tooth = paper(side, chance)
    picture = np.broadcast_to(hexed("fbf6e9")[0], (side, side, 3)).astype(np.float32)
    cloud = noise(side, 3, chance)
    for colour, low in (("9fc3dd", 0.30), ("5f93c4", 0.52), ("e8b98f", 0.66), ("4d6fae", 0.72)):
        shape = np.clip(noise(side, 3, chance) + 0.5 * (0.42 - y) - low + 0.5, 0, 1) * (y < 0.6)
        picture = wash(picture, shape.astype(np.float32), hexed(colour)[0], chance, tooth, 0.75)
    roofs = hexed("c8553d d98a4e 8f3b3a 6f7f9f b9a06a 3f5f7f a8483f e0b070 557a6a")
    lines = np.zeros((side, side), np.uint8)
    rows = ((0.50, 0.09, 0.16), (0.56, 0.12, 0.2), (0.63, 0.11, 0.17))
    for base, wide, tall in rows:
        at = -0.08
        while at < 1.05:
            w, h = wide * chance.uniform(0.6, 1.3), tall * chance.uniform(0.55, 1.25)
            colour = roofs[int(chance.integers(len(roofs)))]
            peak = at + w * chance.uniform(0.3, 0.7)
            roof = h * chance.uniform(0.2, 0.5)
            outline = np.array(
                [
                    [at, base + 0.02],
                    [at, base - h + roof],
                    [peak, base - h],
                    [at + w, base - h + roof],
                    [at + w, base + 0.02],
                ]
            )
            shape = drawn(side, outline)
            picture = wash(picture, shape, 0.5 + 0.5 * colour, chance, tooth, 0.5)
            picture = wash(
                picture,
                drawn(
                    side,
                    np.array(
                        [
                            [at - 0.004, base - h + roof],
                            [peak, base - h - 0.004],
                            [at + w + 0.004, base - h + roof],
                        ]
                    ),
                ),
                colour,
                chance,
                tooth,
                1.0,
            )
            ink(lines, side, np.vstack((outline, outline[:1])), chance)
            for column in np.arange(at + 0.02, at + w - 0.02, 0.024):
                for row in np.arange(base - h + roof + 0.016, base - 0.012, 0.032):
                    if chance.random() < 0.7:
                        pane = np.array(
                            [
                                [column, row],
                                [column + 0.011, row],
                                [column + 0.011, row + 0.018],
                                [column, row + 0.018],
                            ]
                        )
                        picture = picture * (
                            1 - 0.55 * drawn(side, pane)[..., None] * hexed("402010")[0][::-1]
                        )
                        if chance.random() < 0.6:
                            ink(lines, side, pane, chance)
            at += w * chance.uniform(0.75, 1.05)
    sea = (y > 0.635).astype(np.float32)
    mirror = np.roll(picture[::-1], int((2 * 0.635 - 1) * side), axis=0)
    sway = 12 * (side / 768) * (noise(side, 18, chance) - 0.5) + 7 * (side / 768) * np.sin(90 * y)
    mirror = warped(mirror, sway.astype(np.float32), np.zeros_like(sway, np.float32))
    picture = mixed(picture, np.clip(mirror * 0.55 + 0.42, 0, 1), sea)
    for colour, much in (("8fb8c8", 0.7), ("3f7f9f", 0.6), ("27507f", 0.55)):
        stripes = (
            np.clip(
                noise(side, 5, chance) * 0.6
                + 0.5 * np.sin(55 * y + 9 * noise(side, 5, chance)) * 0.5
                + 0.1
                + 0.3 * (y - 0.75),
                0,
                1,
            )
            * sea
        )
        picture = wash(picture, stripes.astype(np.float32), hexed(colour)[0], chance, tooth, much)
    for cx, base, size in ((0.2, 0.8, 0.22), (0.55, 0.9, 0.34), (0.83, 0.77, 0.18), (0.4, 0.72, 0.12)):
        hull = np.array(
            [
                [cx - 0.42 * size, base - 0.1 * size],
                [cx + 0.45 * size, base - 0.12 * size],
                [cx + 0.3 * size, base + 0.04 * size],
                [cx - 0.3 * size, base + 0.04 * size],
            ]
        )
        sail = np.array(
            [[cx, base - 1.15 * size], [cx + 0.42 * size, base - 0.16 * size], [cx, base - 0.14 * size]]
        )
        jib = np.array(
            [
                [cx - 0.03 * size, base - 0.95 * size],
                [cx - 0.03 * size, base - 0.15 * size],
                [cx - 0.36 * size, base - 0.15 * size],
            ]
        )
        colour = hexed("a8322a 1f4f6f d9902b 2f6a5a")[int(chance.integers(4))]
        for shape, tint, much in (
            (hull, colour, 1.7),
            (sail, 0.55 + 0.45 * hexed("e0a070")[0], 0.7),
            (jib, 0.5 + 0.5 * colour, 0.9),
        ):
            area = drawn(side, shape)
            picture = mixed(picture, np.broadcast_to(hexed("fbf4e4")[0], picture.shape), 0.85 * area)
            picture = wash(picture, area, tint, chance, tooth, much)
            ink(lines, side, np.vstack((shape, shape[:1])), chance)
        ink(lines, side, np.array([[cx, base - 1.2 * size], [cx, base - 0.1 * size]]), chance)
    drawn_lines = lines.astype(np.float32) / 255 * (0.6 + 0.25 * np.clip(tooth, -1.5, 1.5))
    picture = picture * (
        1 - 0.8 * np.clip(drawn_lines, 0, 1)[..., None] * np.array([0.9, 0.88, 0.75], np.float32)
    )
    for _ in range(60):
        spot = np.hypot(x - chance.random(), y - chance.random()) < chance.uniform(0.001, 0.004)
        picture = (
            wash(
                picture, spot.astype(np.float32), roofs[int(chance.integers(len(roofs)))], chance, tooth, 0.7
            )
            if chance.random() < 0.3
            else picture
        )
    right, down = slopes(blurred(tooth, 1.0))
    return np.clip(
        picture * (1 - 0.05 * np.clip(right + down, -1.2, 1.2))[..., None] + 0.0 * cloud[..., None], 0, 1
    ).astype(np.float32)


def drawn(side: int, outline: np.ndarray) -> Field:
    """The inside of an outline (n, 2: x, y, 0..1), softly edged: 0..1."""
    mask = np.zeros((side, side), np.uint8)
    cv2.fillPoly(mask, [np.rint(outline * side * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return mask.astype(np.float32) / 255


def ink(lines: np.ndarray, side: int, outline: np.ndarray, chance: Chance) -> None:
    """A line of the pen along an outline, not quite where it should be."""
    for _ in range(1 + int(chance.random() < 0.4)):
        shaken = outline + chance.normal(0, 0.0016, outline.shape)
        points = np.rint(shaken * side * 16).astype(np.int32)
        cv2.polylines(
            lines,
            [points[:, None, :]],
            False,
            int(chance.integers(120, 255)),
            max(1, side // 700),
            cv2.LINE_AA,
            4,
        )


def dots(side: int, chance: Chance) -> Colours:
    """A river bank in points of pure colour that mix in the eye."""
    x, y = grid(side)
    unit = side / 768
    cloud = noise(side, 4, chance)
    sky = ramp(hexed("2f5fb0 6f9fd8 bcd6e6 f6e6b8 f8c890"), 1.55 * y + 0.3 * (cloud - 0.5))
    bank = 0.47 + 0.03 * np.sin(5 * x) + 0.06 * x
    hill = ramp(hexed("274a7a 3f7f86 5fa870 b8cf6a"), noise(side, 6, chance) + 0.5 * (y - bank))
    picture = mixed(sky, hill, step(0.0, 0.01, y - bank + 0.09 * noise(side, 5, chance)))
    water = ramp(
        hexed("1f3f8a 2f6fb0 6fb0d0 f0d9a0 f0a878"),
        0.9 - 1.35 * (y - 0.52) + 0.35 * (noise(side, 6, chance) - 0.5),
    )
    picture = mixed(picture, water, step(0.0, 0.01, y - bank - 0.06))
    meadow = 0.72 + 0.1 * np.sin(3.2 * x + 0.6)
    grass = ramp(hexed("1f3f5f 2f6f4a 6fa83f c8d84f f4e06a"), noise(side, 7, chance) * 0.9 + 0.1)
    picture = mixed(picture, grass, step(0.0, 0.01, y - meadow))
    for cx, cy, size in ((0.16, 0.34, 0.2), (0.33, 0.42, 0.12), (0.86, 0.36, 0.17), (0.7, 0.47, 0.08)):
        away = np.hypot((x - cx) / size, (y - cy) / (1.15 * size)) + 0.35 * (noise(side, 9, chance) - 0.5)
        light = np.clip(0.55 - (x - cx) / size * 0.5 - (y - cy) / size * 0.5, 0, 1)
        crown = ramp(
            hexed("2a1f5a 1f4a5a 3f7f3f 9fbf3f f6d84a"), light * 0.9 + 0.2 * (noise(side, 14, chance) - 0.5)
        )
        trunk = (np.abs(x - cx - 0.01 * np.sin(20 * y)) < 0.09 * size) & (y > cy) & (y < cy + 1.7 * size)
        picture = mixed(picture, np.broadcast_to(hexed("4a2a5a")[0], picture.shape), trunk.astype(np.float32))
        picture = mixed(picture, crown, 1 - step(0.9, 1.0, away))
    sun = np.hypot(x - 0.58, y - 0.2)
    picture = mixed(
        picture,
        np.broadcast_to(hexed("fff3c0")[0], picture.shape),
        np.exp(-((sun / 0.13) ** 2)).astype(np.float32),
    )
    canvas = np.ascontiguousarray(
        np.rint(np.clip(0.55 * picture + 0.42 * hexed("f4ecd8")[0], 0, 1) * 255).astype(np.uint8)
    )
    wheel = hexed(
        "1f2f8f 2f5fc0 3f9fd8 2f8f7f 3f9f4f 9fc83f f8e04f f8b02f f0782f "
        "d83f3f b82f6f 6f2f8f fff6e0 f8c8a8 a8d0f0 1f1f4f"
    )
    for apart, size, stray in ((13.0, 10.5, 0.12), (9.0, 7.2, 0.2), (8.0, 5.6, 0.26), (9.0, 4.2, 0.34)):
        points = scattered(side, apart * unit, chance)
        colour = pick(picture, points)
        wanted = np.clip(colour + chance.normal(0, stray, colour.shape), 0, 1)
        apart_from = ((wanted[:, None, :] - wheel[None]) ** 2).sum(axis=2)
        pure = wheel[apart_from.argmin(axis=1)]
        tint = np.clip((0.62 * pure + 0.38 * colour) * chance.normal(1, 0.06, (len(points), 1)), 0, 1)
        sizes = chance.uniform(0.7, 1.25, len(points)) * size * unit / 2
        for place, shade, radius, lean in zip(
            points, tint, sizes, chance.uniform(0, 180, len(points)), strict=True
        ):
            centre = (int(place[0] * 16), int(place[1] * 16))
            axes = (int(radius * 1.2 * 16), int(radius * 0.85 * 16))
            cv2.ellipse(
                canvas,
                ((centre[0]) / 16, (centre[1]) / 16, 0)[:0] or (int(place[0]), int(place[1])),
                (max(1, axes[0] // 16), max(1, axes[1] // 16)),
                lean,
                0,
                360,
                tuple(float(v) * 255 for v in shade),
                -1,
                cv2.LINE_AA,
            )
    found = canvas.astype(np.float32) / 255
    right, down = slopes(blurred(found.mean(axis=2), 0.8 * unit))
    return np.clip(found * (1 - 0.5 * np.clip(right + down, -0.15, 0.15))[..., None], 0, 1).astype(np.float32)
