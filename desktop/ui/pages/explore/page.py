"""The Explore page: which patches of one's own pictures excite each unit of a network, layer by layer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.explore.found import Found
from desktop.ui.actions import Actions
from desktop.ui.notices import Notices
from desktop.ui.pages.explore import words
from desktop.ui.pages.explore.bar import Bar
from desktop.ui.pages.explore.blank import Blank
from desktop.ui.pages.explore.closely import Closely
from desktop.ui.pages.explore.desk import Desk
from desktop.ui.pages.explore.export import Export
from desktop.ui.pages.explore.imagining import Imagining
from desktop.ui.pages.explore.intake import Intake
from desktop.ui.pages.explore.keeping import ExploreKeeping
from desktop.ui.pages.explore.loading import Loading
from desktop.ui.pages.explore.looking import Looking
from desktop.ui.pages.explore.own import Own
from desktop.ui.pages.explore.problems import show_problems
from desktop.ui.pages.explore.reading import ReadingRow, Source
from desktop.ui.pages.explore.row import LayerRow
from desktop.ui.pages.explore.searching import Searching
from desktop.ui.pages.explore.watching import Watching
from desktop.ui.widgets.page import Page
from desktop.vectors import Picture
from desktop.work.explore_messages import Watched
from desktop.work.messages import Failure, PersonCard

if TYPE_CHECKING:
    from desktop.work.core import Core


class ExplorePage(Page):
    """A walk along the layers above, units on the left, the chosen one on the right.

    `core` gives the sessions `explore`, `models`, `people` and `studio` (which reads picture files).
    `show_live`: the user has to choose a camera on the Live page.
    """

    show_live = Signal()

    def __init__(self, core: Core, notices: Notices, actions: Actions | None = None) -> None:
        super().__init__(QCoreApplication.translate("ExplorePage", "Explore"))
        self._people, self._notices, self.network = core.people, notices, "vgg19"
        self._source: Source | None = None
        self._shown_people: frozenset[str] = frozenset()  # ids, while the enrolled are looked at
        session = core.explore
        self.row, self.desk = LayerRow(), Desk(session, self._title_of)
        self.walk, self.view, self.panel = self.row.walk, self.desk.view, self.desk.panel
        self.closely, self.blank, self.bar = Closely(), Blank(), Bar()
        self.intake = Intake(self, notices)
        self.loading = Loading(core, self.blank, notices, self)
        self.reading = ReadingRow(session)
        self.own = Own(session, self.reading, notices, self)
        self.searching = Searching(session, core.studio, notices, self)
        self.watching = Watching(session, notices, self.show_live.emit, self)
        self.imagining = Imagining(session, self.panel, notices, self)
        self.looking = Looking(session, self.closely, self._title_of, self)
        self.export = Export(session, self.desk.chosen, notices, self)
        self._lay_out()
        self.bar.make_actions(self, actions or Actions(self))
        self._connect()
        self.keeping = ExploreKeeping(self)
        self._searched()
        self._show()

    def _lay_out(self) -> None:
        self.tools.addWidget(self.bar)
        self.body.addWidget(self.reading)
        self.body.addWidget(self.row)
        # Inside a page of the stack: the stack itself shows and hides that.
        self._empty = QWidget()
        around = QVBoxLayout(self._empty)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.blank)
        self.stack = QStackedWidget()
        for each in (self._empty, self.desk, self.closely):
            self.stack.addWidget(each)
        self.body.addWidget(self.stack, 1)

    def _connect(self) -> None:
        blank, intake, desk = self.blank, self.intake, self.desk
        blank.folder_wanted.connect(intake.ask_folder)
        blank.studio_wanted.connect(self.read_studio)
        blank.enrolled_wanted.connect(self.read_enrolled)
        blank.camera_wanted.connect(self.watch)
        blank.learn_wanted.connect(self.own.accept)
        self.own.wanted.connect(self.learn)
        self.own.learnt.connect(self._learnt)
        self.own.changed.connect(self._own_changed)
        self.own.removed.connect(self._own_removed)
        intake.folder.connect(self.read)
        intake.file.connect(self.search_file)
        intake.picture.connect(self.search)
        intake.welcomed.connect(blank.welcome_drop)
        self.loading.opened.connect(self._opened)
        self.loading.changed.connect(self._show)
        self.walk.chosen.connect(self._walked)
        self.row.order_changed.connect(desk.set_order)
        self.row.whole_changed.connect(desk.set_whole)
        self.row.problems_button.clicked.connect(lambda: show_problems(desk.found, self.window()))
        self.view.search_left.connect(self.searching.leave)
        self.searching.changed.connect(self._searched)
        desk.went.connect(self._went)
        self.panel.opened.connect(self.look)
        self.panel.imagine_wanted.connect(self.imagine)
        self.looking.opened.connect(self._look_opened)
        self.looking.left.connect(self._look_left)
        self.watching.watched.connect(self._watched)
        self.watching.ended.connect(self._show)
        self.reading.found.connect(self._found)
        self.reading.ended.connect(self._read)
        self.reading.failed.connect(self._not_read)
        for failed in (self.looking.failed, desk.cutter.refused):
            failed.connect(self._notices.failure)
        self._people.changed.connect(self._people_changed)

    # What the user asks for.

    @Slot()
    def read_studio(self) -> None:
        """Look at what was painted in the Studio, and at its styles."""
        self.read(Source("studio"))

    @Slot()
    def read_enrolled(self) -> None:
        """Look at the enrolled; what is found lives in memory only."""
        self.read(Source("enrolled"))

    @Slot(object)
    def read(self, source: Source) -> None:
        """Let the network look at other pictures; what was found in others before is put away."""
        if self.loading.missing and source.folder is None:
            return  # a folder may hold recordings, which need no weights
        self._wake()
        self.watching.stop()
        self._put_away()
        self.own.offer(None)
        self._source = source
        if source.kind == "enrolled":
            self._shown_people = frozenset(card.person for card in self._people.people)
        self.reading.read(source, self.network)
        self._show()

    @Slot(object)
    def learn(self, folder: Path) -> None:
        """Let a network of one's own learn from a folder, then explore it."""
        self.watching.stop()
        self._put_away()
        self.own.learn(folder)
        self._show()

    @Slot()
    def watch(self) -> None:
        """Look at what the camera sees."""
        if not self.loading.missing:
            self._wake()
            self.reading.drop()
            self._put_away()
            self._source = Source("camera")
            self.watching.start(self.network, self.desk.gaze())
        self._show()

    @Slot(bool)
    def set_live(self, on: bool) -> None:
        """Watch the camera; or no more, and explore what was found in it so far."""
        if on:
            self.watch()
        else:
            self.watching.stop()
            self._show()

    @Slot(str)
    def set_network(self, network: str) -> None:
        """Explore another network, with the same pictures."""
        if network == self.network:
            return
        source, live = self._source, self.watching.on
        self.watching.stop()
        self.reading.drop()
        self._put_away()
        self.imagining.forget()
        self.desk.set_network(None)
        self.network = network
        self.bar.choose(network)
        self.own.offer(None)
        self.panel.set_pictures(not words.is_own(network))
        self.loading.load(network)
        if words.is_own(network):
            self.searching.leave()
        else:
            self.searching.again(network)
        if live and not words.is_own(network):
            self.watch()
        elif source is not None and source.kind != "camera":
            self.read(source)
        self._show()

    @Slot(object)
    def search_file(self, path: Path) -> None:
        """Order the units by what a picture file excites."""
        if self.searching.possible(self.network, self.desk.found):
            self.searching.read(self.network, path)

    @Slot(object, str)
    def search(self, picture: Picture, title: str) -> None:
        """Order the units by what a picture excites."""
        if self.searching.possible(self.network, self.desk.found):
            self.searching.search(self.network, picture, title)

    @Slot(int)
    def look(self, rank: int) -> None:
        """Look at one of the nine closely."""
        spot = self.desk.spot(rank)
        if spot is not None:
            self.looking.open(spot)

    @Slot()
    def imagine(self) -> None:
        """Make a picture that the chosen unit would like to see."""
        layer = self.desk.layer
        if layer is not None:
            self.imagining.begin(self.network, layer.name, self.desk.unit)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The first time, load the network; go on with the camera that was watched before."""
        super().showEvent(event)
        self._wake()
        self.own.refresh()
        if self.watching.on:
            self.watching.start(self.network, self.desk.gaze())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody sees the maps: they are not computed."""
        super().hideEvent(event)
        self.watching.rest()

    # What comes back.

    @Slot()
    def _opened(self) -> None:
        explored = self.loading.explored
        if explored is not None:
            self.walk.set_layers(explored.network, explored.layers)
            self.desk.set_network(explored)
            self.desk.set_layer(self.walk.layer())
            if self.watching.on:
                self.watching.start(self.network, self.desk.gaze())
            elif self._source is not None and self.desk.found is None and not self.reading.busy:
                self.read(self._source)  # it was asked for while the network was missing
            self._show()

    @Slot(object)
    def _found(self, found: Found) -> None:
        first = self.desk.found is None
        self.desk.set_found(found, growing=self.reading.busy)
        self._show()
        if first and self.stack.isVisible():  # the button that had the keyboard has gone
            self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _read(self) -> None:
        self.desk.rest()
        self._show()

    @Slot(object)
    def _watched(self, watched: Watched) -> None:
        self.desk.show_watched(watched)
        self._show_about()

    @Slot(str)
    def _walked(self, _layer: str) -> None:
        self.imagining.forget()
        self.desk.set_layer(self.walk.layer())
        self.watching.turn(self.desk.gaze())
        self._show_about()

    @Slot(int)
    def _went(self, _unit: int) -> None:
        self.imagining.forget()
        self.watching.turn(self.desk.gaze())

    @Slot()
    def _searched(self) -> None:
        """An answer puts its order in force; when it is left, the units are by number again."""
        search, desk, order = self.searching, self.desk, self.row.order
        excited, new = search.excited, search.excited is not desk.excited
        self.view.say_search(None if excited is None else excited.shown, search.title, busy=search.busy)
        order.segment("picture").setVisible(excited is not None)
        if excited is not None and new:
            order.set_value("picture")
        elif excited is None and order.value() == "picture":
            order.set_value("number")
            desk.set_order("number")
        if new:
            desk.show_excited(excited)

    @Slot(object)
    def _not_read(self, failure: Failure) -> None:
        """Missing weights are told on the page itself; the pictures are read once they are there."""
        if failure.kind == "HoldsRecordings" and self._source is not None:
            self.own.offer(self._source.folder)
            self._source = None
        elif failure.kind != "WeightsMissing":
            self._notices.failure(failure)
            if self.desk.found is None:
                self._source = None

    @Slot(str, object)
    def _learnt(self, network: str, folder: Path) -> None:
        """What it learnt from is what it is shown with."""
        if network == self.network:  # of that name there was another
            self.network = ""
        self._source = Source("folder", folder)
        self.set_network(network)

    @Slot()
    def _own_changed(self) -> None:
        self.bar.show_own(self.own.names, self.network)
        self._show()

    @Slot(str)
    def _own_removed(self, network: str) -> None:
        if network == self.network:
            self.set_network("vgg19")

    @Slot(object)
    def _people_changed(self, people: tuple[PersonCard, ...]) -> None:
        """Whoever was erased shall not be seen here any more."""
        if self._shown_people and not self._shown_people <= {card.person for card in people}:
            self.reading.drop()
            self._put_away()
            self._show()
            if self._people.vault.state == "open":
                self._notices.info(self.tr("The enrolled have changed; look at them again."))

    @Slot()
    def _look_opened(self) -> None:
        self._show()
        self.closely.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _look_left(self, rank: int) -> None:
        self._show()
        patch = self.panel.nine.patches[rank]
        goal = patch if patch.isEnabled() else self.view.grid
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown.

    def _wake(self) -> None:
        """Load the network, where that is not under way or done, and nothing is missing for it."""
        if self.loading.rested and not self.loading.missing:
            self.loading.load(self.network)

    def _put_away(self) -> None:
        self.looking.leave()
        self._source = None
        self._shown_people = frozenset()
        self.desk.set_found(None)

    @Slot()
    def _show(self) -> None:
        """The page as it stands: empty, with units, or with one patch."""
        live, there = self.watching.on, self.loading.explored is not None
        if live != self.desk.live:
            self.desk.set_live(live)
        units = there and (live or self.desk.found is not None)
        place = self.closely if units and self.looking.spot else self.desk if units else self._empty
        self.loading.show()
        if self.own.offered is not None:
            self.blank.offer(self.own.offered.name)
        self.blank.setVisible(not self.reading.busy)
        self.stack.setCurrentWidget(place)
        self.row.setVisible(place is self.desk)
        self.row.order.setVisible(not live)
        self.bar.live_button.setChecked(live)
        self.bar.suit(self.network, ready=not self.loading.missing)
        self._show_about()

    def _show_about(self) -> None:
        found = self.desk.found
        self.row.say_problems(0 if found is None else len(found.problems))
        self.bar.allow(found, ready=self.loading.explored is not None)
        self.set_subtitle("" if found is None else words.looked_at(found))

    def _title_of(self, found: Found, picture: str) -> str:
        """A picture's name as the user knows it; of the enrolled, the person's."""
        if found.kind == "enrolled":
            names = {card.person: card.name for card in self._people.people}
            return names.get(picture.partition("/")[0], self.tr("One of the enrolled"))
        return Path(picture).name
