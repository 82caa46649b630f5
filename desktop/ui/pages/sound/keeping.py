"""What lies on the Sound page: two files, how much of each, and the run with them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.session import Kept
from desktop.signals.recipe import SoundRecipe, SoundResult, SoundStep
from desktop.ui import keeping
from desktop.work.lanes import Task
from desktop.work.sound_messages import Heard

if TYPE_CHECKING:
    from desktop.ui.pages.sound.page import SoundPage

_SOUNDS = ("content", "texture")


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    heard: dict[str, Heard]
    paths: dict[str, Path]
    recipe: SoundRecipe
    phase: str
    step: SoundStep | None
    result: SoundResult | None
    task: Task | None


class SoundKeeping:
    """A run that was cut off goes on from where it stood once it is started: it is kept by its two sounds."""

    def __init__(self, page: SoundPage) -> None:
        self._page = page

    def session(self) -> dict[str, Any]:
        """The files and the settings, once one of them is not as it usually is."""
        page = self._page
        kept: dict[str, Any] = {key: str(path) for key, path in page._paths.items()}
        recipe = page.panel.recipe()
        if kept or recipe != SoundRecipe():
            kept["recipe"] = asdict(recipe)
        return kept

    def restore(self, kept: Kept) -> list[Path]:
        """Read the files again; their run goes on when the user starts it."""
        page, gone = self._page, []
        page.panel.set_recipe(recipe(keeping.inner(kept, "recipe")))
        for key in _SOUNDS:
            path = keeping.path(kept, key)
            if path is not None and keeping.there(path):
                page.read(key, path)
            elif path is not None:
                gone.append(path)
        return gone

    def hand_over(self) -> object:
        """The sounds as they were read, and the run."""
        page = self._page
        task, page._task = page._task, None
        recipe = page.panel.recipe()
        return _Given(page._given, page._paths, recipe, page.phase, page.step, page.result, task)

    def take_over(self, given: _Given) -> None:
        """Show what is there, and listen to the run."""
        page = self._page
        page.panel.set_recipe(given.recipe)
        page._paths = given.paths
        for key, heard in given.heard.items():
            page._take(key, heard)
        page.step, page.result = given.step, given.result
        told = given.result or given.step
        if told is not None:
            page._put(told)
        if given.task is not None:
            page._follow_run(given.task)
        page._send.drop()  # the sliders were moved by nobody
        page._set(given.phase)

    def carried(self) -> tuple[Task, ...]:
        """The run."""
        return () if self._page._task is None else (self._page._task,)


def recipe(kept: Kept) -> SoundRecipe:
    """The settings in a JSON object from anywhere; what does not fit is as usual."""
    usual = SoundRecipe()
    init = keeping.word(kept, "init")
    return replace(
        usual,
        iterations=round(keeping.number(kept, "iterations", 20, 200, usual.iterations)),
        content_weight=keeping.number(kept, "content_weight", 1e-3, 1e6, usual.content_weight),
        style_weight=keeping.number(kept, "style_weight", 1e-3, 1e6, usual.style_weight),
        init=init if init in ("content", "random") else usual.init,
    )
