"""`likeness explore`: the nine patches that excite the units of a layer most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.context import BadUsage, Context
from desktop.errors import FileMissing
from desktop.explore.errors import NothingToExplore
from desktop.explore.found import NEEDED, NINE, Found

if TYPE_CHECKING:
    from desktop.explore.explorable import Explorable

_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


def register(app: typer.Typer) -> None:
    """Add `explore` to the command line."""
    app.command("explore")(explore)


def explore(
    typer_context: typer.Context,
    pictures: Annotated[
        list[Path],
        typer.Argument(help="Pictures, or folders of them; recordings, clips or volumes for your own."),
    ],
    layer: Annotated[
        str,
        typer.Option(help="conv1_1 to conv5_4; of sface conv_1 to conv_14, and head; of your own conv1, ..."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="PNG with the patches, labelled.")],
    units: Annotated[str, typer.Option(help="Which units of the layer: 0-8,40.")] = "0-8",
    network: Annotated[
        str,
        typer.Option(help="vgg19, sface on each picture's largest face, or the name or file of your own."),
    ] = "vgg19",
    whole: Annotated[
        bool, typer.Option("--whole", help="Leave out units whose field leaves the picture.")
    ] = False,
    size: Annotated[
        int, typer.Option(help="Reduce longer sides to so many pixels; 0: pictures keep their size.", min=0)
    ] = 0,
) -> None:
    """Show what excites the units of a layer."""
    context: Context = typer_context.obj
    if out.suffix.lower() != ".png":
        raise BadUsage(problem=f"“{out.name}” is no PNG file; choose a name that ends in .png.")
    files = _files(pictures) if network in NEEDED else []
    from desktop.explore import networks
    from desktop.explore.sheet import told, write_sheet
    from desktop.weights.device import choose, cores, using_threads

    with using_threads(cores()):
        device = choose(context.wanted_device)
        explored = networks.load(context.home, network, device, longest=size)
        found_layer = explored.layer(layer)
        files = files or _inputs(pictures, explored)
        wanted = [explored.unit(layer, unit) for unit in parse_units(units)]
        found = _search(context, explored, files, layer)
        show = partial(explored.shown_of, found)
        context.run(write_sheet(show, explored.cut, found, found_layer, wanted, out, whole=whole), "Cutting")
    answer = told(found, found_layer, wanted, whole=whole)
    answer["problems"] = [str(problem.error) for problem in found.problems]
    seen = "pictures" if explored.sees == "picture" else "files"
    text = f"{out}: {len(wanted)} units of {layer} in {len(found.pictures)} {seen}."
    if len(found.pictures) < NINE:
        text += f" Fewer than {NINE} {seen} give fewer patches."
    context.answer(answer, "\n".join([text, *answer["problems"]]))


def parse_units(text: str) -> list[int]:
    """The units in `0-8,40`, in this order, each once. Raises BadUsage."""
    found: dict[int, None] = {}
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip())
        first = int(match[1]) if match else 0
        last = int(match[2] or match[1]) if match else -1
        if last < first:
            raise BadUsage(problem=f"“{part.strip()}” in --units is no unit or range; try 0-8,40.")
        found.update(dict.fromkeys(range(first, last + 1)))
    return list(found)


def _files(pictures: Sequence[Path]) -> list[Path]:
    """Pictures as they were named, folders in their order. Raises FileMissing or NothingToExplore."""
    from desktop.pictures import picture_files

    found: list[Path] = []
    for path in pictures:
        if not path.exists():
            raise FileMissing(path=path)
        found += picture_files(path) if path.is_dir() else [path]
    if not found:
        raise NothingToExplore(place=pictures[0])
    return list(dict.fromkeys(found))


def _inputs(paths: Sequence[Path], explored: Explorable) -> list[Path]:
    """What a network of the user's own looks at. Raises FileMissing or NothingOfItsKind."""
    from desktop.explore.inputs import inputs

    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise FileMissing(path=path)
        found += inputs(path, explored) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def _search(context: Context, explored: Explorable, files: Sequence[Path], layer: str) -> Found:
    from desktop.explore.inputs import sources_of
    from desktop.explore.search import begin, search

    given = sources_of(explored, files)
    begun = begin(explored.name, "pictures", "", "", given)
    return context.run(search(explored, given, begun, layers=[layer]), "Looking")
