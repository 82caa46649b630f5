"""Builds everything once: the only module that knows every part."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace

from filelock import FileLock, Timeout
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop import display
from desktop import settings as settings_file
from desktop.camera.source import FrameSource
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.settings import Settings
from desktop.ui import crash
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.compare import ComparePage
from desktop.ui.pages.live import LivePage
from desktop.ui.pages.models import ModelsPage
from desktop.ui.pages.people import PeoplePage
from desktop.work.core import Core

_log = logging.getLogger(__name__)


class AlreadyOpen(LikenessError):
    """Another window works on the same home."""

    sentence = "Likeness is already open on “{home}”; use its window, or choose another folder with --home."


class App(QObject):
    """The window with its pages on a core; keeps the user's choices as they change."""

    def __init__(
        self, home: Home, settings: Settings, opener: Callable[[str], FrameSource] | None = None
    ) -> None:
        """`opener` takes the place of cameras and files; for the tour, the benchmark and the tests."""
        super().__init__()
        self.home = home
        self.settings = settings
        self.core = Core(home, settings) if opener is None else Core(home, settings, opener)
        self.window = MainWindow(settings.scheme, settings.window)
        self.live = LivePage(self.core, self.window.notices, settings)
        self.people = PeoplePage(self.core, self.window.notices)
        self.compare = ComparePage(self.core, self.window.notices, settings)
        self.models = ModelsPage(self.core, self.window.notices)
        add = self.window.add_page
        add(self.live, self.tr("Live"), "live")
        add(self.people, self.tr("People"), "people")
        add(self.compare, self.tr("Compare"), "compare")
        add(self.models, self.tr("Models"), "models")
        self.window.scheme_changed.connect(self._scheme_changed)
        self.window.closing.connect(self.stop)
        self._stopped = False

    def start(self, source: str) -> None:
        """Show the window, then begin what takes time."""
        self.window.show()
        self.core.start(source)

    @Slot()
    def stop(self) -> None:
        """Stop every thread and keep the choices; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        self.core.stop()
        self.keep(replace(self.settings, window=self.window.geometry_text()))

    def keep(self, settings: Settings) -> None:
        """Remember changed choices; a home that can't be written costs only the choices."""
        self.settings = settings
        try:
            settings_file.save(settings, self.home.settings)
        except LikenessError as error:
            _log.warning("settings were not kept: %s", type(error).__name__)

    @Slot(str)
    def _scheme_changed(self, scheme: str) -> None:
        self.keep(replace(self.settings, scheme=scheme))


def open_window(home: Home, *, source: str, device: str) -> int:
    """Run the window until it is closed; gives the exit code. Raises NoDisplay or AlreadyOpen."""
    display.check()
    lock = FileLock(home.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise AlreadyOpen(home=home.root) from error
    with lock:
        qt = QApplication.instance() or QApplication(sys.argv[:1])
        qt.setApplicationName("Likeness")
        crash.install()
        settings = settings_file.load(home.settings)
        if device:
            settings = replace(settings, device=device)
        app = App(home, settings)
        app.start(source or settings.source)
        code = qt.exec()
        app.stop()
        return code
