"""Measure the thresholds that ship: writes resources/calibration.json.

    python resources/make_calibration.py --data DIR [--images DIR] [--home DIR] [--device cpu] [MODEL...]

DIR holds pairs.txt in the LFW format and the pictures, unpacked, or in images.tar. Impostors are all
cross-person pairs of the pictures listed in every fold but the last; genuine pairs are the listed ones of
those folds. The last fold, with other people, checks what came out. Without MODEL everything is measured that
ships with thresholds; with it these alone, and the others keep theirs. Needs the weights (`likeness models
fetch sface accurate`).
"""

from __future__ import annotations

import argparse
import datetime
import json
import math
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.faces.evaluate import Embedded, embed_listed, judge
from desktop.faces.face import View
from desktop.faces.load import load_detector, load_embedder
from desktop.faces.pairs import Pair, read_pairs
from desktop.faces.roc import impostor_blocks
from desktop.faces.thresholds import from_table
from desktop.paths import Home, default_home
from desktop.progress import finish
from desktop.settings import Settings
from desktop.vectors import Vectors

MODELS = ("sface", "dlib-resnet", "accurate")
"""What ships with thresholds."""

RATES = [1.0, *(float(f"{m}e-{e}") for e in range(1, 6) for m in (5, 2, 1))]
"""FMR of the table, falling."""

FIT_FROM = 1e-4  # the exponential tail is fitted to the similarities of this most similar part
LAST = RATES[-1]  # and takes over here, where fewer than 50 impostors are left
FLOOR_FMR = 1e-3
BINS = np.linspace(-1, 1, 2001)

Floats = NDArray[np.float64]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("models", nargs="*", default=MODELS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--images", type=Path)
    parser.add_argument("--home", type=Path, default=default_home())
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("calibration.json"))
    chosen = parser.parse_args()
    pairs = read_pairs(chosen.data / "pairs.txt")
    with tempfile.TemporaryDirectory() as scratch:
        images = chosen.images or _unpacked(chosen.data, Path(scratch))
        home, settings = Home(chosen.home), Settings()
        embedders = [load_embedder(home, settings, name, chosen.device) for name in chosen.models]

        def all_of_them(views: Sequence[View]) -> Vectors:
            return np.concatenate([embedder.embed(views) for embedder in embedders], axis=1)

        detector = load_detector(home, settings)
        embedded = finish(embed_listed(images, chosen.data / "pairs.txt", pairs, detector, all_of_them))
    ends = np.cumsum([embedder.dimension for embedder in embedders])[:-1]
    table = {
        "about": "Made by resources/make_calibration.py; see there. Similarities are cosines.",
        "made": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "same_network": {"sface-full": "sface"},
        "models": _kept(chosen.out),
    }
    for embedder, vectors in zip(embedders, np.split(embedded.vectors, ends, axis=1), strict=True):
        name, digest = embedder.model
        own = Embedded(embedded.shots, np.ascontiguousarray(vectors), embedded.found)
        table["models"][name] = {"digest": digest, **measure(name, pairs, own)}
    chosen.out.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def _kept(out: Path) -> dict[str, Any]:
    """What was measured before; a model that is measured now takes the place of its own part."""
    try:
        return dict(json.loads(out.read_text("utf-8"))["models"])
    except FileNotFoundError:
        return {}


def _unpacked(data: Path, scratch: Path) -> Path:
    archive = data / "images.tar"
    if not archive.exists():
        return data
    with tarfile.open(archive) as tar:
        tar.extractall(scratch, filter="data")
    inner = [path for path in scratch.iterdir() if path.is_dir()]
    return inner[0] if len(inner) == 1 else scratch


def part(embedded: Embedded, pairs: Sequence[Pair]) -> Embedded:
    """The pictures that these pairs list."""
    wanted = {shot for pair in pairs for shot in (pair.first, pair.second)}
    rows = [row for row, shot in enumerate(embedded.shots) if shot in wanted]
    return Embedded(tuple(embedded.shots[r] for r in rows), embedded.vectors[rows], embedded.found[rows])


def impostor_similarities(embedded: Embedded) -> Floats:
    """Every cross-person similarity, most similar first."""
    people = [shot.person for shot, found in zip(embedded.shots, embedded.found, strict=True) if found]
    blocks = list(impostor_blocks(embedded.vectors[embedded.found], people))
    return np.sort(1 - np.concatenate(blocks) / 2)[::-1]


def genuine_similarities(embedded: Embedded, pairs: Sequence[Pair]) -> Floats:
    """Similarities of the listed same-person pairs in which both faces were found."""
    distances = embedded.distances([pair for pair in pairs if pair.same])
    return 1 - distances[np.isfinite(distances)] / 2


