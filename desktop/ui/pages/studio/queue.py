"""The queue: many photos, one after another, while one does something else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import failures, local, theme, words
from desktop.ui.choices import Choices
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.pages.studio.queue_row import QueueRow
from desktop.ui.saving import PICTURES, folder
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.drop_area import DropArea
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.segmented import Segmented
from desktop.work.studio_messages import QueueItem, ReadReport

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.queue import QueueSession
    from desktop.work.studio import StudioSession

_OVER = ("done", "failed", "cancelled")


class QueueView(QWidget):
    """Photos come in here; styles and settings are those of the panel beside it."""

    refused = Signal(str)

    def __init__(
        self,
        session: QueueSession,
        studio: StudioSession,
        desk: Desk,
        choices: Choices,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._studio, self._desk, self._choices = session, studio, desk, choices
        self._notices = notices
        self._waiting: tuple[Path, ...] = ()  # dropped before there was a style
        self._rows: dict[int, QueueRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.gap)
        self.drop = DropArea(self.tr("Drop photos, or a folder of them"), folders=True)
        self.drop.setMaximumHeight(200)
        self.drop.chosen.connect(self.take)
        self.drop.refused.connect(self.refused)
        column.addWidget(self.drop)
        column.addLayout(self._choices_row())
        self.ask = QFrame()
        self.ask.setProperty("panel", "surface")
        row = QHBoxLayout(self.ask)
        row.setContentsMargins(theme.SPACING.gap, theme.SPACING.unit, theme.SPACING.unit, theme.SPACING.unit)
        self._ask_words = label("", wrap=True)
        self.add_button = button(self.tr("Add to the queue"), "primary")
        self.add_button.clicked.connect(self._add)
        self.drop_button = button(self.tr("Leave them"))
        self.drop_button.clicked.connect(self._leave)
        row.addWidget(self._ask_words, 1)
        row.addWidget(self.drop_button)
        row.addWidget(self.add_button)
        column.addWidget(self.ask)
        column.addLayout(self._head_row())
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.SPACING.unit)
        self._list.addStretch()
        inside = QWidget()
        inside.setLayout(self._list)
        column.addWidget(scrolled(inside, self.tr("The queue")), 1)
        session.changed.connect(self.fill)
        desk.changed.connect(self._desk_changed)
        self._show_folder()
        self._desk_changed()
        self.fill(session.items)

    def folder(self) -> Path:
        """Where results go."""
        return folder(self._choices, PICTURES)

    @Slot(object)
    def take(self, paths: Sequence[Path]) -> None:
        """Photos, or folders of them: queued at once where there is a style, else kept until there is."""
        self._waiting = (*self._waiting, *paths)
        if self._desk.chosen:
            self._add()
        self._desk_changed()

    @Slot(object)
    def fill(self, items: Sequence[QueueItem]) -> None:
        """Show the queue as it stands."""
        there = {item.key for item in items}
        for key in self._rows.keys() - there:
            row = self._rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, item in enumerate(items):
            if item.key not in self._rows:
                made = QueueRow(item)
                made.cancelled.connect(self._session.cancel)
                made.opened.connect(self._open)
                self._rows[item.key] = made
                self._list.insertWidget(place, made)
            else:
                self._rows[item.key].show_item(item)
            self._picture(self._rows[item.key])
        over = sum(item.phase in _OVER for item in items)
        done = sum(item.phase == "done" for item in items)
        left = [item.remaining for item in items if item.remaining is not None]
        said = self.tr("{done} of {total} done").format(done=local.whole(done), total=local.whole(len(items)))
        if over > done:
            said += "  ·  " + self.tr("{count} not painted").format(count=local.whole(over - done))
        if left and over < len(items):
            said += "  ·  " + words.remaining(max(left))  # each tells when it will be done itself
        self.summary.setText(said)
        for widget in (self.summary, self.pause_button, self.clear_button):
            widget.setVisible(bool(items))
        self.pause_button.setEnabled(over < len(items))
        self.pause_button.setText(self.tr("Go on") if self._session.paused else self.tr("Pause all"))
        self.pause_button.setAccessibleName(self.pause_button.text())
        self.clear_button.setEnabled(over > 0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """An export may have led the results elsewhere meanwhile."""
        super().showEvent(event)
        self._show_folder()

    def rows(self) -> tuple[QueueRow, ...]:
        """The rows in order."""
        return tuple(self._rows.values())

    def _choices_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        row.addWidget(label(self.tr("Results go to")))
        self.folder_words = ElidedLabel("", "muted")
        row.addWidget(self.folder_words, 1)
        self.folder_button = button(self.tr("Change…"), "quiet")
        self.folder_button.setAccessibleName(self.tr("Change where results go"))
        self.folder_button.clicked.connect(self._choose_folder)
        row.addWidget(self.folder_button)
        self.each = Segmented(
            self.tr("Several styles"),
            (
                ("mix", self.tr("Mixed"), self.tr("Each photo once, in all the chosen styles together.")),
                ("each", self.tr("One by one"), self.tr("Each photo once in every chosen style.")),
            ),
        )
        row.addWidget(self.each)
        return row

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        self.summary = label("", "muted", wrap=True)
        self.clear_button = button(self.tr("Clear what is over"), "quiet")
        self.clear_button.clicked.connect(self._session.clear)
        self.pause_button = button(self.tr("Pause all"))
        self.pause_button.clicked.connect(self._pause)
        row.addWidget(self.summary, 1)
        row.addWidget(self.clear_button)
        row.addWidget(self.pause_button)
        return row

    @Slot()
    def _desk_changed(self) -> None:
        styled, count = bool(self._desk.chosen), len(self._waiting)
        self.each.setVisible(len(self._desk.chosen) > 1)
        self.ask.setVisible(bool(count))
        self.add_button.setEnabled(styled)
        if any(path.is_dir() for path in self._waiting):
            what = self.tr("A folder waits")
        else:
            what = self.tr("{pictures} wait").format(pictures=words.amount(count))
            if count == 1:
                what = self.tr("1 picture waits")
        said = self.tr("{what}; press Add to begin.")
        if not styled:
            said = self.tr("{what}; choose a style on the right.")
        self._ask_words.setText(said.format(what=what))

    @Slot()
    def _add(self) -> None:
        desk = self._desk
        if self._waiting and desk.chosen:
            each = self.each.value() == "each" and len(desk.chosen) > 1
            # Masks were painted on another photo.
            self._session.add(self._waiting, desk.unmasked(), desk.recipe, self.folder(), each)
            self._leave()

    @Slot()
    def _leave(self) -> None:
        self._waiting = ()
        self._desk_changed()

    @Slot()
    def _choose_folder(self) -> None:
        title = self.tr("Where results go")
        name = QFileDialog.getExistingDirectory(self.window(), title, str(self.folder()))
        if name:
            self._choices.change(studio_folder=name)
            self._show_folder()

    def _show_folder(self) -> None:
        self.folder_words.setText(str(self.folder()))

    @Slot()
    def _pause(self) -> None:
        if self._session.paused:
            self._session.resume()
        else:
            self._session.pause()
        self.fill(self._session.items)

    @Slot(int)
    def _open(self, key: int) -> None:
        item = self._rows[key].item
        if item.saved_as:
            QDesktopServices.openUrl(QUrl.fromLocalFile(item.saved_as))

    def _picture(self, row: QueueRow) -> None:
        """Read a result once, for its thumbnail."""
        if row.item.phase != "done" or not row.item.saved_as or row.pictured:
            return
        row.pictured = True
        task = self._studio.read([Path(row.item.saved_as)])

        def show(report: ReadReport) -> None:
            if report.pictures and self._rows.get(row.item.key) is row:
                row.set_picture(report.pictures[0].picture)

        task.done.connect(show)
        task.failed.connect(lambda failure: failures.tell(self._notices, failure))
