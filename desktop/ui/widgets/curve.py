"""The loss as it falls: what the content and what the style still cost, each in its colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import local, theme
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.gaps import with_gaps
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.stroke import DASHED, WHOLE, Stroke

_HEIGHT = 96
_REDRAW_MS = 150

_LINES = ((2, "accent", WHOLE), (1, "warn", DASHED))
"""The style's cost and the content's: which part of a point, which colour, which dashes."""


class LossCurve(QWidget):
    """`set_points` at any rate; it is drawn a few times a second, and only while it is to be seen.

    pyqtgraph is loaded with the first points: the window is there before.
    """

    def __init__(self, style: str = "", content: str = "", parent: QWidget | None = None) -> None:
        """`style` and `content` word the legend, with the newest {value}; empty: those of a picture."""
        super().__init__(parent)
        self._words = (style or self.tr("Style {value}"), content or self.tr("Photo {value}"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._points: tuple[Sequence[float], ...] = ()
        self._plot: Any = None
        self._lines: tuple[Any, ...] = ()
        self._axes: tuple[Any, ...] = ()
        self._stale = False
        self._redraw = Throttle(self._draw, _REDRAW_MS, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING.unit)
        legend = QHBoxLayout()
        legend.setSpacing(theme.SPACING.half + 2)
        self.style_words = label("", "caption")
        self.content_words = label("", "caption")
        for (_part, colour, dashes), words in zip(
            _LINES, (self.style_words, self.content_words), strict=True
        ):
            legend.addWidget(Stroke(colour, dashes))
            legend.addWidget(words)
            legend.addSpacing(theme.SPACING.unit)
        legend.addStretch()
        self._column.addLayout(legend)
        self._place = QWidget()
        self._place.setFixedHeight(_HEIGHT)
        inside = QVBoxLayout(self._place)
        inside.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._place)
        self.setAccessibleName(self.tr("Loss curve"))
        theme.state().changed.connect(self._dress)
        self._say()

    @property
    def points(self) -> tuple[Sequence[float], ...]:
        """What is drawn or about to be."""
        return self._points

    def drawn(self) -> tuple[int, ...]:
        """How many points of the style's and of the content's cost are on the screen."""
        return tuple(len(line.getData()[0]) for line in self._lines)

    @Slot(object)
    def set_points(self, points: Sequence[Sequence[float]]) -> None:
        """(iteration, content, style, ...) of every iteration so far; empty: none yet."""
        self._points = tuple(points)
        self._redraw.call()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What came while nobody looked is drawn now."""
        super().paintEvent(event)
        if self._stale:
            self._redraw.call()

    def _draw(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._say()
        if self._points and self._plot is None:
            self._make()
        if self._plot is not None:
            self._plot.setVisible(bool(self._points))
            at = np.array([point[0] for point in self._points], float)
            for line, (part, _colour, _style) in zip(self._lines, _LINES, strict=True):
                values = np.array([point[part] for point in self._points], float)
                # The logarithm of nothing is nowhere: such a value is left out, the line goes on behind it.
                values[values <= 0] = np.nan
                places, heights, connect = with_gaps(at, np.log10(values))
                line.setData(places, heights, connect=connect)

    def _say(self) -> None:
        last = self._points[-1] if self._points else None
        style, content = self._words
        self.style_words.setText(style.format(value=_short(last[2]) if last else "–"))
        self.content_words.setText(content.format(value=_short(last[1]) if last else "–"))
        self.setAccessibleDescription(f"{self.style_words.text()}, {self.content_words.text()}")

    def _make(self) -> None:
        # Put together from parts: pyqtgraph's PlotWidget makes menus and forms without a parent, which Python
        # collects whenever it likes, in the middle of a change of style sheet too, and that crashes.
        import pyqtgraph

        view = pyqtgraph.GraphicsView(self._place, useOpenGL=False)
        view.setAntialiasing(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self.accessibleName())
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        grid = pyqtgraph.GraphicsLayout()
        grid.setContentsMargins(0, 4, 4, 0)
        grid.setSpacing(0)
        view.setCentralItem(grid)
        box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        left, bottom = pyqtgraph.AxisItem("left"), pyqtgraph.AxisItem("bottom")
        left.setLogMode(None, True)
        left.setWidth(40)
        left.setGrid(28)
        bottom.setHeight(20)
        for item, row, column in ((left, 0, 0), (box, 0, 1), (bottom, 1, 1)):
            grid.addItem(item, row, column)
        for axis in (left, bottom):
            axis.linkToView(box)
        self._lines = tuple(pyqtgraph.PlotCurveItem() for _ in _LINES)
        for line in self._lines:
            box.addItem(line)
        self._axes = (left, bottom)
        self._plot = view
        layout = self._place.layout()
        if layout is not None:
            layout.addWidget(view)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._plot is None:
            return
        import pyqtgraph

        self._plot.setBackground(theme.colour("surface"))
        for axis in self._axes:
            axis.setPen(theme.colour("line"))
            axis.setTextPen(theme.colour("muted"))
            axis.setTickFont(theme.font("caption"))
            axis.setStyle(tickLength=0)
        for line, (_part, colour, style) in zip(self._lines, _LINES, strict=True):
            line.setPen(pyqtgraph.mkPen(theme.colour(colour), width=2, style=style))


def _short(value: float) -> str:
    """About three digits, in the user's writing: 0.012, 3.45, 12.3 K, 28.3 M."""
    if value >= 1e6:
        return local.decimal(value / 1e6, 1) + " M"
    if value >= 1e4:
        return local.decimal(value / 1e3, 1) + " K"
    if value >= 100:
        return local.whole(round(value))
    return local.decimal(value, 1 if value >= 10 else 2 if value >= 1 else 3)
