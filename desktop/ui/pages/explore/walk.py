"""The row to walk along: a network's layers as a path from the pixels inwards, block by block."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.explore.found import Layer
from desktop.ui import focus, theme
from desktop.ui.pages.explore import words

_HIGH = 72
_HEAD = 22  # of a block's name
_LINE = 38  # where the path runs
_DOT = 5.0
_BETWEEN = 0.6  # of a step, between two blocks
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Up: 1,
}


class Walk(QWidget):
    """`chosen` brings the name of the layer the user went to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = ""
        self._layers: tuple[Layer, ...] = ()
        self._here = 0
        self._under = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Layers"))
        theme.state().changed.connect(self.update)

    def set_layers(self, network: str, layers: tuple[Layer, ...], layer: str = "") -> None:
        """Show a network's layers; `layer` is where to stand, else the first."""
        self._network, self._layers = network, layers
        self._here = 0
        self.go(layer)

    def go(self, layer: str) -> None:
        """Stand at a layer; an unknown one changes nothing. The user did not go there: nothing is told."""
        for place, each in enumerate(self._layers):
            if each.name == layer:
                self._here = place
        if self._layers:
            here = self._layers[self._here]
            block = words.block(self._network, here.block)[0]
            self.setAccessibleName(self.tr("Layers: {layer}").format(layer=f"{here.name}, {block}"))
            self.setAccessibleDescription(words.seen(here))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def layer(self) -> Layer | None:
        """Where the user stands."""
        return self._layers[self._here] if self._layers else None

    def step(self, by: int) -> None:
        """Walk a layer on or back; at an end one stays."""
        self._choose(min(max(self._here + by, 0), len(self._layers) - 1))

    def sizeHint(self) -> QSize:  # noqa: N802
        """A low row, as wide as there is room."""
        return QSize(480, theme.scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow: the dots move together."""
        return QSize(240, theme.scaled(_HIGH))

    def places(self) -> list[QPointF]:
        """Where each layer's dot is."""
        if not self._layers:
            return []
        steps = [0.0]
        for before, after in pairwise(self._layers):
            steps.append(steps[-1] + 1 + (_BETWEEN if after.block != before.block else 0))
        side = _DOT + 4
        step = (self.width() - 2 * side) / (steps[-1] + 1)
        return [QPointF(side + (at + 0.5) * step, theme.scaled(_LINE)) for at in steps]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right walk, Home and End go to an end."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._choose(0)
        elif key == Qt.Key.Key_End:
            self._choose(len(self._layers) - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the nearest layer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._nearest(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show where a click would go."""
        self._point(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nowhere."""
        self._point(-1)

    def event(self, event: QEvent) -> bool:
        """The tooltip is that of the layer under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            near = self._nearest(QPointF(event.pos()))
            if near >= 0:
                QToolTip.showText(event.globalPos(), words.layer(self._layers[near]), self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Blocks' names, the path, the dots, a pill where one stands."""
        places = self.places()
        if not places:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focus.ringed(self):
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        self._draw_blocks(painter, places)
        about = self._draw_about(painter, places)
        roomy = self._roomy(places)
        for place, (each, at) in enumerate(zip(self._layers, places, strict=True)):
            if place == self._here:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if place < self._here else "edge"))
            size = _DOT if place == self._under else _DOT - 1
            painter.drawEllipse(at, size, size)
            if roomy:
                self._draw_short(painter, at, words.short(each.name), about)
        self._draw_pill(painter, places[self._here], self._layers[self._here].name)
        painter.end()

    def _draw_blocks(self, painter: QPainter, places: list[QPointF]) -> None:
        here = self._layers[self._here].block
        numbers = sorted({each.block for each in self._layers})
        step = places[1].x() - places[0].x() if len(places) > 1 else self.width()
        for number in numbers:
            inside = [at for each, at in zip(self._layers, places, strict=True) if each.block == number]
            left, right = inside[0].x() - step / 2, inside[-1].x() + step / 2
            painter.setFont(theme.font("caption", bold=number == here))
            painter.setPen(theme.colour("text" if number == here else "muted"))
            metrics = QFontMetricsF(painter.font())
            room = right - left + step * _BETWEEN * 0.5
            names = words.block(self._network, number)
            fitting = [name for name in names if metrics.horizontalAdvance(name) <= room]
            said = fitting[0] if fitting else names[-1]
            box = QRectF((left + right - room) / 2, 2, room, theme.scaled(_HEAD) - 2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
            painter.setPen(QPen(theme.colour("accent" if number < here else "edge"), 2))
            if len(inside) > 1:
                painter.drawLine(inside[0], inside[-1])
        reached = [at for place, at in enumerate(places) if place <= self._here]
        painter.setPen(QPen(theme.colour("line"), 2))
        for before, after in pairwise(zip(places, self._layers, strict=True)):
            if before[1].block != after[1].block:
                painter.drawLine(before[0], after[0])
        painter.setPen(QPen(theme.colour("accent"), 2))
        if len(reached) > 1:
            painter.drawLine(reached[0], reached[-1])

    def _draw_pill(self, painter: QPainter, at: QPointF, said: str) -> None:
        painter.setFont(theme.font("caption", bold=True))
        metrics = QFontMetricsF(painter.font())
        pill = QRectF(0, 0, metrics.horizontalAdvance(said) + 20, theme.scaled(26))
        pill.moveCenter(at)
        pill.moveLeft(min(max(pill.left(), 3.0), max(3.0, self.width() - pill.width() - 3)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), said)

    def _draw_about(self, painter: QPainter, places: list[QPointF]) -> QRectF:
        """Under the pill what the layer is; gives the place that is taken."""
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text"))
        said = words.brief(self._layers[self._here])
        metrics = QFontMetricsF(painter.font())
        box = QRectF(0, theme.scaled(_LINE) + 15, metrics.horizontalAdvance(said) + 2, theme.scaled(18))
        box.moveLeft(places[self._here].x() - box.width() / 2)
        box.moveLeft(min(max(box.left(), 3.0), max(3.0, self.width() - box.width() - 3)))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
        return box

    @staticmethod
    def _draw_short(painter: QPainter, at: QPointF, said: str, taken: QRectF) -> None:
        """A layer's short name, where the words under the pill leave room for it."""
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        metrics = QFontMetricsF(painter.font())
        box = QRectF(0, theme.scaled(_LINE) + 15, metrics.horizontalAdvance(said) + 12, theme.scaled(18))
        box.moveLeft(at.x() - box.width() / 2)
        if not box.intersects(taken):
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)

    def _roomy(self, places: list[QPointF]) -> bool:
        """Whether the short names of neighbours keep apart."""
        wide = max(QFontMetricsF(theme.font("caption")).horizontalAdvance(words.short(each.name))
                   for each in self._layers)  # fmt: skip
        return all(b.x() - a.x() >= wide + 6 for a, b in pairwise(places))

    def _nearest(self, at: QPointF) -> int:
        gaps = [abs(place.x() - at.x()) for place in self.places()]
        return gaps.index(min(gaps)) if gaps else -1

    def _point(self, place: int) -> None:
        if place != self._under:
            self._under = place
            self.update()

    def _choose(self, place: int) -> None:
        if self._layers and place != self._here:
            self.go(self._layers[place].name)
            self.chosen.emit(self._layers[place].name)
