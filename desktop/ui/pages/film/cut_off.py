"""The films that were cut off, each with a way to go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.ui import local, theme
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from desktop.work.film_messages import CutOff

_MOST = 3


class CutOffList(QFrame):
    """`go_on` and `forget` bring the CutOff that was chosen."""

    go_on = Signal(object)
    forget = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("Films that were cut off"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        self._column.setSpacing(theme.SPACING.unit)
        self._rows: list[QWidget] = []
        self.go_on_buttons: list[QPushButton] = []

    def fill(self, films: Sequence[CutOff]) -> None:
        """Show the newest few."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.go_on_buttons = [], []
        for film in films[:_MOST]:
            row = self._row(film)
            self._rows.append(row)
            self._column.addWidget(row)

    def __len__(self) -> int:
        return len(self._rows)

    def _row(self, film: CutOff) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.unit)
        told = self.tr("“{film}” in “{style}” was cut off").format(
            film=film.work.source.name, style=film.work.style.name
        )
        row.addWidget(ElidedLabel(told), 1)
        done = self.tr("{done} of {total} are finished").format(
            done=local.whole(film.frames), total=local.whole(max(film.total, film.frames))
        )
        row.addWidget(label(done, "caption"))
        on = button(self.tr("Go on"), "quiet", "play")
        on.setAccessibleDescription(told)
        on.clicked.connect(lambda: self.go_on.emit(film))
        self.go_on_buttons.append(on)
        row.addWidget(on)
        away = icon_button("close", self.tr("Forget what is finished of “{film}”").format(
            film=film.work.source.name
        ), size=16)  # fmt: skip
        away.clicked.connect(lambda: self.forget.emit(film))
        row.addWidget(away)
        return place
