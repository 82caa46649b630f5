"""The Explore page in a window of its own, over a session that the test answers for."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.explore.found import Found
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.explore.page import ExplorePage
from desktop.ui.pages.explore.reading import Source
from tests.fakes import finish, person
from tests.fakes_explore import FakeExploreCore, cuts, explored, found


class Opened:
    """The page as it stands after the start; VGG-19 is loaded unless `loaded` is false."""

    def __init__(self, qtbot: QtBot, *, loaded: bool = True) -> None:
        self.bot = qtbot
        self.core = FakeExploreCore()
        self.core.people.people = tuple(person(name) for name in ("Ada", "Mara"))
        self.session = self.core.explore
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = ExplorePage(self.core, self.window.notices, self.window.actions_table)
        self.window.add_page(self.page, "Explore", "explore")
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.grid, self.nine = self.page.view.grid, self.page.panel.nine
        if loaded:
            finish(self.session.task("open"), explored())

    def read(self, answer: Found | None = None, folder: str = "Holiday") -> Found:
        """Read a folder to its end."""
        answer = answer or found()
        self.page.read(Source("folder", Path(folder)))
        finish(self.session.task("read_folder"), answer)
        return answer

    def cut(self) -> None:
        """Answer every cut that is wanted, until none is."""
        answered = 0
        while True:
            waiting = [
                (call, task)
                for call, task in zip(self.session.calls, self.session.tasks, strict=True)
                if call[0] == "cut"
            ][answered:]
            if not waiting:
                return
            for call, task in waiting:
                answered += 1
                if not task.stopped:
                    finish(task, cuts(call[2], call[3], call[4]))

    def wait_for_cuts(self, count: int = 1) -> None:
        """Until so many cuts were asked for: they wait for the eye to rest."""
        self.bot.waitUntil(lambda: len(self.session.asked("cut")) >= count)

    def units(self) -> tuple[int, ...]:
        """As the grid shows them."""
        return self.grid.units.units()

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]
