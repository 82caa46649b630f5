"""The Learn page: teach recognition one's own people, watch it learn, and use it or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QMimeData, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.ui import failures, local, theme
from desktop.ui.hearing import Hearing
from desktop.ui.notices import DetailsDialog, Notices
from desktop.ui.pages.learn import words
from desktop.ui.pages.learn.keeping import LearnKeeping
from desktop.ui.pages.learn.panel import LearnPanel
from desktop.ui.pages.learn.view import LearnView
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dropped import DropPlace, local_path
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.lanes import Task
from desktop.work.learn_messages import InUse, Lesson, Taken, Taught
from desktop.work.messages import Failure, ModelsState, PersonCard

if TYPE_CHECKING:
    from desktop.work.core import Core

_SUFFIX = ".head"


class LearnPage(Page):
    """Takes a folder of people, or the enrolled, and trains on them.

    `core` gives the sessions `learn`, `people` and `models`.
    """

    trained = Signal(object)  # Taught

    def __init__(self, core: Core, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("LearnPage", "Learn"), parent=parent)
        self._session, self._people, self._notices = core.learn, core.people, notices
        self._task: Task | None = None
        self._folder: Path | None = None
        self._taken: Taken | None = None
        self.taught: Taught | None = None
        self._told: Progress | Lesson | None = None  # of the task under way, the newest
        self._used = ""  # the name under which `taught` was taken into use
        self._refused = ""
        self._make_tools()
        self.view, self.panel = LearnView(), LearnPanel()
        self._busy = QFrame()
        self._busy.setProperty("panel", "surface")
        self._busy_row = QVBoxLayout(self._busy)
        self._busy_row.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self.progress: ProgressRow | None = None
        self.body.addWidget(self._busy)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_blank())
        self._stack.addWidget(self.view)
        hint = self.tr("Unlock them on the People page to see what was learnt from them.")
        self._stack.addWidget(EmptyState("lock", self.tr("The people are locked"), hint=hint))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.gap)
        row.addWidget(self._stack, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)
        place = DropPlace(self, lambda data: local_path(data) is not None)
        place.welcomed.connect(self._welcome)
        place.dropped.connect(self._dropped)
        self.panel.train_again.connect(self.train_again)
        self.panel.go_back.connect(self.go_back)
        self.panel.use_last.connect(self.use_last)
        self.view.outcome.use_wanted.connect(self.use)
        self.view.outcome.leave_wanted.connect(self.clear)
        self._session.in_use_changed.connect(self._in_use_changed)
        core.people.changed.connect(self._people_changed)
        core.people.vault_changed.connect(self._show)
        core.models.state_changed.connect(self._models_changed)
        self._models_changed(core.models.state)
        self.panel.say_in_use(self._session.in_use)
        self.keeping = LearnKeeping(self)
        self._show()

    # What the user asks for.

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder of people."""
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder of people"))
        if name:
            self.train(Path(name))

    def train(self, folder: Path) -> None:
        """Train on a folder with the settings beside the page."""
        self._begin_anew()
        self._folder, self._taken = folder, None
        said = self.tr("Reading “{folder}”").format(folder=folder.name)
        self._begin(self._session.train_folder(folder, self.panel.recipe()), said, self._trained)

    @Slot()
    def train_enrolled(self) -> None:
        """Train on the enrolled."""
        self._begin_anew()
        self._folder = self._taken = None
        self._begin(self._session.take_enrolled(), self.tr("Reading the enrolled"), self._taken_in)

    @Slot()
    def train_again(self) -> None:
        """Train once more on the same people, with the settings as they are now."""
        if self._taken is not None:
            self._begin_anew()
            self._train_taken(self._taken)
        elif self._folder is not None:
            self.train(self._folder)

    @Slot()
    def use(self) -> None:
        """Let recognition go by what was trained, with an undo."""
        if self.taught is not None:
            task = self._session.adopt(self.taught)
            self._begin(task, self.tr("Embedding the enrolled again"), self._adopted, pausable=False)

    @Slot()
    def go_back(self) -> None:
        """Take the head off, with an undo."""
        self._restore("", "", self._went_back)

    @Slot()
    def use_last(self) -> None:
        """Let recognition go by the head that was used before, with an undo."""
        state = self._session.in_use
        if state is not None and state.last:
            self._restore(state.last, "", self._adopted)

    @Slot()
    def export(self) -> None:
        """Ask for a file and write the head there."""
        if self.taught is None:
            return
        usual = f"{self.taught.taken.folder}{_SUFFIX}"
        kinds = self.tr("Trained heads (*.head)")
        name = QFileDialog.getSaveFileName(self.window(), self.tr("Export the head"), usual, kinds)[0]
        if name:
            file = Path(name)
            self.write_head(file if file.suffix else file.with_name(file.name + _SUFFIX))

    def write_head(self, file: Path) -> None:
        """Write the head to a file for the command line."""
        if self.taught is not None:
            task = self._session.export(self.taught, file)
            task.done.connect(self._exported)
            task.failed.connect(self._failed)

    @Slot()
    def clear(self) -> None:
        """Forget what was trained; nothing of it was written."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._taken is not None and not self._taken.folder:
            self._session.forget_enrolled()
        self.taught = self._folder = self._taken = None
        self._used = ""
        self.view.clear(triplets=True)
        self._show()

    # What comes back.

    def _begin_anew(self) -> None:
        self.taught, self._used = None, ""
        self.view.clear(triplets=self.panel.recipe().method == "triplet")

    def _train_taken(self, taken: Taken) -> None:
        self._taken = taken
        self._follow_training(self._session.train(taken, self.panel.recipe()))

    def _follow_training(self, task: Task) -> None:
        self._begin(task, self.tr("Loading the face model"), self._trained)

    def _begin(self, task: Task, what: str, done: Callable[[Any], None], *, pausable: bool = True) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task, self._told = task, None
        if self.progress is not None:
            self._busy_row.removeWidget(self.progress)
            self.progress.deleteLater()
        self.progress = ProgressRow(what, pausable=pausable)
        self.progress.set_paused(task.paused)
        self.progress.cancelled.connect(task.cancel)
        self.progress.pause_toggled.connect(lambda on: task.pause() if on else task.resume())
        self._busy_row.addWidget(self.progress)
        heard = Hearing(task, self)
        heard.progressed.connect(lambda told: self._progressed(task, told))
        heard.done.connect(lambda found: self._done(task, found, done))
        heard.failed.connect(self._failed)
        heard.ended.connect(lambda: self._ended(task))
        self._show()

    def _progressed(self, task: Task, told: Progress | Lesson) -> None:
        if task is not self._task or self.progress is None:
            return
        self._told = told
        if isinstance(told, Progress):
            detail = ""
            if told.total:
                detail = self.tr("{done} of {total}").format(
                    done=local.whole(round(told.done)), total=local.whole(round(told.total))
                )
            self.progress.say(failures.stage(told.what), told.fraction, detail)
            return
        said = self.tr("Epoch {epoch} of {epochs}").format(
            epoch=local.whole(told.epoch), epochs=local.whole(told.epochs)
        )
        time = "" if told.seconds_left is None else local.left(told.seconds_left)
        self.progress.say(said, told.done / max(1, told.total), time)
        first = self.view.lesson is None
        self.view.show_lesson(told)
        if first:
            self._show()

    def _done(self, task: Task, found: object, done: Callable[[Any], None]) -> None:
        if task is self._task:
            self._task = None
            done(found)
            self._show()

    def _taken_in(self, taken: Taken) -> None:
        if self._all_there(taken, self._people.people):
            self._train_taken(taken)
        else:
            self._forget_enrolled()

    def _trained(self, taught: Taught) -> None:
        self.taught, self._taken = taught, taught.taken
        there = self._people.vault.state != "open" or self._all_there(taught.taken, self._people.people)
        if taught.taken.folder == "" and not there:
            self._forget_enrolled()
            return
        self.view.show_taught(taught)
        if taught.collapse is not None:
            failures.tell(self._notices, taught.collapse)
        self.trained.emit(taught)

    def _adopted(self, state: InUse) -> None:
        self._used = state.name
        said = self.tr("Recognition now goes by “{model}”.").format(model=state.models.model)
        gone = state.name if state.added else ""
        self._notices.info(said, lambda: self._restore(state.before, gone, lambda _state: None))

    def _went_back(self, state: InUse) -> None:
        said = self.tr("Recognition goes by “{model}” again, without the head.").format(
            model=state.models.model
        )
        self._notices.info(said, lambda: self._restore(state.before, "", lambda _state: None))

    def _restore(self, name: str, forget: str, done: Callable[[InUse], None]) -> None:
        task = self._session.restore(name, forget)
        self._begin(task, self.tr("Embedding the enrolled again"), done, pausable=False)

    @Slot(object)
    def _exported(self, file: Path) -> None:
        self._notices.info(self.tr("The head was written to “{file}”.").format(file=file.name))

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)

    def _ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            if self.taught is None:
                self.view.clear(triplets=True)
            self._show()

    @Slot(object)
    def _in_use_changed(self, state: InUse) -> None:
        self.panel.say_in_use(state)
        self.view.outcome.say_used(bool(self._used) and state.name == self._used)
        refused = "" if state.refusal is None else state.refusal.text
        if state.refusal is not None and refused != self._refused:
            failures.tell(self._notices, state.refusal)
        self._refused = refused

    @Slot(object)
    def _people_changed(self, people: tuple[PersonCard, ...]) -> None:
        """Whoever was erased teaches nobody any more: neither here nor in what is in use."""
        if self._people.vault.state != "open":
            return  # nobody was erased: they are locked, and what they taught is covered until they are not
        if self._session.in_use is not None and self._session.in_use.name:
            self._session.look()
        if self._taken is not None and not self._taken.folder and not self._all_there(self._taken, people):
            self._forget_enrolled()

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        ready = state.state == "ready"
        for each in (self.enrolled_button, self.folder_button, self.blank.button):
            each.setEnabled(ready)

    def _forget_enrolled(self) -> None:
        self.clear()
        self._notices.info(self.tr("The enrolled have changed; train on them again."))

    @staticmethod
    def _all_there(taken: Taken, people: tuple[PersonCard, ...]) -> bool:
        return set(taken.people) <= {card.person for card in people}

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        path = local_path(data)
        if path is not None and path.is_dir():
            self.train(path)
        else:
            self._notices.warning(self.tr("Drop one folder that holds a folder of pictures for each person."))

    @Slot(bool)
    def _welcome(self, on: bool) -> None:
        self._blank.setProperty("panel", "welcome" if on else "surface")
        self._blank.style().unpolish(self._blank)
        self._blank.style().polish(self._blank)

    @Slot()
    def _show(self) -> None:
        """The page as it stands: empty, busy, with a result, or with one that is covered."""
        busy, taught = self._task is not None, self.taught
        self._busy.setVisible(busy)
        self._blank.setVisible(not busy)
        enrolled = self._taken is not None and not self._taken.folder
        covered = enrolled and self._people.vault.state != "open"
        something = taught is not None or self.view.lesson is not None
        self._stack.setCurrentIndex(2 if covered else 1 if something else 0)
        self.folder_button.setVisible(busy or taught is not None)
        folder = taught is not None and bool(taught.taken.folder) and taught.head is not None
        self.export_button.setVisible(folder)
        problems = () if self._taken is None else self._taken.problems
        self.problems_button.setVisible(bool(problems))
        self.problems_button.setText(self.tr("Notes: {count}").format(count=local.whole(len(problems))))
        self.problems_button.setAccessibleName(self.problems_button.text())
        self.panel.set_busy(busy, self._taken is not None or self._folder is not None)
        for each in (self.view.outcome.use_button, self.view.outcome.leave_button):
            each.setEnabled(not busy)
        state = self._session.in_use
        if not busy:
            self.view.outcome.say_used(bool(self._used) and state is not None and state.name == self._used)
        told = "" if self._folder is None else self._folder.name
        if self._taken is not None:
            counts = words.counts(self._taken.count, len(self._taken.crops))
            named = self._taken.folder or self.tr("The enrolled")
            told = f"{named} · {counts}"
        self.set_subtitle(told)

    @Slot()
    def show_problems(self) -> None:
        """What was left out, and what was taken with a doubt."""
        if self._taken is not None:
            lines = "\n".join(failures.sentence(problem) for problem in self._taken.problems)
            DetailsDialog(self.tr("Pictures that were left out or need a look"), lines, self.window()).open()

    def _make_tools(self) -> None:
        self.problems_button = button(self.tr("Notes"), "quiet", "info")
        self.problems_button.clicked.connect(self.show_problems)
        self.enrolled_button = button(self.tr("Use the enrolled"), "", "people")
        self.enrolled_button.clicked.connect(self.train_enrolled)
        self.folder_button = button(self.tr("Choose a folder…"), "", "folder")
        self.folder_button.clicked.connect(self.choose_folder)
        self.export_button = button(self.tr("Export…"), "", "export")
        self.export_button.setToolTip(self.tr("A file for --head on the command line"))
        self.export_button.clicked.connect(self.export)
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
            "learn",
            self.tr("Drop a folder of people"),
            self.tr("Choose a folder…"),
            self.tr(
                "One folder for each person, at least four people with two pictures each. Nothing changes "
                "before you say so."
            ),
        )
        self.blank.clicked.connect(self.choose_folder)
        column.addWidget(self.blank)
        return place
