"""A line of a plot's legend: colour and dashes, so that no line is told from another by its colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel

from desktop.ui import theme

WHOLE = Qt.PenStyle.SolidLine
DASHED = Qt.PenStyle.DashLine
DOTTED = Qt.PenStyle.DotLine
MIXED = Qt.PenStyle.DashDotLine


class Stroke(QLabel):
    """A short stroke of the theme's `colour`, drawn as the line in the plot is."""

    def __init__(self, colour: str, style: Qt.PenStyle) -> None:
        super().__init__()
        self._colour, self._style = colour, style
        self.setFixedSize(16, 12)  # a dash, and what comes after it
        theme.state().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """In the middle of the words' height."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour(self._colour), 2, self._style, Qt.PenCapStyle.FlatCap))
        painter.drawLine(0, 6, self.width(), 6)
        painter.end()
