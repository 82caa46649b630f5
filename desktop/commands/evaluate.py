"""`likeness evaluate`: how well faces are told apart, on a list of pairs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.context import BadUsage, Context

_SMALLEST, _LARGEST = 2, 112


def register(app: typer.Typer) -> None:
    """Add `evaluate` to the command line."""
    app.command("evaluate")(evaluate)


def evaluate(
    typer_context: typer.Context,
    images: Annotated[Path, typer.Option(help="Folder with Name/Name_0001.jpg.")],
    pairs: Annotated[Path, typer.Option(help="List of pairs in the LFW format.")],
    model: Annotated[str, typer.Option(help="fast, accurate, or a name of “models list”.")] = "fast",
    head: Annotated[Path | None, typer.Option(help="A head made by “train”.")] = None,
    reduce: Annotated[
        int | None, typer.Option(help="Shrink faces to so many pixels a side first, for example 16.")
    ] = None,
) -> None:
    """Measure accuracy and rates on pairs of pictures, as with Labeled Faces in the Wild."""
    from desktop.faces.load import load_detector
    from desktop.learn.listed import evaluate_with
    from desktop.learn.load import load_comparing

    context: Context = typer_context.obj
    if reduce is not None and not _SMALLEST <= reduce <= _LARGEST:
        raise BadUsage(problem=f"--reduce lies between {_SMALLEST} and {_LARGEST}, not at {reduce}.")
    settings = context.settings()
    detector = load_detector(context.home, settings)
    comparing = load_comparing(context.home, settings, model, context.wanted_device, head)
    job = evaluate_with(images, pairs, detector, comparing, reduce=reduce)
    found = context.run(job, "Evaluating")
    if context.json:
        context.print_json(asdict(found))
        return
    context.say(
        f"Accuracy {found.accuracy:.2%} (± {found.accuracy_std:.2%} over {found.folds} folds), "
        f"{found.pairs} pairs, {found.undetected} pictures without a face, {found.seconds:.0f} s."
    )
    context.table(
        ("FMR", "TAR", "threshold on distance", ""),
        [
            (
                rate,
                _share(found.tar[rate]),
                _number(limit),
                "" if found.supported[rate] else "too few impostors",
            )
            for rate, limit in found.threshold.items()
        ],
    )


def _share(value: float | None) -> str:
    return "none" if value is None else f"{value:.2%}"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"
