"""One window for what nobody expected: the report is shown first, and copied only when the user says so.

The report names code, not people: messages of exceptions can quote what a user typed or a file is called, so
only those that Python words from types and attributes are kept, and paths are cut to the program's own.
"""

from __future__ import annotations

import logging
import platform
import re
import sys
import threading
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
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
from desktop.ui.notices import DetailsDialog

_log = logging.getLogger(__name__)

_PLAIN = (
    AttributeError,
    ImportError,
    NameError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ZeroDivisionError,
)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|'[^']*'")
_PATH = re.compile(r"(?:[A-Za-z]:)?[\\/][^\s:]+")
_PACKAGES = ("PySide6-Essentials", "torch", "numpy", "opencv-python", "pillow")
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
    window is up. One window at a time: what fails while it is open is only logged.
    """

    expected = Signal(object)
    reported = Signal(str)
    _raised = Signal(object)
    _text_ready = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._open: DetailsDialog | None = None
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
        _log.error("unexpected failure\n%s", text)
        self._show(text)

    @Slot(str)
    def _show(self, text: str) -> None:
        if self._open is not None:
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
    return f"{about()}\n\n{_chain(error)}"


def scrubbed(message: str) -> str:
    """A message without what it quotes and without paths."""
    return _PATH.sub("…", _QUOTED.sub("“…”", message))


def _chain(error: BaseException) -> str:
    parts: list[str] = []
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        frames = [
            f'  "{_own_path(frame.filename)}", line {frame.lineno}, in {frame.name}\n    {frame.line or ""}'
            for frame in traceback.extract_tb(following.__traceback__)
        ]
        kind = type(following)
        said = f": {scrubbed(str(following))}" if isinstance(following, _PLAIN) else ""
        parts.append("\n".join([*frames, f"{kind.__module__}.{kind.__qualname__}{said}"]))
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)
    return "\n\nwhich came after\n\n".join(parts) + "\n"


def _own_path(name: str) -> str:
    parts = PurePath(name).parts
    for anchor in ("site-packages", "desktop"):
        if anchor in parts:
            last = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[last + (anchor == "site-packages") :])
    return parts[-1] if parts else name


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
