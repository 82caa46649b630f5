"""Learning with real weights: people cut from sample pictures teach a head, and recognition goes by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import settings as settings_file
from desktop.faces.detect import Yunet
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from desktop.tour.crowd import make_people
from desktop.weights import store
from desktop.work.jobs.learn import LearnJobs
from desktop.work.jobs.live import LiveJobs
from desktop.work.jobs.models import ModelJobs
from desktop.work.jobs.people import PeopleJobs
from desktop.work.jobs.state import State
from tests.people.made import opened
from tests.weights_fixture import Sample

QUICK = Recipe(epochs=3, views=2)


@pytest.fixture
def people(tmp_path: Path, weights: Home, sample: Sample) -> Path:
    pictures = [read_picture(sample(name)) for name in ("astronaut", "six-faces")]
    folder = tmp_path / "My people"
    assert make_people(pictures, Yunet(store.file(weights, "yunet")), folder) >= 7
    return folder


@pytest.fixture
def state(tmp_path: Path, weights: Home) -> Iterator[State]:
    home = Home(tmp_path / "home", weights_from=weights.weights.parent)
    home.make()
    made = State(home, Settings())
    finish(ModelJobs(made).load())
    yield made
    made.close()


def test_a_folder_teaches_and_recognition_goes_by_it(state: State, people: Path) -> None:
    state.opened = opened(state.home)
    finish(PeopleJobs(state, LiveJobs(state)).enrol_folder(people, ""))
    jobs = LearnJobs(state)
    found = finish(jobs.folder(people, QUICK))
    assert found.comparison is not None
    assert found.comparison.verdict == "unclear"  # two people kept aside show nothing
    used = finish(jobs.adopt(found))
    assert used.models.model == "sface+My people"
    embedded = state.opened.templates(state.faces.embedder.model)
    assert len(embedded.owners) == len(state.faces.recogniser.gallery) > 40
    again = State(state.home, settings_file.load(state.home.settings))
    assert finish(ModelJobs(again).load()).model == "sface+My people"
    chosen = finish(ModelJobs(again).use("embed", "sface"))
    assert chosen.model == "sface"  # a model that is chosen is used as it is
    finish(jobs.restore("", used.name))
    assert state.faces.embedder.model.name == "sface"
    assert not list(state.home.heads.iterdir())


def test_the_enrolled_teach_each_of_three_ways(state: State, people: Path) -> None:
    state.opened = opened(state.home)
    finish(PeopleJobs(state, LiveJobs(state)).enrol_folder(people, ""))
    jobs = LearnJobs(state)
    taken = finish(jobs.enrolled())
    assert taken.crops[0].shape == (112, 112, 3)
    before = {file for file in state.home.root.rglob("*") if file.is_file()}
    for recipe in (
        QUICK,
        replace(QUICK, method="binary"),
        replace(QUICK, mode="scratch", reduce=16),
    ):
        found = finish(jobs.train(taken, recipe))
        assert found.head is not None
        assert found.base == "sface"
        assert (found.full is not None) == (recipe.reduce is not None)
    assert {file for file in state.home.root.rglob("*") if file.is_file()} == before
