"""The Explore page's part of the tour: from edges to things in a folder of pictures, then the camera."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.app import App
from desktop.explore.found import NINE
from desktop.tour.driver import Driver

_PATIENCE = 120.0  # seconds for a step on a slow machine


class ExploreSteps:
    """The steps on the Explore page."""

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        """`folder` has pictures of all kinds."""
        self._app, self._driver, self._folder = app, driver, folder
        self._page = app.explore

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, to be called one after another."""
        return (self.empty, self.edges, self.textures, self.closely, self.imagined, self.things, self.live)

    def empty(self) -> None:
        """Nothing was looked at yet."""
        self._app.window.notices.clear()
        self._app.window.show_page(self._page)
        ok = self._driver.wait(lambda: self._page.loading.explored is not None, _PATIENCE)
        self._driver.shoot("explore", ok, "Explore: drop a folder of pictures, or look at the camera")

    def edges(self) -> None:
        """A folder is dropped and read through."""
        page = self._page
        self._driver.drop(page, [self._folder])
        ok = self._driver.wait(lambda: page.desk.found is not None and not page.reading.busy, _PATIENCE)
        self._shoot(ok, "Layer 1: edges and colours, each unit with the patch that excites it most")

    def textures(self) -> None:
        """Two blocks on, the strongest first."""
        self._walk("conv3_1")
        self._driver.click(self._page.row.order.segment("strength"))
        self._choose_first()
        self._shoot(True, "Layer 3: textures; the units that fire most come first")

    def closely(self) -> None:
        """One patch in its picture, and what of it made the unit fire."""
        page = self._page
        self._driver.click(page.panel.nine.patches[0])
        ok = self._driver.wait(lambda: page.closely.look is not None, _PATIENCE)
        self._driver.click(page.closely.ways.segment("guided"))
        self._driver.shoot("explore", ok, "One patch in its picture, where else the unit fires, and why")
        self._driver.click(page.closely.back_button)

    def imagined(self) -> None:
        """What the unit would like to see."""
        page = self._page
        self._driver.click(page.panel.imagine_button)
        ok = self._driver.wait(self._is_imagined, _PATIENCE)
        self._shoot(ok, "What the unit would like to see, made by gradient ascent")

    def things(self) -> None:
        """The deepest block."""
        self._walk("conv5_1")
        self._choose_first()
        self._shoot(True, "Layer 5: things")

    def live(self) -> None:
        """The camera's frames enter the same nine."""
        page, core = self._page, self._app.core
        if core.live.source.state == "ended":
            self._app.live.play_again()
        self._walk("conv2_1")
        self._driver.click(page.bar.live_button)
        ok = self._driver.wait(lambda: page.desk.live and len(page.panel.nine.shown()) == NINE, _PATIENCE)
        self._driver.shoot("explore", ok, "The camera: every unit's map as it comes, the nine of its frames")
        page.set_live(False)
        self._app.window.notices.clear()

    def _walk(self, layer: str) -> None:
        """Walk with the keys, as far as it is."""
        page = self._page
        names = [each.name for each in page.loading.explored.layers] if page.loading.explored else []
        here = page.walk.layer()
        if here is not None and layer in names:
            away = names.index(layer) - names.index(here.name)
            for _ in range(abs(away)):
                self._driver.press(page.walk, Qt.Key.Key_Right if away > 0 else Qt.Key.Key_Left)

    def _choose_first(self) -> None:
        units = self._page.view.grid.units.units()
        if units:
            self._page.desk.choose(units[0])

    def _is_imagined(self) -> bool:
        return self._page.imagining.imagined is not None and not self._page.imagining.busy

    def _shoot(self, ok: bool, what: str) -> None:
        """Once the nine are cut."""
        nine = self._page.panel.nine
        cut = self._driver.wait(lambda: all(each.pixmap is not None for each in nine.shown()), _PATIENCE)
        self._driver.shoot("explore", ok and cut and bool(nine.shown()), what)
