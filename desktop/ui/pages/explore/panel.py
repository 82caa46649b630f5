"""Right of the units: the nine patches of the chosen one, and what it would like to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.images import covered, to_image
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.nine import Nine, Shown
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.work.explore_messages import Imagined

_WIDE = 360
_SIDE = (96, 120)  # of what is imagined, beside the nine and below them
_LOWEST = 84  # the least side of a patch with what is imagined below
_NARROW = 64  # the largest with it beside


class _Dream(QWidget):
    """The picture that is imagined; a dashed place while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.imagined: Imagined | None = None
        self._side = _SIDE[1]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.state().changed.connect(self.update)

    def set_side(self, side: int) -> None:
        """Make it larger or smaller."""
        if side != self._side:
            self._side = side
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture with rounded corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.imagined is not None:
            image = to_image(self.imagined.picture)
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, covered(image, self._side, self._side, theme.RADII.control, ratio))
        else:
            place = QPainterPath()
            place.addRoundedRect(QRectF(self.rect()), theme.RADII.control, theme.RADII.control)
            painter.fillPath(place, theme.colour("stage", 0.6))
            figure = icons.pixmap("eye", theme.colours().muted, 32, self.devicePixelRatioF())
            painter.drawPixmap((self._side - 32) // 2, (self._side - 32) // 2, figure)
        painter.end()


class Panel(QFrame):
    """`opened` brings the rank of a patch; `imagine_wanted` and `stop_wanted` are its button's."""

    opened = Signal(int)
    imagine_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy, self._pictures = False, True
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("The chosen unit"))
        self.setFixedWidth(theme.scaled(_WIDE))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.gap, 0, theme.SPACING.gap)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        column.setSpacing(theme.SPACING.unit)
        outer.addWidget(scrolled(inside))
        head = QHBoxLayout()
        self.heading = label("", "heading")
        self.layer = label("", "muted")
        head.addWidget(self.heading, 1)
        head.addWidget(self.layer, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        self.about = label("", "caption", wrap=True)
        column.addWidget(self.about)
        self.nine = Nine()
        self.nine.opened.connect(self.opened)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(theme.SPACING.unit + theme.SPACING.half)
        self._box.addWidget(self.nine, 0, Qt.AlignmentFlag.AlignTop)
        self._line = self._make_line()
        self._box.addWidget(self._line)
        self._box.addLayout(self._make_dream(), 1)
        column.addLayout(self._box)
        column.addStretch()

    def show_unit(
        self, unit: int, layer: str, shown: Sequence[Shown | None] | None, *, whole: bool, growing: bool
    ) -> None:
        """Show the nine of a unit; None where nobody looked at this layer so far.

        While they are `growing` it is too early to say that there are no more.
        """
        self.heading.setText(self.tr("Unit {unit}").format(unit=unit))
        self.nine.show_patches(shown or ())
        self.layer.setText(layer)
        there = len(self.nine.shown())
        said = ""
        if shown is None:
            said = self.tr("Nothing was looked at in this layer so far.")
        elif growing:
            said = ""
        elif not there and whole:
            said = self.tr("Nothing excites it where its whole field is inside a picture.")
        elif not there:
            here = self.tr("Nothing excites it in these files.")
            said = self.tr("Nothing excites it in these pictures.") if self._pictures else here
        elif there < len(self.nine.patches):
            here = self.tr("Nothing else excites it in these files.")
            said = self.tr("Nothing else excites it in these pictures.") if self._pictures else here
        self.about.setText(said)
        self.about.setVisible(bool(said))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """All nine are to be seen at once, and what is imagined below them where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap, unit = theme.SPACING.gap, theme.SPACING.unit
        head = 2 * gap + self.heading.sizeHint().height() + unit
        if not self.about.isHidden():
            head += self.about.sizeHint().height() + unit
        room = self.height() - head - 2 * unit
        below = (room - _SIDE[1] - 4 * unit) // 3
        self._turn(beside=below < _LOWEST)
        self.nine.set_side(min(room // 3, _NARROW) if below < _LOWEST else below)

    def _turn(self, *, beside: bool) -> None:
        """In a low window what is imagined stands beside the nine, which get smaller for it."""
        along, across = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(along if beside else across)
        self._dream_box.setDirection(across if beside else along)
        self._line.setVisible(not beside)
        self.note.setVisible(not beside)
        self.dream.set_side(_SIDE[0] if beside else _SIDE[1])

    def set_pictures(self, on: bool) -> None:
        """Whether the network looks at pictures, or at other files."""
        self._pictures = on

    def show_imagined(self, imagined: Imagined | None, *, busy: bool) -> None:
        """What the unit would like to see, as far as it has developed."""
        self._busy = busy
        self.dream.imagined = imagined
        self.dream.update()
        said = self.tr("Stop") if busy else self.tr("Show me") if imagined is None else self.tr("Again")
        self.imagine_button.setText(said)
        self.imagine_button.setAccessibleName(f"{said}: {self._title.text()}")
        self.progress.setVisible(busy)
        if imagined is None:
            self.progress.setRange(0, 0)
            self.note.setText(
                self.tr("Getting ready")
                if busy
                else self.tr("A picture made from noise so that the unit answers as loud as it can.")
            )
            self.dream.setAccessibleName(self.tr("No picture yet"))
            return
        self.progress.setRange(0, max(1, imagined.iterations))
        self.progress.setValue(imagined.iteration)
        said = self.tr("Value {value}").format(value=words.value(imagined.value))
        self.note.setText(said)
        self.dream.setAccessibleName(
            self.tr("What unit {unit} would like to see, value {value}").format(
                unit=imagined.unit, value=words.value(imagined.value)
            )
        )

    @staticmethod
    def _make_line() -> QFrame:
        line = QFrame()
        line.setProperty("panel", "line")
        line.setFixedHeight(1)
        return line

    def _make_dream(self) -> QBoxLayout:
        row = self._dream_box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.SPACING.unit + theme.SPACING.half)
        self.dream = _Dream()
        row.addWidget(self.dream, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACING.unit)
        self._title = label(self.tr("What it would like to see"), wrap=True)
        self.note = label("", "caption", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self._title.text())
        self.imagine_button = button("")
        self.imagine_button.clicked.connect(self._clicked)
        column.addWidget(self._title)
        column.addWidget(self.note)
        column.addStretch()
        column.addWidget(self.progress)
        column.addWidget(self.imagine_button)
        row.addLayout(column, 1)
        self.show_imagined(None, busy=False)
        return row

    @Slot()
    def _clicked(self) -> None:
        (self.stop_wanted if self._busy else self.imagine_wanted).emit()
