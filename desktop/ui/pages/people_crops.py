"""The pictures of one person: crops with their quality, each removable while it is not the last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import focus, local, theme
from desktop.ui.images import covered, to_image
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tile import FlowLayout
from desktop.work.messages import TemplateCard

_SIDE = 108
_BAR = 4


class _Crop(QWidget):
    """One crop, its quality as a thin bar and a word, and the button that removes it."""

    removed = Signal(str)

    def __init__(self, card: TemplateCard, number: int, removable: bool) -> None:
        super().__init__()
        self._card = card
        self._pixmap = covered(to_image(card.picture), _SIDE, _SIDE, theme.RADII.control, 2.0)
        self.setFixedSize(_SIDE, _SIDE + theme.SPACING.unit + _BAR + theme.scaled(20))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(
            self.tr("{quality} · added {date} · {model}").format(
                quality=self._words(), date=local.day(card.added), model=card.model
            )
        )
        self.setAccessibleName(
            self.tr("Picture {number}, quality: {quality}").format(number=number, quality=self._words())
        )
        self.button = icon_button("close", self.tr("Remove picture {number}").format(number=number), size=14)
        self.button.setParent(self)
        self.button.setProperty("kind", "onpicture")
        self.button.setFixedSize(24, 24)
        self.button.move(_SIDE - 28, 4)
        self.button.setVisible(removable)
        self.button.clicked.connect(self._remove)
        theme.state().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Fixed."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The crop, the bar, the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(0, 0, self._pixmap)
        if focus.ringed(self.button):
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.drawRoundedRect(QRectF(1, 1, _SIDE - 2, _SIDE - 2), 8, 8)
        top = _SIDE + theme.SPACING.unit - 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(QRectF(0, top, _SIDE, _BAR), 2, 2)
        painter.setBrush(theme.colour("accent"))
        part = min(max(self._card.quality, 0.0), 1.0)
        painter.drawRoundedRect(QRectF(0, top, max(_BAR, _SIDE * part), _BAR), 2, 2)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("muted"))
        words = QRectF(0, top + _BAR + 2, _SIDE, theme.scaled(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.end()

    def _words(self) -> str:
        if self._card.quality >= 0.7:
            return self.tr("Good")
        return self.tr("Fair") if self._card.quality >= 0.4 else self.tr("Weak")

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._card.template)


class Crops(QWidget):
    """All crops in rows; `removed` brings the id of the one that shall go."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crops: list[_Crop] = []
        self.setAccessibleName(self.tr("Pictures of this person"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        place = QWidget()
        place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(place, theme.SPACING.unit)
        column.addWidget(place)
        self.last = label(
            self.tr("The last picture can't be removed; erase the person instead."), "caption", wrap=True
        )
        column.addWidget(self.last)
        self.last.hide()

    def set_templates(self, cards: Sequence[TemplateCard]) -> None:
        """Show these; the keyboard stays near where it was when one of them went."""
        here = next((index for index, crop in enumerate(self._crops) if crop.button.hasFocus()), None)
        for crop in self._crops:
            self._flow.removeWidget(crop)
            crop.hide()
            crop.deleteLater()
        self._crops = [_Crop(card, number, len(cards) > 1) for number, card in enumerate(cards, 1)]
        for crop in self._crops:
            crop.removed.connect(self.removed)
            self._flow.addWidget(crop)
            crop.show()
        self.last.setVisible(len(cards) == 1)
        if here is not None and len(self._crops) > 1:
            self._crops[min(here, len(self._crops) - 1)].button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def crops(self) -> tuple[_Crop, ...]:
        """One widget for each picture, in order."""
        return tuple(self._crops)
