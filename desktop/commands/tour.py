"""`likeness tour`: the real window, driven through every page."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from desktop.commands.context import BadUsage, Context


def register(app: typer.Typer) -> None:
    """Add `tour`."""

    @app.command()
    def tour(
        typer_context: typer.Context,
        out: Annotated[Path, typer.Option(help="Folder for the pictures and tour.json.")],
        source: Annotated[str, typer.Option(help="A video in place of the moving sample.")] = "",
        enroll: Annotated[list[str] | None, typer.Option(help="NAME=PICTURE, enrolled first.")] = None,
        scheme: Annotated[str, typer.Option(help="dark or light.")] = "dark",
    ) -> None:
        """Drive the window through every page and take a picture of each step."""
        context: Context = typer_context.obj
        if scheme not in ("dark", "light"):
            raise BadUsage(problem=f"--scheme is dark or light, not {scheme}.")
        people = [_person(entry) for entry in enroll or ()]
        from desktop.tour.run import tour as job

        steps = context.run(
            job(context.home, out, source=source, enroll=people, scheme=scheme, device=context.device), "Tour"
        )
        if context.json:
            context.print_json({"steps": [asdict(step) for step in steps]})
        else:
            rows = [(step.picture, "ok" if step.ok else "FAILED", step.what) for step in steps]
            context.table(("Picture", "", "What"), rows)
        if not all(step.ok for step in steps):
            raise typer.Exit(1)


def _person(entry: str) -> tuple[str, Path]:
    name, separator, picture = entry.partition("=")
    if not separator or not name.strip() or not picture:
        raise BadUsage(problem=f"--enroll takes NAME=PICTURE, not “{entry}”.")
    return name.strip(), Path(picture)
