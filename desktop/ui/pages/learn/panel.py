"""Beside the page: how to learn, what is in use, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from desktop.learn.recipe import Recipe
from desktop.ui import local, theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.fold import Fold
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.segmented import Segmented
from desktop.ui.widgets.slider import ValueSlider
from desktop.work.learn_messages import InUse

_WIDE = 320
_FAR = 16  # pixels a side
_MARGIN = (0.05, 1.0)
_EPOCHS = (1, 50)


class LearnPanel(QFrame):
    """The settings of training; `train_again`, `go_back` and `use_last` are buttons of the page."""

    train_again = Signal()
    go_back = Signal()
    use_last = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("How to learn"))
        self.setFixedWidth(theme.scaled(_WIDE))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.gap, 0, theme.SPACING.gap)
        outer.setSpacing(theme.SPACING.unit)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        column.setSpacing(theme.SPACING.unit)
        outer.addWidget(scrolled(self._inside), 1)
        column.addWidget(label(self.tr("How to learn"), "heading"))
        self.way = Segmented(
            self.tr("Way"),
            (
                ("triplet", self.tr("Triplets")),
                ("binary", self.tr("Pairs")),
                ("scratch", self.tr("Scratch")),
            ),
            spread=True,
        )
        column.addWidget(self.way)
        self._about_way = label("", "caption", wrap=True)
        column.addWidget(self._about_way)
        column.addSpacing(theme.SPACING.unit)
        self._triplets = self._make_triplets()
        column.addWidget(self._triplets)
        self._pairs = self._make_pairs()
        column.addWidget(self._pairs)
        self.epochs = ValueSlider(
            self.tr("Epochs"), *_EPOCHS, _USUAL.epochs,
            steps=_EPOCHS[1] - _EPOCHS[0], show=lambda at: local.whole(round(at)),
        )  # fmt: skip
        self.epochs.slider.setToolTip(self.tr("Times that everybody is seen"))
        column.addWidget(self.epochs)
        column.addWidget(self._make_more())
        column.addStretch()
        outer.addLayout(self._make_foot())
        self.way.changed.connect(self._follow)
        self.mining.changed.connect(self._follow)
        self._follow()

    def recipe(self) -> Recipe:
        """What is to be trained."""
        way = self.way.value()
        epochs = round(self.epochs.value())
        reduce = _FAR if self.far.isChecked() else None
        if way == "binary":
            return Recipe(method="binary", form=self.form.value(), epochs=epochs, reduce=reduce)
        mode = "scratch" if way == "scratch" else "top" if self.top.isChecked() else "head"
        return Recipe(
            mode=mode,
            mining=self.mining.value(),
            margin=round(self.margin.value(), 2),
            epochs=epochs,
            reduce=reduce,
        )

    def set_recipe(self, recipe: Recipe) -> None:
        """Show these settings; what has no control here is left out."""
        self.way.set_value(
            "binary" if recipe.method == "binary" else "scratch" if recipe.mode == "scratch" else "triplet"
        )
        self.form.set_value(recipe.form)
        self.mining.set_value(recipe.mining)
        self.margin.set_value(recipe.margin)
        self.epochs.set_value(recipe.epochs)
        self.far.setChecked(recipe.reduce is not None)
        self.top.setChecked(recipe.mode == "top")
        self._follow()

    def set_busy(self, busy: bool, again: bool) -> None:
        """While training the settings rest; `again` where there is something to train on once more."""
        self._inside.setEnabled(not busy)
        self.again_button.setVisible(again)
        self.again_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self.last_button.setEnabled(not busy)

    def say_in_use(self, state: InUse | None) -> None:
        """Which model recognition goes by now."""
        known = state is not None
        self.in_use.setVisible(known)
        self.back_button.setVisible(state is not None and bool(state.name))
        self.last_button.setVisible(state is not None and bool(state.last))
        if state is None:
            return
        self.in_use.setText(self.tr("In use: {model}").format(model=state.models.model))
        self.last_button.setText(self.tr("Use “{title}” again").format(title=state.last_title))
        self.last_button.setAccessibleName(self.last_button.text())

    def _make_triplets(self) -> QWidget:
        place, column = _group()
        column.addWidget(label(self.tr("Triplets to learn from")))
        self.mining = Segmented(
            self.tr("Triplets to learn from"),
            (
                ("random", self.tr("Random")),
                ("semihard", self.tr("Semi-hard")),
                ("hard", self.tr("Hard")),
            ),
            _USUAL.mining,
            spread=True,
        )
        column.addWidget(self.mining)
        self._about_mining = label("", "caption", wrap=True)
        column.addWidget(self._about_mining)
        column.addSpacing(theme.SPACING.half)
        self.margin = ValueSlider(self.tr("Margin α"), *_MARGIN, _USUAL.margin, steps=95)
        self.margin.slider.setToolTip(
            self.tr("How much nearer the same person shall be than anybody else, as d(A, B)")
        )
        column.addWidget(self.margin)
        return place

    def _make_pairs(self) -> QWidget:
        place, column = _group()
        column.addWidget(label(self.tr("What is compared")))
        self.form = Segmented(
            self.tr("What is compared"),
            (("chi-square", self.tr("Chi-square")), ("absolute", self.tr("Differences"))),
            _USUAL.form,
            spread=True,
        )
        self.form.segment("chi-square").setToolTip("(a − b)² / (a + b)")
        self.form.segment("absolute").setToolTip("|a − b|")
        column.addWidget(self.form)
        return place

    def _make_more(self) -> Fold:
        self.more = Fold(self.tr("More"), opened=False, line=False)
        self.more.body.setSpacing(0)
        self.far = QCheckBox(self.tr("Faces seen from far"))
        self.far.setAccessibleName(self.far.text())
        self.more.body.addWidget(self.far)
        said = self.tr("Teaches every face at {side} × {side} pixels too.").format(side=_FAR)
        self.more.body.addWidget(label(said, "caption", wrap=True))
        self.more.body.addSpacing(theme.SPACING.unit)
        self.top = QCheckBox(self.tr("The network’s last layer"))
        self.top.setAccessibleName(self.top.text())
        self.more.body.addWidget(self.top)
        self._about_top = label(
            self.tr("Learns more, takes longer; the head has 26\u00a0MB. For the fast model alone."),
            "caption",
            wrap=True,
        )
        self.more.body.addWidget(self._about_top)
        return self.more

    def _make_foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        foot.setSpacing(theme.SPACING.unit)
        rule = QFrame()
        rule.setProperty("panel", "line")
        rule.setFixedHeight(1)
        foot.addWidget(rule)
        self.in_use: QLabel = label("", "caption", wrap=True)
        foot.addWidget(self.in_use)
        self.again_button = button(self.tr("Train again"))
        self.again_button.clicked.connect(self.train_again)
        foot.addWidget(self.again_button)
        self.back_button = button(self.tr("Go back to the model without it"), "link")
        self.back_button.clicked.connect(self.go_back)
        foot.addWidget(self.back_button)
        self.last_button = button(self.tr("Use it again"), "link")
        self.last_button.clicked.connect(self.use_last)
        foot.addWidget(self.last_button)
        self.again_button.hide()
        self.say_in_use(None)
        return foot

    @Slot()
    def _follow(self) -> None:
        way = self.way.value()
        self._about_way.setText(
            {
                "triplet": self.tr(
                    "Draws the same person together and pushes others away, on top of the model in use."
                ),
                "binary": self.tr(
                    "Learns to answer “the same person?” from how two faces differ, feature by feature."
                ),
                "scratch": self.tr(
                    "A small network that knows nothing yet: to watch it learn. It won’t come near the model "
                    "in use."
                ),
            }[way]
        )
        self._about_mining.setText(
            {
                "random": self.tr("Any three. Most teach nothing soon."),
                "semihard": self.tr("Somebody else is farther, but within the margin. Steady."),
                "hard": self.tr("The farthest same, the nearest other. Quick, and may collapse."),
            }[self.mining.value()]
        )
        self._triplets.setVisible(way != "binary")
        self._pairs.setVisible(way == "binary")
        for each in (self.top, self._about_top):
            each.setVisible(way == "triplet")


def _group() -> tuple[QWidget, QVBoxLayout]:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.SPACING.unit)
    return place, column


_USUAL = Recipe()
