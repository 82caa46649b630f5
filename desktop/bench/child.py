"""A module of the benchmarks in a process of its own: its memory and its start are nobody else's."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

from desktop.errors import LikenessError
from desktop.progress import Progress

Failed = Callable[[str], LikenessError]


def child(
    module: str,
    arguments: Sequence[str],
    folder: Path,
    told: Progress,
    failed: Failed,
) -> Generator[Progress, None, dict[str, Any]]:
    """Run `module` and give the JSON object it prints; `told` is yielded while it works.

    What it says lies in `folder`. Where it ends badly what `failed` makes of its last words is raised.
    """
    said, problems = folder / "said", folder / "problems"
    with said.open("wb") as out, problems.open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=out, stderr=log)
        try:
            while process.poll() is None:
                time.sleep(0.2)
                yield told
        finally:
            process.kill()
            process.wait()
    if process.returncode:
        raise failed(problems.read_text("utf-8", errors="replace")[-4000:])
    found: dict[str, Any] = json.loads(said.read_text("utf-8"))
    return found
