"""`likeness bench film`: what a film costs as it gets longer, and how much less it flickers.

- seconds_N, peak_memory_mb_N: the instant way at SIZE pixels over N frames, each length in a process of its
  own. A film that is shorter is played forth and back. `ratio.time` is seconds a frame of the longest over
  those of the shortest (1: time is linear), `ratio.memory` the same of the peaks (1: memory is flat).
- frames_a_second_360p: the instant way at 640 x 360.
- flicker_WAY: flow-warped error outside of what is hidden, in grey levels, over FLICKER frames from the first
  scene that is long enough, at SMALL pixels, the slow ways with ITERATIONS; `peers.frame_by_frame_WAY` paints
  each frame alone with the same settings.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop.bench.child import child
from desktop.bench.given import SAMPLES
from desktop.bench.outcome import Outcome
from desktop.camera.cut import SceneCut
from desktop.camera.scene import Scene
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import Progress, finish
from desktop.scaled import resized
from desktop.signals import coder
from desktop.signals.film import NEEDED, WAYS, FilmRecipe, FilmWork
from desktop.signals.paint import paint_film
from desktop.signals.shots import open_shots, size_of
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import cores, using_threads
from desktop.weights.fetch import fetch

LENGTHS: Final = (48, 96, 192)
FLICKER: Final = 40
ITERATIONS: Final = 20
"""Half of what `film` takes by itself: both ways paint every frame twice."""

SIZE: Final = 320
SMALL: Final = 160
FULL: Final = 640
_RATE: Final = 25


class LengthFailed(LikenessError):
    """The process of one length ended early."""

    sentence = "“bench film” stopped at {frames} frames; the details say why."


def bench_film(
    home: Home,
    device: str,
    data: Path | None,
    lengths: Sequence[int] = LENGTHS,
    iterations: int = ITERATIONS,
) -> Generator[Progress, None, Outcome]:
    """Measure; a job. `data` is a video, else a sample picture is filmed. Raises LengthFailed."""
    yield from fetch(home, [*NEEDED, *SAMPLES])
    style = read_picture(store.file(home, SAMPLES[1]))
    figures: dict[str, float | int | str | None] = {}
    peers: dict[str, float | int | str | None] = {}
    with tempfile.TemporaryDirectory(prefix="likeness-") as name:
        folder = Path(name)
        write_png(style, folder / "style.png")
        for frames in lengths:
            yield Progress(0, 0, f"{frames} frames")
            _write(folder / "film.mp4", itertools.islice(_pictures(home, data), frames), SIZE)
            found = yield from _child(home, device, folder, SIZE, frames)
            figures[f"seconds_{frames}"] = found["seconds"]
            figures[f"peak_memory_mb_{frames}"] = found["peak_memory_mb"]
        _write(folder / "film.mp4", itertools.islice(_pictures(home, data), lengths[0]), FULL)
        found = yield from _child(home, device, folder, FULL, lengths[0])
        figures["frames_a_second_360p"] = round(lengths[0] / found["seconds"], 2)
        _write(folder / "film.mp4", _scene(home, data), SMALL)
        networks = Networks(home, device)
        for way in WAYS:
            work = FilmWork(
                folder / "film.mp4",
                Style(style),
                folder / "out.mp4",
                FilmRecipe(size=SMALL, way=way, iterations=iterations),
                measure=True,
            )
            with using_threads(cores()), tempfile.TemporaryDirectory(prefix="likeness-") as kept:
                networks.home = Home(Path(kept), weights_from=home.weights.parent)
                job = paint_film(networks, work)
                while True:
                    try:
                        step = next(job)
                    except StopIteration as end:
                        flicker = end.value.flicker
                        break
                    if step is not None:
                        yield Progress(step.done, step.total, f"flicker, {way}")
            figures[f"flicker_{way}"] = round(flicker.flow_warp_error, 3)
            peers[f"frame_by_frame_{way}"] = round(flicker.per_frame_baseline, 3)
    return Outcome("film", networks.device.description, figures, peers, _ratios(figures, peers, lengths))


def _ratios(
    figures: dict[str, float | int | str | None],
    peers: dict[str, float | int | str | None],
    lengths: Sequence[int],
) -> dict[str, float]:
    def over(one: object, other: object) -> float:
        assert isinstance(one, int | float)
        assert isinstance(other, int | float)
        return round(one / max(other, 1e-9), 3)

    first, last = lengths[0], lengths[-1]
    found = {
        "time": round(over(figures[f"seconds_{last}"], figures[f"seconds_{first}"]) * first / last, 3),
        "memory": over(figures[f"peak_memory_mb_{last}"], figures[f"peak_memory_mb_{first}"]),
    }
    for way in WAYS:
        found[f"flicker_{way}"] = over(figures[f"flicker_{way}"], peers[f"frame_by_frame_{way}"])
    return found


def _pictures(home: Home, data: Path | None) -> Iterator[Picture]:
    """The film's frames without end: forth, and back from its last frame, in pieces that fit into memory."""
    if data is None:
        for frame in Scene(read_picture(store.file(home, SAMPLES[0])), "").frames():
            yield frame.picture
    while True:
        piece: list[Picture] = []
        assert data is not None
        for shot in open_shots(data).shots():
            yield shot.picture
            piece.append(shot.picture)
            if len(piece) == _PIECE:
                yield from reversed(piece)
                yield from piece
                piece.clear()
        yield from reversed(piece)


_PIECE: Final = 50


def _scene(home: Home, data: Path | None) -> list[Picture]:
    """FLICKER frames that no cut goes through; fewer where no scene is so long."""
    cut, found = SceneCut(), list[Picture]()
    best: list[Picture] = []
    given = _pictures(home, None) if data is None else (shot.picture for shot in open_shots(data).shots())
    for picture in given:
        if cut.look(picture)[0]:
            found = []
        found.append(picture)
        best = max(best, found, key=len)
        if len(best) >= FLICKER:
            break
    return best[:FLICKER]


def _write(path: Path, pictures: Iterator[Picture] | list[Picture], longer: int) -> None:
    """A film at the size that is measured, so that reading a larger one does not count."""

    def sized() -> Iterator[Picture]:
        for picture in pictures:
            height, width = picture.shape[:2]
            yield resized(picture, *size_of((width, height), longer))

    coder.write(path, sized(), _RATE)


def _child(
    home: Home, device: str, folder: Path, size: int, frames: int
) -> Generator[Progress, None, dict[str, float]]:
    """The instant way over one film, in a process of its own."""
    arguments = [str(home.weights.parent), device or "auto", str(folder), str(size)]
    told = Progress(0, 0, f"{frames} frames")
    failed = partial(_failed, frames)
    return (yield from child("desktop.bench.film", arguments, folder, told, failed))


def _failed(frames: int, details: str) -> LengthFailed:
    return LengthFailed(frames=frames, details=details)


def main(root: str, device: str, folder: str, size: str) -> None:
    """One run; a line of JSON on standard output."""
    from desktop.style.memory import peak_mb

    place = Path(folder)
    style = Style(read_picture(place / "style.png"))
    work = FilmWork(place / "film.mp4", style, place / "out.mp4", FilmRecipe(size=int(size)))
    with tempfile.TemporaryDirectory(prefix="likeness-") as kept:
        networks = Networks(Home(Path(kept), weights_from=Path(root)), device)
        _ = networks.predictor, networks.transformer  # loading is not what is measured
        with using_threads(cores()):
            result = finish(paint_film(networks, work))
    found = {"seconds": round(result.seconds, 2), "peak_memory_mb": round(peak_mb(networks.device.name), 1)}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:5])
