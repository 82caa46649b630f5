"""A canvas in the hands of a test: pictures for it, a pointer, a wheel."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.pages.studio.canvas import Canvas
from desktop.vectors import Picture

MIDDLE = QPoint(300, 300)
NONE = Qt.KeyboardModifier.NoModifier


def shown_canvas(qtbot: QtBot) -> Canvas:
    """600 x 600 on the screen, with the keyboard."""
    made = Canvas()
    made.resize(600, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def plain(level: int, width: int = 100, height: int = 100) -> Picture:
    return np.full((height, width, 3), level, np.uint8)


def red_at(canvas: Canvas, x: float, y: float) -> int:
    return canvas.grab().toImage().pixelColor(round(x), round(y)).red()


def place_of(canvas: Canvas, x: float, y: float) -> QPoint:
    """Where a point of the picture is in the canvas; both 0..1."""
    frame = canvas.picture_place()
    return QPointF(frame.left() + x * frame.width(), frame.top() + y * frame.height()).toPoint()


def wheel(canvas: QWidget, at: QPoint, notches: float, keys: Qt.KeyboardModifier = NONE) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def drag(
    canvas: Canvas,
    *places: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    """Press at the first place, move through the others, let go at the last."""
    kinds = (QEvent.Type.MouseButtonPress, *(QEvent.Type.MouseMove,) * (len(places) - 1))
    for kind, at in (*zip(kinds, places, strict=True), (QEvent.Type.MouseButtonRelease, places[-1])):
        caused = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, QPointF(at), QPointF(canvas.mapToGlobal(at)), caused, held, keys)
        QApplication.sendEvent(canvas, event)


def hover(canvas: Canvas, at: QPoint) -> None:
    button = Qt.MouseButton.NoButton
    kind = QEvent.Type.MouseMove
    event = QMouseEvent(kind, QPointF(at), QPointF(canvas.mapToGlobal(at)), button, button, NONE)
    QApplication.sendEvent(canvas, event)
