"""Faces over a picture: boxes that follow, labels with a name and a thin confidence bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from desktop.faces.face import Box
from desktop.ui import theme

Kind = Literal["known", "unknown", "unsure", "new"]

FOLLOW_SECONDS = 0.3
"""How far ahead of its last inference a box is carried by its velocity; beyond that it would only guess."""

_ROOMY = 96

_INK = QColor(255, 255, 255)
_GROUND = QColor(18, 18, 18, 214)  # white on it keeps 4.5:1 even over white
_ACCENT = QColor(theme.DARK.accent)  # over pictures both schemes use the accent of the dark one


@dataclass(frozen=True, slots=True)
class FaceOverlay:
    """A face to draw: `box` in the picture's pixels, `velocity` in them a second, `confidence` 0..1 or None.

    `label` is the name of a known face; for the other kinds it is left empty and the view finds the words.
    """

    track: int
    box: Box
    label: str = ""
    kind: Kind = "unknown"
    confidence: float | None = None
    velocity: tuple[float, float] = (0.0, 0.0)

    def box_at(self, ahead: float) -> Box:
        """The box `ahead` seconds after the frame it was found in."""
        ahead = min(max(ahead, -FOLLOW_SECONDS), FOLLOW_SECONDS)
        x, y, width, height = self.box
        return (x + self.velocity[0] * ahead, y + self.velocity[1] * ahead, width, height)


def words(face: FaceOverlay) -> tuple[str, str]:
    """What a face is called, and what a click does (empty where the label says enough)."""
    if face.kind == "known":
        return face.label, ""
    if face.kind == "unsure":
        return face.label or _tr("Not sure"), _tr("click to say who")
    if face.kind == "new":
        return face.label or _tr("Looking"), ""
    return face.label or _tr("Not recognised"), _tr("click to name")


def draw(
    painter: QPainter,
    faces: Sequence[tuple[FaceOverlay, QRectF]],
    bounds: QRectF,
    hovered: int | None,
    focused: int | None,
) -> None:
    """Draw faces at their places inside `bounds` (all in the painter's pixels); the lively ones come last."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    placed: list[QRectF] = []
    ordered = sorted(faces, key=lambda pair: (pair[0].track in (hovered, focused), pair[1].top()))
    painter.save()
    painter.setClipRect(bounds)  # a face may reach over the picture's edge, its box may not
    for face, place in ordered:
        lively = face.track in (hovered, focused)
        _draw_box(painter, face, place, lively, face.track == focused)
    painter.restore()
    for face, place in reversed(ordered):
        if face.kind != "new" or face.track in (hovered, focused):
            _draw_label(painter, face, place, bounds, face.track in (hovered, focused), placed)


def _draw_box(painter: QPainter, face: FaceOverlay, place: QRectF, lively: bool, focused: bool) -> None:
    radius = min(theme.RADII.card, place.width() * 0.2)
    if face.kind == "known":
        pen = QPen(_ACCENT, 2.5 if lively else 2.0)
    elif face.kind == "new":
        pen = QPen(QColor(255, 255, 255, 110), 1.5)
    else:
        pen = QPen(QColor(255, 255, 255, 255 if lively else 200), 2.0 if lively else 1.5)
        if face.kind == "unsure":
            pen.setDashPattern([5, 3])
    # A dark line under the light one keeps the box visible on a white wall.
    painter.setBrush(QColor(255, 255, 255, 26) if lively else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 80), pen.widthF() + 1.5))
    painter.drawRoundedRect(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(place, radius, radius)
    if focused:
        ring = place.adjusted(-5, -5, 5, 5)
        painter.setPen(QPen(_INK, 2.0))
        painter.drawRoundedRect(ring, radius + 5, radius + 5)


def _draw_label(
    painter: QPainter,
    face: FaceOverlay,
    place: QRectF,
    bounds: QRectF,
    lively: bool,
    placed: list[QRectF],
) -> None:
    name, invitation = words(face)
    # The invitation shows where the face is large enough to carry it, and on every face that is pointed at.
    tail = f" · {invitation}" if invitation and (lively or place.width() >= _ROOMY) else ""
    known = face.kind == "known"
    fill = round(min(max(face.confidence, 0.0), 1.0) * 64) if known and face.confidence is not None else None
    font = (theme.font("body").family(), theme.font("body").pixelSize())
    ready = _label(name, tail, known, fill, painter.device().devicePixelRatioF(), font)
    size = QRectF(QPointF(), ready.deviceIndependentSize())
    found = _free_place(size, place, bounds, placed)
    placed.append(found)
    # On whole pixels, so that the words stay sharp while the face moves.
    painter.drawPixmap(found.topLeft().toPoint(), ready)


@lru_cache(maxsize=256)
def _label(
    name: str, tail: str, known: bool, fill: int | None, ratio: float, font: tuple[str, int]
) -> QPixmap:
    """A label as a picture: setting text costs more than all the boxes, and a label rarely changes.

    `fill` is the confidence in 64ths; `font` only makes the cache forget when the system's font changes.
    """
    bold, plain = theme.font("body", bold=known), theme.font("caption")
    metrics, small = QFontMetricsF(bold), QFontMetricsF(plain)
    name = metrics.elidedText(" ".join(name.split()), Qt.TextElideMode.ElideRight, 220)
    wide = metrics.horizontalAdvance(name) + small.horizontalAdvance(tail)
    bar = fill is not None
    width = ceil(max(wide, 56.0 if bar else 0.0)) + 20
    height = ceil(metrics.height()) + (17 if bar else 10)
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(QRectF(0, 0, width, height), theme.RADII.control, theme.RADII.control)
    baseline = QPointF(10, 5 + metrics.ascent())
    painter.setPen(_INK)
    painter.setFont(bold)
    painter.drawText(baseline, name)
    painter.setFont(plain)
    painter.setPen(QColor(255, 255, 255, 205))
    painter.drawText(baseline + QPointF(metrics.horizontalAdvance(name), 0), tail)
    if fill is not None:
        line = QRectF(10, height - 9, width - 20, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 64))
        painter.drawRoundedRect(line, 1.5, 1.5)
        line.setWidth(max(3.0, line.width() * fill / 64))
        painter.setBrush(_ACCENT)
        painter.drawRoundedRect(line, 1.5, 1.5)
    painter.end()
    return made


def _free_place(size: QRectF, face: QRectF, bounds: QRectF, placed: Sequence[QRectF]) -> QRectF:
    """Below the face, else above it, else inside at its foot; within bounds and clear of other labels."""
    candidates = []
    for top in (face.bottom() + 8, face.top() - 8 - size.height(), face.bottom() - 8 - size.height()):
        made = QRectF(size)
        made.moveTop(top)
        made.moveLeft(face.center().x() - size.width() / 2)
        made.moveLeft(min(max(made.left(), bounds.left() + 8), bounds.right() - 8 - size.width()))
        candidates.append(made)
    inside = [made for made in candidates if bounds.contains(made)]
    clear = [made for made in inside if not any(made.intersects(other) for other in placed)]
    return (clear or inside or candidates[-1:])[0]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FaceOverlay", text)
