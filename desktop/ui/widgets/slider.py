"""A slider that says what it sets and to what."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from desktop.ui import local, theme
from desktop.ui.widgets.labels import label


class _Track(QSlider):
    """The wheel moves it only once it was chosen: scrolling a panel shall change nothing on the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ValueSlider(QWidget):
    """Words on the left, the value on the right, the track below; `changed` follows every step.

    Values run from `low` to `high` in `steps` equal steps; `show` words a value (default: two decimals).
    A double click on the words goes back to the value it began with.
    """

    changed = Signal(float)

    def __init__(
        self,
        words: str,
        low: float,
        high: float,
        value: float,
        *,
        steps: int = 100,
        show: Callable[[float], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._low, self._high, self._steps = words, low, high, steps
        self._usual = value
        self._show = show or local.decimal
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        self._name = label(words)
        self._value = label("", "muted")
        row.addWidget(self._name)
        row.addStretch()
        row.addWidget(self._value)
        column.addLayout(row)
        self.slider = _Track(Qt.Orientation.Horizontal)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.setRange(0, steps)
        self.slider.setPageStep(max(1, steps // 10))
        self.slider.setAccessibleName(words)
        self.slider.setMinimumHeight(3 * theme.SPACING.unit)  # less would cut the handle
        self.slider.setMinimumWidth(20 * theme.SPACING.unit)
        self._name.setBuddy(self.slider)
        column.addWidget(self.slider)
        self.set_value(value)
        self.slider.valueChanged.connect(self._moved)
        self._write()

    def value(self) -> float:
        """The value, on a step."""
        return self._low + (self._high - self._low) * self.slider.value() / self._steps

    def set_value(self, value: float) -> None:
        """Go to the nearest step."""
        self.slider.setValue(round((value - self._low) / (self._high - self._low) * self._steps))
        self._write()

    def shown(self) -> str:
        """The value as it stands beside the words."""
        return self._value.text()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Back to the usual value; the track keeps its own double clicks."""
        self.set_value(self._usual)

    @Slot(int)
    def _moved(self, _step: int) -> None:
        self._write()
        self.changed.emit(self.value())

    def _write(self) -> None:
        text = self._show(self.value())
        self._value.setText(text)
        self.slider.setAccessibleDescription(text)
