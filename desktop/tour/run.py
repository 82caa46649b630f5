"""Runs the tour: a throwaway home that shares only the weights, the real window, a folder of pictures."""

from __future__ import annotations

import json
import shutil
from collections.abc import Generator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.camera.open import open_source
from desktop.camera.scene import Scene
from desktop.camera.source import FrameSource
from desktop.errors import FileMissing
from desktop.files import replaced
from desktop.paths import Home, resources
from desktop.pictures import read_picture, write_png
from desktop.progress import Progress
from desktop.settings import Settings
from desktop.style.networks import NEEDED
from desktop.tour.stage import throwaway, window
from desktop.weights import store
from desktop.weights.catalogue import needed_for_live
from desktop.weights.fetch import fetch
from desktop.work.sample import PORTRAIT

if TYPE_CHECKING:
    from desktop.tour.driver import Step

PHOTO = "sample-chelsea"
GROUP = "sample-six-faces"
"""Only measured: its licence does not let it be shown."""
SHOWN = (
    PORTRAIT,
    PHOTO,
    *(
        f"sample-{name}"
        for name in ("coffee", "rocket", "hubble", "retina", "ihc", "brick", "grass", "gravel")
    ),
)
"""Samples that are there. Explore looks at the first of them, and at some of the styles that ship."""
_LOOKED_AT, _PAINTED = 6, 3


def tour(
    home: Home,
    out: Path,
    *,
    source: str = "",
    enroll: Sequence[tuple[str, Path]] = (),
    scheme: str = "dark",
    device: str = "",
) -> Generator[Progress, None, tuple[Step, ...]]:
    """Drive the window through every page; writes NN-page.png and tour.json to `out`.

    `source` is a video in place of the moving sample, `enroll` has people to enrol beforehand. Raises what
    fetching raises, FileMissing and NotWritable. The window is shown on Qt's offscreen platform.
    """
    for _, picture in enroll:
        if not picture.is_file():
            raise FileMissing(path=picture)
    if source:
        open_source(source).close()  # one sentence now instead of a tour of a broken source
    yield from fetch(home, [*needed_for_live(), *NEEDED, *SHOWN, GROUP])
    with throwaway(home) as stage:
        return (yield from _drive(stage, out, source, tuple(enroll), scheme, device))


def _drive(
    home: Home,
    out: Path,
    source: str,
    enroll: tuple[tuple[str, Path], ...],
    scheme: str,
    device: str,
) -> Generator[Progress, None, tuple[Step, ...]]:
    from desktop.faces.load import load_detector
    from desktop.tour.crowd import make_people
    from desktop.tour.driver import Driver
    from desktop.tour.steps import CAMERA, Props, Steps

    portrait = store.file(home, PORTRAIT)
    sample = read_picture(portrait)
    other_view = home.root / "another view.png"
    write_png(Scene(sample, "").at(5.0), other_view)

    def opener(_named: str) -> FrameSource:
        return open_source(source) if source else Scene(sample, CAMERA)

    people = home.root / "people"
    faces = [sample, read_picture(store.file(home, GROUP))]
    make_people(faces, load_detector(home, Settings()), people)

    pictures = home.root / "pictures"
    pictures.mkdir()
    painted = sorted((resources() / "styles").glob("*.jpg"))[:_PAINTED]
    for each in (*(store.file(home, name) for name in SHOWN[:_LOOKED_AT]), *painted):
        shutil.copy(each, pictures)

    with window(home, device, opener, scheme, welcome=True) as app:
        driver = Driver(app.window, out)
        props = Props(portrait, other_view, enroll, store.file(home, PHOTO), people, pictures)
        steps = Steps(app, driver, props).all()
        for done, step in enumerate(steps):
            yield Progress(done, len(steps), (step.__doc__ or "").strip(" ."))
            step()
    with replaced(out / "tour.json") as file:
        record = {"steps": [asdict(step) for step in driver.steps]}
        file.write(json.dumps(record, indent=2, ensure_ascii=False).encode())
    return tuple(driver.steps)
