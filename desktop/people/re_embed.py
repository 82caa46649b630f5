"""Another model for everyone: their kept crops are embedded anew, and the gallery changes in one go."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import Embedder
from desktop.people.enrol import BATCH
from desktop.people.errors import UnknownTemplate
from desktop.people.store import People
from desktop.progress import Progress


def re_embed(people: People, embedder: Embedder) -> Generator[Progress, None, int]:
    """Embed every template that this model has not embedded yet; gives how many.

    Everything is kept in one transaction at the end, so that nobody is missing from a gallery half made.
    """
    missing = people.without(embedder.model)
    found: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(missing), BATCH):
        yield Progress(start, len(missing), "embedding again")
        views = {}
        for template in missing[start : start + BATCH]:
            try:
                views[template] = people.crop(template)
            except UnknownTemplate:  # removed in the meantime
                continue
        vectors = embedder.embed(list(views.values()))
        found.update(zip(views, vectors, strict=True))
    return people.re_embed(embedder.model, found) if found else 0
