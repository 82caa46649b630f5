"""Right of the units: the nine patches of the chosen one, and what it would like to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
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
from desktop.work.explore_messages import Imagined

_WIDE = 360
_SIDE = 120


class _Dream(QWidget):
    """The picture that is imagined; a dashed place while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.imagined: Imagined | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.state().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The picture with rounded corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.imagined is not None:
            image = to_image(self.imagined.picture)
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(0, 0, covered(image, _SIDE, _SIDE, theme.RADII.control, ratio))
        else:
            place = QPainterPath()
            place.addRoundedRect(QRectF(self.rect()), theme.RADII.control, theme.RADII.control)
            painter.fillPath(place, theme.colour("stage", 0.6))
            figure = icons.pixmap("eye", theme.colours().muted, 32, self.devicePixelRatioF())
            painter.drawPixmap((_SIDE - 32) // 2, (_SIDE - 32) // 2, figure)
        painter.end()


class Panel(QFrame):
    """`opened` brings the rank of a patch; `imagine_wanted` and `stop_wanted` are its button's."""

    opened = Signal(int)
    imagine_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("The chosen unit"))
        self.setFixedWidth(_WIDE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.gap, 0, theme.SPACING.gap)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        column.setSpacing(theme.SPACING.unit)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll)
        self.heading = label("", "heading")
        self.about = label("", "caption", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        self.nine = Nine()
        self.nine.opened.connect(self.opened)
        column.addWidget(self.nine)
        column.addSpacing(theme.SPACING.half)
        column.addWidget(self._make_line())
        column.addSpacing(theme.SPACING.half)
        column.addLayout(self._make_dream())
        column.addStretch()

    def show_unit(self, unit: int, layer: str, whole: bool, shown: Sequence[Shown | None]) -> None:
        """Show the nine of a unit."""
        self.heading.setText(self.tr("Unit {unit}").format(unit=unit))
        self.nine.show_patches(shown)
        there = len(self.nine.shown())
        if not there and whole:
            said = self.tr("{layer} · nothing excites it where its whole field is inside a picture")
        elif not there:
            said = self.tr("{layer} · nothing excites it in these pictures")
        elif there < len(self.nine.patches):
            said = self.tr("{layer} · strongest first; nothing else excites it")
        else:
            said = self.tr("{layer} · strongest first, one of each picture")
        self.about.setText(said.format(layer=layer))

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

    def _make_dream(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        self.dream = _Dream()
        row.addWidget(self.dream)
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
