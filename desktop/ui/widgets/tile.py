"""Thumbnails: a rounded picture with a name below, selectable, in a grid that flows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop.ui import focus, icons, theme
from desktop.ui.images import covered, to_image
from desktop.vectors import Picture


class Tile(QAbstractButton):
    """One picture with a name and a quiet second line. `opened` is a double click or Enter."""

    opened = Signal()

    def __init__(
        self,
        name: str,
        picture: Picture | None = None,
        note: str = "",
        *,
        side: int = theme.SIZES.thumbnail,
        pad: int = theme.SPACING.unit,
        lines: int = 2,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`lines`: 2 shows name and note, 1 the name, 0 neither: the name is then its tooltip alone."""
        super().__init__(parent)
        self.key = key
        self._side, self._pad, self._lines = side, pad, lines
        self._image = QImage()
        self._pixmap: QPixmap | None = None
        self._note = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.state().changed.connect(self._redraw)
        self.say(name, note)
        self.set_picture(picture)

    def say(self, name: str, note: str = "") -> None:
        """Change the words."""
        self.setText(name)
        self._note = note
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(note)
        self.update()

    def set_picture(self, picture: Picture | None) -> None:
        """Change the picture; None shows a person's outline."""
        self._image = QImage() if picture is None else to_image(picture)
        self._redraw()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The picture and its lines."""
        pad = self._pad
        height = self._side + (3 if self._lines else 2) * pad
        for size in ("body", "caption")[: self._lines]:
            height += QFontMetrics(theme.font(size)).height()
        return QSize(self._side + 2 * pad, height)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens; Space selects, as every button does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the grid walks; a button would move on as Tab does
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ground says chosen or pointed at, the ring says keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad, radius = self._pad, theme.RADII.card
        ground = "selected" if self.isChecked() else "surface" if self.underMouse() else ""
        painter.setPen(QPen(theme.colour("accent_text"), 2) if focus.ringed(self) else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        ratio = self.devicePixelRatioF()
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = self._made(ratio)
        painter.drawPixmap(pad, pad, self._pixmap)
        top = pad + self._side + theme.SPACING.half
        written = ((self.text(), "body", "text"), (self._note, "caption", "muted"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags = int(left) | int(Qt.TextFlag.TextDontClip)  # a line of Chinese is higher than the font's own
        for text, size, shade in written[: self._lines]:
            font = theme.font(size)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.colour(shade))
            line = QRect(pad, top, self._side, metrics.height())
            shown = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, flags, shown)
            top += metrics.height() + 1
        painter.end()

    def _made(self, ratio: float) -> QPixmap:
        side, radius = self._side, theme.RADII.control
        if not self._image.isNull():
            return covered(self._image, side, side, radius, ratio)
        made = QPixmap(round(side * ratio), round(side * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), radius, radius)
        inner = side // 3
        corner = (side - inner) // 2
        painter.drawPixmap(corner, corner, icons.pixmap("person", theme.colours().muted, inner, ratio))
        painter.end()
        return made

    @Slot()
    def _redraw(self) -> None:
        self._pixmap = None
        self.update()


class FlowLayout(QLayout):
    """Rows from the left, as many items in each as fit."""

    def __init__(self, parent: QWidget | None = None, gap: int = theme.SPACING.unit) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Append."""
        self._items.append(item)

    def count(self) -> int:
        """How many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """An item, or None beyond the end, which Qt asks for on purpose."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrow means tall."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Height of all rows."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One item's room at least."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """The largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def columns(self) -> int:
        """Items in the first row, as placed now."""
        tops = [item.geometry().top() for item in self._items]
        return sum(1 for top in tops if top == tops[0]) if tops else 0

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.left() + rect.width():
                x, y, row = rect.left(), y + row + self._gap, 0
            if move:
                item.setGeometry(QRect(x, y, size.width(), size.height()))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - rect.top()


class TileGrid(QWidget):
    """Tiles in rows; arrows walk, Space selects, Ctrl+A selects all. `selected` brings the chosen keys."""

    selected = Signal(object)
    opened = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        several: bool = True,
        gap: int = theme.SPACING.unit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._tiles: list[Tile] = []
        self._flow = FlowLayout(self, gap)
        self.setAccessibleName(name)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these; what was chosen stays so where its key is still there. Those shown before may be among
        them, so that a grid that grows does not flicker.
        """
        chosen = set(self.chosen())
        had_focus = next((tile.key for tile in self._tiles if tile.hasFocus()), None)
        before, self._tiles = self._tiles, list(tiles)
        for tile in before:
            self._flow.removeWidget(tile)
            if tile not in self._tiles:
                tile.hide()
                tile.deleteLater()
        for tile in self._tiles:
            tile.setChecked(tile.key in chosen)
            if tile not in before:
                tile.clicked.connect(self._chosen)
                tile.opened.connect(self._opened)
            self._flow.addWidget(tile)
            tile.show()
            if tile.key == had_focus:
                tile.setFocus()
        if set(self.chosen()) != chosen:
            self.selected.emit(self.chosen())

    def tiles(self) -> tuple[Tile, ...]:
        """The tiles in order."""
        return tuple(self._tiles)

    def chosen(self) -> tuple[str, ...]:
        """Keys of the chosen tiles."""
        return tuple(tile.key for tile in self._tiles if tile.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Choose exactly these."""
        for tile in self._tiles:
            tile.setChecked(tile.key in keys)
        self.selected.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tiles leave the keys they do not use to the grid."""
        here = next((index for index, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        columns = max(1, self._flow.columns())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        key = Qt.Key(event.key())
        if here is not None and key in steps:
            goal = here + steps[key]
            if 0 <= goal < len(self._tiles):
                self._tiles[goal].setFocus(Qt.FocusReason.TabFocusReason)
        elif (
            key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._several
        ):
            self.choose([tile.key for tile in self._tiles])
        elif key == Qt.Key.Key_Escape and self.chosen():
            self.choose([])
        else:
            super().keyPressEvent(event)

    @Slot()
    def _chosen(self) -> None:
        if not self._several:
            for tile in self._tiles:
                if tile is not self.sender():
                    tile.setChecked(False)
        self.selected.emit(self.chosen())

    @Slot()
    def _opened(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.opened.emit(sender.key)
