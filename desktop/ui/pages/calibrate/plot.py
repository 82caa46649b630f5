"""A plot in a card: axes, lines and one line to drag, dressed by the theme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.gaps import with_gaps
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.stroke import Stroke

Line = tuple[NDArray[np.float64], NDArray[np.float64]]
Ticks = Sequence[tuple[float, str]]
Legend = Sequence[tuple[str, str, Qt.PenStyle]]


_OVER = 24  # pixels by which the outermost tick's words may leave the axis


class Card(QFrame):
    """A surface with a heading; what belongs beside the heading goes into `head`, the rest into `body`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 2, theme.SPACING.gap, theme.SPACING.unit)
        column.setSpacing(theme.SPACING.unit)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.SPACING.unit)
        self.title = label(title, "heading")
        self.head.addWidget(self.title)
        self.head.addStretch()
        column.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACING.half)
        column.addLayout(self.body, 1)


class Plot(Card):
    """Lines over two axes; `dragged` brings the place along x to which the user moved the line.

    pyqtgraph is loaded once something is to be drawn: the window is there before. The whole plot is the
    handle of the line, so that nobody has to hit one pixel; the keyboard has a slider elsewhere.
    """

    dragged = Signal(float)

    def __init__(
        self,
        title: str,
        legend: Legend,
        axes: tuple[str, str],
        *,
        log: tuple[bool, bool] = (False, False),
        ticks: tuple[Ticks | None, Ticks | None] = (None, None),
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`legend` has (colour, words, dashes) of every line in order; `axes` the words along x and y.

        `ticks` are (number, words) where pyqtgraph's own are not meant: percentages, tens of people.
        """
        super().__init__(title, parent)
        self._legend = tuple(legend)
        self._words, self._log, self._ticks, self._filled = axes, log, ticks, filled
        self._view: Any = None
        self._box: Any = None
        self._axes: tuple[Any, Any] | None = None
        self._lines: list[Any] = []
        self._mark: Any = None
        self._dot: Any = None
        self._note: Any = None
        self.legend = [label(words, "caption") for _colour, words, _style in legend]
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.half)
        for (colour, _words, style), shown in zip(legend, self.legend, strict=True):
            row.addWidget(Stroke(colour, style))
            row.addWidget(shown)
            row.addSpacing(theme.SPACING.unit)
        row.addStretch()
        self.body.addLayout(row)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place, 1)
        self.setMinimumHeight(240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.state().changed.connect(self._dress)

    def draw(self, lines: Sequence[Line], across: tuple[float, float], up: tuple[float, float]) -> None:
        """Draw lines in the legend's order; ranges are in the numbers themselves, logarithmic axes too."""
        if self._view is None:
            self._make()
        for item, (x, y) in zip(self._lines, lines, strict=True):
            there, high, connect = with_gaps(self._at(x, 0), self._at(y, 1))
            item.setData(there, high, connect=connect)
        self._box.setRange(
            xRange=[float(self._at(np.array([end]), 0)[0]) for end in across],
            yRange=[float(self._at(np.array([end]), 1)[0]) for end in up],
            padding=0.02,
        )

    def mark(self, x: float | None) -> None:
        """Where the line that can be dragged stands."""
        if self._mark is not None:
            self._mark.setVisible(x is not None)
            if x is not None:
                self._mark.setValue(float(self._at(np.array([x]), 0)[0]))

    def dot(self, x: float | None, y: float | None) -> None:
        """A dot at a place; None where there is none."""
        if self._dot is None:
            return
        if x is None or y is None or (self._log[0] and x <= 0) or (self._log[1] and y <= 0):
            self._dot.setData([], [])
        else:
            self._dot.setData(self._at(np.array([x]), 0), self._at(np.array([y]), 1))

    def say(self, words: str) -> None:
        """What stands in the middle of a plot in which there is nothing to be seen, and why."""
        if self._note is not None:
            (left, right), (low, high) = self._box.viewRange()
            self._note.setText(words, theme.colour("muted"))
            self._note.setPos((left + right) / 2, (low + high) / 2)
            self._note.setVisible(bool(words))

    def said(self) -> str:
        """What `say` shows."""
        return "" if self._note is None else str(self._note.toPlainText())

    def drawn(self) -> tuple[int, ...]:
        """How many points of each line are on the screen."""
        return tuple(0 if item.getData()[0] is None else len(item.getData()[0]) for item in self._lines)

    def view(self) -> QWidget | None:
        """What takes the mouse, once something was drawn."""
        found: QWidget | None = None if self._view is None else self._view.viewport()
        return found

    def place_of(self, x: float) -> QPointF:
        """Where a number of the x axis is in `view`."""
        at = float(self._at(np.array([x]), 0)[0])
        middle = self._box.viewRect().center().y()
        found: QPointF = QPointF(self._view.mapFromScene(self._box.mapViewToScene(QPointF(at, middle))))
        return found

    def _at(self, values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
        found = np.array(values, float)
        if self._log[axis]:
            # The logarithm of nothing is nowhere: the line goes on behind it.
            found[found <= 0] = np.nan
            found = np.log10(found)
        return found

    def _make(self) -> None:
        # Put together from parts, as the Studio's curve is: PlotWidget's forms have no parent.
        import pyqtgraph

        view = pyqtgraph.GraphicsView(None, useOpenGL=False)
        view.setAntialiasing(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self.accessibleName())
        view.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().setAccessibleName(self.accessibleName())
        view.viewport().installEventFilter(self)
        grid = pyqtgraph.GraphicsLayout()
        grid.setContentsMargins(0, 6, 24, 0)
        grid.setSpacing(0)
        view.setCentralItem(grid)
        box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        left, bottom = pyqtgraph.AxisItem("left"), pyqtgraph.AxisItem("bottom")
        left.setLogMode(None, self._log[1])
        bottom.setLogMode(self._log[0], None)
        left.setWidth(56)
        bottom.setHeight(40)
        left.setGrid(24)
        for item, row, column in ((left, 0, 0), (box, 0, 1), (bottom, 1, 1)):
            grid.addItem(item, row, column)
        for axis, log, ticks in zip((bottom, left), self._log, self._ticks, strict=True):
            axis.linkToView(box)
            if ticks is not None:
                axis.setTicks([[(math.log10(at) if log else at, words) for at, words in ticks]])
            axis.enableAutoSIPrefix(False)
        self._lines = [pyqtgraph.PlotCurveItem() for _ in self._legend]
        for line in self._lines:
            box.addItem(line)
        self._mark = pyqtgraph.InfiniteLine(0.0, angle=90, movable=False)
        self._mark.hide()
        self._dot = pyqtgraph.ScatterPlotItem(size=10)
        self._note = pyqtgraph.TextItem(anchor=(0.5, 0.5))
        self._note.hide()
        for item in (self._mark, self._dot, self._note):
            box.addItem(item)
        self._view, self._box, self._axes = view, box, (bottom, left)
        self._place.addWidget(view)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The mouse moves the line and nothing else: pyqtgraph's own gestures are off, a wheel scrolls on."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if not isinstance(event, QMouseEvent):
            return False
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position().toPoint())
        return True

    def _follow(self, at: QPoint) -> None:
        x = self._box.mapSceneToView(self._view.mapToScene(at)).x()
        (low, high), _ = self._box.viewRange()
        x = min(max(x, low), high)
        self.dragged.emit(float(10**x if self._log[0] else x))

    @Slot()
    def _dress(self) -> None:
        if self._view is None or self._axes is None:
            return
        import pyqtgraph

        self._view.setBackground(theme.colour("surface"))
        self._view.setCursor(Qt.CursorShape.SizeHorCursor)
        muted = theme.colours().muted
        for axis, words in zip(self._axes, self._words, strict=True):
            axis.setPen(theme.colour("line"))
            axis.setTextPen(theme.colour("muted"))
            axis.setTickFont(theme.font("caption"))
            axis.setStyle(tickLength=0, hideOverlappingLabels=_OVER)
            size = theme.state().type.caption
            axis.setLabel(words, **{"color": muted, "font-size": f"{size}px"})
        for line, (colour, _words, style) in zip(self._lines, self._legend, strict=True):
            line.setPen(pyqtgraph.mkPen(theme.colour(colour), width=2, style=style))
            if self._filled:
                line.setBrush(theme.colour(colour, 0.18))
                line.setFillLevel(0.0)
        self._note.setFont(theme.font("caption"))
        self._note.setColor(theme.colour("muted"))
        self._mark.setPen(pyqtgraph.mkPen(theme.colour("text"), width=2))
        self._dot.setPen(pyqtgraph.mkPen(theme.colour("surface"), width=2))
        self._dot.setBrush(theme.colour("text"))
