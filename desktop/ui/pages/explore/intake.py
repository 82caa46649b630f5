"""What is dropped, pasted or chosen: a folder to look at, or a picture to search by."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pictures import SUFFIXES
from desktop.ui.notices import Notices
from desktop.ui.pages.explore.reading import Source
from desktop.ui.widgets import dropped
from desktop.ui.widgets.dropped import DropPlace, could_be_picture


class Intake(QObject):
    """`folder` brings a Source, `file` the path of a picture, `picture` one without a file and its name.

    `welcomed` says that something hovers over the page.
    """

    folder = Signal(object)
    file = Signal(object)
    picture = Signal(object, str)
    welcomed = Signal(bool)

    def __init__(self, page: QWidget, notices: Notices) -> None:
        super().__init__(page)
        self._page, self._notices = page, notices
        place = DropPlace(page, could_be_picture)
        place.welcomed.connect(self.welcomed)
        place.dropped.connect(self._dropped)

    @Slot()
    def ask_folder(self) -> None:
        """Ask for a folder of pictures."""
        title = self.tr("Choose a folder of pictures")
        name = QFileDialog.getExistingDirectory(self._page.window(), title)
        if name:
            self.folder.emit(Source("folder", Path(name)))

    @Slot()
    def ask_file(self) -> None:
        """Ask for a picture to search by."""
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        title = self.tr("Which units does this picture excite?")
        known = self.tr("Pictures ({kinds})").format(kinds=kinds)
        name = QFileDialog.getOpenFileName(self._page.window(), title, "", known)[0]
        if name:
            self.file.emit(Path(name))

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._take(dropped.clipboard(), self.tr("Pasted picture"))

    @Slot(QMimeData)
    def _dropped(self, data: QMimeData) -> None:
        self._take(dropped.found(data), self.tr("Dropped picture"))

    def _take(self, found: dropped.Found, title: str) -> None:
        if found.refusal:
            self._notices.warning(found.refusal)
        elif found.picture is not None:
            self.picture.emit(found.picture, title)
        elif len(found.paths) != 1:
            said = self.tr("Drop one folder of pictures, or one picture to see which units it excites.")
            self._notices.warning(said)
        elif found.paths[0].is_dir():
            self.folder.emit(Source("folder", found.paths[0]))
        else:
            self.file.emit(found.paths[0])
