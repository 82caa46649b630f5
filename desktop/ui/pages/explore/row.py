"""The layers to walk along, and below them what is known of the one where one stands."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.explore.found import Layer
from desktop.ui import theme
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.walk import Walk
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import ElidedLabel


class LayerRow(QWidget):
    """What its parts do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.half)
        self.walk = Walk()
        column.addWidget(self.walk)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACING.gap)
        self.about = ElidedLabel("", "muted")
        self.problems_button = button("", "quiet", "info")
        self.problems_button.hide()
        self.whole = QCheckBox(self.tr("Only fields inside the picture"))
        self.whole.setAccessibleName(self.whole.text())
        self.whole.setToolTip(self.tr("Leave out patches at the edge, where a unit sees beyond the picture"))
        line.addWidget(self.about, 1)
        line.addWidget(self.problems_button)
        line.addWidget(self.whole)
        column.addLayout(line)

    def say(self, layer: Layer | None, problems: int) -> None:
        """What the layer is, and how many pictures were left out."""
        self.about.setText("" if layer is None else words.seen(layer))
        said = words.left_out(problems)
        self.problems_button.setText(said)
        self.problems_button.setAccessibleName(said)
        self.problems_button.setVisible(problems > 0)
