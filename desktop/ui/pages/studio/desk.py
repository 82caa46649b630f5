"""What lies on the desk: the photo, the chosen styles, the recipe. Everything else follows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.style.recipe import Mask, Recipe, Style, Work
from desktop.vectors import Picture


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A style on the desk; `key` is the shelf's name for it, empty for one that was dropped.

    `path` is the file of one that was dropped, where there is one.
    """

    style: Style
    key: str = ""
    path: Path | None = None


class Desk(QObject):
    """`changed` brings what changed: content, styles (which ones), look (how they are used), or all.

    "all" means that a finished piece of work was laid down: nothing has to be computed for it.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content: Picture | None = None
        self.title = ""
        self.file: Path | None = None  # of the photo, where it came from one
        self.chosen: tuple[Chosen, ...] = ()
        self.recipe = Recipe()

    @property
    def styles(self) -> tuple[Style, ...]:
        """The chosen styles as a run takes them."""
        return tuple(each.style for each in self.chosen)

    def unmasked(self) -> tuple[Style, ...]:
        """The chosen styles for other photos than the one their masks were painted on."""
        return tuple(replace(style, mask=None) for style in self.styles)

    @property
    def empty(self) -> bool:
        """Whether neither a photo nor a style is there."""
        return self.content is None and not self.chosen

    def work(self) -> Work | None:
        """What a run takes; None while the photo or the style is missing."""
        if self.content is None or not self.chosen:
            return None
        return Work(self.content, self.styles, self.recipe, self.title)

    def set_content(self, picture: Picture | None, title: str = "", file: Path | None = None) -> None:
        """Lay down another photo. Masks belong to the photo they were painted on and go with it."""
        self.content, self.title, self.file = picture, title, file
        self.chosen = tuple(replace(each, style=replace(each.style, mask=None)) for each in self.chosen)
        self.changed.emit("content")

    def choose(self, style: Style, key: str = "", path: Path | None = None) -> None:
        """This style and no other."""
        self.chosen = (Chosen(style, key, path),)
        self.changed.emit("styles")

    def add(self, style: Style, key: str = "", path: Path | None = None) -> None:
        """One more style; one that is there already is not taken twice."""
        if key and any(each.key == key for each in self.chosen):
            return
        self.chosen = (*self.chosen, Chosen(style, key, path))
        self.changed.emit("styles")

    def remove(self, place: int) -> None:
        """Take a style away."""
        self.chosen = self.chosen[:place] + self.chosen[place + 1 :]
        self.changed.emit("styles")

    def weigh(self, place: int, weight: float) -> None:
        """How much of a style."""
        self._restyle(place, replace(self.chosen[place].style, weight=weight))

    def mask(self, place: int, mask: Mask | None) -> None:
        """Where a style goes; None: everywhere."""
        if 0 <= place < len(self.chosen):
            self._restyle(place, replace(self.chosen[place].style, mask=mask))

    def set_recipe(self, recipe: Recipe) -> None:
        """Other settings."""
        if recipe != self.recipe:
            self.recipe = recipe
            self.changed.emit("look")

    def lay(self, work: Work, title: str) -> None:
        """A kept piece of work as it was."""
        self.content, self.title, self.recipe, self.file = work.content, title, work.recipe, None
        self.chosen = tuple(Chosen(style) for style in work.styles)
        self.changed.emit("all")

    def clear(self) -> None:
        """An empty desk; the settings stay."""
        self.content, self.title, self.chosen, self.file = None, "", (), None
        self.changed.emit("all")

    def _restyle(self, place: int, style: Style) -> None:
        chosen = list(self.chosen)
        chosen[place] = replace(chosen[place], style=style)
        self.chosen = tuple(chosen)
        self.changed.emit("look")
