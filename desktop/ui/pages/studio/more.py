"""Everything else a run can be told: for those who know the method. Plain words first."""

from __future__ import annotations

import math
import secrets
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRegularExpression, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.style.recipe import GATYS, LAYERS, Recipe
from desktop.ui import theme, words
from desktop.ui.pages.studio.recipe_controls import RecipeControls
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.slider import ValueSlider

_MOST = 4.0
_USUAL = Recipe()


class LayerWeights(QWidget):
    """A slider for each layer that the style is compared in; others can be added."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sliders: dict[str, ValueSlider] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACING.half)
        row = QHBoxLayout()
        self.add_button = button(self.tr("Add a layer"), "link")
        self.reset_button = button(self.tr("The usual five"), "link")
        row.addWidget(self.add_button)
        row.addStretch()
        row.addWidget(self.reset_button)
        self._column.addLayout(row)
        self.menu = QMenu(self.add_button)
        self.menu.setAccessibleName(self.add_button.text())
        self.add_button.clicked.connect(self._ask)
        self.reset_button.clicked.connect(self._reset)

    def weights(self) -> tuple[tuple[str, float], ...]:
        """Layers and weights in the network's order; layers at zero are left out."""
        found = (
            (layer, round(self._sliders[layer].value(), 3)) for layer in LAYERS if layer in self._sliders
        )
        return tuple((layer, weight) for layer, weight in found if weight > 0)

    def set_weights(self, weights: Sequence[tuple[str, float]]) -> None:
        """Show these layers; the usual five are always there, at zero where they do not count."""
        wanted = {layer: 0.0 for layer, _ in GATYS} | dict(weights)
        for layer in self._sliders.keys() - wanted.keys():
            old = self._sliders.pop(layer)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for layer in LAYERS:
            if layer in wanted:
                self._slider(layer).set_value(wanted[layer])

    def slider(self, layer: str) -> ValueSlider | None:
        """The slider of a layer, where there is one."""
        return self._sliders.get(layer)

    def _slider(self, layer: str) -> ValueSlider:
        if layer not in self._sliders:
            made = ValueSlider(layer_words(layer), 0.0, _MOST, 1.0, steps=80, show=words.times)
            made.setToolTip(self.tr("Layer {layer} of the network, after its ReLU.").format(layer=layer))
            self._sliders[layer] = made
            made.changed.connect(self.changed)
            order = [known for known in LAYERS if known in self._sliders]
            self._column.insertWidget(order.index(layer), made)
        return self._sliders[layer]

    @Slot()
    def _ask(self) -> None:
        self.menu.clear()
        for layer in LAYERS:
            if layer not in self._sliders:
                action = self.menu.addAction(layer_words(layer))
                action.triggered.connect(lambda _on=False, layer=layer: self._add(layer))
        self.menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def _add(self, layer: str) -> None:
        self._slider(layer)
        self.changed.emit()

    @Slot()
    def _reset(self) -> None:
        self.set_weights(GATYS)
        self.changed.emit()


