"""What travels between the jobs of exploring and their page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.explore.found import Found, Layer, Patch, Problem, Seen
from desktop.networks.field import Field
from desktop.vectors import Picture


@dataclass(frozen=True, slots=True, eq=False)
class Explored:
    """A network that is loaded: its layers in order, and how unlike the others of its layer each unit is.

    `different` is (units,) for every layer, 0..1: 1 less the largest cosine between a unit's weights and
    those of any other unit.
    """

    network: str
    layers: tuple[Layer, ...]
    different: Mapping[str, NDArray[np.float32]]
    kind: str = "picture"
    """What it looks at: picture, sound, series, clip or volume."""

    def layer(self, name: str) -> Layer:
        """The layer of that name. Raises KeyError."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise KeyError(name)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """How far reading is; `found` is what was found so far, renewed about once a second."""

    done: int
    total: int
    seconds_left: float | None
    found: Found | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Learning:
    """How far a network of the user's own is in learning; before the first epoch `epoch` is 0."""

    done: float
    total: float
    what: str
    epoch: int = 0
    loss: float = 0.0
    active: float | None = None
    """Share of the triplets that still cost something, 0..1."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A network that was trained and is kept under the name `network`.

    Of `of` files kept aside, `before` were nearest to their own class untrained, `after` trained.
    """

    network: str
    kind: str
    classes: int
    before: int
    after: int
    of: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A patch cut out of its picture; grey where its field leaves the picture. `rank` 0 is the strongest."""

    unit: int
    rank: int
    picture: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Every patch that was cut so far."""

    layer: str
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One patch looked at closely.

    `shown` is the whole picture as the network sees it, of a recording the stretch around the patch, of a
    volume a slice; `box` is what of it the unit sees. `values` (rows, columns) are the unit's activations
    over it, `fields` how they lie there: the fields of rows and of columns, in its pixels. The other pictures
    are of the box: the patch itself, and what of it made the unit fire, told in three ways; middle grey says
    nothing.
    """

    layer: str
    unit: int
    rank: int
    patch: Patch
    shown: Picture
    box: tuple[int, int, int, int]
    fields: tuple[Field, Field]
    values: NDArray[np.float32]
    cut: Picture
    gradient: Picture
    guided: Picture
    deconvolution: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Imagined:
    """What a unit would like to see, as far as it has developed; `value` is its activation."""

    layer: str
    unit: int
    picture: Picture
    iteration: int
    iterations: int
    value: float


@dataclass(frozen=True, slots=True, eq=False)
class Excited:
    """How much a picture excites every unit: (units,) the largest activation, by layer."""

    title: str
    shown: Picture
    values: Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Gaze:
    """What of a layer is watched while the camera plays."""

    layer: str
    unit: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """A frame from the camera as the network sees it, and what was looked at."""

    gaze: Gaze
    seen: Seen
