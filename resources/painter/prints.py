"""Prints: waves cut in wood, and cloth dyed around wax."""

from __future__ import annotations

import numpy as np

from desktop.opencv import cv2
from painter.brush import linen
from painter.field import (
    Chance,
    Colours,
    Field,
    blurred,
    cells,
    edges,
    grain,
    grid,
    hexed,
    mixed,
    noise,
    ramp,
    scattered,
    step,
    warped,
)


def combed(angle: Field, grains: Field, length: float, steps: int = 12) -> Field:
    """Grains smeared along the angles over `length` pixels: line integral convolution, around 0, deviation 1.

    Cabral and Leedom 1993, "Imaging vector fields using line integral convolution".
    """
    side = angle.shape[0]
    line = np.arange(side, dtype=np.float32)
    home = np.stack(np.meshgrid(line, line), axis=2)
    total = grains.copy()
    pace = length / (2 * steps)
    cos, sin = np.cos(angle), np.sin(angle)
    for sign in (-1.0, 1.0):
        place = home.copy()
        for _ in range(steps):
            across = cv2.remap(
                cos, place[..., 0], place[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
            down = cv2.remap(
                sin, place[..., 0], place[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
            place = place + sign * pace * np.stack((across, down), axis=2)
            total += cv2.remap(
                grains, place[..., 0], place[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
    total -= total.mean()
    return (total / total.std()).astype(np.float32)


def woodcut(side: int, chance: Chance) -> Colours:
    """Mountains, waves and a low sun cut in wood: black key block over two flat colours."""
    x, y = grid(side)
    unit = side / 768
    tone = np.full((side, side), 0.86, np.float32)
    flow = (0.1 * np.sin(4 * x) + 0.25 * (noise(side, 2, chance, 2) - 0.5)).astype(np.float32)
    sun = np.hypot(x - 0.66, y - 0.3)
    cloud = noise(side, 3, chance, 4)
    tone = tone - 0.5 * step(0.5, 0.8, cloud) * (y < 0.5) - 0.25 * y * (y < 0.5)
    flow = np.where(sun < 0.42, np.arctan2(x - 0.66, -(y - 0.3)), flow).astype(np.float32)
    tone = np.where(sun < 0.42, 0.45 + 0.9 * sun, tone)
    tone = np.where(sun < 0.125, 1.0, tone)
    colour = np.broadcast_to(hexed("f1e4c6")[0], (side, side, 3)).astype(np.float32)
    colour = mixed(
        colour,
        np.broadcast_to(hexed("e0b266")[0], colour.shape),
        np.clip(0.75 - 1.5 * np.abs(y - 0.44), 0, 1),
    )
    colour = mixed(colour, np.broadcast_to(hexed("d8462f")[0], colour.shape), 1 - step(0.121, 0.124, sun))
    key = np.zeros((side, side), np.float32)
    for number, (base, tall, cells_across, tint) in enumerate(
        ((0.52, 0.30, 3, "7f9f9a"), (0.58, 0.2, 4, "5f8a86"), (0.62, 0.11, 6, "3f6f72"))
    ):
        ridge = base - tall * noise(side, cells_across, chance, 5)[side // 2][None, :]
        under = (y > ridge).astype(np.float32)
        slope = np.tanh(1.6 * np.gradient(blurred(ridge, side / 60)[0]) * side)
        fall = (np.pi / 2 - 0.75 * slope)[None, :] + 0.5 * (noise(side, 4, chance, 2) - 0.5)
        lightness = np.clip(
            0.58 - 0.34 * slope[None, :] - 0.5 * (y - ridge) + 0.3 * (noise(side, 5, chance) - 0.5), 0.1, 0.97
        )
        tone = tone * (1 - under) + lightness * under
        flow = (flow * (1 - under) + fall * under).astype(np.float32)
        colour = mixed(colour, np.broadcast_to(hexed(tint)[0], colour.shape), under)
        key = np.maximum(
            key * (1 - under), np.exp(-(((y - ridge) / (0.0032 + 0.0006 * number)) ** 2)).astype(np.float32)
        )
    for row in range(7):
        middle = 0.63 + 0.012 * row + 0.042 * row**1.12
        high = 0.012 + 0.011 * row
        phase = chance.uniform(0, 6)
        crest = (
            middle
            - high * np.abs(np.sin((9 - 0.9 * row) * x + phase + 0.6 * np.sin(5 * x))) ** 0.7
            - 0.3 * high * np.sin(23 * x + phase)
        )
        under = (y > crest).astype(np.float32)
        depth = (y - crest) / (3.2 * high)
        rise = np.gradient(crest[0] if crest.ndim > 1 else crest) * side
        lightness = np.clip(1.05 - 1.15 * depth + 0.3 * np.sin(40 * depth + 8 * x), 0.03, 1)
        tone = tone * (1 - under) + lightness * under
        flow = (flow * (1 - under) + np.arctan(rise)[None, :] * under * np.clip(1.3 - depth, 0.2, 1)).astype(
            np.float32
        )
        sea = ramp(hexed("f4ead0 8fb8b0 2f6f82 1f4a6a"), np.clip(0.9 * depth, 0, 1))
        colour = mixed(colour, sea, under)
        key = np.maximum(
            key * (1 - under), np.exp(-(((y - crest) / (0.0026 + 0.0006 * row)) ** 2)).astype(np.float32)
        )
    wood = combed(flow, grain(side, chance, 1.7 * unit), 90 * unit, 16)
    share = 0.5 + 0.5 * np.tanh(wood * 0.9)
    cut = step(-0.07, 0.07, np.clip(tone, 0, 1) * 1.12 - 0.06 - share)
    black = np.maximum(1 - cut, key)
    fibre = combed(np.full_like(flow, 0.03), grain(side, chance, 0.8 * unit), 120 * unit, 10)
    patchy = 0.95 + 0.015 * np.clip(fibre, -2, 1) - 0.12 * (grain(side, chance, 0.9 * unit) > 2.1)
    picture = colour * (0.985 + 0.012 * np.clip(fibre, -2, 2))[..., None]
    inked = hexed("15161f")[0] + 0.03
    return np.clip(
        mixed(
            picture.astype(np.float32), np.broadcast_to(inked, picture.shape), np.clip(black * patchy, 0, 1)
        ),
        0,
        1,
    )


def batik(side: int, chance: Chance) -> Colours:
    """Cloth dyed in indigo and soga brown: leaves and suns drawn in wax that cracked in the bath."""
    x, y = grid(side)
    unit = side / 768
    indigo, brown, cream = hexed("16264f")[0], hexed("8a4a22")[0], hexed("f0e0bc")[0]
    bend = noise(side, 2, chance, 2)
    ground = ramp(hexed("101c42 1c3468 2a4a86"), noise(side, 5, chance))
    picture = ground
    wax = np.zeros((side, side), np.float32)
    rows = 30
    stripes = (y * rows + 2.4 * bend) % 1
    dotted = np.hypot(((x * 34 + 3 * bend) % 1) - 0.5, stripes - 0.5)
    spots = 1 - step(0.17, 0.25, dotted)
    picture = mixed(picture, np.broadcast_to(hexed("c8dcd8")[0], picture.shape), 0.85 * spots)
    wax = np.maximum(wax, 0.7 * spots)
    centres = [
        (0.27, 0.29, 0.23),
        (0.77, 0.24, 0.17),
        (0.68, 0.70, 0.26),
        (0.2, 0.78, 0.17),
        (0.96, 0.5, 0.12),
        (0.47, 0.5, 0.09),
        (0.47, 0.98, 0.12),
        (0.02, 0.52, 0.1),
        (0.52, 0.02, 0.11),
    ]
    for number, (cx, cy, size) in enumerate(centres):
        away, turn = np.hypot(x - cx, y - cy) / size, np.arctan2(y - cy, x - cx)
        petals = (7, 10, 12, 8, 9, 6, 9, 7, 8)[number]
        edge = 0.82 + 0.17 * np.abs(np.cos(turn * petals / 2 + number)) ** 0.6
        inside = 1 - step(0.985, 1.015, away / edge)
        rings = away / edge * (4.2 + number % 3)
        band = rings % 1
        tint = np.floor(rings).astype(int) % 4
        table = np.array([hexed("b8642a")[0], cream, hexed("7a2f1f")[0], hexed("d89a4a")[0]], np.float32)
        flower = table[tint]
        veins = np.abs(np.sin(turn * petals * 2.0 + 2.5 * away))
        flower = mixed(
            flower,
            np.broadcast_to(brown * 0.55, flower.shape),
            (1 - step(0.1, 0.24, veins)) * (tint != 1) * 0.9,
        )
        beads = np.hypot((turn * petals * 2 / np.pi) % 1 - 0.5, (band - 0.5) * 1.2)
        flower = mixed(
            flower, np.broadcast_to(indigo, flower.shape), (1 - step(0.18, 0.26, beads)) * (tint == 1)
        )
        outline = np.maximum(
            1 - step(0.03, 0.075, np.abs(band - 0.5) * -1 + 0.5),
            1 - step(0.012, 0.03, np.abs(away / edge - 0.985)),
        )
        flower = mixed(flower, np.broadcast_to(cream, flower.shape), outline)
        ringed = (1 - step(1.06, 1.08, away / edge)) * step(1.0, 1.02, away / edge)
        picture = mixed(
            picture, np.broadcast_to(hexed("0d1838")[0], picture.shape), (1 - step(1.1, 1.14, away / edge))
        )
        picture = mixed(
            picture, np.broadcast_to(cream, picture.shape), 0.9 * ringed * (np.sin(turn * petals * 5) > 0)
        )
        picture = mixed(picture, flower, inside)
        wax = np.where(inside > 0.5, 0.95, wax)
    for _ in range(46):
        cx, cy, turn, long = (
            chance.random(),
            chance.random(),
            chance.uniform(0, 2 * np.pi),
            chance.uniform(0.05, 0.09),
        )
        if any(np.hypot(cx - a, cy - b) < c + 0.6 * long for a, b, c in centres):
            continue
        u = ((x - cx) * np.cos(turn) + (y - cy) * np.sin(turn)) / long
        v = (-(x - cx) * np.sin(turn) + (y - cy) * np.cos(turn)) / long + 0.25 * u * u - 0.1
        leaf = 0.34 * np.clip(1 - u * u, 0, 1) - np.abs(v)
        inside = step(-0.01, 0.02, leaf) * (np.abs(u) < 1)
        hatch = np.abs(np.sin(22 * u + 14 * np.abs(v)))
        tint = mixed(
            np.broadcast_to(hexed("2f8a86")[0], picture.shape),
            np.broadcast_to(cream, picture.shape),
            np.maximum(1 - step(0.15, 0.4, hatch), 1 - step(0.03, 0.06, np.abs(v))),
        )
        tint = mixed(tint, np.broadcast_to(cream, picture.shape), 1 - step(0.05, 0.08, leaf))
        picture = mixed(picture, tint, inside)
        wax = np.where(inside > 0.5, 0.9, wax)
    ragged = 7 * unit
    crackle = np.zeros((side, side), np.float32)
    for apart, thin in ((95, 1.1), (48, 0.7), (26, 0.45)):
        points = scattered(side, apart * unit, chance)
        names, _ = cells(side, points)
        broken = warped(
            edges(names), ragged * grain(side, chance, 9 * unit), ragged * grain(side, chance, 9 * unit)
        )
        open_here = step(0.35, 0.6, noise(side, 5, chance))
        crackle = np.maximum(crackle, (1 - step(thin * unit * 0.6, thin * unit * 2.0, broken)) * open_here)
    seep = np.clip(crackle + 0.55 * blurred(crackle, 2.2 * unit), 0, 1) * np.clip(wax + 0.1, 0, 1)
    picture = mixed(picture, np.broadcast_to(indigo * 0.8, picture.shape), 0.85 * seep)
    weave = linen(side, 5.0 * unit)
    mottled = 0.86 + 0.22 * noise(side, 12, chance)
    return np.clip(
        picture * (mottled * (0.9 + 0.13 * weave))[..., None] + 0.02 * grain(side, chance)[..., None], 0, 1
    ).astype(np.float32)
