"""`likeness recognize SOURCE`: who is on each frame, one JSON line a frame, as soon as it is known."""

from __future__ import annotations

import sys
from collections.abc import Generator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.commands.context import BadUsage, Context
from desktop.pictures import SUFFIXES
from desktop.progress import Progress, finish

if TYPE_CHECKING:
    from desktop.camera.source import FrameSource
    from desktop.faces.match import Gallery
    from desktop.faces.recognise import Recogniser, Recognition
    from desktop.learn.load import Comparing

_ALL_AT_ONCE = 1_000_000  # faces embedded in one step of single pictures: each is seen just once


def register(app: typer.Typer) -> None:
    """Add `recognize` to the command line."""
    app.command("recognize")(recognize)


def recognize(
    typer_context: typer.Context,
    source: Annotated[str, typer.Argument(help="A video, a picture, a folder of pictures or a camera.")],
    model: Annotated[str, typer.Option(help="fast, accurate, or a name of “models list”.")] = "fast",
    head: Annotated[Path | None, typer.Option(help="A head made by “train”.")] = None,
    fpir: Annotated[
        float | None, typer.Option(help="Accepted share of unknown people who get a name; 0.01 by default.")
    ] = None,
) -> None:
    """Say who is on each frame of a source: one JSON line a frame, no frame left out."""
    context: Context = typer_context.obj
    settings = context.settings()
    rate = settings.fpir if fpir is None else fpir
    if not 0 < rate <= 1:
        raise BadUsage(problem=f"--fpir lies between 0 and 1, not at {rate:g}.")
    from desktop.camera.open import open_source
    from desktop.faces.load import load_detector
    from desktop.faces.recognise import AGREEMENT, BUDGET, Recogniser
    from desktop.learn.load import load_comparing

    with closing(open_source(source)) as frames:
        single = _single(source)
        # A folder's pictures may be large and show everybody once; the rest is what Live sees.
        detector = load_detector(context.home, settings, live=not single)
        comparing = load_comparing(context.home, settings, model, context.wanted_device, head)
        calibration = comparing.calibration()
        gallery, names = _enrolled(context, comparing)
        recogniser = Recogniser(
            detector,
            comparing.embedder,
            gallery,
            calibration,
            rate,
            agreement=1 if single else AGREEMENT,
            budget=_ALL_AT_ONCE if single else BUDGET,
        )
        job = _recognised(context, frames, recogniser, names)
        if sys.stdout.isatty():
            finish(job)  # the lines themselves show how far it is
        else:
            context.run(job, "Recognising")


def _single(source: str) -> bool:
    """Whether the source is single pictures, on which a person is seen just once."""
    path = Path(source).expanduser()
    return path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES)


def _enrolled(context: Context, comparing: Comparing) -> tuple[Gallery, dict[str, str]]:
    """Everybody's templates by this model, those that lack one embedded first, and names by id."""
    import numpy as np

    from desktop.faces.match import Gallery
    from desktop.people.re_embed import re_embed
    from desktop.people.unlock import exists

    embedder = comparing.embedder
    if not exists(context.home):
        return Gallery(np.empty((0, embedder.dimension), np.float32), ()), {}
    with context.open_people() as people:
        context.run(re_embed(people, embedder), "Embedding the enrolled")
        found = people.templates(embedder.model)
        return comparing.gallery(found.matrix, found.owners), {
            person.id: person.name for person in people.list()
        }


def _recognised(
    context: Context, source: FrameSource, recogniser: Recogniser, names: Mapping[str, str]
) -> Generator[Progress, None, None]:
    for frame in source.frames():
        context.print_json(line(recogniser.step(frame), names))
        yield Progress(frame.index, source.total, f"frame {frame.index}")


def line(recognition: Recognition, names: Mapping[str, str]) -> dict[str, Any]:
    """What is printed of a frame; `names` are those of the enrolled by their ids."""
    faces = [
        {
            "box": [round(value, 2) for value in face.box],
            "track": face.track,
            "name": None if face.person is None else names.get(face.person),
            "similarity": _rounded(face.similarity),
            "runner_up": _rounded(face.runner_up_similarity),
            "quality": _rounded(face.quality.score),
            "state": face.state.value,
        }
        for face in recognition.faces
    ]
    return {"frame": recognition.index, "seconds": round(recognition.seconds, 4), "faces": faces}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
