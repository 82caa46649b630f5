"""`likeness stylize`: a photo in the style of other pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.context import BadUsage, Context
from desktop.errors import SeveralPictures
from desktop.progress import watched
from desktop.style.recipe import GATYS, Losses, Preview, Recipe, Style, StyleStep, Work

if TYPE_CHECKING:
    from desktop.style.networks import Networks
    from desktop.style.recipe import Mask
    from desktop.vectors import Picture

_USUAL = Recipe()
_LAYERS = ",".join(layer for layer, _ in GATYS)


def register(app: typer.Typer) -> None:
    """Add `stylize` to the command line."""
    app.command("stylize")(stylize)


def stylize(
    typer_context: typer.Context,
    content: Annotated[Path, typer.Argument(help="The photo.")],
    style: Annotated[list[Path], typer.Argument(help="One or more pictures to paint it like.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="PNG, JPEG or TIFF; the settings go inside.")],
    size: Annotated[int, typer.Option(help="Longer side of the result in pixels.")] = _USUAL.size,
    iterations: Annotated[int, typer.Option(help="Steps, over all scales.")] = _USUAL.iterations,
    seconds: Annotated[float, typer.Option(help="End after so many; 0: no limit.")] = _USUAL.seconds,
    init: Annotated[str, typer.Option(help="random, content or instant.")] = _USUAL.init,
    content_weight: Annotated[float, typer.Option(help="alpha.")] = _USUAL.content_weight,
    style_weight: Annotated[float, typer.Option(help="beta.")] = _USUAL.style_weight,
    tv_weight: Annotated[float, typer.Option(help="Smoothness.")] = _USUAL.tv_weight,
    style_scale: Annotated[
        float, typer.Option(help="Size of the strokes: the style's longer side over the result's.")
    ] = _USUAL.style_scale,
    content_layer: Annotated[str, typer.Option(help="Layer of the content cost.")] = _USUAL.content_layer,
    style_layers: Annotated[str, typer.Option(help="LAYER[:WEIGHT],... of the style cost.")] = _LAYERS,
    distance: Annotated[str, typer.Option(help="gram or wasserstein.")] = _USUAL.distance,
    pooling: Annotated[str, typer.Option(help="max or average.")] = _USUAL.pooling,
    optimizer: Annotated[str, typer.Option(help="lbfgs, adam or gradient.")] = _USUAL.optimizer,
    step: Annotated[float, typer.Option(help="Times the optimiser's own step.")] = _USUAL.step,
    colour: Annotated[str, typer.Option(help="style, luminance or statistics.")] = _USUAL.colour,
    weights: Annotated[str, typer.Option(help="How much of each style: 2,1.")] = "",
    mask: Annotated[
        list[str] | None,
        typer.Option(help="A picture, white where the style goes; the n-th for the n-th style, - for none."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Of the noise that `--init random` starts from.")] = _USUAL.seed,
    quality: Annotated[int, typer.Option(help="Of a JPEG, 1 to 100.", min=1, max=100)] = 95,
    instant: Annotated[bool, typer.Option("--instant", help="The instant network alone.")] = False,
    strength: Annotated[float, typer.Option(help="Of --instant, 0 to 1.", min=0.0, max=1.0)] = 1.0,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same picture was interrupted.")
    ] = False,
) -> None:
    """Paint a photo in the style of other pictures."""
    context: Context = typer_context.obj
    recipe = Recipe(
        size=size,
        iterations=iterations,
        seconds=seconds,
        init=init,
        content_weight=content_weight,
        style_weight=style_weight,
        tv_weight=tv_weight,
        content_layer=content_layer,
        style_layers=layers(style_layers),
        style_scale=style_scale,
        distance=distance,
        pooling=pooling,
        optimizer=optimizer,
        step=step,
        colour=colour,
        seed=seed,
    )
    from desktop.pictures import holds_several
    from desktop.style import export

    export.check(out)
    work = _read(content, style, _weights(weights, len(style)), mask or (), recipe)
    for path in filter(holds_several, (content, *style)):
        context.note(str(SeveralPictures(picture=path.name)))
    from desktop.weights.device import cores, using_threads

    with using_threads(cores()):  # no window is beside this command
        networks = _networks(context)
        if instant:
            _paint_instantly(context, networks, work, out, quality, strength)
        else:
            title = f"{content.stem} · {' + '.join(path.stem for path in style)}"
            _refine(context, networks, work, out, quality, title, resume=resume)


def layers(text: str) -> tuple[tuple[str, float], ...]:
    """The layers and weights in `conv1_1,conv2_1:0.5`; a layer without a weight has 1. Raises BadUsage."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        layer, colon, weight = part.partition(":")
        found.append((layer.strip(), _number(weight, "--style-layers") if colon else 1.0))
    if not any(weight > 0 for _, weight in found):
        raise BadUsage(
            problem="--style-layers names no layer with a weight above 0; try conv1_1,conv2_1:0.5."
        )
    return tuple(found)


