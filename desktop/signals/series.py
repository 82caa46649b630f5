"""A series of one channel from a CSV file: an ECG, a sensor, a price."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.errors import FileMissing
from desktop.signals.errors import FlatSeries, SeriesTooLong, SeriesTooShort, UnreadableSeries
from desktop.signals.kinds import SERIES, Values

LONGEST: Final = 2_000_000
"""Values: the activations of the first layer then take 64 MB."""

_BYTES: Final = 200_000_000
_DELIMITERS: Final = ";\t,"


def read(path: Path) -> Values:
    """(1, n) the values of the first column of numbers, mean 0 and deviation 1. A header is skipped.

    A column that only rises is a clock and is passed over where there is another. Raises FileMissing,
    UnreadableSeries, SeriesTooShort, SeriesTooLong or FlatSeries.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise SeriesTooLong(series=path.name, count="many", limit=LONGEST)
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except FileNotFoundError as error:
        raise FileMissing(path=path, details=repr(error)) from error
    except OSError as error:
        raise UnreadableSeries(series=path.name, details=repr(error)) from error
    values = _column(text)
    if values is None:
        raise UnreadableSeries(series=path.name)
    if len(values) > LONGEST:
        raise SeriesTooLong(series=path.name, count=len(values), limit=LONGEST)
    if len(values) < SERIES.window[0]:
        raise SeriesTooShort(series=path.name, count=len(values), limit=SERIES.window[0])
    spread = float(values.std())
    if spread <= 1e-9 * max(1.0, float(np.abs(values).max())):
        raise FlatSeries(series=path.name)
    return np.asarray((values - values.mean()) / spread, np.float32)[None]


def _column(text: str) -> NDArray[np.float64] | None:
    """The column that is meant; None where no column is of numbers all the way."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    found = [mark for mark in _DELIMITERS if mark in lines[-1]]
    # With other marks between the columns a comma is a decimal one.
    decimal = bool(found) and found[0] != ","
    try:
        rows = list(csv.reader(lines, delimiter=found[0] if found else ";"))
    except csv.Error:
        return None
    clock = None
    for place in range(len(rows[-1])):
        numbers = _numbers([row[place] if place < len(row) else "" for row in rows], decimal)
        if numbers is None:
            continue
        if len(numbers) < 2 or not (np.diff(numbers) > 0).all():
            return numbers
        clock = numbers if clock is None else clock
    return clock


def _numbers(cells: Sequence[str], decimal: bool) -> NDArray[np.float64] | None:
    """The cells as numbers, the first left out where it is a heading; None where another is no number."""
    given = [cell.replace(",", ".") for cell in cells] if decimal else list(cells)
    try:
        float(given[0])
    except ValueError:
        given = given[1:]
    try:
        found = np.array([float(cell) for cell in given], np.float64)
    except ValueError:
        return None
    return found if len(found) and np.isfinite(found).all() else None
