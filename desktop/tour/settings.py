"""The pages about the program: what is chosen, and whether everything works here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.app import App
from desktop.tour.driver import Driver

_PATIENCE = 60.0


class SettingsSteps:
    """Settings from top to foot, and the check of the computer."""

    def __init__(self, app: App, driver: Driver) -> None:
        self._app = app
        self._driver = driver

    def all(self) -> Sequence[Callable[[], None]]:
        """The steps, in order."""
        return (self.choices, self.privacy, self.checkup)

    def choices(self) -> None:
        """Every choice with its value."""
        self._app.window.notices.clear()
        self._app.window.show_page(self._app.settings)
        ok = self._driver.wait(lambda: bool(self._app.core.devices.devices), _PATIENCE)
        self._driver.shoot("settings", ok, "Every choice with what it is now; a change counts at once")

    def privacy(self) -> None:
        """The foot of the page, after each device was measured."""
        page = self._app.settings
        self._driver.click(page.devices.measure_button)
        ok = self._driver.wait(
            lambda: bool(page.devices.lines()) and page.devices.progress is None, _PATIENCE
        )
        bar = page.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._driver.shoot("settings", ok, "Devices measured; what is kept of people, and when it is locked")

    def checkup(self) -> None:
        """What works on this machine; a camera it need not have."""
        page = self._app.checkup
        self._app.window.show_page(page)
        self._driver.click(page.blank.button)
        ok = self._driver.wait(lambda: bool(page.rows), _PATIENCE)
        wrong = {row.check.name for row in page.rows if not row.check.ok}
        self._driver.shoot("checkup", ok and wrong <= {"camera"}, "What works here, and what to do")
