"""The jobs of learning as loops: a folder, the enrolled, using a head, taking it back, and who is erased."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop import settings as settings_file
from desktop.faces import adopted
from desktop.learn import kept
from desktop.learn.below import EmbeddingBelow
from desktop.learn.head_file import HeadDamaged, HeadUncalibrated, read
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.progress import Progress, finish
from desktop.work.jobs import heads
from desktop.work.jobs.calibration import CalibrationJobs
from desktop.work.jobs.learn import OfTheEnrolled, TooFewToTeach
from desktop.work.jobs.live import LiveJobs
from desktop.work.jobs.people import PeopleJobs
from desktop.work.jobs.state import State, VaultLocked
from desktop.work.learn_messages import InUse, Lesson, Taken, Taught
from tests.learn.made import made_folder
from tests.learn.made_up import BlockEmbedder
from tests.people.made import raw
from tests.work.learning import QUICK, Jobs, enrol, files, loaded, taken, thresholds_for_blocks, told

TABLE = {
    "tail": [[1.0, -1.0], [0.1, 0.5], [0.01, 0.7], [0.001, 0.8]],
    "beyond": 0.03,
    "floor_fmr": 1e-3,
    "llr": {"slope": 20.0, "intercept": -14.0, "lowest": -4.0, "highest": 6.0},
}


@pytest.fixture
def state(home: Home) -> Iterator[State]:
    made = loaded(home)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _calibrated(monkeypatch: pytest.MonkeyPatch) -> None:
    thresholds_for_blocks(monkeypatch)


def test_a_folder_is_trained_on_and_told(state: State, tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "My people", dict.fromkeys("abcdef", 3))
    seen, found = told(Jobs(state).folder(folder, QUICK))
    assert next(one.what for one in seen if isinstance(one, Progress)) == "Reading the folder"
    lessons = [one for one in seen if isinstance(one, Lesson)]
    last = lessons[-1]
    assert (last.epoch, last.epochs, last.done) == (2, 2, last.total)
    assert len(last.losses) == len(last.at) == last.total
    assert last.at[-1] == pytest.approx(2)
    assert last.seconds_left == 0
    assert last.ap.sum() > 0 < last.an.sum()
    assert len(last.plane) == len(last.codes) > 0
    assert (found.taken.folder, found.taken.count) == ("My people", 6)
    assert found.head is not None
    assert found.head.model.name == "blocks+My people"
    assert found.comparison is not None
    assert not list(state.home.root.glob("training/*"))


def test_the_loss_of_a_batch_and_the_hardest_as_pictures(state: State) -> None:
    given = taken()
    seen, _ = told(Jobs(state).train(given, Recipe(epochs=3, views=2, people=4, pictures=3, mining="hard")))
    last = [one for one in seen if isinstance(one, Lesson)][-1]
    assert (last.losses >= 0).all()
    assert (last.active[np.isfinite(last.active)] <= 1).all()
    assert last.hardest
    one = last.hardest[0]
    rows = {id(crop): person for crop, person in zip(given.crops, given.people, strict=True)}
    assert rows[id(one.anchor)] == rows[id(one.positive)] != rows[id(one.negative)]


def test_cancelled_and_begun_again_it_goes_on(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.work.jobs.learn._EVERY", 0.0)  # every batch is told
    recipe = Recipe(epochs=4, views=2, people=2, pictures=3)
    job = Jobs(state).train(taken(), recipe)
    while not (isinstance(one := next(job), Lesson) and one.epoch == 4):
        pass
    job.close()
    assert list(state.home.training.iterdir())
    seen, found = told(Jobs(state).train(taken(), recipe))
    assert next(one.epoch for one in seen if isinstance(one, Lesson)) == 4
    whole = finish(Jobs(state).train(taken(), recipe))
    assert found.head.model == whole.head.model


def test_training_again_looks_at_no_picture_twice(state: State) -> None:
    jobs, given = Jobs(state), taken()
    finish(jobs.train(given, QUICK))
    assert jobs._ready is not None
    [embedder] = [jobs._ready.below._embedder]  # type: ignore[attr-defined]
    seen = embedder.seen
    finish(jobs.train(given, Recipe(epochs=1, views=2, people=4, pictures=3, mining="hard")))
    assert embedder.seen == seen
    finish(jobs.train(taken(), QUICK))
    assert jobs._ready.below._embedder is not embedder  # type: ignore[attr-defined]


def test_what_was_seen_of_the_enrolled_is_forgotten(state: State) -> None:
    jobs = Jobs(state)
    finish(jobs.train(taken(""), QUICK))
    assert jobs._ready is not None
    jobs.forget_enrolled()
    assert jobs._ready is None


def test_a_collapse_is_one_sentence_and_no_head(state: State) -> None:
    class Broken(Jobs):
        def _networks(self, recipe: Recipe) -> Any:
            import torch

            class Below(EmbeddingBelow):
                begun = False

                def head(self) -> torch.nn.Module:
                    head = super().head()
                    if not self.begun:
                        torch.nn.init.constant_(next(head.parameters()), float("nan"))
                    self.begun = True
                    return head

            return Below(BlockEmbedder()), None

    found = finish(Broken(state).train(taken(), QUICK))
    assert found.head is None
    assert found.collapse.kind == "NoNumber"
    assert "in epoch 1" in found.collapse.text
    with pytest.raises(heads.NothingTrained):
        finish(Jobs(state).adopt(found))


# --- using it ----------------------------------------------------------------------------------------------


def trained(state: State, given: Taken | None = None, recipe: Recipe = QUICK) -> Taught:
    return finish(Jobs(state).train(given or taken(), recipe))


def named(state: State) -> str:
    return state.faces.embedder.model.name


def test_use_it_embeds_the_enrolled_again_and_undo_leaves_no_trace(state: State) -> None:
    enrol(state)
    found = trained(state)
    before = files(state.home)
    plain = state.faces.embedder
    jobs = Jobs(state)
    used: InUse = finish(jobs.adopt(found))
    assert (used.title, used.before, used.added) == ("My people", "", True)
    assert named(state) == "blocks+My people"
    assert state.opened is not None
    assert len(state.opened.templates(state.faces.embedder.model).owners) == 24
    assert len(state.faces.recogniser.gallery) == 24
    assert settings_file.load(state.home.settings).use_head == used.name
    assert kept.load(state.home, used.name).model == found.head.model  # type: ignore[union-attr]
    model = state.faces.embedder.model
    back = finish(jobs.restore(used.before, used.name))
    assert back.name == ""
    assert state.faces.embedder is plain
    assert len(state.opened.templates(model).owners) == 0
    after = files(state.home)
    after.pop("settings.json")
    assert after == {name: data for name, data in before.items() if name != "settings.json"}


def test_the_choice_survives_a_restart_and_a_damaged_file_is_said(state: State) -> None:
    used = finish(Jobs(state).adopt(trained(state)))
    networks = state.faces
    again = State(state.home, settings_file.load(state.home.settings))
    heads.begin(again, networks.detector, networks.still, networks.plain)
    assert named(again) == "blocks+My people"
    (state.home.heads / f"{used.name}.safetensors").write_bytes(b"no head")
    heads.begin(again, networks.detector, networks.still, networks.plain)
    assert named(again) == "blocks"
    assert again.faces.refusal is not None
    assert again.faces.refusal.kind == HeadDamaged.__name__


def test_going_back_later_keeps_the_head(state: State) -> None:
    jobs = Jobs(state)
    used = finish(jobs.adopt(trained(state)))
    gone = finish(jobs.restore(""))
    assert (gone.name, gone.before, named(state)) == ("", used.name, "blocks")
    assert (gone.last, gone.last_title) == (used.name, "My people")
    (state.home.heads / f"{'0' * 32}.safetensors").write_bytes(b"no head")
    assert finish(jobs.in_use()).last == used.name
    finish(jobs.restore(gone.last))
    assert named(state) == "blocks+My people"
    assert finish(jobs.in_use()).last == ""
    other = BlockEmbedder("c" * 64)
    assert kept.latest(state.home, other.model) is None


@pytest.mark.parametrize(
    "recipe", [Recipe(method="binary", epochs=1, views=1), Recipe(mode="scratch", epochs=1, views=1)]
)
def test_every_way_is_used_or_refused_in_a_sentence(state: State, recipe: Recipe) -> None:
    enrol(state)
    found = trained(state, recipe=recipe)
    assert found.head is not None
    bare = replace(found, head=replace(found.head, calibration=None))
    with pytest.raises(HeadUncalibrated):
        finish(Jobs(state).adopt(bare))
    assert not list(state.home.root.glob("heads/*"))
    good = replace(found, head=replace(found.head, calibration=TABLE))
    finish(Jobs(state).adopt(good))
    assert named(state).endswith("+My people")
    assert state.opened is not None
    one = state.opened.templates(state.faces.embedder.model)
    assert state.faces.similarity(one.matrix[0], one.matrix[0]) > state.faces.similarity(
        one.matrix[0], one.matrix[-1]
    )
    [match] = state.faces.recogniser.gallery.search(one.matrix[:1])
    assert match.person == one.owners[0]


def test_the_model_with_its_head_is_what_is_measured(state: State) -> None:
    enrol(state)
    finish(Jobs(state).adopt(trained(state)))
    jobs = CalibrationJobs(state)
    assert finish(jobs.enrolled()).model == state.faces.embedder.model
    assert jobs._head() is not None
    adopted.adopt(state.home, state.faces.embedder.model, TABLE)
    begun = state.faces
    heads.begin(state, begun.detector, begun.still, begun.plain)
    assert state.faces.calibration.threshold(1e-2) == pytest.approx(0.7)
    finish(jobs.restore(state.faces.embedder.model, None))
    assert named(state) == "blocks+My people"
    assert state.faces.calibration.threshold(1e-2) != pytest.approx(0.7)
    pairs = trained(state, recipe=Recipe(method="binary", epochs=1, views=1))
    assert pairs.head is not None
    finish(Jobs(state).adopt(replace(pairs, head=replace(pairs.head, calibration=TABLE))))
    assert finish(jobs.enrolled()).model == BlockEmbedder.model
    assert jobs._head() is None


def test_cut_off_while_embedding_nothing_has_changed(state: State) -> None:
    enrol(state, people=30)
    found = trained(state)
    before = files(state.home)
    job = Jobs(state).adopt(found)
    for _ in range(2):
        next(job)
    assert list(state.home.heads.iterdir())
    job.close()
    assert files(state.home) == before
    assert named(state) == "blocks"


def test_a_head_is_exported_for_the_command_line(state: State, tmp_path: Path) -> None:
    found = trained(state)
    assert finish(Jobs(state).export(found, tmp_path / "a.head")) == tmp_path / "a.head"
    assert read(tmp_path / "a.head").model == found.head.model  # type: ignore[union-attr]


# --- the enrolled ------------------------------------------------------------------------------------------


def learnt_from_the_enrolled(state: State) -> tuple[Jobs, Taught]:
    jobs = Jobs(state)
    return jobs, finish(jobs.train(finish(jobs.enrolled()), QUICK))


def test_a_locked_vault_and_too_few_are_sentences(state: State) -> None:
    with pytest.raises(VaultLocked):
        finish(Jobs(state).enrolled())
    enrol(state, people=3)
    with pytest.raises(TooFewToTeach, match="there are 3"):
        finish(Jobs(state).enrolled())


def test_nothing_of_the_enrolled_is_written_outside_the_vault(
    state: State, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ids = enrol(state)
    before = files(state.home)
    jobs, found = learnt_from_the_enrolled(state)
    assert set(found.taken.people) == set(ids.values())  # ids, no names
    assert files(state.home) == before
    used = finish(jobs.adopt(found))
    after = files(state.home)
    assert used.name.startswith(heads.VAULT)
    assert set(after) - set(before) <= {"settings.json"}
    assert found.head is not None
    [weight] = found.head.tensors.values()
    inside = weight.numpy().tobytes()[:64]
    assert all(inside not in data for data in after.values())
    assert inside not in raw(state.home)  # sealed
    assert found.head.model.digest.encode() not in raw(state.home)
    assert not any(name in caplog.text for name in (*ids, *ids.values()))
    with pytest.raises(OfTheEnrolled):
        finish(jobs.export(found, tmp_path / "out.head"))
    assert not (tmp_path / "out.head").exists()


def test_the_head_waits_for_the_vault(state: State) -> None:
    enrol(state)
    jobs, found = learnt_from_the_enrolled(state)
    finish(jobs.adopt(found))
    networks, people = state.faces, state.people
    again = State(state.home, settings_file.load(state.home.settings))
    heads.begin(again, networks.detector, networks.still, networks.plain)
    assert named(again) == "blocks"
    assert again.faces.refusal is None
    again.opened = people
    finish(again.catch_up())
    assert named(again) == "blocks+enrolled"
    assert len(again.faces.recogniser.gallery) == 24


def test_erasing_anybody_who_took_part_removes_the_head(state: State) -> None:
    ids = enrol(state)
    jobs, found = learnt_from_the_enrolled(state)
    used = finish(jobs.adopt(found))
    model = state.faces.embedder.model
    finish(PeopleJobs(state, LiveJobs(state)).erase(ids["p03"]))
    assert named(state) == "blocks"
    assert state.people.heads() == ()
    assert len(state.people.templates(model).owners) == 0
    assert settings_file.load(state.home.settings).use_head == ""
    now = finish(jobs.in_use())
    assert now.refusal is not None
    assert now.refusal.kind == heads.HeadErased.__name__
    with pytest.raises(heads.HeadErased):
        finish(jobs.restore(used.name))
    assert len(state.faces.recogniser.gallery) == 21


def test_whoever_was_erased_during_training_teaches_nobody(state: State) -> None:
    from desktop.people.errors import PersonGone

    ids = enrol(state)
    jobs, found = learnt_from_the_enrolled(state)
    state.people.erase(ids["p01"])
    with pytest.raises(PersonGone):
        finish(jobs.adopt(found))
    assert state.people.heads() == ()
    assert named(state) == "blocks"


def test_undo_takes_a_head_out_of_the_vault(state: State) -> None:
    enrol(state)
    jobs, found = learnt_from_the_enrolled(state)
    used = finish(jobs.adopt(found))
    assert len(state.people.heads()) == 1
    back = finish(jobs.restore(""))
    assert (back.last, back.last_title) == (used.name, "enrolled")
    finish(jobs.restore(used.name))
    undone = finish(jobs.restore("", used.name))
    assert (undone.name, undone.last) == ("", "")  # nor is it offered again
    assert state.people.heads() == ()
    assert named(state) == "blocks"
    assert finish(jobs.in_use()).last == ""
