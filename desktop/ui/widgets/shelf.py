"""The shelf: square pictures of every style at hand, and a place to add one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui import focus, icons, local, theme
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tile import Tile, TileGrid
from desktop.work.studio_messages import ShelfStyle

if TYPE_CHECKING:
    from desktop.work.shelf import ShelfSession

_SIDE = 66
_PAD = 3


def named(style: ShelfStyle) -> ShelfStyle:
    """The style as the user's language calls it; the name of an own one is the user's."""
    if style.kind == "own":
        return style
    if style.kind == "fixed":
        number = local.whole(int(style.key.rpartition("-")[2]) + 1)
        name = QCoreApplication.translate("styles", "Fixed style {number}").format(number=number)
    else:
        name = QCoreApplication.translate("styles", style.name)
    return replace(style, name=name)


class ShelfTile(Tile):
    """One style. A click takes it alone, Ctrl+click or the + on it takes it as well."""

    picked = Signal(str, bool)  # key, as well
    removal_wanted = Signal(str)

    def __init__(self, style: ShelfStyle, *, mixes: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            style.name, style.thumbnail, side=_SIDE, pad=_PAD, lines=0, key=style.key, parent=parent
        )
        self.kind = style.kind
        self._style, self._mixes = style, mixes
        self._plus: QToolButton = icon_button(
            "add", self.tr("Add {name} to the mix").format(name=style.name), size=12, parent=self
        )
        self._plus.setProperty("kind", "onpicture")
        self._plus.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Enter and the menu are its keys
        self._plus.adjustSize()
        self._plus.move(self.sizeHint().width() - self._plus.width() - _PAD - 2, _PAD + 2)
        self._plus.hide()
        self._plus.clicked.connect(lambda: self.picked.emit(self.key, True))

    def shows(self, style: ShelfStyle, *, mixes: bool) -> bool:
        """Whether it is this style's tile already."""
        shown = self._style
        return mixes == self._mixes and style.name == shown.name and style.thumbnail is shown.thumbnail

    def nextCheckState(self) -> None:  # noqa: N802
        """What lies on the desk decides what is marked, not the click."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take it."""
        was_down = self.isDown()
        super().mouseReleaseEvent(event)
        if was_down and self.hitButton(event.position().toPoint()):
            self.picked.emit(self.key, self._as_well(event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two clicks are two clicks."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space take it, with Ctrl as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.key, self._as_well(event.modifiers()))
        elif event.key() == Qt.Key.Key_Delete and self.kind == "own":
            self.removal_wanted.emit(self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Everything that can be done with it."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        use = menu.addAction(self.tr("Use this style"))
        use.triggered.connect(lambda: self.picked.emit(self.key, False))
        if self._mixes:
            add = menu.addAction(self.tr("Add it to the mix"))
            add.triggered.connect(lambda: self.picked.emit(self.key, True))
        if self.kind == "own":
            menu.addSeparator()
            away = menu.addAction(self.tr("Remove from the shelf…"))
            away.triggered.connect(lambda: self.removal_wanted.emit(self.key))
        menu.popup(event.globalPos() or self.mapToGlobal(QPoint(0, self.height())))

    def event(self, event: QEvent) -> bool:
        """The + is there while the pointer is."""
        if event.type() == QEvent.Type.HoverEnter:
            self._plus.setVisible(self._mixes and not self.isChecked())
        elif event.type() == QEvent.Type.HoverLeave:
            self._plus.hide()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A chosen one has a frame: behind so small a picture a ground is hardly seen."""
        super().paintEvent(event)
        if self.isChecked() and not focus.ringed(self):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADII.card, theme.RADII.card)
            painter.end()

    def _as_well(self, modifiers: Qt.KeyboardModifier) -> bool:
        return self._mixes and bool(modifiers & Qt.KeyboardModifier.ControlModifier)


class AddTile(Tile):
    """The last place of the grid: a picture of one's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", side=_SIDE, pad=_PAD, lines=0, key="", parent=parent)
        self.say(self.tr("Add your own style…"))
        self.setCheckable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space ask for a picture."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """A dashed place with a plus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = focus.ringed(self)
        pen = QPen(theme.colour("accent_text" if ringed else "edge"), 2 if ringed else 1.25)
        if not ringed:
            pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("raised") if self.underMouse() else Qt.BrushStyle.NoBrush)
        place = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawRoundedRect(place, theme.RADII.control, theme.RADII.control)
        sign = icons.pixmap("add", theme.colours().muted, 20, self.devicePixelRatioF())
        painter.drawPixmap(self.rect().center() - QPoint(9, 9), sign)
        painter.end()


class Shelf(QWidget):
    """`picked` brings a style and whether it is taken as well; `add_wanted` is the + at the end.

    `fixed` styles have a network of their own and no picture: they are shown where only they fit, in Live.
    """

    picked = Signal(object, bool)
    add_wanted = Signal()
    removal_wanted = Signal(object)

    def __init__(self, session: ShelfSession, *, mixes: bool = True, parent: QWidget | None = None) -> None:
        """`mixes`: styles can be taken together where pictures stand still; a film takes one."""
        super().__init__(parent)
        self._session = session
        self._live, self._mixes = False, mixes
        self._marked: frozenset[str] = frozenset()
        self._known: dict[str, ShelfTile] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACING.unit)
        self.grid = TileGrid(self.tr("Styles at hand"), gap=2)
        self.fixed_words = label(self.tr("For Live only"), "caption")
        self.fixed_grid = TileGrid(self.tr("Styles for Live only"), gap=2)
        for widget in (self.grid, self.fixed_words, self.fixed_grid):
            column.addWidget(widget)
        self.add_tile = AddTile()
        self.add_tile.clicked.connect(self.add_wanted)
        session.changed.connect(self.fill)
        self.fill(session.styles)

    def set_live(self, on: bool) -> None:
        """Show what fits to moving pictures: one style at a time, the fixed ones too."""
        if on != self._live:
            self._live = on
            self.fill(self._session.styles)

    @Slot(object)
    def fill(self, styles: Sequence[ShelfStyle]) -> None:
        """Show these."""
        styles = [named(style) for style in styles]
        own = [self._tile(style) for style in styles if style.kind != "fixed"]
        fixed = [self._tile(style) for style in styles if style.kind == "fixed" and self._live]
        self._known = {tile.key: tile for tile in (*own, *fixed)}
        self.grid.set_tiles([*own, self.add_tile])
        self.fixed_grid.set_tiles(fixed)
        for widget in (self.fixed_words, self.fixed_grid):
            widget.setVisible(bool(fixed))
        self.mark(self._marked)

    def mark(self, keys: frozenset[str]) -> None:
        """Frame those that lie on the desk."""
        self._marked = keys
        for tile in (*self.grid.tiles(), *self.fixed_grid.tiles()):
            tile.setChecked(bool(tile.key) and tile.key in keys)

    def tile(self, key: str) -> ShelfTile | None:
        """The tile of a style."""
        for tile in (*self.grid.tiles(), *self.fixed_grid.tiles()):
            if tile.key == key and isinstance(tile, ShelfTile):
                return tile
        return None

    def style_of(self, key: str) -> ShelfStyle | None:
        """A style by its key."""
        return next((named(style) for style in self._session.styles if style.key == key), None)

    def _tile(self, style: ShelfStyle) -> ShelfTile:
        known, mixes = self._known.get(style.key), self._mixes and not self._live
        if known is not None and known.shows(style, mixes=mixes):
            return known
        made = ShelfTile(style, mixes=mixes)
        made.picked.connect(self._picked)
        made.removal_wanted.connect(self._removal_wanted)
        return made

    @Slot(str, bool)
    def _picked(self, key: str, as_well: bool) -> None:
        style = self.style_of(key)
        if style is not None:
            self.picked.emit(style, as_well)

    @Slot(str)
    def _removal_wanted(self, key: str) -> None:
        style = self.style_of(key)
        if style is not None:
            self.removal_wanted.emit(style)
