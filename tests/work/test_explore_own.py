"""Networks of the user's own as jobs: trained, kept, explored, and refused where pictures are wanted."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.explore import search as searching
from desktop.explore.errors import HoldsRecordings, NothingOfItsKind, OnlyPictures, UnknownNetwork
from desktop.learn.collapse import Collapsed
from desktop.learn.recipe import Collapse
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.progress import finish
from desktop.settings import Settings
from desktop.signals import train as training
from desktop.signals.errors import NetDamaged, OneClass
from desktop.work.explore_messages import Learning, Reading
from desktop.work.jobs.explore import ExploreJobs
from desktop.work.jobs.state import State
from tests.explore.made import made
from tests.signals import made_classes

MADE: dict[str, Callable[[Path], Path]] = {
    "sound": made_classes.sounds,
    "series": made_classes.series,
    "volume": made_classes.volumes,
    "clip": made_classes.clips,
}


@pytest.fixture
def jobs(home: Home, monkeypatch: pytest.MonkeyPatch) -> ExploreJobs:
    """On a home without weights; only how long a network learns is cut short."""
    usual, quick = training.train, replace(training.USUAL, epochs=3, views=4)
    monkeypatch.setattr(training, "train", lambda given, **more: usual(given, quick, **more))
    return ExploreJobs(State(home, Settings(device="cpu")))


@pytest.mark.parametrize("kind", list(MADE))
def test_a_folder_is_learnt_from_and_explored(
    kind: str, jobs: ExploreJobs, home: Home, tmp_path: Path
) -> None:
    folder = MADE[kind](tmp_path / "Voices")
    with pytest.raises(HoldsRecordings, match="Voices"):
        finish(jobs.folder(folder, "vgg19"))  # VGG-19 need not be there for that
    steps = []
    job = jobs.train(folder)
    try:
        while True:
            steps.append(next(job))
    except StopIteration as end:
        learnt = end.value
    epochs = [step.epoch for step in steps if isinstance(step, Learning) and step.epoch]
    assert epochs == sorted(epochs)
    assert set(epochs) == {1, 2, 3}
    assert (learnt.network, learnt.kind, learnt.classes, learnt.of) == ("own:Voices", kind, 2, 2)
    assert finish(jobs.kept()) == ("own:Voices",)
    explored = finish(jobs.open("own:Voices"))
    assert explored.kind == kind
    assert all(len(explored.different[each.name]) == each.units for each in explored.layers)
    layer = explored.layers[-1]
    found = finish(jobs.folder(folder, "own:Voices"))
    assert len(found.pictures) == 6
    table = found.strongest(layer.name, whole=False)
    unit = int(table.values[:, 0].argmax())
    look = finish(jobs.look(found, layer.name, unit, 0, False))
    assert look.values.max() == pytest.approx(look.patch.value, rel=1e-4)
    assert look.shown.ndim == 3
    cuts = finish(jobs.cut(found, layer.name, [(unit, 0), (unit, 1)], 64, False)).cuts
    assert [cut.picture.shape for cut in cuts] == [(64, 64, 3)] * 2
    for name in ("patches.json", "patches.png"):
        finish(jobs.export(found, layer.name, [unit], False, tmp_path / name))
    told = json.loads((tmp_path / "patches.json").read_text())
    dream = next(jobs.imagine("own:Voices", layer.name, unit))
    assert (dream.iteration, dream.picture.ndim) == (1, 3)
    (first, *_rest) = told["units"][0]["patches"]
    assert first["span"] == [list(span) for span in look.patch.spans]
    assert min(read_picture(tmp_path / "patches.png").shape[:2]) > 300
    again = [step for step in jobs.folder(folder, "own:Voices") if isinstance(step, Reading)]
    assert again[-1].done == again[-1].total or len(again) == 1  # nothing is looked at twice


def test_what_needs_pictures_is_refused(jobs: ExploreJobs, tmp_path: Path) -> None:
    folder = made_classes.sounds(tmp_path / "Voices")
    finish(jobs.train(folder))
    with pytest.raises(OnlyPictures, match="“Voices” does not look at pictures"):
        finish(jobs.search("own:Voices", made(0), "a"))
    with pytest.raises(OnlyPictures):
        finish(jobs.studio("own:Voices"))
    with pytest.raises(HoldsRecordings):  # another network can learn from that
        finish(jobs.folder(made_classes.series(tmp_path / "Heart"), "own:Voices"))
    other = tmp_path / "Beats"
    write_png(made(0), other / "one.png")
    with pytest.raises(NothingOfItsKind, match=r"nothing in “Beats” that “Voices” looks at"):
        finish(jobs.folder(other, "own:Voices"))


def test_a_network_that_learns_again_is_the_new_one(jobs: ExploreJobs, home: Home, tmp_path: Path) -> None:
    folder = made_classes.sounds(tmp_path / "Voices")
    finish(jobs.train(folder))
    before = finish(jobs.open("own:Voices")).different["conv3"]
    made_classes.sounds(folder, each=5)
    finish(jobs.train(folder))
    assert finish(jobs.kept()) == ("own:Voices",)
    assert not np.array_equal(finish(jobs.open("own:Voices")).different["conv3"], before)


def test_a_network_that_is_removed_leaves_nothing_of_what_was_found(
    jobs: ExploreJobs, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_RENEWED", 0.0)
    folder, other = (made_classes.sounds(tmp_path / name, each=2) for name in ("Voices", "Birds"))
    for each in (folder, other):
        finish(jobs.train(each))
        finish(jobs.folder(each, f"own:{each.name}"))
    assert len(list(home.explore.iterdir())) == 2
    (home.explore / "odd.safetensors").write_bytes(b"damaged")
    assert finish(jobs.forget("own:Voices")) == "own:Voices"
    assert finish(jobs.kept()) == ("own:Birds",)
    assert len(list(home.explore.iterdir())) == 2
    with pytest.raises(UnknownNetwork):
        finish(jobs.open("own:Voices"))
    finish(jobs.forget("own:Voices"))  # another window was faster
    made_classes.sounds(other, each=3)
    reading = jobs.folder(other, "own:Birds")
    for told in reading:
        if told is not None and told.done == told.total - 1:
            break
    finish(jobs.forget("own:Birds"))
    reading.close()  # what was found until then is kept otherwise
    assert [file.name for file in home.explore.iterdir()] == ["odd.safetensors"]
    assert len(list(folder.rglob("*.wav"))) == 4


def test_what_goes_wrong_leaves_nothing(
    jobs: ExploreJobs, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OneClass):
        finish(jobs.train(made_classes.sounds(tmp_path / "one", classes=1)))
    folder = made_classes.sounds(tmp_path / "Voices")
    job = jobs.train(folder)
    for step in job:
        if step.epoch == 2:
            break
    job.close()
    assert finish(jobs.kept()) == ()
    broken = Collapse("collapse", 1, Collapsed(epoch=1))
    ended = training.Optimised((), broken)
    monkeypatch.setattr(training, "optimise", lambda *_given, **_more: iter_of(ended))
    with pytest.raises(Collapsed, match="all examples"):
        finish(jobs.train(folder))
    assert finish(jobs.kept()) == ()
    home.nets.mkdir(parents=True)
    (home.nets / "Voices.safetensors").write_bytes(b"damaged")
    with pytest.raises(NetDamaged):
        finish(jobs.open("own:Voices"))


def iter_of(value: object) -> Generator[None, None, object]:
    """A job that is done at once."""
    yield from ()
    return value
