"""What is done with styles on the page: taken from the shelf, given a place with the brush, thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from desktop.style.recipe import Style
from desktop.ui.widgets.dialogs import ConfirmDialog
from desktop.work.studio_messages import PaintedMask, ReadPicture, ShelfStyle

if TYPE_CHECKING:
    from desktop.ui.pages.studio.page import StudioPage


class Styling(QObject):
    """Stands between shelf, cards, canvas and desk; in Live the camera has a style of its own."""

    def __init__(self, page: StudioPage) -> None:
        super().__init__(page)
        self._page = page
        self._painting = -1
        page.shelf.picked.connect(self._picked)
        page.shelf.removal_wanted.connect(self._ask_removal)
        page.styles.place_wanted.connect(self._paint_place)
        page.canvas.mask_done.connect(self.leave_brush)
        page.canvas.mask_painted.connect(self._mask_painted)

    def enter_live(self) -> None:
        """The camera begins with what is chosen for the photo, until something is chosen for it."""
        page = self._page
        if page.desk.chosen and not page.live.has_styles():
            self._live(page.desk.unmasked(), {each.key for each in page.desk.chosen})
        else:
            page.shelf.mark(page.live.keys)

    @Slot()
    def leave_brush(self) -> None:
        """Put the brush away."""
        if self._painting >= 0:
            self._painting = -1
            self._page.canvas.paint_mask(None)
            self._page.styles.set_painting(-1)

    @Slot(object, bool)
    def _picked(self, style: ShelfStyle, as_well: bool) -> None:
        page = self._page
        if page.mode != "live":
            page.intake.pick(style, as_well)
        elif style.kind == "fixed":
            self._live(int(style.key.rpartition("-")[2]), {style.key})
        else:
            task = page.core.shelf.picture(style.key)

            def read(found: ReadPicture) -> None:
                self._live((Style(found.picture, name=style.name),), {style.key})

            task.done.connect(read)
            task.failed.connect(page.notices.failure)

    def _live(self, styles: tuple[Style, ...] | int, keys: set[str]) -> None:
        page = self._page
        page.live.set_styles(styles, frozenset(keys))
        if page.mode == "live":
            page.shelf.mark(page.live.keys)

    @Slot(object)
    def _ask_removal(self, style: ShelfStyle) -> None:
        dialog = ConfirmDialog(
            self.tr("Remove “{name}” from the shelf?").format(name=style.name),
            self.tr("The copy that Likeness keeps is deleted; your own file stays."),
            self.tr("Remove"),
            self._page.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._remove(style.key))
        dialog.open()

    def _remove(self, key: str) -> None:
        task = self._page.core.shelf.remove(key)
        task.failed.connect(self._page.notices.failure)

    @Slot(int)
    def _paint_place(self, place: int) -> None:
        page = self._page
        if place < 0 or page.desk.content is None:
            self.leave_brush()
            return
        self._painting = place
        style = page.desk.styles[place]
        page.canvas.paint_mask(place, style.mask, style.name)
        page.styles.set_painting(place)

    @Slot(object)
    def _mask_painted(self, painted: PaintedMask) -> None:
        self._page.desk.mask(painted.style, painted.mask)
