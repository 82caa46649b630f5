"""One patch looked at closely: where in its picture it is, and what of it made the unit fire."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.actions import Actions
from desktop.ui.images import fit, to_image
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.map_view import MapView
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.segmented import Segmented
from desktop.vectors import Picture
from desktop.work.explore_messages import Look

_WIDE = 392
_SHARP = 4  # from so many times on a patch's own pixels are shown


class _Piece(QWidget):
    """A patch, or what is told of it, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.state().changed.connect(self.update)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another."""
        self._image = QImage() if picture is None else to_image(picture)
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small is enough in a low window."""
        return QSize(120, 96)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Square."""
        side = theme.scaled(_WIDE) - 2 * theme.SPACING.gap
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Scaled to the place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        frame = fit(self._image.size(), QRectF(self.rect()))
        frame.moveTop(0)
        place = frame if not frame.isEmpty() else QRectF(self.rect())
        ground.addRoundedRect(place, theme.RADII.control, theme.RADII.control)
        painter.fillPath(ground, theme.colour("stage", 0.6))
        if not frame.isEmpty():
            smooth = frame.width() < _SHARP * self._image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.setClipPath(ground)
            painter.drawImage(frame, self._image)
        painter.end()


class Closely(QWidget):
    """`left` goes back to the units, `stepped` brings -1 or 1: the patch before or after."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look | None = None
        self.setAccessibleName(self.tr("One patch"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.gap)
        stage = QVBoxLayout()
        stage.setSpacing(theme.SPACING.unit)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.unit)
        self.back_button = button(self.tr("Back"), "", "back")
        self.back_button.clicked.connect(self.left)
        self.title = ElidedLabel("")
        self.overlay = QCheckBox(self.tr("Show where it fires"))
        self.overlay.setAccessibleName(self.overlay.text())
        self.overlay.setChecked(True)
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.overlay)
        stage.addLayout(head)
        self.view = MapView()
        self.overlay.toggled.connect(self.view.set_overlay)
        self.view.pointed.connect(self._pointed)
        stage.addWidget(self.view, 1)
        row.addLayout(stage, 1)
        row.addWidget(self._make_side())

    def make_actions(self, table: Actions) -> None:
        """Put the keys that work here into the window's table."""
        for key in ("cut", "gradient", "guided", "deconvolution"):
            action = table.add(f"explore.{key}", lambda key=key: self.choose(key), self)  # type: ignore[misc]
            self.ways.segment(key).setToolTip(action.toolTip())
        self.back_button.setToolTip(table.add("explore.back", self.left.emit, self).toolTip())

    def wait(self, unit: int, layer: str, rank: int, title: str) -> None:
        """What comes next, before it is there."""
        self.look = None
        self._say(unit, layer, rank, title)
        self.view.show_look(None)
        self._show_way()
        self._pointed(None)

    def show_look(self, look: Look, title: str) -> None:
        """Show a patch."""
        self.look = look
        self._say(look.unit, look.layer, look.rank, title)
        self.view.show_look(look)
        self._show_way()
        self._pointed(None)

    def set_steps(self, before: bool, after: bool) -> None:
        """Whether there is a patch before and after."""
        self.before_button.setEnabled(before)
        self.after_button.setEnabled(after)

    @Slot(str)
    def choose(self, way: str) -> None:
        """Show the patch, or what one way tells of it."""
        self.ways.set_value(way)
        self._show_way()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right go to the patch before and after."""
        key = event.key()
        if key == Qt.Key.Key_Left and self.before_button.isEnabled():
            self.stepped.emit(-1)
        elif key == Qt.Key.Key_Right and self.after_button.isEnabled():
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    def _say(self, unit: int, layer: str, rank: int, title: str) -> None:
        self.title.setText(title)
        self.heading.setText(self.tr("Unit {unit}").format(unit=unit))
        self.place.setText(self.tr("{layer} · patch {rank}").format(layer=layer, rank=rank + 1))

    def _show_way(self) -> None:
        way = self.ways.value()
        pictures = {} if self.look is None else {
            "cut": self.look.cut,
            "gradient": self.look.gradient,
            "guided": self.look.guided,
            "deconvolution": self.look.deconvolution,
        }  # fmt: skip
        self.piece.show_picture(pictures.get(way))
        name, said = next((name, said) for key, name, said in words.ways() if key == way)
        self.piece.setAccessibleName(name)
        self.about.setText(said)

    @Slot(object)
    def _pointed(self, value: float | None) -> None:
        if value is not None:
            self.value.setText(self.tr("{value} here").format(value=words.value(value)))
        elif self.look is not None:
            self.value.setText(self.tr("{value} in the box").format(value=words.value(self.look.patch.value)))
        else:
            self.value.setText(self.tr("Looking"))

    def _make_side(self) -> QFrame:
        side = QFrame()
        side.setProperty("panel", "surface")
        side.setFixedWidth(theme.scaled(_WIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.unit)
        head = QHBoxLayout()
        head.setSpacing(0)
        self.heading = label("", "heading")
        self.before_button = icon_button("back", self.tr("The patch before"), size=16)
        self.after_button = icon_button("forward", self.tr("The patch after"), size=16)
        self.before_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.after_button.clicked.connect(lambda: self.stepped.emit(1))
        head.addWidget(self.heading, 1)
        head.addWidget(self.before_button)
        head.addWidget(self.after_button)
        column.addLayout(head)
        line = QHBoxLayout()
        self.place = label("", "caption")
        self.value = label("", "caption")
        line.addWidget(self.place, 1)
        line.addWidget(self.value)
        column.addLayout(line)
        self.ways = Segmented(self.tr("Why"), [(key, name) for key, name, _said in words.ways()])
        self.ways.changed.connect(self.choose)
        column.addWidget(self.ways)
        self.about = label("", "caption", wrap=True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setMinimumHeight(2 * self.about.fontMetrics().height())
        column.addWidget(self.about)
        self.piece = _Piece()
        column.addWidget(self.piece, 1)
        return side
