"""pastiche in an environment of its own, told when to go on: `bench style`'s peer."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from desktop.bench.peer import peer
from desktop.pictures import read_picture, write_png
from desktop.vectors import Picture

SOURCE: Final = "pastiche==1.6.0"

_SCRIPT: Final = Path(__file__).with_name("peer_pastiche.py")


class Reached(NamedTuple):
    """The picture after some steps, what they took, and the loss as pastiche tells it."""

    picture: Picture
    seconds: float
    loss: float


@contextmanager
def running(
    python: Path, content: Picture, style: Picture, threads: int, device: str
) -> Iterator[Callable[[int], Reached]]:
    """pastiche with its defaults; given a number of steps it does them. Raises PeerFailed."""
    with tempfile.TemporaryDirectory(prefix="likeness-") as name:
        files = [Path(name) / file for file in ("content.png", "style.png", "out.png")]
        write_png(content, files[0])
        write_png(style, files[1])
        arguments = [str(files[0]), str(files[1]), str(threads), device]
        with peer(SOURCE, python, _SCRIPT, arguments) as ask:

            def go_on(steps: int) -> Reached:
                found = json.loads(ask(f"{steps} {files[2]}"))
                return Reached(read_picture(files[2]), found["seconds"], found["loss"])

            yield go_on
