"""`likeness bench explore`: what does finding the nine strongest cost, beside a plain forward pass?

The same pictures of 224 x 224 pixels go through VGG-19 up to conv5_4 in float32, picture by picture: once
with all sixteen layers searched, once plainly. Both in turn, round after round, with all cores; the figures
are of the medians. Memory is measured twice, with as many pictures again in between.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from pathlib import Path
from typing import Final

import numpy as np
import torch

from desktop.bench.given import SAMPLES
from desktop.bench.outcome import Outcome
from desktop.explore import networks
from desktop.explore.explorable import Explorable
from desktop.explore.search import Pass, begin
from desktop.paths import Home
from desktop.pictures import picture_files, read_picture
from desktop.progress import Progress, finish
from desktop.scaled import resized
from desktop.style.memory import peak_mb
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import choose, cores, using_threads

SIDE: Final = 224
_ROUND, _ROUNDS = 12, 8  # pictures in a round


def bench_explore(
    home: Home, device: str, data: Path | None, *, side: int = SIDE, rounds: int = _ROUNDS
) -> Generator[Progress, None, Outcome]:
    """Measure. `data` is a folder of pictures; without one parts of the samples are taken."""
    chosen = choose(device)
    pictures = _pictures(home, data, side)
    with using_threads(cores()):
        network = networks.load(home, "vgg19", chosen)
        search = Pass(network, begin("vgg19", "pictures", "", "", ()))
        plain: list[float] = []
        searched: list[float] = []
        for one in pictures[:2]:  # warm
            finish(search.look(one, "warm"))
            _forward(network, one)
        before = peak_mb(chosen.name)
        for done in range(rounds):
            yield Progress(done, rounds, f"round {done + 1} of {rounds}")
            several = [pictures[(done * _ROUND + number) % len(pictures)] for number in range(_ROUND)]
            start = time.perf_counter()
            for one in several:
                _forward(network, one)
            middle = time.perf_counter()
            for number, one in enumerate(several):
                finish(search.look(one, f"{done} {number}"))
            plain.append((middle - start) / _ROUND)
            searched.append((time.perf_counter() - middle) / _ROUND)
    ours, theirs = float(np.median(searched)), float(np.median(plain))
    return Outcome(
        "explore",
        chosen.description,
        {
            "pictures": rounds * _ROUND,
            "side": side,
            "pictures_per_second": round(1 / ours, 3),
            "peak_memory_before_mb": round(before, 1),
            "peak_memory_mb": round(peak_mb(chosen.name), 1),
        },
        {"forward_per_second": round(1 / theirs, 3)},
        {"forward": round(theirs / ours, 3)},
    )


def _forward(network: Explorable, picture: Picture) -> None:
    """The network as it is, nobody looking."""
    with torch.inference_mode():
        for _layer in network.chain.walk(network.tensor(picture)):
            pass


def _pictures(home: Home, data: Path | None, side: int) -> list[Picture]:
    """Squares of `side`: of a folder's pictures, else cut from the samples."""
    if data is not None:
        files = picture_files(data)[: 4 * _ROUND]
        return [resized(read_picture(file), side, side) for file in files]
    found = []
    for name in SAMPLES:
        picture = resized(read_picture(store.file(home, name)), 3 * side, 2 * side)
        for row in range(2):
            for column in range(3):
                part = picture[row * side : (row + 1) * side, column * side : (column + 1) * side]
                found.append(np.ascontiguousarray(part))
    return found
