"""The queue's jobs: what to paint, and painting one picture after another into files."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.pictures import read_picture
from desktop.progress import Progress
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style, StyleStep, Work
from desktop.work.jobs import pictures


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """One picture to paint: the file, the styles, and the folder that the result is saved in."""

    content: Path
    styles: tuple[Style, ...]
    recipe: Recipe
    folder: Path

    @property
    def style(self) -> str:
        """The styles' names as a person reads them."""
        return " + ".join(style.name for style in self.styles if style.name and style.weight > 0)


@dataclass(frozen=True, slots=True)
class Saved:
    """A picture that was painted and saved, and the seconds it took."""

    path: str
    seconds: float


class QueueJobs:
    """Jobs of the queue, for the studio lane."""

    def __init__(self, networks: Networks) -> None:
        self.networks = networks

    def orders(
        self, contents: Sequence[Path], styles: Sequence[Style], recipe: Recipe, folder: Path, each: bool
    ) -> Generator[Progress, None, tuple[Order, ...]]:
        """What is to be painted of these files and folders. Raises EmptyFolder where there is nothing."""
        files = yield from pictures.listed(contents)
        # A mask was painted for one picture, and a weight of one style alone says nothing.
        alone = [(replace(style, weight=1.0, mask=None),) for style in styles]
        sets = alone if each else [tuple(styles)]
        return tuple(Order(file, chosen, recipe, folder) for file in files for chosen in sets)

    def paint(self, order: Order) -> Generator[StyleStep | Progress | None, None, Saved]:
        """Paint one picture and save it. Raises what reading, painting and writing raise."""
        from desktop.style import export
        from desktop.style.transfer import transfer

        yield Progress(0, order.recipe.iterations)
        content = read_picture(order.content)
        path = pictures.free_path(order.folder, pictures.title(order.content), order.style)
        export.check(path)  # before the work, not after it
        work = Work(content, order.styles, order.recipe, pictures.title(order.content))
        result = yield from transfer(self.networks, work)
        path = pictures.free_path(order.folder, pictures.title(order.content), order.style)
        export.write(path, result.picture, order.recipe)
        return Saved(str(path), result.seconds)
