"""What lies on the Learn page: the folder, the settings, and a training under way with all it has told."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.learn.recipe import Recipe, RecipeWrong
from desktop.progress import Progress
from desktop.session import Kept
from desktop.ui import keeping
from desktop.work.lanes import Task
from desktop.work.learn_messages import Lesson, Taken, Taught

if TYPE_CHECKING:
    from desktop.ui.pages.learn.page import LearnPage


@dataclass(frozen=True, slots=True, eq=False)
class _Given:
    recipe: Recipe
    folder: Path | None
    taken: Taken | None
    taught: Taught | None
    used: str
    lesson: Lesson | None
    told: Progress | Lesson | None
    task: Task | None


class LearnKeeping:
    """Training on a folder is kept after each epoch: begun again, it goes on from there."""

    def __init__(self, page: LearnPage) -> None:
        self._page = page

    def session(self) -> dict[str, Any]:
        """The folder, whether it is being trained on, and the settings; of the enrolled nothing."""
        page = self._page
        recipe, kept = page.panel.recipe(), dict[str, Any]()
        if page._folder is not None:
            kept.update(folder=str(page._folder), training=page._task is not None)
        if kept or recipe != Recipe():
            kept["recipe"] = recipe.words()
        return kept

    def restore(self, kept: Kept) -> list[Path]:
        """Lay down the folder; a training that was cut off goes on."""
        page, folder = self._page, keeping.path(kept, "folder")
        page.panel.set_recipe(recipe(keeping.inner(kept, "recipe")))
        if folder is None:
            return []
        if not keeping.there(folder):
            return [folder]
        page._folder = folder
        if keeping.flag(kept, "training"):
            page.train(folder)
        page._show()
        return []

    def hand_over(self) -> object:
        """The faces that were read, what came of them, and the training."""
        page = self._page
        task, page._task = page._task, None
        return _Given(
            page.panel.recipe(),
            page._folder,
            page._taken,
            page.taught,
            page._used,
            page.view.lesson,
            page._told,
            task,
        )

    def take_over(self, given: _Given) -> None:
        """Show what is there, and listen to the training."""
        page = self._page
        page.panel.set_recipe(given.recipe)
        page._folder, page._taken = given.folder, given.taken
        page.taught, page._used = given.taught, given.used
        page.view.clear(triplets=given.recipe.method == "triplet")
        if given.lesson is not None:
            page.view.show_lesson(given.lesson)
        if given.taught is not None:
            page.view.show_taught(given.taught)
        if given.task is not None:
            page._follow_training(given.task)
            if given.told is not None:
                page._progressed(given.task, given.told)
        page._show()

    def carried(self) -> tuple[Task, ...]:
        """A training; what else runs takes a moment."""
        task = self._page._task
        return (task,) if task is not None and task.patient else ()


def recipe(kept: Kept) -> Recipe:
    """The settings in a JSON object from anywhere; what does not fit is as usual."""
    usual = Recipe()
    found: dict[str, Any] = {}
    for each in fields(Recipe):
        known = getattr(usual, each.name)
        value = kept.get(each.name, known)
        if type(value) is type(known) or (known is None and type(value) in (int, float)):
            try:
                Recipe(**{**found, each.name: value})
            except (RecipeWrong, TypeError):
                continue
            found[each.name] = value
    return Recipe(**found)
