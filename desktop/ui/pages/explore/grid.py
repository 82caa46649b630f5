"""The grid of a layer's units: each with its strongest patch and its number; only what is seen is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui import focus, theme
from desktop.ui.pages.explore.cutter import drawn
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.cells import in_cells

UNIT = Qt.ItemDataRole.UserRole
"""The role that gives a unit's number."""

_INSET = 4
_TEXT = 18
_LEAST = 72  # the side of a patch; cells grow so that they fill the width
_LOOK_MS = 60

_Index = QModelIndex | QPersistentModelIndex


class Units(QAbstractListModel):
    """The units of a layer in some order, each with the line that stands below its patch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer = ""
        self._units: list[int] = []
        self._notes: Sequence[str] = ()

    def set_units(self, layer: str, units: Sequence[int], notes: Sequence[str]) -> None:
        """Show these; `notes` by unit's number is what stands beside it."""
        same = layer == self.layer and list(units) == self._units
        self._notes = notes
        if same:
            if self._units:
                self.dataChanged.emit(self.index(0), self.index(len(self._units) - 1))
            return
        self.beginResetModel()
        self.layer, self._units = layer, [int(unit) for unit in units]
        self.endResetModel()

    def units(self) -> tuple[int, ...]:
        """In the order they are shown."""
        return tuple(self._units)

    def row_of(self, unit: int) -> int:
        """Where a unit is; -1 where not."""
        return self._units.index(unit) if unit in self._units else -1

    def note(self, unit: int) -> str:
        """What stands beside a unit's number; empty where there is nothing."""
        return self._notes[unit] if unit < len(self._notes) else ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        """Units shown."""
        return 0 if parent.isValid() else len(self._units)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number, what a screen reader says, or the unit."""
        if not index.isValid() or index.row() >= len(self._units):
            return None
        unit = self._units[index.row()]
        if role == UNIT:
            return unit
        if role == Qt.ItemDataRole.DisplayRole:
            return str(unit)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self.tr("Unit {unit} of {layer}").format(unit=unit, layer=self.layer)
            note = self.note(unit)
            return f"{said}, {note}" if note else said
        return None


class _Cell(QStyledItemDelegate):
    """Paints one unit."""

    def __init__(self, view: UnitGrid) -> None:
        super().__init__(view)
        self._view = view
        self.side = _LEAST

    def size(self) -> QSize:
        """Of one cell."""
        return QSize(self.side + 2 * _INSET, self.side + 2 * _INSET + _TEXT)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """The same for all."""
        return self.size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The patch, or its place while it is not there; number and value below."""
        view, unit = self._view, int(index.data(UNIT))
        rect, state = option.rect, option.state
        side = self.side
        area = QRectF(rect.topLeft(), self.size().toSizeF()).adjusted(1, 1, -1, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("selected" if chosen else "raised"))
            painter.drawRoundedRect(area, theme.RADII.control, theme.RADII.control)
        if chosen:
            ringed = bool(state & QStyle.StateFlag.State_HasFocus) and focus.ringed(view)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent_text" if ringed else "accent"), 2 if ringed else 1.5))
            painter.drawRoundedRect(area, theme.RADII.control, theme.RADII.control)
        place = QRect(rect.left() + _INSET, rect.top() + _INSET, side, side)
        pixmap = view.patch(unit)
        if pixmap is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("stage", 0.6))
            painter.drawRoundedRect(QRectF(place), 4, 4)
        else:
            shown = drawn(pixmap, side, view.devicePixelRatioF())
            size = shown.deviceIndependentSize()
            left = place.left() + (side - size.width()) / 2
            painter.drawPixmap(round(left), round(place.top() + (side - size.height()) / 2), shown)
        line = QRect(place.left(), place.bottom() + 2, side, _TEXT)
        painter.setFont(theme.font("caption", bold=chosen))
        painter.setPen(theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, str(unit))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        note = cast(Units, index.model()).note(unit)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | middle, note)
        painter.restore()


class UnitGrid(QListView):
    """Arrows move, digits go to a number, Enter goes on to the patches (`opened`).

    `chosen` brings the unit the user went to, `seen` all that can be seen, in order.
    """

    chosen = Signal(int)
    opened = Signal(int)
    seen = Signal(object)

    def __init__(self, patch: Callable[[int], QPixmap | None], parent: QWidget | None = None) -> None:
        """`patch` gives a unit's strongest patch where it is cut already."""
        super().__init__(parent)
        self.patch = patch
        self.units = Units(self)
        self._quiet = False
        self._look = Throttle(self._tell_seen, _LOOK_MS, self)
        self.setModel(self.units)
        self._cell = cell = _Cell(self)
        self.setItemDelegate(cell)
        in_cells(self, cell.size() + QSize(_INSET, _INSET))
        self.setAccessibleName(self.tr("Units"))
        self.verticalScrollBar().valueChanged.connect(self._look.call)
        self.selectionModel().currentChanged.connect(self._went)
        self.doubleClicked.connect(self._open)
        theme.state().changed.connect(self.viewport().update)

    def show_units(
        self, layer: str, units: Sequence[int], notes: Sequence[str], unit: int, *, top: bool = False
    ) -> None:
        """Show the units of a layer with `unit` chosen; `top` begins with the first.

        Otherwise what is looked at stays where it is, and in another layer the chosen one is brought in view.
        """
        bar = self.verticalScrollBar()
        at, same = bar.value(), layer == self.units.layer
        self._quiet = True
        self.units.set_units(layer, units, notes)
        self._quiet = False
        self.doItemsLayout()
        self.choose(unit, scroll=not same and not top)
        if same or top:
            bar.setValue(0 if top else at)
        self.viewport().update()
        self._look.call()

    def choose(self, unit: int, *, scroll: bool = True) -> None:
        """Choose a unit without saying that the user did."""
        index = self.units.index(self.units.row_of(unit))
        self._quiet = True
        # setCurrentIndex scrolls; what the user looks at stays where it is unless it is to be shown.
        bar = self.verticalScrollBar()
        at = bar.value()
        self.setCurrentIndex(index)
        if not scroll:
            bar.setValue(at)
        self._quiet = False

    def unit(self) -> int | None:
        """The unit that is chosen."""
        index = self.currentIndex()
        return int(index.data(UNIT)) if index.isValid() else None

    def in_sight(self) -> tuple[int, ...]:
        """Units that can be seen now, and a row below them."""
        port = self.viewport().rect()
        step, wide = self.gridSize().height(), max(1, port.width() // self.gridSize().width())
        first = max(0, self.verticalScrollBar().value() // step) * wide
        count = (port.height() // step + 2) * wide
        return self.units.units()[first : first + count]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on to the patches; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As many columns as fit, spread over the width; more or less is seen."""
        wide = self.viewport().width() - 1  # what fills it wholly wraps
        across = max(1, wide // (_LEAST + 3 * _INSET))
        self._cell.side = wide // across - 3 * _INSET
        self.setGridSize(self._cell.size() + QSize(_INSET, _INSET))
        super().resizeEvent(event)
        self._look.call()

    @Slot(QModelIndex, QModelIndex)
    def _went(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.chosen.emit(int(index.data(UNIT)))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(int(index.data(UNIT)))

    def _tell_seen(self) -> None:
        self.seen.emit(self.in_sight())
