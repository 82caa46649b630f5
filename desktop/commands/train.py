"""`likeness train`: teach the similarity function on a folder of people, or a small network on classes."""

from __future__ import annotations

import math
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from desktop.commands.context import BadUsage, Context
from desktop.commands.recordings import train_recordings
from desktop.files import check_writable
from desktop.learn.recipe import Recipe

if TYPE_CHECKING:
    from desktop.faces.evaluate import Evaluation
    from desktop.faces.face import Detector
    from desktop.faces.pairs import Pair
    from desktop.learn.below import Below
    from desktop.learn.folder import Shots
    from desktop.learn.head_file import Head
    from desktop.learn.train import Trained

_USUAL = Recipe()
_SHOWN = 5  # pictures left out that are named


def register(app: typer.Typer) -> None:
    """Add `train` to the command line."""
    app.command("train")(train)


def train(
    typer_context: typer.Context,
    out: Annotated[Path, typer.Option("--out", "-o", help="File of the trained head, or network.")],
    images: Annotated[
        Path | None, typer.Option(help="Folder with one folder of pictures for each person.")
    ] = None,
    recordings: Annotated[
        Path | None,
        typer.Option(
            help="Folder with one folder of recordings (WAV, CSV, ...), video clips or volumes (TIFF, or a "
            "folder of slices each) for each class, to explore."
        ),
    ] = None,
    method: Annotated[str, typer.Option(help="triplet or binary; with --images to be named.")] = "",
    mode: Annotated[str, typer.Option(help="head, top (SFace's last layer) or scratch.")] = _USUAL.mode,
    mining: Annotated[str, typer.Option(help="random, semihard or hard.")] = _USUAL.mining,
    form: Annotated[str, typer.Option(help="Of binary: absolute or chi-square.")] = _USUAL.form,
    margin: Annotated[float, typer.Option(help="alpha, on squared distances.")] = _USUAL.margin,
    epochs: Annotated[
        int | None, typer.Option(help="Times that everybody is seen; 10, of recordings 60 by default.")
    ] = None,
    views: Annotated[
        int | None,
        typer.Option(help="Changed views of each picture, 4; windows of each recording, 16 by default."),
    ] = None,
    pull: Annotated[
        float | None, typer.Option(help="Pull towards the untrained network; 2 by default.")
    ] = None,
    rate: Annotated[float | None, typer.Option(help="Learning rate.")] = None,
    seed: Annotated[int, typer.Option(help="Of everything that is drawn.")] = _USUAL.seed,
    pairs: Annotated[
        Path | None,
        typer.Option(help="List of pairs to measure on; the people of its last fold are kept aside."),
    ] = None,
    reduce: Annotated[
        int | None, typer.Option(help="Teach faces of so many pixels a side too, for example 16.")
    ] = None,
    model: Annotated[str, typer.Option(help="fast, accurate, or a name of “models list”.")] = "fast",
) -> None:
    """Teach the similarity function on your own people, or a small network that `explore` shows.

    Leaves with 2 where training broke down.
    """
    context: Context = typer_context.obj
    if (images is None) == (recordings is None):
        raise BadUsage(problem="Give either --images or --recordings; see likeness train --help.")
    if recordings is not None:
        if method not in ("", "triplet") or mode != _USUAL.mode or (pairs, pull, reduce) != (None,) * 3:
            problem = "--mode, --pairs, --pull, --reduce and --method binary go with --images only."
            raise BadUsage(problem=problem)
        wanted = {"mining": mining, "margin": margin, "epochs": epochs, "views": views, "rate": rate}
        train_recordings(context, recordings, out, {**wanted, "seed": seed})
        return
    assert images is not None
    if not method:
        raise BadUsage(problem="Name a method: --method triplet or --method binary.")
    recipe = Recipe(
        method=method,
        mode=mode,
        mining=mining,
        form=form,
        margin=margin,
        epochs=_USUAL.epochs if epochs is None else epochs,
        views=_USUAL.views if views is None else views,
        pull=pull,
        rate=rate,
        seed=seed,
        reduce=reduce,
    )
    if out.is_dir():
        raise BadUsage(problem=f"“{out}” is a folder; name a file for the head with -o.")
    check_writable(out)  # not after minutes of training
    from desktop.faces.load import load_detector
    from desktop.learn.listed import last_fold
    from desktop.learn.load import load_below

    settings = context.settings()
    listed = None if pairs is None else last_fold(images, pairs)
    detector = load_detector(context.home, settings)
    below = load_below(context.home, settings, recipe, model, context.wanted_device)
    shots = _shots(context, images, detector)
    from desktop.weights.device import cores, using_threads

    with using_threads(cores()):  # no window is beside this command
        trained = _trained(context, shots, recipe, below, model, out.stem, listed)
        measured = None
        if trained.head is not None and listed is not None and pairs is not None:
            measured = _measured(context, images, pairs, listed, detector, model, trained.head, reduce)
    if trained.head is not None:
        from desktop.learn import head_file

        head_file.write(_told(trained, trained.head), out)
    _answer(context, recipe, trained, out, measured, [problem.sentence for problem in shots.problems])
    if trained.collapse is not None:  # there is no head, and no file of it
        raise trained.collapse.error


