"""How well does it tell people apart: the protocol of Labeled Faces in the Wild, and rates at fixed FMR."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.faces.align import TEMPLATE, align
from desktop.faces.face import Detector, Face, View
from desktop.faces.pairs import Pair, PictureMissing, PicturesMissing, Shot, read_pairs
from desktop.faces.roc import (
    Distances,
    Impostors,
    best_threshold,
    collect,
    distance,
    equal_error_rate,
    impostor_blocks,
    impostor_pairs,
)
from desktop.opencv import cv2
from desktop.pictures import read_picture
from desktop.progress import Progress
from desktop.vectors import Picture, Vectors

RATES = {"1e-2": 1e-2, "1e-3": 1e-3, "1e-4": 1e-4, "1e-5": 1e-5}
"""The FMR at which TAR is stated."""

_CHUNK = 64  # pictures between two reports, and faces that are embedded at once
_HELD = 100_000_000  # bytes of pictures that wait for that; photographs take 40 million each

Embed = Callable[[Sequence[View]], Vectors]
"""(n, d) unit embeddings of views, as `Embedder.embed` gives them."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The answer of `likeness evaluate`, as contracts.md has it."""

    pairs: int
    folds: int
    impostors: int
    accuracy: float
    accuracy_std: float
    eer: float | None
    tar: dict[str, float | None]
    threshold: dict[str, float | None]
    undetected: int
    seconds: float
    supported: dict[str, bool] = field(default_factory=dict)
    """Whether there are impostors enough for the rate: with fewer than 3/FMR a claim has no ground."""
    pictures: int = 0
    accuracy_by_fold: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Embedded:
    """The listed pictures as embeddings; a picture without a face has a row of zeros."""

    shots: tuple[Shot, ...]
    vectors: Vectors
    found: NDArray[np.bool_]

    def distances(self, pairs: Sequence[Pair]) -> Distances:
        """One distance a pair; infinite where a picture has no face."""
        index = {shot: row for row, shot in enumerate(self.shots)}
        first = np.array([index[pair.first] for pair in pairs], dtype=np.intp)
        second = np.array([index[pair.second] for pair in pairs], dtype=np.intp)
        result = self.between(first, second)
        result[~(self.found[first] & self.found[second])] = np.inf
        return result

    def between(self, first: NDArray[np.intp], second: NDArray[np.intp]) -> Distances:
        """One distance a pair of rows; of no meaning where either has no face."""
        similarity = np.einsum("ij,ij->i", self.vectors[first].astype(np.float64), self.vectors[second])
        return distance(np.clip(similarity, -1, 1))

    def impostor_blocks(self) -> Iterator[Distances]:
        """Distances of all pairs of different people in whose pictures a face was found, block by block."""
        people = [shot.person for shot, found in zip(self.shots, self.found, strict=True) if found]
        return impostor_blocks(self.vectors[self.found], people)


def evaluate(
    images: Path, pairs_file: Path, detector: Detector, embed: Embed, *, reduce: int | None = None
) -> Generator[Progress, None, Evaluation]:
    """Evaluate detector and embedder on a list of pairs; a job.

    `reduce` shrinks every aligned face to so many pixels a side and enlarges it again. Raises FileMissing,
    PairsMalformed, PicturesMissing, PictureMissing, or UnreadablePicture for a listed file that is none.
    """
    start = time.perf_counter()
    pairs = read_pairs(pairs_file)
    embedded = yield from embed_listed(images, pairs_file, pairs, detector, embed, reduce=reduce)
    return judge(pairs, embedded, time.perf_counter() - start)


