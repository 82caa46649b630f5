"""What comes in, and what becomes of it: a photo, a style, or work for the queue.

Asks nothing. The first picture on an empty canvas is the photo, further ones are styles; on a canvas with
a photo alone the next one is its style; with both there it is a new photo, and a notice offers it as a style.
Whatever is dropped on the panel of styles is a style.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pictures import SUFFIXES
from desktop.style.recipe import Recipe, Style
from desktop.ui import failures, words
from desktop.ui.notices import Kind
from desktop.ui.pages.studio.desk import Desk
from desktop.vectors import Picture
from desktop.work.lanes import Task
from desktop.work.studio_messages import ReadPicture, ReadReport, ShelfStyle

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.shelf import ShelfSession
    from desktop.work.studio import StudioSession

MANY = 5
"""From so many pictures on they are meant for the queue."""


class Intake(QObject):
    """`many` brings paths that the user wants in the queue, `restored` settings found inside a picture."""

    many = Signal(object)
    restored = Signal(object)

    def __init__(
        self,
        session: StudioSession,
        shelf: ShelfSession,
        desk: Desk,
        notices: Notices,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._shelf, self._desk, self._notices = session, shelf, desk, notices
        self._window = parent
        self._picking: Task | None = None

    # The ways in.

    @Slot(object)
    def to_canvas(self, paths: Sequence[Path]) -> None:
        """Files or folders dropped on the canvas."""
        if len(paths) >= MANY or any(path.is_dir() for path in paths):
            self._offer_queue(paths)
        else:
            self._read(paths, self._place)

    @Slot(object)
    def to_styles(self, paths: Sequence[Path]) -> None:
        """Files dropped on the panel: styles, which stay on the shelf."""
        if any(path.is_dir() for path in paths):
            self._offer_queue(paths)
        else:
            self._read(paths, self._shelve)

    @Slot(object)
    def paste_on_canvas(self, picture: Picture) -> None:
        """A picture without a file, for the canvas."""
        self._place((ReadPicture(self.tr("Pasted picture"), picture),))

    @Slot(object)
    def paste_in_styles(self, picture: Picture) -> None:
        """A picture without a file, as a style."""
        self._shelve((ReadPicture(self.tr("Pasted picture"), picture),))

    @Slot()
    def ask_photo(self) -> None:
        """Choose a photo in a dialog; this one is never taken for a style."""
        name = QFileDialog.getOpenFileName(self._window, self.tr("Open a photo"), "", self._filters())[0]
        if name:
            self._read([Path(name)], self._lay_first)

    @Slot()
    def ask_style(self) -> None:
        """Choose pictures in a dialog, as styles."""
        title = self.tr("Add your own styles")
        names = QFileDialog.getOpenFileNames(self._window, title, "", self._filters())[0]
        if names:
            self._read([Path(name) for name in names], self._shelve)

    @Slot(object, bool)
    def pick(self, style: ShelfStyle, as_well: bool) -> None:
        """A style from the shelf; of two asked for quickly the later counts, unless both were to be mixed."""
        if self._picking is not None and not as_well:
            self._picking.cancel()
        task = self._shelf.picture(style.key)
        self._picking = task

        def chosen(found: ReadPicture) -> None:
            if as_well or task is self._picking:
                made = Style(found.picture, name=style.name)
                (self._desk.add if as_well else self._desk.choose)(made, style.key)

        task.done.connect(chosen)
        task.failed.connect(self._notices.failure)

    def sample(self, photo: Path, style: ShelfStyle | None) -> None:
        """A photo and a style to begin with."""
        self._read([photo], self._lay_first)
        if style is not None and not self._desk.chosen:
            self.pick(style, False)

    # What becomes of it.

    def _read(self, paths: Sequence[Path], then: Callable[[Sequence[ReadPicture]], None]) -> None:
        task = self._session.read(tuple(paths))

        def arrived(report: ReadReport) -> None:
            for _name, failure in report.skipped:
                failures.tell(self._notices, failure)
            for remark in report.remarks:
                self._notices.info(failures.sentence(remark))
            if report.pictures:
                then(report.pictures)

        task.done.connect(arrived)
        task.failed.connect(self._notices.failure)

    def _place(self, pictures: Sequence[ReadPicture]) -> None:
        first = pictures[0]
        if len(pictures) == 1 and first.recipe is not None:
            self._restore(first, first.recipe)
        elif self._desk.content is None:
            self._lay(first)
            self._style(pictures[1:])
        elif len(pictures) > 1 or not self._desk.chosen:
            self._style(pictures)
        else:
            before, title, file = self._desk.content, self._desk.title, self._desk.file
            self._lay(first)
            self._notices.add(
                Kind.INFO,
                self.tr("“{name}” is the photo now.").format(name=first.name),
                action=(self.tr("Use it as a style"), lambda: self._swap(first, before, title, file)),
            )

    def _lay_first(self, pictures: Sequence[ReadPicture]) -> None:
        self._lay(pictures[0])

    def _lay(self, picture: ReadPicture) -> None:
        self._desk.set_content(picture.picture, stem(picture.name), picture.path)

    def _swap(self, picture: ReadPicture, before: Picture, title: str, file: Path | None) -> None:
        """The new photo was meant as a style: the photo before comes back."""
        self._desk.set_content(before, title, file)
        self._style((picture,))

    def _style(self, pictures: Sequence[ReadPicture]) -> None:
        """Use these as styles; the first takes the place of what was chosen, the rest is mixed in."""
        for place, picture in enumerate(pictures):
            style = Style(picture.picture, name=stem(picture.name))
            (self._desk.add if place else self._desk.choose)(style, "", picture.path)

    def _shelve(self, pictures: Sequence[ReadPicture]) -> None:
        """Use these, and keep them at hand."""
        self._style(pictures)
        for picture in pictures:
            task = self._shelf.add(stem(picture.name), picture.picture)
            task.done.connect(lambda key, name=picture.name: self._shelved(key, stem(name)))
            task.failed.connect(self._notices.failure)

    def _shelved(self, key: str, name: str) -> None:
        self._notices.info(
            self.tr("“{name}” is on the shelf.").format(name=name), undo=lambda: self._shelf.remove(key)
        )

    def _restore(self, picture: ReadPicture, recipe: Recipe) -> None:
        self.restored.emit(recipe)
        self._notices.add(
            Kind.INFO,
            self.tr("The settings of “{name}” are restored.").format(name=picture.name),
            action=(self.tr("Use it as the photo"), lambda: self._lay(picture)),
        )

    def _offer_queue(self, paths: Sequence[Path]) -> None:
        folder = any(path.is_dir() for path in paths)
        what = self.tr("A folder") if folder else words.amount(len(paths))
        self._notices.add(
            Kind.INFO,
            self.tr("{what} at once: the queue paints them one after another.").format(what=what),
            action=(self.tr("Put into the queue"), lambda: self.many.emit(tuple(paths))),
        )

    def _filters(self) -> str:
        kinds = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        return ";;".join((self.tr("Pictures ({kinds})").format(kinds=kinds), self.tr("All files (*)")))


def stem(name: str) -> str:
    """What a person would call a picture in a file of this name."""
    before, dot, ending = name.rpartition(".")
    named = before if dot and f".{ending.lower()}" in SUFFIXES else name
    return " ".join(named.replace("_", " ").split()) or name
