"""A slider whose steps are ratios: from a part of the usual value to a multiple of it."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from desktop.ui import local
from desktop.ui.widgets.slider import ValueSlider


class Turned:
    """A slider between a setting and its logarithm: equal steps are equal ratios."""

    def __init__(
        self, title: str, tip: str, usual: float, reach: float, *, off: bool = False, below: float = 0.0
    ) -> None:
        """From `usual / reach` (or `/ below`) to `usual * reach`; with `off`, the lowest step is zero."""
        self._usual, self._off = usual, off
        self._low = -math.log10(below or reach)
        self.slider = ValueSlider(
            title, self._low, math.log10(reach), self._low if off else 0.0, steps=100, show=self._say
        )
        tip = f"{tip}\n" + QCoreApplication.translate("Turned", "Double-click the words for the usual value.")
        self.slider.setToolTip(tip)
        self.slider.slider.setToolTip(tip)

    def value(self) -> float:
        """The setting."""
        exponent = self.slider.value()
        if self._off and exponent <= self._low + 1e-9:
            return 0.0
        # A slider has steps; the usual value is one of them exactly.
        return self._usual if abs(exponent) < 1e-9 else float(f"{self._usual * 10**exponent:.4g}")

    def set_value(self, value: float) -> None:
        """Go to the nearest step."""
        self.slider.set_value(self._low if value <= 0 else math.log10(value / self._usual))

    def _say(self, exponent: float) -> str:
        if self._off and exponent <= self._low + 1e-9:
            return QCoreApplication.translate("Turned", "off")
        value = 10**exponent
        return local.decimal(value, 2 if value < 1 else 1) + "×"
