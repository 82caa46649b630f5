"""What a page shows while it has nothing to show: an icon, one line, one way on or two."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, theme
from desktop.ui.widgets.buttons import button as _button
from desktop.ui.widgets.labels import label

_WIDE = 440
_LOW = 180
_ICON = 56


class EmptyState(QWidget):
    """An icon, one line, an optional second line, and at most two buttons: `clicked` is the first one's,
    `other_clicked` that of the quieter one beside it.
    """

    clicked = Signal()
    other_clicked = Signal()

    def __init__(
        self, icon_name: str, line: str, button: str = "", hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line = label("", "heading", wrap=True)
        self._hint = label("", "muted", wrap=True)
        for each in (self._line, self._hint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = _button("", "primary")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.clicked)
        self.other = _button("")
        self.other.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.other.clicked.connect(self.other_clicked)
        outer = QVBoxLayout(self)
        # A wrapped label that is aligned gets the height of its narrowest form: the column is fixed.
        self._middle = middle = QWidget()
        middle.setFixedWidth(theme.scaled(_WIDE))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, below in (
            (self._picture, theme.SPACING.gap),
            (self._line, theme.SPACING.unit),
            (self._hint, theme.SPACING.margin),
        ):
            column.addWidget(widget)
            column.addSpacing(below)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACING.unit)
        buttons.addStretch()
        buttons.addWidget(self.button)
        buttons.addWidget(self.other)
        buttons.addStretch()
        column.addLayout(buttons)
        # A little above the middle looks like the middle.
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        theme.state().changed.connect(self._draw)
        self.say(line, button, hint, icon_name)

    def say(self, line: str, button: str = "", hint: str = "", icon_name: str = "", other: str = "") -> None:
        """Change the words; an empty button or hint is hidden."""
        self._icon_name = icon_name or self._icon_name
        self._line.setText(line)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        for made, text in ((self.button, button), (self.other, other)):
            made.setText(text)
            made.setAccessibleName(text or line)
            made.setAccessibleDescription(line)
            made.setVisible(bool(text))
        self._draw()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Narrower where there is less room; without the drawing where it is low, and without the hint."""
        self._picture.setVisible(self.height() >= _LOW)
        edge = self.contentsMargins()
        room = self.width() - edge.left() - edge.right() - 24
        self._middle.setFixedWidth(min(theme.scaled(_WIDE), max(160, room)))
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As high as the words are once they are wrapped; the layout above asks for one line of them."""
        column = self._middle.layout()
        if column is None:
            return
        hint, width = self._hint.text(), self._middle.width()
        high = self._least() + (self._hint.heightForWidth(width) if hint else 0)
        low = self.height() < _LOW
        # The line and the button say enough where there is no room for the hint.
        self._hint.setVisible(bool(hint) and (not low or high <= self.height()))
        column.invalidate()
        self._middle.setMinimumHeight(max(0, column.heightForWidth(width)))

    def _least(self) -> int:
        """The height of the line and the button alone."""
        outer = self.layout()
        edge = QMargins() if outer is None else outer.contentsMargins()
        high = self._line.heightForWidth(self._middle.width()) + edge.top() + edge.bottom()
        high += theme.SPACING.gap + theme.SPACING.unit + theme.SPACING.margin
        return high + (self.button.sizeHint().height() if self.button.text() else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A narrow and low place is enough: the words wrap, and the hint can be done without."""
        return QSize(208, self._least())

    def line(self) -> str:
        """The one line."""
        return self._line.text()

    def hint(self) -> str:
        """The second line."""
        return self._hint.text()

    @Slot()
    def _draw(self) -> None:
        size = QSize(_ICON, _ICON)
        self._picture.setPixmap(
            icons.pixmap(self._icon_name, theme.colours().muted, size.width(), self.devicePixelRatioF())
        )
