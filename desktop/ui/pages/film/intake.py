"""What comes in: films, stacks and styles, by drop, dialog or from the shelf; and where results go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pictures import SUFFIXES
from desktop.style.recipe import Style
from desktop.ui.notices import Notices
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.ui.widgets.dropped import found
from desktop.work.lanes import Task
from desktop.work.studio_messages import ReadPicture, ShelfStyle

if TYPE_CHECKING:
    from desktop.work.film_messages import FilmCard
    from desktop.work.shelf import ShelfSession

_TIFF = (".tif", ".tiff")
_FILMS = "*.mp4 *.mov *.m4v *.mkv *.avi *.webm"


class FilmIntake(QObject):
    """`film_chosen` brings a path, `style_chosen` a Style and its place on the shelf."""

    film_chosen = Signal(object)
    style_chosen = Signal(object, str)

    def __init__(self, shelf: ShelfSession, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._shelf, self._notices, self._window = shelf, notices, parent
        self._picking: Task | None = None

    def take(self, data: QMimeData) -> None:
        """What was dropped: a picture is a style, everything else a film. A TIFF may be a stack of slices."""
        what = found(data)
        if what.refusal:
            self._notices.warning(what.refusal)
        elif what.picture is not None:
            self._shelve(self.tr("Pasted picture"), what.picture)
        for path in what.paths:
            if path.suffix.lower() in SUFFIXES and path.suffix.lower() not in _TIFF and path.is_file():
                self.to_style(path)
            else:
                self.film_chosen.emit(path)

    @Slot()
    def ask_film(self) -> None:
        """Choose a film, or a TIFF with slices."""
        kinds = self.tr("Films and stacks ({kinds})").format(kinds=f"{_FILMS} *.tif *.tiff")
        filters = ";;".join((kinds, self.tr("All files (*)")))
        name = QFileDialog.getOpenFileName(self._window, self.tr("Open a film"), "", filters)[0]
        if name:
            self.film_chosen.emit(Path(name))

    @Slot()
    def ask_folder(self) -> None:
        """Choose a folder of slices."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of slices"))
        if name:
            self.film_chosen.emit(Path(name))

    @Slot()
    def ask_style(self) -> None:
        """Choose a picture as a style."""
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        filters = ";;".join((self.tr("Pictures ({kinds})").format(kinds=kinds), self.tr("All files (*)")))
        name = QFileDialog.getOpenFileName(self._window, self.tr("Add your own style"), "", filters)[0]
        if name:
            self.to_style(Path(name))

    def ask_out(self, card: FilmCard, style: str) -> Path | None:
        """Where the result is to go; None where the user thought better of it."""
        place = self._place(card)
        stem = card.path.stem
        if style:
            stem = self.tr("{film} in {style}").format(film=stem, style=style)
        title = self.tr("Paint into")
        if card.path.is_dir():
            name = QFileDialog.getSaveFileName(
                self._window, title, str(place / stem), self.tr("Folders (*)")
            )[0]
            return Path(name).with_suffix("") if name else None
        kinds = self.tr("TIFF with pages (*.tif)") if card.stack else "MP4 (*.mp4);;MOV (*.mov);;MKV (*.mkv)"
        suffix = ".tif" if card.stack else ".mp4"
        name = QFileDialog.getSaveFileName(self._window, title, str(place / (stem + suffix)), kinds)[0]
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_name(path.name + suffix)

    def pick(self, style: ShelfStyle) -> None:
        """A style from the shelf; of two asked for quickly the later counts."""
        self.pick_key(style.key)

    def pick_key(self, key: str) -> None:
        """A style by the shelf's name for it."""
        if self._picking is not None:
            self._picking.cancel()
        self._picking = task = self._shelf.picture(key)

        def chosen(read: ReadPicture) -> None:
            if task is self._picking:
                self.style_chosen.emit(Style(read.picture, name=read.name), key)

        task.done.connect(chosen)
        task.failed.connect(self._notices.failure)

    def to_style(self, path: Path) -> None:
        """A picture file as a style; it goes on the shelf, as it does in the Studio."""
        task = self._shelf.read(path)
        task.done.connect(lambda read: self._shelve(read.name, read.picture))
        task.failed.connect(self._notices.failure)

    @Slot(object)
    def ask_removal(self, style: ShelfStyle) -> None:
        """Ask, and take one of the user's own styles from the shelf."""
        dialog = ConfirmDialog(
            self.tr("Remove “{name}” from the shelf?").format(name=style.name),
            self.tr("The copy that Likeness keeps is deleted; your own file stays."),
            self.tr("Remove"),
            self._window.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._shelf.remove(style.key).failed.connect(self._notices.failure))
        dialog.open()

    def _shelve(self, name: str, picture: object) -> None:
        """Use a picture as the style at once, and keep it on the shelf."""
        style = Style(picture, name=name)  # type: ignore[arg-type]
        task = self._shelf.add(name, style.picture)
        task.done.connect(lambda key: self.style_chosen.emit(style, key))
        task.failed.connect(self._notices.failure)
        self.style_chosen.emit(style, "")

    @staticmethod
    def _place(card: FilmCard) -> Path:
        movies = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        return card.path.parent if not movies or card.stack else Path(movies)