def embed_listed(
    images: Path,
    pairs_file: Path,
    pairs: Sequence[Pair],
    detector: Detector,
    embed: Embed,
    *,
    reduce: int | None = None,
) -> Generator[Progress, None, Embedded]:
    """Embed the face nearest the centre of every listed picture; a job. Raises as `evaluate` does."""
    if not images.is_dir():
        raise PicturesMissing(folder=images)
    shots = tuple(sorted({shot for pair in pairs for shot in (pair.first, pair.second)}))
    files: list[Path] = []
    for shot in shots:
        file = shot.find(images)
        if file is None:
            listed = f"{shot.person} {shot.number}"
            raise PictureMissing(file=pairs_file.name, picture=listed, folder=images)
        files.append(file)
    parts: list[Vectors] = []
    found = np.zeros(len(shots), np.bool_)
    views: list[View] = []
    for row, file in enumerate(files):
        if row % _CHUNK == 0:
            yield Progress(row, len(shots), f"{row} of {len(shots)} pictures")
        picture = read_picture(file)
        face = central(detector.detect(picture), picture)
        if face is not None:
            found[row] = True
            view = View(picture, face.landmarks)
            views.append(view if reduce is None else from_far(view, reduce))
        if len(views) == _CHUNK or sum(view.picture.nbytes for view in views) > _HELD:
            parts.append(embed(views))
            views = []
    parts.append(embed(views))
    yield Progress(len(shots), len(shots), f"{len(shots)} pictures")
    dense = np.concatenate(parts)
    vectors = np.zeros((len(shots), dense.shape[1]), np.float32)
    vectors[found] = dense
    return Embedded(shots, vectors, found)


def central(faces: Sequence[Face], picture: Picture) -> Face | None:
    """The face whose box's middle lies nearest the picture's, None without faces."""
    height, width = picture.shape[:2]

    def away(face: Face) -> float:
        x, y, wide, high = face.box
        return float(np.hypot(x + wide / 2 - width / 2, y + high / 2 - height / 2))

    return min(faces, key=away, default=None)


def from_far(view: View, side: int) -> View:
    """The face of a view aligned and `reduced`, as a view whose landmarks are the template's."""
    return View(reduced(align(view.picture, view.landmarks), side), TEMPLATE)


def reduced(face: Picture, side: int) -> Picture:
    """An aligned face as a camera with `side` x `side` pixels for it would give: area down, bicubic up."""
    small = cv2.resize(face, (side, side), interpolation=cv2.INTER_AREA)
    large = cv2.resize(small, (face.shape[1], face.shape[0]), interpolation=cv2.INTER_CUBIC)
    return large.astype(np.uint8, copy=False)


def judge(pairs: Sequence[Pair], embedded: Embedded, seconds: float = 0.0) -> Evaluation:
    """The figures of an evaluation from the embeddings of all listed pictures."""
    distances = embedded.distances(pairs)
    same = np.array([pair.same for pair in pairs])
    fold = np.array([pair.fold for pair in pairs])
    accuracies = accuracy_by_fold(distances, same, fold)
    impostors = _impostors(embedded)
    genuine = distances[same]
    thresholds = {name: impostors.threshold(rate) for name, rate in RATES.items()}
    return Evaluation(
        pairs=len(pairs),
        folds=len(accuracies),
        impostors=impostors.count,
        accuracy=float(np.mean(accuracies)),
        accuracy_std=float(np.std(accuracies)),
        eer=equal_error_rate(genuine, impostors),
        tar={
            name: None if limit is None else float(np.mean(genuine <= limit))
            for name, limit in thresholds.items()
        },
        threshold=thresholds,
        undetected=int((~embedded.found).sum()),
        seconds=seconds,
        supported={name: impostors.count * rate >= 3 for name, rate in RATES.items()},
        pictures=len(embedded.shots),
        accuracy_by_fold=accuracies,
    )


def accuracy_by_fold(distances: Distances, same: NDArray[np.bool_], fold: NDArray[np.intp]) -> list[float]:
    """The part of right answers in each fold, at the threshold that is best on all others.

    With a single fold there are no others, and its own threshold is taken. A pair whose picture has no face
    (an infinite distance) is a wrong answer, whatever it shows.
    """
    numbers = np.unique(fold)
    known = np.isfinite(distances)
    accuracies = []
    for number in numbers:
        held = fold == number
        rest = (~held if len(numbers) > 1 else held) & known
        limit = best_threshold(distances[rest & same], distances[rest & ~same])
        right = known & ((distances <= limit) == same)
        accuracies.append(float(np.mean(right[held])))
    return accuracies


def _impostors(embedded: Embedded) -> Impostors:
    people = [shot.person for shot, found in zip(embedded.shots, embedded.found, strict=True) if found]
    return collect(embedded.impostor_blocks(), max(RATES.values()), impostor_pairs(people))
