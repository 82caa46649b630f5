"""`likeness settings`: the same choices as on the Settings page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from desktop import settings as table
from desktop.commands.context import Context
from desktop.settings import Choice

_settings = typer.Typer(no_args_is_help=True, help="The choices of the Settings page: list, set, reset.")


def register(app: typer.Typer) -> None:
    """Add `settings` to the command line."""
    app.add_typer(_settings, name="settings")


@_settings.command("list")
def list_(typer_context: typer.Context) -> None:
    """Every choice, what it is now, and what it may be."""
    _show(typer_context.obj, table.choices())


@_settings.command("set")
def set_(
    typer_context: typer.Context,
    name: Annotated[str, typer.Argument(help="What “settings list” calls it.")],
    value: Annotated[str, typer.Argument(help="What it shall be.")],
) -> None:
    """Choose; counts from the next start of the window, and for the commands at once."""
    context: Context = typer_context.obj
    _change(context, {name: table.parsed(name, value)})
    _show(context, (table.choice(name),))


@_settings.command("reset")
def reset(
    typer_context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Without a name: everything.")] = None,
) -> None:
    """Back to what it was before anybody chose."""
    context: Context = typer_context.obj
    chosen = [table.choice(name)] if name else [each for each in table.choices() if not each.by]
    for each in chosen:
        if each.by:
            raise table.SetElsewhere(name=each.name, by=each.by)
    _change(context, {each.name: each.default for each in chosen})
    _show(context, chosen)


def _change(context: Context, changes: dict[str, Any]) -> None:
    table.save(replace(context.settings(), **changes), context.home.settings)


def _show(context: Context, chosen: Sequence[Choice]) -> None:
    """These choices as they stand: as JSON where that was asked for, else as a table."""
    now = context.settings()
    if context.json:
        context.print_json(
            [
                {
                    "name": each.name,
                    "value": table.of(now, each.name),
                    "default": each.default,
                    "wanted": each.by or each.kind.wanted,
                    "title": each.title,
                    "about": each.about,
                }
                for each in chosen
            ]
        )
        return
    context.table(
        ("Name", "Now", "May be", "What it does"),
        [
            (
                each.name,
                each.kind.show(table.of(now, each.name)) or '""',
                each.by or each.kind.wanted,
                each.about,
            )
            for each in chosen
        ],
    )
