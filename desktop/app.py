"""Builds everything once: the only module that knows every part."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import display
from desktop.camera.source import FrameSource
from desktop.errors import LikenessError, NotWritable
from desktop.paths import Home
from desktop.ui import failures
from desktop.ui.choices import Choices
from desktop.ui.crash import CrashReporter
from desktop.ui.following import Following
from desktop.ui.lock import Lock
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.calibrate.page import CalibratePage
from desktop.ui.pages.checkup.page import CheckupPage
from desktop.ui.pages.compare import ComparePage
from desktop.ui.pages.explore.page import ExplorePage
from desktop.ui.pages.film.page import FilmPage
from desktop.ui.pages.learn.page import LearnPage
from desktop.ui.pages.live import LivePage
from desktop.ui.pages.models import ModelsPage
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.settings.page import SettingsPage
from desktop.ui.pages.sound.page import SoundPage
from desktop.ui.pages.studio.page import StudioPage
from desktop.work.calibration_messages import InForce
from desktop.work.core import Core
from desktop.work.messages import Failure, ModelsState

_log = logging.getLogger(__name__)

SHOWN = "the window is shown"
"""What the log says once it is: the built program's test waits for it."""


class AlreadyOpen(LikenessError):
    """Another window works on the same home."""

    sentence = "Likeness is already open on “{home}”; use its window, or choose another folder with --home."


class App(QObject):
    """The window with its pages on a core."""

    def __init__(
        self, home: Home, *, device: str = "", opener: Callable[[str], FrameSource] | None = None
    ) -> None:
        """`device` overrules the user's choice; `opener` takes the place of cameras and files."""
        super().__init__()
        self.choices = Choices(home.settings)
        settings = replace(self.choices.now, device=device or self.choices.now.device)
        self.core = Core(home, settings) if opener is None else Core(home, settings, opener)
        self.window = MainWindow(settings.scheme, settings.window)
        notices, actions = self.window.notices, self.window.actions_table
        self.live = LivePage(self.core, self.choices, notices, self.window.status, actions)
        self.people = PeoplePage(self.core, notices, actions)
        self.compare = ComparePage(self.core, notices, settings, actions)
        self.calibrate = CalibratePage(self.core, self.choices, notices)
        self.learn = LearnPage(self.core, notices)
        self.studio = StudioPage(self.core, self.choices, notices, actions)
        self.explore = ExplorePage(self.core, notices, actions)
        self.sound = SoundPage(self.core, notices)
        self.film = FilmPage(self.core, notices)
        self.models = ModelsPage(self.core, notices, actions)
        self.settings = SettingsPage(self.core, self.choices, notices)
        self.checkup = CheckupPage(self.core, notices)
        add = self.window.add_page
        add(self.live, self.tr("Live"), "live")
        add(self.people, self.tr("People"), "people")
        add(self.compare, self.tr("Compare"), "compare")
        add(self.calibrate, self.tr("Calibrate"), "calibrate")
        add(self.learn, self.tr("Learn"), "learn")
        add(self.studio, self.tr("Studio"), "studio")
        add(self.explore, self.tr("Explore"), "explore")
        add(self.sound, self.tr("Sound"), "sound")
        add(self.film, self.tr("Film"), "film")
        add(self.models, self.tr("Models"), "models")
        add(self.settings, self.tr("Settings"), "settings", foot=True, keys=("Ctrl+,",))
        add(self.checkup, self.tr("Check this computer"), "checkup", foot=True)
        self.following = Following(self.core, self.choices, self.window, self.compare.result.set_rate)
        self.lock = Lock(self.core, self.choices, self.window)
        self.settings.play.connect(self.live.play)
        self.settings.lock.connect(self.lock.lock)
        self.settings.show_keys.connect(self.window.show_keys)
        for page in (self.settings, self.checkup):
            page.show_page.connect(self._show_named)
        self.live.show_models.connect(self._show_models)
        self.studio.show_live.connect(self._show_live)
        self.explore.show_live.connect(self._show_live)
        self.core.models.state_changed.connect(self._models_changed)
        self.compare.fmr_changed.connect(self._fmr_changed)
        self.calibrate.fmr_changed.connect(self.compare.result.set_rate)
        self.core.calibration.in_force_changed.connect(self._thresholds_changed)
        self.window.scheme_changed.connect(self._scheme_changed)
        self.window.closing.connect(self.stop)
        self._stopped = False
        self._fetched = False

    def start(self, source: str = "") -> None:
        """Show the window, then begin what takes time."""
        self.window.show()
        QTimer.singleShot(0, self._shown)
        self.core.start(source or self.choices.now.source)

    @Slot()
    def stop(self) -> None:
        """Stop every thread and keep the window's place; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        self.core.stop()
        self.choices.change(window=self.window.geometry_text())

    @Slot(object)
    def tell(self, error: LikenessError) -> None:
        """Show an expected failure that nobody caught as what it is: a notice."""
        failures.tell(self.window.notices, Failure.of(error))

    @Slot()
    def idle(self) -> None:
        """Nothing; see `open_window`."""

    @Slot()
    def _shown(self) -> None:
        _log.info(SHOWN)

    @Slot(str)
    def _show_named(self, name: str) -> None:
        """A page by what this object calls it."""
        self.window.show_page(getattr(self, name))

    @Slot()
    def _show_models(self) -> None:
        self.window.show_page(self.models)

    @Slot()
    def _show_live(self) -> None:
        self.window.show_page(self.live)

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        """The first start fetches what recognition needs, once; after that the user asks."""
        if state.state == "missing" and not self._fetched and not self._stopped:
            self._fetched = True
            self.core.models.fetch()

    @Slot(float)
    def _fmr_changed(self, fmr: float) -> None:
        self.choices.change(fmr=fmr)

    @Slot(object)
    def _thresholds_changed(self, state: InForce) -> None:
        if state.calibration is not None and state.model.name == self.core.models.state.model:
            self.compare.result.use_model(state.model.name, state.calibration)

    @Slot(str)
    def _scheme_changed(self, scheme: str) -> None:
        self.choices.change(scheme=scheme)


def open_window(home: Home, *, source: str, device: str) -> int:
    """Run the window until it is closed; gives the exit code.

    Raises NoDisplay, LibraryMissing, NotWritable or AlreadyOpen.
    """
    display.check()
    lock = FileLock(home.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise AlreadyOpen(home=home.root) from error
    except OSError as error:
        raise NotWritable(path=home.lock, details=repr(error)) from error
    with lock:
        qt = QApplication.instance() or QApplication(sys.argv[:1])
        qt.setApplicationName("Likeness")
        QGuiApplication.setDesktopFileName("likeness")  # by which a Linux desktop finds the window's icon
        app = App(home, device=device)
        reporter = CrashReporter(app.window)
        reporter.expected.connect(app.tell)
        reporter.install()
        # Python looks at Ctrl+C only when it runs; a timer gives it the chance while Qt waits.
        wakeful = QTimer()
        wakeful.start(200)
        wakeful.timeout.connect(app.idle)
        try:
            app.start(source)
            return qt.exec()
        finally:
            app.stop()
            reporter.remove()
