"""Every page in the window, on a core that goes on: made at the start, and anew in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.session import Session
from desktop.ui.choices import Choices
from desktop.ui.following import Following
from desktop.ui.keeping import Keeping, Keeps
from desktop.ui.lock import Lock
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.calibrate.page import CalibratePage
from desktop.ui.pages.checkup.page import CheckupPage
from desktop.ui.pages.compare import ComparePage
from desktop.ui.pages.explore.page import ExplorePage
from desktop.ui.pages.film.page import FilmPage
from desktop.ui.pages.help.page import HelpPage
from desktop.ui.pages.learn.page import LearnPage
from desktop.ui.pages.live import LivePage
from desktop.ui.pages.models import ModelsPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.settings.page import SettingsPage
from desktop.ui.pages.sound.page import SoundPage
from desktop.ui.pages.studio.page import StudioPage
from desktop.work.calibration_messages import InForce
from desktop.work.core import Core
from desktop.work.lanes import Task


@dataclass(frozen=True, slots=True, eq=False)
class HandedOver:
    """What lay on the pages, by name, which of them was in front, and where the keyboard was."""

    given: Mapping[str, object]
    front: str
    focus: tuple[type[QWidget], int] | None


class Shell(QObject):
    """The pages in a window that is empty before, and how they hang together."""

    def __init__(self, core: Core, choices: Choices, window: MainWindow) -> None:
        super().__init__()
        self._core, self._choices, self._window = core, choices, window
        notices, actions = window.notices, window.actions_table
        self.live = LivePage(core, choices, notices, window.status, actions)
        self.people = PeoplePage(core, notices, actions)
        self.compare = ComparePage(core, notices, choices.now, actions)
        self.calibrate = CalibratePage(core, choices, notices)
        self.learn = LearnPage(core, notices)
        self.studio = StudioPage(core, choices, notices, actions)
        self.explore = ExplorePage(core, notices, actions)
        self.sound = SoundPage(core, notices)
        self.film = FilmPage(core, notices)
        self.models = ModelsPage(core, notices, actions)
        self.settings = SettingsPage(core, choices, notices)
        self.checkup = CheckupPage(core, notices)
        self.help = HelpPage(choices, actions)
        self.pages: dict[str, QWidget] = {}
        """By a name that never changes, whatever the language."""
        self._add("live", self.live, self.tr("Live"))
        self._add("people", self.people, self.tr("People"))
        self._add("compare", self.compare, self.tr("Compare"))
        self._add("calibrate", self.calibrate, self.tr("Calibrate"))
        self._add("learn", self.learn, self.tr("Learn"))
        self._add("studio", self.studio, self.tr("Studio"))
        self._add("explore", self.explore, self.tr("Explore"))
        self._add("sound", self.sound, self.tr("Sound"))
        self._add("film", self.film, self.tr("Film"))
        self._add("models", self.models, self.tr("Models"))
        self._add("settings", self.settings, self.tr("Settings"), foot=True, keys=("Ctrl+,",))
        self._add("checkup", self.checkup, self.tr("Check this computer"), foot=True)
        self._add("help", self.help, self.tr("Help"), foot=True)
        self.following = Following(core, choices, window, self.compare.result.set_rate, self)
        self.lock = Lock(core, choices, window, parent=self)
        self.settings.play.connect(self.live.play)
        self.settings.lock.connect(self.lock.lock)
        self.settings.show_keys.connect(window.show_keys)
        for page in (self.settings, self.checkup):
            page.show_page.connect(self._show_named)
        actions.add("window.help", self.show_help)
        window.page_shown.connect(self._page_shown)
        self.live.show_models.connect(self._show_models)
        self.studio.show_live.connect(self._show_live)
        self.explore.show_live.connect(self._show_live)
        self.compare.fmr_changed.connect(self._fmr_changed)
        core.calibration.in_force_changed.connect(self._thresholds_changed)
        if core.calibration.in_force is not None:
            self._thresholds_changed(core.calibration.in_force)

    # What lies on the pages.

    def keepings(self) -> dict[str, Keeping]:
        """Of the pages that have something to lose."""
        return {name: page.keeping for name, page in self.pages.items() if isinstance(page, Keeps)}

    def session(self) -> Session:
        """What lies on the pages, for the file."""
        found = {name: each.session() for name, each in self.keepings().items()}
        return Session({name: kept for name, kept in found.items() if kept}, self._front())

    def restore(self, session: Session) -> list[Path]:
        """Lay it down again, where nothing lies by now; gives what is gone."""
        gone: list[Path] = []
        for name, each in self.keepings().items():
            kept = session.pages.get(name)
            if kept and not each.session():
                gone += each.restore(kept)
        if session.front in self.pages:
            self._window.show_page(self.pages[session.front])
        return list(dict.fromkeys(gone))

    def waits_for(self) -> tuple[Task, ...]:
        """Requests that would call a page that is gone: they take a moment, or no page can take them over."""
        carried = {task for each in self.keepings().values() for task in each.carried()}
        return tuple(task for task in self._core.requests() if task not in carried)

    def hand_over(self) -> HandedOver:
        """Take everything off the pages, which are of no use after that."""
        focus = self._focus()
        self.lock.stop()
        given = {name: each.hand_over() for name, each in self.keepings().items()}
        return HandedOver(given, self._front(), focus)

    def take_over(self, handed: HandedOver) -> None:
        """Lay down what the shell before handed over."""
        for name, each in self.keepings().items():
            if name in handed.given:
                each.take_over(handed.given[name])
        if handed.front in self.pages:
            self._window.show_page(self.pages[handed.front])
        self._window.present()
        if handed.focus is not None:
            kind, place = handed.focus
            there = [each for each in self._window.findChildren(kind) if type(each) is kind]
            if place < len(there) and there[place].isVisible():
                there[place].setFocus()
        if self._core.people.vault.state == "open":
            self._core.people.reread()  # what can be undone is told with it

    def _front(self) -> str:
        here = self._window.page()
        return next((name for name, page in self.pages.items() if page is here), "")

    def _focus(self) -> tuple[type[QWidget], int] | None:
        """Which widget of its kind has the keyboard: the window is made in the same order each time."""
        held = QApplication.focusWidget()
        if held is None or not self._window.isAncestorOf(held):
            return None
        kind = type(held)
        same = [each for each in self._window.findChildren(kind) if type(each) is kind]
        return kind, same.index(held)

    def _add(
        self, name: str, page: QWidget, title: str, *, foot: bool = False, keys: tuple[str, ...] = ()
    ) -> None:
        self.pages[name] = page
        self._window.add_page(page, title, name, foot=foot, keys=keys)

    # How the pages hang together.

    @Slot(str)
    def _show_named(self, name: str) -> None:
        """A page by the name that never changes."""
        self._window.show_page(self.pages[name])

    @Slot()
    def _show_models(self) -> None:
        self._window.show_page(self.models)

    @Slot()
    def _show_live(self) -> None:
        self._window.show_page(self.live)

    @Slot()
    def show_help(self) -> None:
        """The help for the page that is shown; on the help's own page nothing changes."""
        self._window.show_page(self.help)

    @Slot(QWidget)
    def _page_shown(self, page: QWidget) -> None:
        """Help opens at the page that one comes from."""
        name = next((name for name, each in self.pages.items() if each is page), "help")
        if name != "help":
            self.help.show_help(name)

    @Slot(float)
    def _fmr_changed(self, fmr: float) -> None:
        self._choices.change(fmr=fmr)

    @Slot(object)
    def _thresholds_changed(self, state: InForce) -> None:
        if state.calibration is not None and state.model.name == self._core.models.state.model:
            self.compare.result.use_model(state.model.name, state.calibration)
