"""What a search for the strongest places finds: a table for every layer. No torch here.

Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014, section 4: a unit is
shown by the nine patches, of all pictures, that excite it most; here at most one of each picture.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing, LikenessError
from desktop.networks.field import Field, span
from desktop.vectors import Picture

Shown = NDArray[Any]
"""What a network is shown: a Picture, or (channels, *axes) float32 of a recording, a clip or a volume."""

NINE: Final = 9
"""Patches a unit is shown by."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {"vgg19": ("vgg19",), "sface": ("sface", "yunet")}
"""The networks that can be explored, as `--network` names them, and the weights each needs."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer to walk to. `block` counts the stretches between halvings of the picture, from 1."""

    name: str
    block: int
    units: int
    field: Field
    """Along each axis."""
    axes: int = 2
    """Of its input: 1 for recordings, 2 for pictures, 3 for clips and volumes."""
    moving: bool = False
    """Whether the first of three axes is time."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A place that excites a unit: a part of a picture, a clip or a volume, a segment of a recording.

    What it spans is half-open and unclipped: a field may leave a picture.
    """

    picture: int
    """Its number in `Found.pictures`."""
    place: tuple[int, ...]
    """Which unit of the layer along each axis, from 0: row and column in a picture."""
    value: float
    spans: tuple[tuple[int, int], ...]
    """What it sees along each axis, in places of the network's input."""

    @property
    def row(self) -> int:
        """Of a picture."""
        return self.place[0]

    @property
    def column(self) -> int:
        """Of a picture."""
        return self.place[1]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """(left, top, right, bottom) in pixels of a picture."""
        (top, bottom), (left, right) = self.spans
        return left, top, right, bottom


@dataclass(frozen=True, slots=True, eq=False)
class Strongest:
    """The nine strongest places of every unit of a layer, strongest first; all arrays are read-only.

    Where there were fewer pictures the rest of a row has picture -1 and value -inf. Of equal values the
    earlier picture comes first, and in it the first place.
    """

    values: NDArray[np.float32]
    """(units, 9) activations."""
    pictures: NDArray[np.int32]
    """(units, 9) numbers into `Found.pictures`."""
    places: NDArray[np.int32]
    """(units, 9, axes) which unit of the layer, from 0: row and column in a picture."""

    def patches(self, unit: int, field: Field) -> tuple[Patch, ...]:
        """Those of one unit; `field` is the layer's."""
        found = []
        for value, picture, place in zip(
            self.values[unit], self.pictures[unit], self.places[unit], strict=True
        ):
            if picture >= 0:
                at = tuple(int(unit_there) for unit_there in place)
                spans = tuple(span(field, unit_there) for unit_there in at)
                found.append(Patch(int(picture), at, float(value), spans))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Problem:
    """A picture that was left out, and why."""

    name: str
    error: LikenessError


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was found in some pictures with one network, layer by layer.

    `kind` is folder, pictures, studio, enrolled or camera; `key` says which of its kind (a folder's path),
    `title` is what the user calls it. What was found in the enrolled lives in memory only.
    """

    network: str
    kind: str
    key: str
    title: str
    pictures: tuple[str, ...]
    """Their names: paths below a folder; of the enrolled, the ids of person and template."""
    anywhere: Mapping[str, Strongest]
    """By layer, all units."""
    whole: Mapping[str, Strongest]
    """By layer, only units whose field does not leave the picture."""
    problems: tuple[Problem, ...] = ()
    reader: Callable[[str], Shown] | None = None
    """Reads a picture again by its name; raises what reading a file raises."""

    def read(self, number: int) -> Shown:
        """One of `pictures` as its file has it. Raises what reading the file raises."""
        if self.reader is None:
            raise FileMissing(path=self.pictures[number])
        return self.reader(self.pictures[number])

    def strongest(self, layer: str, *, whole: bool) -> Strongest:
        """The table of a layer. Raises KeyError."""
        return (self.whole if whole else self.anywhere)[layer]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A frame from the camera as the network sees it.

    `maps` is (rows, columns) bytes with the activation maps of all units side by side, `across` in a row,
    each `cell` = (height, width) large with one pixel between, scaled by its own strongest value so far.
    `found` has the nine of the frames so far.
    """

    shown: Picture
    maps: NDArray[np.uint8]
    across: int
    cell: tuple[int, int]
    values: NDArray[np.float32]
    """(units,) each unit's largest activation on this frame."""
    found: Found
    rate: float
    """Frames a second."""
