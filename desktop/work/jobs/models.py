"""Weights: what is installed, fetching, importing, and loading the face networks."""

from __future__ import annotations

import logging
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

from desktop import settings as settings_file
from desktop.faces.bring_in import bring_in
from desktop.progress import Progress
from desktop.weights import store
from desktop.weights.catalogue import needed_for_live
from desktop.weights.fetch import fetch
from desktop.weights.store import Row
from desktop.work.jobs.state import State
from desktop.work.messages import ModelsState

_log = logging.getLogger(__name__)


class ModelJobs:
    """Jobs of the Models page; `load` and `use` belong to the live lane, the others to the studio's."""

    def __init__(self, state: State) -> None:
        self._state = state

    def rows(self) -> Generator[None, None, tuple[Row, ...]]:
        """Every entry of the catalogue and whether it is installed."""
        yield
        return tuple(store.describe(self._state.home, self._state.settings))

    def fetch(self, names: Sequence[str] | None) -> Generator[Progress, None, tuple[str, ...]]:
        """Fetch what is missing of `names`; None: what recognition needs."""
        return (yield from fetch(self._state.home, needed_for_live() if names is None else names))

    def import_file(self, name: str, file: Path) -> Generator[Progress, None, None]:
        """Install weights from a file at hand, or take in a face model of the user's own."""
        yield from bring_in(self._state.home, name, file)

    def use(self, task: str, name: str) -> Generator[Progress, None, ModelsState]:
        """Choose the weights for a task, load them and embed the enrolled anew where that is needed."""
        chosen = store.choose(self._state.home, self._state.settings, task, name)
        self._state.settings = chosen
        kept = settings_file.load(self._state.home.settings)
        changed = replace(
            kept, use_detect=chosen.use_detect, use_embed=chosen.use_embed, use_head=chosen.use_head
        )
        settings_file.save(changed, self._state.home.settings)
        return (yield from self.load())

    def load(self) -> Generator[Progress, None, ModelsState]:
        """Load detector and embedder; torch and cv2 are imported here, in the lane's thread.

        Raises Uncalibrated for an embedder without thresholds; nobody is recognised then, by none before it.
        """
        state = self._state
        chosen = (state.settings.use_detect, state.settings.use_embed)
        lacking = store.missing(state.home, chosen)
        if lacking:
            return ModelsState("missing", model=", ".join(entry.title for entry in lacking))
        yield Progress(0, 3, "Loading the detector")
        from desktop.faces.load import load_detector, load_embedder

        detector = load_detector(state.home, state.settings, live=True)
        still = load_detector(state.home, state.settings)
        yield Progress(1, 3, "Loading the face model")
        from desktop.weights.device import choose

        device = choose(state.settings.device)
        embedder = load_embedder(state.home, state.settings, device=device.name)
        yield Progress(2, 3, "Loading thresholds")
        from desktop.faces.thresholds import Uncalibrated
        from desktop.work.jobs import heads

        try:
            heads.begin(state, detector, still, embedder)
        except Uncalibrated:
            state.networks = None
            raise
        yield from state.catch_up()
        return heads.models_state(state)
