"""A run that survives whatever ends it: its state is kept on disk, and found again by what it is made of."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Final

import numpy as np

from desktop.errors import LikenessError
from desktop.files import replaced
from desktop.paths import Home
from desktop.signals.recipe import SoundRecipe, SoundResult, SoundStart, SoundStep, SoundWork

EVERY: Final = 5.0
"""Seconds after which a run's state is kept again, so that a crash costs no more."""

_VERSION: Final = "1"


def state_file(home: Home, work: SoundWork) -> Path:
    """Where the state of a run with these sounds lies; weights and iterations may change and do not count."""
    found = hashlib.sha256(f"{work.recipe.init} {work.recipe.seed}".encode())
    for sound in (work.content, work.style):
        found.update(str(len(sound.samples)).encode())
        found.update(np.ascontiguousarray(sound.samples).data)
    return home.sounds / f"{found.hexdigest()[:32]}.safetensors"


def kept_sound(
    home: Home, work: SoundWork, *, resume: bool, device: str = "cpu"
) -> Generator[SoundStep | None, SoundRecipe | None, SoundResult]:
    """`sound_transfer`, its state kept every few seconds; a finished run is not kept.

    With `resume` a run of the same sounds, start and seed goes on where it stood. A disk that is full costs
    the state, not the sound.
    """
    import torch

    from desktop.signals.sound import sound_transfer

    file = state_file(home, work)
    start = read_state(file, work) if resume else None
    job = sound_transfer(work, start, torch.device(device))
    newest: SoundStep | None = None
    kept_at, done = time.monotonic(), False
    news: SoundRecipe | None = None
    try:
        while True:
            try:
                told = job.send(news)
            except StopIteration as end:
                done = True
                result: SoundResult = end.value
                return result
            if told is not None:
                newest = told
                if told.iteration and time.monotonic() - kept_at > EVERY:
                    _keep(file, told)
                    kept_at = time.monotonic()
            news = yield told
    finally:
        job.close()
        if done:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        elif newest is not None and newest.iteration:
            _keep(file, newest)


def read_state(file: Path, work: SoundWork) -> SoundStart | None:
    """Where a run stands; None where nothing is kept, or nothing that can be read and fits."""
    from safetensors import SafetensorError, safe_open

    from desktop.signals.spectrum import HOP, N_FFT

    shapes = (
        (1, N_FFT // 2 + 1, 1 + len(work.content.samples) // HOP),
        (len(work.content.samples),),
    )
    try:
        with safe_open(file, framework="numpy") as found:
            about = found.metadata()
            canvas = np.asarray(found.get_tensor("canvas"), np.float32)
        if about["version"] != _VERSION or canvas.shape not in shapes or not np.isfinite(canvas).all():
            return None
        curve = tuple((int(i), float(c), float(s)) for i, c, s in json.loads(about["curve"]))
        return SoundStart(canvas, int(about["iteration"]), float(about["seconds"]), curve)
    except (OSError, SafetensorError, ValueError, LookupError, TypeError):
        return None


def _keep(file: Path, step: SoundStep) -> None:
    from safetensors.numpy import save

    about = {
        "version": _VERSION,
        "iteration": str(step.iteration),
        "seconds": str(step.seconds),
        "curve": json.dumps(step.curve),
    }
    with suppress(LikenessError), replaced(file) as target:
        target.write(save({"canvas": np.ascontiguousarray(step.canvas)}, about))
