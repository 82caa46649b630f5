"""`likeness doctor`: what works on this machine, and what to do about the rest."""

from __future__ import annotations

from dataclasses import replace

import typer

from desktop.commands.context import Context


def register(app: typer.Typer) -> None:
    """Add `doctor`."""

    @app.command()
    def doctor(typer_context: typer.Context) -> None:
        """Check home, disk, key store, weights, device and camera; say of each what to do."""
        context: Context = typer_context.obj
        from desktop.doctor.examine import examine

        settings = replace(context.settings(), device=context.wanted_device)
        checks = context.run(examine(context.home, settings), "Looking")
        if context.json:
            rows = [
                {"name": one.name, "ok": one.ok, "what": one.what, "advice": one.advice} for one in checks
            ]
            context.print_json({"checks": rows})
        else:
            lines = [(one.name, "fine" if one.ok else "TO DO", f"{one.what} {one.advice}") for one in checks]
            context.table(("", "", ""), lines)
        if not all(one.ok for one in checks):
            raise typer.Exit(1)
