"""Learning without weights: what its tests train on, and the state of a window."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from desktop.faces.face import View
from desktop.faces.match import Gallery
from desktop.faces.recognise import Recogniser
from desktop.faces.thresholds import Calibration
from desktop.learn.below import EmbeddingBelow
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.people.person import NewTemplate
from desktop.progress import finish
from desktop.settings import Settings
from desktop.work.jobs.learn import LearnJobs
from desktop.work.jobs.state import Networks, State
from desktop.work.learn_messages import Taken
from tests.learn.made import Scripted
from tests.learn.made_up import BlockEmbedder, faces
from tests.people.made import opened

QUICK = Recipe(epochs=2, views=2, people=4, pictures=3)
TEMPLATE_112 = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]],
    np.float32,
)


class Jobs(LearnJobs):
    """Without weights: the blocks of a picture say who it is."""

    def _detector(self) -> Any:
        return Scripted()

    def _networks(self, recipe: Recipe) -> Any:
        if recipe.mode == "scratch":
            from desktop.learn.below import PixelsBelow

            return PixelsBelow(recipe.seed), BlockEmbedder()
        return EmbeddingBelow(BlockEmbedder()), None


def loaded(home: Home) -> State:
    """A window's state with networks of blocks and nobody enrolled; to be closed."""
    made = State(home, Settings())
    embedder = BlockEmbedder()
    table = Calibration.for_model("sface")
    recogniser = Recogniser(Scripted(), embedder, Gallery(np.empty((0, 16), np.float32), ()), table)
    made.networks = Networks(Scripted(), Scripted(), embedder, table, recogniser)
    return made


def thresholds_for_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made-up people are too few for thresholds: the blocks get some that ship."""
    plain = Calibration.for_model
    monkeypatch.setattr(
        Calibration, "for_model", lambda name: plain("sface" if name.startswith("blocks") else name)
    )


def taken(folder: str = "My people", **how: Any) -> Taken:
    """Made-up faces as if read from a folder; "" for the enrolled."""
    shown = faces(**how)
    return Taken(folder, shown.crops, shown.people)


def enrol(state: State, people: int = 8, pictures: int = 3) -> dict[str, str]:
    """Everybody of a made-up crowd; gives ids by name."""
    state.opened = opened(state.home)
    shown, embedder = faces(people, pictures), BlockEmbedder()
    ids = {}
    for name, crop in zip(shown.people, shown.crops, strict=True):
        [row] = embedder.embed([View(crop, TEMPLATE_112)])
        change = state.opened.add(name, [NewTemplate(crop, TEMPLATE_112, row, embedder.model, 0.8)])
        ids[name] = change.person.id
    finish(state.catch_up())
    return ids


def files(home: Home) -> dict[str, bytes]:
    """Everything in a home but the vault, by path."""
    return {
        str(file.relative_to(home.root)): file.read_bytes()
        for file in home.root.rglob("*")
        if file.is_file() and not file.name.startswith("people.sqlite")
    }


def told(job: Any) -> tuple[list[Any], Any]:
    """Everything a job tells, and its result."""
    seen = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as end:
            return seen, end.value