def _number(text: str, option: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise BadUsage(problem=f"“{text.strip()}” in {option} is no number.") from error


def _weights(text: str, count: int) -> list[float]:
    if not text:
        return [1.0] * count
    found = [_number(part, "--weights") for part in text.split(",")]
    if len(found) != count:
        raise BadUsage(problem=f"--weights has {len(found)} numbers; give {count}, one for each style.")
    if not all(0 <= weight < float("inf") for weight in found):
        raise BadUsage(problem="--weights are numbers from 0 up.")
    return found


def _read(
    content: Path, styles: Sequence[Path], weights: Sequence[float], masks: Sequence[str], recipe: Recipe
) -> Work:
    from desktop.pictures import read_picture

    if len(masks) > len(styles):
        raise BadUsage(
            problem=f"There are more masks ({len(masks)}) than styles ({len(styles)}); leave some out."
        )
    photo = read_picture(content)
    wanted = [*masks, *["-"] * (len(styles) - len(masks))]
    return Work(
        photo,
        tuple(
            Style(read_picture(path), weight, _mask(where), path.stem)
            for path, weight, where in zip(styles, weights, wanted, strict=True)
        ),
        recipe,
        content.stem,
    )


def _mask(name: str) -> Mask | None:
    """A picture's lightness as a mask; None for “-”."""
    if name == "-":
        return None
    import numpy as np

    from desktop.pictures import read_picture

    return np.asarray(read_picture(Path(name)).mean(axis=2).round(), np.uint8)


def _networks(context: Context) -> Networks:
    from desktop.style.networks import NEEDED, Networks
    from desktop.weights import store

    store.require(context.home, NEEDED)
    return Networks(context.home, context.wanted_device)


def _paint_instantly(
    context: Context, networks: Networks, work: Work, out: Path, quality: int, strength: float
) -> None:
    from desktop.style import export, memory
    from desktop.style.instant import instant
    from desktop.style.stage import check

    check(work)
    took = 0.0

    def see(preview: Preview) -> None:
        nonlocal took
        took = preview.seconds

    job = watched(instant(networks, work, strength=strength, first=0), see)
    picture = context.run(job, "Painting")
    export.write(out, picture, work.recipe, quality)
    _answer(
        context,
        out,
        picture,
        device=networks.device.description,
        seconds=took,
        first_picture_seconds=took,
        peak_memory_mb=memory.peak_mb(networks.device.name),
    )


def _refine(
    context: Context,
    networks: Networks,
    work: Work,
    out: Path,
    quality: int,
    title: str,
    *,
    resume: bool,
) -> None:
    from desktop.style import export
    from desktop.style.kept import forget, kept_transfer, key

    newest: Picture | None = None
    told = 0

    def see(step: StyleStep) -> None:
        nonlocal newest, told
        newest = step.picture
        for note in step.notes[told:]:  # what memory it takes, before the hour it may take
            context.note(note)
        told = len(step.notes)

    name = key(work, out)
    job = watched(kept_transfer(networks, work, title, name, resume=resume), see)
    try:
        result = context.run(job, "Painting")
    except KeyboardInterrupt:
        if newest is not None:
            export.write(out, newest, work.recipe, quality)
        raise
    export.write(out, result.picture, work.recipe, quality)
    forget(networks, name)
    _answer(
        context,
        out,
        result.picture,
        device=result.device,
        seconds=result.seconds,
        first_picture_seconds=result.first_picture_seconds,
        peak_memory_mb=result.peak_memory_mb,
        iterations=result.iterations,
        losses=result.losses,
        curve=result.curve,
        notes=result.notes,
    )


def _answer(
    context: Context,
    out: Path,
    picture: Picture,
    *,
    device: str,
    seconds: float,
    first_picture_seconds: float,
    peak_memory_mb: float,
    iterations: int = 0,
    losses: Losses | None = None,
    curve: Sequence[tuple[float, float]] = (),
    notes: Sequence[str] = (),
) -> None:
    height, width = picture.shape[:2]
    found = {
        "size": [width, height],
        "iterations": iterations,
        "seconds": round(seconds, 3),
        "first_picture_seconds": round(first_picture_seconds, 3),
        "loss": {part: _number_or_none(losses, part) for part in ("total", "content", "style", "tv")},
        "curve": [[round(at, 3), reached] for at, reached in curve],
        "peak_memory_mb": round(peak_memory_mb, 1),
        "device": device,
        "notes": list(notes),
    }
    text = (
        f"{out}: {width} x {height} pixels, {iterations} iterations in {seconds:.1f} s on {device}, "
        f"at most {peak_memory_mb:,.0f} MB of memory."
    )
    context.answer(found, "\n".join((*notes, text)))


def _number_or_none(losses: Losses | None, part: str) -> float | None:
    """JSON knows no NaN, and a run that never had a number has none to tell."""
    value = getattr(losses, part, math.nan)
    return value if math.isfinite(value) else None
