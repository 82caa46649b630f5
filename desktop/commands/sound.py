"""`likeness sound`: one sound with the texture of another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.context import Context
from desktop.progress import watched
from desktop.signals.recipe import SoundRecipe, SoundStep, SoundWork

_USUAL = SoundRecipe()


def register(app: typer.Typer) -> None:
    """Add `sound` to the command line."""
    app.command("sound")(sound)


def sound(
    typer_context: typer.Context,
    content: Annotated[Path, typer.Argument(help="The sound that is changed.")],
    style: Annotated[Path, typer.Argument(help="The sound whose texture it takes.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="WAV or FLAC.")],
    iterations: Annotated[int, typer.Option(help="Steps.")] = _USUAL.iterations,
    content_weight: Annotated[float, typer.Option(help="How much of the content stays.")] = (
        _USUAL.content_weight
    ),
    style_weight: Annotated[float, typer.Option(help="How much of the texture comes.")] = _USUAL.style_weight,
    init: Annotated[str, typer.Option(help="random or content.")] = _USUAL.init,
    seed: Annotated[int, typer.Option(help="Of the filters and the noise.")] = _USUAL.seed,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the same sounds were interrupted.")
    ] = False,
) -> None:
    """Lay the texture of one sound on another."""
    context: Context = typer_context.obj
    recipe = SoundRecipe(iterations, content_weight, style_weight, init, seed)
    recipe.check()
    from desktop.signals import audio
    from desktop.signals.kept import kept_sound
    from desktop.weights.device import choose, cores, using_threads

    audio.check_name(out)
    work = SoundWork(audio.read(content), audio.read(style), recipe)
    newest: SoundStep | None = None

    def see(step: SoundStep) -> None:
        nonlocal newest
        newest = step

    device = choose(context.wanted_device)
    with using_threads(cores()):  # no window is beside this command
        job = watched(kept_sound(context.home, work, resume=resume, device=device.name), see)
        try:
            result = context.run(job, "Laying on the texture")
        except KeyboardInterrupt:
            if newest is not None:
                audio.write(out, newest.samples)
            raise
    audio.write(out, result.samples)
    if not context.json:
        for each, path in ((work.content, content), (work.style, style)):
            if each.broken:
                context.say(f"“{path.name}” breaks off; {each.seconds:.1f} s of it were there to be used.")
    found = {
        "seconds": round(result.seconds, 3),
        "iterations": result.iterations,
        "loss": {
            "total": recipe.content_weight * result.losses.content
            + recipe.style_weight * result.losses.style,
            "content": result.losses.content,
            "style": result.losses.style,
        },
        "sample_rate": audio.RATE,
        "device": device.description,
    }
    text = (
        f"{out}: {len(result.samples) / audio.RATE:.1f} s of sound, {result.iterations} iterations in "
        f"{result.seconds:.1f} s on {device.description}; the texture is {100 * result.losses.style:.1f} % "
        "as far as it was."
    )
    context.answer(found, text)
