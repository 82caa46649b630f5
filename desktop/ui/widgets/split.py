"""The fine line between before and after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.ui import theme

_PILL = 24.0
_EDGE = 12.0


def draw_line(painter: QPainter, x: float, seen: QRectF, *, strong: bool) -> None:
    """A bright hairline with a dark one around it, so that it is seen on snow and in the night."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top, bottom = QPointF(x, seen.top()), QPointF(x, seen.bottom())
    for shade, width in ((QColor(0, 0, 0, 90), 4.0), (_bright(strong), 1.5)):
        painter.setPen(QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(top, bottom)
    middle = QPointF(x, seen.center().y())
    painter.setPen(QPen(QColor(0, 0, 0, 90), 1))
    painter.setBrush(_bright(strong))
    painter.drawRoundedRect(QRectF(middle.x() - 3.5, middle.y() - 16, 7, 32), 3.5, 3.5)
    painter.restore()


def draw_labels(painter: QPainter, x: float, seen: QRectF, before: str, after: str) -> None:
    """Quiet pills in the lower corners of the two halves; one whose half is too narrow goes."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("caption", bold=True))
    metrics = QFontMetricsF(painter.font())
    for words, left in ((before, True), (after, False)):
        width = metrics.horizontalAdvance(words) + 20
        start = seen.left() + _EDGE if left else seen.right() - _EDGE - width
        room = x - seen.left() if left else seen.right() - x
        if room < width + 2 * _EDGE:
            continue
        pill = QRectF(start, seen.bottom() - _EDGE - _PILL, width, _PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 140))
        painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
        painter.setPen(QColor(255, 255, 255, 235))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _bright(strong: bool) -> QColor:
    # Over pictures the scheme does not matter: it is always light on dark, and the accent for the keyboard.
    return QColor(theme.DARK.accent_text) if strong else QColor(255, 255, 255)
