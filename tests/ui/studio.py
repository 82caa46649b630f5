"""The Studio's page in a window of its own, over sessions that the test answers for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.style.recipe import Recipe, Work
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.studio.page import StudioPage
from desktop.work.studio_messages import ReadPicture
from tests.fakes import finish
from tests.fakes_studio import FakeStudioCore, noise, report, shelf_style


class Opened:
    """The page as it stands after the start, with three styles on the shelf."""

    def __init__(self, qtbot: QtBot, home: Home) -> None:
        self.bot = qtbot
        self.core = FakeStudioCore()
        self.core.home = home  # type: ignore[attr-defined]
        self.session, self.shelf = self.core.studio, self.core.shelf
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.choices = Choices()
        self.page = StudioPage(self.core, self.choices, self.window.notices, self.window.actions_table)
        self.window.add_page(self.page, "Studio", "studio")
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.shelf.set_styles(
            shelf_style("shipped-waves", "Waves"),
            shelf_style("own-1", "Mine", "own"),
            shelf_style("fixed-7", "Fixed style 8", "fixed"),
        )

    def read(self, *names: str, recipe: Recipe | None = None) -> None:
        """Let the newest files asked for be read."""
        finish(self.session.tasks[-1], report(*names, recipe=recipe))

    def pick(self, key: str = "shipped-waves", *, as_well: bool = False, seed: int = 5) -> None:
        """Take a style from the shelf."""
        tile = self.page.shelf.tile(key)
        assert tile is not None
        tile.picked.emit(key, as_well)
        finish(self.shelf.tasks[-1], ReadPicture(tile.text(), noise(80, 80, seed)))

    def lay(self) -> Work:
        """Photo and style; gives the work."""
        self.page.desk.set_content(noise(), "harbour")
        self.pick()
        work = self.page.desk.work()
        assert work is not None
        return work

    def run(self) -> Work:
        """A run under way, begun as it begins by itself."""
        work = self.lay()
        self.session.say_preview(noise(seed=9))
        self.bot.waitUntil(lambda: bool(self.session.asked("refine")))
        self.session.say("running", "run-1")
        return work

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]

    def act(self, sentence: str) -> None:
        """Press the action of a notice."""
        notice = next(one for one in self.window.notices.shown() if sentence in one.sentence)
        notice.findChildren(QPushButton)[0].click()


def paths(folder: Path, *names: str) -> list[Path]:
    """Files that are there; what is in them the fakes say."""
    for name in names:
        (folder / name).write_bytes(b"picture")
    return [folder / name for name in names]
