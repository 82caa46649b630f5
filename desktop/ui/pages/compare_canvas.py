"""A picture with the faces that were found in it; the one that is compared stands out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui import focus, theme
from desktop.ui.images import fit, to_image
from desktop.ui.widgets.dropped import DropPlace
from desktop.work.messages import Side

_LARGEST = 2048
"""Pixels of the longer side that are kept for painting: no side of this page is larger."""


class FaceCanvas(QAbstractButton):
    """Shows a Side. Click, Enter or Space: another picture; Delete: none; a drop replaces it."""

    dropped = Signal(QMimeData)
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self._image = QImage()
        self._scaled = QPixmap()
        self._welcome = False
        place = DropPlace(self)
        place.welcomed.connect(self._set_welcome)
        place.dropped.connect(self.dropped)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))
        self.setToolTip(self.tr("Click or drop to compare another picture"))
        theme.state().changed.connect(self.update)

    def show_side(self, side: Side, name: str) -> None:
        """Show a picture and its faces; `name` is the file's."""
        self._side = side
        height, width = side.picture.shape[:2]
        step = max(1, max(height, width) // _LARGEST)
        self._image = to_image(side.picture[::step, ::step])
        self._scaled = QPixmap()
        self.setAccessibleName(
            self.tr("{name}, faces found: {count}").format(name=name, count=len(side.boxes))
        )
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def clear(self) -> None:
        """Let go of the picture."""
        self._side = None
        self._image = QImage()
        self._scaled = QPixmap()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a picture."""
        return QSize(320, 240)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter as Space; Delete and Backspace take the picture away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture whole on the stage; other faces dim, the taken one in the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(whole, theme.RADII.picture, theme.RADII.picture)
        painter.fillPath(outline, theme.colour("stage"))
        side = self._side
        if side is not None and not self._image.isNull():
            painter.setClipPath(outline)
            area = fit(self._image.size(), whole)
            painter.drawPixmap(area.topLeft(), self._fitted(area))
            scale = area.width() / side.picture.shape[1]
            for index, box in enumerate(side.boxes):
                self._draw_face(painter, area, scale, box, taken=index == side.taken)
            painter.setClipping(False)
        if self._welcome or focus.ringed(self):
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.setBrush(theme.colour("selected", 0.4) if self._welcome else Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)
        painter.end()

    def _draw_face(
        self,
        painter: QPainter,
        area: QRectF,
        scale: float,
        box: tuple[float, float, float, float],
        *,
        taken: bool,
    ) -> None:
        x, y, width, height = (value * scale for value in box)
        place = QRectF(area.left() + x, area.top() + y, width, height)
        radius = min(theme.RADII.card, place.width() / 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A dark line under the bright one: the box is seen on snow and in the night.
        for shade, thick in ((theme.DARK.stage, 5), (theme.DARK.accent if taken else theme.DARK.muted, 2.5)):
            painter.setPen(QPen(QColor(shade), thick if taken else thick * 0.6))
            painter.setOpacity(0.55 if shade == theme.DARK.stage else 1.0)
            painter.drawRoundedRect(place, radius, radius)
        painter.setOpacity(1.0)

    def _fitted(self, area: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(area.width() * ratio)), max(1, round(area.height() * ratio)))
        if self._scaled.size() != size:
            self._scaled = QPixmap.fromImage(
                self._image.scaled(
                    size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    @Slot(bool)
    def _set_welcome(self, on: bool) -> None:
        self._welcome = on
        self.update()
