"""The live picture: pulls the newest frame while it is visible, so that no backlog can form, and draws faces.

The life of a frame here: 1. the timer ticks; 2. the newest frame is taken from the mailbox, if there is a new
one; 3. a repaint is asked for; 4. the frame is drawn, and each box where its velocity has carried it by then.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.camera.source import Frame
from desktop.ui import focus, local, theme
from desktop.ui.images import fit, to_image, view_image
from desktop.ui.widgets.face_overlay import FaceOverlay, draw, words
from desktop.ui.widgets.ground import draw_ring
from desktop.vectors import Picture

TICK_MS = 16


class VideoView(QWidget):
    """Shows frames from `set_pull` (or one picture from `show_picture`) with faces over them.

    `face_clicked` brings the track and the face's rectangle in this widget, by mouse or keyboard: Tab and the
    arrow keys go through the faces, Enter clicks. `painted` follows every frame that reached the screen.
    """

    face_clicked = Signal(int, QRect)
    painted = Signal(int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pull: Callable[[], Frame | None] | None = None
        self._frame: Frame | None = None
        self._image = QImage()
        self._faces: tuple[FaceOverlay, ...] = ()
        self._faces_seconds = 0.0
        self._mirror = False
        self._hovered: int | None = None
        self._focused: int | None = None
        self._pressed: int | None = None
        self._unpainted = False
        self._paints: deque[float] = deque(maxlen=240)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.setAccessibleName(name or self.tr("Live picture"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.state().changed.connect(self.update)

    def set_pull(self, pull: Callable[[], Frame | None] | None) -> None:
        """Where frames come from: gives the newest one, or None while there is no newer (`Latest.take`)."""
        self._pull = pull
        self._run()

    def show_picture(self, picture: Picture, seconds: float = 0.0) -> None:
        """Show one picture (h, w, 3) uint8 RGB; it must not be written to afterwards."""
        self._take(Frame(picture, 0, seconds))

    def clear(self) -> None:
        """Forget frame and faces."""
        self._frame, self._image = None, QImage()
        self.set_faces(())
        self.update()

    def set_faces(self, faces: Sequence[FaceOverlay], seconds: float = 0.0) -> None:
        """The faces of the frame at `seconds` of the source; boxes are carried on from there."""
        before = self.description()
        self._faces, self._faces_seconds = tuple(faces), seconds
        tracks = {face.track for face in faces}
        self._hovered = self._hovered if self._hovered in tracks else None
        self._focused = self._focused if self._focused in tracks else None
        if self._focused is None and (now := self.description()) != before:
            self.setAccessibleDescription(now)
        self.update()

    def faces(self) -> tuple[FaceOverlay, ...]:
        """What was set last."""
        return self._faces

    def set_mirror(self, on: bool) -> None:
        """Show the picture as a mirror does; boxes go with it, words stay readable."""
        self._mirror = on
        self.update()

    def frame(self) -> Frame | None:
        """The frame that is shown."""
        return self._frame

    def painted_rate(self) -> float:
        """Frames that reached the screen in the last second."""
        since = perf_counter() - 1.0
        return float(sum(1 for at in self._paints if at >= since))

    def description(self) -> str:
        """The faces in words, for a screen reader."""
        if not self._faces:
            return self.tr("No faces")
        return local.listed(words(face)[0] for face in self._across())

    def focused_track(self) -> int | None:
        """The track that the keyboard is on."""
        return self._focused

    def picture_place(self) -> QRectF:
        """Where the picture is drawn, in this widget."""
        return fit(self._image.size(), QRectF(self.rect()))

    def face_place(self, track: int) -> QRect:
        """A face's rectangle in this widget; empty where the track is not there."""
        for face in self._faces:
            if face.track == track:
                return self._place(face).toAlignedRect()
        return QRect()

    @Slot()
    def tick(self) -> None:
        """Take the newest frame, if there is one that was not shown yet."""
        frame = self._pull() if self._pull else None
        if frame is not None and frame is not self._frame:
            self._take(frame)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes through the faces before it leaves."""
        return self._step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Arrive at the first face, or the last one coming from behind."""
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._focused = None
            self._step(1)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._focused = None
            self._step(-1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Leave."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._focused = None
            self.setAccessibleDescription(self.description())
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk, Enter and Space click."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._step(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._focused is not None:
            self.face_clicked.emit(self._focused, self.face_place(self._focused))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light up the face under the pointer."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click begins."""
        self._pressed = self._at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on one face is complete."""
        track, self._pressed = self._pressed, None
        if track is not None and self._at(event.position()) == track:
            self.face_clicked.emit(track, self.face_place(track))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Frames are pulled while somebody can see them."""
        self._run()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """And not otherwise."""
        self._run()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as it gets."""
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture with rounded corners on the page's neutral grey, and the faces; a stage without one."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole, place = QRectF(self.rect()), self.picture_place()
        radius = theme.RADII.picture
        if place.isEmpty():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("stage"))
            painter.drawRoundedRect(whole, radius, radius)
        else:
            painter.save()
            if self._mirror:
                painter.translate(2 * place.center().x(), 0)
                painter.scale(-1, 1)
            painter.drawImage(place, self._image)
            painter.restore()
            # Covering four corners is many times cheaper than clipping every pixel of a frame, and smooth.
            _cover_corners(painter, place, radius)
            shown = [(face, self._place(face)) for face in self._faces]
            draw(painter, shown, place, self._hovered, self._focused if self.hasFocus() else None)
        if self._focused is None and focus.ringed(self):
            draw_ring(painter, place if not place.isEmpty() else whole, radius)
        painter.end()
        if self._unpainted and self._frame is not None:
            self._unpainted = False
            self._paints.append(perf_counter())
            self.painted.emit(self._frame.index)

    def _take(self, frame: Frame) -> None:
        self._frame = frame
        # A small frame is cheaper to convert once than to have the painter convert it while it scales.
        self._image = to_image(frame.picture) if frame.picture.size < 8_000_000 else view_image(frame.picture)
        self._unpainted = True
        self.update()

    def _run(self) -> None:
        if self._pull is not None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _place(self, face: FaceOverlay) -> QRectF:
        where = self.picture_place()
        if where.isEmpty():
            return QRectF()
        ahead = self._frame.seconds - self._faces_seconds if self._frame else 0.0
        x, y, width, height = face.box_at(ahead)
        if self._mirror:
            x = self._image.width() - x - width
        scale = where.width() / self._image.width()
        return QRectF(where.left() + x * scale, where.top() + y * scale, width * scale, height * scale)

    def _across(self) -> list[FaceOverlay]:
        return sorted(self._faces, key=lambda face: (face.box[0], face.track), reverse=self._mirror)

    def _at(self, point: QPointF) -> int | None:
        """The smallest face under a point: one in front of a large one can be reached."""
        if not self.picture_place().contains(point):
            return None
        hits = [
            (face.box[2] * face.box[3], face.track)
            for face in self._faces
            if self._place(face).contains(point)
        ]
        return min(hits)[1] if hits else None

    def _hover(self, track: int | None) -> None:
        if track != self._hovered:
            self._hovered = track
            self.setCursor(Qt.CursorShape.ArrowCursor if track is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _step(self, by: int) -> bool:
        """Move the keyboard by one face; False at the end."""
        tracks = [face.track for face in self._across()]
        if self._focused in tracks:
            goal = tracks.index(self._focused) + by
        else:
            goal = 0 if by > 0 else len(tracks) - 1
        if not 0 <= goal < len(tracks):
            return False
        self._focused = tracks[goal]
        face = next(face for face in self._faces if face.track == self._focused)
        self.setAccessibleDescription(" · ".join(part for part in words(face) if part))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        return True

    def global_place(self, track: int) -> QPoint:
        """Where a popover for a face belongs: below its middle, in screen pixels."""
        place = self.face_place(track)
        return self.mapToGlobal(QPoint(place.center().x(), place.bottom()))


def _cover_corners(painter: QPainter, place: QRectF, radius: float) -> None:
    corners = QPainterPath()
    corners.addRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
    corners.addRoundedRect(place, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("page"))
    painter.drawPath(corners)
