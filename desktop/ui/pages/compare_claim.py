"""The side of a claimed name: who somebody says they are, out of the enrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages.people_grid import portrait
from desktop.ui.pages.people_picker import PersonPicker
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.labels import label
from desktop.work.messages import PersonCard

if TYPE_CHECKING:
    from desktop.work.people import PeopleSession

_SIDES = (56, 200)  # of the portrait, as the window allows
_REST = 148  # what stands around it


class ClaimSide(QWidget):
    """Holds the person whose name is claimed; `changed` follows every other choice."""

    changed = Signal()

    def __init__(self, people: PeopleSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self.card: PersonCard | None = None
        self.setAccessibleName(self.tr("Claimed name"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.SPACING.half)
        frame = QFrame()
        frame.setProperty("panel", "surface")
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(104)
        outer.addWidget(self._stack)
        whole.addWidget(frame, 1)
        foot = label(self.tr("Claimed name"), "muted")
        foot.setFixedHeight(theme.SIZES.control)
        whole.addWidget(foot)
        self.empty = EmptyState("person-unknown", "")
        self.empty.clicked.connect(self.choose)
        self._stack.addWidget(self.empty)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setSpacing(theme.SPACING.unit)
        column.addStretch()
        self._face = QLabel()
        self._name = label("", "heading", wrap=True)
        self._count = label("", "muted")
        for each in (self._face, self._name, self._count):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(each)
        column.addSpacing(theme.SPACING.unit)
        self.choose_button = button(self.tr("Choose somebody else…"), "quiet")
        self.choose_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.choose_button.clicked.connect(self.choose)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._stack.addWidget(shown)
        people.changed.connect(self._listed)
        people.vault_changed.connect(self._show)
        theme.state().changed.connect(self._show)
        self._show()

    @Slot()
    def choose(self) -> None:
        """Ask for the person."""
        picker = PersonPicker(
            self.tr("Whose name is claimed?"),
            self.tr("The picture is compared with the pictures of this person alone."),
            self.tr("Choose"),
            self._people.people,
            parent=self.window(),
        )
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take() -> None:
            if picker.picked is not None:
                self.set_card(picker.picked)

        picker.accepted.connect(take)
        picker.open()

    def set_card(self, card: PersonCard | None) -> None:
        """Choose a person, or nobody."""
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.card = card
        self._show()
        if had_focus:
            goal = self.choose_button if card is not None else self.empty.button
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The portrait takes what the words leave."""
        super().resizeEvent(event)
        self._face.setVisible(self._room() >= _SIDES[0])
        self._show()

    def _portrait_side(self) -> int:
        return min(max(self._room(), _SIDES[0]), _SIDES[1]) // 8 * 8

    def _room(self) -> int:
        # From the own height: while this is resized the parts still have their old ones.
        return self.height() - theme.SIZES.control - theme.SPACING.half - _REST

    @Slot(object)
    def _listed(self, people: tuple[PersonCard, ...]) -> None:
        """Follow renames and new pictures; an erased person goes from here too."""
        if self.card is None:
            self._show()
            return
        now = next((card for card in people if card.person == self.card.person), None)
        if now is None or now.templates != self.card.templates or now.name != self.card.name:
            self.set_card(now)

    @Slot()
    def _show(self) -> None:
        card = self.card
        if card is not None:
            self._face.setPixmap(
                portrait(card, self._portrait_side(), theme.RADII.card, self.devicePixelRatioF())
            )
            self._face.setAccessibleName(self.tr("Picture of {name}").format(name=card.name))
            self._name.setText(card.name)
            if card.templates == 1:
                self._count.setText(self.tr("compared with 1 picture"))
            else:
                self._count.setText(self.tr("compared with {count} pictures").format(count=card.templates))
            self._stack.setCurrentIndex(1)
            return
        for each in (self._face, self._name):
            each.clear()  # what is hidden holds no name and no picture
        self._face.setAccessibleName("")
        if self._people.vault.state != "open":
            self.empty.say(self.tr("The people are locked"), hint=self.tr("Unlock them on the People page."))
        elif not self._people.people:
            self.empty.say(
                self.tr("Nobody is enrolled yet"), hint=self.tr("Add somebody on the People page or in Live.")
            )
        else:
            self.empty.say(self.tr("Whose name is claimed?"), self.tr("Choose a person…"))
        self._stack.setCurrentIndex(0)
