"""Which networks are in use; they are chosen on the Models page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import Row, Section
from desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from desktop.work.core import Core


class Models(Section):
    """The section: a line for each network that the user can choose, and one for a trained head."""

    def __init__(self, core: Core, show: Callable[[], object], parent: QWidget | None = None) -> None:
        """`show` shows the Models page."""
        super().__init__(QCoreApplication.translate("Models", "Models"), parent)
        self._core = core
        self.rows = {"embed": Row(words.title("use_embed"), ""), "detect": Row(words.title("use_detect"), "")}
        for row in self.rows.values():
            self.add(row)
        self.open_button = button(self.tr("Open Models"))
        self.open_button.clicked.connect(show)
        self.rows["embed"].add(self.open_button)
        core.models.listed.connect(self._show)
        core.learn.in_use_changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        used = {row.task: row.title for row in self._core.models.rows if row.used}
        for task, row in self.rows.items():
            row.say(used.get(task, ""))
        head = self._core.learn.in_use
        if head is not None and head.title and "embed" in used:
            told = self.tr("{model}, with what was learnt from {head}")
            self.rows["embed"].say(told.format(model=used["embed"], head=head.title))
