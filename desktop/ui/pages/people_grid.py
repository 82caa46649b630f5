"""The grid of people: rounded thumbnails with a name and how many pictures stand behind it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui import focus, icons, theme
from desktop.ui.images import covered, to_image
from desktop.ui.pages.people_model import CARD, PeopleModel
from desktop.ui.widgets.cells import in_cells
from desktop.work.messages import PersonCard

_INSET = theme.SPACING.unit
EDGE = _INSET + theme.SPACING.half
"""Pixels between the grid's left edge and its first picture: who places it pulls it out by them."""
_TEXT = 44  # two lines: the name and the count


def portrait(card: PersonCard, side: int, radius: float, ratio: float) -> QPixmap:
    """A person's rounded thumbnail of `side` logical pixels; a drawn figure where there is no picture.

    Made when it is first painted and kept in Qt's own bounded cache, so 5,000 people cost what is on screen.
    """
    if card.thumbnail is None:
        shade = theme.colours()
        key = f"person-{side}-{ratio}-{shade.surface}"
        made = QPixmap()
        if not QPixmapCache.find(key, made):
            made = QPixmap(round(side * ratio), round(side * ratio))
            made.fill(Qt.GlobalColor.transparent)
            made.setDevicePixelRatio(ratio)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(0, 0, side, side), radius, radius)
            figure = icons.pixmap("person", shade.muted, side // 3, ratio)
            painter.drawPixmap(side // 3, side // 3, figure)
            painter.end()
            QPixmapCache.insert(key, made)
        return made
    # The array's id tells a new thumbnail of the same person from the old one; cards keep their array alive.
    key = f"portrait-{card.person}-{id(card.thumbnail)}-{side}-{ratio}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = covered(to_image(card.thumbnail), side, side, radius, ratio)
        QPixmapCache.insert(key, made)
    return made


class _Tile(QStyledItemDelegate):
    """Paints one person. Everything is placed by numbers, so a row costs no layout."""

    def __init__(self, view: QListView, side: int) -> None:
        super().__init__(view)
        self._view = view
        self._side = side

    def size(self) -> QSize:
        """Of one tile."""
        return QSize(self._side + 2 * _INSET, self._side + 2 * _INSET + theme.scaled(_TEXT))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """The same for everyone."""
        return self.size()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Thumbnail, name, count; the chosen one stands on the colour of what is chosen."""
        card: PersonCard | None = index.data(CARD)
        if card is None:
            return
        rect, state = option.rect, option.state
        area = QRectF(rect).adjusted(1, 1, -1, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("selected" if chosen else "surface"))
            painter.drawRoundedRect(area, theme.RADII.card, theme.RADII.card)
        if state & QStyle.StateFlag.State_HasFocus and focus.ringed(self._view):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent_text"), 2))
            painter.drawRoundedRect(area, theme.RADII.card, theme.RADII.card)
        ratio = self._view.devicePixelRatioF()
        left, top = rect.left() + _INSET, rect.top() + _INSET
        painter.drawPixmap(left, top, portrait(card, self._side, theme.RADII.control, ratio))
        line = QRect(left, top + self._side + _INSET - 2, self._side, theme.scaled(20))
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        name = painter.fontMetrics().elidedText(
            " ".join(card.name.split()), Qt.TextElideMode.ElideRight, line.width()
        )
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, place, name)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        model = cast(PeopleModel, index.model())
        painter.drawText(line.translated(0, line.height()), place, model.pictures(card.templates))
        painter.restore()


class PeopleGrid(QListView):
    """The people of a PeopleModel. Arrows move, Enter or a double click opens; `opened` brings the card."""

    opened = Signal(object)  # PersonCard
    left = Signal()  # Esc

    def __init__(
        self, model: PeopleModel, side: int = theme.SIZES.thumbnail, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people = model
        self.setModel(model)
        tile = _Tile(self, side)
        self.setItemDelegate(tile)
        in_cells(self, tile.size() + QSize(_INSET, _INSET))
        self.setAccessibleName(self.tr("People"))
        self.doubleClicked.connect(self._open)
        # An accent in the cache stays right when the scheme changes: only the drawn figure depends on it.
        theme.state().changed.connect(self.viewport().update)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), 64 * 1024))

    def chosen(self) -> PersonCard | None:
        """Who is selected."""
        rows = self.selectedIndexes()
        return self._people.card(rows[0]) if rows else None

    def choose(self, person: str) -> bool:
        """Select a person by id and bring them into view; False where they are not shown."""
        index = self._people.index_of(person)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Esc leaves; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen() is None and self._people.rowCount():
                self.setCurrentIndex(self._people.index(0))
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
            self.left.emit()
            event.ignore()  # a dialog around the grid closes with the same key
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        card = self._people.card(index)
        if card is not None:
            self.opened.emit(card)
