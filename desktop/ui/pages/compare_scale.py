"""The line from 0 to 2, or to 4, on which a distance meets its threshold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop.ui import focus, local, theme

END = 2.0
"""d(A, B) of unrelated directions. Larger ones (up to 4) stand at this end with an arrow."""

FAR_END = 4.0
"""Where a head compares pairs: it puts different people at 4 = 2 - 2 x -1, and tau lies beyond 2."""

_STEPS = 1000  # of the slider, for each 1 of distance
_EDGE = 7  # room left and right for the handle
_HIGH = 84
_TRACK = 44  # from the top; the distance's label is above, the threshold's below
_THICK = 6


class DistanceScale(QSlider):
    """A slider for tau with a marker for d. Its value is tau in thousandths; arrows move it by 0.01.

    It is a QSlider for the keyboard and for screen readers; only the mouse and the painting are its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._distance: float | None = None
        self._end = END
        self.setRange(0, round(END * _STEPS))
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Threshold tau for the distance"))
        theme.state().changed.connect(self.update)

    def tau(self) -> float:
        """The threshold on d."""
        return self.value() / _STEPS

    def set_end(self, end: float) -> None:
        """How far the line goes; the handle stays at its threshold where that is on it."""
        blocked = self.blockSignals(True)
        self._end = end
        self.setMaximum(round(end * _STEPS))
        self.blockSignals(blocked)
        self.update()

    def show_tau(self, tau: float) -> None:
        """Move the handle without saying that the user did."""
        blocked = self.blockSignals(True)
        self.setValue(round(tau * _STEPS))
        self.blockSignals(blocked)
        self.update()

    def set_distance(self, distance: float | None) -> None:
        """Where the marker stands; None takes it away."""
        self._distance = distance
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The line with a label above and one below."""
        return QSize(320, theme.scaled(_HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as it is."""
        return QSize(200, theme.scaled(_HIGH))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The handle comes to the pointer: a click on the line says where, not which way."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag."""
        if self.isSliderDown():
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """What counts as the same person in colour, the rest grey, the marker above, the handle on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, right, tau = self._at(0.0), self._at(self._end), self._at(self.tau())
        top = theme.scaled(_TRACK) - _THICK / 2
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(QRectF(left, top, right - left, _THICK), _THICK / 2, _THICK / 2)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(left, top, max(tau - left, _THICK), _THICK), _THICK / 2, _THICK / 2)
        self._draw_ends(painter, left, right, tau)
        self._draw_handle(painter, tau)
        if self._distance is not None:
            self._draw_distance(painter, self._distance)
        painter.end()

    def _draw_ends(self, painter: QPainter, left: float, right: float, tau: float) -> None:
        """What the two ends mean, where the threshold's own label leaves room for it."""
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        metrics = QFontMetricsF(painter.font())
        row = QRectF(left, theme.scaled(_TRACK) + 16, right - left, theme.scaled(20))
        half = metrics.horizontalAdvance(self._tau_words()) / 2 + theme.SPACING.gap
        near, far = self.tr("0 · the same face"), self.tr("{end} · nothing alike")
        far = far.format(end=local.whole(round(self._end)))
        if left + metrics.horizontalAdvance(near) < tau - half:
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, near)
        if right - metrics.horizontalAdvance(far) > tau + half:
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, far)

    def _draw_handle(self, painter: QPainter, x: float) -> None:
        body = QRectF(x - 5, theme.scaled(_TRACK) - 13, 10, 26)
        painter.setPen(QPen(theme.colour("accent_text" if focus.ringed(self) else "surface"), 2))
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(body, 5, 5)
        painter.setFont(theme.font("caption", bold=True))
        painter.setPen(theme.colour("text"))
        self._label(painter, x, theme.scaled(_TRACK) + 16, self._tau_words())

    def _draw_distance(self, painter: QPainter, distance: float) -> None:
        x = self._at(min(max(distance, 0.0), self._end))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        y = theme.scaled(_TRACK) - 19  # between the label above and the line
        if distance > self._end:
            tip = [QPointF(x + 7, y), QPointF(x - 3, y - 6), QPointF(x - 3, y + 6)]
        else:
            tip = [QPointF(x, y + 5), QPointF(x - 6, y - 4), QPointF(x + 6, y - 4)]
        painter.drawPolygon(QPolygonF(tip))
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.colour("text"))
        words = self.tr("distance {value}").format(value=local.decimal(distance))
        self._label(painter, x, 0, words)

    def _tau_words(self) -> str:
        return self.tr("threshold {value}").format(value=local.decimal(self.tau()))

    def _label(self, painter: QPainter, x: float, top: float, words: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 4
        start = min(max(x - width / 2, 0.0), self.width() - width)
        painter.drawText(QRectF(start, top, width, theme.scaled(20)), Qt.AlignmentFlag.AlignCenter, words)

    def _at(self, value: float) -> float:
        return _EDGE + (self.width() - 2 * _EDGE) * value / self._end

    def _follow(self, event: QMouseEvent) -> None:
        part = (event.position().x() - _EDGE) / max(1, self.width() - 2 * _EDGE)
        self.setValue(round(min(max(part, 0.0), 1.0) * self._end * _STEPS))
