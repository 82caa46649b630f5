"""Beside the film: its style, the way it is painted and what that costs, and the two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.signals.film import FilmRecipe
from desktop.style.recipe import LARGEST, SMALLEST
from desktop.ui import theme
from desktop.ui.pages.film import words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.shelf import Shelf

if TYPE_CHECKING:
    from desktop.work.film_messages import FilmCard
    from desktop.work.shelf import ShelfSession

_WIDE = 344  # four styles beside each other


class FilmPanel(QFrame):
    """`preview_wanted` and `paint_wanted` are the buttons'; `changed`: what was measured counts no more."""

    preview_wanted = Signal()
    paint_wanted = Signal()
    changed = Signal()

    def __init__(self, shelf: ShelfSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("How to paint"))
        self.setFixedWidth(theme.scaled(_WIDE))
        self._card: FilmCard | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.gap, 0, theme.SPACING.gap)
        outer.setSpacing(theme.SPACING.unit)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        column.setSpacing(theme.SPACING.unit)
        outer.addWidget(scrolled(self._inside), 1)
        self._diagnosis = label(
            self.tr(
                "A painted slice is a picture, not a measurement: what it shows is made up in part. It is "
                "not for diagnosis."
            ),
            "warn",
            wrap=True,
        )
        self._diagnosis.setContentsMargins(0, 0, 0, theme.SPACING.unit)
        column.addWidget(self._diagnosis)
        column.addWidget(label(self.tr("Way"), "heading"))
        self.way = Segmented(
            self.tr("Way"),
            (
                ("instant", self.tr("Instant")),
                ("frames", self.tr("Each frame")),
                ("volume", self.tr("Volume")),
            ),
            spread=True,
        )
        column.addWidget(self.way)
        self._about_way = label("", "caption", wrap=True)
        column.addWidget(self._about_way)
        column.addSpacing(theme.SPACING.unit)
        column.addWidget(label(self.tr("Longer side in pixels")))
        self.size_ = Segmented(
            self.tr("Longer side in pixels"),
            (("320", "320"), ("512", "512"), ("own", self.tr("Its own"))),
            "512",
            spread=True,
        )
        column.addWidget(self.size_)
        column.addSpacing(theme.SPACING.unit)
        column.addWidget(label(self.tr("Style"), "heading"))
        self.shelf = Shelf(shelf, mixes=False)
        column.addWidget(self.shelf)
        column.addStretch()
        outer.addLayout(self._make_foot())
        self.way.changed.connect(self._follow)
        self.size_.changed.connect(self._follow)
        self.set_film(None)

    def recipe(self) -> FilmRecipe:
        """What is chosen."""
        chosen = self.size_.value()
        size = int(chosen) if chosen != "own" else 512
        if chosen == "own" and self._card is not None:
            size = min(max(max(self._card.size), SMALLEST), LARGEST)
        return FilmRecipe(size=size, way=self.way.value())

    def set_film(self, card: FilmCard | None) -> None:
        """What is to be painted."""
        self._card = card
        self._diagnosis.setVisible(card is not None and card.stack)
        self._follow()

    def set_recipe(self, recipe: FilmRecipe) -> None:
        """Show the choices of a film that is gone on with."""
        self.set_choices(recipe.way, str(recipe.size) if str(recipe.size) in ("320", "512") else "own")

    def set_choices(self, way: str, size: str) -> None:
        """Show these: a way, and 320, 512 or own."""
        self.way.set_value(way)
        self.size_.set_value(size)
        self._follow()

    def say_cost(self, seconds: float) -> None:
        """Seconds that the frame just painted took."""
        if self._card is not None:
            self.cost.setText(words.cost(seconds, self._card.frames, self._card.stack))
            self.cost.show()

    def set_busy(self, running: bool, previewing: bool, ready: bool) -> None:
        """While the film is painted the choices rest; `ready` where there are a film and a style."""
        self._inside.setEnabled(not running)
        self.preview_button.setEnabled(ready and not running and not previewing)
        self.paint_button.setEnabled(ready and not running)

    def _make_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        foot.setSpacing(theme.SPACING.unit)
        rule = QFrame()
        rule.setProperty("panel", "line")
        rule.setFixedHeight(1)
        foot.addWidget(rule)
        self.cost = label("", "caption", wrap=True)
        foot.addWidget(self.cost)
        self.preview_button = button(self.tr("Preview this frame"), "", "eye")
        self.preview_button.clicked.connect(self.preview_wanted)
        foot.addWidget(self.preview_button)
        self.paint_button = button(self.tr("Paint the film…"), "primary")
        self.paint_button.clicked.connect(self.paint_wanted)
        foot.addWidget(self.paint_button)
        return foot

    @Slot()
    def _follow(self) -> None:
        self._about_way.setText(words.way(self.way.value()))
        stack = self._card is not None and self._card.stack
        self.paint_button.setText(self.tr("Paint the stack…") if stack else self.tr("Paint the film…"))
        self.paint_button.setAccessibleName(self.paint_button.text())
        self.preview_button.setText(self.tr("Preview this slice") if stack else self.tr("Preview this frame"))
        self.preview_button.setAccessibleName(self.preview_button.text())
        self.cost.setText(self.tr("Preview a frame to see how long it will take."))
        self.changed.emit()
