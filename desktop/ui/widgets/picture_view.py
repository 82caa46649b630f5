"""A photo and what became of it in one frame, to zoom and to push. The canvas adds what is done with them."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from desktop.ui import theme
from desktop.ui.widgets import split
from desktop.ui.widgets.ground import draw_shadow
from desktop.ui.widgets.layer import Layer
from desktop.ui.widgets.viewport import Viewport
from desktop.vectors import Picture

_SHARP = 4.0
"""Above this zoom pixels are shown as the squares they are."""

_STEP = 1.25


class PictureView(QWidget):
    """Holds the two pictures and how they are looked at: one of them, or both with a line between.

    Zoom is device pixels a pixel of the photo.
    """

    zoom_changed = Signal(float)
    split_changed = Signal(bool)
    split_moved = Signal(float)  # 0..1 of the picture's width

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._result = Layer(), Layer()
        self._view: Viewport | None = None  # None: there is nothing to show
        self._split_on = False
        self._split_at = 0.5
        self._before = False
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        theme.state().changed.connect(self.update)

    def content(self) -> Picture | None:
        """The photo."""
        return self._content.picture

    def result(self) -> Picture | None:
        """What became of it."""
        return self._result.picture

    def picture_place(self) -> QRectF:
        """Where the whole picture is, in this widget; it may reach beyond it. Empty without one."""
        return QRectF(*self._view.place) if self._view else QRectF()

    def zoom(self) -> float:
        """1.0 where there is no picture."""
        return self._view.zoom if self._view else 1.0

    def is_fitted(self) -> bool:
        """Whether the picture keeps filling the view."""
        return self._view is None or self._view.fitted

    def set_split(self, on: bool) -> None:
        """Show before and after side by side, once there is a result; the line follows the pointer."""
        if on != self._split_on:
            self._split_on = on
            self.split_changed.emit(on)
            self._changed()

    def split_at(self) -> float:
        """Where the line is, 0..1 of the picture's width."""
        return self._split_at

    def move_split(self, part: float) -> None:
        """Put the line somewhere, 0..1 of the picture's width."""
        part = min(max(part, 0.0), 1.0)
        if part != self._split_at:
            self._split_at = part
            self.split_moved.emit(part)
            self.update()

    def set_before(self, on: bool) -> None:
        """Show the photo alone, as long as a button or key is held."""
        if on != self._before:
            self._before = on
            self.update()

    @Slot()
    def fit(self) -> None:
        """All of the picture, as large as it gets."""
        if self._view:
            self._look(self._view.fit())

    @Slot()
    def actual_size(self) -> None:
        """One picture pixel a device pixel."""
        self.set_zoom(1.0)

    @Slot()
    def zoom_in(self) -> None:
        """Closer, in the middle."""
        self.set_zoom(self.zoom() * _STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Further away."""
        self.set_zoom(self.zoom() / _STEP)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Kept within 0.05..32; `at`: the place of this widget that stays, default its middle."""
        if self._view:
            self._look(self._view.zoomed(zoom, (at.x(), at.y()) if at is not None else None))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as it gets."""
        return QSize(960, 720)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom where the pointer is."""
        # With Alt some platforms turn the wheel sideways.
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned:
            self.set_zoom(self.zoom() * math.pow(_STEP, turned / 120), event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the picture where it is looked at."""
        self._resized()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinch on a touch pad or screen; a screen with another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._resized()
        elif isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.set_zoom(self.zoom() * (1 + event.value()), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = QPointF(self.mapFromGlobal(pinch.centerPoint()))
                self.set_zoom(self.zoom() * pinch.scaleFactor(), at)
                return True
        return super().event(event)

    def _room(self) -> tuple[int, int]:
        """Width and height that the picture is fitted into, from this widget's upper left corner."""
        return self.width(), self.height()

    def _splits(self) -> bool:
        """Whether the line is to be seen."""
        return self._split_on and self._result.picture is not None and self._content.picture is not None

    def _paint_pictures(self, painter: QPainter, seen: QRectF, *, strong: bool) -> None:
        """Paint what `seen` shows; `strong`: the line is the keyboard's."""
        draw_shadow(painter, self.picture_place())
        alone = self._before or self._result.picture is None
        under = self._content if alone and self._content.picture is not None else self._result
        self._paint_layer(painter, under, seen)
        if self._splits() and not self._before:
            self._paint_split(painter, seen, strong=strong)

    def _paint_split(self, painter: QPainter, exposed: QRectF, *, strong: bool) -> None:
        frame = self.picture_place()
        seen = frame & QRectF(self.rect())
        x = frame.left() + frame.width() * self._split_at
        left = QRectF(seen.left(), seen.top(), max(0.0, x - seen.left()), seen.height())
        painter.save()
        painter.setClipRect(left)
        self._paint_layer(painter, self._content, exposed & left)
        painter.restore()
        if seen.left() <= x <= seen.right():
            split.draw_line(painter, x, seen, strong=strong)
        split.draw_labels(painter, x, seen, self.tr("Before"), self.tr("After"))

    def _paint_layer(self, painter: QPainter, layer: Layer, seen: QRectF) -> None:
        """Paint what `seen` shows of a picture in the common frame."""
        if self._view is not None:
            base = QSize(round(self._view.width), round(self._view.height))
            sharp = self._view.zoom > _SHARP
            ratio = self.devicePixelRatioF()
            layer.paint(painter, self.picture_place(), seen, ratio, base=base, sharp=sharp)

    def _changed(self) -> None:
        """What is shown is another thing now, not only another picture."""
        self.update()

    def _reframe(self) -> None:
        """Follow the size of what is shown; a picture of another size is seen whole first."""
        size = self._result.size if self._content.picture is None else self._content.size
        if size.isEmpty():
            self._view = None
        elif self._view is None or (self._view.width, self._view.height) != (size.width(), size.height()):
            margin = float(theme.SPACING.margin)
            view = Viewport(size.width(), size.height(), *self._room(), margin)
            self._view = None
            self._look(view.resized(*self._room(), self.devicePixelRatioF()))
        self.update()

    def _look(self, view: Viewport) -> None:
        before, self._view = self._view, view
        if before is None or before.zoom != view.zoom:
            self.zoom_changed.emit(view.zoom)
        self.update()

    def _resized(self) -> None:
        if self._view:
            self._look(self._view.resized(*self._room(), self.devicePixelRatioF()))
