"""The Film page's part of the tour: a short film is dropped, looked at and painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.pictures import read_picture
from desktop.signals import coder
from desktop.tour.driver import Driver

_PATIENCE = 120.0  # seconds for a step on a slow machine
_SIZE = (320, 240)
_FRAMES, _RATE = 48, 24


class FilmSteps:
    """The steps on the Film page."""

    def __init__(self, app: App, driver: Driver, photo: Path) -> None:
        """`photo` is what the film pans over."""
        self._app, self._driver, self._photo = app, driver, photo
        self._page = app.film
        self._folder = app.core.home.root / "films of the tour"

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.empty, self.preview, self.painting, self.done)

    def empty(self) -> None:
        """Nothing is open yet."""
        self._app.window.notices.clear()
        self._app.window.show_page(self._page)
        ok = self._driver.wait(self._shelf_is_full, _PATIENCE)
        self._driver.shoot("film", ok, "Film: drop a film or a stack of slices, choose a style")

    def preview(self) -> None:
        """A film is dropped, a style is clicked, and a frame is painted before the run."""
        page, film = self._page, self._folder / "panning.mp4"
        scene = Scene(read_picture(self._photo), "", _SIZE)
        coder.write(film, (scene.at(number / _RATE) for number in range(_FRAMES)), _RATE)
        self._driver.drop(page, [film])
        self._driver.wait(lambda: page.card is not None, 10)
        self._driver.click(page.panel.size_.segment("320"))
        shipped = [style.key for style in self._app.core.shelf.styles if style.kind == "shipped"]
        tile = page.panel.shelf.tile(shipped[0]) if shipped else None
        if tile is not None:
            self._driver.click(tile)
        self._driver.wait(lambda: page.style_ is not None, 10)
        page.scrubber.set_value(0.5)
        self._driver.wait(lambda: page.panel.preview_button.isEnabled(), 10)
        self._driver.click(page.panel.preview_button)
        ok = self._driver.wait(lambda: page.view.result() is not None, _PATIENCE)
        page.view.set_split(True)
        self._driver.shoot(
            "film", ok, "Any frame before the run, before and after, and what the film will take"
        )

    def painting(self) -> None:
        """The film is painted frame by frame by the thorough way, and watched."""
        page = self._page
        self._driver.click(page.panel.way.segment("frames"))
        page.paint_to(self._folder / "by the frame.mp4")
        ok = self._driver.wait(lambda: page.progress is not None and page.progress.bar.value() > 0, _PATIENCE)
        self._driver.shoot("film", ok, "Frame after frame develops; pause, cancel, go on later")
        if page.progress is not None:
            self._driver.click(page.progress.cancel_button)
        self._driver.wait(lambda: page.progress is None and len(page.cut_off) > 0, _PATIENCE)

    def done(self) -> None:
        """It is cancelled, and the fast way finishes its film; the one before can be gone on with."""
        page, out = self._page, self._folder / "painted.mp4"
        self._driver.click(page.panel.way.segment("instant"))
        page.paint_to(out)
        ok = self._driver.wait(lambda: page.result is not None and page.progress is None, _PATIENCE)
        self._driver.shoot("film", ok and out.exists(), "Finished; and what was cut off can be gone on with")
        self._app.window.notices.clear()

    def _shelf_is_full(self) -> bool:
        return any(style.kind == "shipped" for style in self._app.core.shelf.styles)
