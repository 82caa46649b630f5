"""A transfer that survives whatever ends it: what it reached is kept on disk, and found again by its key."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path

from desktop.errors import LikenessError
from desktop.progress import watched
from desktop.style.networks import Networks
from desktop.style.recipe import Start, StyleResult, StyleStep, Work
from desktop.style.run import Run
from desktop.style.run_files import digest
from desktop.style.runs import Runs
from desktop.style.transfer import transfer

_OF_NO_MATTER = ("iterations", "seconds")
"""Choices that say how far a run goes, not where to."""


def key(work: Work, out: Path) -> str:
    """The name of the run that paints this work for this file; its iterations and seconds do not count."""
    recipe = {name: value for name, value in asdict(work.recipe).items() if name not in _OF_NO_MATTER}
    styles = [
        (digest([style.picture]), style.weight, None if style.mask is None else digest([style.mask]))
        for style in work.styles
    ]
    made_of = repr((recipe, str(out.absolute()), digest([work.content]), styles))
    return f"file-{hashlib.sha256(made_of.encode()).hexdigest()[:32]}"


def kept_transfer(
    networks: Networks, work: Work, title: str, name: str, *, resume: bool
) -> Generator[StyleStep | None, None, StyleResult]:
    """`transfer`, every few steps of it kept as the run called `name`, its end too: `forget` lets it go.

    With `resume` a kept run of that name goes on from its newest state; where there is none, it begins.
    Raises what `transfer` raises, and DiskFull or NotWritable before the first step.
    """
    runs = Runs(networks.home)
    start: Start | None = None
    if resume and name in runs:
        start = runs.open(name).start
    run = runs.begin(work, title, name) if start is None else runs.resume(name)
    result: StyleResult | None = None
    try:
        result = yield from watched(transfer(networks, work, start), partial(_keep, run))
        return result
    finally:
        with suppress(LikenessError):  # as in _keep: the picture, or why the run ended, matters more
            run.finish(result)
            if not run.numbers:  # it never had a picture: there is nothing to go on from
                runs.forget(name)


def forget(networks: Networks, name: str) -> None:
    """Let go of a run whose picture is safe; until then a full disk costs no more than another `--resume`."""
    with suppress(LikenessError):
        Runs(networks.home).forget(name)


def _keep(run: Run, step: StyleStep) -> None:
    """A disk that is full costs the states that could be gone back to, not the picture that is painted."""
    with suppress(LikenessError):
        run.keep(step)
