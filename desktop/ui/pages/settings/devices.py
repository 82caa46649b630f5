"""Where the networks run: the devices that are here, and what each would do to speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.progress import Progress
from desktop.ui import failures, local, theme
from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import ChoiceRow, Row, Section
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.picker import Picker
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.work.lanes import Task
from desktop.work.messages import DeviceSpeed, ModelsState

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.core import Core


class Devices(Section):
    """The section: the choice, and a line for each device that was measured."""

    def __init__(self, core: Core, choices: Choices, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Devices", "Speed"), parent)
        self._devices, self._models, self._notices = core.devices, core.models, notices
        self.picker = Picker(words.title("device"), (), words=self._words)
        self.choice = ChoiceRow(choices, "device", self.picker)
        self.add(self.choice)
        self.measure_button = button(self.tr("Measure"), "", "speed")
        self.measure_button.clicked.connect(self.measure)
        self._speed = Row(self.tr("How fast is each device?"), "", self.measure_button)
        self.add(self._speed)
        found = QWidget()
        inside = QVBoxLayout(found)
        inside.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, theme.SPACING.unit)
        inside.setSpacing(theme.SPACING.unit)
        self.add(found, line=False)
        self._told_lines: list[QLabel] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.SPACING.half)
        inside.addLayout(self._lines)
        self._busy = inside
        self.progress: ProgressRow | None = None
        self._devices.changed.connect(self._show)
        self._models.state_changed.connect(self._say_now)
        self._show(self._devices.devices)
        self._say_now(self._models.state)
        if self._devices.task is not None:
            self._follow(self._devices.task)

    def lines(self) -> list[str]:
        """What is said of each device."""
        return [line.accessibleName() for line in self._told_lines]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Which there are is asked once somebody looks: it loads torch."""
        super().showEvent(event)
        self._devices.look()

    @Slot()
    def measure(self) -> None:
        """Measure every device."""
        self._follow(self._devices.measure())

    def _follow(self, task: Task) -> None:
        self.measure_button.setEnabled(False)
        self.progress = ProgressRow(failures.stage("Measuring"), pausable=False)
        self.progress.cancelled.connect(task.cancel)
        self._busy.addWidget(self.progress)
        task.progressed.connect(self._progressed)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)

    @Slot(object)
    def _progressed(self, told: object) -> None:
        if isinstance(told, Progress) and self.progress is not None:
            self.progress.say(failures.stage(told.what), told.fraction)

    @Slot(object)
    def _failed(self, failure: object) -> None:
        failures.tell(self._notices, failure)  # type: ignore[arg-type]

    @Slot()
    def _ended(self) -> None:
        self.measure_button.setEnabled(True)
        if self.progress is not None:
            if self.progress.isAncestorOf(self.window().focusWidget() or self.window()):
                self.measure_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._busy.removeWidget(self.progress)
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None

    @Slot(object)
    def _show(self, devices: tuple[DeviceSpeed, ...]) -> None:
        offered = ["auto", *(one.name for one in devices)]
        self.picker.set_options([(name, self._words(name)) for name in offered])
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        measured = [one for one in devices if one.faces is not None or one.painting is not None]
        self._told_lines = []
        for one in measured:
            text = f"{words.device(one.name, devices)} · {self._told(one)}"
            line = label(text, wrap=True)
            line.setAccessibleName(text)
            self._lines.addWidget(line)
            self._told_lines.append(line)
        about = self.tr("Faces recognised in a second, and seconds until an instant picture is there")
        beside = self.tr("Measured beside whatever else was going on.")
        self._speed.say(beside if measured else about)

    def _told(self, one: DeviceSpeed) -> str:
        """“58 faces a second, an instant picture in 0.08 s”; what is not installed is said."""
        lacking = self.tr("its weights are not installed")
        faces = lacking if one.faces is None else self.tr("{count} faces a second")
        painting = lacking if one.painting is None else self.tr("an instant picture in {seconds} s")
        faces = faces.format(count=local.whole(round(one.faces or 0)))
        painting = painting.format(seconds=local.decimal(one.painting or 0, 2))
        if one.faces is None:
            faces = self.tr("recognition: {why}").format(why=faces)
        if one.painting is None:
            painting = self.tr("Studio: {why}").format(why=painting)
        return f"{faces} · {painting}"

    def _words(self, name: str) -> str:
        return words.device(name, self._devices.devices)

    @Slot(object)
    def _say_now(self, state: ModelsState) -> None:
        if state.state == "ready":
            now = self.tr("Recognition runs on: {device}. Long jobs under way end where they began.")
            self.choice.say(now.format(device=state.device))
        elif state.state == "loading":
            self.choice.say(self.tr("Loading…"))
        elif state.failure is not None:
            self.choice.say(failures.sentence(state.failure))
        else:
            self.choice.say(self.tr("Counts at once; long jobs under way end where they began."))
