"""A list of pairs measured with a head: the protocol of `likeness evaluate`."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from pathlib import Path

from desktop.faces.evaluate import Evaluation, embed_listed, judge
from desktop.faces.face import Detector
from desktop.faces.pairs import Pair, PictureMissing, read_pairs
from desktop.learn.load import Comparing
from desktop.progress import Progress


def evaluate_with(
    images: Path,
    file: Path,
    detector: Detector,
    comparing: Comparing,
    *,
    pairs: Sequence[Pair] | None = None,
    reduce: int | None = None,
) -> Generator[Progress, None, Evaluation]:
    """Evaluate what compares on a list of pairs, all of it or `pairs`; a job. Raises as `evaluate` does."""
    start = time.perf_counter()
    listed = read_pairs(file) if pairs is None else pairs
    found = yield from embed_listed(images, file, listed, detector, comparing.embedder.embed, reduce=reduce)
    if comparing.pairs is None:
        return judge(listed, found, time.perf_counter() - start)
    from desktop.learn.compare import PairEmbedded, Scored

    seen = [shot.person for shot, there in zip(found.shots, found.found, strict=True) if there]
    scored = Scored(found.vectors[found.found], seen, comparing.pairs)
    again = PairEmbedded(found.shots, found.vectors, found.found, scored)
    return judge(listed, again, time.perf_counter() - start)


def last_fold(images: Path, file: Path) -> tuple[Pair, ...]:
    """The pairs of a list's last fold, whose people are kept aside; with one fold, all of them.

    Raises as `read_pairs`, and PictureMissing where the folder lacks a picture: before anything is trained.
    """
    pairs = read_pairs(file)
    last = max(pair.fold for pair in pairs)
    chosen = tuple(pair for pair in pairs if pair.fold == last)
    for pair in chosen:
        for shot in (pair.first, pair.second):
            if shot.find(images) is None:
                listed = f"{shot.person} {shot.number}"
                raise PictureMissing(file=file.name, picture=listed, folder=images)
    return chosen
