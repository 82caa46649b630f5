"""The frame that is looked at, before and after, with a line between them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui import focus, theme
from desktop.ui.widgets.ground import draw_corners, draw_invitation, draw_ring, draw_welcome
from desktop.ui.widgets.picture_view import PictureView
from desktop.vectors import Picture

_STEP = 0.02  # of the width that an arrow key moves the line by


class FilmView(PictureView):
    """Empty, it invites a film, and a click asks for one: `wanted`."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._welcome = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._changed()

    def show_frame(self, content: Picture | None, result: Picture | None) -> None:
        """A frame as it is (None: nothing is open) and, where it was painted, as it became."""
        self._content.set(content)
        self._result.set(result)
        self._reframe()
        self._changed()

    def set_welcome(self, on: bool) -> None:
        """Something that fits hovers above the page."""
        self._welcome = on
        self.update()

    def line(self) -> str:
        """What an empty view says."""
        return self.tr("Drop a film")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground, the frame, what lies over it."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        painter.fillRect(event.rect(), theme.colour("stage"))
        if self._view is None:
            hint = self.tr("or click to choose · a stack of slices fits too: a TIFF with pages, or a folder")
            ratio = self.devicePixelRatioF()
            draw_invitation(painter, whole, self.line(), hint, "film", ratio, lit=self._welcome)
        else:
            self._paint_pictures(painter, QRectF(event.rect()), strong=focus.ringed(self))
            if self._welcome:
                draw_welcome(painter, whole, self.tr("Drop it here"))
        draw_corners(painter, whole)
        if focus.ringed(self):
            draw_ring(painter, whole)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The line follows the pointer."""
        frame = self.picture_place()
        if self._splits() and frame.width() > 0:
            self.move_split((event.position().x() - frame.left()) / frame.width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on the empty view asks for a film."""
        inside = self.rect().contains(event.position().toPoint())
        if self._view is None and inside and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose, move the line, look at the film's own frame, zoom."""
        key = event.key()
        if self._view is None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.wanted.emit()
        elif self._splits() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_split(self.split_at() + (_STEP if key == Qt.Key.Key_Right else -_STEP))
        elif key == Qt.Key.Key_B:
            self.set_before(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What was held is let go."""
        if event.key() == Qt.Key.Key_B and not event.isAutoRepeat():
            self.set_before(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whatever was held is not held here any more."""
        self.set_before(False)
        super().focusOutEvent(event)

    def _changed(self) -> None:
        """Say what this is now, too."""
        if self._view is None:
            self.setAccessibleName(self.line())
        elif self._result.picture is None:
            self.setAccessibleName(self.tr("The film’s own frame"))
        else:
            self.setAccessibleName(self.tr("The frame, painted"))
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self._view is None else Qt.CursorShape.ArrowCursor
        )
        super()._changed()
