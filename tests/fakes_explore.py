"""A stand-in for exploring: it records requests, and made-up networks, finds and patches to answer with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.errors import UnreadablePicture
from desktop.explore.found import NINE, Found, Layer, Problem, Seen, Strongest
from desktop.networks.field import Field
from desktop.vectors import Picture
from desktop.work.explore_messages import (
    Cut,
    Cuts,
    Excited,
    Explored,
    Gaze,
    Imagined,
    Look,
    Reading,
    Watched,
)
from desktop.work.lanes import Task
from tests.fakes import Asked, picture
from tests.fakes_studio import FakeStudioCore, noise

VGG19 = tuple(
    Layer(f"conv{block}_{place}", block, units, Field(size, jump, start))
    for block, place, units, size, jump, start in (
        (1, 1, 64, 3, 1, 0.0),
        (1, 2, 64, 5, 1, 0.0),
        (2, 1, 128, 10, 2, 0.5),
        (2, 2, 128, 14, 2, 0.5),
        (3, 1, 256, 24, 4, 1.5),
        (3, 2, 256, 32, 4, 1.5),
        (3, 3, 256, 40, 4, 1.5),
        (3, 4, 256, 48, 4, 1.5),
        (4, 1, 512, 68, 8, 3.5),
        (4, 2, 512, 84, 8, 3.5),
        (4, 3, 512, 100, 8, 3.5),
        (4, 4, 512, 116, 8, 3.5),
        (5, 1, 512, 156, 16, 7.5),
        (5, 2, 512, 188, 16, 7.5),
        (5, 3, 512, 220, 16, 7.5),
        (5, 4, 512, 252, 16, 7.5),
    )
)
_FACES = ("conv_1", *(f"conv_{number}{part}" for number in range(2, 15) for part in ("_dw", "")), "head")
SFACE = tuple(
    Layer(name, 1 + sum(place > end for end in (2, 6, 10, 22)), 32 + 4 * place, Field(3 + 4 * place, 2, 0.0))
    for place, name in enumerate(_FACES)
)


OWN = "own:Voices"
VOICES = tuple(
    Layer(f"conv{number}", 1, units, Field(size, jump, start), axes=1)
    for number, units, size, jump, start in ((1, 48, 5, 2, 2.0), (2, 64, 13, 4, 6.0), (3, 64, 29, 8, 14.0))
)
_LAYERS = {"vgg19": VGG19, "sface": SFACE, OWN: VOICES}


class FakeExplore(Asked):
    """An ExploreSession whose tasks the test ends."""

    def needed(self, network: str) -> tuple[str, ...]:
        return (network,)

    def open(self, network: str) -> Task:
        return self.ask("open", network)

    def read_folder(self, folder: Path, network: str) -> Task:
        return self.ask("read_folder", folder, network)

    def read_studio(self, network: str) -> Task:
        return self.ask("read_studio", network)

    def read_enrolled(self, network: str) -> Task:
        return self.ask("read_enrolled", network)

    def watch(self, network: str, gaze: Gaze) -> Task:
        return self.ask("watch", network, gaze)

    def train(self, folder: Path) -> Task:
        return self.ask("train", folder)

    def own(self) -> Task:
        return self.ask("own")

    def forget(self, network: str) -> Task:
        return self.ask("forget", network)

    def cut(
        self, found: Found, layer: str, wanted: Sequence[tuple[int, int]], side: int, whole: bool
    ) -> Task:
        return self.ask("cut", found, layer, tuple(wanted), side, whole)

    def look(self, found: Found, layer: str, unit: int, rank: int, whole: bool) -> Task:
        return self.ask("look", found, layer, unit, rank, whole)

    def imagine(self, network: str, layer: str, unit: int) -> Task:
        return self.ask("imagine", network, layer, unit)

    def search(self, network: str, shown: Picture, title: str) -> Task:
        return self.ask("search", network, shown, title)

    def export(self, found: Found, layer: str, units: Sequence[int], whole: bool, file: Path) -> Task:
        return self.ask("export", found, layer, tuple(units), whole, file)

    def task(self, name: str) -> Task:
        """The newest task of that name."""
        return next(task for task in reversed(self.tasks) if task.title == name)


class FakeExploreCore(FakeStudioCore):
    """The sessions that the Explore page talks to."""

    def __init__(self) -> None:
        super().__init__()
        self.explore = FakeExplore()


def explored(network: str = "vgg19") -> Explored:
    """A network that is loaded; unit n + 1 is less different than unit n, but for the first."""
    layers = _LAYERS[network]
    different = {each.name: np.roll(np.linspace(1, 0.1, each.units), 1).astype(np.float32) for each in layers}
    return Explored(network, layers, different, "sound" if network == OWN else "picture")


def strongest(layer: Layer, pictures: int, seed: int = 0) -> Strongest:
    """Values that fall along a row; of the layer's units the third fires most and the last never."""
    chance = np.random.default_rng(seed)
    values = np.sort(chance.uniform(1, 9, (layer.units, NINE)), axis=1)[:, ::-1].astype(np.float32)
    values[2] += 100
    values[-1] = 0
    numbers = np.stack([chance.permutation(max(NINE, pictures))[:NINE] for _ in range(layer.units)])
    gone = numbers >= pictures
    places = chance.integers(0, max(1, 224 // layer.field.jump), (layer.units, NINE, layer.axes))
    values[gone] = -np.inf
    numbers = np.where(gone, -1, numbers)
    order = np.argsort(-values, axis=1, kind="stable")
    return Strongest(
        np.take_along_axis(values, order, 1),
        np.take_along_axis(numbers, order, 1).astype(np.int32),
        places.astype(np.int32),
    )


def found(
    network: str = "vgg19",
    pictures: int = 12,
    kind: str = "folder",
    title: str = "Holiday",
    *,
    broken: Sequence[str] = (),
    seed: int = 0,
) -> Found:
    """What was found in some pictures."""
    layers = _LAYERS[network]
    names = tuple(f"trip/photo-{number}.jpg" for number in range(pictures))
    return Found(
        network, kind, f"/pictures/{title}", title, names,
        {each.name: strongest(each, pictures, seed) for each in layers},
        {each.name: strongest(each, pictures, seed + 1) for each in layers},
        tuple(Problem(name, UnreadablePicture(picture=name)) for name in broken),
    )  # fmt: skip


def reading(done: int = 4, total: int = 12, so_far: Found | None = None) -> Reading:
    """Reading under way."""
    return Reading(done, total, 42.0, so_far, "Reading")


def cuts(layer: str, wanted: Sequence[tuple[int, int]], side: int) -> Cuts:
    """Patches that differ by unit and rank."""
    made = [Cut(unit, rank, picture(side, side, 20 + (unit * 9 + rank) % 200)) for unit, rank in wanted]
    return Cuts(layer, tuple(made))


def look(at: Found, layer: str = "conv3_1", unit: int = 0, rank: int = 0) -> Look:
    """A patch looked at closely: the map fires at row 1, column 2 alone."""
    each = next(one for one in VGG19 if one.name == layer)
    patch = at.strongest(layer, whole=False).patches(unit, each.field)[rank]
    patch = replace(patch, spans=((4, 28), (8, 32)))
    values = np.zeros((16, 16), np.float32)
    values[1, 2] = 4.0
    pieces = [picture(24, 24, shade) for shade in (40, 90, 140, 190)]
    fields = (each.field, each.field)
    return Look(layer, unit, rank, patch, noise(64, 64), patch.box, fields, values, *pieces)


def imagined(layer: str = "conv1_1", unit: int = 0, iteration: int = 5, shade: int = 120) -> Imagined:
    """A picture that develops."""
    return Imagined(layer, unit, picture(96, 96, shade), iteration, 20, 2.5 * iteration)


def excited(title: str = "eye.png", most: int = 5) -> Excited:
    """A picture that excites one unit of every layer most."""
    values: dict[str, NDArray[np.float32]] = {}
    for each in VGG19:
        values[each.name] = np.full(each.units, 0.5, np.float32)
        values[each.name][most] = 50.0
    return Excited(title, noise(), values)


def watched(layer: str = "conv1_1", unit: int = 0, frames: int = 3, cell: int = 12) -> Watched:
    """A frame of the camera."""
    each = next(one for one in VGG19 if one.name == layer)
    across = 8
    rows = -(-each.units // across)
    maps = np.random.default_rng(frames).integers(
        0, 256, (rows * (cell + 1) - 1, across * (cell + 1) - 1), np.uint8
    )
    seen = Seen(
        noise(), maps, across, (cell, cell), np.ones(each.units, np.float32),
        found(pictures=frames, kind="camera", title=""), 14.5,
    )  # fmt: skip
    return Watched(Gaze(layer, unit), seen)
