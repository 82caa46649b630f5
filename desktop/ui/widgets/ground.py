"""What the canvas shows besides pictures: the invitation while empty, the welcome, a picture's shadow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui import icons, theme

_ICON = 64
_PLACE = (560.0, 360.0)
_REACH = 12


def draw_invitation(
    painter: QPainter, area: QRectF, line: str, hint: str, icon_name: str, ratio: float, *, lit: bool
) -> None:
    """A dashed place for a photo: an icon, a line, a quiet line; `lit` while something hovers."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0, 0, min(_PLACE[0], area.width() - 48), min(_PLACE[1], area.height() - 48))
    place.moveCenter(area.center())
    place = place.toAlignedRect().toRectF()
    pen = QPen(theme.colour("accent_text" if lit else "edge"), 2 if lit else 1.5)
    if not lit:
        pen.setDashPattern([5, 5])
    painter.setPen(pen)
    painter.setBrush(theme.colour("selected", 0.6) if lit else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, theme.RADII.picture, theme.RADII.picture)

    low = place.height() < 200
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    inner = place.adjusted(theme.SPACING.gap, 0, -theme.SPACING.gap, 0)
    said = []
    for words, font, shade in (
        (line, theme.font("title", bold=True), "text"),
        (hint, theme.font("body"), "muted"),
    ):
        painter.setFont(font)
        said.append((words, font, shade, painter.boundingRect(inner, flags, words).height()))
    above = 0 if low else _ICON + theme.SPACING.gap
    top = place.center().y() - (above + said[0][3] + theme.SPACING.unit + said[1][3]) / 2
    if not low:
        shade = theme.colours().accent_text if lit else theme.colours().muted
        figure = icons.pixmap(icon_name, shade, _ICON, ratio)
        painter.drawPixmap(round(place.center().x() - _ICON / 2), round(top), figure)
    y = top + above
    for words, font, shade, high in said:
        painter.setFont(font)
        painter.setPen(theme.colour(shade))
        painter.drawText(QRectF(inner.left(), y, inner.width(), high), flags, words)
        y += high + theme.SPACING.unit
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


def draw_corners(painter: QPainter, whole: QRectF) -> None:
    """The page's colour over the four corners: cheaper than a round clip for the picture at every frame."""
    outside, inside = QPainterPath(), QPainterPath()
    outside.addRect(whole)
    inside.addRoundedRect(whole, theme.RADII.card, theme.RADII.card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(outside.subtracted(inside), theme.colour("page"))


def draw_ring(painter: QPainter, whole: QRectF, radius: int = theme.RADII.card) -> None:
    """The ring of the keyboard's focus, inside corners of `radius` pixels."""
    painter.setPen(QPen(theme.colour("accent_text"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def draw_shadow(painter: QPainter, frame: QRectF) -> None:
    """A soft shadow and a hairline around a picture, for both schemes."""
    dark = theme.scheme() is theme.Scheme.DARK
    outline = frame.toAlignedRect()
    for step in range(_REACH, 0, -1):
        # Squares of the distance: a shadow that is deep at the edge and has no edge of its own.
        depth = (0.34 if dark else 0.10) * (1 - step / (_REACH + 1)) ** 2
        _draw_edge(painter, outline.adjusted(-step, 2 - step, step, 2 + step), (0, 0, 0, depth))
    _draw_edge(painter, outline.adjusted(-1, -1, 1, 1), (1, 1, 1, 0.10) if dark else (0, 0, 0, 0.14))


def _draw_edge(painter: QPainter, outer: QRect, shade: tuple[float, float, float, float]) -> None:
    """The outermost pixels of a rectangle; filled, since a pen costs more than the picture inside it."""
    colour = QColor.fromRgbF(*shade)
    width, height = outer.width(), outer.height()
    for side in (
        QRect(outer.left(), outer.top(), width, 1),
        QRect(outer.left(), outer.bottom(), width, 1),
        QRect(outer.left(), outer.top() + 1, 1, height - 2),
        QRect(outer.right(), outer.top() + 1, 1, height - 2),
    ):
        painter.fillRect(side, colour)
