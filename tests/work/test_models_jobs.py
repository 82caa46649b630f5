"""Another face model in the window: fetched, used, the enrolled embedded anew, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.faces.adopted import adopt
from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration, Uncalibrated
from desktop.paths import Home, resources
from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights import store
from desktop.weights.catalogue import entry, joined
from desktop.weights.errors import WeightsMissing
from desktop.work.calibration_messages import InForce
from desktop.work.jobs.live import LiveJobs
from desktop.work.jobs.models import ModelJobs
from desktop.work.jobs.people import PeopleJobs
from desktop.work.jobs.state import State
from desktop.work.lanes import Task
from desktop.work.messages import Failure
from desktop.work.models import ModelsSession
from tests.networks.arcface_file import arcface
from tests.weights_fixture import Sample, with_weights


class Stage:
    """The jobs of the Models and People pages without their window."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.state = State(home, Settings(device="cpu"))
        self.models = ModelJobs(self.state)
        self.people = PeopleJobs(self.state, LiveJobs(self.state))

    def kept(self) -> str:
        return str(json.loads(self.home.settings.read_text("utf-8"))["use_embed"])


@pytest.fixture
def stage(tmp_path: Path, weights: Home) -> Iterator[Stage]:
    with_weights(weights, ["accurate"])
    made = Stage(Home(tmp_path / "home", weights_from=weights.weights.parent))
    made.home.make()
    assert finish(made.models.load()).state == "ready"
    assert finish(made.people.unlock(None)).state == "open"
    yield made
    made.state.close()


def test_the_accurate_model_takes_over_and_goes_again(stage: Stage, sample: Sample) -> None:
    finish(stage.people.enrol_pictures([sample("astronaut")], "Eileen", ""))
    state = finish(stage.models.use("embed", "accurate"))
    assert (state.state, state.model) == ("ready", "accurate")
    assert stage.kept() == "accurate"
    embedder = stage.state.faces.embedder
    assert embedder.model == ("accurate", joined()[0].sha256)
    found = stage.state.people.templates(embedder.model)
    assert found.matrix.shape == (1, 256)
    used = {row.name for row in finish(stage.models.rows()) if row.used and row.task == "embed"}
    assert used == {"accurate"}
    assert finish(stage.models.use("embed", "sface")).model == "sface"
    assert stage.state.people.templates(stage.state.faces.embedder.model).matrix.shape == (1, 128)


def test_an_own_model_waits_for_its_thresholds(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "mine.onnx"
    file.write_bytes(arcface().file())
    home = Home(tmp_path / "another")  # an own model stays out of the weights that tests share
    (home.root / "weights").mkdir(parents=True)
    for name in ("yunet", "sface"):
        (home.weights / entry(name).file).symlink_to(store.path(stage.home, name))
    own = Stage(home)
    try:
        finish(own.models.import_file("mine", file))
        [row] = [row for row in finish(own.models.rows()) if row.needed == "own"]
        assert (row.name, row.installed, row.used) == ("mine", True, False)
        with pytest.raises(WeightsMissing, match="models fetch accurate"):
            finish(own.models.use("embed", "accurate"))
        with pytest.raises(Uncalibrated, match="Calibrate page"):
            finish(own.models.use("embed", "mine"))
        assert own.kept() == "mine"  # so the Calibrate page measures this one
        assert own.state.networks is None  # and nobody is named by the one before
        shipped = json.loads((resources() / "calibration.json").read_text("utf-8"))["models"]["sface"]
        adopt(home, ModelId("mine", row.sha256), shipped)
        state = finish(own.models.load())
        assert (state.state, state.model) == ("ready", "mine")
        assert own.state.faces.embedder.dimension == 32
    finally:
        own.state.close()


def test_thresholds_that_arrive_load_the_model(qtbot: QtBot, home: Home) -> None:
    lane = Asking()
    session = ModelsSession(ModelJobs(State(home, Settings())), lane, lane)  # type: ignore[arg-type]
    task = session.use("embed", "mine")
    task.failed.emit(Failure("", {}, kind="Uncalibrated"))
    task.ended.emit()
    assert session.state.state == "failed"
    assert lane.asked == ["use", "models"]  # loading again would only fail again
    found = InForce(ModelId("mine", ""), Calibration.for_model("sface"), own=True)
    session.thresholds_changed(found)
    assert lane.asked[-1] == "load"
    session.thresholds_changed(found)
    assert lane.asked.count("load") == 1
    session.thresholds_changed(InForce(ModelId("mine", ""), None, own=False))
    assert lane.asked.count("load") == 2  # which says that it lacks them


class Asking:
    """A lane that only notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._tasks: list[Task] = []

    def submit(self, job: object, title: str) -> Task:
        self.asked.append(title)
        self._tasks.append(Task(lambda: iter(()), title))  # type: ignore[arg-type, return-value]
        return self._tasks[-1]
