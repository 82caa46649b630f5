"""The panel on the right: styles, look, size, what only experts want, and the curve; each folds away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from desktop.style.recipe import Recipe
from desktop.ui import theme
from desktop.ui.pages.studio.controls import LookControls, SizeControls
from desktop.ui.pages.studio.desk import Desk
from desktop.ui.pages.studio.more import MoreControls
from desktop.ui.pages.studio.styles import ChosenStyles
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.curve import LossCurve
from desktop.ui.widgets.dropped import DropPlace, found
from desktop.ui.widgets.fold import Fold
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from desktop.work.shelf import ShelfSession
    from desktop.work.studio_messages import Point

WIDTH = 328


class Panel(QFrame):
    """`dropped`, `pasted` and `refused` are of pictures dragged here: they are styles."""

    dropped = Signal(object)
    pasted = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, shelf: ShelfSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mode = "picture"
        self.setProperty("panel", "surface")
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(self.tr("Styles and settings"))
        outer = QVBoxLayout(self)
        edge = theme.SPACING.unit
        outer.setContentsMargins(theme.SPACING.gap, edge, theme.SPACING.half, edge)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area = scrolled(inside, self.accessibleName())
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        outer.setSpacing(0)
        outer.addWidget(self._area, 1)
        self.chosen = ChosenStyles(desk)
        self.shelf = Shelf(shelf)
        self.look = LookControls()
        self.size_ = SizeControls()
        self.more = MoreControls()
        self.curve = LossCurve()
        self.styles_fold = self._fold(self.tr("Styles"), self.chosen, self.shelf)
        self.look_fold = self._fold(self.tr("Look"), self.look)
        self.size_fold = self._fold(self.tr("Size and detail"), self.size_)
        self.more_fold = self._fold(self.tr("More"), self.more, opened=False)
        self.add_button = icon_button("add", self.tr("Add your own style…"), colour="muted", size=16)
        self.styles_fold.beside.addWidget(self.add_button)
        self.reset_button = button(self.tr("Reset"), "link")
        self.reset_button.setAccessibleDescription(self.tr("Every setting as it usually is"))
        self.reset_button.clicked.connect(self._reset)
        self.look_fold.beside.addWidget(self.reset_button)
        self._column.addStretch()
        # The curve stays in sight while the settings scroll, as a histogram does; it takes no room before
        # there is one.
        self.curve_fold = Fold(self.tr("Loss curve"), line=False)
        self.curve_fold.body.addWidget(self.curve)
        self.curve_fold.body.setContentsMargins(0, 0, theme.SPACING.unit + theme.SPACING.half, 0)
        self.curve_line = QFrame()
        self.curve_line.setProperty("panel", "line")
        self.curve_line.setFixedHeight(1)
        outer.addWidget(self.curve_line)
        outer.addWidget(self.curve_fold)
        for controls in (self.look, self.size_, self.more):
            controls.changed.connect(self._turned)
        place = DropPlace(self)
        place.welcomed.connect(self._welcome)
        place.dropped.connect(self._take)
        for combo in inside.findChildren(QComboBox):
            combo.installEventFilter(self)
        desk.changed.connect(self._desk_changed)
        self._desk_changed("all")
        self.show_curve()

    def show_for(self, mode: str) -> None:
        """What a mode uses: picture, queue or live."""
        live = mode == "live"
        self.shelf.set_live(live)
        self.chosen.setVisible(not live)
        self.chosen.set_brush(mode == "picture")
        for fold in (self.look_fold, self.size_fold, self.more_fold):
            fold.setVisible(not live)
        self._mode = mode
        self.show_curve()

    def show_curve(self) -> None:
        """Show the curve where there is one and a picture is developed."""
        for widget in (self.curve_line, self.curve_fold):
            widget.setVisible(self._mode == "picture" and bool(self.curve.points))

    @Slot(object)
    def set_points(self, points: Sequence[Point]) -> None:
        """The curve so far."""
        self.curve.set_points(points)
        self.show_curve()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The wheel scrolls the panel; a choice that passes under the pointer shall not change."""
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def _fold(self, words: str, *inside: QWidget, opened: bool = True) -> Fold:
        fold = Fold(words, opened=opened)
        for widget in inside:
            fold.body.addWidget(widget)
        self._column.addWidget(fold)
        return fold

    @Slot(object)
    def _turned(self, recipe: Recipe) -> None:
        self._desk.set_recipe(recipe)

    @Slot()
    def _reset(self) -> None:
        self._desk.set_recipe(Recipe())

    @Slot(str)
    def _desk_changed(self, _what: str) -> None:
        for controls in (self.look, self.size_, self.more):
            if controls.recipe != self._desk.recipe:
                controls.show_recipe(self._desk.recipe)
        self.shelf.mark(frozenset(each.key for each in self._desk.chosen if each.key))

    @Slot(bool)
    def _welcome(self, on: bool) -> None:
        self.setProperty("panel", "welcome" if on else "surface")
        self.style().unpolish(self)
        self.style().polish(self)

    @Slot(object)
    def _take(self, data: object) -> None:
        found(data).hand_over(self)  # type: ignore[arg-type]
