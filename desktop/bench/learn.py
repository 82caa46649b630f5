"""`likeness bench learn`: faces seen from far, and what training makes of them.

Every aligned 112x112 face is reduced to 16x16 by area and brought back by a bicubic. Trained on the people of
all folds but the last, measured on all pairs of the pictures of the last fold's people. TAR at FMR 1e-2 and
1e-3, reduced and at full size, each way at its own threshold. The time of a row counts learning alone, with
what the frozen network sees at hand.
"""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop.bench.outcome import Outcome
from desktop.errors import LikenessError
from desktop.faces.load import load_detector
from desktop.faces.pairs import read_pairs
from desktop.learn.below import Below
from desktop.learn.compare import Scored
from desktop.learn.folder import find_faces, read_folder
from desktop.learn.load import load_below
from desktop.learn.measure import Measured
from desktop.learn.recipe import Faces, Recipe
from desktop.learn.train import Aside, train
from desktop.paths import Home
from desktop.settings import Settings
from desktop.weights.device import choose, cores, using_threads

SIDE = 16

# Each picture is seen twice, as it is and reduced; augmented views beside them gained nothing for fold 4.
ROWS: dict[str, Recipe] = {
    # As in the papers, without a pull: so that what is seen is the miner's doing.
    "linear_random": Recipe(mining="random", views=2, reduce=SIDE, pull=0, epochs=15),
    "linear_semihard": Recipe(mining="semihard", views=2, reduce=SIDE, pull=0, epochs=15),
    "linear_hard": Recipe(mining="hard", views=2, reduce=SIDE, pull=0, epochs=15),
    "top": Recipe(mode="top", mining="hard", views=2, reduce=SIDE, epochs=10),
    "absolute": Recipe(method="binary", form="absolute", views=2, reduce=SIDE, epochs=15),
    "chi_square": Recipe(method="binary", form="chi-square", views=2, reduce=SIDE, epochs=15),
}
"""What is trained. "threshold", the plain one on the untrained network, is the first row of the table."""

_RATES = {"1e-2": 1e-2, "1e-3": 1e-3}


_WORDS = {
    "threshold": "plain threshold, untrained",
    "linear_random": "linear head, random triplets",
    "linear_semihard": "linear head, semi-hard triplets",
    "linear_hard": "linear head, hard triplets",
    "top": "last layer, hard triplets",
    "absolute": "pairs, absolute differences",
    "chi_square": "pairs, chi-square",
}

_COLUMNS = tuple(
    (f"{size}_tar_{rate}", f"{words} at {rate}")
    for size, words in (("reduced", f"{SIDE}x{SIDE}"), ("full", "full"))
    for rate in _RATES
)


class NoData(LikenessError):
    """`bench learn` without a folder to learn from."""

    sentence = (
        "“bench learn” needs --data, a folder with pairs.txt in the LFW format and the pictures, or "
        "images.tar with them."
    )


@dataclass(frozen=True, slots=True)
class _Result:
    """One row of the table."""

    tar: dict[str, float]
    active: float | None = None
    seconds: float = 0.0


def bench_learn(
    home: Home, settings: Settings, device: str, data: Path | None
) -> Generator[Any, None, Outcome]:
    """Train and measure every row of the table on `data`; a job of some minutes a row.

    Raises NoData, WeightsMissing, WeightsDamaged, and what reading pictures and pairs raises.
    """
    if data is None or not (data / "pairs.txt").is_file():
        raise NoData
    pairs = read_pairs(data / "pairs.txt")
    last = max(pair.fold for pair in pairs)
    fold = {shot.person.replace("_", " "): pair.fold for pair in pairs for shot in (pair.first, pair.second)}
    with tempfile.TemporaryDirectory() as scratch:
        folder = yield from read_folder(_unpacked(data, Path(scratch)))
        shots = yield from find_faces(folder, load_detector(home, settings))
    listed = [row for row, person in enumerate(shots.people) if person in fold]
    faces = Faces(tuple(shots.crops[row] for row in listed), tuple(shots.people[row] for row in listed))
    held_out = {person for person, number in fold.items() if number == last}
    rows: dict[str, _Result] = {}
    with using_threads(cores()):
        belows: dict[str, Below] = {}
        for name, recipe in ROWS.items():
            if recipe.mode not in belows:  # what it has seen of the pictures serves all rows
                belows[recipe.mode] = load_below(home, settings, recipe, "sface", device)
            below = belows[recipe.mode]
            if not rows:
                aside = Aside(faces, np.flatnonzero([who in held_out for who in faces.people]), below)
                rows["threshold"] = _Result(
                    _tars((yield from aside.before(SIDE)), "reduced")
                    | _tars((yield from aside.before(None)), "full")
                )
                counted = (yield from aside.before(None)).measured()
            rows[name] = yield from _row(faces, recipe, below, held_out)
    figures: dict[str, float | int | str | None] = {
        "pictures": counted.pictures,
        "genuine_pairs": counted.genuine.count,
        "impostor_pairs": counted.impostors.count,
        "trained_on": len(faces.crops) - counted.pictures,
        "threads": torch.get_num_threads(),
    }
    for name, row in rows.items():
        figures |= {f"{name}_{what}": round(value, 4) for what, value in row.tar.items()}
        if name != "threshold":
            figures[f"{name}_active_triplets"] = None if row.active is None else round(row.active, 4)
            figures[f"{name}_seconds"] = round(row.seconds, 1)
    start = rows["threshold"].tar
    ratio = {
        f"{name}_gain_{what}": round(row.tar[what] - start[what], 4)
        for name, row in rows.items()
        if name != "threshold"
        for what in start.keys() & row.tar.keys()  # nothing of what broke down
    }
    return Outcome("learn", choose(device).description, figures, {}, ratio, _table(rows, counted))


def _row(faces: Faces, recipe: Recipe, below: Below, held_out: set[str]) -> Generator[Any, None, _Result]:
    trained = yield from train(faces, recipe, below, held_out=held_out)
    if trained.head is None or trained.scored is None or trained.scored_full is None:
        return _Result({})
    active = trained.epochs[-1].active_triplets
    tar = _tars(trained.scored, "reduced") | _tars(trained.scored_full, "full")
    return _Result(tar, active, trained.training_seconds)


def _tars(scored: Scored, size: str) -> dict[str, float]:
    measured = scored.measured()
    found = {}
    for name, fmr in _RATES.items():
        limit = measured.threshold(fmr)
        if limit is not None and measured.genuine.count:
            found[f"{size}_tar_{name}"] = measured.genuine.passing(limit) / measured.genuine.count
    return found


def _table(rows: dict[str, _Result], counted: Measured) -> tuple[tuple[str, ...], ...]:
    """A row for each way, in percent."""
    pairs = f"TAR at an FMR; {counted.genuine.count:,} genuine, {counted.impostors.count:,} impostor pairs"
    found = [(pairs, *(words for _name, words in _COLUMNS), "active triplets", "seconds")]
    for name, row in rows.items():
        tars = [f"{row.tar[key]:.1%}" if key in row.tar else "none" for key, _words in _COLUMNS]
        active = "" if row.active is None else f"{row.active:.1%}"
        found.append((_WORDS[name], *tars, active, f"{row.seconds:.1f}" if row.seconds else ""))
    return tuple(found)


def _unpacked(data: Path, scratch: Path) -> Path:
    archive = data / "images.tar"
    if not archive.exists():
        return data
    with tarfile.open(archive) as tar:
        tar.extractall(scratch, filter="data")
    inner = [path for path in scratch.iterdir() if path.is_dir()]
    return inner[0] if len(inner) == 1 else scratch
