"""Who belongs to which group: a table to fill in, or a file to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class LabelDialog(QDialog):
    """A column to write groups into; `given` brings groups by name, `file_given` a CSV file instead."""

    given = Signal(object)
    file_given = Signal(object)

    def __init__(
        self, names: Sequence[str], labels: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Label people"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.margin,) * 4)
        column.setSpacing(theme.SPACING.gap)
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addWidget(
            label(
                self.tr(
                    "Write a group beside each name; whoever has none is left out. Nothing of it is kept."
                ),
                "muted",
                wrap=True,
            )
        )
        self.table = QTableWidget(len(names), 2)
        self.table.setAccessibleName(self.tr("Groups"))
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Group")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().hide()
        for inner in self.table.findChildren(QWidget):
            if not inner.accessibleName():
                inner.setAccessibleName(self.table.accessibleName())
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        for row, name in enumerate(names):
            who = QTableWidgetItem(name)
            who.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, 0, who)
            self.table.setItem(row, 1, QTableWidgetItem(labels.get(name, "")))
        if names:
            self.table.setCurrentCell(0, 1)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACING.unit)
        read = button(self.tr("Read a CSV file…"), "quiet", "folder")
        read.setAutoDefault(False)
        read.clicked.connect(self.choose_file)
        cancel = button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.take_button = button(self.tr("Measure groups"), "primary")
        self.take_button.setAutoDefault(False)
        self.take_button.clicked.connect(self._take)
        foot.addWidget(read)
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self.take_button)
        column.addLayout(foot)
        self.table.itemChanged.connect(self._follow)
        self._follow()

    def labels(self) -> dict[str, str]:
        """Groups by name, as they are written."""
        rows = [(self.table.item(row, 0), self.table.item(row, 1)) for row in range(self.table.rowCount())]
        found = {
            who.text(): group.text().strip() for who, group in rows if who is not None and group is not None
        }
        return {name: group for name, group in found.items() if group}

    @Slot()
    def choose_file(self) -> None:
        """Ask for a CSV file."""
        kinds = self.tr("CSV files (*.csv);;All files (*)")
        name = QFileDialog.getOpenFileName(self, self.tr("Read groups"), "", kinds)[0]
        if name:
            self.file_given.emit(Path(name))
            self.accept()

    @Slot()
    def _take(self) -> None:
        self.given.emit(self.labels())
        self.accept()

    @Slot()
    def _follow(self) -> None:
        self.take_button.setEnabled(bool(self.labels()))
