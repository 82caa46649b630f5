"""Calls that come too often, thinned: the first at once, the last for certain, those between left out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Throttle(QObject):
    """Calls `what` at most once in `milliseconds`. It goes with its parent, and its timer with it.

    A timer of our own: superqt's throttler reaches Qt through a second binding layer, which costs a third of
    a second before the window is there.
    """

    def __init__(self, what: Callable[[], object], milliseconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._what = what
        self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(self._rested)

    @Slot()
    def call(self) -> None:
        """Now, or as soon as the time since the last call is over."""
        if self._timer.isActive():
            self._wanted = True
        else:
            self._timer.start()
            self._what()

    def flush(self) -> None:
        """What is still waiting, now."""
        if self._wanted:
            self._wanted = False
            self._what()

    def drop(self) -> None:
        """Forget what is still waiting."""
        self._wanted = False

    @Slot()
    def _rested(self) -> None:
        if self._wanted:
            self._wanted = False
            self._timer.start()
            self._what()