def measure(name: str, pairs: Sequence[Pair], embedded: Embedded) -> dict[str, object]:
    """One model's part of the file."""
    last = max(pair.fold for pair in pairs)
    learn = [pair for pair in pairs if pair.fold != last]
    check = [pair for pair in pairs if pair.fold == last]
    learned, checked = part(embedded, learn), part(embedded, check)
    impostors, genuine = impostor_similarities(learned), genuine_similarities(learned, learn)
    tail = [
        [rate, float(impostors[min(len(impostors), math.ceil(rate * len(impostors))) - 1])] for rate in RATES
    ]
    excess = impostors[: int(FIT_FROM * len(impostors))]
    beyond = float(np.mean(excess - excess[-1]))
    slope, intercept = logistic(genuine, impostors)
    table: dict[str, object] = {
        "measured_on": f"LFW, listed pictures of folds 1 to {last}; impostors are all cross-person pairs",
        "pictures": len(learned.shots),
        "people": len({shot.person for shot in learned.shots}),
        "genuine_pairs": len(genuine),
        "impostor_pairs": len(impostors),
        "tail": [[rate, round(similarity, 5)] for rate, similarity in tail],
        "beyond": round(beyond, 5),
        "beyond_note": (
            f"Measured down to FMR {LAST:g} ({round(LAST * len(impostors))} impostors above it). Past that "
            f"an exponential tail fitted to the excesses over the similarity of FMR {FIT_FROM:g} (mean "
            "excess; "
            "a generalised Pareto fit gives shape "
            f"{pareto_shape(excess):+.2f}): extrapolated, not measured."
        ),
        "floor_fmr": FLOOR_FMR,
        "floor_note": (
            "1:K never asks for less than this FMR gives, however few are enrolled: a live face is compared "
            "in many frames, smaller and worse lit than the pictures measured here, and each is a chance."
        ),
        "llr": {
            "slope": round(slope, 4),
            "intercept": round(intercept, 4),
            # With no error in n trials the rate may still be 3/n: no ratio beyond these is supported.
            "lowest": round(math.log(3 / len(genuine)), 4),
            "highest": round(math.log(len(impostors) / 3), 4),
            "note": "logistic regression, equal priors; bounds by the rule of three",
        },
    }
    table["check"] = verify(name, table, check, checked)
    return table


def logistic(genuine: Floats, impostors: Floats) -> tuple[float, float]:
    """Slope and intercept of the log-likelihood ratio: logistic regression with equal priors.

    Newton's method on histograms 1e-3 wide, each class weighing one half.
    """
    middle = (BINS[:-1] + BINS[1:]) / 2
    yes = np.histogram(genuine, BINS)[0] / (2 * len(genuine))
    no = np.histogram(impostors, BINS)[0] / (2 * len(impostors))
    design = np.stack([np.ones_like(middle), middle], axis=1)
    weights = np.zeros(2)
    for _ in range(100):
        expected = 1 / (1 + np.exp(-(design @ weights)))
        gradient = design.T @ (yes - (yes + no) * expected)
        curvature = (design * ((yes + no) * expected * (1 - expected))[:, None]).T @ design
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-10:
            break
    return float(weights[1]), float(weights[0])


def pareto_shape(excess: Floats) -> float:
    """Shape of a generalised Pareto tail by probability-weighted moments (Hosking and Wallis, 1987)."""
    rising = np.sort(excess - excess.min())
    weight = (len(rising) - 1 - np.arange(len(rising))) / (len(rising) - 1)
    first, second = rising.mean(), (rising * weight).mean()
    return float(2 - first / (first - 2 * second))


def cllr(llr_genuine: Floats, llr_impostor: Floats) -> float:
    """Cost of log-likelihood ratios in bits (Brümmer and du Preez, 2006): 0 perfect, 1 says nothing."""
    one = np.logaddexp(0, -llr_genuine).mean()
    two = np.logaddexp(0, llr_impostor).mean()
    return float((one + two) / (2 * math.log(2)))


def verify(
    name: str, table: dict[str, object], pairs: Sequence[Pair], embedded: Embedded
) -> dict[str, object]:
    """What the table does on people it has not seen."""
    calibration = from_table(name, table)
    impostors, genuine = impostor_similarities(embedded), genuine_similarities(embedded, pairs)
    rows = []
    for rate in (1e-2, 1e-3, 1e-4):
        limit = calibration.threshold(rate)
        rows.append(
            {
                "fmr_stated": rate,
                "similarity": round(limit, 5),
                "fmr_found": float(np.mean(impostors >= limit)),
                "tar_found": float(np.mean(genuine >= limit)),
            }
        )
    ratio = np.vectorize(calibration.llr)
    found = asdict(judge(pairs, embedded))
    return {
        "on": "the last fold, whose people are in no other",
        "pictures": len(embedded.shots),
        "genuine_pairs": len(genuine),
        "impostor_pairs": len(impostors),
        "rates": rows,
        "cllr_bits": round(cllr(ratio(genuine), ratio(impostors)), 4),
        "accuracy": found["accuracy"],
        "eer": found["eer"],
    }


if __name__ == "__main__":
    main()
