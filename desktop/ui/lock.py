"""Locks the people: when asked, or after a time in which nobody touched the window.

The vault is closed by the live lane, once nobody is in it. Every page covers or forgets by itself what it
shows of the enrolled; what floats over the pages, notices and dialogs, goes here.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog

from desktop.ui.actions import KeySheet
from desktop.ui.choices import Choices
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import DetailsDialog
from desktop.work.lanes import Task
from desktop.work.messages import VaultState

if TYPE_CHECKING:
    from desktop.work.core import Core

_LOOK_EVERY = 5_000  # milliseconds
_SOON = 1_000  # milliseconds after which a lock that is held up is said to come

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


def awake() -> float:
    """Seconds of a clock that runs on while the machine sleeps, where the system has one."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Lock(QObject):
    """Watches for input while there is something to lock, and time after which it is to be."""

    def __init__(
        self, core: Core, choices: Choices, window: MainWindow, clock: Callable[[], float] = awake
    ) -> None:
        """`clock` gives seconds."""
        super().__init__(window)
        self._core, self._choices, self._window, self._clock = core, choices, window, clock
        self._touched = clock()
        self._open = core.people.vault.state == "open"
        self._watching = False
        self._locking: Task | None = None
        self._idle = False  # whether it was nobody's touch that asked
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._say_soon)
        self.action = window.actions_table.add("window.lock", self.lock)
        core.people.vault_changed.connect(self._vault_changed)
        choices.changed.connect(self._watch)
        window.closing.connect(self.stop)
        self._watch()

    @Slot()
    def lock(self) -> None:
        """Lock now, or as soon as what is under way with the people is done."""
        self._idle = False
        self._begin()
        if self._locking is not None:
            self._soon.start()

    @Slot()
    def look(self) -> None:
        """Lock where nobody has touched the window for so long; training on the enrolled is waited for."""
        minutes = self._choices.now.lock_minutes
        if minutes and self._clock() - self._touched >= 60 * minutes and not self._core.learn.teaching:
            self._idle = True
            self._begin()

    @Slot()
    def stop(self) -> None:
        """Watch no more: the window goes."""
        self._soon.stop()
        self._set_watching(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Somebody is there."""
        if event.type() in _TOUCHES:
            self._touched = self._clock()
            if self._locking is not None and self._idle:
                self._locking.cancel()
        return False

    def _begin(self) -> None:
        if self._open and self._locking is None:
            self._locking = self._core.people.lock()
            self._locking.ended.connect(self._ended)

    @Slot()
    def _ended(self) -> None:
        self._locking = None
        self._soon.stop()

    @Slot()
    def _say_soon(self) -> None:
        self._window.notices.info(self.tr("The people are locked as soon as what is under way is done."))

    @Slot(object)
    def _vault_changed(self, state: VaultState) -> None:
        was, self._open = self._open, state.state == "open"
        self.action.setEnabled(self._open)
        if was and not self._open:
            self._put_away()
            self._window.notices.info(self.tr("The people are locked."))
        self._watch()

    def _put_away(self) -> None:
        """Notices and dialogs may hold names; a report that is read and the list of shortcuts do not."""
        self._window.notices.clear()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and not isinstance(dialog, DetailsDialog | KeySheet):
                dialog.reject()

    @Slot()
    def _watch(self) -> None:
        self.action.setEnabled(self._open)
        self._set_watching(self._open and self._choices.now.lock_minutes > 0)

    def _set_watching(self, on: bool) -> None:
        """Every event of the program passes through a filter, so there is none where nobody needs it."""
        app = QApplication.instance()
        if on == self._watching or app is None:
            return
        self._watching = on
        if on:
            self._touched = self._clock()
            app.installEventFilter(self)
            self._timer.start()
        else:
            app.removeEventFilter(self)
            self._timer.stop()
