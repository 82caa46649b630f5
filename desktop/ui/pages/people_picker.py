"""Choosing one of the enrolled in a small window: for a merge, and for a claimed name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.pages.people_grid import PeopleGrid
from desktop.ui.pages.people_model import PeopleModel
from desktop.ui.pages.people_search import SearchField
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.work.messages import PersonCard

_SIDE = 88


class PersonPicker(QDialog):
    """A search and a grid. Enter, a double click or the button takes who is selected: `picked`."""

    def __init__(
        self,
        title: str,
        what: str,
        take: str,
        people: Sequence[PersonCard],
        *,
        without: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`take` are the words of the button that takes; `without` is the id of somebody not to offer."""
        super().__init__(parent)
        self.picked: PersonCard | None = None
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(4 * (_SIDE + 3 * theme.SPACING.unit) + 72, 520)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.margin,) * 4)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(label(title, "heading", wrap=True))
        self._what = label(what, "muted", wrap=True)
        column.addWidget(self._what)
        self.search = SearchField()
        column.addWidget(self.search)
        self.model = PeopleModel(self)
        self.model.set_people(people)
        self.model.leave_out(without)
        self.grid = PeopleGrid(self.model, _SIDE)
        self.grid.opened.connect(self._take)
        self.grid.selectionModel().selectionChanged.connect(self._follow)
        column.addWidget(self.grid, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        row.addStretch()
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take_button = button(take, "primary")
        self.take_button.setAutoDefault(False)
        self.take_button.clicked.connect(self._take)
        row.addWidget(cancel)
        row.addWidget(self.take_button)
        column.addLayout(row)
        self.search.textChanged.connect(self.model.search)
        self.search.textChanged.connect(self._follow)
        self.search.setFocus()
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down leads from the search to the people; Enter there takes who is found."""
        if event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search and self.model.rowCount():
            self.grid.setCurrentIndex(self.model.index(0))
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.search:
            if self.model.rowCount() == 1:
                self.grid.setCurrentIndex(self.model.index(0))
                self._take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        self.picked = self.grid.chosen()
        if self.picked is not None:
            self.accept()

    @Slot()
    def _follow(self) -> None:
        self.take_button.setEnabled(self.grid.chosen() is not None)
