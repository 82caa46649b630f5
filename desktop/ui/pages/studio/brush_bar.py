"""The brush's own bar at the foot of the canvas: how large, how soft, rub out, all, none, the rest."""

from __future__ import annotations

from math import log

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from desktop.ui import icons, local, theme
from desktop.ui.pages.studio.brush_tool import LARGEST, SMALLEST, BrushTool
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import ElidedLabel, label

_STEPS = 100
_NAME = 120
_WIDE, _NARROW = 840, 680
"""Below these widths of the canvas the style's name goes, and then the words beside the sliders."""


class BrushBar(QFrame):
    """Controls of a BrushTool. `done` is its last button's."""

    done = Signal()

    def __init__(self, brush: BrushTool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brush = brush
        self.setProperty("panel", "raised")
        self.setAccessibleName(self.tr("Brush"))
        row = QHBoxLayout(self)
        half, unit = theme.SPACING.half, theme.SPACING.unit
        row.setContentsMargins(unit + half, half, half, half)
        row.setSpacing(half)
        self._words: list[QLabel] = []
        self._dot = QLabel()
        self._name = ElidedLabel()
        self._name.setFixedWidth(theme.scaled(_NAME))
        self._name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._dot)
        row.addSpacing(half)
        row.addWidget(self._name)
        self.size_slider = self._slider(row, self.tr("Size"), self.tr("Brush size ([ and ])"))
        row.addSpacing(unit)
        self.softness_slider = self._slider(row, self.tr("Soft"), self.tr("Softness of the brush's edge"))
        row.addSpacing(unit)
        self.rubber = icon_button("rubber", self.tr("Rub out (right button, or hold Alt)"))
        self.rubber.setCheckable(True)
        icons.put(self.rubber, "rubber", checked="accent_text")
        self.undo = icon_button("undo", self.tr("Undo (Ctrl+Z)"))
        self.fill = icon_button("fill", self.tr("Paint everything"))
        self.clear = icon_button("clear", self.tr("Rub everything out"))
        self.invert = icon_button("invert", self.tr("Swap painted and free"))
        self.done_button = button(self.tr("Done"))
        self.done_button.setToolTip(self.tr("Put the brush away (Esc)"))
        for each in (self.rubber, self.undo, self.fill, self.clear, self.invert):
            row.addWidget(each)
        row.addSpacing(half)
        row.addWidget(self.done_button)
        self.size_slider.valueChanged.connect(self._resize)
        self.softness_slider.valueChanged.connect(lambda step: brush.set_softness(step / _STEPS))
        self.rubber.toggled.connect(brush.set_erasing)
        self.undo.clicked.connect(brush.undo)
        self.fill.clicked.connect(brush.fill)
        self.clear.clicked.connect(brush.clear)
        self.invert.clicked.connect(brush.invert)
        self.done_button.clicked.connect(self.done)
        brush.size_changed.connect(self._follow)
        brush.history_changed.connect(lambda undo, _redo: self.undo.setEnabled(undo))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._follow(brush.size)
        self.softness_slider.setValue(round(brush.softness * _STEPS))

    def settle(self, area: QRect) -> None:
        """Lie at the foot of a place, in its middle."""
        self._name.setText(self._brush.name)
        self.rubber.setChecked(self._brush.erasing)
        self._dot.setPixmap(_dot(self._brush.colour, self.devicePixelRatioF()))
        self._name.setVisible(bool(self._brush.name) and area.width() >= _WIDE)
        for words in self._words:
            words.setVisible(area.width() >= _NARROW)
        if layout := self.layout():
            layout.activate()
        self.adjustSize()
        gap = theme.SPACING.unit
        self.move(area.center().x() - self.width() // 2, area.bottom() - gap - self.height())
        self.raise_()

    def _slider(self, row: QHBoxLayout, words: str, name: str) -> QSlider:
        shown = label(words, "caption")
        self._words.append(shown)
        row.addWidget(shown)
        made = QSlider(Qt.Orientation.Horizontal)
        made.setRange(0, _STEPS)
        made.setFixedWidth(96)
        made.setMinimumHeight(3 * theme.SPACING.unit)
        made.setAccessibleName(name)
        made.setToolTip(name)
        row.addWidget(made)
        return made

    @Slot(int)
    def _resize(self, step: int) -> None:
        # Even steps of the slider are even ratios of the size.
        self._brush.set_size(SMALLEST * (LARGEST / SMALLEST) ** (step / _STEPS))

    @Slot(float)
    def _follow(self, size: float) -> None:
        step = round(log(size / SMALLEST) / log(LARGEST / SMALLEST) * _STEPS)
        blocked = self.size_slider.blockSignals(True)
        self.size_slider.setValue(step)
        self.size_slider.blockSignals(blocked)
        self.size_slider.setAccessibleDescription(
            self.tr("{percent} %").format(percent=local.decimal(size * 100, 1))
        )


def _dot(colour: QColor, ratio: float) -> QPixmap:
    """The colour that the mask is shown in."""
    side = 12
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(0, 0, side, side)
    painter.end()
    return made
