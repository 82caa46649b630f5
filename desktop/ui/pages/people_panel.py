"""The panel beside the grid: one person, their pictures, and everything that can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import local, theme
from desktop.ui.pages.people_crops import Crops
from desktop.ui.pages.people_grid import portrait
from desktop.ui.pages.people_name import NameField
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.drop_area import DropArea
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.work.messages import PersonCard, Sighting, TemplateCard

WIDTH = 408
_FACE = 176
_LATELY = 4


class PersonPanel(QFrame):
    """Shows a PersonCard. It changes nothing itself: each wish is a signal."""

    renamed = Signal(str)
    removed = Signal(str)  # a picture's id
    added = Signal(object)  # tuple of paths or pictures
    refused = Signal(str)  # a sentence
    merge_wanted = Signal()
    hand_over_wanted = Signal()
    erase_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: PersonCard | None = None
        self.setProperty("panel", "surface")
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(self.tr("Person"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.margin, 0, theme.SPACING.gap)
        outer.setSpacing(theme.SPACING.gap)
        outer.addLayout(self._head())
        self._scroll = scrolled(self._middle())
        outer.addWidget(self._scroll, 1)
        theme.state().changed.connect(self._draw)

    def set_person(self, card: PersonCard) -> None:
        """Show a person; the pictures follow with `set_templates`."""
        new = self.card is None or self.card.person != card.person
        self.card = card
        self.setAccessibleName(card.name)
        self.name.set_name(card.name)
        self._since.setText(self.tr("Added {date}").format(date=local.minute(card.added)))
        self._consent.setText(
            self.tr("Consent: {who}, {date}").format(
                who=card.consent_by,
                date=local.day(card.consent_at),
            )
        )
        if new:
            self.crops.set_templates(())
            self._scroll.verticalScrollBar().setValue(0)
            self.set_sightings(())
        self._draw()

    def forget(self) -> None:
        """Show nobody: what is hidden holds no name and no picture."""
        self.card = None
        self.setAccessibleName(self.tr("Person"))
        self.name.set_name("")
        for words in (self._since, self._consent):
            words.clear()
        self.crops.set_templates(())
        self.set_sightings(())
        self._face.clear()
        self._face.setAccessibleName("")

    def set_templates(self, cards: Sequence[TemplateCard]) -> None:
        """Show the person's pictures."""
        self.crops.set_templates(cards)

    def set_sightings(self, sightings: Sequence[Sighting]) -> None:
        """Show when the person was recognised, the newest first; nothing hides the part."""
        lines = []
        for sighting in list(sightings)[:_LATELY]:
            at = local.second(sighting.at)
            if sighting.similarity is None:
                lines.append(at)
            else:
                lines.append(
                    self.tr("{time} · similarity {value}").format(
                        time=at, value=local.decimal(sighting.similarity)
                    )
                )
        self._lately.setText("\n".join(lines))
        for part in (self._lately, self._lately_title):
            part.setVisible(bool(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.SPACING.margin, 0, theme.SPACING.gap, 0)
        row.setSpacing(theme.SPACING.gap)
        self._face = QLabel()
        self._face.setFixedSize(_FACE, _FACE)
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        # Beside the picture and not at the foot: notices come there and would cover them.
        wishes = QVBoxLayout()
        wishes.setSpacing(theme.SPACING.half)
        self.close_button = icon_button("close", self.tr("Close the panel (Esc)"), colour="muted", size=18)
        self.close_button.clicked.connect(self.closed)
        wishes.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        wishes.addStretch()
        self.merge_button = button(self.tr("Merge into…"), "quiet", "merge")
        self.merge_button.clicked.connect(self.merge_wanted)
        self.hand_over_button = button(self.tr("Hand over data…"), "quiet", "export")
        self.hand_over_button.clicked.connect(self.hand_over_wanted)
        self.erase_button = button(self.tr("Erase…"), "quiet", "erase")
        self.erase_button.clicked.connect(self.erase_wanted)
        for each in (self.merge_button, self.hand_over_button, self.erase_button):
            wishes.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(wishes, 1)
        return row

    def _middle(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(theme.SPACING.margin, 0, theme.SPACING.margin, 0)
        column.setSpacing(theme.SPACING.half)
        self.name = NameField()
        self.name.renamed.connect(self.renamed)
        column.addWidget(self.name)
        self._since = label("", "caption")
        self._consent = label("", "caption", wrap=True)
        column.addWidget(self._since)
        column.addWidget(self._consent)
        column.addSpacing(theme.SPACING.gap)
        column.addWidget(label(self.tr("Pictures"), "heading"))
        column.addSpacing(theme.SPACING.half)
        self.crops = Crops()
        self.crops.removed.connect(self.removed)
        column.addWidget(self.crops)
        column.addSpacing(theme.SPACING.unit)
        self.drop = DropArea(self.tr("Drop more pictures"), icon_name="add")
        self.drop.chosen.connect(self.added)
        self.drop.pasted.connect(self._pasted)
        self.drop.refused.connect(self.refused)
        column.addWidget(self.drop)
        column.addSpacing(theme.SPACING.gap)
        self._lately_title = label(self.tr("Recognised lately"), "heading")
        self._lately = label("", "muted")
        column.addWidget(self._lately_title)
        column.addWidget(self._lately)
        self.set_sightings(())
        column.addStretch()
        return place

    @Slot(object)
    def _pasted(self, picture: object) -> None:
        self.added.emit((picture,))

    @Slot()
    def _draw(self) -> None:
        if self.card is not None:
            self._face.setPixmap(portrait(self.card, _FACE, theme.RADII.card, self.devicePixelRatioF()))
            self._face.setAccessibleName(self.tr("Picture of {name}").format(name=self.card.name))
