"""`likeness verify`: are two pictures of one person, or is somebody who they say they are?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.context import BadUsage, Context

if TYPE_CHECKING:
    from desktop.faces.face import View
    from desktop.learn.load import Comparing

_NOT_THE_SAME = 1  # the exit code of a no


def register(app: typer.Typer) -> None:
    """Add `verify` to the command line."""
    app.command("verify")(verify)


def verify(
    typer_context: typer.Context,
    pictures: Annotated[list[Path], typer.Argument(metavar="A [B]", help="Two pictures; one with --person.")],
    person: Annotated[str, typer.Option(help="The enrolled person the picture is said to show.")] = "",
    model: Annotated[str, typer.Option(help="fast, accurate, or a name of “models list”.")] = "fast",
    head: Annotated[Path | None, typer.Option(help="A head made by “train”.")] = None,
    fmr: Annotated[float | None, typer.Option(help="Accepted rate of impostors; 0.001 by default.")] = None,
    face: Annotated[
        str, typer.Option(help="only: one face in a picture; largest: take the largest.")
    ] = "only",
) -> None:
    """Say whether two faces are of one person. Leaves with 1 where they are not."""
    from desktop.faces.load import load_detector
    from desktop.faces.verify import decide, view_of
    from desktop.learn.load import load_comparing
    from desktop.pictures import read_picture

    context: Context = typer_context.obj
    if face not in ("only", "largest"):
        raise BadUsage(problem=f"--face is only or largest, not “{face}”.")
    if len(pictures) != (1 if person else 2):
        raise BadUsage(problem="Give two pictures, or one picture and --person NAME.")
    settings = context.settings()
    rate = settings.fmr if fmr is None else fmr
    if not 0 < rate < 1:
        raise BadUsage(problem=f"--fmr lies between 0 and 1, not at {rate}.")
    decoded = [read_picture(file) for file in pictures]
    detector = load_detector(context.home, settings)
    views = [
        view_of(picture, detector, face, file.name) for picture, file in zip(decoded, pictures, strict=True)
    ]
    comparing = load_comparing(context.home, settings, model, context.wanted_device, head)
    calibration = comparing.calibration()
    if person:
        similarity = _claimed(context, views[0], person, comparing)
    else:
        vectors = comparing.embedder.embed(views)
        similarity = comparing.similarity(vectors[0], vectors[1:])
    found = decide(similarity, calibration, rate)
    sign, words = ("<=", "The same person") if found.same else (">", "Not the same person")
    context.answer(
        asdict(found),
        f"{words}: distance {found.distance:.3f} {sign} {found.threshold:.3f} (FMR {found.fmr:g}), "
        f"probability {_percent(found.probability)}. A photograph of a face can fool this.",
    )
    if not found.same:
        raise typer.Exit(_NOT_THE_SAME)


def _percent(probability: float) -> str:
    """Never 0 or 100: no measurement supports certainty."""
    if probability > 0.999:
        return "over 99.9 %"
    return "under 0.1 %" if probability < 0.001 else f"{100 * probability:.1f} %"


def _claimed(context: Context, view: View, name: str, comparing: Comparing) -> float:
    """The similarity of the picture with everything that is enrolled of a person."""
    from desktop.faces.verify import NoTemplates
    from desktop.people.re_embed import re_embed

    embedder = comparing.embedder
    with context.open_people() as people:
        claimed = people.find(name)
        context.run(re_embed(people, embedder), "Embedding the enrolled")
        found = people.templates(embedder.model)
    rows = [row for row, owner in enumerate(found.owners) if owner == claimed.id]
    if not rows:
        raise NoTemplates(person=claimed.name)
    return comparing.similarity(embedder.embed([view])[0], found.matrix[rows])
