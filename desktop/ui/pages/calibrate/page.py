"""The Calibrate page: how well these people are told apart, and the threshold that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import LikenessError
from desktop.ui import failures, local, theme
from desktop.ui.hearing import Hearing
from desktop.ui.notices import DetailsDialog, Notices
from desktop.ui.pages.calibrate import save, words
from desktop.ui.pages.calibrate.keeping import CalibrateKeeping
from desktop.ui.pages.calibrate.labels import LabelDialog
from desktop.ui.pages.calibrate.result import ResultView
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dropped import DropPlace, local_path
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.calibration_messages import Calibrated, Grouped, InForce
from desktop.work.lanes import Task
from desktop.work.messages import Failure, ModelsState, PersonCard

if TYPE_CHECKING:
    from desktop.progress import Progress
    from desktop.ui.choices import Choices
    from desktop.work.core import Core

_LOWEST, _HIGHEST = 1e-9, 0.5  # FMR that Compare's threshold is kept between


class CalibratePage(Page):
    """Takes a folder of people, or the enrolled, and shows what came of it.

    `core` gives the sessions `calibration`, `people` and `models`.
    """

    def __init__(self, core: Core, choices: Choices, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CalibratePage", "Calibrate"), parent=parent)
        self._session, self._people = core.calibration, core.people
        self._choices, self._notices = choices, notices
        self._task: Task | None = None
        self._measured_people: frozenset[str] = frozenset()  # ids, while the enrolled are shown
        self._told: Progress | None = None  # of the task under way, the newest
        self._labels: dict[str, str] = {}
        self._folder: Path | None = None  # of what is shown; None for the enrolled
        self._coming: Path | None = None  # of what is being measured
        self._make_tools()
        self.view = ResultView(choices.now.fpir)
        self._busy = QFrame()
        self._busy.setProperty("panel", "surface")
        self._busy_row = QVBoxLayout(self._busy)
        self._busy_row.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self.progress: ProgressRow | None = None
        self.body.addWidget(self._busy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_blank())
        self._stack.addWidget(self.view)
        self.body.addWidget(self._stack, 1)
        place = DropPlace(self, lambda data: local_path(data) is not None)
        place.welcomed.connect(self._welcome)
        place.dropped.connect(self._dropped)
        panel = self.view.panel
        panel.use_threshold.connect(self.use_threshold)
        panel.use_measurements.connect(self.use_measurements)
        panel.use_shipped.connect(self.use_shipped)
        self.view.served.label_wanted.connect(self.label_people)
        self._session.in_force_changed.connect(self._say_in_force)
        core.people.changed.connect(self._people_changed)
        core.models.state_changed.connect(self._models_changed)
        self._models_changed(core.models.state)
        self.keeping = CalibrateKeeping(self)
        self._show()

    # What the user asks for.

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder of people."""
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder of people"))
        if name:
            self.measure(Path(name))

    def measure(self, folder: Path) -> None:
        """Measure a folder; what was measured before stays until it is done."""
        self._follow_folder(self._session.measure_folder(folder), folder)

    @Slot()
    def measure_enrolled(self) -> None:
        """Measure the enrolled."""
        self._follow_enrolled(self._session.measure_enrolled())

    @Slot()
    def use_threshold(self) -> None:
        """Let Compare and verify decide at this tau, with an undo."""
        state = self._session.in_force
        if state is None or state.calibration is None:
            return
        before = self._choices.now.fmr
        fmr = min(max(state.calibration.fmr(1 - self.view.tau / 2), _LOWEST), _HIGHEST)
        self._set_fmr(fmr)
        said = self.tr("Compare and verify now decide at τ = {tau}.").format(
            tau=local.decimal(self.view.tau, 3)
        )
        self._notices.info(said, lambda: self._set_fmr(before))

    @Slot()
    def use_measurements(self) -> None:
        """Let everything go by what was measured, with an undo."""
        if self.view.result is not None:
            task = self._session.adopt(self.view.result)
            task.done.connect(self._adopted)
            task.failed.connect(self._failed)

    @Slot()
    def use_shipped(self) -> None:
        """Go back to the thresholds that come with the model, with an undo."""
        state = self._session.in_force
        if state is not None:
            task = self._session.restore(state.model, None)
            task.done.connect(self._restored)
            task.failed.connect(self._failed)

    @Slot()
    def label_people(self) -> None:
        """Ask who belongs to which group."""
        if self.view.result is None:
            return
        dialog = LabelDialog(self.view.result.sample.names, self._labels, self.window())
        dialog.given.connect(self.measure_groups)
        dialog.file_given.connect(self.measure_groups)
        dialog.open()

    @Slot(object)
    def measure_groups(self, labels: dict[str, str] | Path) -> None:
        """Measure groups apart: labels by name, or a CSV file."""
        if self.view.result is None:
            self._notices.warning(
                self.tr("Measure a folder of people first; groups are labelled after that.")
            )
            return
        task = self._session.measure_groups(self.view.result.sample, labels)
        self._follow_groups(task)

    @Slot()
    def save_figures(self) -> None:
        """Ask for a folder and write the figures there."""
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder for the CSV files"))
        if name:
            self.write_figures(Path(name))

    def write_figures(self, folder: Path) -> None:
        """Write every figure as CSV."""
        result = self.view.result
        if result is None:
            return
        try:
            files = save.figures(result, self.view.groups, self.view.tau, self._choices.now.fpir, folder)
        except LikenessError as error:
            failures.tell(self._notices, Failure.of(error))
            return
        said = self.tr("{count} CSV files were written to “{folder}”.")
        self._notices.info(said.format(count=len(files), folder=folder.name))

    @Slot()
    def save_picture(self) -> None:
        """Ask for a file and write the plots there."""
        title, kinds = self.tr("Export the plots"), self.tr("PNG picture (*.png)")
        name = QFileDialog.getSaveFileName(self.window(), title, "calibration.png", kinds)[0]
        if name:
            file = Path(name)
            self.write_picture(file if file.suffix else file.with_name(file.name + ".png"))

    def write_picture(self, file: Path) -> None:
        """Write the plots as a picture."""
        try:
            save.picture(self.view.plots, file)
        except LikenessError as error:
            failures.tell(self._notices, Failure.of(error))
            return
        self._notices.info(self.tr("The plots were written to “{file}”.").format(file=file.name))

    @Slot()
    def clear(self) -> None:
        """Forget what was measured."""
        self.view.result = self._folder = None
        self._measured_people = frozenset()
        self._labels = {}
        self._show()

    # What comes back.

    def _begin(self, task: Task, what: str, done: Callable[[Grouped], None] | None = None) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task, self._told = task, None
        if self.progress is not None:
            self._busy_row.removeWidget(self.progress)
            self.progress.deleteLater()
        self.progress = ProgressRow(what, pausable=False)
        self.progress.cancelled.connect(task.cancel)
        self._busy_row.addWidget(self.progress)
        heard = Hearing(task, self)
        heard.progressed.connect(lambda told: self._progressed(task, told))
        heard.done.connect(done or (lambda result: self._done(task, result)))
        heard.failed.connect(self._failed)
        heard.ended.connect(lambda: self._ended(task))
        self._show()

    def _follow_folder(self, task: Task, folder: Path) -> None:
        self._coming = folder
        self._begin(task, self.tr("Reading “{folder}”").format(folder=folder.name))

    def _follow_enrolled(self, task: Task) -> None:
        self._coming = None
        self._begin(task, self.tr("Measuring the enrolled"))

    def _follow_groups(self, task: Task) -> None:
        self._coming = None
        self._begin(task, self.tr("Measuring groups"), self._grouped)

    def _progressed(self, task: Task, told: Progress) -> None:
        if task is self._task and self.progress is not None:
            self._told = told
            detail = ""
            if told.total:
                detail = self.tr("{done} of {total}").format(
                    done=local.whole(round(told.done)), total=local.whole(round(told.total))
                )
            self.progress.say(failures.stage(told.what), told.fraction, detail)

    def _done(self, task: Task, result: Calibrated) -> None:
        if task is not self._task:
            return
        self._labels = {}
        enrolled = not result.folder
        self._measured_people = (
            frozenset(card.person for card in self._people.people) if enrolled else frozenset()
        )
        self._task, self._folder = None, self._coming
        self._show_result(result)
        if self.isVisible():  # the button that had the keyboard has gone
            self.view.panel.tau.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_result(self, result: Calibrated) -> None:
        self._show(result)
        fmr, state = self._choices.now.fmr, self._session.in_force
        if state is None or state.calibration is None:
            self.view.show_result(result, fmr)
        else:
            self.view.show_result(result, fmr, 2 - 2 * state.calibration.threshold(fmr))
        self._say_in_force(state)

    def _grouped(self, found: Grouped) -> None:
        self._labels = found.labels
        self.view.show_groups(found.groups)

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._show()

    @Slot(object)
    def _adopted(self, state: InForce) -> None:
        said = self.tr("Compare, verify and recognition now go by these measurements.")
        self._notices.info(said, lambda: self._session.restore(state.model, state.before))

    @Slot(object)
    def _restored(self, state: InForce) -> None:
        said = self.tr("The thresholds that come with the model are used again.")
        self._notices.info(said, lambda: self._session.restore(state.model, state.before))

    @Slot(object)
    def _say_in_force(self, state: InForce | None) -> None:
        result = self.view.result
        usable = state is not None and result is not None and result.model == state.model
        self.view.panel.say_in_force(state is not None and state.own, usable)
        self.view.set_general(state.calibration if state is not None and usable else None)

    @Slot(object)
    def _people_changed(self, people: tuple[PersonCard, ...]) -> None:
        """Whoever was erased shall not live on in a figure here."""
        if self._measured_people and not self._measured_people <= {card.person for card in people}:
            self.clear()
            if self._people.vault.state == "open":
                self._notices.info(self.tr("The enrolled have changed; measure them again."))

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        """A model of the user's own has no thresholds before a folder is measured: that needs no more."""
        ready = state.state == "ready"
        uncalibrated = state.failure is not None and state.failure.uncalibrated
        self.enrolled_button.setEnabled(ready)
        for each in (self.folder_button, self.blank.button):
            each.setEnabled(ready or uncalibrated)

    def _set_fmr(self, fmr: float) -> None:
        self._choices.change(fmr=fmr)

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        path = local_path(data)
        if path is not None and path.is_dir():
            self.measure(path)
        elif path is not None and path.suffix.lower() == ".csv":
            self.measure_groups(path)
        else:
            self._notices.warning(self.tr("Drop one folder that holds a folder of pictures for each person."))

    @Slot(bool)
    def _welcome(self, on: bool) -> None:
        self._blank.setProperty("panel", "welcome" if on else "surface")
        self._blank.style().unpolish(self._blank)
        self._blank.style().polish(self._blank)

    def _show(self, result: Calibrated | None = None) -> None:
        """The page as it stands: empty, busy, or with a result."""
        found = result or self.view.result
        busy = self._task is not None
        self._busy.setVisible(busy)
        self._blank.setVisible(not busy)  # inside a page of the stack: the stack itself shows and hides that
        self._stack.setCurrentIndex(0 if found is None else 1)
        self.folder_button.setVisible(busy or found is not None)  # the empty page has its own
        self.export_button.setVisible(found is not None)
        self.problems_button.setVisible(found is not None and bool(found.problems))
        if found is None:
            self.set_subtitle("")
            return
        measured = found.measured
        told = words.counts(measured.people, measured.pictures)
        named = found.folder or self.tr("The enrolled")
        self.set_subtitle(f"{named} · {told}")
        self.problems_button.setText(self.tr("Notes: {count}").format(count=local.whole(len(found.problems))))
        self.problems_button.setAccessibleName(self.problems_button.text())

    @Slot()
    def show_problems(self) -> None:
        """What was left out, and what was taken with a doubt."""
        result = self.view.result
        if result is not None:
            lines = "\n".join(failures.sentence(problem) for problem in result.problems)
            DetailsDialog(self.tr("Pictures that were left out or need a look"), lines, self.window()).open()

    def _make_tools(self) -> None:
        self.problems_button = button(self.tr("Notes"), "quiet", "info")
        self.problems_button.clicked.connect(self.show_problems)
        self.folder_button = button(self.tr("Folder…"), "", "folder")
        self.folder_button.setAccessibleName(self.tr("Choose a folder of people"))
        self.folder_button.clicked.connect(self.choose_folder)
        self.enrolled_button = button(self.tr("Use the enrolled"), "", "people")
        self.enrolled_button.clicked.connect(self.measure_enrolled)
        self.export_button = button(self.tr("Export"), "", "export")
        self.export_button.setProperty("menu", True)
        menu = QMenu(self.export_button)
        menu.setAccessibleName(self.tr("Export"))
        menu.addAction(self.tr("Figures as CSV files…"), self.save_figures)
        menu.addAction(self.tr("Plots as a picture…"), self.save_picture)
        self.export_button.setMenu(menu)
        for tool in (self.problems_button, self.enrolled_button, self.folder_button, self.export_button):
            self.tools.addWidget(tool)

    def _make_blank(self) -> QWidget:
        place = QWidget()
        around = QVBoxLayout(place)
        around.setContentsMargins(0, 0, 0, 0)
        self._blank = QFrame()
        around.addWidget(self._blank)
        self._blank.setProperty("panel", "surface")
        column = QVBoxLayout(self._blank)
        self.blank = EmptyState(
            "calibrate",
            self.tr("Drop a folder of people"),
            self.tr("Choose a folder…"),
            self.tr(
                "One folder for each person, two pictures or more in each: you will see how well they are "
                "told apart."
            ),
        )
        self.blank.clicked.connect(self.choose_folder)
        column.addWidget(self.blank)
        return place
