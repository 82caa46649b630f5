"""Beside the sounds: how much of each, what a run starts from, and the loss as it falls."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.signals.recipe import SoundRecipe
from desktop.ui import local, theme
from desktop.ui.widgets.curve import LossCurve
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.slider import ValueSlider
from desktop.ui.widgets.turned import Turned

_WIDE = 272
_USUAL = SoundRecipe()


class SoundPanel(QFrame):
    """`changed`: a weight was moved; it counts at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("How much of each"))
        self.setFixedWidth(theme.scaled(_WIDE))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.SPACING.gap,) * 4)
        column.setSpacing(theme.SPACING.unit)
        column.addWidget(label(self.tr("How much of each"), "heading"))
        self.texture = Turned(
            self.tr("Texture strength"),
            self.tr("How much the sound takes of the texture (style weight, usually 50)."),
            _USUAL.style_weight,
            10.0,
        )
        self.content = Turned(
            self.tr("Content strength"),
            self.tr("How much the sound keeps of the content (content weight, usually 1)."),
            _USUAL.content_weight,
            10.0,
        )
        for turned in (self.texture, self.content):
            column.addWidget(turned.slider)
            turned.slider.changed.connect(self.changed)
        column.addSpacing(theme.SPACING.unit)
        column.addWidget(label(self.tr("Begin with")))
        self.init = Segmented(
            self.tr("Begin with"),
            (
                ("content", self.tr("Content"), self.tr("The content’s own sound.")),
                ("random", self.tr("Noise"), self.tr("Noise with the content’s colour.")),
            ),
            _USUAL.init,
            spread=True,
        )
        column.addWidget(self.init)
        self.iterations = ValueSlider(
            self.tr("Iterations"), 30, 300, _USUAL.iterations, steps=18, show=lambda n: local.whole(round(n))
        )
        self.iterations.setToolTip(self.tr("How often the sound is improved."))
        column.addWidget(self.iterations)
        self.note = label(self.tr("Both strengths act while it runs."), "caption", wrap=True)
        column.addWidget(self.note)
        column.addStretch()
        self.curve = LossCurve(self.tr("Texture {value}"), self.tr("Content {value}"))
        column.addWidget(self.curve)

    def recipe(self) -> SoundRecipe:
        """What is chosen."""
        return replace(
            _USUAL,
            iterations=round(self.iterations.value()),
            content_weight=self.content.value(),
            style_weight=self.texture.value(),
            init=self.init.value(),
        )

    def set_recipe(self, recipe: SoundRecipe) -> None:
        """Show these choices."""
        self.iterations.set_value(recipe.iterations)
        self.content.set_value(recipe.content_weight)
        self.texture.set_value(recipe.style_weight)
        self.init.set_value(recipe.init)

    def set_running(self, on: bool) -> None:
        """What a running run can't change rests."""
        self.init.setEnabled(not on)
        self.iterations.setEnabled(not on)
