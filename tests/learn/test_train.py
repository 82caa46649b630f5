"""Training from beginning to end on made-up people: it learns, tells, notices a collapse, goes on."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import Any

import numpy as np
import pytest
import torch

from desktop.errors import DiskFull
from desktop.faces.align import TEMPLATE
from desktop.faces.face import View
from desktop.learn import bank
from desktop.learn.batches import TooFewPeople
from desktop.learn.below import EmbeddingBelow, PixelsBelow
from desktop.learn.checkpoint import NEWEST, FileCheckpoints, NoCheckpoints, key_of, pack, unpack
from desktop.learn.collapse import PATIENCE, Watch
from desktop.learn.dataset import from_views
from desktop.learn.head_file import to_bytes
from desktop.learn.projection import project
from desktop.learn.recipe import Recipe, RecipeWrong, Sample, Step
from desktop.learn.siamese import Branch, pixels
from desktop.learn.train import Trained, train
from desktop.progress import finish
from tests.learn.made_up import BlockEmbedder, faces

QUICK = Recipe(epochs=3, views=2, people=4, pictures=3)


class Kept(dict[str, bytes]):
    """A store in memory, which may fail at the n-th save."""

    def __init__(self, fail_at: int = 0, error: Exception | None = None) -> None:
        super().__init__()
        self.saves, self._fail_at, self._error = 0, fail_at, error

    def load(self, key: str) -> bytes | None:
        return self.get(key)

    def save(self, key: str, data: bytes) -> None:
        self.saves += 1
        if self.saves == self._fail_at and self._error is not None:
            raise self._error
        self[key] = data

    def forget(self, key: str) -> None:
        self.pop(key, None)


def told(job: Generator[Any, None, Trained]) -> tuple[list[Any], Trained]:
    seen = []
    while True:
        try:
            seen.append(next(job))
        except StopIteration as end:
            return seen, end.value


def test_it_learns_on_people_it_never_saw() -> None:
    shown = faces(people=40, noise=0.3)
    recipe = Recipe(epochs=25, views=3, people=8, pictures=4, rate=2e-2, pull=0, margin=0.6)
    seen, found = told(train(shown, recipe, EmbeddingBelow(BlockEmbedder()), title="mine"))
    assert found.head is not None
    assert found.head.model.name == "blocks+mine"
    train_people = {shown.people[row] for row in found.split.train}
    aside = {shown.people[row] for row in found.split.held_out}
    assert not train_people & aside
    assert found.epochs[-1].loss < found.epochs[0].loss or recipe.mining == "semihard"
    assert found.comparison is not None
    assert found.comparison.gain.value > 0.02
    steps = [one for one in seen if isinstance(one, Step)]
    assert steps[-1].epoch == 25
    assert steps[-1].done == steps[-1].total
    assert steps[0].ap.sum() > 0
    train_rows = set(found.split.train.tolist())
    for step in steps:
        for triplet in step.hardest:
            assert {triplet.anchor, triplet.positive, triplet.negative} <= train_rows
            assert shown.people[triplet.anchor] == shown.people[triplet.positive]
            assert shown.people[triplet.anchor] != shown.people[triplet.negative]
        costs = [triplet.loss for triplet in step.hardest]
        assert costs == sorted(costs, reverse=True)
    (sample,) = [one for one in seen if isinstance(one, Sample)]
    planes = [step.projection for step in steps if step.projection is not None]
    assert len(planes) == 25
    assert all(plane.shape == (len(sample.rows), 2) for plane in planes)


@pytest.mark.parametrize("mining", ["random", "hard"])
def test_the_share_of_active_triplets_is_told(mining: str) -> None:
    recipe = Recipe(epochs=2, views=2, people=6, pictures=3, mining=mining)
    _, found = told(train(faces(people=12, noise=0.1), recipe, EmbeddingBelow(BlockEmbedder())))
    share = found.epochs[-1].active_triplets
    assert share is not None
    assert 0 <= share <= 1


def test_an_untrained_head_changes_nothing() -> None:
    recipe = Recipe(epochs=1, views=1, people=4, pictures=3, rate=1e-8)
    found = finish(train(faces(), recipe, EmbeddingBelow(BlockEmbedder())))
    assert found.comparison is not None
    assert found.comparison.gain.value == 0
    assert found.comparison.verdict == "unclear"
    assert "not shown to be better" in found.comparison.sentence
    assert found.after is not None
    assert found.before.tar == found.after.tar


@pytest.mark.parametrize("form", ["absolute", "chi-square"])
def test_the_binary_way(form: str) -> None:
    recipe = Recipe(method="binary", form=form, epochs=8, views=2, people=8, pictures=3)
    _, found = told(train(faces(people=30, noise=0.1), recipe, EmbeddingBelow(BlockEmbedder())))
    assert found.head is not None
    assert found.head.kind == form
    assert found.epochs[-1].loss < found.epochs[0].loss
    assert found.epochs[-1].active_triplets is None
    assert found.epochs[-1].ap < found.epochs[-1].an
    assert found.after is not None
    assert found.after.accuracy > 0.8


def test_from_scratch_it_is_compared_with_the_network_in_use() -> None:
    recipe = Recipe(mode="scratch", epochs=2, views=2, people=4, pictures=3)
    embedder = BlockEmbedder()
    _, found = told(train(faces(), recipe, PixelsBelow(0), versus=embedder))
    assert found.head is not None
    assert found.head.kind == "scratch"
    assert embedder.seen > 0


def test_from_far_both_sizes_are_measured() -> None:
    recipe = Recipe(epochs=1, views=3, people=4, pictures=3, reduce=16)
    _, found = told(train(faces(), recipe, EmbeddingBelow(BlockEmbedder())))
    assert found.full is not None
    assert found.scored_full is not None


def test_both_branches_are_one_and_learn_from_both_sides() -> None:
    """d(A, B) through one module, against two of the same parameters of which each sees one side."""
    seen = pixels(faces(people=2, pictures=2).crops)
    shared, left, right = Branch(1), Branch(1), Branch(1)
    both = shared(seen[[0, 3]])
    (both[0] - both[1]).square().sum().backward()
    (left(seen[:1]) - right(seen[3:])).square().sum().backward()
    for one, other, third in zip(shared.parameters(), left.parameters(), right.parameters(), strict=True):
        torch.testing.assert_close(one.grad, other.grad + third.grad)  # the sum of what both sides say


def test_the_frozen_network_sees_every_view_once() -> None:
    embedder = BlockEmbedder()
    shown = faces()
    below = EmbeddingBelow(embedder)
    finish(train(shown, QUICK, below))
    seen = embedder.seen
    assert seen <= 2 * len(shown.crops)
    finish(train(shown, Recipe(epochs=5, views=2, people=4, mining="hard"), below))
    assert embedder.seen == seen  # other settings, no picture again


# --- what goes wrong ---------------------------------------------------------------------------------------


def test_a_collapse_is_noticed_and_stops() -> None:
    watch = Watch(0.3)
    assert all(watch.see(2, 0.31, 0.3, 0.01) is None for _ in range(PATIENCE - 1))
    assert watch.see(2, 0.2, 0.1, 0.8) is None  # one good batch: all over again
    assert all(watch.see(3, 0.31, 0.3, 0.01) is None for _ in range(PATIENCE - 1))
    found = watch.see(3, 0.31, 0.3, 0.01)
    assert found is not None
    assert found.reason == "collapse"
    assert "in epoch 3" in found.sentence


def test_no_triplets_at_one_point_is_a_collapse_too() -> None:
    watch = Watch(0.3)
    found = [watch.see(1, 0.0, None, 0.001) for _ in range(PATIENCE)]
    assert found[-1] is not None


def test_numbers_that_broke_in_the_last_batch_are_noticed() -> None:
    layer = torch.nn.Linear(2, 2)
    assert Watch(0.3).numbers(1, layer) is None
    torch.nn.init.constant_(layer.bias, math.inf)
    found = Watch(0.3).numbers(4, layer)
    assert found is not None
    assert found.reason == "nan"


def test_a_collapsed_run_makes_no_head() -> None:
    """Weights that send everybody to one point: a plain layer with one enormous direction."""
    shown = faces(people=20)
    recipe = Recipe(epochs=40, views=1, people=5, pictures=3, mining="hard", pull=0)
    store = Kept()

    class Gone(EmbeddingBelow):
        holds = True

        def features(self, faces: Any) -> torch.Tensor:
            same = super().features(faces)
            return torch.nn.functional.normalize(torch.ones_like(same) + 1e-3 * same, dim=1)

    _, found = told(train(shown, recipe, Gone(BlockEmbedder()), store=store))
    assert found.collapse is not None
    assert found.collapse.reason == "collapse"
    assert found.head is None
    assert found.after is None
    assert not store


def test_a_loss_that_is_no_number_stops_at_once() -> None:
    class Broken(EmbeddingBelow):
        begun = False

        def head(self) -> torch.nn.Module:
            head = super().head()
            if not self.begun:  # the one that is trained
                torch.nn.init.constant_(next(head.parameters()), math.nan)
            self.begun = True
            return head

    seen, found = told(train(faces(), QUICK, Broken(BlockEmbedder())))
    assert found.collapse is not None
    assert found.collapse.reason == "nan"
    assert found.head is None
    assert "no number" in found.collapse.sentence
    assert not [one for one in seen if isinstance(one, Step)]


@pytest.mark.parametrize("cut", [1, 9, 30])
def test_a_run_that_is_cut_off_ends_where_one_that_is_not_would(cut: int) -> None:
    """Closed at any step, it loses at most the epoch it was in, and nothing of the result."""
    shown, recipe = faces(), Recipe(epochs=6, views=2, people=2, pictures=3)
    whole = finish(train(shown, recipe, EmbeddingBelow(BlockEmbedder())))
    store = Kept()
    job = train(shown, recipe, EmbeddingBelow(BlockEmbedder()), store=store)
    steps, epochs = 0, 0
    while steps < cut:
        step = next(job)
        if isinstance(step, Step):
            steps += 1
            epochs += step.projection is not None
    job.close()
    seen, again = told(train(shown, recipe, EmbeddingBelow(BlockEmbedder()), store=store))
    first = next(one for one in seen if isinstance(one, Step))
    assert first.epoch >= epochs + 1
    assert again.epochs == whole.epochs
    assert whole.head is not None
    assert again.head is not None
    assert to_bytes(again.head) == to_bytes(whole.head)
    assert not store  # nothing is left once it is done


@pytest.mark.parametrize("fail_at", [1, 2])
def test_a_full_disk_ends_it_and_what_was_kept_stays(fail_at: int) -> None:
    shown = faces()
    store = Kept(fail_at, DiskFull(path="x"))
    with pytest.raises(DiskFull):
        finish(train(shown, QUICK, EmbeddingBelow(BlockEmbedder()), store=store))
    assert len(store) == fail_at - 1
    seen, again = told(train(shown, QUICK, EmbeddingBelow(BlockEmbedder()), store=store))
    assert next(one for one in seen if isinstance(one, Step)).epoch == fail_at
    whole = finish(train(shown, QUICK, EmbeddingBelow(BlockEmbedder())))
    assert again.head is not None
    assert whole.head is not None
    assert to_bytes(again.head) == to_bytes(whole.head)


def test_a_checkpoint_goes_with_nothing_else(tmp_path: Any) -> None:
    shown = faces()
    key = key_of(QUICK, shown, [0, 1, 2], "blocks b")
    assert key != key_of(QUICK, shown, [0, 1, 3], "blocks b")
    assert key != key_of(Recipe(epochs=4, views=2, people=4, pictures=3), shown, [0, 1, 2], "blocks b")
    assert key != key_of(QUICK, shown, [0, 1, 2], "blocks c")
    store = Kept()
    job = train(shown, QUICK, EmbeddingBelow(BlockEmbedder()), store=store)
    while not store:
        next(job)
    job.close()
    ((kept, data),) = store.items()
    found = unpack(data, kept)
    assert found is not None
    assert len(found.epochs) == 1
    assert unpack(data, key) is None  # another run's
    assert unpack(pack(found, kept), kept) is not None
    for at in (0, 40, len(data) // 2, len(data) - 1):
        damaged = bytearray(data)
        damaged[at] ^= 1
        assert unpack(bytes(damaged), kept) is None
    assert unpack(data[:-1], kept) is None
    assert unpack(b"", kept) is None
    files = FileCheckpoints(tmp_path / "training")
    assert files.load(kept) is None
    files.save(kept, data)
    assert files.load(kept) == data
    files.forget(kept)
    assert not list((tmp_path / "training").iterdir())
    assert NoCheckpoints().load(kept) is None
    for number in range(6):  # runs that nobody took up again
        files.save(f"{number}" * 32, data)
    assert len(list((tmp_path / "training").iterdir())) == NEWEST
    assert files.load("5" * 32) == data


def test_the_enrolled_are_taken_as_views() -> None:
    shown = faces(people=2, pictures=2)
    found = from_views(
        (who, View(crop, TEMPLATE)) for who, crop in zip(shown.people, shown.crops, strict=True)
    )
    assert found.people == shown.people
    # The template on itself: the same picture, but for what the warp rounds.
    assert np.abs(found.crops[0].astype(int) - shown.crops[0])[1:-1, 1:-1].max() <= 2


def test_too_few_people() -> None:
    with pytest.raises(TooFewPeople, match="there are 3"):
        finish(train(faces(people=3), QUICK, EmbeddingBelow(BlockEmbedder())))
    with pytest.raises(TooFewPeople, match="there are 0"):
        finish(train(faces(people=9, pictures=1), QUICK, EmbeddingBelow(BlockEmbedder())))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"method": "magic"}, "--method is triplet or binary"),
        ({"mining": "easy"}, "--mining is random, semihard or hard"),
        ({"margin": 0}, "--margin lies between"),
        ({"epochs": 0}, "--epochs lies between"),
        ({"rate": math.nan}, "--rate lies between"),
        ({"people": 100, "pictures": 4}, "at most 256 views"),
        ({"reduce": 1}, "--reduce lies between"),
        ({"method": "binary", "mode": "top"}, "--method binary goes with --mode head"),
    ],
)
def test_settings_that_do_not_fit(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(RecipeWrong, match=said):
        Recipe(**changed)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank, "BUDGET", 1000)
    assert bank.views_that_fit(Recipe(views=8), 10, 20) == 5
    assert bank.views_that_fit(Recipe(views=8), 10, 200) == 1
    assert bank.views_that_fit(Recipe(views=8, reduce=16), 10, 200) == 2


def test_the_plane_keeps_still_where_nothing_moves() -> None:
    vectors = np.random.default_rng(0).normal(size=(50, 8)).astype(np.float32)
    before = project(vectors)
    turned = before @ np.array([[0, 1], [-1, 0]], np.float32)
    np.testing.assert_allclose(project(vectors, turned), turned, atol=1e-4)
    assert project(np.zeros((3, 4), np.float32)).tolist() == [[0, 0]] * 3
