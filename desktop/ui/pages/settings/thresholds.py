"""Which error is accepted, and the threshold that follows from it for the model in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from desktop.faces.thresholds import distance
from desktop.ui import local
from desktop.ui.choices import Choices
from desktop.ui.pages.settings import words
from desktop.ui.pages.settings.row import ChoiceRow, Section
from desktop.ui.widgets.picker import Picker

if TYPE_CHECKING:
    from desktop.work.core import Core

_FMR = (1e-2, 1e-3, 1e-4, 1e-5)
_FPIR = (1e-1, 1e-2, 1e-3)


class Thresholds(Section):
    """The section; the rows follow model, thresholds and people."""

    def __init__(self, core: Core, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Thresholds", "Thresholds"), parent)
        self._core, self._choices = core, choices
        self.fmr = ChoiceRow(choices, "fmr", _picker("fmr", _FMR))
        self.fpir = ChoiceRow(choices, "fpir", _picker("fpir", _FPIR))
        for row in (self.fmr, self.fpir):
            self.add(row)
        choices.changed.connect(self._show)
        core.models.state_changed.connect(self._show)
        core.people.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        table, now = self._core.models.state.calibration, self._choices.now
        compare, recognise = words.about("fmr"), words.about("fpir")
        if table is not None:
            tau = local.decimal(distance(table.threshold(now.fmr)), 3)
            told = self.tr("{about}: up to a distance of {tau}")
            compare = told.format(about=compare, tau=tau)
            count = sum(card.templates for card in self._core.people.people)
            least = local.decimal(table.tau(now.fpir, count), 2)
            told = self.tr("{about}: from a similarity of {least} on, among {count} pictures")
            recognise = told.format(about=recognise, count=local.whole(count), least=least)
        self.fmr.say(compare)
        self.fpir.say(recognise)


def _picker(name: str, offered: tuple[float, ...]) -> Picker:
    """Rates to choose from; one that a threshold was dragged to elsewhere is offered too."""
    options = [(repr(rate), words.rate(rate)) for rate in offered]
    return Picker(words.title(name), options, words=lambda key: words.rate(float(key)))
