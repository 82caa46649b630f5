"""The verdict: large and calm, with the numbers that it rests on and the threshold that decides it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.faces.thresholds import Calibration, Uncalibrated, accepts, distance
from desktop.settings import fitted
from desktop.ui import failures, icons, local, theme
from desktop.ui.pages import compare_words
from desktop.ui.pages.compare_scale import END, FAR_END, DistanceScale
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.work.messages import Comparison, Failure

USUAL_FMR = 1e-3

_UNRELATED = 2.5  # directions of strangers are about 2 apart; beyond that it is no angle that is compared


class ResultCard(QFrame):
    """Shows a Comparison under the user's threshold.

    The threshold is kept as the similarity it stands for; the verdict and the probability come from the same
    two functions of `faces.thresholds`, so they agree at every position of the handle. `fmr_changed` brings
    the rate when the user moves it.
    """

    fmr_changed = Signal(float)

    def __init__(self, fmr: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fmr = fmr
        self._calibration: Calibration | None = None
        self._threshold = 0.0  # a similarity
        self._comparison: Comparison | None = None
        self._sign = ("compare", "muted")
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("Result"))
        column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.SPACING.margin, theme.SPACING.gap, theme.SPACING.margin, theme.SPACING.gap
        )
        column.setSpacing(theme.SPACING.unit)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACING.gap)
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(36, 36))
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self.verdict = label("", "title")
        head.addWidget(self.verdict, 1)
        self._figures = QWidget()
        held = self._figures.sizePolicy()
        held.setRetainSizeWhenHidden(True)  # the pictures above shall not move when a verdict comes
        self._figures.setSizePolicy(held)
        figures = QGridLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setHorizontalSpacing(theme.SPACING.page)
        figures.setVerticalSpacing(0)
        self.distance = self._figure(figures, 0, self.tr("Distance"))
        self.similarity = self._figure(figures, 1, self.tr("Similarity"))
        self.probability = self._figure(figures, 2, self.tr("Probability"))
        self.probability.setToolTip(
            self.tr("That both are the same person, where 50 % is what the threshold asks for")
        )
        head.addWidget(self._figures)
        column.addLayout(head)
        self.scale = DistanceScale()
        self.scale.valueChanged.connect(self._moved)
        column.addWidget(self.scale)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACING.unit)
        self.rate = label("", "muted", wrap=True)
        foot.addWidget(self.rate, 1)
        self.reset_button = button(self.tr("Back to 1 in 1,000"), "quiet", "undo")
        self.reset_button.clicked.connect(self.reset)
        held = self.reset_button.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self.reset_button.setSizePolicy(held)
        foot.addWidget(self.reset_button)
        column.addLayout(foot)
        theme.state().changed.connect(self._draw)
        self.say(self.tr("Nothing to compare yet"))

    def use_model(self, model: str, calibration: Calibration | None = None) -> None:
        """Take the measured rates of a model; where there are none the threshold has no meaning and goes.

        `calibration` are the rates in force; without, those that ship.
        """
        known = self._calibration
        if known is not None and (known is calibration if calibration else known.model == model):
            return
        try:
            self._calibration = calibration or Calibration.for_model(model)
        except Uncalibrated as error:
            self._calibration = None
            self.rate.setText(failures.sentence(Failure.of(error)))
        else:
            self._threshold = self._calibration.threshold(self._fmr)
            usual = distance(self._calibration.threshold(0.5))  # what half of all strangers keep
            self.scale.set_end(FAR_END if usual > _UNRELATED else END)
            self.scale.show_tau(distance(self._threshold))
        self.scale.setVisible(self._calibration is not None)
        self.reset_button.setVisible(False)
        self._refresh()

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """No result, and why."""
        self._comparison = None
        self.verdict.setText(sentence)
        self.verdict.setWordWrap(True)
        self._sign = ("warning", "warn") if warning else ("compare", "muted")
        self._figures.hide()
        self.scale.set_distance(None)
        self._retype("heading")
        self._draw()
        self._refresh()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a result under the threshold as it stands."""
        self._comparison = comparison
        self.use_model(comparison.model, comparison.calibration)
        self.verdict.setWordWrap(False)
        self._figures.show()
        self._retype("title")
        self._refresh()

    @Slot()
    def reset(self) -> None:
        """Back to the usual threshold: one impostor in a thousand."""
        if self._calibration is not None:
            self._set_threshold(self._calibration.threshold(USUAL_FMR), USUAL_FMR)

    def set_rate(self, fmr: float) -> None:
        """The threshold of another rate, as if the user had moved the handle there.

        Nothing moves where the choice is only what the handle itself has told.
        """
        if fmr == fitted("fmr", self._fmr):
            return
        if self._calibration is None:
            self._fmr = fmr
        else:
            self._set_threshold(self._calibration.threshold(fmr), fmr)

    def same(self) -> bool | None:
        """The verdict, None where there is none."""
        if self._comparison is None or self._calibration is None:
            return None
        return accepts(self._comparison.similarity, self._threshold)

    @Slot()
    def _moved(self) -> None:
        threshold = 1.0 - self.scale.tau() / 2.0
        if self._calibration is not None:
            self._set_threshold(threshold, self._calibration.fmr(threshold))

    def _set_threshold(self, threshold: float, fmr: float) -> None:
        self._threshold, self._fmr = threshold, fmr
        self.scale.show_tau(distance(threshold))
        self._refresh()
        self.fmr_changed.emit(fmr)

    def _refresh(self) -> None:
        """Everything that depends on the comparison and the threshold."""
        table = self._calibration
        if table is not None:
            fmr = self._fmr
            self.rate.setText(compare_words.passing(fmr))
            self.scale.setAccessibleDescription(self.rate.text())
            moved = abs(fmr / USUAL_FMR - 1) > 1e-6
            if not moved and self.reset_button.hasFocus():
                self.scale.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reset_button.setVisible(moved)
        found = self._comparison
        if found is None:
            return
        self.distance.setText(local.decimal(found.distance))
        self.similarity.setText(local.decimal(found.similarity))
        self.scale.set_distance(found.distance)
        same = self.same()
        if table is None or same is None:
            self.verdict.setText(self.tr("No verdict"))
            self.probability.setText("–")
            self._sign = ("compare", "muted")
        else:
            chance = table.probability(found.similarity, self._threshold)
            self.probability.setText(compare_words.percent(chance, same))
            self.verdict.setText(self._words(found, same))
            self._sign = ("check", "good") if same else ("person-unknown", "muted")
        for shown in (self.distance, self.similarity, self.probability):
            shown.setAccessibleName(f"{shown.property('what')}: {shown.text()}")
        self.setAccessibleDescription(self.verdict.text())
        self._draw()

    def _words(self, found: Comparison, same: bool) -> str:
        if found.right is not None:
            return self.tr("Same person") if same else self.tr("Different people")
        name = " ".join(found.person.split())
        short = self.verdict.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 360)
        words = self.tr("Accepted as {name}") if same else self.tr("Not accepted as {name}")
        return words.format(name=short)

    def _figure(self, grid: QGridLayout, column: int, what: str) -> QLabel:
        value = label("–", "heading")
        value.setProperty("what", what)
        value.setMinimumWidth(72)
        for row, each in enumerate((value, label(what, "caption"))):
            each.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(each, row, column)
        return value

    def _retype(self, kind: str) -> None:
        self.verdict.setProperty("kind", kind)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)

    @Slot()
    def _draw(self) -> None:
        name, shade = self._sign
        colour = getattr(theme.colours(), shade)
        self._icon.setPixmap(icons.pixmap(name, colour, 36, self.devicePixelRatioF()))
