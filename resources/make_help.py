"""Make the pictures of the help and of the README: the tour runs, and its pictures are reduced.

    python resources/make_help.py [--home DIR] [--dark DIR] [--light DIR]

Each scheme takes a tour, some minutes; a folder of one that has run already is taken as it is. Nobody is
shown whom a licence keeps out: every face on every picture is compared with those that are only measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.faces.face import View
from desktop.faces.load import load_detector, load_embedder
from desktop.paths import Home, default_home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from desktop.tour.run import GROUP, tour
from desktop.weights import store

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 960  # of a help picture: sharp where the page shows it at twice its pixels on most screens
_QUALITY = 80
_LARGEST = 2_000_000  # bytes of all help pictures together
_ALIKE = 0.3  # cosine; below what one in a thousand strangers reaches, so that nobody is missed


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the tour's page and which of that page's steps, counted from 1."""

    name: str
    page: str
    step: int


HELP = (
    Shot("live", "live", 3),
    Shot("people", "people", 3),
    Shot("compare", "compare", 2),
    Shot("calibrate", "calibrate", 2),
    Shot("learn", "learn", 1),  # the steps after it show faces that are only measured
    Shot("studio", "studio", 6),
    Shot("explore", "explore", 5),
    Shot("sound", "sound", 3),
    Shot("film", "film", 2),
    Shot("models", "models", 1),
    Shot("settings", "settings", 1),
    Shot("checkup", "checkup", 1),
)
README = (
    Shot("welcome", "welcome", 1),
    Shot("live-unknown", "live", 1),
    Shot("live-known", "live", 3),
    Shot("people", "people", 3),
    Shot("compare", "compare", 2),
    Shot("studio", "studio", 6),
    Shot("explore", "explore", 5),
    Shot("film", "film", 2),
)


def picked(folder: Path, shots: Sequence[Shot]) -> Iterator[tuple[Shot, Path]]:
    """Each shot and the tour's picture of it. Raises SystemExit where a step went wrong or is not there."""
    steps = json.loads((folder / "tour.json").read_text("utf-8"))["steps"]
    for shot in shots:
        mine = [step for step in steps if step["page"] == shot.page]
        if len(mine) < shot.step or not mine[shot.step - 1]["ok"]:
            sys.exit(f"{folder}: step {shot.step} of {shot.page} is missing or went wrong")
        yield shot, folder / mine[shot.step - 1]["picture"]


def refuse_group(home: Home, pictures: Sequence[Path]) -> None:
    """Raises SystemExit where a picture shows one of the people who may not be shown."""
    detector, embedder = load_detector(home, Settings()), load_embedder(home, Settings(), device="cpu")

    def views(file: Path) -> list[View]:
        picture = read_picture(file)
        return [View(picture, face.landmarks) for face in detector.detect(picture)]

    group = embedder.embed(views(store.file(home, GROUP)))
    for file in pictures:
        shown = views(file)
        if shown and float((embedder.embed(shown) @ group.T).max()) > _ALIKE:
            sys.exit(f"{file} shows a face that its licence does not let be shown")


def write(source: Path, target: Path, width: int) -> int:
    """Reduce a picture to `width` pixels; gives the bytes written."""
    with Image.open(source) as opened:
        plain = opened.convert("RGB")
    height = round(plain.height * width / plain.width)
    plain.resize((width, height), Image.Resampling.LANCZOS).save(target, quality=_QUALITY, method=6)
    return target.stat().st_size


def make(home: Home, dark: Path, light: Path) -> None:
    """Write every picture anew; those that nobody asks for any more go."""
    everything = {file for folder in (dark, light) for _, file in picked(folder, (*HELP, *README))}
    refuse_group(home, sorted(everything))
    pictures, screenshots = ROOT / "resources" / "help" / "pictures", ROOT / "resources" / "screenshots"
    for folder in (pictures, screenshots):
        folder.mkdir(parents=True, exist_ok=True)
        for old in (*folder.glob("*.webp"), *folder.glob("*.png")):
            old.unlink()
    total = 0
    for scheme, folder in (("dark", dark), ("light", light)):
        for shot, file in picked(folder, HELP):
            total += write(file, pictures / f"{shot.name}-{scheme}.webp", WIDTH)
    if total > _LARGEST:
        sys.exit(f"the help's pictures have {total} bytes, more than {_LARGEST}")
    readme = sum(write(file, screenshots / f"{shot.name}.webp", 1280) for shot, file in picked(dark, README))
    print(f"help: {2 * len(HELP)} pictures, {total} bytes; README: {len(README)}, {readme} bytes")  # noqa: T201


def main() -> None:
    """The script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, default=default_home(), help="whose weights are used")
    parser.add_argument("--dark", type=Path, help="a tour in dark that has run")
    parser.add_argument("--light", type=Path, help="a tour in light that has run")
    given = parser.parse_args()
    home = Home(given.home)
    home.make()
    with tempfile.TemporaryDirectory(prefix="likeness-help-") as scratch:
        folders: list[Path] = []
        for scheme, folder in (("dark", given.dark), ("light", given.light)):
            if folder is None:
                folder = Path(scratch) / scheme
                finish(tour(home, folder, scheme=scheme, device="cpu"))
            folders.append(folder)
        make(home, *folders)


if __name__ == "__main__":
    main()
