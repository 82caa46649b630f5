"""Where the Studio saves by itself, and the notice that something was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.ui.choices import Choices
from desktop.ui.notices import Kind, Notices

PICTURES = QStandardPaths.StandardLocation.PicturesLocation
MOVIES = QStandardPaths.StandardLocation.MoviesLocation


def folder(choices: Choices, usual: QStandardPaths.StandardLocation) -> Path:
    """The folder that the user chose, else Likeness in the system's folder for such files."""
    if named := choices.now.studio_folder:
        return Path(named)
    return Path(QStandardPaths.writableLocation(usual) or Path.home()) / "Likeness"


def say_saved(notices: Notices, sentence: str, file: Path) -> None:
    """A translated sentence, and a way to the file's folder."""
    place = QUrl.fromLocalFile(str(file.parent))
    words = QCoreApplication.translate("StudioSaving", "Show folder")
    notices.add(Kind.INFO, sentence, action=(words, lambda: QDesktopServices.openUrl(place)))
