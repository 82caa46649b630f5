"""The Studio: drop a photo and a painting, and watch the picture develop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.style.runs import Card
from desktop.ui import failures, focus, theme
from desktop.ui.actions import Actions
from desktop.ui.choices import Choices
from desktop.ui.notices import Kind, Notices
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.pages.studio.develop import Develop
from desktop.ui.pages.studio.export import Export
from desktop.ui.pages.studio.intake import Intake
from desktop.ui.pages.studio.keeping import StudioKeeping
from desktop.ui.pages.studio.live import LiveStyleView
from desktop.ui.pages.studio.memory import MemoryNote
from desktop.ui.pages.studio.panel import Panel
from desktop.ui.pages.studio.queue import QueueView
from desktop.ui.pages.studio.recent import RecentView
from desktop.ui.pages.studio.stage import Stage
from desktop.ui.pages.studio.strip import Strip
from desktop.ui.pages.studio.styling import Styling
from desktop.ui.pages.studio.tools import Tools
from desktop.ui.pages.studio.transport import Transport
from desktop.ui.widgets.page import Page
from desktop.vectors import Picture
from desktop.weights import store
from desktop.work.messages import ModelsState
from desktop.work.studio_messages import (
    KeptPicture,
    KeptState,
    Restored,
    StudioState,
)

if TYPE_CHECKING:
    from desktop.work.core import Core
    from desktop.work.lanes import Task

_SAMPLES = ("sample-chelsea", "sample-astronaut", "sample-coffee")
"""Photos that were fetched with the networks, the best to begin with first."""


class StudioPage(Page):
    """Canvas, strip and transport on the left, the panel on the right; the queue, the camera and recent
    pictures take the canvas's place. `show_live`: the user has to choose a camera on the Live page.
    """

    show_live = Signal()

    def __init__(
        self, core: Core, choices: Choices, notices: Notices, actions: Actions | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("StudioPage", "Studio"))
        self.core, self.notices = core, notices
        self._session = core.studio
        self._first = True
        self._told: set[str] = set()  # what was said of this run
        self._offered: str | None = None  # the unfinished run that a notice offers
        self.mode = "picture"
        self.desk = Desk(self)
        self.develop = Develop(core.studio, self.desk, self)
        self.intake = Intake(core.studio, core.shelf, self.desk, notices, self)
        self.export = Export(core.studio, choices, notices, self)
        self.stage = Stage(core.studio.needed)
        self.canvas = self.stage.canvas
        self.transport = Transport()
        self.strip = Strip()
        self.panel = Panel(self.desk, core.shelf)
        self.styles, self.shelf = self.panel.chosen, self.panel.shelf
        self.look, self.size_, self.more = self.panel.look, self.panel.size_, self.panel.more
        self.curve = self.panel.curve
        self.queue = QueueView(core.queue, core.studio, self.desk, choices, notices)
        self.live = LiveStyleView(core, choices, notices)
        self.recent = RecentView(core.studio, notices)
        self.styling = Styling(self)
        self.memory = MemoryNote(core.studio, self.desk, self.size_)
        self.bar = Tools(self)
        self._lay_out()
        self.bar.make_actions(self, actions or Actions(self))
        self._connect()
        self.keeping = StudioKeeping(self)
        self._strip_changed(core.studio.states)
        self.panel.set_points(core.studio.curve)
        self._refresh()

    def _lay_out(self) -> None:
        self.tools.addWidget(self.bar)
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(self.stage, 1)
        column.addWidget(self.transport)
        column.addWidget(self.strip)
        self.states = QStackedWidget()
        self._picture = picture
        for view in (picture, self.queue, self.live, self.recent):
            self.states.addWidget(view)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        row.addWidget(self.states, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        session, develop, canvas, panel = self._session, self.develop, self.canvas, self.panel
        canvas.dropped.connect(self.intake.to_canvas)
        canvas.pasted.connect(self.intake.paste_on_canvas)
        canvas.content_wanted.connect(self.intake.ask_photo)
        canvas.split_changed.connect(self.transport.split_button.setChecked)
        panel.dropped.connect(self.intake.to_styles)
        panel.pasted.connect(self.intake.paste_in_styles)
        panel.add_button.clicked.connect(self.intake.ask_style)
        for widget in (canvas, panel, self.queue):
            widget.refused.connect(self.notices.warning)
        self.shelf.add_wanted.connect(self.intake.ask_style)
        self.size_.again_wanted.connect(develop.refine)
        self.intake.many.connect(self._to_queue)
        self.intake.restored.connect(self.desk.set_recipe)
        self.stage.sample_wanted.connect(self.try_sample)
        self.stage.fetch_wanted.connect(self._fetch)
        self.strip.chosen.connect(self._look)
        self.transport.play_button.clicked.connect(develop.toggle)
        self.transport.stop_button.clicked.connect(develop.stop)
        self.transport.fork_wanted.connect(develop.fork)
        self.transport.newest_wanted.connect(lambda: develop.look(None))
        self.transport.fit_button.clicked.connect(canvas.fit)
        self.transport.actual_button.clicked.connect(canvas.actual_size)
        self.transport.split_button.clicked.connect(canvas.set_split)
        self.recent.opened.connect(self.open_run)
        self.recent.closed.connect(self._leave_recent)
        self.recent.read.connect(self._offer_unfinished)
        self.live.show_live.connect(self.show_live)
        self.desk.changed.connect(self._desk_changed)
        develop.shown.connect(self._show)
        develop.begun.connect(self._begun)
        develop.looking_changed.connect(self._looking_changed)
        session.state_changed.connect(self._state_changed)
        session.stepped.connect(self._refresh)
        session.states_changed.connect(self._strip_changed)
        session.curve_changed.connect(self.panel.set_points)
        session.said.connect(self._said)
        self.core.shelf.changed.connect(self._shelf_changed)
        self.core.models.fetching.connect(self._fetching)
        self.core.models.state_changed.connect(self._models_changed)

    # What the user does.

    @Slot(str)
    def set_mode(self, mode: str) -> None:
        """picture, queue or live."""
        self.styling.leave_brush()
        if self.mode == "live" and mode != "live":
            self.live.leave()
        self.mode = mode
        self.bar.modes.set_value(mode)
        self.bar.recent_button.setChecked(False)
        self.states.setCurrentWidget({"picture": self._picture, "queue": self.queue, "live": self.live}[mode])
        self.panel.show()
        self.panel.show_for(mode)
        self.develop.hold(mode != "picture")
        if mode == "live":
            self.styling.enter_live()
            self.live.enter()
        else:
            self.shelf.mark(frozenset(each.key for each in self.desk.chosen))
        self._refresh()

    @Slot(bool)
    def show_recent(self, on: bool = True) -> None:
        """The kept pictures in place of the canvas, or back."""
        if not on:
            self._leave_recent()
            return
        if self.mode != "picture":
            self.set_mode("picture")
        self.styling.leave_brush()
        self.bar.recent_button.setChecked(True)
        self.states.setCurrentWidget(self.recent)
        self.panel.hide()
        self.recent.reread()
        self._refresh()

    @Slot()
    def try_sample(self) -> None:
        """A photo and a style that are here already."""
        photo = self._sample()
        if photo is not None:
            shipped = [style for style in self.core.shelf.styles if style.kind == "shipped"]
            self.intake.sample(photo, self.shelf.style_of(shipped[0].key) if shipped else None)

    @Slot()
    def take_from_camera(self) -> None:
        """The newest camera frame as the photo."""
        frame = self.core.live_style.take()
        if frame is None:
            self.notices.add(
                Kind.INFO,
                self.tr("No camera is playing; choose one on the Live page first."),
                action=(self.tr("Open Live"), self.show_live.emit),
            )
            return
        self.set_mode("picture")
        self.desk.set_content(frame.picture, self.tr("From the camera"))

    @Slot()
    def clear(self) -> None:
        """An empty canvas; what was there is kept among the recent pictures."""
        self.develop.stop()
        self.desk.clear()
        self.strip.set_states(())
        self.panel.set_points(())
        focus.hand_over(self.canvas)

    @Slot()
    def export_picture(self) -> None:
        """Write what is looked at to a file."""
        picture = self.develop.picture
        if picture is not None:
            names = " ".join(each.name for each in self.desk.styles[:2])
            self.export.ask(picture, self.develop.recipe, f"{self.desk.title} {names}")

    @Slot(str)
    def open_run(self, run: str, *, go_on: bool = False) -> None:
        """Lay a kept run on the desk."""
        task = self._session.restore(run)
        task.done.connect(lambda found: self.lay_run(found, go_on=go_on))
        task.failed.connect(self.notices.failure)

    def lay_run(self, found: Restored, *, go_on: bool) -> None:
        """Lay a kept run that was read on the desk, and let it go on where that is asked for."""
        self.set_mode("picture")
        self.develop.take(found, go_on=go_on)
        self._strip_changed(found.states)
        self.panel.set_points(found.curve)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The first time: load, read the shelf, and look for what was left unfinished."""
        super().showEvent(event)
        if self._first:
            self._first = False
            self._session.load()
            self.core.shelf.reread()
            self.recent.reread()
            focus.hand_over(self.canvas)
        if self.mode == "live":
            self.live.enter()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody sees the camera's picture: it is not painted."""
        super().hideEvent(event)
        self.live.leave()

    # The picture.

    @Slot(object)
    def _show(self, picture: Picture | None) -> None:
        self.canvas.set_result(picture)
        self._refresh()

    @Slot(str)
    def _desk_changed(self, what: str) -> None:
        if what in ("content", "all"):
            self.canvas.set_content(self.desk.content)
            self.canvas.set_result(self.develop.newest)
        if what != "look":
            self.styling.leave_brush()
        self._refresh()

    @Slot()
    def _begun(self) -> None:
        self._told.clear()
        self._refresh()

    @Slot(object)
    def _state_changed(self, state: StudioState) -> None:
        if state.phase == "failed" and state.failure is not None:
            self.notices.failure(state.failure)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        develop, state = self.develop, self._session.state
        ready = self.desk.work() is not None
        self.transport.show_state(
            state,
            develop.step,
            develop.looking,
            ready=ready,
            active=develop.active,
            changed=develop.changed,
        )
        self.transport.set_picture(self.desk.content is not None, develop.picture is not None)
        self.size_.set_outdated(develop.outdated)
        self.bar.allow(
            export=develop.picture is not None and self.mode == "picture", clear=not self.desk.empty
        )
        self.stage.show_state(state, self.core.models.rows, self.core.models.task is not None)
        self.stage.set_sample(self.desk.content is None and self._sample() is not None)

    @Slot(object)
    def _said(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.notices.info(failures.words(sentence))

    # The strip.

    @Slot(object)
    def _strip_changed(self, states: tuple[KeptState, ...]) -> None:
        self.strip.set_states(states)
        self.strip.setVisible(bool(states))

    @Slot(object)
    def _look(self, state: KeptState | None) -> None:
        if state is None:
            self.develop.look(None)
            return
        task = self._session.go_back(state)

        def read(kept: KeptPicture) -> None:
            self.develop.look(state, kept.picture)

        task.done.connect(read)
        task.failed.connect(self.notices.failure)

    @Slot(object)
    def _looking_changed(self, state: KeptState | None) -> None:
        self.strip.look(state)
        self._refresh()

    # The rest.

    @Slot(object)
    def _to_queue(self, paths: tuple[Path, ...]) -> None:
        self.set_mode("queue")
        self.queue.take(paths)

    @Slot()
    def _leave_recent(self) -> None:
        self.set_mode(self.mode)

    @Slot(object)
    def _offer_unfinished(self, cards: tuple[Card, ...]) -> None:
        """Once, where the newest kept picture was not finished and nothing else was begun."""
        if self._offered is not None:
            return
        self._offered = ""
        if cards and not cards[0].finished and self.desk.empty:
            run = self._offered = cards[0].run
            self.notices.add(
                Kind.INFO,
                self.tr("Your last picture was not finished."),
                action=(self.tr("Go on"), lambda: self.open_run(run, go_on=True)),
            )

    @Slot(object)
    def _fetch(self, names: list[str]) -> None:
        if self.core.models.task is None:
            self.core.models.fetch(names)

    @Slot(object)
    def _fetching(self, task: Task) -> None:
        self.stage.follow(task)
        task.ended.connect(self._refresh)
        self._refresh()

    @Slot(object)
    def _models_changed(self, _state: ModelsState) -> None:
        self._refresh()

    @Slot(object)
    def _shelf_changed(self, _styles: object) -> None:
        self._refresh()

    def _sample(self) -> Path | None:
        """A photo that came with the networks, where one did and there is a style to paint it in."""
        if not self.core.shelf.styles:
            return None
        home = self.core.home
        return next((store.path(home, name) for name in _SAMPLES if store.installed(home, name)), None)
