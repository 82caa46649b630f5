"""Export: the picture as a file, with the settings it was made with and nothing else inside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.style.recipe import Recipe
from desktop.ui import local
from desktop.ui.choices import Choices
from desktop.ui.saving import say_saved
from desktop.ui.widgets.dialogs import Sheet
from desktop.ui.widgets.slider import ValueSlider
from desktop.vectors import Picture

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.studio import StudioSession

FORMATS = ("png", "jpg", "tif")


class QualitySheet(Sheet):
    """How good a JPEG shall be: it is the one kind of file that loses something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("QualitySheet", "How good shall the JPEG be?"),
            QCoreApplication.translate(
                "QualitySheet", "More quality makes a larger file. PNG and TIFF lose nothing."
            ),
            parent,
        )
        self.slider = ValueSlider(
            self.tr("Quality"), 50, 100, 92, steps=50, show=lambda value: local.whole(round(value))
        )
        self.body.addWidget(self.slider)
        self.save_button = self.add_buttons(self.tr("Export"))

    def quality(self) -> int:
        """50..100."""
        return round(self.slider.value())


class Export(QObject):
    """Asks where to, has it written, and says how that went."""

    def __init__(self, session: StudioSession, choices: Choices, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._choices, self._notices = session, choices, notices
        self._window = parent

    def ask(self, picture: Picture, recipe: Recipe, title: str) -> None:
        """Ask for a file and write the picture there."""
        filters = ";;".join(
            (
                self.tr("PNG, without loss (*.png)"),
                self.tr("JPEG, small (*.jpg *.jpeg)"),
                self.tr("TIFF, for printing (*.tif *.tiff)"),
            )
        )
        usual = Path(self._choices.now.studio_folder or Path.home()) / f"{suggested(title)}.png"
        name, kind = QFileDialog.getSaveFileName(
            self._window.window(), self.tr("Export the picture"), str(usual), filters
        )
        if not name:
            return
        path = _suffixed(Path(name), kind)
        if path.suffix.lower() not in (".jpg", ".jpeg"):
            self.save(path, picture, recipe)
            return
        sheet = QualitySheet(self._window.window())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(lambda: self.save(path, picture, recipe, sheet.quality()))
        sheet.open()

    def save(self, path: Path, picture: Picture, recipe: Recipe, quality: int | None = None) -> None:
        """Write it."""
        task = self._session.save(path, picture, recipe, quality)
        task.done.connect(lambda _path: self._saved(path))
        task.failed.connect(self._notices.failure)

    def _saved(self, path: Path) -> None:
        if path.parent != Path.home():
            self._choices.change(studio_folder=str(path.parent))
        say_saved(self._notices, self.tr("Saved as “{name}”.").format(name=path.name), path)


def suggested(title: str) -> str:
    """A file's name from a picture's title."""
    kept = "".join(sign if sign.isalnum() or sign in " -_+" else " " for sign in title)
    return " ".join(kept.split())[:80] or QCoreApplication.translate("Export", "Picture")


def _suffixed(path: Path, kind: str) -> Path:
    """What the user typed, with the ending of the kind that was chosen where it has none of them."""
    if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".tif", ".tiff"):
        return path
    ending = next((suffix for suffix in FORMATS if f"*.{suffix}" in kind), "png")
    return path.with_name(f"{path.name}.{ending}")
