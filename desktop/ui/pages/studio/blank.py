"""What the canvas shows besides pictures: the invitation while empty, the welcome, a picture's shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.ui import icons, theme

_ICON = 64


def draw_invitation(
    painter: QPainter, area: QRectF, line: str, hint: str, icon_name: str, ratio: float, *, lit: bool
) -> None:
    """An icon, a line and a quiet line in the middle, a little above it; `lit` while something hovers."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    low = area.height() < 180
    title, small = theme.font("heading", bold=True), theme.font("body")
    heights = (0 if low else _ICON + theme.SPACING.gap, QFontMetricsF(title).height() + theme.SPACING.unit)
    text = QRectF(area).adjusted(theme.SPACING.margin, 0, -theme.SPACING.margin, 0)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    top = area.top() + max(0.0, (area.height() - sum(heights) - QFontMetricsF(small).height()) * 0.46)
    if not low:
        shade = theme.colours().accent_text if lit else theme.colours().muted
        figure = icons.pixmap(icon_name, shade, _ICON, ratio)
        painter.drawPixmap(round(area.center().x() - _ICON / 2), round(top), figure)
        top += heights[0]
    painter.setFont(title)
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(text.left(), top, text.width(), 200), int(flags), line)
    painter.setFont(small)
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRectF(text.left(), top + heights[1], text.width(), 200), int(flags), hint)
    painter.restore()


def draw_welcome(painter: QPainter, area: QRectF, words: str) -> None:
    """Light up under what hovers; with `words` where a picture is behind."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = area.adjusted(8, 8, -8, -8)
    painter.fillRect(area, theme.colour("stage", 0.72 if words else 0.0))
    painter.setPen(QPen(theme.colour("accent_text"), 2))
    painter.setBrush(theme.colour("selected", 0.45))
    painter.drawRoundedRect(inner, theme.RADII.picture, theme.RADII.picture)
    painter.setFont(theme.font("heading", bold=True))
    painter.setPen(theme.colour("text"))
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.restore()


def draw_shadow(painter: QPainter, frame: QRectF) -> None:
    """A soft shadow and a hairline around a picture, for both schemes."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dark = theme.scheme() is theme.Scheme.DARK
    reach = 12
    for step in range(reach, 0, -1):
        # Squares of the distance: a shadow that is deep at the edge and has no edge of its own.
        depth = (0.34 if dark else 0.10) * (1 - step / (reach + 1)) ** 2
        painter.setPen(QPen(QColor.fromRgbF(0, 0, 0, depth), 1))
        grown = frame.adjusted(-step, -step, step, step).translated(0, 2)
        painter.drawRoundedRect(grown, step, step)
    painter.setPen(QPen(QColor.fromRgbF(*((1, 1, 1, 0.10) if dark else (0, 0, 0, 0.14))), 1))
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
    painter.restore()
