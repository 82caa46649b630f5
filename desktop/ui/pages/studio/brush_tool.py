"""The brush in the hand: what pointer, pen and keys do to the mask while it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter

from desktop.style.recipe import Mask
from desktop.ui.pages.studio.brush import Box, MaskPainting, mask_size, resampled
from desktop.ui.pages.studio.overlay import Overlay, draw_ring, mask_colour
from desktop.work.studio_messages import PaintedMask

if TYPE_CHECKING:
    from desktop.ui.widgets.viewport import Viewport

SMALLEST: Final = 0.004
LARGEST: Final = 0.5
_STEP = 1.2
_MOVE = 0.02
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BrushTool(QObject):
    """Paints where a style goes. Places are the picture's pixels; sizes are parts of its longer side."""

    painted = Signal(object)  # PaintedMask, after every stroke, fill and undo
    changed = Signal()  # something to repaint
    size_changed = Signal(float)
    history_changed = Signal(bool, bool)  # can undo, can redo

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style: int | None = None
        self.name = ""
        self.size = 0.1
        self.softness = 0.5
        self.erasing = False
        self.at: tuple[float, float] | None = None  # None while the pointer is elsewhere
        self.by_keys = False
        self._long = 1.0
        self._scale = 1.0  # mask pixels a picture pixel
        self._painting: MaskPainting | None = None
        self._overlay: Overlay | None = None
        self._rubs = False
        self._line: tuple[float, float] | None = None  # where a straight stroke goes on from

    @property
    def on(self) -> bool:
        """Whether a mask is being painted."""
        return self._painting is not None

    @property
    def painting(self) -> bool:
        """Whether the brush is down."""
        return self._painting is not None and self._painting.painting

    @property
    def colour(self) -> QColor:
        """Of the mask that is painted."""
        return mask_colour(self.style or 0)

    def mask(self) -> Mask | None:
        """A copy of the mask as it is now."""
        return self._painting.mask.copy() if self._painting else None

    def start(self, style: int, mask: Mask | None, name: str, width: int, height: int) -> None:
        """Take up the mask of a style for a picture of that size; None: nothing painted yet."""
        self.stop()
        tall, wide = mask_size(width, height)
        own = np.zeros((tall, wide), np.uint8) if mask is None else resampled(mask, tall, wide)
        self.style, self.name = style, name
        self._long, self._scale = float(max(width, height)), wide / width
        self._painting = MaskPainting(own)
        self._overlay = Overlay(own, self.colour)
        self._tell()

    def stop(self) -> None:
        """Put the brush away; a stroke under way counts."""
        self.lift()
        self.style, self._painting, self._overlay, self._line, self.at = None, None, None, None, None
        self.by_keys = False
        self._tell()

    # The brush itself

    def set_size(self, size: float) -> None:
        """The brush's width, 0.004..0.5 of the picture's longer side."""
        size = min(max(size, SMALLEST), LARGEST)
        if size != self.size:
            self.size = size
            self.size_changed.emit(size)
            self.changed.emit()

    def set_softness(self, softness: float) -> None:
        """How much of the radius is feathered, 0..1."""
        self.softness = min(max(softness, 0.0), 1.0)
        self.changed.emit()

    def set_erasing(self, on: bool) -> None:
        """Rub out with the left button too."""
        self.erasing = on
        self.changed.emit()

    @Slot()
    def larger(self) -> None:
        """One step."""
        self.set_size(self.size * _STEP)

    @Slot()
    def smaller(self) -> None:
        """One step."""
        self.set_size(self.size / _STEP)

    # The whole mask

    @Slot()
    def fill(self) -> None:
        """The style goes everywhere."""
        self._apply(self._painting.fill(255) if self._painting else None)

    @Slot()
    def clear(self) -> None:
        """It goes nowhere."""
        self._apply(self._painting.fill(0) if self._painting else None)

    @Slot()
    def invert(self) -> None:
        """It goes where it did not."""
        self._apply(self._painting.invert() if self._painting else None)

    @Slot()
    def undo(self) -> None:
        """Take the last stroke back."""
        self._apply(self._painting.undo() if self._painting else None)

    @Slot()
    def redo(self) -> None:
        """Bring it back."""
        self._apply(self._painting.redo() if self._painting else None)

    # Strokes

    def press(
        self, at: tuple[float, float], *, erase: bool = False, straight: bool = False, pressure: float = 1.0
    ) -> None:
        """Set the brush down; `straight` draws from where the last stroke ended."""
        if self._painting is None:
            return
        self.at, self._rubs = at, erase or self.erasing
        from_ = self._line if straight and self._line else at
        spot = self._spot(from_, pressure)
        self._show(self._painting.begin(spot, erase=self._rubs, softness=self.softness))
        if from_ is not at:
            self._show(self._painting.move(self._spot(at, pressure)))
        self._line = at

    def move(self, at: tuple[float, float], *, pressure: float = 1.0) -> None:
        """Go somewhere, drawing while the brush is down."""
        self.at = at
        if self._painting is not None and self._painting.painting:
            self._show(self._painting.move(self._spot(at, pressure)))
            self._line = at
        self.changed.emit()

    def lift(self) -> None:
        """End the stroke."""
        if self._painting is not None and self._painting.end():
            self._tell()
            self._emit()
        self._rubs = False
        self.changed.emit()

    def leave(self) -> None:
        """The pointer went elsewhere."""
        if not self.by_keys and not self.painting:
            self.at = None
            self.changed.emit()

    def key(self, event: QKeyEvent, middle: tuple[float, float], bounds: tuple[float, float]) -> bool:
        """Whether a key was the brush's: arrows go, Space paints, [ and ] size. `middle`: where it begins."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BraceLeft):
            self.smaller()
        elif key in (Qt.Key.Key_BracketRight, Qt.Key.Key_BraceRight):
            self.larger()
        elif key in _ARROWS:
            x, y = self.at or middle
            if self.by_keys or self.at is not None:
                step = self._long * _MOVE * (4 if shift else 1)
                dx, dy = _ARROWS[Qt.Key(key)]
                x, y = min(max(x + dx * step, 0), bounds[0]), min(max(y + dy * step, 0), bounds[1])
            self.by_keys = True
            self.move((x, y))
        elif key == Qt.Key.Key_Space and self.by_keys and self.at is not None:
            if not event.isAutoRepeat():
                self.press(self.at, erase=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        else:
            return False
        return True

    # Painting

    def paint(self, painter: QPainter, view: Viewport, frame: QRectF) -> None:
        """The mask over the picture, and the ring."""
        if self._overlay is None:
            return
        self._overlay.paint(painter, frame)
        if self.at is not None:
            place = QPointF(*view.to_view(*self.at))
            radius = self.size * self._long * view.scale / 2
            rubs = self._rubs or self.erasing
            draw_ring(painter, place, radius, self.softness, self.colour, erase=rubs, keys=self.by_keys)

    def _spot(self, at: tuple[float, float], pressure: float) -> tuple[float, float, float]:
        radius = self.size * self._long * self._scale / 2
        return at[0] * self._scale, at[1] * self._scale, radius * min(max(pressure, 0.05), 1.0)

    def _show(self, box: Box | None) -> None:
        if box is not None and self._overlay is not None:
            self._overlay.refresh(box)
            self.changed.emit()

    def _apply(self, box: Box | None) -> None:
        if box is not None:
            self._show(box)
            self._tell()
            self._emit()

    def _emit(self) -> None:
        if self._painting is not None and self.style is not None:
            self.painted.emit(PaintedMask(self.style, self._painting.mask.copy()))

    def _tell(self) -> None:
        painting = self._painting
        self.history_changed.emit(
            painting is not None and painting.can_undo, painting is not None and painting.can_redo
        )
        self.changed.emit()
