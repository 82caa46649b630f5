"""Export: every figure as CSV files in a folder, the plots as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QWidget

from desktop.files import replaced
from desktop.learn import export
from desktop.learn.groups import Group
from desktop.work.calibration_messages import Calibrated


def figures(
    result: Calibrated, groups: Sequence[Group], tau: float, fpir: float, folder: Path
) -> tuple[Path, ...]:
    """Write det.csv, histogram.csv, people.csv, quality.csv, and groups.csv where there are groups.

    `fpir` is what the moving threshold keeps. Raises DiskFull or NotWritable.
    """
    tables = {
        "det": export.det(result.measured),
        "histogram": export.histogram(result.measured),
        "people": export.people(result.found, tau, fpir),
        "quality": export.quality(result.quality, tau),
    }
    if groups:
        tables["groups"] = export.groups(groups, tau)
    files = []
    for name, table in tables.items():
        file = folder / f"{name}.csv"
        export.write(table, file)
        files.append(file)
    return tuple(files)


def picture(widget: QWidget, file: Path) -> None:
    """Write what a widget shows as PNG. Raises DiskFull or NotWritable."""
    buffer = QBuffer()
    widget.grab().save(buffer, "PNG")
    with replaced(file) as out:
        out.write(bytes(buffer.data().data()))
