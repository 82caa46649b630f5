"""What the three ways of painting a film have in common."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from desktop.signals.film import FilmWork
from desktop.signals.shots import Shot
from desktop.style.networks import Networks
from desktop.vectors import Picture

Kept = tuple[Picture, ...]
"""Pictures that a way must be given back to go on after a frame as if nothing had been."""


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A finished frame; `kept` is None where the film can't be gone on with after this one."""

    shot: Shot
    picture: Picture
    kept: Kept | None


Paints = Generator[Painted | None, None, None]


class Way(Protocol):
    """Paints frames one after another. Made for one film: a size and a style."""

    back: int
    """How many frames before the next one it must be shown to go on."""

    def paint(self, shots: Iterator[Shot], kept: Kept) -> Paints:
        """Every frame of `shots` in order, None between pieces of work.

        `kept` is empty at the beginning; else it comes from the frame before the next one, and `shots` begins
        `back` frames earlier than that.
        """

    def alone(self, content: Picture) -> Generator[None, None, Picture]:
        """One frame with the same settings, as if there were no other."""

    def pace(self, content: Picture, painted: Picture) -> Generator[None, None, float]:
        """Seconds that a frame like this takes in the midst of a film; measured, on a few iterations."""


TRIED: Final = 2
"""Iterations that a pace is measured on."""


def make(networks: Networks, work: FilmWork, size: tuple[int, int]) -> Way:
    """The way that the recipe names, for frames of this size. Raises what the networks raise."""
    from desktop.signals.frames_way import FramesWay
    from desktop.signals.instant_way import InstantWay
    from desktop.signals.volume_way import VolumeWay

    if work.recipe.way == "instant":
        return InstantWay(networks, work.style, work.recipe, size)
    slow = FramesWay if work.recipe.way == "frames" else VolumeWay
    return slow(networks, work.style, work.recipe, size)
