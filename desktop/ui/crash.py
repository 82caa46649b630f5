"""One window for what nobody expected: the report is shown first, and copied only when the user says so.

The report names code, not people: see `desktop.report`.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication, QWidget

from desktop.errors import LikenessError
from desktop.report import chain, scrubbed
from desktop.ui.notices import DetailsDialog

_log = logging.getLogger(__name__)

_PACKAGES = ("PySide6-Essentials", "torch", "numpy", "opencv-python", "pillow")
_MOST = 50
"""Reports of one run of the program: after so many, nobody reads on. They are logged all the same."""

_RULE = "\n" + 40 * "–"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReporter(QObject):
    """Catches what nobody caught, in every thread, while it is installed.

    `expected` brings a LikenessError that escaped, for a notice; `reported` the text of a report once its
    window is up. One window at a time: what fails while it is open is written below. What has been read once
    is not shown again: a picture that can't be painted fails sixty times a second.
    """

    expected = Signal(object)
    reported = Signal(str)
    _raised = Signal(object)
    _text_ready = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._open: DetailsDialog | None = None
        self._known: set[str] = set()  # reports that were shown
        self._before: tuple[Any, Any, Any] | None = None
        # Queued: hooks run in the thread that failed, windows belong to this one.
        self._raised.connect(self._show_exception, Qt.ConnectionType.QueuedConnection)
        self._text_ready.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Put the hooks in place; `remove` restores what was there."""
        if self._before is None:
            before = qInstallMessageHandler(self._qt_message)
            self._before = (sys.excepthook, threading.excepthook, before)
            sys.excepthook = self._exception
            threading.excepthook = self._thread_exception

    def remove(self) -> None:
        """Take the hooks away."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None

    def dialog(self) -> DetailsDialog | None:
        """The crash window, while it is open."""
        return self._open

    def _exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app = QApplication.instance()
            if app is not None:
                app.exit(130)
            return
        self._raised.emit(error)

    def _thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._raised.emit(args.exc_value)

    def _qt_message(self, level: QtMsgType, context: QMessageLogContext, message: str) -> None:
        words = scrubbed(message)
        logging.getLogger("desktop.qt").log(_LEVELS.get(level, logging.WARNING), "%s", words)
        if level in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._text_ready.emit(f"{about()}\n\nQt: {words}\n")

    @Slot(object)
    def _show_exception(self, error: BaseException) -> None:
        if isinstance(error, LikenessError):
            self.expected.emit(error)
            return
        text = report(error)
        if text not in self._known:
            _log.error("unexpected failure\n%s", text)
        self._show(text)

    @Slot(str)
    def _show(self, text: str) -> None:
        if text in self._known or len(self._known) >= _MOST:
            return
        self._known.add(text)
        if self._open is not None:
            self._open.text.appendPlainText(f"{_RULE}\n\n{text}")
            return
        sentence = self.tr(
            "Something unexpected went wrong inside Likeness. This is the report; it holds no names and no "
            "pictures. Copy it if you want to send it."
        )
        self._open = DetailsDialog(sentence, text, self._window)
        self._open.setWindowTitle(self.tr("Likeness has a problem"))
        self._open.finished.connect(self._closed)
        self._open.open()
        self.reported.emit(text)

    @Slot()
    def _closed(self) -> None:
        self._open = None


def about() -> str:
    """Versions and platform, for the head of a report."""
    lines = [
        f"Likeness {_version('likeness')}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
    ]
    return "\n".join(lines)


def report(error: BaseException) -> str:
    """What failed and where, without anything that could name a person or a place on the disk."""
    return f"{about()}\n\n{chain(error)}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
