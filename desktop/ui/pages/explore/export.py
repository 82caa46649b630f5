"""Units and their patches, written as one labelled picture or as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.explore.found import Found

if TYPE_CHECKING:
    from desktop.ui.notices import Notices
    from desktop.work.explore import ExploreSession

FEW = 36
"""Units on a sheet that can be taken in at a glance."""


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """What could be written now: a layer's units in the order they are shown, one of them chosen."""

    found: Found
    layer: str
    unit: int
    units: tuple[int, ...]
    whole: bool


class Export(QObject):
    """Asks for a file and writes what `chosen` gives."""

    def __init__(
        self, session: ExploreSession, chosen: Callable[[], Chosen | None], notices: Notices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._chosen, self._notices, self._window = session, chosen, notices, parent

    def ask(self, which: str, suffix: str) -> None:
        """`which` is unit, few or all; `suffix` png or json."""
        chosen = self._chosen()
        if chosen is None:
            return
        kinds = self.tr("PNG picture (*.png)") if suffix == "png" else self.tr("JSON data (*.json)")
        name = f"{chosen.layer}-{chosen.unit}" if which == "unit" else chosen.layer
        title = self.tr("Export the patches")
        file = QFileDialog.getSaveFileName(self._window.window(), title, f"{name}.{suffix}", kinds)[0]
        if file:
            path = Path(file)
            path = path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}")
            self.write(chosen, self.units(chosen, which), path)

    @staticmethod
    def units(chosen: Chosen, which: str) -> tuple[int, ...]:
        """The units that are meant."""
        return {"unit": (chosen.unit,), "few": chosen.units[:FEW]}.get(which, chosen.units)

    def write(self, chosen: Chosen, units: Sequence[int], file: Path) -> None:
        """Write these units."""
        task = self._session.export(chosen.found, chosen.layer, tuple(units), chosen.whole, file)
        task.done.connect(self._written)
        task.failed.connect(self._notices.failure)

    @Slot(object)
    def _written(self, file: Path) -> None:
        self._notices.info(self.tr("The patches were written to “{file}”.").format(file=file.name))
