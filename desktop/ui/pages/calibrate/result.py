"""What was measured: three plots and a table beside the threshold that they all follow."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.faces.thresholds import Calibration
from desktop.learn.groups import Group
from desktop.ui import local, theme
from desktop.ui.pages.calibrate import words
from desktop.ui.pages.calibrate.plots import DetPlot, PeoplePlot, ScorePlot, describe, reckoned
from desktop.ui.pages.calibrate.tables import ServedCard
from desktop.ui.pages.calibrate.threshold import ThresholdPanel
from desktop.ui.throttle import Throttle
from desktop.ui.widgets.scroll import scrolled
from desktop.work.calibration_messages import Calibrated

_REDRAW_MS = 40
_NARROWEST = 320  # pixels of a plot


class ResultView(QWidget):
    """Shows a Calibrated; tau and K are moved by slider or in the plots, and everything follows."""

    def __init__(self, fpir: float, parent: QWidget | None = None) -> None:
        """`fpir` is what a threshold that moves with K keeps."""
        super().__init__(parent)
        self._fpir = fpir
        self.result: Calibrated | None = None
        self.groups: tuple[Group, ...] = ()
        self._general: Calibration | None = None
        self._redraw = Throttle(self._follow, _REDRAW_MS, self)
        self.scores, self.det, self.people = ScorePlot(), DetPlot(), PeoplePlot()
        self.served = ServedCard()
        self.panel = ThresholdPanel()
        self.plots = QWidget()
        self._grid = QGridLayout(self.plots)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACING.gap)
        self._columns = 0
        self._scroll = scrolled(self.plots)
        self._arrange(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACING.gap)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.panel)
        self.scores.dragged.connect(self.panel.set_tau)
        self.det.dragged.connect(self._det_dragged)
        self.people.dragged.connect(self.panel.set_k)
        self.panel.tau_changed.connect(self._redraw.call)
        self.panel.k_changed.connect(self._redraw.call)

    def show_result(self, result: Calibrated, fmr: float, used: float = 1.28) -> None:
        """Show other data at their threshold for this FMR; where they support none, at `used`, a tau."""
        self.result, self.groups = result, ()
        measured = result.measured
        self._moving = result.found.moving_curve(self._fpir)
        self.scores.show_measured(measured)
        self.det.show_measured(measured)
        self.panel.show_measured(measured)
        self.panel.allow_keeping(bool(result.folder))
        self.served.show_measured(measured, result.quality)
        tau = measured.threshold(fmr) if measured.supports(fmr) else None
        self.panel.set_tau(used if tau is None else tau)
        self._redraw.call()
        self._redraw.flush()

    def set_general(self, calibration: Calibration | None) -> None:
        """The thresholds in use for this model: they tell what these data cannot."""
        self._general = calibration
        self._redraw.call()

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show groups beside everybody."""
        self.groups = groups
        self.served.show_groups(groups)

    @property
    def tau(self) -> float:
        """The threshold on the distance."""
        return self.panel.tau.value()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """One below the other where two would be too narrow to read."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() - self.panel.width() >= 2 * _NARROWEST else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate((self.scores, self.det, self.people, self.served)):
            self._grid.addWidget(card, place // columns, place % columns)
        for line in range(4):
            self._grid.setRowStretch(line, int(line < 4 // columns))
            self._grid.setColumnStretch(line, int(line < columns))

    @Slot(float)
    def _det_dragged(self, fmr: float) -> None:
        tau = None if self.result is None else self.result.measured.threshold(fmr)
        if tau is not None:
            self.panel.set_tau(tau)

    def _follow(self) -> None:
        """Everything that depends on tau and K."""
        if self.result is None:
            return
        measured, found, tau = self.result.measured, self.result.found, self.tau
        fmr, fnmr = measured.fmr(tau), measured.fnmr(tau)
        self.panel.say_rates(fmr, fnmr)
        self.scores.mark(tau)
        self.det.mark(fmr.value if fmr.value else None)
        self.det.dot(fmr.value, fnmr.value)
        general = None if self._general is None else self._general.fmr(1 - tau / 2)
        self.people.show_points(found.curve(tau), self._moving, general)
        k = self.panel.people()
        point = found.point(k, tau)
        self.panel.say_people(point, fmr, reckoned(point, general))
        self.people.mark(float(k))
        self.people.dot(float(k), point.fpir)
        self.served.set_tau(tau)
        told = self.tr("threshold {tau}, FMR {fmr}, FNMR {fnmr}").format(
            tau=local.decimal(tau, 3), fmr=words.rate(fmr), fnmr=words.rate(fnmr)
        )
        for plot in (self.scores, self.det):
            plot.setAccessibleDescription(told)
        self.people.setAccessibleDescription(describe(point))
