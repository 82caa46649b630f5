"""The Learn page's part of the tour: a folder is dropped and trained on, and the head used and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.app import App
from desktop.tour.driver import Driver

_PATIENCE = 120.0  # seconds for a step on a slow machine
_EPOCHS = 40


class LearnSteps:
    """The steps on the Learn page."""

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        """`folder` is one of people, made for the tour."""
        self._app, self._driver, self._folder = app, driver, folder
        self._page = app.learn

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.empty, self.learning, self.outcome, self.used)

    def empty(self) -> None:
        """Nothing is trained yet."""
        self._app.window.notices.clear()
        self._app.window.show_page(self._page)
        ok = self._driver.wait(self._page.blank.button.isEnabled, _PATIENCE)
        self._driver.shoot("learn", ok, "Learn: drop a folder of people, three ways to learn")

    def learning(self) -> None:
        """A folder is dropped; a network from scratch is watched, and held so that it can be looked at."""
        page = self._page
        self._driver.click(page.panel.way.segment("scratch"))
        page.panel.epochs.set_value(_EPOCHS)
        self._driver.drop(page, [self._folder])
        ok = self._driver.wait(self._half_way, _PATIENCE)
        if page.progress is not None and page.taught is None:
            self._driver.click(page.progress.pause_button)
        self._driver.shoot("learn", ok, "Loss, active triplets, distances, the plane, the hardest triplets")

    def outcome(self) -> None:
        """It is cancelled, and a head on the model in use is trained instead: before and after."""
        page = self._page
        if page.progress is not None and page.progress.isVisible():
            self._driver.click(page.progress.cancel_button)
            self._driver.wait(page.blank.isVisible, _PATIENCE)
        self._driver.click(page.panel.way.segment("triplet"))
        self._driver.click(page.panel.again_button)
        ok = self._driver.wait(lambda: page.taught is not None, _PATIENCE)
        self._driver.shoot("learn", ok, "Before and after with intervals; a head that is no better says so")

    def used(self) -> None:
        """The head is used, and taken back."""
        page, core = self._page, self._app.core
        button = page.view.outcome.use_button
        if button.isVisible():
            self._driver.click(button)
        ok = self._driver.wait(lambda: bool(core.learn.in_use and core.learn.in_use.name), _PATIENCE)
        self._driver.shoot("learn", ok, "In use, with an undo and a way back")
        notices = self._app.window.notices.shown()
        if ok and notices:
            notices[-1].act()
            self._driver.wait(lambda: not (core.learn.in_use and core.learn.in_use.name), _PATIENCE)
        self._app.window.notices.clear()

    def _half_way(self) -> bool:
        lesson = self._page.view.lesson
        return self._page.taught is not None or (lesson is not None and lesson.epoch > _EPOCHS // 2)
