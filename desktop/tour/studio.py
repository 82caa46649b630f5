"""The Studio's part of the tour: a photo and a style come together and the picture develops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from desktop.app import App
from desktop.tour.driver import Driver
from desktop.work.studio_messages import LiveStyleFrame

_PATIENCE = 120.0  # seconds for a step on a slow machine
_SIZE, _ITERATIONS = 384, 48  # on two cores a whole run takes twenty seconds
_WATCHED = 30
"""Iterations after which the developing picture is shown: past the coarsest scale."""


class StudioSteps:
    """The steps on the Studio page, in the order in which a newcomer would come to them."""

    def __init__(self, app: App, driver: Driver, photo: Path) -> None:
        self._app, self._driver, self._photo = app, driver, photo
        self._page = app.studio
        self._frame: LiveStyleFrame | None = None
        app.core.live_style.arrived.connect(self._arrived)

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (
            self.empty,
            self.instant,
            self.developing,
            self.split,
            self.mask,
            self.done,
            self.recent,
            self.queue,
            self.live,
        )

    def empty(self) -> None:
        """Nothing is on the canvas yet."""
        self._app.window.show_page(self._page)
        ok = self._driver.wait(self._shelf_is_full, _PATIENCE)
        self._driver.shoot("studio", ok, "The Studio: drop a photo, choose a style")

    def instant(self) -> None:
        """A photo is dropped and a style is clicked: an instant picture."""
        page = self._page
        page.desk.set_recipe(replace(page.desk.recipe, size=_SIZE, iterations=_ITERATIONS))
        self._driver.drop(page.canvas, [self._photo])
        self._driver.wait(lambda: page.desk.content is not None, 10)
        self._choose(0)
        ok = self._driver.wait(lambda: page.develop.newest is not None, _PATIENCE)
        self._driver.shoot("studio", ok, "An instant picture at once; the optimisation takes over by itself")

    def developing(self) -> None:
        """The optimisation has taken over."""
        ok = self._driver.wait(lambda: self._iteration() >= _WATCHED, _PATIENCE)
        self._driver.shoot("studio", ok, "The picture develops; curve and strip grow, every slider acts")

    def split(self) -> None:
        """Before and after, divided where the pointer is."""
        page = self._page
        self._driver.click(page.transport.split_button)
        self._driver.hover(page.canvas, page.canvas.rect().center())
        ok = page.transport.split_button.isChecked()
        self._driver.shoot("studio", ok, "Before and after, divided where the pointer is")
        self._driver.click(page.transport.split_button)

    def mask(self) -> None:
        """A second style, and where it goes."""
        page = self._page
        self._choose(1, Qt.KeyboardModifier.ControlModifier)
        two = self._driver.wait(lambda: len(page.desk.chosen) == 2, 10)
        if two:
            page.styles.place_wanted.emit(1)
            middle = page.canvas.rect().center()
            for row in range(-90, 91, 30):
                self._driver.drag(page.canvas, middle + QPoint(30, row), middle + QPoint(190, row))
        ok = two and self._driver.wait(lambda: page.desk.chosen[1].style.mask is not None, 10)
        self._driver.shoot("studio", ok, "Two styles, and a brush that says where the second goes")
        page.styling.leave_brush()

    def done(self) -> None:
        """The run ends."""
        page = self._page
        ok = self._driver.wait(
            lambda: self._app.core.studio.state.phase == "done" and self._refined(), 2 * _PATIENCE
        )
        self._app.window.notices.clear()
        self._driver.shoot("studio", ok and len(page.desk.chosen) == 2, "The finished picture")

    def recent(self) -> None:
        """What was painted is kept."""
        page = self._page
        self._driver.click(page.bar.recent_button)
        ok = self._driver.wait(lambda: bool(page.recent.grid.tiles()), 10)
        self._driver.shoot("studio", ok, "Everything painted lately, to go on with or to forget")
        self._driver.click(page.bar.recent_button)

    def queue(self) -> None:
        """Many photos one after another."""
        page, core = self._page, self._app.core
        self._app.choices.change(studio_folder=str(core.home.root / "painted"))
        page.set_mode("queue")
        self._driver.drop(page.queue.drop, [self._photo])
        ok = self._driver.wait(lambda: any(item.fraction for item in core.queue.items), _PATIENCE)
        self._driver.shoot("studio", ok, "A queue: many photos, each with its progress")
        for item in core.queue.items:
            core.queue.cancel(item.key)

    def live(self) -> None:
        """The camera's picture, painted as it comes."""
        page = self._page
        page.set_mode("live")
        ok = self._driver.wait(lambda: self._frame is not None, _PATIENCE)
        self._driver.shoot("studio", ok, "The camera painted as it comes, to be recorded")
        page.set_mode("picture")

    def _shelf_is_full(self) -> bool:
        return any(style.kind == "shipped" for style in self._app.core.shelf.styles)

    def _choose(self, place: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click the shelf's tile of a shipped style."""
        shipped = [style.key for style in self._app.core.shelf.styles if style.kind == "shipped"]
        tile = self._page.shelf.tile(shipped[place]) if place < len(shipped) else None
        if tile is not None:
            self._driver.click(tile, modifier=modifier)

    def _iteration(self) -> int:
        step = self._page.develop.step
        return 0 if step is None else step.iteration

    def _refined(self) -> bool:
        return bool(self._app.core.studio.state.run)

    def _arrived(self, frame: LiveStyleFrame) -> None:
        self._frame = frame
