"""What a run of the defaults takes at several sizes, each in a process of its own."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Generator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.bench.child import child
from desktop.bench.outcome import Outcome
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import Progress, finish, watched
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style, StyleStep, Work
from desktop.style.scales import plan
from desktop.vectors import Picture

ITERATIONS: Final = Recipe().iterations


class SizeFailed(LikenessError):
    """The process of one size ended early."""

    sentence = "“bench style” stopped at {size} pixels; the details say why."


def bench_sizes(
    home: Home, device: str, content: Picture, style: Picture, sizes: Sequence[int]
) -> Generator[Progress, None, Outcome]:
    """Seconds, seconds an iteration at the finest scale, and peak memory for each size. Raises SizeFailed."""
    figures: dict[str, float | int | str | None] = {}
    described = ""
    with tempfile.TemporaryDirectory(prefix="likeness-") as name:
        folder = Path(name)
        given = folder / "content.png", folder / "style.png"
        write_png(content, given[0])
        write_png(style, given[1])
        for number, size in enumerate(sizes):
            found = yield from _child(home, device, given, folder, size, number, len(sizes))
            described = str(found.pop("device"))
            figures.update({f"{key}_{size}": value for key, value in found.items()})
    return Outcome("style", described, figures)


def _child(
    home: Home, device: str, given: tuple[Path, Path], folder: Path, size: int, number: int, total: int
) -> Generator[Progress, None, dict[str, float | int | str | None]]:
    arguments = [str(each) for each in (home.weights.parent, device or "auto", *given, size, ITERATIONS)]
    told = Progress(number, total, f"{size} pixels")
    failed = partial(_failed, size)
    return (yield from child("desktop.bench.growth", arguments, folder, told, failed))


def _failed(size: int, details: str) -> SizeFailed:
    return SizeFailed(size=size, details=details)


def main(root: str, device: str, content: str, style: str, size: str, iterations: str) -> None:
    """One run; a line of JSON on standard output."""
    from desktop.style.transfer import transfer
    from desktop.weights.device import cores, using_threads

    recipe = Recipe(size=int(size), iterations=int(iterations))
    work = Work(read_picture(Path(content)), (Style(read_picture(Path(style))),), recipe)
    top = plan(work.content.shape[1], work.content.shape[0], work.recipe)[-1]
    finest: list[float] = []

    def see(step: StyleStep) -> None:
        if step.losses and step.picture.shape[:2] == (top.height, top.width):
            finest.append(step.seconds)

    job = watched(transfer(Networks(Home(Path(root)), device), work), see)
    with using_threads(cores()):
        result = finish(job)
    found = {
        "device": result.device,
        "seconds": round(result.seconds, 1),
        "seconds_an_iteration": round((finest[-1] - finest[0]) / max(1, len(finest) - 1), 3),
        "iterations_at_the_top": len(finest),
        "peak_memory_mb": round(result.peak_memory_mb, 0),
        "notes": " ".join(result.notes),
    }
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:7])
