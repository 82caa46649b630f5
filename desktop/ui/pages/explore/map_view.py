"""A picture with a unit's activations laid over it and the field of a patch outlined."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.networks.field import Field
from desktop.ui import focus, theme
from desktop.ui.images import fit, to_image
from desktop.ui.pages.explore.ramp import laid
from desktop.work.explore_messages import Look

_VEIL = 0.5


class MapView(QWidget):
    """`pointed` brings the value under the pointer, or None."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._image, self._map = QImage(), QImage()
        self._overlay = True
        self._at: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the close view hears its keys
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The picture and where the unit fires"))
        theme.state().changed.connect(self.update)

    def show_look(self, look: Look | None) -> None:
        """Show a patch in its picture."""
        self._look, self._at = look, None
        self._image = QImage() if look is None else to_image(look.shown)
        self._map = QImage() if look is None else laid(look.values)
        self.update()

    def set_overlay(self, on: bool) -> None:
        """Lay the map over the picture, or not."""
        self._overlay = on
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Enough to see a picture."""
        return QSize(200, 160)

    def frame(self) -> QRectF:
        """Where the picture is drawn."""
        return fit(self._image.size(), QRectF(self.rect()).adjusted(8, 8, -8, -8))

    def box(self) -> QRectF:
        """Where the patch's field is drawn; it may leave the picture."""
        if self._look is None or self._image.isNull():
            return QRectF()
        left, top, right, bottom = self._look.box
        return self._placed(left, top, right - left, bottom - top)

    def value_at(self, at: QPointF) -> float | None:
        """The unit's activation at a place of this widget; None beside the picture."""
        if self._look is None or not self.frame().contains(at) or not self._look.values.size:
            return None
        row, column = self._unit_at(at)
        return float(self._look.values[row, column])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell the value under the pointer."""
        self.pointed.emit(self.value_at(event.position()))
        inside = self._look is not None and self.frame().contains(event.position())
        self._mark(self._unit_at(event.position()) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is under it."""
        self._mark(None)
        self.pointed.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Stage, picture, map, the place under the pointer, the field's box."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), theme.RADII.picture, theme.RADII.picture)
        painter.fillPath(ground, theme.colour("stage"))
        if self._look is not None and not self.frame().isEmpty():
            painter.setClipPath(ground)
            self._draw(painter, self._look)
        if focus.ringed(self):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            radius = theme.RADII.picture
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _draw(self, painter: QPainter, look: Look) -> None:
        frame = self.frame()
        painter.drawImage(frame, self._image)
        if self._overlay and not self._map.isNull():
            painter.save()
            painter.setClipRect(frame)
            # Where the unit is silent the picture steps back; what is in the box stays under the map.
            veil = QColor(theme.DARK.stage)
            veil.setAlphaF(_VEIL)
            silent = QPainterPath()
            silent.addRect(frame)
            silent.addRect(self.box().intersected(frame))  # counted twice is outside
            painter.fillPath(silent, veil)
            rows, columns = look.values.shape
            down, across = look.fields
            place = self._placed(_first(across), _first(down), columns * across.jump, rows * down.jump)
            # Converted, so that what is between two values is a colour between and not a place of the table.
            painter.drawImage(place, self._map.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
            painter.restore()
        if self._at is not None:
            row, column = self._at
            down, across = look.fields
            left, top = _first(across) + column * across.jump, _first(down) + row * down.jump
            cell = self._placed(left, top, across.jump, down.jump)
            if cell.width() >= 6:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.DARK.text), 1))
                painter.drawRect(cell)
        self._outline(painter, self.box())

    @staticmethod
    def _outline(painter: QPainter, box: QRectF) -> None:
        """Light on dark, so that it is seen on every picture."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shade, wide in ((theme.DARK.stage, 4.0), (theme.DARK.text, 2.0)):
            pen = QPen(QColor(shade), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(box)

    def _scale(self) -> float:
        return self.frame().width() / max(1, self._image.width())

    def _placed(self, left: float, top: float, width: float, height: float) -> QRectF:
        frame, scale = self.frame(), self._scale()
        return QRectF(frame.left() + left * scale, frame.top() + top * scale, width * scale, height * scale)

    def _unit_at(self, at: QPointF) -> tuple[int, int]:
        assert self._look is not None
        frame, scale = self.frame(), self._scale()
        rows, columns = self._look.values.shape
        row, column = (
            math.floor((place / scale - _first(field)) / field.jump)
            for place, field in zip(
                (at.y() - frame.top(), at.x() - frame.left()), self._look.fields, strict=True
            )
        )
        return min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

    def _mark(self, at: tuple[int, int] | None) -> None:
        if at != self._at:
            self._at = at
            self.update()


def _first(field: Field) -> float:
    """Where the first unit's own stretch of the picture begins: half a jump before its centre."""
    return field.start + 0.5 - field.jump / 2
