"""Beside the plots: tau and K on sliders, what they cost, and what can be done with them."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.learn.identification import LARGEST, Point
from desktop.learn.intervals import Rate
from desktop.learn.measure import Measured
from desktop.ui import local, theme
from desktop.ui.pages.calibrate import words
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scroll import scrolled
from desktop.ui.widgets.slider import ValueSlider

_WIDE = 304
_TAU_STEPS = 2500  # of 0.001
_TAU_END = 2.5
_K_STEPS = 400
WANTED = (1e-2, 1e-3, 1e-4)
"""FMR that one click asks for."""


class _Figure(QWidget):
    """A rate in large digits, its name before it and its interval below."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.value = label("–", "heading")
        self.interval = label("", "caption", wrap=True)
        column.addWidget(self.value)
        column.addWidget(self.interval)
        self.setToolTip(meaning)

    def say(self, value: str, below: str) -> None:
        self.value.setText(f"{self._name}  {value}")
        self.interval.setText(below)
        self.value.setAccessibleName(f"{self._name}: {value}, {below}")


class ThresholdPanel(QFrame):
    """`tau_changed` and `k_changed` follow the sliders; the rest are buttons of the page."""

    tau_changed = Signal(float)
    k_changed = Signal(int)
    use_threshold = Signal()
    use_measurements = Signal()
    use_shipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "surface")
        self.setAccessibleName(self.tr("Threshold"))
        self.setFixedWidth(theme.scaled(_WIDE))
        self._measured: Measured | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.SPACING.gap, 0, theme.SPACING.gap)
        outer.setSpacing(theme.SPACING.unit)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        column.setSpacing(theme.SPACING.unit)
        outer.addWidget(scrolled(inside), 1)
        column.addWidget(label(self.tr("Two pictures"), "heading"))
        self.tau = ValueSlider(
            self.tr("Threshold τ"),
            0.0,
            _TAU_END,
            1.28,
            steps=_TAU_STEPS,
            show=lambda at: local.decimal(at, 3),
        )
        self.tau.slider.setSingleStep(10)
        column.addWidget(self.tau)
        row = QHBoxLayout()
        row.setSpacing(2)
        self.wanted: dict[float, QPushButton] = {}
        for rate in WANTED:
            made = button(words.one_in(rate), "segment")
            made.setCheckable(True)
            made.setAccessibleName(self.tr("FMR of {rate}").format(rate=words.one_in(rate)))
            made.clicked.connect(lambda _on=False, rate=rate: self._want(rate))
            made.setProperty("spread", True)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.wanted[rate] = made
            row.addWidget(made, 1)
        frame = QFrame()
        frame.setProperty("panel", "segments")
        frame.setAccessibleName(self.tr("Wanted FMR"))
        row.setContentsMargins(2, 2, 2, 2)
        frame.setLayout(row)
        column.addWidget(label(self.tr("or the one for an FMR of"), "caption"))
        column.addWidget(frame)
        column.addSpacing(theme.SPACING.half)
        self.fmr = _Figure("FMR", self.tr("False match rate: different people taken for the same"))
        self.fnmr = _Figure("FNMR", self.tr("False non-match rate: one person taken for two"))
        column.addWidget(self.fmr)
        column.addWidget(self.fnmr)
        column.addSpacing(theme.SPACING.unit)
        column.addWidget(_rule())
        column.addSpacing(theme.SPACING.half)
        column.addWidget(label(self.tr("Among K people"), "heading"))
        self.k = ValueSlider(
            self.tr("People enrolled, K"), 0.0, math.log10(LARGEST), 2.0, steps=_K_STEPS,
            show=lambda at: local.whole(round(10**at)),
        )  # fmt: skip
        column.addWidget(self.k)
        self.fpir = _Figure("FPIR", self.tr("False positive identification rate: a stranger is given a name"))
        self.fnir = _Figure(
            "FNIR", self.tr("False negative identification rate: somebody known is not found")
        )
        column.addWidget(self.fpir)
        column.addWidget(self.fnir)
        self.sentence = label("", "muted", wrap=True)
        column.addWidget(self.sentence)
        column.addStretch()
        outer.addLayout(self._foot())
        self.tau.changed.connect(self._tau_moved)
        self.k.changed.connect(lambda at: self.k_changed.emit(round(10**at)))

    def show_measured(self, measured: Measured) -> None:
        """Offer what these data support."""
        self._measured = measured
        for rate in WANTED:
            can = measured.supports(rate)
            self.wanted[rate].setEnabled(can)
            self.wanted[rate].setToolTip("" if can else self.tr("These data cannot support so low a rate"))

    def set_tau(self, tau: float) -> None:
        """Move the slider; `tau_changed` follows where that is news."""
        self.tau.set_value(min(max(tau, 0.0), _TAU_END))

    def set_k(self, k: float) -> None:
        """Move the slider to a number of people."""
        self.k.set_value(math.log10(min(max(k, 1.0), LARGEST)))

    def people(self) -> int:
        """K."""
        return round(10 ** self.k.value())

    def say_rates(self, fmr: Rate, fnmr: Rate) -> None:
        """Both rates at tau."""
        self.fmr.say(words.rate(fmr), words.interval(fmr))
        self.fnmr.say(words.rate(fnmr), words.interval(fnmr))

    def say_people(self, point: Point, fmr: Rate, general: float | None = None) -> None:
        """Both rates among K people; `general` is the FPIR by the thresholds in use."""
        basis = (
            self.tr("measured on galleries of your people")
            if point.measured
            else self.tr("reckoned from FMR and FNMR")
        )
        for figure, value in ((self.fpir, point.fpir), (self.fnir, point.fnir)):
            unknown = value is None
            figure.say(
                "–" if value is None else words.percent(value), self.tr("unknown") if unknown else basis
            )
        self.sentence.setText(words.among(point, fmr.value if fmr.known else None, general))

    def allow_keeping(self, on: bool) -> None:
        """Whether these measurements may be kept: those of a folder, not those of the enrolled."""
        self.measurements_button.setEnabled(on)
        self.measurements_button.setToolTip(
            self.tr("FMR, probability and recognition go by your people from now on")
            if on
            else self.tr(
                "What is measured on the enrolled stays in the vault; drop a folder of people instead"
            )
        )

    def say_in_force(self, own: bool, usable: bool) -> None:
        """Which thresholds are used now, and whether tau belongs to the model in use."""
        self.in_force.setText(
            self.tr("In use: thresholds measured on your own people")
            if own
            else self.tr("In use: the thresholds that come with the model")
        )
        self.shipped_button.setVisible(own)
        self.threshold_button.setEnabled(usable)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.SPACING.gap, 0, theme.SPACING.gap, 0)
        foot.setSpacing(theme.SPACING.unit)
        foot.addWidget(_rule())
        self.in_force: QLabel = label("", "caption", wrap=True)
        foot.addWidget(self.in_force)
        self.threshold_button = button(self.tr("Use this threshold"), "primary")
        self.threshold_button.setToolTip(self.tr("Compare and verify decide at this τ from now on"))
        self.threshold_button.clicked.connect(self.use_threshold)
        self.measurements_button = button(self.tr("Use these measurements"))
        self.measurements_button.clicked.connect(self.use_measurements)
        self.shipped_button = button(self.tr("Go back to the model’s own"), "link")
        self.shipped_button.clicked.connect(self.use_shipped)
        for each in (self.threshold_button, self.measurements_button, self.shipped_button):
            foot.addWidget(each)
        return foot

    @Slot(float)
    def _tau_moved(self, tau: float) -> None:
        self._say_wanted()
        self.tau_changed.emit(tau)

    def _say_wanted(self) -> None:
        """Which rate tau is just right for, if it is for one."""
        for rate, made in self.wanted.items():
            tau = None if self._measured is None else self._measured.threshold(rate)
            made.setChecked(tau is not None and abs(tau - self.tau.value()) <= _TAU_END / _TAU_STEPS)

    def _want(self, rate: float) -> None:
        tau = None if self._measured is None else self._measured.threshold(rate)
        if tau is not None:
            self.set_tau(tau)
        self._say_wanted()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("panel", "line")
    rule.setFixedHeight(1)
    return rule
