"""Who is trained on and who is kept aside, and P x K batches. People are divided, never pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.errors import LikenessError

Rows = NDArray[np.intp]

HELD_OUT = 0.2
"""Share of the people that is kept aside to measure on."""


class TooFewPeople(LikenessError):
    """Too few people for some to be kept aside."""

    sentence = (
        "Training needs at least four people with two pictures each, two to learn from and two to measure "
        "on; there are {count}."
    )


class TooFewKeptAside(LikenessError):
    """People who were named to be kept aside, of whom too few are there."""

    sentence = (
        "Of the people to be measured on, {count} have two pictures that can be used; there must be two "
        "people, and one of them needs two pictures."
    )


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Rows to learn from and rows of other people to measure on."""

    train: Rows
    held_out: Rows


def split(people: Sequence[str], seed: int = 0, share: float = HELD_OUT) -> Split:
    """Keep a share of the people aside: of those with several pictures and of those with one alike.

    Both sides have at least two people with two pictures. Raises TooFewPeople where that can't be.
    """
    names, codes, counts = np.unique(
        np.asarray(people, dtype=object).astype(str), return_inverse=True, return_counts=True
    )
    chance = np.random.default_rng([seed, 1])
    several = chance.permutation(np.flatnonzero(counts > 1))
    single = chance.permutation(np.flatnonzero(counts == 1))
    if len(several) < 4:
        raise TooFewPeople(count=len(several))
    kept = min(max(2, round(share * len(several))), len(several) - 2)
    aside = np.zeros(len(names), np.bool_)
    aside[several[:kept]] = True
    aside[single[: round(share * len(single))]] = True
    return Split(np.flatnonzero(~aside[codes]), np.flatnonzero(aside[codes]))


def split_named(people: Sequence[str], held_out: set[str]) -> Split:
    """Keep these people aside.

    Raises TooFewPeople where too few are left to learn from, TooFewKeptAside where nothing can be measured.
    """
    aside = np.array([name in held_out for name in people], np.bool_)
    names = np.asarray(people, dtype=object).astype(str)
    left, kept = (np.unique(names[chosen], return_counts=True)[1] for chosen in (~aside, aside))
    if (left > 1).sum() < 2:
        raise TooFewPeople(count=int((left > 1).sum()))
    if len(kept) < 2 or kept.max() < 2:
        raise TooFewKeptAside(count=int((kept > 1).sum()))
    return Split(np.flatnonzero(~aside), np.flatnonzero(aside))


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Views of pictures: row numbers, and which of the views of each."""

    rows: Rows
    views: Rows


def batches(
    codes: Rows, views: int, people: int, pictures: int, chance: np.random.Generator
) -> Iterator[Batch]:
    """One epoch of P x K batches: everybody once, with K views of different pictures of theirs.

    Where somebody has fewer than K pictures, further views of the same ones fill up as far as there are any;
    whoever has no second view is there to be told from. Somebody with many pictures comes several times, so
    that every picture is seen about once. The last batch may be smaller; one without two people is left out.
    """
    groups: list[Batch] = []
    for person in np.unique(codes):
        own = chance.permutation(np.flatnonzero(codes == person))
        for low in range(0, len(own), pictures):
            groups.append(_views(own[low : low + pictures], views, pictures, chance))
    order = chance.permutation(len(groups))
    for low in range(0, len(order), people):
        chosen = [groups[at] for at in order[low : low + people]]
        rows = np.concatenate([group.rows for group in chosen])
        if len(np.unique(codes[rows])) > 1:
            yield Batch(rows, np.concatenate([group.views for group in chosen]))


def count(codes: Rows, people: int, pictures: int) -> int:
    """How many batches an epoch has, at most."""
    groups = int(np.ceil(np.unique(codes, return_counts=True)[1] / pictures).sum())
    return -(-groups // people)


def _views(own: Rows, views: int, wanted: int, chance: np.random.Generator) -> Batch:
    """`wanted` views of these pictures, each picture's first before any second one's."""
    order = np.stack([chance.permutation(views) for _ in own])
    rows = np.tile(own, views)[:wanted]
    return Batch(rows, order.T.reshape(-1)[:wanted])
