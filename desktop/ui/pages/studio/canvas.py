"""The canvas: where a photo is dropped and seen to develop. Before and after, zoom and pan, and the brush.

The life of a result: 1. `set_result` keeps it and asks for a repaint; 2. more may come before that, the
newest wins; 3. it is converted and scaled when it is painted, once, for what is to be seen of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.style.recipe import Mask
from desktop.ui import focus, theme
from desktop.ui.pages.studio.brush_bar import BrushBar
from desktop.ui.pages.studio.brush_tool import BrushTool
from desktop.ui.widgets.dropped import DropPlace, clipboard, found, paste_keys
from desktop.ui.widgets.ground import draw_corners, draw_invitation, draw_ring, draw_welcome
from desktop.ui.widgets.picture_view import PictureView
from desktop.vectors import Picture

_PUSH = 48.0
_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Canvas(PictureView):
    """Shows a photo and what became of it, takes what is dropped, and holds the brush."""

    dropped = Signal(object)  # tuple[Path, ...]: files and folders that are there
    pasted = Signal(object)  # Picture: dragged or pasted from another program
    refused = Signal(str)  # one sentence, translated
    content_wanted = Signal()  # the empty canvas was clicked
    mask_painted = Signal(object)  # PaintedMask, after every stroke
    mask_done = Signal()  # the user put the brush away

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._welcome = False
        self._space = False
        self._dragged: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.brush = BrushTool(self)
        self.brush.painted.connect(self.mask_painted)
        self.brush.changed.connect(self.update)
        self.brush_bar = BrushBar(self.brush, self)
        self.brush_bar.done.connect(self._put_away)
        self.brush_bar.hide()
        place = DropPlace(self)
        place.welcomed.connect(self._set_welcome)
        place.dropped.connect(self._dropped)
        self._changed()

    # What is shown

    def set_content(self, picture: Picture | None) -> None:
        """The photo, (h, w, 3) uint8 RGB, not written to afterwards; None: none. Result and brush go."""
        self.paint_mask(None, None)
        self._content.set(picture)
        self._result.set(None)
        self._reframe()
        self._changed()

    def set_result(self, picture: Picture | None) -> None:
        """What became of it, of any size: it is shown in the photo's frame. May come at any rate."""
        had = self._result.picture is not None
        self._result.set(picture)
        self._reframe()
        if had != (picture is not None) or self._content.picture is None:
            self._changed()

    def paint_mask(self, style: int | None, mask: Mask | None = None, name: str = "") -> None:
        """Begin to paint where a style goes, from `mask` (None: nothing yet); style None puts the brush away.

        `style` is its place in the list, `name` what it is called. The mask has the photo's size, at most
        1024 pixels on the longer side. `mask_painted` brings a copy after every stroke.
        """
        had_focus = self.brush_bar.isAncestorOf(self.window().focusWidget() or self)
        if style is None or self._view is None:
            if self.brush.on:
                self.brush.stop()
        else:
            self.brush.start(style, mask, name, round(self._view.width), round(self._view.height))
        self.brush_bar.setVisible(self.brush.on)
        self.brush_bar.settle(self.rect())
        self._resized()
        if had_focus or self.brush.on:
            focus.hand_over(self)
        self._changed()

    # Taking pictures

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds."""
        clipboard().hand_over(self)

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        found(data).hand_over(self)

    @Slot(bool)
    def _set_welcome(self, on: bool) -> None:
        self._welcome = on
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Paste, choose, paint, zoom, split, compare, push."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif self._view is None:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.content_wanted.emit()
            else:
                super().keyPressEvent(event)
        elif not (self._brush_key(event) or self._view_key(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What was held is let go."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_B:
            self.set_before(False)
        elif event.key() == Qt.Key.Key_Space:
            self._space = False
            if self.brush.by_keys:
                self.brush.lift()
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def _brush_key(self, event: QKeyEvent) -> bool:
        if not self.brush.on or self._view is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
            return True
        middle = self._view.to_picture(self.width() / 2, self.height() / 2)
        return self.brush.key(event, middle, (self._view.width, self._view.height))

    def _view_key(self, event: QKeyEvent) -> bool:
        """Whether it was a key of the picture's own."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.actual_size()
        elif key == Qt.Key.Key_S and plain:
            self.set_split(not self._split_on)
        elif key == Qt.Key.Key_B and plain:
            self.set_before(True)
        elif key == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif self._splits() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.02
            self.move_split(self._split_at + (step if key == Qt.Key.Key_Right else -step))
        elif key in _ARROWS and self._view:
            dx, dy = _ARROWS[Qt.Key(key)]
            self._look(self._view.panned(dx * _PUSH, dy * _PUSH))
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whatever was held is not held here any more."""
        self._space = False
        self.brush.lift()
        self.set_before(False)
        self.update()
        super().focusOutEvent(event)

    # Pointer and pen

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to push the picture or to paint."""
        if self._view is None:
            return
        left, right = (
            event.button() == each for each in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        )
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._pushes()):
            self._dragged = event.position()
            self._show_cursor()
        elif self.brush.on and (left or right) and not self.brush.painting:
            keys = event.modifiers()
            self.brush.by_keys = False
            self.brush.press(
                self._spot(event.position()),
                erase=right or bool(keys & Qt.KeyboardModifier.AltModifier),
                straight=bool(keys & Qt.KeyboardModifier.ShiftModifier),
            )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Push the picture, paint, or take the line along."""
        at = event.position()
        if self._view is None:
            return
        if self._dragged is not None:
            moved, self._dragged = at - self._dragged, at
            self._look(self._view.panned(moved.x(), moved.y()))
        if self.brush.on:
            if self._dragged is None:
                self.brush.by_keys = False
            self.brush.move(self._spot(at))
        elif self._dragged is None and self._splits():
            self.move_split(self._spot(at)[0] / self._view.width)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go; a click on the empty canvas asks for a photo."""
        inside = self.rect().contains(event.position().toPoint())
        if self._view is None and inside and event.button() == Qt.MouseButton.LeftButton:
            self.content_wanted.emit()
        elif self._dragged is not None:
            self._dragged = None
        elif self.brush.painting:
            self.brush.lift()
        self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """All of it, and back to its own pixels where the pointer is. A brush paints as with any click."""
        if self.brush.on:
            self.mousePressEvent(event)
        elif self._view and event.button() == Qt.MouseButton.LeftButton:
            if self._view.fitted:
                self.set_zoom(1.0, event.position())
            else:
                self.fit()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802
        """A pen paints as hard as it is pressed; its other end rubs out."""
        kind = event.type()
        if not self.brush.on or self._view is None or self._space:
            event.ignore()  # it comes again as a mouse
            return
        at = self._spot(event.position())
        self.brush.by_keys = False
        if kind == QEvent.Type.TabletPress:
            rubber = event.pointerType() == QPointingDevice.PointerType.Eraser
            self.brush.press(at, erase=rubber, pressure=event.pressure())
        elif kind == QEvent.Type.TabletMove:
            self.brush.move(at, pressure=event.pressure())
        elif kind == QEvent.Type.TabletRelease:
            self.brush.lift()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom where the pointer is; with Ctrl the brush grows and shrinks."""
        turned = event.angleDelta().y()
        if self.brush.on and turned and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.brush.larger if turned > 0 else self.brush.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The pointer looks like what it does here."""
        self._show_cursor()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The ring goes with the pointer."""
        self.brush.leave()
        super().leaveEvent(event)

    def _spot(self, at: QPointF) -> tuple[float, float]:
        assert self._view is not None
        return self._view.to_picture(at.x(), at.y())

    def _pushes(self) -> bool:
        """Whether the left button pushes the picture."""
        return self._space or not (self.brush.on or self._splits())

    def _room(self) -> tuple[int, int]:
        # A bar over the picture's lower edge would be in the brush's way.
        bar = self.brush_bar.y() if self.brush.on else self.height()
        return self.width(), max(bar, self.height() // 2)

    def _splits(self) -> bool:
        return super()._splits() and not self.brush.on

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The bar stays at the foot."""
        self.brush_bar.settle(self.rect())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, the picture, what lies over it."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(event.rect(), theme.colour("stage"))
        if self._view is None:
            line, hint = self._invitation()
            ratio = self.devicePixelRatioF()
            draw_invitation(painter, whole, line, hint, "picture", ratio, lit=self._welcome)
        else:
            self._paint_pictures(painter, QRectF(event.rect()), strong=focus.ringed(self))
            if self.brush.on and not self._before:
                self.brush.paint(painter, self._view, self.picture_place())
            if self._welcome:
                draw_welcome(painter, whole, self.tr("Drop it here"))
        draw_corners(painter, whole)
        if focus.ringed(self):
            draw_ring(painter, whole)
        painter.end()

    # State

    @Slot()
    def _put_away(self) -> None:
        self.paint_mask(None)
        self.mask_done.emit()

    def _changed(self) -> None:
        """Say what this is now, too."""
        line, hint = self._words()
        self.setAccessibleName(line)
        self.setAccessibleDescription(hint)
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
        elif self.brush.on:
            shape = Qt.CursorShape.BlankCursor  # the ring is the cursor
        elif self._splits():
            shape = Qt.CursorShape.SplitHCursor
        self.setCursor(shape)

    def _invitation(self) -> tuple[str, str]:
        return (
            self.tr("Drop a photo here"),
            self.tr("or click to choose · {paste} pastes").format(paste=paste_keys()),
        )

    def _words(self) -> tuple[str, str]:
        """Name and description for a screen reader."""
        if self._view is None:
            return self._invitation()
        if self.brush.on:
            return (
                self.tr("Painting where {name} goes").format(name=self.brush.name or self.tr("the style")),
                self.tr(
                    "Arrows move the brush, Space paints, with Alt it rubs out, [ and ] change its size."
                ),
            )
        size = f"{self._view.width:g} × {self._view.height:g}"
        if self._splits():
            return (
                self.tr("Before and after, {size} pixels").format(size=size),
                self.tr("Left and Right move the line, plus and minus zoom, B shows the photo alone."),
            )
        return (
            self.tr("Picture, {size} pixels").format(size=size),
            self.tr("Plus and minus zoom, arrows move the picture, S compares before and after."),
        )
