"""The calibration's jobs as loops: a folder, the enrolled, groups, adopting and taking back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.faces import adopted
from desktop.faces.face import ModelId, View
from desktop.faces.match import Gallery
from desktop.faces.recognise import Recogniser
from desktop.faces.thresholds import Calibration, Uncalibrated
from desktop.learn.errors import OnePicture
from desktop.learn.identification import Identification
from desktop.learn.measure import Measured, measure
from desktop.learn.own import TooFewGenuine
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from desktop.vectors import Vectors
from desktop.work import calibration_messages
from desktop.work.calibration_messages import Calibrated
from desktop.work.jobs.calibration import CalibrationJobs, OfTheEnrolled, TooFewEnrolled
from desktop.work.jobs.models import ModelJobs
from desktop.work.jobs.state import ModelsMissing, Networks, State, VaultLocked
from tests.learn.made import Scripted, made_folder, save
from tests.learn.simulated import simulated
from tests.people.made import opened, template
from tests.weights_fixture import Sample

MODEL = ModelId("sface", "ab" * 32)


class Mind:
    """Embeds a face as its colours, coarsely: pictures of noise are all different."""

    model = MODEL
    dimension = 8

    def embed(self, views: Sequence[View]) -> Vectors:
        rows = [np.random.default_rng(view.picture[50:60].ravel()).normal(size=8) for view in views]
        found = np.array(rows, np.float32).reshape(-1, 8)
        return found / np.linalg.norm(found, axis=1, keepdims=True)


def loaded(home: Home) -> State:
    state = State(home, Settings())
    table = Calibration.for_model("sface")
    recogniser = Recogniser(Scripted(), Mind(), Gallery(np.empty((0, 8), np.float32), ()), table)
    state.networks = Networks(Scripted(), Scripted(), Mind(), table, recogniser)
    return state


@pytest.fixture
def state(home: Home) -> Iterator[State]:
    made = loaded(home)
    yield made
    made.close()


def jobs_with_networks(state: State) -> CalibrationJobs:
    jobs = CalibrationJobs(state)
    settings = state.settings
    jobs._loaded = ((settings.use_detect, settings.use_embed, settings.device), Scripted(), Mind())
    return jobs


def test_a_folder_is_measured(state: State, tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "My people", {"Ann": 3, "Bo": 2, "Cy": 1})
    (folder / "Ann" / "broken.png").write_bytes(b"no picture")
    found = finish(jobs_with_networks(state).folder(folder))
    assert (found.folder, found.model) == ("My people", MODEL)
    assert (found.measured.people, found.measured.pictures) == (3, 6)
    assert (found.measured.genuine.count, found.measured.impostors.count) == (4, 11)
    assert found.sample.names == ("Ann", "Bo", "Cy")
    assert [problem.kind for problem in found.problems] == ["UnreadablePicture"]


def test_a_folder_that_can_tell_nothing_is_a_sentence(state: State, tmp_path: Path) -> None:
    with pytest.raises(OnePicture):
        finish(jobs_with_networks(state).folder(made_folder(tmp_path, {"Ann": 1, "Bo": 1})))


def test_progress_is_told_and_closing_stops(state: State, tmp_path: Path) -> None:
    job = jobs_with_networks(state).folder(made_folder(tmp_path, {"Ann": 3, "Bo": 3}))
    told = [next(job).what for _ in range(4)]
    assert told[0] == "Loading the face model"
    assert "Looking for faces" in told
    job.close()


def test_groups_by_words_or_by_file(state: State, tmp_path: Path) -> None:
    jobs = jobs_with_networks(state)
    sample = finish(jobs.folder(made_folder(tmp_path / "all", {"Ann": 2, "Bo": 2, "Cy": 2}))).sample
    file = tmp_path / "groups.csv"
    file.write_text("Ann,one\nBo,one\nCy,two\n")
    for given in (file, {"Ann": "one", "Bo": "one", "Cy": "two"}):
        found = finish(jobs.groups(sample, given))
        assert [(group.name, group.measured.people) for group in found.groups] == [("one", 2), ("two", 1)]
        assert found.labels["Cy"] == "two"


def test_the_enrolled_are_measured_and_nothing_is_written(state: State) -> None:
    state.opened = opened(state.home)
    for seed, name in enumerate(("Ann", "Ann", "Bo", "Bo", "Bo")):
        state.opened.add(name, [template(seed)])
    before = {file: file.stat().st_size for file in state.home.root.rglob("*") if file.is_file()}
    found = finish(CalibrationJobs(state).enrolled())
    assert (found.folder, found.measured.people, found.measured.pictures) == ("", 2, 5)
    assert (found.measured.genuine.count, found.measured.impostors.count) == (4, 6)
    assert sorted(found.sample.people) == ["Ann", "Ann", "Bo", "Bo", "Bo"]
    assert {file: file.stat().st_size for file in state.home.root.rglob("*") if file.is_file()} == before


def test_too_few_enrolled_a_locked_vault_and_missing_networks_are_sentences(home: Home, state: State) -> None:
    jobs = CalibrationJobs(state)
    with pytest.raises(VaultLocked):
        finish(jobs.enrolled())
    state.opened = opened(home)
    for who in range(2):
        with pytest.raises(TooFewEnrolled):
            finish(jobs.enrolled())
        state.opened.add(f"person {who}", [template(who)])
    state.networks = None
    with pytest.raises(ModelsMissing):
        finish(jobs.enrolled())


def result(measured: Measured, folder: str = "people") -> Calibrated:
    vectors = np.zeros((0, 2), np.float32)
    measured_on = calibration_messages.Sample(vectors, (), np.zeros(0))
    return Calibrated(
        folder, MODEL, measured_on, measured, Identification(measured, {}, np.zeros(0), np.zeros(0)), ()
    )


def test_what_was_measured_on_the_enrolled_is_not_kept(state: State) -> None:
    measured = finish(measure(*simulated(200, 4)))
    with pytest.raises(OfTheEnrolled):
        finish(CalibrationJobs(state).adopt(result(measured, folder="")))
    assert not list(state.home.root.glob("calibrations/*"))


def test_what_is_adopted_decides_at_once_and_is_taken_back(state: State) -> None:
    jobs = CalibrationJobs(state)
    shipped = state.faces.calibration
    assert not finish(jobs.in_force()).own
    measured = finish(measure(*simulated(200, 4)))
    found = finish(jobs.adopt(result(measured)))
    assert found.own
    assert found.before is None
    assert state.faces.calibration.threshold(1e-2) == pytest.approx(
        1 - (measured.threshold(1e-2) or 0) / 2, abs=1e-5
    )
    assert state.faces.recogniser._calibration is state.faces.calibration
    again = finish(jobs.adopt(result(finish(measure(*simulated(150, 4, seed=8))))))
    assert again.before == adopted_table(measured)
    back = finish(jobs.restore(MODEL, again.before))
    assert back.own
    assert state.faces.calibration.threshold(1e-3) == found.calibration.threshold(1e-3)  # type: ignore[union-attr]
    gone = finish(jobs.restore(MODEL, None))
    assert not gone.own
    assert gone.before == again.before
    assert state.faces.calibration.threshold(1e-3) == shipped.threshold(1e-3)


def adopted_table(measured: object) -> object:
    import json

    from desktop.learn.own import table

    return json.loads(json.dumps(table(measured)))  # type: ignore[arg-type]


def test_an_own_model_without_thresholds_recognises_nobody(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    def uncalibrated(name: str) -> Calibration:
        raise Uncalibrated(model=name)

    jobs = CalibrationJobs(state)
    finish(jobs.adopt(result(finish(measure(*simulated(200, 4))))))
    monkeypatch.setattr(Calibration, "for_model", staticmethod(uncalibrated))
    back = finish(jobs.restore(MODEL, None))
    assert (back.own, back.calibration, state.networks) == (False, None, None)


def test_too_few_pairs_change_nothing(state: State) -> None:
    before = state.faces.calibration
    with pytest.raises(TooFewGenuine):
        finish(CalibrationJobs(state).adopt(result(finish(measure(*simulated(3, 2))))))
    assert state.faces.calibration is before
    assert adopted.own(state.home, MODEL) is None


def test_real_faces_are_measured_and_the_window_loads_what_was_adopted(
    tmp_path: Path, weights: Home, sample: Sample
) -> None:
    """The astronaut in three views and a stranger in two: with real weights they are far apart."""
    astronaut, group = read_picture(sample("astronaut")), read_picture(sample("six-faces"))
    for number, view in enumerate((astronaut, astronaut[:, ::-1], astronaut[:400, 40:])):
        save(np.ascontiguousarray(view), tmp_path / "people" / "Eileen" / f"{number}.png")
    for number, view in enumerate((group, group[:, ::-1])):
        save(np.ascontiguousarray(view), tmp_path / "people" / "Stranger" / f"{number}.png")
    home = Home(tmp_path / "home", weights_from=weights.weights.parent)
    home.make()
    state = State(home, Settings())
    jobs = CalibrationJobs(state)
    found = finish(jobs.folder(tmp_path / "people"))
    assert (found.measured.genuine.count, found.measured.impostors.count) == (4, 6)
    assert found.measured.impostors.smallest[0] > 1.2 > found.measured.genuine.smallest[2]
    finish(jobs.adopt(replace(found, measured=finish(measure(*simulated(200, 4))))))
    loaded_state = finish(ModelJobs(state).load())
    assert loaded_state.calibration is not None
    assert loaded_state.calibration.threshold(1e-3) != Calibration.for_model("sface").threshold(1e-3)
    assert finish(jobs.in_force()).own
