"""The curves of training: loss with the share of active triplets, and both histograms of distances."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui import local, theme
from desktop.ui.pages.calibrate.plot import Legend, Line, Plot
from desktop.ui.pages.calibrate.words import percent
from desktop.ui.widgets.stroke import DASHED, WHOLE
from desktop.work.learn_messages import Lesson

_LOW = 176


class _Still(Plot):
    """A plot in which nothing is dragged: the pointer shall not promise it."""

    def __init__(
        self,
        title: str,
        legend: Legend,
        axes: tuple[str, str],
        *,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, legend, axes, filled=filled, parent=parent)
        self.setMinimumHeight(_LOW)
        theme.state().changed.connect(self._rest)

    def draw(self, lines: Sequence[Line], across: tuple[float, float], up: tuple[float, float]) -> None:
        """As every plot."""
        super().draw(lines, across, up)
        self._rest()

    @Slot()
    def _rest(self) -> None:
        if self._view is not None:
            self._view.unsetCursor()


class LossPlot(_Still):
    """What a batch costs, and which part of the triplets still costs anything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Loss"),
            (("accent", _tr("loss"), WHOLE), ("warn", _tr("active triplets"), DASHED)),
            (_tr("Epoch"), _tr("Loss, share")),
            parent=parent,
        )

    def show_lesson(self, lesson: Lesson) -> None:
        """Draw both curves as far as they go."""
        some = bool(np.isfinite(lesson.active).any())
        lines: list[Line] = [(lesson.at, lesson.losses), (lesson.at, lesson.active)]
        top = float(lesson.losses.max(initial=0.1))
        self.draw(lines, (0.0, float(lesson.epochs)), (0.0, max(top, 1.0) if some else top * 1.05))
        loss = local.decimal(float(lesson.losses[-1]), 3) if len(lesson.losses) else "–"
        self.legend[0].setText(_tr("loss {value}").format(value=loss))
        last = float(lesson.active[-1]) if len(lesson.active) else float("nan")
        share = percent(last) if np.isfinite(last) else _tr("none found")
        told = _tr("active triplets {share}").format(share=share)
        self.legend[1].setText(told if some else _tr("no triplets"))
        self.setAccessibleDescription(local.listed(one.text() for one in self.legend))


class DistancePlot(_Still):
    """How far apart pictures of one person are, and of different people, over the epoch so far."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _tr("Distances"),
            (("accent", _tr("same person"), WHOLE), ("warn", _tr("different people"), DASHED)),
            (_tr("Distance d(A, B)"), _tr("Share of pairs")),
            filled=True,
            parent=parent,
        )

    def show_lesson(self, lesson: Lesson) -> None:
        """Draw both histograms."""
        edges = lesson.edges
        parts = [counts / max(1, counts.sum()) for counts in (lesson.ap, lesson.an)]
        lines: list[Line] = [
            (np.repeat(edges, 2), np.concatenate([[0], np.repeat(part, 2), [0]])) for part in parts
        ]
        filled = np.flatnonzero(parts[0] + parts[1])
        high = float(edges[filled[-1] + 1]) if len(filled) else 2.0
        top = max(float(part.max(initial=0.0)) for part in parts)
        self.draw(lines, (0.0, max(high, 2.2)), (0.0, max(top, 1e-3) * 1.05))
        middle = (edges[1:] + edges[:-1]) / 2
        means = [local.decimal(float(part @ middle)) if part.any() else "–" for part in parts]
        said = (_tr("same person {value}"), _tr("different people {value}"))
        for shown, words, value in zip(self.legend, said, means, strict=True):
            shown.setText(words.format(value=value))
        self.setAccessibleDescription(
            _tr("mean {same} for the same person, {other} for different people").format(
                same=means[0], other=means[1]
            )
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("learn", text)
