"""The few settings that matter: strengths, strokes, colour, size. Each shows its value and acts at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.style.recipe import Recipe
from desktop.ui import local
from desktop.ui.pages.studio.recipe_controls import RecipeControls
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.widgets.turned import Turned

SIZES = (256, 512, 768, 1024, 2048, 4096)

_USUAL = Recipe()


class LookControls(RecipeControls):
    """Sliders and the choice of colour."""

    def __init__(self, recipe: Recipe = _USUAL, parent: QWidget | None = None) -> None:
        super().__init__(recipe, parent)
        self.strength = Turned(
            self.tr("Style strength"),
            self.tr("How much the picture takes of the style (style weight, usually 1000)."),
            _USUAL.style_weight,
            10.0,
        )
        self.content = Turned(
            self.tr("Photo strength"),
            self.tr("How much the picture keeps of the photo (content weight, usually 1)."),
            _USUAL.content_weight,
            10.0,
        )
        self.strokes = Turned(
            self.tr("Stroke size"),
            self.tr("How broad the strokes are: the size at which the style is looked at (style scale)."),
            _USUAL.style_scale,
            3.0,
        )
        self.smooth = Turned(
            self.tr("Smoothness"),
            self.tr("Takes away what flickers from pixel to pixel (weight of total variation)."),
            0.01,
            100.0,
            off=True,
        )
        self._fields: tuple[tuple[str, Turned], ...] = (
            ("style_weight", self.strength),
            ("content_weight", self.content),
            ("style_scale", self.strokes),
            ("tv_weight", self.smooth),
        )
        for name, turned in self._fields:
            self.column.addWidget(turned.slider)
            turned.slider.changed.connect(
                lambda _at, name=name, turned=turned: self.set_field(name, turned.value())
            )
        self.column.addWidget(label(self.tr("Colours")))
        self.colour = Segmented(
            self.tr("Colours"),
            (
                ("style", self.tr("Style’s"), self.tr("The picture takes the colours of the style.")),
                (
                    "luminance",
                    self.tr("Photo’s"),
                    self.tr("The photo keeps its colours; only light and dark are painted (luminance)."),
                ),
                (
                    "statistics",
                    self.tr("Matched"),
                    self.tr("The style is painted in the photo’s colours (statistics matched)."),
                ),
            ),
            recipe.colour,
            spread=True,
        )
        self.colour.changed.connect(lambda key: self.set_field("colour", key))
        self.column.addWidget(self.colour)
        self.show_recipe(recipe)

    def _show(self, recipe: Recipe) -> None:
        for name, turned in self._fields:
            turned.set_value(getattr(recipe, name))
        self.colour.set_value(recipe.colour)


class SizeControls(RecipeControls):
    """How large and how long. `again_wanted`: a run under way shall begin again with what was changed."""

    again_wanted = Signal()

    def __init__(self, recipe: Recipe = _USUAL, parent: QWidget | None = None) -> None:
        super().__init__(recipe, parent)
        self._words = label(self.tr("Longer side in pixels"))
        self.column.addWidget(self._words)
        self.size_ = Segmented(
            self.tr("Longer side in pixels"),
            [(str(size), str(size)) for size in SIZES],
            str(recipe.size),
            spread=True,
        )
        self.size_.changed.connect(lambda size: self.set_field("size", int(size)))
        self.column.addWidget(self.size_)
        self.note = label("", "caption", wrap=True)
        self.column.addWidget(self.note)
        self.iterations = ValueSlider(
            self.tr("Iterations"), 25, 1000, recipe.iterations, steps=39, show=lambda n: local.whole(round(n))
        )
        self.iterations.setToolTip(self.tr("How often the picture is improved, over all sizes."))
        self.iterations.changed.connect(lambda number: self.set_field("iterations", round(number)))
        self.column.addWidget(self.iterations)
        row = QHBoxLayout()
        self.again_words = label(self.tr("From the next start on."), "caption")
        self.again_button = button(self.tr("Start again now"), "link")
        self.again_button.clicked.connect(self.again_wanted)
        row.addWidget(self.again_words, 1)
        row.addWidget(self.again_button)
        self.column.addLayout(row)
        self.set_outdated(False)
        self.say("")
        self.show_recipe(recipe)

    def _show(self, recipe: Recipe) -> None:
        self.size_.set_value(str(min(SIZES, key=lambda size: abs(size - recipe.size))))
        self.iterations.set_value(recipe.iterations)

    def set_outdated(self, on: bool) -> None:
        """A run is under way that was started with other settings."""
        self.again_words.setVisible(on)
        self.again_button.setVisible(on)

    def say(self, note: str, *, warning: bool = False) -> None:
        """What the size means: pixels and memory; empty hides it."""
        self.note.setText(note)
        self.note.setProperty("kind", "warn" if warning else "caption")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setVisible(bool(note))
