"""`likeness bench NAME`: figures as ratios in one run."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.bench.outcome import Outcome
from desktop.commands.context import BadUsage, Context
from desktop.errors import FileMissing


@dataclass(frozen=True, slots=True)
class _Options:
    data: Path | None
    seconds: float
    sizes: tuple[int, ...]


def _live(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.live import bench_live

    return bench_live(context.home, context.wanted_device, options.data, options.seconds)


def _embed(context: Context, _options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.embed import bench_embed

    return bench_embed(context.home, context.settings())


def _search(_context: Context, _options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.search import bench_search

    return bench_search()


def _instant(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.instant import bench_instant

    return bench_instant(context.home, context.wanted_device, options.data)


def _style(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.style import bench_style

    return bench_style(context.home, context.wanted_device, options.data, options.sizes)


def _learn(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.learn import bench_learn

    return bench_learn(context.home, context.settings(), context.wanted_device, options.data)


def _explore(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.explore import bench_explore

    return bench_explore(context.home, context.wanted_device, options.data)


def _film(context: Context, options: _Options) -> Generator[Any, None, Outcome]:
    from desktop.bench.film import bench_film

    return bench_film(context.home, context.wanted_device, options.data)


_BENCHES: dict[str, Callable[[Context, _Options], Generator[Any, None, Outcome]]] = {
    "live": _live,
    "embed": _embed,
    "search": _search,
    "instant": _instant,
    "style": _style,
    "learn": _learn,
    "explore": _explore,
    "film": _film,
}


def register(app: typer.Typer) -> None:
    """Add `bench`."""

    @app.command()
    def bench(
        context: typer.Context,
        name: Annotated[str, typer.Argument(help=f"{', '.join(_BENCHES)}.")],
        data: Annotated[
            Path | None,
            typer.Option(help="A video for `live` and `film`, a folder for `instant`, `style` and `learn`."),
        ] = None,
        seconds: Annotated[float, typer.Option(help="How long `live` runs.", min=2.0)] = 20.0,
        size: Annotated[
            list[int] | None,
            typer.Option(help="For `style`: time and memory at this size instead; may be given again."),
        ] = None,
    ) -> None:
        """Measure speed against others in one run."""
        shared: Context = context.obj
        if name not in _BENCHES:
            raise BadUsage(problem=f"There is no benchmark “{name}”; choose one of {', '.join(_BENCHES)}.")
        if data is not None and not data.exists():
            raise FileMissing(path=data)
        job = _BENCHES[name](shared, _Options(data, seconds, tuple(size or ())))
        outcome = shared.run(job, f"bench {name}")
        found = asdict(outcome)
        table = found.pop("table")
        if shared.json:
            shared.print_json(found)
            return
        rows = [
            (kind, key, _words(value))
            for kind in ("figures", "peers", "ratio")
            for key, value in found[kind].items()
        ]
        shared.say(f"{outcome.name} on {outcome.device}")
        if table:
            shared.table(table[0], table[1:])
            return
        shared.table(("", "what", "value"), rows)


def _words(value: object) -> object:
    """A curve as its points, anything else as it is."""
    if not isinstance(value, tuple):
        return value
    return "  ".join(f"{seconds:g} s: {reached:g}" for seconds, reached in value)
