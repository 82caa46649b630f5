"""What lies on the Film page: the film, its style, how it is painted, and the run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.session import Kept
from desktop.signals.film import WAYS, FilmResult, FilmStep, FilmWork
from desktop.style.recipe import Style
from desktop.ui import keeping
from desktop.vectors import Picture
from desktop.work.film_messages import FilmCard
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.ui.pages.film.page import FilmPage

_SIZES = ("320", "512", "own")


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    card: FilmCard | None
    style: Style | None
    key: str
    way: str
    size: str
    place: float
    split: bool
    frame: tuple[Picture | None, Picture | None]
    result: FilmResult | None
    step: FilmStep | None
    going: FilmWork | None
    run: Task | None


class FilmKeeping:
    """What a run has finished is kept elsewhere: the list of films that were cut off offers it."""

    def __init__(self, page: FilmPage) -> None:
        self._page = page

    def session(self) -> dict[str, Any]:
        """The film's path, the style's place on the shelf and the choices."""
        page = self._page
        kept: dict[str, Any] = {}
        if page.card is not None:
            kept.update(film=str(page.card.path), place=round(page.scrubber.value(), 4))
        if page._style_key:
            kept["style"] = page._style_key
        if kept:
            kept.update(way=page.panel.way.value(), size=page.panel.size_.value())
        return kept

    def restore(self, kept: Kept) -> list[Path]:
        """Open the film again, in its style, where it was looked at."""
        page, film = self._page, keeping.path(kept, "film")
        way, size = keeping.word(kept, "way"), keeping.word(kept, "size")
        page.panel.set_choices(way if way in WAYS else WAYS[0], size if size in _SIZES else "512")
        if style := keeping.word(kept, "style"):
            page.intake.pick_key(style)
        if film is None:
            return []
        if not keeping.there(film):
            return [film]
        page._place = keeping.number(kept, "place", 0.0, 1.0, 0.0)
        page.open(film)
        return []

    def hand_over(self) -> object:
        """The film and its style as they were read, what is looked at, and the run."""
        page = self._page
        run, page._run = page._run, None
        return _Given(
            page.card,
            page.style_,
            page._style_key,
            page.panel.way.value(),
            page.panel.size_.value(),
            page.scrubber.value(),
            page.split_button.isChecked(),
            (page.view.content(), page.view.result()),
            page.result,
            page.step,
            page._going,
            run,
        )

    def take_over(self, given: _Given) -> None:
        """Show what is there, and listen to the run."""
        page = self._page
        page.card, page.result = given.card, given.result
        page.panel.set_choices(given.way, given.size)
        page.panel.set_film(given.card)
        if given.style is not None:
            page._take_style(given.style, given.key)
        page.view.show_frame(*given.frame)
        page.scrubber.blockSignals(True)  # the frame that is shown may be painted: it is not asked for again
        page.scrubber.set_value(given.place)
        page.scrubber.blockSignals(False)
        page.split_button.setChecked(given.split)
        if given.run is not None:
            page._going = given.going
            page._follow_run(given.run)
            if given.step is not None:
                page._stepped(given.run, given.step)
        page._show()

    def carried(self) -> tuple[Task, ...]:
        """The run."""
        return () if self._page._run is None else (self._page._run,)
