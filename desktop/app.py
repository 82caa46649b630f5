"""Builds everything once: the only module that knows every part."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace

from filelock import FileLock, Timeout
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import display
from desktop.camera.source import FrameSource
from desktop.errors import LikenessError, NotWritable
from desktop.paths import Home
from desktop.shell import Shell
from desktop.ui import failures, language
from desktop.ui.choices import Choices
from desktop.ui.crash import CrashReporter
from desktop.ui.endings import Endings
from desktop.ui.first_run import FirstRun
from desktop.ui.keeping import tell_gone
from desktop.ui.main_window import MainWindow
from desktop.ui.safekeeping import Safekeeping
from desktop.work.core import Core
from desktop.work.messages import Failure, ModelsState

_log = logging.getLogger(__name__)

SHOWN = "the window is shown"
"""What the log says once it is: the built program's test waits for it."""


_BROKEN = 1
"""What the event loop ends with once the display is gone: Qt says so, and leaves."""

_AGAIN_MS = 100
_PATIENCE = 5
"""Times of that until it is said why the language does not change yet."""


class AlreadyOpen(LikenessError):
    """Another window works on the same home."""

    sentence = "Likeness is already open on “{home}”; use its window, or choose another folder with --home."


class App(QObject):
    """The window with its pages on a core, and what outlives the pages when they are made again."""

    def __init__(
        self, home: Home, *, device: str = "", opener: Callable[[str], FrameSource] | None = None
    ) -> None:
        """`device` overrules the user's choice; `opener` takes the place of cameras and files."""
        super().__init__()
        self.choices = Choices(home.settings)
        settings = replace(self.choices.now, device=device or self.choices.now.device)
        self.core = Core(home, settings) if opener is None else Core(home, settings, opener)
        self._speak()
        self.window = MainWindow(settings.scheme, settings.window)
        self._take(Shell(self.core, self.choices, self.window))
        self.safekeeping = Safekeeping(home.session, lambda: self.shell.session(), self)
        self.core.models.state_changed.connect(self._models_changed)
        for lane in self.core.lanes:
            lane.unheard.connect(self._unheard)
        self.window.scheme_changed.connect(self._scheme_changed)
        self.window.closing.connect(self.stop)
        self.choices.changed.connect(self._choice_changed)
        self.first_run = FirstRun(self.core, self.choices, self.window, lambda: self.live, self)
        self._stopped = False
        self._fetched = False
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._make_again_if_free)
        self._waited = 0  # times that it was not free

    def start(self, source: str = "") -> None:
        """Show the window, then begin what takes time.

        Without a `source` now or from before, no camera is opened until the user has allowed one, and who was
        never asked is welcomed.
        """
        self.window.show()
        QTimer.singleShot(0, self._shown)
        self.safekeeping.begin()
        self._offer()
        self.core.start(self.first_run.source(source))
        self.first_run.ask(source)

    @Slot()
    def stop(self, *, properly: bool = True) -> None:
        """Stop every thread and keep the window's place; safe to call twice.

        After an end that nobody wanted what lies on the pages is offered at the next start.
        """
        if self._stopped:
            return
        self._stopped = True
        self._again.stop()
        self.core.stop()
        self.choices.change(window=self.window.geometry_text())
        if properly:
            self.safekeeping.end()

    @Slot()
    def close(self) -> None:
        """End the program as its user does, also out of an open dialog."""
        self.window.close()
        QCoreApplication.quit()

    @Slot()
    def make_again(self) -> None:
        """Make everything in the window anew, in the language of the moment, with what lies on the pages.

        Cameras, lanes and whatever runs on them go on. Where something runs that calls the pages of now and
        takes a moment, or is a dialog, that is waited for.
        """
        if not self._stopped:
            self._waited = 0
            self._again.start()
            QTimer.singleShot(0, self, self._make_again_if_free)

    @Slot(object)
    def tell(self, error: LikenessError) -> None:
        """Show an expected failure that nobody caught as what it is: a notice."""
        failures.tell(self.window.notices, Failure.of(error))

    @Slot()
    def idle(self) -> None:
        """Nothing; see `open_window`."""

    # The pages.

    def _take(self, shell: Shell) -> None:
        self.shell = shell
        self.live, self.people, self.compare = shell.live, shell.people, shell.compare
        self.calibrate, self.learn, self.studio = shell.calibrate, shell.learn, shell.studio
        self.explore, self.sound, self.film = shell.explore, shell.sound, shell.film
        self.models, self.help = shell.models, shell.help
        self.settings, self.checkup = shell.settings, shell.checkup

    def _speak(self) -> None:
        """Put the language in force: before any page is made, and each time before they are made again."""
        qt = QCoreApplication.instance()
        if qt is not None:
            language.apply(qt, self.choices.now.language)

    @Slot()
    def _make_again_if_free(self) -> None:
        if not self._again.isActive():
            return  # it was done meanwhile, or the program ends
        busy = self.core.live_style.recording or bool(self.shell.waits_for())
        if (
            busy
            or QApplication.activeModalWidget() is not None
            or QApplication.activePopupWidget() is not None
        ):
            self._waited += 1
            if self._waited == _PATIENCE:
                self.window.notices.info(self.tr("The language changes as soon as what is running is done."))
            return
        self._again.stop()
        handed, unread = self.shell.hand_over(), self.window.notices.unread()
        self.window.clear()
        self.shell.deleteLater()
        self._speak()
        self._take(Shell(self.core, self.choices, self.window))
        self.shell.take_over(handed)
        for kind, sentence, details in unread:
            self.window.notices.add(kind, sentence, details)
        self._offer()

    @Slot(str)
    def _choice_changed(self, name: str) -> None:
        if name == "language":
            self.make_again()

    # After a crash.

    def _offer(self) -> None:
        """Offer what the program before left behind, where it did not end well."""
        if self.safekeeping.left is not None:
            self.window.notices.ask(
                self.tr("Likeness was not closed properly. What lay on the pages can come back."),
                (self.tr("Restore"), self.restore),
                (self.tr("Start afresh"), self.start_afresh),
            )

    @Slot()
    def restore(self) -> None:
        """Lay down what the program before left behind, and say what of it is gone."""
        left = self.safekeeping.answered()
        if left is not None:
            tell_gone(self.window.notices, self.shell.restore(left))

    @Slot()
    def start_afresh(self) -> None:
        """Forget what the program before left behind."""
        self.safekeeping.answered()

    # What follows from the core and the window.

    @Slot()
    def _shown(self) -> None:
        _log.info(SHOWN)

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        """The first start fetches what recognition needs, once; after that the user asks."""
        if state.state == "missing" and not self._fetched and not self._stopped:
            self._fetched = True
            self.core.models.fetch()

    @Slot(object)
    def _unheard(self, failure: Failure) -> None:
        """A job that failed while no page listened to it."""
        failures.tell(self.window.notices, failure)

    @Slot(str)
    def _scheme_changed(self, scheme: str) -> None:
        self.choices.change(scheme=scheme)


def open_window(home: Home, *, source: str, device: str) -> int:
    """Run the window until it is closed; gives the exit code.

    Raises NoDisplay, LibraryMissing, NotWritable, AlreadyOpen or DisplayGone.
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
        endings = Endings(app.close, app.safekeeping.write)
        endings.install()
        # Python looks at Ctrl+C only when it runs; a timer gives it the chance while Qt waits.
        wakeful = QTimer()
        wakeful.start(200)
        wakeful.timeout.connect(app.idle)
        ended = _BROKEN
        try:
            app.start(source)
            ended = qt.exec()
            if ended == _BROKEN:
                raise display.DisplayGone
            return ended
        finally:
            app.stop(properly=ended != _BROKEN)
            endings.remove()
            reporter.remove()
