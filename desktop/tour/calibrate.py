"""The Calibrate page's part of the tour: a folder of people is dropped, and tau and K are moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint

from desktop.app import App
from desktop.tour.driver import Driver

_PATIENCE = 120.0  # seconds for a step on a slow machine


class CalibrateSteps:
    """The steps on the Calibrate page."""

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        """`folder` is one of people, made for the tour."""
        self._app, self._driver, self._folder = app, driver, folder
        self._page = app.calibrate

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.empty, self.measured, self.dragged)

    def empty(self) -> None:
        """Nothing is measured yet."""
        self._app.window.show_page(self._page)
        ok = self._driver.wait(self._page.blank.button.isEnabled, _PATIENCE)
        self._driver.shoot("calibrate", ok, "Calibrate: drop a folder of people")

    def measured(self) -> None:
        """A folder is dropped and measured."""
        self._driver.drop(self._page, [self._folder])
        ok = self._driver.wait(lambda: self._page.view.result is not None, _PATIENCE)
        self._driver.shoot(
            "calibrate", ok, "Scores, DET curve, searching among K people; intervals or “unknown”"
        )

    def dragged(self) -> None:
        """The threshold is dragged in the histogram."""
        plot = self._page.view.scores
        view, before = plot.view(), self._page.view.tau
        if view is not None:
            start = plot.place_of(before).toPoint()
            self._driver.drag(view, start, start + QPoint(30, 0))
        ok = self._driver.wait(lambda: self._page.view.tau > before, 10)
        self._driver.shoot("calibrate", ok, "The threshold dragged in the plot; every figure follows")
