"""The frame of every page: a title on the left, its tools on the right, the page below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.labels import label


class Page(QWidget):
    """A page with a title; put tools into `tools` (right of the title) and everything else into `body`."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        side = theme.SPACING.page
        column.setContentsMargins(side, theme.SPACING.margin, side, theme.SPACING.margin)
        column.setSpacing(theme.SPACING.gap)
        self._top = top = QWidget()
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout(top)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.SPACING.half)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.unit)
        head.addWidget(label(title, "title"), 1)
        words.addLayout(head)
        # Below the tools: beside them a narrow window leaves no room for a sentence.
        self.subtitle = label(subtitle, "muted", wrap=True)
        self.subtitle.setVisible(bool(subtitle))
        words.addWidget(self.subtitle)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(theme.SPACING.unit)
        head.addLayout(self.tools)
        column.addWidget(top)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.SPACING.gap)
        column.addLayout(self.body, 1)

    def pull_body(self, pixels: int) -> None:
        """Let the body begin left of the title: for what draws a ground around what stands under it."""
        column = self.layout()
        if column is not None:
            left = theme.SPACING.page - pixels
            column.setContentsMargins(left, theme.SPACING.margin, theme.SPACING.page, theme.SPACING.margin)
        self._top.setContentsMargins(pixels, 0, 0, 0)

    def set_subtitle(self, text: str) -> None:
        """The quiet line under the title; empty hides it."""
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))
