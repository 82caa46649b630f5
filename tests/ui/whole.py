"""Every page in one window, over sessions that the test answers for; the window can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.session import Session, dumps, loads
from desktop.shell import Shell
from desktop.signals.audio import Samples
from desktop.signals.recipe import SoundWork
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.work.lanes import Task
from tests.fakes import Asked, person
from tests.fakes_explore import FakeExploreCore
from tests.fakes_film import FakeFilm
from tests.fakes_studio import shelf_style


class _Playback(QObject):
    changed = Signal()
    failed = Signal(object)
    key, position = "", 0.0

    def loop(self, on: bool) -> None:
        pass

    def stop(self) -> None:
        pass


class FakeSound(Asked):
    """A SoundSession whose tasks the test ends."""

    def __init__(self) -> None:
        super().__init__()
        self.playback = _Playback()

    def read(self, path: Path) -> Task:
        return self.ask("read", path)

    def run(self, work: SoundWork, *, resume: bool = True) -> Task:
        return self.ask("run", work, resume)

    def write(self, path: Path, samples: Samples) -> Task:
        return self.ask("write", path, samples)


class WholeCore(FakeExploreCore):
    """Every session, all of them fakes."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.home = home
        self.people.people = (person("Ada"), person("Mara"))
        self.film, self.sound = FakeFilm(), FakeSound()

    def requests(self) -> tuple[Task, ...]:
        return ()


class Whole:
    """The window as it stands after the start, with two styles on the shelf."""

    def __init__(self, qtbot: QtBot, home: Home) -> None:
        self.bot = qtbot
        self.core: Any = WholeCore(home)
        self.core.shelf.styles = (shelf_style("shipped-waves", "Waves"), shelf_style("own-1", "Mine", "own"))
        self.choices = Choices()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.shell = Shell(self.core, self.choices, self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def again(self) -> list[QWidget]:
        """Make everything in the window again; gives the old pages, destroyed."""
        old: list[QWidget] = list(self.window.pages())
        handed = self.shell.hand_over()
        self.window.clear()
        self.shell.deleteLater()
        self.shell = Shell(self.core, self.choices, self.window)
        self.shell.take_over(handed)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not any(shiboken6.isValid(page) for page in old)
        return old

    def written(self) -> Session:
        """What the file would hold of the pages now."""
        found = loads(dumps(self.shell.session()))
        assert found is not None
        return found

    def asked(self) -> int:
        """How many requests there were, of all sessions."""
        return sum(len(each.calls) for each in vars(self.core).values() if isinstance(each, Asked))

    def said(self) -> Sequence[str]:
        return [notice.sentence for notice in self.window.notices.shown()]
