"""Lets what the user chooses count at once: what the core knows of it becomes a job on the live lane."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.settings import Settings
from desktop.work.jobs.state import State
from desktop.work.lanes import Lane
from desktop.work.models import ModelsSession
from desktop.work.people import PeopleSession


class ChoicesSession(QObject):
    """`failed` brings what the core could not do of a choice; the choice itself stands."""

    failed = Signal(object)  # Failure

    def __init__(
        self,
        state: State,
        lane: Lane,
        models: ModelsSession,
        people: PeopleSession,
        move: Callable[[str], None],
    ) -> None:
        """`move` gives every job of the studio lane that begins from then on another device."""
        super().__init__()
        self._state = state
        self._lane = lane
        self._models = models
        self._people = people
        self._move = move

    def take(self, name: str, settings: Settings) -> None:
        """A choice has changed to what stands in `settings`."""
        if name == "keep_days":
            self._people.keep_history(settings.keep_days).failed.connect(self.failed)
        elif name == "fpir":
            self._lane.submit(lambda: self._rate(settings.fpir), "fpir").failed.connect(self.failed)
        elif name == "device":
            self._lane.submit(lambda: self._device(settings.device), "device")
            self._move(settings.device)
            self._models.load()  # comes after it; how it goes is told where the models' state is shown

    def _rate(self, fpir: float) -> Generator[None, None, None]:
        yield None
        self._state.settings = replace(self._state.settings, fpir=fpir)
        if self._state.networks is not None:
            self._state.networks.recogniser.set_fpir(fpir)

    def _device(self, device: str) -> Generator[None, None, None]:
        self._state.settings = replace(self._state.settings, device=device)
        yield None
