"""The chosen styles as cards: picture, name, how much, where, and away with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.style.recipe import Style
from desktop.ui import icons, theme, words
from desktop.ui.images import covered, to_image
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.widgets.buttons import icon_button, rename
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.slider import ValueSlider

_SIDE = 40
_LEAST = 0.05
"""A weight of nothing would be a style that is not there; there is a button for that."""


class StyleCard(QFrame):
    """One chosen style. `place_wanted` brings whether its place is to be painted."""

    weighed = Signal(float)
    place_wanted = Signal(bool)
    removed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_ = style
        self.setProperty("panel", "raised")
        self.setAccessibleName(style.name)
        column = QVBoxLayout(self)
        edge = theme.SPACING.unit
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.SPACING.half)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        self._picture = QLabel()
        self._picture.setFixedSize(_SIDE, _SIDE)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = ElidedLabel(style.name)
        self.place = ElidedLabel("", "caption")
        words.addStretch()
        words.addWidget(self.name)
        words.addWidget(self.place)
        words.addStretch()
        self.brush_button = icon_button("brush", "", size=18)
        self.brush_button.setCheckable(True)
        icons.put(self.brush_button, "brush", size=18, checked="accent_text")
        self.remove_button = icon_button(
            "close", self.tr("Take {name} away").format(name=style.name), colour="muted", size=16
        )
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self.brush_button)
        row.addWidget(self.remove_button)
        column.addLayout(row)
        self.weight = ValueSlider(
            self.tr("How much"), _LEAST, 1.0, style.weight, steps=95, show=lambda part: _percent(part)
        )
        self.weight.slider.setAccessibleName(self.tr("How much of {name}").format(name=style.name))
        column.addWidget(self.weight)
        self.weight.changed.connect(self.weighed)
        self.brush_button.clicked.connect(self.place_wanted)
        self.remove_button.clicked.connect(self.removed)
        self._picture.setPixmap(
            covered(to_image(style.picture), _SIDE, _SIDE, theme.RADII.control, self.devicePixelRatioF())
        )
        self.update_style(style)

    def update_style(self, style: Style) -> None:
        """The same picture with another mask."""
        self.style_ = style
        placed = style.mask is not None
        self.place.setText(self.tr("Where you painted") if placed else self.tr("Everywhere"))
        rename(
            self.brush_button,
            self.tr("Change where {name} goes").format(name=style.name)
            if placed
            else self.tr("Paint where {name} goes").format(name=style.name),
        )


class ChosenStyles(QWidget):
    """The cards of what lies on the desk, or a line that says what to do while there is none.

    `place_wanted` brings the place of the style whose mask is to be painted, or -1 to leave the brush.
    """

    place_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cards: list[StyleCard] = []
        self._brush = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING.unit)
        self.hint = label(
            self.tr("Choose a style below, or drop a painting here. Ctrl+click mixes several."),
            "muted",
            wrap=True,
        )
        self._column.addWidget(self.hint)
        desk.changed.connect(self._desk_changed)

    def cards(self) -> tuple[StyleCard, ...]:
        """The cards in order."""
        return tuple(self._cards)

    def set_painting(self, place: int) -> None:
        """Which style's place is being painted; -1: none."""
        for index, card in enumerate(self._cards):
            card.brush_button.setChecked(index == place)

    def set_brush(self, on: bool) -> None:
        """Whether a place can be painted: there is a photo, and it is the one that will be used."""
        self._brush = on
        for card in self._cards:
            card.brush_button.setVisible(on)
            card.place.setVisible(on)

    @Slot(str)
    def _desk_changed(self, what: str) -> None:
        styles = self._desk.styles
        same = len(styles) == len(self._cards) and all(
            style.picture is card.style_.picture for style, card in zip(styles, self._cards, strict=True)
        )
        if not same:
            self._rebuild(styles)
        for style, card in zip(styles, self._cards, strict=True):
            card.update_style(style)
        self.set_brush(self._brush)
        for card in self._cards:
            card.brush_button.setEnabled(self._desk.content is not None)

    def _rebuild(self, styles: tuple[Style, ...]) -> None:
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [StyleCard(style) for style in styles]
        for place, card in enumerate(self._cards):
            self._column.addWidget(card)
            card.weight.setVisible(len(styles) > 1)
            card.weighed.connect(lambda weight, place=place: self._desk.weigh(place, weight))
            card.removed.connect(lambda place=place: self._remove(place))
            card.place_wanted.connect(lambda on, place=place: self.place_wanted.emit(place if on else -1))
        self.hint.setVisible(not styles)

    def _remove(self, place: int) -> None:
        had_focus = self._cards[place].isAncestorOf(self.focusWidget() or self)
        self._desk.remove(place)
        if had_focus and self._cards:
            nearest = self._cards[min(place, len(self._cards) - 1)]
            nearest.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _percent(part: float) -> str:
    return words.percent(100 * part)
