"""Ways the program is ended from outside: a signal, the end of the desktop session."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Whoever ends a program politely, a terminal that is closed, and the same on Windows."""


class Endings(QObject):
    """Makes a polite end the same as closing the window, while it is installed.

    A display that goes away leaves no time for anything: Qt ends the event loop. What is kept by then stays.
    """

    def __init__(
        self, close: Callable[[], object], keep: Callable[[], object], parent: QObject | None = None
    ) -> None:
        """`close` ends the program; `keep` writes down how things stand, without ending anything."""
        super().__init__(parent)
        self._close, self._keep = close, keep
        self._before: dict[int, Any] = {}

    def install(self) -> None:
        """Listen; call from the main thread, with the application there."""
        for name in _NAMES:
            number = getattr(signal, name, None)
            # Whoever started us with nohup wants a terminal's end not to be heard.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._signalled)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self.end_of_session)
            app.saveStateRequest.connect(self.end_of_session)

    def remove(self) -> None:
        """Listen no more."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    @Slot(QSessionManager)
    def end_of_session(self, _manager: object) -> None:
        """The desktop session ends, or may: the user can still call that off."""
        self._keep()

    def _signalled(self, _number: int, _frame: FrameType | None) -> None:
        # Python runs this between two lines of whatever the window does; the event loop is the better place.
        QTimer.singleShot(0, self, self._end)

    @Slot()
    def _end(self) -> None:
        self._close()
