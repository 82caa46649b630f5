"""Paint the pictures of styles that ship with Likeness.

    python resources/make_styles.py [--out DIR] [NAME ...]

Everything is drawn by the functions of resources/painter from a seed, so the pictures are ours and can be
made anew. They are written to resources/styles with the list that the shelf reads; that takes some minutes.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from painter import glass, oils, prints, thread, water
from painter.brush import to_bytes
from painter.field import Chance, Colours

from desktop.opencv import cv2

SIDE = 768
_FINER = 2  # painted so many times larger: bristles and threads are thinner than a pixel
_QUALITY = 90
_LARGEST = 250_000  # bytes of a file
_SEED = 7

STYLES: Sequence[tuple[str, str, Callable[[int, Chance], Colours]]] = (
    ("night-wind", "Night wind", oils.night_wind),
    ("harbour", "Harbour in watercolour", water.harbour),
    ("woodcut", "Woodcut of the sea", prints.woodcut),
    ("lily-pond", "Lily pond", oils.lily_pond),
    ("facets", "Guitar in facets", glass.facets),
    ("rose-window", "Rose window", glass.rose_window),
    ("poppies", "Poppies at dusk", oils.poppies),
    ("points", "Points of light", water.dots),
    ("mosaic", "Mosaic of two fish", glass.mosaic),
    ("marbled-paper", "Marbled paper", water.marbled),
    ("batik", "Batik", prints.batik),
    ("silk", "Silk flowers", thread.embroidery),
)
"""File name, what a person calls it, who paints it; in the shelf's order, the best to begin with first."""


def painted(paint: Callable[[int, Chance], Colours], side: int = SIDE) -> Image.Image:
    """One picture, `side` pixels square; the same for the same side every time."""
    fine = paint(side * _FINER, np.random.default_rng(_SEED))
    return Image.fromarray(to_bytes(cv2.resize(fine, (side, side), interpolation=cv2.INTER_AREA)))


def encoded(picture: Image.Image) -> bytes:
    """As JPEG, in the best quality up to _QUALITY whose file is small enough."""
    for quality in range(_QUALITY, 50, -2):
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=quality, optimize=True)
        if buffer.tell() <= _LARGEST:
            break
    return buffer.getvalue()


def main() -> None:
    """Paint all of them, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="file names without their ending; none: all")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent / "styles")
    options = parser.parse_args()
    options.out.mkdir(exist_ok=True)
    for file, _, paint in STYLES:
        if not options.names or file in options.names:
            (options.out / f"{file}.jpg").write_bytes(encoded(painted(paint)))
    index = [{"file": f"{file}.jpg", "name": name} for file, name, _ in STYLES]
    (options.out / "index.json").write_text(json.dumps(index, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
