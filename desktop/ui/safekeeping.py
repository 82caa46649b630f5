"""Writes down what lies on the pages as it changes, so that a crash at any moment costs a second of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot

from desktop import session as files
from desktop.session import Session

_LOOK_MS = 1000
_AGAIN_MS = 30_000
"""After a disk refused: it is not asked every second."""
_MOST_LOOKS = 5
"""A slider that is dragged for long is written down meanwhile."""


class Safekeeping(QObject):
    """Asks the pages once a second, and writes where something is different and has come to rest.

    `left` is what the program before left behind, until the user has said what is to become of it; until then
    it stays in the file, but for pages that hold something new.
    """

    def __init__(self, file: Path, ask: Callable[[], Session], parent: QObject | None = None) -> None:
        """Another program must not be writing to `file`: the caller holds the home's lock."""
        super().__init__(parent)
        self._file, self._ask = file, ask
        found = files.read(file)
        self.left = None if found is None or found.empty else found
        self._written = Session()
        self._seen: Session | None = None
        self._looks = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def answered(self) -> Session | None:
        """Give what was left behind, to be laid down or forgotten; from now on the pages alone count."""
        left, self.left = self.left, None
        self._seen = self._written = Session()
        files.forget(self._file)
        return left

    @Slot()
    def write(self) -> None:
        """Write what lies on the pages now, where that is not written already."""
        now = self._ask()
        if now.empty and self.left is None:
            if not self._written.empty:
                files.forget(self._file)
        elif now != self._written and not self._put(now):
            return
        self._written, self._looks = now, 0

    def end(self) -> None:
        """A proper end: nothing is to be restored. Safe to call twice."""
        if self._timer.isActive():
            self._timer.stop()
            files.forget(self._file)

    def _put(self, now: Session) -> bool:
        left = self.left or Session()
        front = left.front if now.empty else now.front
        good = files.write(Session({**left.pages, **now.pages}, front), self._file)
        self._timer.setInterval(_LOOK_MS if good else _AGAIN_MS)
        return good

    @Slot()
    def _look(self) -> None:
        now = self._ask()
        if now == self._written:
            self._looks = 0
        elif now == self._seen or self._looks >= _MOST_LOOKS:
            self.write()
        else:
            self._looks += 1
        self._seen = now
