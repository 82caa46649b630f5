"""The features of all views of all pictures that are trained on: computed once, in memory, never on disk."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from desktop.faces.evaluate import reduced
from desktop.learn.augment import Augment
from desktop.learn.batches import Batch, Rows
from desktop.learn.below import Below
from desktop.learn.recipe import Faces, Recipe
from desktop.progress import Progress
from desktop.vectors import Picture

BUDGET = 3 * 2**30
"""Bytes that the features may take. Fewer views are made where they would take more."""

_CHUNK = 32  # faces between two reports


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """`features` are (n, views, d); view 0 is the picture as it is. `rows` are those of `Faces`."""

    rows: Rows
    codes: Rows
    """(n,) a number for each row's person."""
    features: Tensor

    @property
    def views(self) -> int:
        """Views of each picture."""
        return int(self.features.shape[1])

    def take(self, batch: Batch) -> Tensor:
        """(b, d) features of a batch."""
        return self.features[torch.from_numpy(batch.rows), torch.from_numpy(batch.views)]


def views_that_fit(recipe: Recipe, pictures: int, bytes_a_view: int) -> int:
    """Views of each picture: as many as are wanted and BUDGET has room for; at least the plain one.

    With `reduce` at least two, of which one is reduced.
    """
    least = 1 if recipe.reduce is None else 2
    return max(least, min(recipe.views, BUDGET // max(1, pictures * bytes_a_view)))


def fill(faces: Faces, rows: Rows, below: Below, recipe: Recipe) -> Generator[Progress, None, Bank]:
    """See every picture in all its views; a job.

    View 0 is the plain picture; with `reduce` view 1 is the plain picture reduced and every other view after
    it an augmented reduced one; the rest are augmented.
    """
    views = views_that_fit(recipe, len(rows), below.bytes_a_view)
    augment = Augment(recipe.seed)
    total = len(rows) * views
    found: Tensor | None = None
    done = 0
    for view in range(views):
        for low in range(0, len(rows), _CHUNK):
            yield Progress(done, total, "Looking at the pictures")
            crops = [faces.crops[row] for row in rows[low : low + _CHUNK]]
            seen = below.features(_changed(crops, view, low, augment, recipe.reduce))
            if found is None:
                found = torch.empty(len(rows), views, seen.shape[1], dtype=seen.dtype)
            found[low : low + len(crops), view] = seen
            done += len(crops)
    yield Progress(done, total, "Looking at the pictures")
    people = np.asarray([faces.people[row] for row in rows], dtype=object).astype(str)
    codes = np.unique(people, return_inverse=True)[1].astype(np.intp)
    return Bank(rows, codes, torch.empty(0, views, 0) if found is None else found)


def _changed(
    crops: list[Picture], view: int, low: int, augment: Augment, reduce: int | None
) -> list[Picture]:
    if view == 0:
        return crops
    if reduce is None:
        return augment(crops, view * 1_000_003 + low)
    if view == 1:
        return [reduced(crop, reduce) for crop in crops]
    if view % 2:
        return augment(crops, view * 1_000_003 + low, reduce)
    return augment(crops, view * 1_000_003 + low)
