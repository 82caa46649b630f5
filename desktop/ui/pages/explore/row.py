"""The layers to walk along, and below them how the units of the one where one stands are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.walk import Walk
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.segmented import Segmented


class LayerRow(QWidget):
    """`order_changed` brings the order that the user chose, `whole_changed` whether fields shall be whole."""

    order_changed = Signal(str)
    whole_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        self.walk = Walk()
        column.addWidget(self.walk)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACING.gap)
        self.order = Segmented(
            self.tr("Order"),
            (
                ("number", self.tr("Number"), self.tr("As the network counts them.")),
                ("strength", self.tr("Strength"), self.tr("Those that fire most first.")),
                (
                    "different",
                    self.tr("Difference"),
                    self.tr("Those least like any other unit of the layer first."),
                ),
                (
                    "picture",
                    self.tr("Picture"),
                    self.tr("Those first that the picture you gave excites most, each by its own measure."),
                ),
            ),
        )
        self.order.changed.connect(self.order_changed)
        self.problems_button = button("", "quiet", "info")
        self.whole = QCheckBox(self.tr("Whole fields only"))
        self.whole.setAccessibleName(self.whole.text())
        self.whole.setToolTip(
            self.tr("Only fields inside the picture: leaves out patches where a unit sees beyond its edge.")
        )
        self.whole.toggled.connect(self.whole_changed)
        line.addWidget(self.order)
        line.addStretch()
        line.addWidget(self.problems_button)
        line.addWidget(self.whole)
        column.addLayout(line)
        self.say_problems(0)

    def say_problems(self, count: int) -> None:
        """How many notes there are on the pictures."""
        said = words.notes(count)
        self.problems_button.setText(said)
        self.problems_button.setAccessibleName(said)
        self.problems_button.setVisible(count > 0)
