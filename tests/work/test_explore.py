"""The Explore page's jobs with the real networks: folders, the Studio, the enrolled, the camera."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.camera.errors import NoCamera
from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.errors import DiskFull, FileMissing
from desktop.explore import kept
from desktop.explore.errors import (
    NeverFires,
    NothingEnrolled,
    NothingPainted,
    NothingToExplore,
    UnknownNetwork,
)
from desktop.explore.found import Found
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights.errors import WeightsMissing
from desktop.work.camera import CameraThread
from desktop.work.explore import ExploreSession
from desktop.work.explore_messages import Excited, Gaze, Reading, Watched
from desktop.work.jobs import explore as jobs_module
from desktop.work.jobs.explore import ExploreJobs
from desktop.work.jobs.state import State, VaultLocked
from desktop.work.lanes import Lane
from tests.explore.made import made
from tests.people.made import opened, template
from tests.weights_fixture import Sample, cache, with_weights


@pytest.fixture(scope="module")
def jobs(weights: Home, tmp_path_factory: pytest.TempPathFactory) -> ExploreJobs:
    """On a home of their own; the networks are loaded once."""
    home = Home(tmp_path_factory.mktemp("explore"), weights_from=cache())
    with_weights(home, ["vgg19"])
    return ExploreJobs(State(home, Settings(device="cpu")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Holiday"
    for seed in range(3):
        write_png(made(seed), place / f"{seed}.png")
    return place


@pytest.fixture
def found(jobs: ExploreJobs, folder: Path) -> Found:
    return finish(jobs.folder(folder, "vgg19"))


def strongest_unit(found: Found, layer: str) -> int:
    return int(np.argmax(found.strongest(layer, whole=False).values[:, 0]))


def test_a_network_tells_its_layers(jobs: ExploreJobs) -> None:
    explored = finish(jobs.open("vgg19"))
    assert len(explored.layers) == 16
    assert [layer.block for layer in explored.layers] == [1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
    assert explored.layer("conv4_2").units == 512
    unlike = explored.different["conv1_1"]
    assert unlike.shape == (64,)
    assert 0 <= unlike.min() < unlike.max() <= 1
    faces = finish(jobs.open("sface"))
    assert len(faces.layers) == 28
    assert faces.layers[-1].name == "head"


def test_missing_weights_and_networks_are_sentences(home: Home) -> None:
    bare = ExploreJobs(State(home, Settings()))
    with pytest.raises(WeightsMissing, match="vgg19"):
        finish(bare.open("vgg19"))
    with pytest.raises(UnknownNetwork, match="resnet"):
        finish(bare.open("resnet"))


def test_a_folder_is_read_once_and_added_to(jobs: ExploreJobs, folder: Path) -> None:
    (folder / "broken.jpg").write_bytes(b"no picture")
    first = finish(jobs.folder(folder, "vgg19"))
    assert first.pictures == ("0.png", "1.png", "2.png")
    assert (first.kind, first.title) == ("folder", "Holiday")
    assert [problem.name for problem in first.problems] == ["broken.jpg"]
    write_png(made(7), folder / "1b.png")
    steps = [step for step in jobs.folder(folder, "vgg19") if isinstance(step, Reading)]
    assert [(step.done, step.total) for step in steps[1:]] == [
        (3, 5),
        (4, 5),
    ]  # the broken one is tried again
    second = finish(jobs.folder(folder, "vgg19"))
    assert second.pictures == ("0.png", "1.png", "2.png", "1b.png")


def test_what_was_read_when_it_was_cancelled_is_kept(
    jobs: ExploreJobs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.explore.search._RENEWED", 0.0)
    job = jobs.folder(folder, "vgg19")
    for step in job:
        if isinstance(step, Reading) and step.done == 2:
            assert step.found is not None
            assert len(step.found.pictures) == 2
            break
    job.close()
    steps = [step for step in jobs.folder(folder, "vgg19") if isinstance(step, Reading)]
    assert [(step.done, step.total) for step in steps[1:]] == [(2, 3)]


def test_a_full_disk_is_said_and_the_rest_goes_on(
    jobs: ExploreJobs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise DiskFull(path=path)

    monkeypatch.setattr(kept, "replaced", full)
    found = finish(jobs.folder(folder, "vgg19"))
    assert len(found.pictures) == 3
    assert [type(problem.error) for problem in found.problems] == [DiskFull]


def test_folders_without_pictures_are_sentences(jobs: ExploreJobs, tmp_path: Path) -> None:
    with pytest.raises(NothingToExplore):
        finish(jobs.folder(tmp_path, "vgg19"))
    with pytest.raises(FileMissing):
        finish(jobs.folder(tmp_path / "gone", "vgg19"))


def test_the_studios_styles_are_looked_at(jobs: ExploreJobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "LONGEST", 48)
    job = jobs.studio("vgg19")
    for step in job:
        if step is not None and step.done >= 1:
            break
    assert step is not None
    assert step.total >= 12  # the styles that ship with the program
    job.close()
    monkeypatch.setattr("desktop.style.shelf.Shelf.styles", lambda _shelf: ())
    with pytest.raises(NothingPainted):
        finish(jobs.studio("vgg19"))


def test_the_enrolled_are_looked_at_in_memory(home: Home, sample: Sample) -> None:
    shared = Home(home.root, weights_from=cache())
    state = State(shared, Settings(device="cpu"))
    jobs = ExploreJobs(state)
    for taken, said in ((False, VaultLocked), (True, NothingEnrolled)):
        if taken:
            state.opened = opened(shared)
        handed: jobs_module.Handed = Latest()
        with pytest.raises(said):
            finish(jobs.take_enrolled(handed))
        with pytest.raises(said):
            finish(jobs.enrolled("sface", handed))
    people = state.people
    portrait = read_picture(sample("astronaut"))
    landmarks = np.array([[200, 105], [245, 105], [222, 130], [205, 155], [242, 155]], np.float32)
    one = replace(template(1), crop=portrait[:300, 100:350], landmarks=landmarks - [100, 0])
    people.add("Eileen", [one])
    handed = Latest()
    finish(jobs.take_enrolled(handed))
    found = finish(jobs.enrolled("sface", handed))
    assert found.kind == "enrolled"
    assert len(found.pictures) == 1
    unit = strongest_unit(found, "conv_6")
    cuts = finish(jobs.cut(found, "conv_6", [(unit, 0), (unit, 1)], 64, False))
    assert [(cut.unit, cut.rank) for cut in cuts.cuts] == [(unit, 0)]  # there is no second picture
    assert not jobs._seen  # nothing of a person is remembered beyond what was asked for
    assert not shared.explore.exists()
    state.close()


def test_patches_are_cut_and_one_is_looked_at_closely(jobs: ExploreJobs, found: Found, folder: Path) -> None:
    unit = strongest_unit(found, "conv3_1")
    cuts = finish(jobs.cut(found, "conv3_1", [(unit, 0), (unit, 2), (unit, 8)], 40, False)).cuts
    assert sorted((cut.unit, cut.rank) for cut in cuts) == [(unit, 0), (unit, 2)]
    assert all(cut.picture.shape == (40, 40, 3) for cut in cuts)
    seen = finish(jobs.look(found, "conv3_1", unit, 0, False))
    assert seen.cut.shape == seen.gradient.shape == seen.guided.shape == seen.deconvolution.shape
    assert seen.values.max() == pytest.approx(seen.patch.value, rel=1e-5)
    with pytest.raises(NeverFires):
        finish(jobs.look(found, "conv3_1", unit, 5, False))
    jobs._seen.clear()
    (folder / "0.png").unlink()
    (folder / "1.png").unlink()
    (folder / "2.png").unlink()
    assert finish(jobs.cut(found, "conv3_1", [(unit, 0)], 40, False)).cuts == ()
    with pytest.raises(FileMissing):
        finish(jobs.look(found, "conv3_1", unit, 0, False))


def test_a_picture_tells_which_units_it_excites(jobs: ExploreJobs, found: Found, folder: Path) -> None:
    excited: Excited = finish(jobs.search("vgg19", read_picture(folder / "1.png"), "1.png"))
    table = found.strongest("conv2_2", whole=False)
    own = np.where(table.pictures == 1, table.values, -np.inf).max(1)
    np.testing.assert_allclose(excited.values["conv2_2"], own, rtol=1e-5, atol=1e-3)


def test_it_is_exported_as_picture_and_as_data(jobs: ExploreJobs, found: Found, tmp_path: Path) -> None:
    sheet = finish(jobs.export(found, "conv2_1", [1, 5], False, tmp_path / "sheet.png"))
    assert min(read_picture(sheet).shape[:2]) > 300
    data = json.loads(finish(jobs.export(found, "conv2_1", [1], True, tmp_path / "d.json")).read_text())
    assert data["units"][0]["unit"] == 1
    assert all(min(patch["box"]) >= 0 for patch in data["units"][0]["patches"])


def test_a_unit_is_imagined_step_by_step(jobs: ExploreJobs) -> None:
    job = jobs.imagine("vgg19", "conv2_1", 3)
    first, second = next(job), next(job)
    assert (first.iteration, second.iteration) == (1, 2)
    assert first.picture.shape == (10, 10, 3)
    job.close()


def test_the_camera_is_watched_and_the_gaze_moves(jobs: ExploreJobs) -> None:
    mailbox: Latest[Frame] = Latest()
    mailbox.put(Frame(made(1, 90, 160), 1, 0.0))
    job = jobs.watch(mailbox, "vgg19", Gaze("conv1_2"), lambda: 30.0)
    told: Watched | None = None
    while told is None:
        told = next(job)
    assert told.gaze == Gaze("conv1_2")
    assert len(told.seen.values) == 64
    mailbox.put(Frame(made(2, 90, 160), 2, 0.03))
    next(job)
    told = job.send(Gaze("conv2_1", 7))  # in the middle of a frame
    while told is None or told.gaze.layer != "conv2_1":
        mailbox.put(Frame(made(3, 90, 160), 3, 0.06))
        told = next(job)
    assert len(told.seen.values) == 128
    job.close()


def test_a_camera_that_shows_nothing_is_a_sentence(
    jobs: ExploreJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs_module, "_PATIENCE", 0.0)
    with pytest.raises(NoCamera):
        finish(jobs.watch(Latest(), "vgg19", Gaze("conv1_1"), lambda: 0.0))


@pytest.fixture
def lanes() -> Iterator[tuple[Lane, Lane]]:
    live, studio = Lane("live", together=True), Lane("studio", together=False)
    live.start()
    studio.start()
    yield live, studio
    studio.stop()
    live.stop()


def test_the_camera_is_let_go_when_nobody_watches(
    jobs: ExploreJobs, lanes: tuple[Lane, Lane], qtbot: QtBot
) -> None:
    camera = CameraThread(lambda _: pytest.fail("no source is opened"))
    session = ExploreSession(jobs, *lanes, camera)
    task = session.watch("vgg19", Gaze("conv1_1"))
    assert camera.explore_wanted
    with qtbot.waitSignal(task.progressed, timeout=20_000):
        camera.explore.put(Frame(made(1, 90, 160), 1, 0.0))
    again = session.watch("vgg19", Gaze("conv1_2"))
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert camera.explore_wanted  # the second one still looks
    with qtbot.waitSignal(again.ended):
        again.cancel()
    assert not camera.explore_wanted
    assert session.needed("sface") == ("sface", "yunet")


def test_what_is_asked_for_overtakes_reading(
    jobs: ExploreJobs, lanes: tuple[Lane, Lane], folder: Path, found: Found, qtbot: QtBot
) -> None:
    session = ExploreSession(jobs, *lanes, CameraThread(lambda _: pytest.fail("no source is opened")))
    for seed in range(10, 16):
        write_png(made(seed, 200, 300), folder / f"{seed}.png")
    reading = session.read_folder(folder, "vgg19")
    ends: list[str] = []
    reading.done.connect(lambda _: ends.append("reading"))
    with qtbot.waitSignal(reading.progressed, timeout=20_000):
        pass
    cut = session.cut(found, "conv1_1", [(0, 0)], 32, False)
    cut.done.connect(lambda _: ends.append("cut"))
    with qtbot.waitSignal(reading.ended, timeout=60_000):
        pass
    assert ends == ["cut", "reading"]


def test_a_folder_that_did_not_grow_is_not_written_again(
    jobs: ExploreJobs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(jobs.folder(folder, "vgg19"))
    monkeypatch.setattr(kept, "replaced", lambda _path: pytest.fail("nothing is new"))
    assert len(finish(jobs.folder(folder, "vgg19")).pictures) == 3
