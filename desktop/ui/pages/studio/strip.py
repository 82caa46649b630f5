"""The strip of states: how the picture came about, each state to look at and to go on from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from desktop.ui import local
from desktop.ui.widgets.tile import Tile
from desktop.work.studio_messages import KeptState

_SIDE = 56
_PAD = 4


class StateTile(Tile):
    """One kept state, its iteration below."""

    def __init__(self, state: KeptState, parent: QWidget | None = None) -> None:
        words = local.whole(state.iteration)
        super().__init__(
            words, state.thumbnail, side=_SIDE, pad=_PAD, lines=1, key=str(state.number), parent=parent
        )
        self.state = state
        spoken = (
            self.tr("Iteration {number}").format(number=words) if state.iteration else self.tr("The start")
        )
        if not state.iteration:
            self.setText(self.tr("Start"))
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def nextCheckState(self) -> None:  # noqa: N802
        """The page decides which one is looked at."""


class Strip(QScrollArea):
    """`chosen` brings the state to look at, or None for the newest: a second click goes back to that."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[tuple[str, int], StateTile] = {}
        self._looked: tuple[str, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("How the picture came about"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        self.setWidget(inside)
        self.setFixedHeight(_SIDE + 3 * _PAD + 18 + 12)  # a line of words and the scroll bar
        self.horizontalScrollBar().rangeChanged.connect(self._grown)

    def tiles(self) -> tuple[StateTile, ...]:
        """The tiles, oldest first."""
        return tuple(self._tiles.values())

    @Slot(object)
    def set_states(self, states: Sequence[KeptState]) -> None:
        """Show these; what is there already stays as it is, so that a strip that grows does not flicker."""
        wanted = {(state.run, state.number): state for state in states}
        for key in self._tiles.keys() - wanted.keys():
            tile = self._tiles.pop(key)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for place, (key, state) in enumerate(wanted.items()):
            if key not in self._tiles:
                tile = StateTile(state)
                tile.clicked.connect(self._clicked)
                tile.opened.connect(self._clicked)
                self._tiles[key] = tile
                self._row.insertWidget(place, tile)
        self._tiles = {key: self._tiles[key] for key in wanted}

    def look(self, state: KeptState | None) -> None:
        """Mark the one that is looked at."""
        self._looked = None if state is None else (state.run, state.number)
        for key, tile in self._tiles.items():
            tile.setChecked(key == self._looked)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel goes along the strip: it has no other way to go."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    @Slot()
    def _clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, StateTile):
            key = (tile.state.run, tile.state.number)
            self.chosen.emit(None if key == self._looked else tile.state)

    @Slot(int, int)
    def _grown(self, _least: int, most: int) -> None:
        if self._looked is None:
            self.horizontalScrollBar().setValue(most)
