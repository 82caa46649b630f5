"""`likeness film`: a film, or a stack of slices, in the style of a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.context import Context
from desktop.signals.film import NEEDED, FilmRecipe, FilmWork

if TYPE_CHECKING:
    from desktop.signals.film import FilmResult

_USUAL = FilmRecipe()


def register(app: typer.Typer) -> None:
    """Add `film` to the command line."""
    app.command("film")(film)


def film(
    typer_context: typer.Context,
    video: Annotated[Path, typer.Argument(help="The film; or slices: a TIFF with pages, or a folder.")],
    style: Annotated[Path, typer.Argument(help="The picture to paint it like.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="MP4, MOV or MKV; of slices a TIFF or a folder.")],
    size: Annotated[int, typer.Option(help="Longer side of the result in pixels.")] = _USUAL.size,
    way: Annotated[str, typer.Option(help="instant, frames or volume.")] = _USUAL.way,
    iterations: Annotated[
        int, typer.Option(help="Steps for each frame or clip, of the two slow ways.")
    ] = _USUAL.iterations,
    measure: Annotated[
        bool, typer.Option("--measure", help="Measure flicker too; every frame is painted twice.")
    ] = False,
) -> None:
    """Paint a film in the style of a picture; the same command again goes on where it was cut off."""
    context: Context = typer_context.obj
    recipe = FilmRecipe(size=size, way=way, iterations=iterations)
    from desktop.pictures import read_picture
    from desktop.signals.paint import paint_film
    from desktop.style.networks import Networks
    from desktop.style.recipe import Style
    from desktop.weights import store
    from desktop.weights.device import cores, using_threads

    work = FilmWork(video, Style(read_picture(style), name=style.stem), out, recipe, measure)
    store.require(context.home, NEEDED)
    networks = Networks(context.home, context.wanted_device)
    with using_threads(cores()):  # no window is beside this command
        result = context.run(paint_film(networks, work), "Painting")
    for note in result.notes:
        context.warn(note)
    _answer(context, result)


def _answer(context: Context, result: FilmResult) -> None:
    found: dict[str, object] = {
        "frames": result.frames,
        "seconds": round(result.seconds, 3),
        "audio_kept": result.audio_kept,
        "device": result.device,
        "notes": list(result.notes),
    }
    pace = result.frames / max(result.seconds, 1e-9)
    text = f"{result.path}: {result.frames} frames in {result.seconds:.1f} s ({pace:.2f} a second)."
    if result.flicker is not None:
        ours, alone = result.flicker.flow_warp_error, result.flicker.per_frame_baseline
        found["flicker"] = {"flow_warp_error": round(ours, 4), "per_frame_baseline": round(alone, 4)}
        text += f" Flicker {ours:.2f}, frame by frame {alone:.2f} grey levels."
    context.answer(found, text)
