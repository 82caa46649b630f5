"""The three plots: scores, the DET curve, and searching among K people."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.learn.identification import LARGEST, Point, fpir_of
from desktop.learn.measure import HISTOGRAM_BINS, Measured
from desktop.learn.scores import FARTHEST
from desktop.ui import local
from desktop.ui.pages.calibrate import words
from desktop.ui.pages.calibrate.plot import Line, Plot
from desktop.ui.widgets.stroke import DASHED, DOTTED, MIXED, WHOLE

_ONE = 1.0
_ROOM = 0.03  # so that the words at 0 and at 100 % have room on the axis


class ScorePlot(Plot):
    """How far apart pictures of one person are, and of different people; the line is tau."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Scores"),
            (("accent", _tr("genuine pairs"), WHOLE), ("warn", _tr("impostor pairs"), DASHED)),
            (_tr("Distance d(A, B)"), _tr("Share of pairs")),
            filled=True,
            parent=parent,
        )

    def show_measured(self, measured: Measured) -> None:
        """Draw both histograms."""
        edges = np.linspace(0, FARTHEST, HISTOGRAM_BINS + 1)
        parts = [scores.shares(HISTOGRAM_BINS) for scores in (measured.genuine, measured.impostors)]
        lines: list[Line] = [
            (np.repeat(edges, 2), np.concatenate([[0], np.repeat(part, 2), [0]])) for part in parts
        ]
        for shown, name, scores in zip(
            self.legend,
            (_tr("{count} genuine pairs"), _tr("{count} impostor pairs")),
            (measured.genuine, measured.impostors),
            strict=True,
        ):
            shown.setText(name.format(count=local.whole(scores.count)))
        filled = np.flatnonzero(parts[0] + parts[1])
        low, high = (edges[filled[0]], edges[filled[-1] + 1]) if len(filled) else (0.0, 2.0)
        top = max(float(part.max(initial=0.0)) for part in parts)
        self.draw(lines, (float(min(low, 0.2)), float(max(1.1 * high, 1.0))), (0.0, max(top, 1e-3) * 1.05))


class DetPlot(Plot):
    """FNMR against FMR; dashed where the data no longer support the FMR. The dot is where tau is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("DET curve"),
            (("accent", _tr("measured"), WHOLE), ("muted", _tr("beyond what the data support"), DASHED)),
            (_tr("FMR: impostors accepted"), _tr("FNMR: genuine refused")),
            log=(True, True),
            ticks=(_decades(-7), _decades(-7)),
            parent=parent,
        )

    def show_measured(self, measured: Measured) -> None:
        """Draw the curve."""
        curve = measured.det
        least = _ONE / max(1, measured.impostors.count)
        lowest = measured.lowest_fmr or _ONE
        sure, beyond = curve.fmr >= lowest * 0.999, curve.fmr <= lowest * 1.1
        lines: list[Line] = [
            (np.where(part, curve.fmr, np.nan), np.where(part, curve.fnmr, np.nan)) for part in (sure, beyond)
        ]
        misses = curve.fnmr[(curve.fnmr > 0) & (curve.fmr > 0)]
        bottom = float(misses.min(initial=_ONE)) if len(misses) else 1e-3
        self.draw(lines, (least, _ONE), (min(bottom, 0.1), _ONE))
        self.say("" if len(misses) else _tr("All are told apart: there is no curve"))


class PeoplePlot(Plot):
    """FPIR and FNIR over the number of people, at a fixed tau and at one that moves; the line is K."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Searching among K people"),
            (
                ("warn", _tr("FPIR"), WHOLE),
                ("warn", _tr("FPIR in general"), DASHED),
                ("accent", _tr("FNIR"), MIXED),
                ("accent", _tr("FNIR, τ moves"), DOTTED),
            ),
            (_tr("People enrolled, K"), _tr("Share of searches")),
            log=(True, False),
            ticks=(
                [(10.0**power, local.whole(10**power)) for power in range(5)],
                [(part / 5, words.percent(part / 5)) for part in range(6)],
            ),
            parent=parent,
        )

    def show_points(
        self, fixed: tuple[Point, ...], moving: tuple[Point, ...], general: float | None = None
    ) -> None:
        """Draw the curves; where nothing is known there is no line.

        `general` is the FMR that the thresholds in use have at tau: it tells the FPIR where the data cannot.
        """
        k = np.array([point.k for point in fixed], float)
        lines: list[Line] = [
            (k, np.array([np.nan if value is None else value for value in values], float))
            for values in (
                [point.fpir for point in fixed],
                [reckoned(point, general) for point in fixed],
                [point.fnir for point in fixed],
                [point.fnir for point in moving],
            )
        ]
        self.draw(lines, (_ONE, float(LARGEST)), (-_ROOM, _ONE + _ROOM))


def _decades(lowest: int) -> list[tuple[float, str]]:
    return [(10.0**power, words.tenth(power)) for power in range(lowest, 1)]


def reckoned(point: Point, general: float | None) -> float | None:
    """The FPIR by an FMR that was measured on other people, where these data have none of their own."""
    return None if general is None or point.fpir is not None else fpir_of(general, point.k)


def describe(point: Point) -> str:
    """The rates among K people in words, for a screen reader."""
    if point.fpir is None or point.fnir is None:
        return _tr("unknown")
    return _tr("FPIR {fpir}, FNIR {fnir}").format(
        fpir=words.percent(point.fpir), fnir=words.percent(point.fnir)
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("calibrate", text)
