"""A peer that runs as a process of its own, and answers a line with a line."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.errors import LikenessError

Ask = Callable[[str], str]
"""Given a line without its end it gives the answer, which ends in a new line. Raises PeerFailed."""


class PeerFailed(LikenessError):
    """What a benchmark compares with did not run through."""

    sentence = "The benchmark compares with {peer}, which did not run here; the details say why."


@contextmanager
def peer(name: str, python: Path, script: Path, arguments: Sequence[str]) -> Iterator[Ask]:
    """The script in that Python, for as long as the block lasts; `name` is what errors call it."""
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(
            [str(python), str(script), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        tell, hear = process.stdin, process.stdout

        def ask(line: str) -> str:
            try:
                tell.write(line + "\n")
                tell.flush()
                answer = hear.readline()
            except OSError as error:
                raise failed(repr(error)) from error
            if not answer:
                raise failed("it ended without a word")
            return answer

        def failed(problem: str) -> PeerFailed:
            log.seek(0)
            return PeerFailed(peer=name, details=log.read()[-4000:] or problem)

        try:
            yield ask
        finally:
            process.kill()
            process.wait()
            hear.close()
            with suppress(OSError):  # a line may be left that nobody took
                tell.close()
