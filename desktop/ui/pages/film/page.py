"""The Film page: drop a film and choose a style, look at any frame, and watch the film become a painting."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.signals.film import FilmResult, FilmStep, FilmWork
from desktop.style.recipe import Style
from desktop.ui import failures, theme
from desktop.ui.hearing import Hearing
from desktop.ui.notices import Kind, Notices
from desktop.ui.pages.film import words
from desktop.ui.pages.film.cut_off import CutOffList
from desktop.ui.pages.film.intake import FilmIntake
from desktop.ui.pages.film.keeping import FilmKeeping
from desktop.ui.pages.film.panel import FilmPanel
from desktop.ui.pages.film.view import FilmView
from desktop.ui.saving import say_saved
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dropped import DropPlace
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.words import remaining
from desktop.vectors import Picture
from desktop.work.film_messages import CutOff, FilmCard, FilmPreview
from desktop.work.lanes import Task
from desktop.work.messages import Failure

if TYPE_CHECKING:
    from desktop.work.core import Core

_SCRUB_MS = 120
_STEPS = 1000  # of the scrubber


class FilmPage(Page):
    """`core` gives the sessions `film`, `shelf` and `models`. `painted` brings the FilmResult."""

    painted = Signal(object)

    def __init__(self, core: Core, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("FilmPage", "Film"), parent=parent)
        self._session, self._models, self._notices = core.film, core.models, notices
        self._shelf, self._first = core.shelf, True
        self.card: FilmCard | None = None
        self.style_: Style | None = None
        self._style_key = ""
        self._place: float | None = None  # where in the film to look first
        self.result: FilmResult | None = None
        self.step: FilmStep | None = None  # the newest of the run under way
        self.progress: ProgressRow | None = None
        self._run: Task | None = None
        self._going: FilmWork | None = None  # what is being painted
        self._preview: Task | None = None
        self._look: Task | None = None
        self._opening: Task | None = None
        self.view, self.panel = FilmView(), FilmPanel(core.shelf)
        self.cut_off = CutOffList()
        self.scrubber = ValueSlider(self.tr("Frame"), 0.0, 1.0, 0.0, steps=_STEPS, show=self._place_in_words)
        self._scrub = Throttle(self._look_at_frame, _SCRUB_MS, self)
        self._make_tools()
        self._lay_out()
        self.intake = FilmIntake(core.shelf, notices, self)
        self.intake.film_chosen.connect(self.open)
        self.intake.style_chosen.connect(self.set_style)
        place = DropPlace(self)
        place.welcomed.connect(self.view.set_welcome)
        place.dropped.connect(self._dropped)
        self.view.wanted.connect(self.intake.ask_film)
        self.view.split_changed.connect(self.split_button.setChecked)
        self.scrubber.changed.connect(self._scrub.call)
        self.panel.shelf.picked.connect(lambda style, _as_well: self.intake.pick(style))
        self.panel.shelf.add_wanted.connect(self.intake.ask_style)
        self.panel.shelf.removal_wanted.connect(self.intake.ask_removal)
        self.panel.preview_wanted.connect(self.preview)
        self.panel.paint_wanted.connect(self.ask_out)
        self.cut_off.go_on.connect(self.go_on)
        self.cut_off.forget.connect(self._forget)
        self._session.blocked_changed.connect(self._blocked)
        self._session.cut_off_changed.connect(self._cut_off_changed)
        self._cut_off_changed(self._session.cut_off)
        self.keeping = FilmKeeping(self)
        self._show()

    # What the user asks for.

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a film or a stack of slices; one that is being painted goes on, and is shown again later."""
        if self._run is not None:
            self._notices.warning(self.tr("A film is being painted; wait for its end or cancel it first."))
            return
        if self._opening is not None:
            self._opening.cancel()
        self._opening = task = self._session.open(path)
        task.done.connect(lambda card: self._opened(task, card))
        task.failed.connect(lambda failure: self._not_opened(task, path, failure))

    @Slot(object, str)
    def set_style(self, style: Style, key: str) -> None:
        """What the film is to look like; `key` is its place on the shelf, empty where it has none."""
        self._take_style(style, key)
        self._forget_preview()
        self._show()

    @Slot()
    def preview(self) -> None:
        """Paint the frame that is looked at."""
        work = self._work(Path())
        if work is None or self._run is not None:
            return
        if self._preview is not None:
            self._preview.cancel()
        self._preview = task = self._session.preview(work, self.scrubber.value())
        task.done.connect(lambda found: self._previewed(task, found))
        task.failed.connect(lambda failure: self._preview_failed(task, failure))
        self._show()

    @Slot()
    def ask_out(self) -> None:
        """Ask where the painted film goes, and paint it."""
        if self.card is not None and self.style_ is not None:
            out = self.intake.ask_out(self.card, self.style_.name)
            if out is not None:
                self.paint_to(out)

    def paint_to(self, out: Path) -> None:
        """Paint the film into this file."""
        work = self._work(out)
        if work is not None:
            self._begin(work)

    @Slot(object)
    def go_on(self, film: CutOff) -> None:
        """Go on with a film that was cut off."""
        if self._run is None:
            self._take_style(film.work.style, "")
            self.panel.set_recipe(film.work.recipe)
            self.open(film.work.source)
            self._begin(film.work)

    @Slot()
    def show_folder(self) -> None:
        """Open the folder of the result."""
        if self.result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.result.path.parent)))

    # What comes back.

    def _opened(self, task: Task, card: FilmCard) -> None:
        if task is not self._opening:
            return
        self._opening = None
        self.card, self.result = card, None
        self.panel.set_film(card)
        self.scrubber.set_value(0.0)
        if self._run is None:
            self.view.show_frame(card.first, None)
        place, self._place = self._place, None
        if place is not None:
            self.scrubber.set_value(place)
        self._show()

    def _not_opened(self, task: Task, path: Path, failure: Failure) -> None:
        if task is not self._opening:
            return
        self._opening = None
        if failure.kind == "NotAStack" and path.is_file():
            self.intake.to_style(path)  # a single picture is a style
        else:
            failures.tell(self._notices, failure)

    @Slot()
    def _look_at_frame(self) -> None:
        if self.card is None or self._run is not None:
            return
        self._forget_preview()
        if self._look is not None:
            self._look.cancel()
        self._look = task = self._session.look(self.card.path, self.scrubber.value())
        task.done.connect(lambda picture: self._looked(task, picture))
        task.failed.connect(self._failed)

    def _looked(self, task: Task, picture: Picture) -> None:
        if task is self._look and self._run is None:
            self.view.show_frame(picture, None)
            self._show()

    def _previewed(self, task: Task, found: FilmPreview) -> None:
        if task is self._preview:
            self._preview = None
            self.view.show_frame(found.content, found.picture)
            self.panel.say_cost(found.seconds)
            self._show()

    def _preview_failed(self, task: Task, failure: Failure) -> None:
        if task is self._preview:
            self._preview = None
            self._failed(failure)
            self._show()

    @Slot()
    def _forget_preview(self) -> None:
        """What is being previewed is not what is wanted any more."""
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None
            self._show()

    def _begin(self, work: FilmWork) -> None:
        self._forget_preview()
        self.result = None
        self._going = work
        self._follow_run(self._session.run(work))
        self._show()

    def _follow_run(self, task: Task) -> None:
        self._run = task
        self.progress = ProgressRow(self.tr("Waiting for its turn"))
        self.progress.set_paused(task.paused)
        self.progress.cancelled.connect(task.cancel)
        self.progress.pause_toggled.connect(lambda on: task.pause() if on else task.resume())
        self._busy_row.addWidget(self.progress)
        heard = Hearing(task, self)
        heard.progressed.connect(lambda step: self._stepped(task, step))
        heard.done.connect(lambda result: self._done(task, result))
        heard.failed.connect(self._failed)
        heard.cancelled.connect(self._cancelled)
        heard.ended.connect(lambda: self._ended(task))

    def _take_style(self, style: Style, key: str) -> None:
        self.style_, self._style_key = style, key
        self.panel.shelf.mark(frozenset({key} if key else ()))

    def _stepped(self, task: Task, step: FilmStep) -> None:
        if task is not self._run or self.progress is None:
            return
        self.step = step
        stack = self.card is not None and self.card.stack
        fraction = step.frame / step.frames if step.frames else None
        self.progress.say(words.progress(step.frame, step.frames, stack), fraction, remaining(step.remaining))
        self.view.show_frame(step.content, step.picture)
        self.split_button.setEnabled(True)
        if fraction is not None:
            self.scrubber.set_value(fraction)
            self._scrub.drop()  # it follows the run: the film's own frame is not asked for

    @Slot(bool)
    def _blocked(self, on: bool) -> None:
        """Say why a run stands still; its next step says how it goes on."""
        if on and self.progress is not None:
            self.progress.say(self.tr("Waiting while live style plays"))

    def _done(self, task: Task, result: FilmResult) -> None:
        if task is not self._run:
            return
        self.result = result
        for note in result.notes:
            self._notices.warning(failures.words(note))
        say_saved(self._notices, self.tr("“{film}” is finished.").format(film=result.path.name), result.path)
        self.painted.emit(result)

    @Slot()
    def _cancelled(self) -> None:
        self._notices.info(self.tr("What is finished is kept; the film can be gone on with."))

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        if failure.kind == "WeightsMissing" or failure.damaged:
            fetch = self.tr("Fetch"), lambda: self._models.fetch(self._session.needed)
            self._notices.add(Kind.WARNING, failures.sentence(failure), failure.details, fetch)
        else:
            failures.tell(self._notices, failure)

    def _ended(self, task: Task) -> None:
        if task is not self._run:
            return
        self._run = self._going = self.step = None
        if self.progress is not None:
            self._busy_row.removeWidget(self.progress)
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None
        self._show()

    def _forget(self, film: CutOff) -> None:
        self._session.forget(film.key).failed.connect(self._failed)

    @Slot(object)
    def _cut_off_changed(self, films: tuple[CutOff, ...]) -> None:
        self.cut_off.fill(films)
        self._show()

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        self.intake.take(data)

    # What is shown.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The first time: read the shelf, and look for what was cut off."""
        super().showEvent(event)
        if self._first:
            self._first = False
            self._shelf.reread()
            self._session.reread()

    def _work(self, out: Path) -> FilmWork | None:
        if self.card is None or self.style_ is None:
            return None
        recipe = self.panel.recipe()
        return FilmWork(self.card.path, replace(self.style_, mask=None), out, recipe)

    def _place_in_words(self, part: float) -> str:
        return "" if self.card is None else words.place(part, self.card)

    def _show(self) -> None:
        running = self._run is not None
        opened, painted = self.card is not None, self.view.result() is not None
        self._busy.setVisible(running)
        self.cut_off.setVisible(not running and len(self.cut_off) > 0)
        self.scrubber.setVisible(opened)
        self.scrubber.setEnabled(not running)
        self.split_button.setVisible(opened)
        self.split_button.setEnabled(painted)
        self.folder_button.setVisible(self.result is not None)
        self.panel.set_busy(running, self._preview is not None, opened and self.style_ is not None)
        self.set_subtitle("" if self.card is None else words.about(self.card))

    def _make_tools(self) -> None:
        self.folder_button = button(self.tr("Show folder"), "quiet", "folder")
        self.folder_button.clicked.connect(self.show_folder)
        self.split_button = button(self.tr("Before and after"), "", "split")
        self.split_button.setCheckable(True)
        self.split_button.toggled.connect(self.view.set_split)
        self.open_button = button(self.tr("Open a film…"), "", "film")
        self.open_button.clicked.connect(lambda: self.intake.ask_film())
        self.stack_button = button(self.tr("Open slices…"), "", "folder")
        self.stack_button.setToolTip(self.tr("A folder with the slices of a volume, one picture each"))
        self.stack_button.clicked.connect(lambda: self.intake.ask_folder())
        for tool in (self.folder_button, self.split_button, self.stack_button, self.open_button):
            self.tools.addWidget(tool)

    def _lay_out(self) -> None:
        self._busy = QFrame()
        self._busy.setProperty("panel", "surface")
        self._busy_row = QVBoxLayout(self._busy)
        self._busy_row.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self.body.addWidget(self._busy)
        self.body.addWidget(self.cut_off)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(self.view, 1)
        column.addWidget(self.scrubber)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)
