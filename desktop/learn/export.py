"""What was measured as CSV: standard terms as column names, one heading, rates as fractions 0..1.

Distances are d = |f(A) - f(B)|^2, 0..4. A figure that the data cannot support is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.files import replaced
from desktop.learn.groups import Group, QualityBin
from desktop.learn.identification import COUNTS, Identification
from desktop.learn.intervals import Rate
from desktop.learn.measure import HISTOGRAM_BINS, Measured
from desktop.learn.scores import FARTHEST

Cell = str | int | float | None
Table = tuple[Sequence[str], list[Sequence[Cell]]]
"""Column names and rows."""

_RATES = ("pairs", "errors", "rate", "low", "high")


def det(measured: Measured) -> Table:
    """FMR and FNMR over thresholds."""
    curve = measured.det
    rows = zip(curve.tau.tolist(), curve.fmr.tolist(), curve.fnmr.tolist(), strict=True)
    return ("threshold", "fmr", "fnmr"), [(round(tau, 6), fmr, fnmr) for tau, fmr, fnmr in rows]


def histogram(measured: Measured) -> Table:
    """The share of genuine and of impostor pairs by distance."""
    width = FARTHEST / HISTOGRAM_BINS
    genuine, impostors = (scores.shares(HISTOGRAM_BINS) for scores in (measured.genuine, measured.impostors))
    rows: list[Sequence[Cell]] = [
        (round(n * width, 6), round((n + 1) * width, 6), float(genuine[n]), float(impostors[n]))
        for n in range(HISTOGRAM_BINS)
    ]
    return ("distance_from", "distance_to", "genuine", "impostor"), rows


def people(found: Identification, tau: float, fpir: float) -> Table:
    """FPIR and FNIR by the number of people, at a fixed threshold and at one that keeps the FPIR."""
    rows: list[Sequence[Cell]] = []
    for k in COUNTS:
        for way, point in (("fixed", found.point(k, tau)), ("moving", found.moving(k, fpir))):
            kind = "measured" if point.measured else "reckoned"
            rows.append((k, way, point.tau, point.fpir, point.fnir, kind if point.fpir is not None else ""))
    return ("k", "threshold_kind", "threshold", "fpir", "fnir", "basis"), rows


def groups(found: Sequence[Group], tau: float) -> Table:
    """Both rates of each group at a threshold."""
    rows = [
        (one.name, one.measured.people, one.measured.pictures, *_both(one.measured, tau)) for one in found
    ]
    return ("group", "people", "pictures", "threshold", *_columns()), [
        (*row[:3], tau, *row[3:]) for row in rows
    ]


def quality(found: Sequence[QualityBin], tau: float) -> Table:
    """Both rates, and the mean distances, by the quality of a pair's worse picture."""
    rows: list[Sequence[Cell]] = [
        (
            one.low,
            one.high,
            one.measured.genuine.mean(),
            one.measured.impostors.mean(),
            tau,
            *_both(one.measured, tau),
        )
        for one in found
    ]
    head = ("quality_from", "quality_to", "genuine_distance", "impostor_distance", "threshold")
    return (*head, *_columns()), rows


def write(table: Table, file: Path) -> None:
    """Write one table, whole or not at all. Raises DiskFull or NotWritable."""
    names, rows = table
    with replaced(file) as out:
        out.write(text(names, rows).encode())


def text(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The table as RFC 4180 has it."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(names)
    writer.writerows(rows)
    return made.getvalue()


def _columns() -> tuple[str, ...]:
    return tuple(f"{kind}_{name}" if name != "rate" else kind for kind in ("fmr", "fnmr") for name in _RATES)


def _both(measured: Measured, tau: float) -> tuple[Cell, ...]:
    return (*_cells(measured.fmr(tau)), *_cells(measured.fnmr(tau)))


def _cells(rate: Rate) -> tuple[Cell, ...]:
    return rate.trials, rate.errors, rate.value, rate.low, rate.high
