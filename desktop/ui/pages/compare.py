"""The Compare page: are two faces the same person, or is somebody who they say they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget

from desktop.settings import Settings
from desktop.ui import failures, focus, theme
from desktop.ui.actions import Actions
from desktop.ui.notices import Notices
from desktop.ui.pages.compare_claim import ClaimSide
from desktop.ui.pages.compare_keeping import CompareKeeping
from desktop.ui.pages.compare_result import ResultCard
from desktop.ui.pages.compare_side import PictureSide
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.page import Page
from desktop.vectors import Picture
from desktop.work.lanes import Task
from desktop.work.messages import Comparison, Failure, ModelsState
from desktop.work.sample import PORTRAIT

if TYPE_CHECKING:
    from desktop.work.core import Core


class ComparePage(Page):
    """Two sides and a verdict below.

    `core` gives the sessions `compare`, `people` and `models`; `settings` the threshold's rate to begin with;
    `fmr_changed` brings the rate that the user set, for whoever keeps the settings.
    """

    fmr_changed = Signal(float)

    def __init__(
        self, core: Core, notices: Notices, settings: Settings, actions: Actions | None = None
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ComparePage", "Compare"),
            QCoreApplication.translate(
                "ComparePage",
                "A photograph of a face can fool this: it compares pictures, not people.",
            ),
        )
        self._session = core.compare
        self._notices = notices
        self._task: Task | None = None
        self._fmr = settings.fmr
        self.left = PictureSide(core.compare, self.tr("First picture"))
        self.right = PictureSide(core.compare, self.tr("Second picture"))
        self.claim = ClaimSide(core.people)
        self._second = QStackedWidget()
        self._second.addWidget(self.right)
        self._second.addWidget(self.claim)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.margin)
        row.addWidget(self.left, 1)
        row.addWidget(self._second, 1)
        self.body.addLayout(row, 1)
        self.result = ResultCard(settings.fmr)
        # Whoever keeps the rate writes a file: once when the handle rests, not at every step of a drag.
        self._rest = QTimer(self, singleShot=True, interval=300)
        self._rest.timeout.connect(self._tell_rate)
        self.result.fmr_changed.connect(self._rate_changed)
        self.body.addWidget(self.result)
        self._make_tools(actions or Actions(self))
        for side in (self.left, self.right):
            side.changed.connect(self._changed)
            side.several.connect(self._fill)
            side.refused.connect(notices.warning)
        self.claim.changed.connect(self._changed)
        self._models = core.models
        core.models.listed.connect(self._offer_sample)
        core.models.state_changed.connect(self._models_changed)
        self.keeping = CompareKeeping(self)
        self._models_changed(core.models.state)
        self._changed()

    def is_claim(self) -> bool:
        """Whether a claimed name is checked instead of a second picture."""
        return self._second.currentWidget() is self.claim

    def set_claim(self, on: bool) -> None:
        """Switch between a second picture and a claimed name; what is on either side stays."""
        (self.claim_button if on else self.two_button).setChecked(True)
        self._second.setCurrentWidget(self.claim if on else self.right)
        self._changed()

    @Slot()
    def paste(self) -> None:
        """Paste into the side that has the keyboard, else into the first empty one."""
        sides = [self.left] if self.is_claim() else [self.left, self.right]
        held = [side for side in sides if side.holds_focus()]
        free = [side for side in sides if side.source is None]
        (held or free or sides)[0].drop.paste()

    @Slot()
    def swap(self) -> None:
        """Exchange the two pictures."""
        if self._swap.isEnabled():
            self.left.swap(self.right)
            self._changed()

    @Slot()
    def clear(self) -> None:
        """Start again."""
        self.left.clear()
        self.right.clear()
        self.claim.set_card(None)
        self.left.drop.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def try_sample(self) -> None:
        """Two pictures of one person, for who has none at hand."""
        task = self._session.sample()
        task.done.connect(self._fill_sample)
        task.failed.connect(self._sample_failed)

    def _make_tools(self, table: Actions) -> None:
        self.two_button = self._mode(self.tr("Two pictures"))
        self.claim_button = self._mode(self.tr("Claimed name"))
        self._modes = QButtonGroup(self)
        self._modes.addButton(self.two_button, 0)
        self._modes.addButton(self.claim_button, 1)
        self.two_button.setChecked(True)
        focus.one_stop(self._modes)
        self._modes.idClicked.connect(self._mode_clicked)
        self._swap = table.add("compare.swap", self.swap, self)
        self._clear = table.add("compare.clear", self.clear, self)
        table.add_own(self.tr("Paste a picture"), ("Ctrl+V",), self.paste, "", self)
        self.swap_button = button(self.tr("Swap"), "quiet", "swap")
        self.swap_button.setToolTip(self._swap.toolTip())
        self.swap_button.clicked.connect(self._swap.trigger)
        self.clear_button = button(self.tr("Clear"), "quiet")
        self.clear_button.setToolTip(self._clear.toolTip())
        self.clear_button.clicked.connect(self._clear.trigger)
        self.sample_button = button(self.tr("Try it with a sample"), "quiet", "picture")
        self.sample_button.clicked.connect(self.try_sample)
        self.tools.addWidget(self.sample_button)
        for tool in (self.swap_button, self.clear_button, self.two_button, self.claim_button):
            self.tools.addWidget(tool)

    def _mode(self, words: str) -> QPushButton:
        made = button(words)
        made.setCheckable(True)
        return made

    @Slot(float)
    def _rate_changed(self, fmr: float) -> None:
        self._fmr = fmr
        self._rest.start()

    @Slot()
    def _tell_rate(self) -> None:
        self.fmr_changed.emit(self._fmr)

    @Slot(int)
    def _mode_clicked(self, which: int) -> None:
        self.set_claim(which == 1)

    @Slot(object)
    def _fill(self, paths: tuple[Path, Path]) -> None:
        """Two pictures at once fill both sides."""
        if self.is_claim():
            self.set_claim(False)
        self.left.set_source(paths[0])
        self.right.set_source(paths[1])

    @Slot(object)
    def _sample_failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)

    @Slot(object)
    def _fill_sample(self, pair: tuple[Picture, Picture]) -> None:
        self.set_claim(False)
        self.left.set_source(pair[0], self.tr("Sample picture"))
        self.right.set_source(pair[1], self.tr("Another view of it"))

    @Slot(object)
    def _models_changed(self, state: ModelsState) -> None:
        if state.state == "ready":
            self.result.use_model(state.model, state.calibration)
            self.left.retry()
            self.right.retry()
            self._changed()

    @Slot()
    def _changed(self) -> None:
        """Ask for a result where both sides have what it takes; an older question is dropped."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        claimed = self.is_claim()
        first, second, card = self.left, self.right, self.claim.card
        used = [first.source] if claimed else [first.source, second.source]
        settled = not (first.busy or second.busy)
        swappable = not claimed and settled and any(source is not None for source in used)
        anything = any(source is not None for source in (first.source, second.source)) or card is not None
        for action, tool, on in (
            (self._swap, self.swap_button, swappable),
            (self._clear, self.clear_button, anything),
        ):
            action.setEnabled(on)
            tool.setEnabled(on)
        self._offer_sample()
        if claimed and first.side is not None and card is not None and first.source is not None:
            self._ask(self._session.claim(first.source, card.person))
        elif (
            not claimed
            and first.side is not None
            and second.side is not None
            and first.source is not None
            and second.source is not None
        ):
            self._ask(self._session.compare(first.source, second.source))
        else:
            self.result.say(self._wanted())

    @Slot()
    def _offer_sample(self) -> None:
        """Where the sample is at hand and nothing is here yet."""
        sample = any(row.name == PORTRAIT and row.installed for row in self._models.rows)
        self.sample_button.setVisible(sample and not self._clear.isEnabled())

    def _wanted(self) -> str:
        """What is still missing, in words."""
        claimed = self.is_claim()
        if claimed:
            if self.left.source is None:
                return self.tr("Drop a picture of whoever claims a name")
            if self.claim.card is None:
                return self.tr("Choose whose name is claimed")
            sides = [self.left]
        else:
            sides = [self.left, self.right]
            missing = sum(side.source is None for side in sides)
            if missing:
                both = self.tr("Drop a picture on each side")
                return both if missing == 2 else self.tr("Drop one more picture")
        if any(side.failure is not None for side in sides):
            return self.tr("A picture with a face is missing")
        return self.tr("Looking for faces…")

    def _ask(self, task: Task) -> None:
        self._task = task
        self.result.say(self.tr("Comparing…"))
        task.done.connect(lambda found: self._compared(task, found))
        task.failed.connect(lambda failure: self._failed(task, failure))

    def _compared(self, task: Task, found: Comparison) -> None:
        if task is self._task:
            self._task = None
            self.result.show_comparison(found)

    def _failed(self, task: Task, failure: Failure) -> None:
        if task is self._task:
            self._task = None
            self.result.say(failures.sentence(failure), warning=True)
