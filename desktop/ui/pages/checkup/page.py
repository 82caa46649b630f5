"""The page that checks this computer: what `likeness doctor` looks at, with a way to mend each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.doctor.check import Check
from desktop.doctor.report import report
from desktop.ui import failures, theme
from desktop.ui.pages.checkup import words
from desktop.ui.pages.checkup.row import CheckRow
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.progress_row import ProgressRow
from desktop.ui.widgets.scroll import column, scrolled
from desktop.work.lanes import Task

if TYPE_CHECKING:
    from desktop.progress import Progress
    from desktop.ui.notices import Notices
    from desktop.work.core import Core

_WIDEST = 880


class CheckupPage(Page):
    """Looks when asked, never by itself: cameras are opened for it. `show_page` names another page."""

    show_page = Signal(str)

    def __init__(self, core: Core, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("CheckupPage", "Check this computer"), parent=parent)
        self._core, self._session, self._notices = core, core.doctor, notices
        self.rows: list[CheckRow] = []
        self.copy_button = button(self.tr("Copy report"), "", "copy")
        self.copy_button.setToolTip(self.tr("Without paths and names, to pass on"))
        self.copy_button.clicked.connect(self.copy)
        self.again_button = button(self.tr("Check again"), "primary", "refresh")
        self.again_button.clicked.connect(self.look)
        self.tools.addWidget(self.copy_button)
        self.tools.addWidget(self.again_button)
        self._busy = QFrame()
        self._busy.setProperty("panel", "surface")
        self._busy_row = QVBoxLayout(self._busy)
        self._busy_row.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self.progress: ProgressRow | None = None
        self.body.addWidget(self._busy)
        self._stack = QStackedWidget()
        self.blank = EmptyState(
            "checkup",
            self.tr("Does everything work here?"),
            self.tr("Check now"),
            self.tr(
                "Likeness looks at its folder, the disk, the key store, its weights, the device and each "
                "camera, which it opens for a moment."
            ),
        )
        self.blank.clicked.connect(self.look)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self._make_list())
        self.body.addWidget(self._stack, 1)
        self._session.looked.connect(self._looked)
        if self._session.task is not None:
            self._follow(self._session.task)
        self._looked(self._session.checks)

    @Slot()
    def look(self) -> None:
        """Look at everything, once at a time."""
        if self.progress is None:
            self._follow(self._session.look())

    @Slot()
    def copy(self) -> None:
        """Put what was found on the clipboard."""
        QGuiApplication.clipboard().setText(report(self._session.checks))
        self._notices.info(self.tr("The report is copied; it holds no paths and no names."))

    def _make_list(self) -> QWidget:
        inside, rows = column(_WIDEST)
        rows.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setProperty("panel", "surface")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(0, theme.SPACING.half, 0, theme.SPACING.half)
        self._list.setSpacing(0)
        rows.addWidget(card)
        rows.addStretch()
        return scrolled(inside, self.title)

    def _follow(self, task: Task) -> None:
        self.progress = ProgressRow(self.tr("Looking"), pausable=False)
        self.progress.cancelled.connect(task.cancel)
        self._busy_row.addWidget(self.progress)
        task.progressed.connect(self._progressed)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        self._show()

    @Slot(object)
    def _progressed(self, told: Progress) -> None:
        if self.progress is not None:
            what = self.tr("Looking: {what}").format(what=words.title(told.what))
            self.progress.say(what, told.fraction)

    @Slot(object)
    def _failed(self, failure: object) -> None:
        failures.tell(self._notices, failure)  # type: ignore[arg-type]

    @Slot()
    def _ended(self) -> None:
        if self.progress is not None:
            self._busy_row.removeWidget(self.progress)
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None
        self._show()
        if self.isVisible():  # the button that had the keyboard was away meanwhile
            goal = self.again_button if self.rows else self.blank.button
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _looked(self, checks: tuple[Check, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        for check in checks:
            if self.rows:
                rule = QFrame()
                rule.setProperty("panel", "line")
                rule.setFixedHeight(1)
                self._list.addWidget(rule)
            row = CheckRow(check)
            row.wanted.connect(self._help)
            self._list.addWidget(row)
            self.rows.append(row)
        self._show()

    def _show(self) -> None:
        busy, there = self.progress is not None, bool(self.rows)
        self._busy.setVisible(busy)
        self._stack.setVisible(there or not busy)
        self._stack.setCurrentIndex(1 if there else 0)
        self.copy_button.setVisible(there)
        self.again_button.setVisible(there)
        self.again_button.setEnabled(not busy)
        open_ = sum(not row.check.ok for row in self.rows)
        if not there:
            self.set_subtitle("")
        elif not open_:
            self.set_subtitle(self.tr("Everything works."))
        elif open_ == 1:
            self.set_subtitle(self.tr("One thing is to be done."))
        else:
            self.set_subtitle(self.tr("{count} things are to be done.").format(count=open_))

    @Slot(str)
    def _help(self, what: str) -> None:
        if what == "folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._core.home.root.absolute())))
        elif what == "fetch":
            if self._core.models.task is None:
                self._core.models.fetch(None)
            self.show_page.emit("models")  # where its progress is
        else:
            self.show_page.emit(what)
