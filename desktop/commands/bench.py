"""`likeness bench NAME`: figures as ratios in one run."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.bench.outcome import Outcome
from desktop.commands.context import BadUsage, Context
from desktop.errors import FileMissing


def _live(context: Context, data: Path | None, seconds: float) -> Generator[Any, None, Outcome]:
    from desktop.bench.live import bench_live

    return bench_live(context.home, context.wanted_device, data, seconds)


def _embed(context: Context, _data: Path | None, _seconds: float) -> Generator[Any, None, Outcome]:
    from desktop.bench.embed import bench_embed

    return bench_embed(context.home, context.settings())


def _search(_context: Context, _data: Path | None, _seconds: float) -> Generator[Any, None, Outcome]:
    from desktop.bench.search import bench_search

    return bench_search()


def _instant(context: Context, data: Path | None, _seconds: float) -> Generator[Any, None, Outcome]:
    from desktop.bench.instant import bench_instant

    return bench_instant(context.home, context.wanted_device, data)


_BENCHES: dict[str, Callable[[Context, Path | None, float], Generator[Any, None, Outcome]]] = {
    "live": _live,
    "embed": _embed,
    "search": _search,
    "instant": _instant,
}


def register(app: typer.Typer) -> None:
    """Add `bench`."""

    @app.command()
    def bench(
        context: typer.Context,
        name: Annotated[str, typer.Argument(help="live, embed, search or instant.")],
        data: Annotated[Path | None, typer.Option(help="A video for `live`, a folder for `instant`.")] = None,
        seconds: Annotated[float, typer.Option(help="How long `live` runs.", min=2.0)] = 20.0,
    ) -> None:
        """Measure speed against others in one run."""
        shared: Context = context.obj
        if name not in _BENCHES:
            raise BadUsage(problem=f"There is no benchmark “{name}”; choose one of {', '.join(_BENCHES)}.")
        if data is not None and not data.exists():
            raise FileMissing(path=data)
        outcome = shared.run(_BENCHES[name](shared, data, seconds), f"bench {name}")
        found = asdict(outcome)
        if shared.json:
            shared.print_json(found)
            return
        rows = [
            (kind, key, value) for kind in ("figures", "peers", "ratio") for key, value in found[kind].items()
        ]
        shared.say(f"{outcome.name} on {outcome.device}")
        shared.table(("", "what", "value"), rows)
