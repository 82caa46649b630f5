"""Runs pastiche as `bench style`'s peer; started by path with the Python of pastiche's own environment.

Imports nothing of ours. Arguments: content, style, threads, device; the pictures already have the sizes
pastiche would bring them to. Each line on standard input is a number of steps and a file: the steps are done,
the picture is saved there, and a line of JSON {"seconds", "loss"} answers; saving is not counted.
"""

from __future__ import annotations

import importlib
import json
import sys
import time


def main(content: str, style: str, threads: int, device: str) -> None:
    """pastiche with its defaults from its own start (the content), one L-BFGS iteration a step."""
    torch = importlib.import_module("torch")
    pastiche = importlib.import_module("pastiche.pastiche")
    torch.set_num_threads(threads)
    artist = pastiche.PasticheArtist(content, [style], size=None, device=device)
    for line in sys.stdin:
        steps, file = line.rstrip("\n").split(" ", 1)
        start = time.perf_counter()
        for _ in range(int(steps)):
            artist.draw()  # reads its loss, and so waits for the device
        spent = time.perf_counter() - start
        pastiche.save_image(artist.pastiche, file)
        sys.stdout.write(json.dumps({"seconds": spent, "loss": float(artist.loss)}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
