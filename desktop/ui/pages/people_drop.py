"""The veil that comes over a page while something is dragged across it, and says what a drop will do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui import icons, theme


class DropVeil(QWidget):
    """Covers `place` while it is shown; the mouse passes through, so the drop reaches the page."""

    def __init__(self, sentence: str, place: QWidget) -> None:
        super().__init__(place)
        self._sentence = sentence
        self._place = place
        self.setAccessibleName(sentence)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place.installEventFilter(self)
        self.hide()

    def lift(self, on: bool) -> None:
        """Show or hide."""
        if on:
            self.setGeometry(self._place.rect())
            self.raise_()
        self.setVisible(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the size of the page."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._place.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The page shines through; the words are in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("page", 0.86))
        edge = theme.SPACING.gap
        area = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(theme.colour("accent_text"), 2))
        painter.setBrush(theme.colour("selected", 0.6))
        painter.drawRoundedRect(area, theme.RADII.picture, theme.RADII.picture)
        side = 48
        figure = icons.pixmap("person-add", theme.colours().accent_text, side, self.devicePixelRatioF())
        middle = area.center()
        painter.drawPixmap(round(middle.x() - side / 2), round(middle.y() - side), figure)
        painter.setFont(theme.font("heading", bold=True))
        painter.setPen(theme.colour("text"))
        words = QRectF(area.left(), middle.y() + theme.SPACING.gap, area.width(), 32)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._sentence)
        painter.end()