class MoreControls(RecipeControls):
    """Layers, start, optimiser, distance, pooling, seed."""

    def __init__(self, recipe: Recipe = _USUAL, parent: QWidget | None = None) -> None:
        super().__init__(recipe, parent)
        self.column.addWidget(label(self.tr("Where the style is looked for"), "caption"))
        self.layers = LayerWeights()
        self.column.addWidget(self.layers)
        self.column.addSpacing(theme.SPACING.unit)
        self.content_layer = self._combo(
            self.tr("Photo compared in"),
            self.tr("The layer in which picture and photo are compared: deeper keeps less of the detail."),
            [(layer, layer_words(layer)) for layer in LAYERS],
        )
        self.init = self._combo(
            self.tr("Begins with"),
            self.tr("What the optimisation starts from. It counts at the next start."),
            (
                ("instant", self.tr("Instant picture")),
                ("content", self.tr("Photo")),
                ("random", self.tr("Noise")),
            ),
        )
        self.optimizer = self._combo(
            self.tr("Improved by"),
            self.tr("How the picture is improved at each iteration (the optimiser)."),
            (("lbfgs", "L-BFGS"), ("adam", "Adam"), ("gradient", self.tr("Gradient descent"))),
        )
        self.step = ValueSlider(
            self.tr("Step"), -1.0, 1.0, 0.0, steps=40, show=lambda exponent: words.times(10**exponent)
        )
        self.step.setToolTip(self.tr("How far each iteration goes, of what the optimiser takes by itself."))
        self.column.addWidget(self.step)
        self.distance = self._segments(
            self.tr("Styles compared by"),
            (
                ("gram", self.tr("Gram"), self.tr("The distance of Gram matrices (Gatys et al.).")),
                (
                    "wasserstein",
                    self.tr("Wasserstein"),
                    self.tr("The Wasserstein-2 distance of mean and covariance."),
                ),
            ),
        )
        self.pooling = self._segments(
            self.tr("Pooling"),
            (
                ("max", self.tr("Largest"), self.tr("Max pooling, as the network was trained.")),
                ("average", self.tr("Average"), self.tr("Average pooling: a little smoother.")),
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(theme.SPACING.half)
        seed_words = label(self.tr("Seed"))
        self.seed = QLineEdit()
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The noise is drawn from this number: the same number, the same noise."))
        self.seed.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,18}"), self.seed))
        self.seed.setFixedWidth(104)
        self.dice = icon_button("refresh", self.tr("Another seed"), size=16)
        self.dice.clicked.connect(self._roll)
        row.addWidget(seed_words, 1)
        row.addWidget(self.seed)
        row.addWidget(self.dice)
        self.column.addLayout(row)
        self._connect()
        self.show_recipe(recipe)

    def _show(self, recipe: Recipe) -> None:
        self.layers.set_weights(recipe.style_layers)
        for combo, value in (
            (self.content_layer, recipe.content_layer),
            (self.init, recipe.init),
            (self.optimizer, recipe.optimizer),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self.step.set_value(math.log10(recipe.step))
        self.distance.set_value(recipe.distance)
        self.pooling.set_value(recipe.pooling)
        self.seed.setText(str(recipe.seed))

    def _connect(self) -> None:
        self.layers.changed.connect(self._layers_changed)
        for name, combo in (
            ("content_layer", self.content_layer),
            ("init", self.init),
            ("optimizer", self.optimizer),
        ):
            combo.currentIndexChanged.connect(
                lambda _at, name=name, combo=combo: self.set_field(name, combo.currentData())
            )
        self.step.changed.connect(lambda exponent: self.set_field("step", float(f"{10**exponent:.4g}")))
        self.distance.changed.connect(lambda key: self.set_field("distance", key))
        self.pooling.changed.connect(lambda key: self.set_field("pooling", key))
        self.seed.editingFinished.connect(self._seed_typed)

    def _combo(self, title: str, tip: str, entries: Sequence[tuple[str, str]]) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(title)
        made.view().setAccessibleName(title)
        made.setToolTip(tip)
        for key, text in entries:
            made.addItem(text, key)
        self.column.addWidget(label(title))
        self.column.addWidget(made)
        return made

    def _segments(self, title: str, choices: Sequence[tuple[str, str, str]]) -> Segmented:
        made = Segmented(title, choices, spread=True)
        self.column.addWidget(label(title))
        self.column.addWidget(made)
        return made

    @Slot()
    def _roll(self) -> None:
        self.seed.setText(str(secrets.randbelow(10**9)))
        self._seed_typed()

    @Slot()
    def _seed_typed(self) -> None:
        self.set_field("seed", int(self.seed.text() or 0))

    @Slot()
    def _layers_changed(self) -> None:
        # With every layer at zero there is no style left to paint in: the last one that counted goes on.
        if layers := self.layers.weights():
            self.set_field("style_layers", layers)


def layer_words(layer: str) -> str:
    """A layer in a word, with its name in the network: “Strokes · conv3_1”."""
    block = int(layer[4]) - 1
    named = (
        QCoreApplication.translate("StudioLayers", "Grain"),
        QCoreApplication.translate("StudioLayers", "Texture"),
        QCoreApplication.translate("StudioLayers", "Strokes"),
        QCoreApplication.translate("StudioLayers", "Shapes"),
        QCoreApplication.translate("StudioLayers", "Forms"),
    )[block]
    return f"{named} · {layer}"