def _shots(context: Context, images: Path, detector: Detector) -> Shots:
    from desktop.learn.errors import SeveralPeople
    from desktop.learn.folder import find_faces, read_folder

    folder = context.run(read_folder(images), "Reading the folder")
    shots = context.run(find_faces(folder, detector), "Finding faces")
    if not context.json:
        # What was left out before what was taken with a doubt: a picture with two names needs the user.
        told = sorted(shots.problems, key=lambda problem: isinstance(problem.error, SeveralPeople))
        for problem in told[:_SHOWN]:
            context.say(problem.sentence)
        if len(shots.problems) > _SHOWN:
            context.say(f"{len(shots.problems) - _SHOWN} more pictures were left out or taken with a doubt.")
    return shots


def _trained(
    context: Context,
    shots: Shots,
    recipe: Recipe,
    below: Below,
    model: str,
    title: str,
    listed: tuple[Pair, ...] | None,
) -> Trained:
    from desktop.faces.load import load_embedder
    from desktop.learn.checkpoint import FileCheckpoints
    from desktop.learn.dataset import from_shots
    from desktop.learn.train import train as training

    held_out = None
    if listed is not None:
        # Folders are read with spaces for underscores.
        held_out = {
            shot.person.replace("_", " ").strip() for pair in listed for shot in (pair.first, pair.second)
        }
    versus = None
    if recipe.mode == "scratch":
        versus = load_embedder(context.home, context.settings(), model, context.wanted_device)
    job = training(
        from_shots(shots),
        recipe,
        below,
        title=title,
        held_out=held_out,
        versus=versus,
        store=FileCheckpoints(context.home.root / "training"),
    )
    return context.run(job, "Training")


def _measured(
    context: Context,
    images: Path,
    file: Path,
    listed: tuple[Pair, ...],
    detector: Detector,
    model: str,
    head: Head,
    reduce: int | None,
) -> tuple[Evaluation, Evaluation]:
    """Before and after on the list's own pairs."""
    from desktop.learn.listed import evaluate_with
    from desktop.learn.load import load_comparing, with_head

    settings = context.settings()
    plain = load_comparing(context.home, settings, model, context.wanted_device)
    taught = with_head(context.home, settings, model, context.wanted_device, head)
    before, after = (
        context.run(
            evaluate_with(images, file, detector, comparing, pairs=listed, reduce=reduce), "Measuring"
        )
        for comparing in (plain, taught)
    )
    return before, after


def _told(trained: Trained, head: Head) -> Head:
    """The head with what was measured, for whoever looks at the file later."""
    found = None if trained.comparison is None else asdict(trained.comparison)
    return replace(head, words={**head.words, "comparison": found})


def _finite(words: dict[str, Any]) -> dict[str, Any]:
    """The same without numbers that are none, which JSON has no word for."""
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in words.items()
    }


def _answer(
    context: Context,
    recipe: Recipe,
    trained: Trained,
    out: Path,
    measured: tuple[Evaluation, Evaluation] | None,
    problems: list[str],
) -> None:
    before, after = measured or (trained.before, trained.after)
    comparison = trained.comparison
    found: dict[str, Any] = {
        "method": recipe.method,
        "mode": recipe.mode,
        "mining": recipe.mining if recipe.method == "triplet" else None,
        "history": [_finite(asdict(epoch)) for epoch in trained.epochs],
        "before": asdict(before),
        "after": None if after is None else asdict(after),
        "collapsed": trained.collapse is not None,
        "reason": None if trained.collapse is None else trained.collapse.sentence,
        "problems": problems,
        "thresholds": trained.head is not None and trained.head.calibration is not None,
        "comparison": None if comparison is None else {**asdict(comparison), "verdict": comparison.verdict},
        "full_size": None
        if trained.full is None
        else {**asdict(trained.full), "verdict": trained.full.verdict},
        "seconds": round(trained.seconds, 3),
        "training_seconds": round(trained.training_seconds, 3),
    }
    if trained.collapse is not None:
        if context.json:
            context.print_json(found)
        return
    lines = [f"{out}: {len(trained.epochs)} epochs in {trained.training_seconds:.0f} s."]
    if comparison is not None:
        lines.append(comparison.sentence)
    if trained.full is not None:
        lines.append(f"At full size: {trained.full.sentence[0].lower()}{trained.full.sentence[1:]}")
    if trained.head is not None and trained.head.calibration is None:
        own = recipe.method == "triplet" and recipe.mode != "scratch"
        then = "it takes those of the untrained model" if own else "“verify” can't use this head"
        lines.append(f"Too few people were kept aside for thresholds of its own; {then}.")
    context.answer(found, "\n".join(lines))
