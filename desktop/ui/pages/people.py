"""The People page: everyone who is enrolled, and the one that is chosen beside them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout

from desktop.ui import failures, local, theme
from desktop.ui.actions import Actions
from desktop.ui.notices import Notices
from desktop.ui.pages.people_drop import DropVeil
from desktop.ui.pages.people_grid import EDGE, PeopleGrid
from desktop.ui.pages.people_job_row import JobRow
from desktop.ui.pages.people_jobs import PeopleJobs
from desktop.ui.pages.people_keeping import PeopleKeeping
from desktop.ui.pages.people_model import PeopleModel
from desktop.ui.pages.people_panel import PersonPanel
from desktop.ui.pages.people_search import SearchField
from desktop.ui.pages.people_wishes import PeopleWishes
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.drop_area import DropArea
from desktop.ui.widgets.dropped import DropPlace
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page import Page
from desktop.work.lanes import Task
from desktop.work.messages import PersonCard, Sighting, TemplateCard, VaultState

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.vectors import Picture
    from desktop.work.core import Core

_READ_AFTER = 60  # ms a person is chosen before their pictures are read: arrows held down read nobody's
_SIGHTINGS = 4


class PeoplePage(Page):
    """Grid, search, panel, and the states in which there is nobody to show.

    `core` gives the sessions `people` and `live`; `actions` is the window's table of actions, so that the
    keys of this page stand in the sheet of shortcuts.
    """

    def __init__(self, core: Core, notices: Notices, actions: Actions | None = None) -> None:
        super().__init__(QCoreApplication.translate("PeoplePage", "People"))
        self._people = core.people
        self._notices = notices
        self._person = ""  # the id of who is in the panel
        self._next = ""  # the id of who goes there as soon as they are listed
        self._seen: dict[str, list[Sighting]] = defaultdict(list)
        self._reading: Task | None = None
        self.model = PeopleModel(self)
        self.jobs = PeopleJobs(core.people, notices, self)
        self.wishes = PeopleWishes(core.people, self.jobs, notices, self)
        self._build()
        self._make_actions(actions or Actions(self))
        self._read_later = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._read_later.timeout.connect(self._read)
        self.veil = DropVeil(self.tr("Drop pictures of one person, or a folder of people"), self)
        place = DropPlace(self)
        place.welcomed.connect(self.veil.lift)
        place.dropped.connect(self.drop.take)
        core.people.changed.connect(self._changed)
        core.people.vault_changed.connect(self._vault_changed)
        core.live.sighted.connect(self._sighted)
        self.jobs.began.connect(self._began)
        self.jobs.enrolled.connect(self._enrolled)
        self.jobs.refused.connect(self._show_person)
        self.keeping = PeopleKeeping(self)
        self._changed(core.people.people)

    # Building.

    def _build(self) -> None:
        self.search = SearchField()
        self.search.setFixedWidth(theme.scaled(240))
        self.search.textChanged.connect(self._searched)
        self.add_button = button(self.tr("Add…"), "primary", "person-add")
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more_button = icon_button("more", self.tr("Export and import"))
        for tool in (self.search, self.more_button, self.add_button):
            self.tools.addWidget(tool)
        self.grid = PeopleGrid(self.model)
        self.grid.selectionModel().selectionChanged.connect(self._selected)
        self.grid.opened.connect(self._opened)
        self.grid.left.connect(self._close_panel)
        # The empty page's place for pictures is also the way in for the rest of the page: one set of rules.
        self.drop = DropArea(
            self.tr("Drop pictures of one person, or a folder of people"),
            icon_name="person-add",
            folders=True,
        )
        self.drop.chosen.connect(self.wishes.add)
        self.drop.pasted.connect(lambda picture: self.wishes.add((picture,)))
        self.drop.refused.connect(self._notices.warning)
        self.nobody = EmptyState("search", self.tr("Nobody is found"))
        self.locked = EmptyState("lock", self.tr("The people are locked"))
        self.locked.clicked.connect(self.wishes.unlock)
        self.states = QStackedWidget()
        self.states.setMinimumWidth(200)  # one column, beside the panel in the smallest window
        for state in (self.grid, self.drop, self.nobody, self.locked):
            self.states.addWidget(state)
        self.panel = PersonPanel()
        self.panel.hide()
        self.panel.renamed.connect(self._renamed)
        self.panel.removed.connect(self._removed)
        self.panel.added.connect(self._added)
        self.panel.refused.connect(self._notices.warning)
        self.panel.closed.connect(self._close_panel)
        self.rows = QVBoxLayout()  # above the grid: notices come at the foot and would cover Cancel
        self.rows.setSpacing(theme.SPACING.unit)
        self.rows.setContentsMargins(EDGE, 0, 0, 0)
        self.pull_body(EDGE)
        self.body.addLayout(self.rows)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.SPACING.margin)
        self._row.addWidget(self.states, 1)
        self._row.addWidget(self.panel)
        self.body.addLayout(self._row, 1)

    def _make_actions(self, table: Actions) -> None:
        self._add = table.add("people.add", self.drop.choose, self)
        folder = table.add_own(self.tr("Add a folder of people"), (), self.drop.choose_folder, "folder", self)
        paste = table.add_own(self.tr("Paste a picture"), ("Ctrl+V",), self.drop.paste, "picture", self)
        self._find = table.add("people.search", self._focus_search, self)
        self._rename = table.add("people.rename", self.panel.name.edit, self)
        self._merge = table.add("people.merge", self._merge_chosen, self)
        self._erase = table.add("people.erase", self._erase_chosen, self)
        self._undo = table.add("people.undo", self.jobs.undo, self)
        self._undo.setEnabled(False)
        self.jobs.undo_changed.connect(self._undo.setEnabled)
        self._export = table.add("people.export", self.wishes.export, self)
        self._import = table.add("people.import", self.wishes.import_, self)
        self._ways_in = (self._add, folder, paste)
        self._menu(self.add_button, (self._add, folder, paste))
        self._menu(self.more_button, (self._undo, self._import, self._export))
        self.panel.merge_wanted.connect(self._merge.trigger)
        self.panel.erase_wanted.connect(self._erase.trigger)
        self.panel.hand_over_wanted.connect(self._hand_over)

    def _menu(self, owner: QAbstractButton, entries: tuple[QAction, ...]) -> None:
        menu = QMenu(owner)
        menu.setAccessibleName(owner.accessibleName())
        menu.addActions(entries)

        def show() -> None:
            below = owner.mapToGlobal(QPoint(owner.width(), owner.height() + theme.SPACING.half))
            menu.popup(QPoint(below.x() - menu.sizeHint().width(), below.y()))

        owner.clicked.connect(show)

    # What is shown.

    @Slot(object)
    def _changed(self, people: tuple[PersonCard, ...]) -> None:
        self.model.set_people(people)
        for gone in self._seen.keys() - {card.person for card in people}:
            del self._seen[gone]  # an erased person's history goes with them
        if self._next and self.model.find(self._next):
            self._person, self._next = self._next, ""
            self._show_panel()
        if self._person and self.model.find(self._person) is None:
            self._close_panel()
        self._reselect()
        self._show_state()
        self._show_person()

    @Slot(object)
    def _vault_changed(self, _vault: VaultState) -> None:
        self._show_state()

    @Slot(object)
    def _sighted(self, sighting: Sighting) -> None:
        """Remember the newest of each track; nothing of it is written."""
        for person, lately in self._seen.items():
            self._seen[person] = [one for one in lately if one.track != sighting.track]
        if sighting.person is not None:
            self._seen[sighting.person] = [sighting, *self._seen[sighting.person]][:_SIGHTINGS]
        if self._person:
            self.panel.set_sightings(self._seen.get(self._person, ()))

    def _show_state(self) -> None:
        vault = self._people.vault
        usable = vault.state == "open"
        everyone = self.model.everyone()
        if not usable:
            self._say_locked(vault)
            self.states.setCurrentWidget(self.locked)
            self._close_panel()
        elif not everyone:
            self.states.setCurrentWidget(self.drop)
        elif not self.model.rowCount():
            self.nobody.say(
                self.tr("Nobody is called “{text}”").format(text=self.search.text().strip()),
                hint=self.tr("Esc shows everyone again."),
            )
            self.states.setCurrentWidget(self.nobody)
        else:
            self.states.setCurrentWidget(self.grid)
        # While nobody is found the words have the room; the panel is back with the grid.
        self.panel.setVisible(bool(self._person) and self.states.currentWidget() is self.grid)
        # The grid's first picture stands under the title; the other states have no ground around them.
        inset = 0 if self.states.currentWidget() is self.grid else EDGE
        self._row.setContentsMargins(inset, 0, 0, 0)
        if usable and everyone:
            count = len(everyone)
            people = (
                self.tr("1 person")
                if count == 1
                else self.tr("{count} people").format(count=local.whole(count))
            )
            pictures = self.model.pictures(sum(card.templates for card in everyone))
            self.set_subtitle(self.tr("{people}, {pictures}").format(people=people, pictures=pictures))
        else:
            self.set_subtitle("")
        self.setAcceptDrops(usable)
        self.search.setVisible(usable and bool(everyone))
        for tool in (self.add_button, self.more_button):
            tool.setVisible(usable)
        for action in (*self._ways_in, self._import):
            action.setEnabled(usable)
        for action in (self._find, self._export):
            action.setEnabled(usable and bool(everyone))
        self._allow()

    def _say_locked(self, vault: VaultState) -> None:
        hint = failures.sentence(vault.failure) if vault.failure else ""
        if vault.state == "failed":
            self.locked.say(self.tr("The people can't be read"), self.tr("Try again"), hint, "error")
        elif vault.new:
            hint = hint or self.tr(
                "This computer has no key store, so a passphrase of yours locks the people."
            )
            self.locked.say(self.tr("Nobody is enrolled yet"), self.tr("Choose a passphrase…"), hint, "lock")
        else:
            hint = hint or self.tr("Names and pictures stay unreadable until you unlock them.")
            do = self.tr("Unlock…") if vault.asks else self.tr("Unlock")
            self.locked.say(self.tr("The people are locked"), do, hint, "lock")

    def _allow(self) -> None:
        """What can be done with whoever is chosen."""
        chosen = bool(self._person)
        for action in (self._rename, self._erase):
            action.setEnabled(chosen)
        can_merge = chosen and len(self.model.everyone()) > 1
        self._merge.setEnabled(can_merge)
        self.panel.merge_button.setEnabled(can_merge)

    # Choosing.

    @Slot()
    def _selected(self) -> None:
        card = self.grid.chosen()
        if card is not None and card.person != self._person:
            self._person = card.person
            self._show_panel()

    def _show_panel(self) -> None:
        opening = self.panel.isHidden()
        self.panel.show()
        self._show_person()
        self.panel.set_sightings(self._seen.get(self._person, ()))
        if opening:
            # The grid has fewer columns now; who was chosen shall not leave the view by that.
            QTimer.singleShot(0, self.grid, lambda: self.grid.scrollTo(self.grid.currentIndex()))

    @Slot()
    def _show_person(self) -> None:
        card = self.model.find(self._person)
        if card is not None:
            self.panel.set_person(card)
            self._read_later.start()
        self._allow()

    @Slot()
    def _close_panel(self) -> None:
        had_focus = self.panel.isAncestorOf(self.focusWidget() or self)
        self._person = ""
        self._read_later.stop()
        self.panel.hide()
        self.panel.forget()
        self.grid.clearSelection()
        if had_focus:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _reselect(self) -> None:
        """A model that was filled anew has forgotten who was chosen."""
        if self._person and not self.grid.choose(self._person):
            self.grid.clearSelection()

    @Slot(object)
    def _opened(self, card: PersonCard) -> None:
        self._person = card.person
        self._show_panel()
        self.panel.name.edit()

    @Slot()
    def _read(self) -> None:
        """Read the pictures of who is chosen; an answer about somebody else comes too late and is dropped."""
        if self._reading is not None:
            self._reading.cancel()
        person = self._person
        task = self._reading = self._people.templates(person)

        def show(cards: tuple[TemplateCard, ...]) -> None:
            if person == self._person:
                self.panel.set_templates(cards)

        task.done.connect(show)
        task.failed.connect(self.jobs.say_failure)
        task.ended.connect(self._was_read)

    @Slot()
    def _was_read(self) -> None:
        if self.sender() is self._reading:
            self._reading = None

    @Slot(str)
    def _searched(self, text: str) -> None:
        self.model.search(text)
        self._reselect()
        self._show_state()

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # Wishes.

    @Slot(str)
    def _renamed(self, name: str) -> None:
        if self.panel.card is not None:
            self.jobs.rename(self.panel.card, name)

    @Slot(str)
    def _removed(self, template: str) -> None:
        if self.panel.card is not None:
            self.jobs.remove(self.panel.card, template)

    @Slot(object)
    def _added(self, pictures: tuple[Path | Picture, ...]) -> None:
        card = self.panel.card
        if card is not None:
            self.jobs.enrol_pictures(pictures, card.name, card.consent_by)

    @Slot()
    def _merge_chosen(self) -> None:
        card = self.model.find(self._person)
        if card is not None:
            self.wishes.merge(card)

    @Slot()
    def _erase_chosen(self) -> None:
        card = self.model.find(self._person)
        if card is not None:
            self.wishes.erase(card)

    @Slot()
    def _hand_over(self) -> None:
        card = self.model.find(self._person)
        if card is not None:
            self.wishes.hand_over(card)

    @Slot(object, str)
    def _began(self, task: Task, words: str) -> None:
        self.rows.addWidget(JobRow(task, words))

    @Slot(str)
    def _enrolled(self, person: str) -> None:
        self._next = person

    # Dropping.
