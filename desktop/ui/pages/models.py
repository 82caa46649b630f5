"""Models: what is installed, what it is for and under which licence; fetch, import, and choose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import failures, theme
from desktop.ui.pages import models_words
from desktop.ui.pages.fetching import FetchProgress
from desktop.ui.pages.models_offline import OfflineHelp
from desktop.ui.pages.models_row import ModelRow
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dropped import DropPlace, local_paths
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.scroll import column, scrolled
from desktop.weights import own
from desktop.weights.store import Row
from desktop.work.lanes import Task
from desktop.work.messages import Failure, ModelsState

if TYPE_CHECKING:
    from desktop.ui.actions import Actions
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_NO_NETWORK = ("RegistryUnreachable", "NotInRegistry", "PipMissing")
_WIDEST = 1200  # a row whose two ends are further apart is hard to follow


class ModelsPage(Page):
    """Shows what the session lists; the one place that reports a fetch that failed, whoever began it."""

    def __init__(self, core: Core, notices: Notices, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ModelsPage", "Models"), parent=parent)
        self._models = core.models
        self._notices = notices
        self._rows: dict[str, ModelRow] = {}
        self._using: Task | None = None
        place = DropPlace(self, lambda data: bool(_files(data)))
        place.dropped.connect(lambda data: self.bring_files(_files(data)))
        self.import_button = button(self.tr("Import…"), "", "folder")
        self.import_button.clicked.connect(self.choose_files)
        self.fetch_button = button(self.tr("Fetch all that is needed"), "primary", "download")
        self.fetch_button.clicked.connect(self.fetch_needed)
        self.tools.addWidget(self.import_button)
        self.tools.addWidget(self.fetch_button)
        self._panel = QFrame()
        self._panel.setProperty("panel", "surface")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self.progress = FetchProgress()
        inside.addWidget(self.progress)
        self._panel.hide()
        self.body.addWidget(self._panel)
        self.offline = OfflineHelp()
        self.offline.import_button.clicked.connect(self.choose_files)
        self.body.addWidget(self._make_scroll(), 1)
        actions.add("models.fetch", self.fetch_needed, self)
        actions.add("models.import", self.choose_files, self)
        self._models.listed.connect(self._listed)
        self._models.state_changed.connect(self._state_changed)
        self._models.fetching.connect(self._fetching)
        self._show_rows(self._models.rows)
        if self._models.task is not None:
            self._fetching(self._models.task)

    def rows(self) -> tuple[ModelRow, ...]:
        """The rows in the order they are shown."""
        return tuple(self._rows.values())

    @Slot()
    def fetch_needed(self) -> None:
        """Fetch everything that is missing and not optional."""
        missing = [row.name for row in self._lacking()]
        if missing and self._models.task is None:
            self._models.fetch(missing)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files to import; which models they hold is seen from their names."""
        title = self.tr("Choose model files or the wheels that hold them")
        kinds = ";;".join(
            (self.tr("Model files (*.whl *.onnx *.dat *.bin *.png *.jpg)"), self.tr("All files (*)"))
        )
        names = QFileDialog.getOpenFileNames(self, title, "", kinds)[0]
        self.bring_files([Path(name) for name in names])

    def bring_files(self, files: Sequence[Path]) -> None:
        """Import each file for every model it could hold that is not installed yet.

        An ONNX file that none of them comes from is taken for a face model of the user's own.
        """
        for file in files:
            fitting = models_words.belongs(file, self._models.rows)
            wanted = [row for row in fitting if not row.installed or self._damaged() == row.name]
            if not fitting and file.suffix.lower() == ".onnx":
                self._models.import_file(own.name_from(file), file)
            elif not fitting:
                sentence = self.tr(
                    "“{file}” is none of the files listed here; drop it on the row that it belongs to."
                )
                self._notices.warning(sentence.format(file=file.name))
            elif not wanted:
                self._notices.info(
                    self.tr("What “{file}” holds is installed already.").format(file=file.name)
                )
            for row in wanted:
                self._models.import_file(row.name, file)

    def _make_scroll(self) -> QScrollArea:
        inside, self._list = column(_WIDEST)
        self._list.setContentsMargins(0, theme.SPACING.unit, 0, 0)
        self._list.setSpacing(theme.SPACING.margin)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(theme.SPACING.margin)
        self._list.addLayout(self._groups)
        self._list.addWidget(self.offline)
        self._list.addStretch()
        self._scroll = scrolled(inside, self.tr("Models"))
        return self._scroll

    @Slot(object)
    def _listed(self, rows: tuple[Row, ...]) -> None:
        self._show_rows(rows)

    @Slot(object)
    def _state_changed(self, _state: ModelsState) -> None:
        self._refresh()

    @Slot(object)
    def _fetching(self, task: Task) -> None:
        words = self.tr("Importing") if task.title == "import" else self.tr("Fetching")
        self._follow(task, words)
        task.done.connect(self._fetched)

    def _follow(self, task: Task, words: str) -> None:
        self.progress.follow(task, words)
        self._panel.show()
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._refresh()

    @Slot(str, str)
    def _use(self, task: str, name: str) -> None:
        self._using = self._models.use(task, name)
        self._follow(self._using, self.tr("Changing the model"))

    @Slot(str)
    def _fetch_one(self, name: str) -> None:
        self._models.fetch([name])

    @Slot(str, object)
    def _bring(self, name: str, file: Path) -> None:
        self._models.import_file(name, file)

    @Slot(object)
    def _fetched(self, _names: object) -> None:
        self._notices.info(self.tr("The models are installed."))

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        failures.tell(self._notices, failure)
        if failure.kind in _NO_NETWORK:
            # What helps now stands first; it stays there until something is fetched after all.
            self._list.insertWidget(0, self.offline)
            self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _ended(self) -> None:
        self._using = None
        self._panel.setVisible(self.progress.task is not None)
        self._refresh()

    def _show_rows(self, rows: Sequence[Row]) -> None:
        """Make the groups anew only where the set of rows changed; the keyboard stays where it is."""
        groups = models_words.groups(rows)
        if [row.name for group in groups for row in group.rows] != list(self._rows):
            while (item := self._groups.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            self._rows.clear()
            for group in groups:
                self._groups.addWidget(self._make_group(group))
        self._refresh()

    def _make_group(self, group: models_words.Group) -> QWidget:
        made = QWidget()
        made.setAccessibleName(group.title)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(group.title, "heading"))
        column.addWidget(label(group.purpose, "muted", wrap=True))
        column.addSpacing(theme.SPACING.unit)
        card = QFrame()
        card.setProperty("panel", "surface")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for index, row in enumerate(group.rows):
            if index:
                line = QFrame()
                line.setProperty("panel", "line")
                line.setFixedHeight(1)
                inside.addWidget(line)
            shown = ModelRow(row)
            shown.fetch.connect(self._fetch_one)
            shown.use.connect(self._use)
            shown.bring.connect(self._bring)
            self._rows[row.name] = shown
            inside.addWidget(shown)
        column.addWidget(card)
        return made

    @Slot()
    def _refresh(self) -> None:
        rows, damaged = self._models.rows, self._damaged()
        busy = self._models.task is not None or self._using is not None
        for row in rows:
            if row.name in self._rows:
                self._rows[row.name].update_row(
                    row,
                    damaged=damaged in (row.name, *row.parts),
                    choosable=models_words.choosable(row, rows),
                    busy=busy,
                )
        missing = self._lacking()
        self.fetch_button.setVisible(bool(missing))
        self.fetch_button.setEnabled(not busy)
        self.import_button.setEnabled(not busy)
        self.offline.set_missing(missing if not busy else ())
        self.set_subtitle(self._summary(missing, damaged))

    def _summary(self, missing: Sequence[Row], damaged: str) -> str:
        if not self._models.rows:
            return self.tr("Reading what is installed…")
        if damaged:
            return self.tr("A model is damaged; fetch it again.")
        if models_words.lacking(missing, live=True):
            return self.tr("Likeness can't recognise anybody before its models are fetched, once.")
        if missing:
            return self.tr("Recognition is ready. What is missing is for other pages.")
        return self.tr("Everything that Likeness needs is installed.")

    def _lacking(self) -> tuple[Row, ...]:
        damaged = self._damaged()
        missing = models_words.lacking(self._models.rows)
        broken = tuple(row for row in self._models.rows if row.name == damaged and row not in missing)
        return missing + broken

    def _damaged(self) -> str:
        return models_words.damaged(self._models.state)


def _files(data: QMimeData) -> list[Path]:
    """The local files among what is dropped; a file on a server is not read over the network."""
    return [path for path in local_paths(data) if path.is_file()]
