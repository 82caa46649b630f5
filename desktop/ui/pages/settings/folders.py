"""Folders: where pictures and films are saved, and where everything else lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop.ui import saving
from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import ChoiceRow, Row, Section
from desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from desktop.paths import Home


class Folders(Section):
    """The section."""

    def __init__(self, home: Home, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Folders", "Folders"), parent)
        self._home, self._choices = home, choices
        self.choose_button = FolderButton(choices)
        self.saved = ChoiceRow(choices, "studio_folder", self.choose_button)
        about = self.tr("People (locked), weights, kept runs, these settings and the log")
        self.rest = Row(self.tr("Everything else"), about)
        self.rest.show_path(home.root.absolute())
        self.show_button = button(self.tr("Show folder"))
        self.show_button.clicked.connect(self.show_folder)
        self.rest.add(self.show_button)
        for row in (self.saved, self.rest):
            self.add(row)
        choices.changed.connect(self._show)
        self._show()

    @Slot()
    def show_folder(self) -> None:
        """Open the home in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._home.root.absolute())))

    @Slot()
    def _show(self) -> None:
        self.saved.show_path(saving.folder(self._choices, saving.PICTURES))


class FolderButton(QPushButton):
    """Asks for a folder. `changed` brings it."""

    changed = Signal(str)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.setText(self.tr("Choose…"))
        self.setAccessibleName(self.tr("Choose a folder: {what}").format(what=words.title("studio_folder")))
        self.clicked.connect(self.choose)

    def set_value(self, key: str) -> None:
        """The folder stands beside the button; a screen reader says it with the button."""
        self.setToolTip(key)

    @Slot()
    def choose(self) -> None:
        """Ask for another."""
        start = str(saving.folder(self._choices, saving.PICTURES))
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose where to save"), start)
        if name:
            self.changed.emit(str(Path(name).absolute()))
