"""The camera: its picture, and the activation maps of all units of a layer as they come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import focus, local, theme
from desktop.ui.images import fit, to_image
from desktop.ui.pages.explore.ramp import indexed
from desktop.ui.widgets.labels import label
from desktop.vectors import Picture
from desktop.work.explore_messages import Watched

_FRAME = (104, 224)  # how narrow and how wide the camera's picture gets


class FrameView(QWidget):
    """A camera frame as the network sees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The camera’s picture"))

    def show_picture(self, picture: Picture | None) -> None:
        """Show another frame."""
        self._image = QImage() if picture is None else to_image(picture)
        self.update()

    def aspect(self) -> float:
        """Height over width of the frames; that of most cameras while there is none."""
        return 0.75 if self._image.isNull() else self._image.height() / self._image.width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The frame with rounded corners."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = fit(self._image.size(), QRectF(self.rect()))
        if frame.isEmpty():
            frame = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(frame, theme.RADII.card, theme.RADII.card)
        painter.fillPath(outline, theme.colour("stage"))
        painter.setClipPath(outline)
        if not self._image.isNull():
            painter.drawImage(frame, self._image)
        painter.end()


class Mosaic(QWidget):
    """The maps of all units side by side. A click or the arrows choose one: `chosen` brings its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched: Watched | None = None
        self._image = QImage()
        self._unit = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Activation maps"))
        theme.state().changed.connect(self.update)

    def show_watched(self, watched: Watched | None) -> None:
        """Show the newest maps; painted straight from their memory."""
        self._watched = watched
        self._image = QImage() if watched is None else indexed(watched.seen.maps, clear=False)
        self.update()

    def set_unit(self, unit: int) -> None:
        """Outline a unit's map."""
        self._unit = unit
        self.setAccessibleDescription(self.tr("Unit {unit} is chosen").format(unit=unit))
        self.update()

    def unit_at(self, at: QPointF) -> int | None:
        """Which unit's map is at a place of this widget."""
        frame = self._frame()
        if self._watched is None or frame.isEmpty() or not frame.contains(at):
            return None
        scale = frame.width() / self._image.width()
        height, width = self._watched.seen.cell
        column = int((at.x() - frame.left()) / scale / (width + 1))
        row = int((at.y() - frame.top()) / scale / (height + 1))
        unit = row * self._watched.seen.across + min(column, self._watched.seen.across - 1)
        return unit if unit < len(self._watched.seen.values) else None

    def place_of(self, unit: int) -> QRectF:
        """Where a unit's map is drawn."""
        frame = self._frame()
        if self._watched is None or frame.isEmpty():
            return QRectF()
        scale = frame.width() / self._image.width()
        height, width = self._watched.seen.cell
        row, column = divmod(unit, self._watched.seen.across)
        return QRectF(
            frame.left() + column * (width + 1) * scale,
            frame.top() + row * (height + 1) * scale,
            width * scale,
            height * scale,
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small is enough."""
        return QSize(200, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the map under the pointer."""
        unit = self.unit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._choose(unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows choose the neighbour."""
        across = 1 if self._watched is None else self._watched.seen.across
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -across,
            Qt.Key.Key_Down: across,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._watched is None:
            super().keyPressEvent(event)
        elif 0 <= self._unit + step < len(self._watched.seen.values):
            self._choose(self._unit + step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The maps, and a line around the chosen one."""
        painter = QPainter(self)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), theme.RADII.card, theme.RADII.card)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ground, theme.colour("stage"))
        frame = self._frame()
        if not frame.isEmpty():
            painter.setRenderHint(
                QPainter.RenderHint.SmoothPixmapTransform, frame.width() < self._image.width()
            )
            painter.drawImage(frame, self._image)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.DARK.accent), 2))
            painter.drawRect(self.place_of(self._unit).adjusted(-1, -1, 1, 1))
        if focus.ringed(self):
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def _choose(self, unit: int) -> None:
        self.set_unit(unit)
        self.chosen.emit(unit)

    def _frame(self) -> QRectF:
        """A unit's last row and column have their pixel between too, so that all are alike."""
        return fit(self._image.size(), QRectF(self.rect()).adjusted(10, 10, -10, -10))


class LiveView(QWidget):
    """The frame, small, beside the maps of what it sets off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.gap)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        self.frame_view = FrameView()
        self.rate = label("", "caption", wrap=True)
        column.addWidget(self.frame_view)
        column.addWidget(self.rate)
        column.addStretch()
        self.mosaic = Mosaic()
        row.addWidget(self._side)
        row.addWidget(self.mosaic, 1)
        self.clear()

    def show_watched(self, watched: Watched) -> None:
        """Show the newest frame."""
        before = self.frame_view.aspect()
        self.frame_view.show_picture(watched.seen.shown)
        if self.frame_view.aspect() != before:
            self._arrange()
        self.mosaic.show_watched(watched)
        self.rate.setText(
            self.tr("{rate} pictures a second").format(rate=local.decimal(watched.seen.rate, 1))
        )

    def clear(self) -> None:
        """Nobody is seen any more."""
        self.frame_view.show_picture(None)
        self.mosaic.show_watched(None)
        self.rate.setText(self.tr("Waiting for the camera"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The frame gets narrower with the window; what it is now is no measure."""
        return QSize(_FRAME[0] + 200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The maps are what one looks at: the frame leaves them most of the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = min(max(round(0.3 * self.width()), _FRAME[0]), _FRAME[1])
        self._side.setFixedWidth(wide)
        self.frame_view.setFixedHeight(round(wide * self.frame_view.aspect()))
