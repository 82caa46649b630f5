"""Hands and eyes for the tour: waits, clicks, types and takes pictures of the real window."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QEventLoop, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.files import replaced


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour as tour.json tells it; `seconds` since the step before."""

    page: str
    picture: str
    seconds: float
    ok: bool
    what: str


class Driver:
    """Drives one window and keeps a record of every step."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        """Pictures go to `folder`."""
        self.window = window
        self.folder = folder
        self.steps: list[Step] = []
        self._begun = time.monotonic()

    def wait(self, condition: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Let the program run until the condition holds; False where it does not in time."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            _let_run(10)
        return True

    def settle(self) -> None:
        """Let layouts, fades and the newest frame arrive before a picture is taken."""
        _let_run(350)

    def click(
        self,
        widget: QWidget,
        at: QPoint | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Click as a hand would."""
        place = at if at is not None else widget.rect().center()
        QTest.mouseMove(widget, place)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, modifier, place)

    def hover(self, widget: QWidget, at: QPoint) -> None:
        """Move the pointer there."""
        QTest.mouseMove(widget, at)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Draw a line with the left button held."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, none, start)
        QTest.mouseMove(widget, (start + end) / 2)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, left, none, end)

    def type(self, widget: QWidget, text: str) -> None:
        """Type as hands would."""
        QTest.keyClicks(widget, text)

    def drop(self, widget: QWidget, files: Sequence[Path]) -> None:
        """Drag files in from a file manager and let go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file.resolve())) for file in files])
        at = widget.rect().center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(widget, QDragEnterEvent(at, copy, data, left, none))
        QApplication.sendEvent(widget, QDropEvent(at.toPointF(), copy, data, left, none))

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        QTest.keyClick(widget, key)

    def shoot(self, page: str, ok: bool, what: str) -> None:
        """Take the window's picture, numbered, and note how the step went."""
        self.settle()
        name = f"{len(self.steps) + 1:02d}-{page}.png"
        buffer = QBuffer()
        self.window.grab().save(buffer, "PNG")
        with replaced(self.folder / name) as file:
            file.write(buffer.data().data())
        now = time.monotonic()
        self.steps.append(Step(page, name, round(now - self._begun, 2), ok, what))
        self._begun = now


def _let_run(milliseconds: int) -> None:
    """Serve events for a while, as the program does. `QTest.qWait` would hold Python's lock: the lanes, which
    need it, ran five times slower beside it.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
