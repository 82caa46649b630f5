"""The canvas: where a photo is dropped and seen to develop. Before and after, zoom and pan, and the brush.

The life of a result: 1. `set_result` keeps it and asks for a repaint; 2. more may come before that, the
newest wins; 3. it is converted and scaled when it is painted, once, for what is to be seen of it.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import focus, theme
from desktop.ui.pages.studio import split
from desktop.ui.pages.studio.blank import draw_invitation, draw_shadow, draw_welcome
from desktop.ui.pages.studio.layer import Layer
from desktop.ui.pages.studio.viewport import Viewport
from desktop.ui.widgets.dropped import DropPlace, Found, clipboard, found, paste_keys
from desktop.vectors import Picture

_SHARP = 4.0
"""Above this zoom pixels are shown as the squares they are."""

_STEP = 1.25
_PUSH = 48.0


class Canvas(QWidget):
    """Shows a photo and what became of it."""

    dropped = Signal(object)  # tuple[Path, ...]: files and folders that are there
    pasted = Signal(object)  # Picture: dragged or pasted from another program
    refused = Signal(str)  # one sentence, translated
    content_wanted = Signal()  # the empty canvas was clicked
    split_moved = Signal(float)  # 0..1 of the picture's width
    zoom_changed = Signal(float)  # device pixels a picture pixel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._result = Layer(), Layer()
        self._view: Viewport | None = None
        self._split_on = False
        self._split_at = 0.5
        self._before = False
        self._welcome = False
        self._space = False
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        place = DropPlace(self)
        place.welcomed.connect(self._set_welcome)
        place.dropped.connect(self._dropped)
        theme.state().changed.connect(self.update)
        self._changed()

    # What is shown

    def set_content(self, picture: Picture | None) -> None:
        """The photo, (h, w, 3) uint8 RGB, not written to afterwards; None: none. The result goes."""
        self._content.set(picture)
        self._result.set(None)
        self._reframe()

    def set_result(self, picture: Picture | None) -> None:
        """What became of it, of any size: it is shown in the photo's frame. May come at any rate."""
        self._result.set(picture)
        self._reframe()

    def content(self) -> Picture | None:
        """The photo."""
        return self._content.picture

    def result(self) -> Picture | None:
        """What became of it."""
        return self._result.picture

    def picture_place(self) -> QRectF:
        """Where the whole picture is, in this widget; it may reach beyond it. Empty without one."""
        return QRectF(*self._view.place) if self._view else QRectF()

    # Before and after

    def set_split(self, on: bool) -> None:
        """Show before and after side by side; the line between them follows the pointer."""
        self._split_on = on
        self._changed()

    def is_split(self) -> bool:
        """Whether it is on; there has to be a result before it shows."""
        return self._split_on

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

    # Zoom

    def zoom(self) -> float:
        """Device pixels a pixel of the photo; 1.0 where there is none."""
        return self._view.zoom if self._view else 1.0

    def is_fitted(self) -> bool:
        """Whether the picture keeps filling the canvas."""
        return self._view is None or self._view.fitted

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
        """Device pixels a picture pixel, kept within 0.05..32; `at`: the place that stays."""
        if self._view:
            self._look(self._view.zoomed(zoom, at.toTuple() if at is not None else None))

    # Taking pictures

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._take(clipboard())

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        self._take(found(data))

    def _take(self, what: Found) -> None:
        if what.refusal:
            self.refused.emit(what.refusal)
        elif what.picture is not None:
            self.pasted.emit(what.picture)
        elif what.paths:
            self.dropped.emit(what.paths)

    @Slot(bool)
    def _set_welcome(self, on: bool) -> None:
        self._welcome = on
        self.update()

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste, choose, zoom, split, compare, push."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif self._view is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.content_wanted.emit()
            else:
                super().keyPressEvent(event)
        elif not self._view_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What was held is let go."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_B:
            self.set_before(False)
        elif event.key() == Qt.Key.Key_Space:
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to push the picture."""
        left = event.button() == Qt.MouseButton.LeftButton
        if self._view and (event.button() == Qt.MouseButton.MiddleButton or (left and self._pushes())):
            self._dragged = event.position()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Push the picture, or take the line along."""
        at = event.position()
        if self._dragged is not None and self._view:
            moved, self._dragged = at - self._dragged, at
            self._look(self._view.panned(moved.x(), moved.y()))
        elif self._splits() and self._view:
            self.move_split(self._view.to_picture(at.x(), at.y())[0] / self._view.width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go; a click on the empty canvas asks for a photo."""
        inside = self.rect().contains(event.position().toPoint())
        if self._view is None and inside and event.button() == Qt.MouseButton.LeftButton:
            self.content_wanted.emit()
        self._dragged = None
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """All of it, and back to its own pixels where the pointer is."""
        if self._view and event.button() == Qt.MouseButton.LeftButton:
            if self._view.fitted:
                self.set_zoom(1.0, event.position())
            else:
                self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom where the pointer is."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if self._view and turned:
            self.set_zoom(self.zoom() * math.pow(_STEP, turned / 120), event.position())
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whatever was held is not held here any more."""
        self._space = False
        self.set_before(False)
        self.update()
        super().focusOutEvent(event)

    def _view_key(self, event: QKeyEvent) -> bool:
        """Whether it was a key of the picture's own."""
        key = event.key()
        pushes = {
            Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
        }  # fmt: skip
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.actual_size()
        elif key == Qt.Key.Key_S and not event.modifiers():
            self.set_split(not self._split_on)
        elif key == Qt.Key.Key_B and not event.modifiers():
            self.set_before(True)
        elif key == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif self._splits() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.02
            self.move_split(self._split_at + (step if key == Qt.Key.Key_Right else -step))
        elif key in pushes and self._view:
            dx, dy = pushes[Qt.Key(key)]
            self._look(self._view.panned(dx * _PUSH, dy * _PUSH))
        else:
            return False
        return True

    def _pushes(self) -> bool:
        """Whether the left button pushes the picture."""
        return self._space or not self._splits()

    def _splits(self) -> bool:
        return self._split_on and self._result.picture is not None and self._content.picture is not None

    # Painting

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as it gets."""
        return QSize(960, 720)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the picture where it is looked at."""
        if self._view:
            self._look(self._view.resized(self.width(), self.height(), self.devicePixelRatioF()))
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow a screen of another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._view:
            self._look(self._view.resized(self.width(), self.height(), self.devicePixelRatioF()))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, the picture, what lies over it."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(event.rect(), theme.colour("stage"))
        if self._view is None:
            line, hint = self._invitation()
            if self._welcome:
                draw_welcome(painter, whole, "")
            draw_invitation(
                painter, whole, line, hint, "picture", self.devicePixelRatioF(), lit=self._welcome
            )
        else:
            self._paint_picture(painter, QRectF(event.rect()))
            if self._welcome:
                draw_welcome(painter, whole, self.tr("Drop it to begin with this photo"))
        if focus.ringed(self):
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_picture(self, painter: QPainter, exposed: QRectF) -> None:
        assert self._view is not None
        frame = self.picture_place()
        seen = frame & QRectF(self.rect())
        draw_shadow(painter, frame)
        under = self._content if self._before or self._result.picture is None else self._result
        if under.picture is None:
            under = self._result
        self._paint_layer(painter, under, frame, exposed)
        if self._splits() and not self._before:
            x = frame.left() + frame.width() * self._split_at
            left = QRectF(seen.left(), seen.top(), max(0.0, x - seen.left()), seen.height())
            painter.save()
            painter.setClipRect(left)
            self._paint_layer(painter, self._content, frame, exposed & left)
            painter.restore()
            if seen.left() <= x <= seen.right():
                split.draw_line(painter, x, seen, strong=focus.ringed(self))
            split.draw_labels(painter, x, seen, self.tr("Before"), self.tr("After"))

    def _paint_layer(self, painter: QPainter, layer: Layer, frame: QRectF, seen: QRectF) -> None:
        assert self._view is not None
        base = QSize(round(self._view.width), round(self._view.height))
        sharp = self._view.zoom > _SHARP
        layer.paint(painter, frame, seen, self.devicePixelRatioF(), base=base, sharp=sharp)

    # State

    def _reframe(self) -> None:
        """Follow the size of what is shown."""
        size = self._result.size if self._content.picture is None else self._content.size
        if size.isEmpty():
            self._view = None
        elif self._view is None or (self._view.width, self._view.height) != size.toTuple():
            margin = float(theme.SPACING.margin)
            view = Viewport(size.width(), size.height(), self.width(), self.height(), margin)
            self._view = None
            self._look(view.resized(self.width(), self.height(), self.devicePixelRatioF()))
        self._changed()

    def _look(self, view: Viewport) -> None:
        before, self._view = self._view, view
        if before is None or before.zoom != view.zoom:
            self.zoom_changed.emit(view.zoom)
        self.update()

    def _changed(self) -> None:
        self.setAccessibleName(self._name())
        self.setAccessibleDescription(self._description())
        self._show_cursor()
        self.update()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._view is None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._dragged is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space:
            shape = Qt.CursorShape.OpenHandCursor
        elif self._splits():
            shape = Qt.CursorShape.SplitHCursor
        self.setCursor(shape)

    def _invitation(self) -> tuple[str, str]:
        return (
            self.tr("Drop a photo here"),
            self.tr("or click to choose · {paste} pastes").format(paste=paste_keys()),
        )

    def _name(self) -> str:
        if self._view is None:
            return self._invitation()[0]
        size = f"{self._view.width:g} × {self._view.height:g}"
        if self._splits():
            return self.tr("Before and after, {size} pixels").format(size=size)
        return self.tr("Picture, {size} pixels").format(size=size)

    def _description(self) -> str:
        if self._view is None:
            return self._invitation()[1]
        if self._splits():
            return self.tr("Left and right move the line, plus and minus zoom, B shows the photo alone.")
        return self.tr("Plus and minus zoom, arrows move the picture, S compares before and after.")
