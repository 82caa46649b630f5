"""What training is judged by: augmentation, comparison before and after, and the drawn pairs."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from desktop.faces.evaluate import reduced
from desktop.faces.face import ModelId
from desktop.faces.pairs import Shot
from desktop.faces.roc import impostor_pairs
from desktop.learn.augment import Augment
from desktop.learn.binary import PairClassifier
from desktop.learn.compare import Scored, compare, drawn_pairs, evaluation, genuine_rows
from desktop.learn.head_file import Head
from desktop.learn.headed import PairScore
from desktop.learn.measure import measure
from desktop.progress import finish
from desktop.vectors import Vectors
from tests.learn.made_up import faces


def people(noise: float, count: int = 30, shots: int = 4, seed: int = 0) -> tuple[Vectors, list[str]]:
    chance = np.random.default_rng(seed)
    places = np.repeat(chance.normal(size=(count, 16)), shots, axis=0)
    rows = places + chance.normal(size=places.shape) * noise
    names = [f"p{person:02d}" for person in range(count) for _ in range(shots)]
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32), names


def test_better_worse_and_unclear() -> None:
    good, bad = (Scored(*people(noise)) for noise in (0.3, 1.2))
    better = compare(bad, good)
    assert better.verdict == "better"
    assert better.gain.low is not None
    assert better.gain.low > 0
    assert better.gain.value == pytest.approx(better.after.value - better.before.value)
    assert "It is better." in better.sentence
    worse = compare(good, bad)
    assert worse.verdict == "worse"
    assert "don't use it" in worse.sentence
    assert "points, 95 % sure between -" in worse.sentence


def test_a_few_people_support_no_interval() -> None:
    found = compare(Scored(*people(1.0, count=4)), Scored(*people(0.1, count=4)))
    assert found.gain.low is None
    assert found.verdict == "unclear"


def test_where_hardly_anybody_changed_there_is_no_interval_either() -> None:
    """Drawn again and again, people who did not change never do; that proves nothing about others."""
    vectors, names = people(1.2)
    for changed in range(4):
        better = vectors.copy()
        better[: 4 * changed] = people(0.05)[0][: 4 * changed]
        found = compare(Scored(vectors, names), Scored(better, names))
        assert (found.gain.low is None) == (changed < 3)
    same = compare(Scored(vectors, names), Scored(vectors, names))
    assert same.verdict == "unclear"
    assert "0.0 points, how sure that is they can't say" in same.sentence


def test_embeddings_are_measured_as_everywhere() -> None:
    vectors, names = people(0.8)
    found, expected = Scored(vectors, names).measured(), finish(measure(vectors, names))
    for kind in ("genuine", "impostors"):
        np.testing.assert_array_equal(getattr(found, kind).smallest, getattr(expected, kind).smallest)


def test_a_binary_head_is_measured_on_the_same_pairs() -> None:
    """Log odds that fall with the distance alone leave every rate as it is."""
    vectors, names = people(0.8)
    base = ModelId("blocks", "b")
    made = PairClassifier("absolute", 16)
    score = PairScore(base, 16, Head("absolute", base, "t", made.state_dict()))
    scored = Scored(vectors, names, score)
    found = scored.measured()
    assert found.impostors.count == impostor_pairs(names)
    assert found.genuine.count == 30 * 6
    first, second = genuine_rows(scored.codes)
    apart = np.abs(vectors[first] - vectors[second]).sum(axis=1)
    order = np.argsort(scored.distances(first, second), kind="stable")
    assert (np.diff(apart[order]) >= -1e-5).all()
    judged = evaluation(scored)
    assert judged.impostors == found.impostors.count
    limit, expected = judged.threshold["1e-2"], found.threshold(0.01)
    assert limit is not None
    assert limit == pytest.approx(expected)


def test_drawn_pairs_are_half_and_half_and_no_pair_is_of_itself() -> None:
    _, names = people(0.5)
    codes = np.unique(names, return_inverse=True)[1]
    shots = [Shot(name, row) for row, name in enumerate(names)]
    pairs = drawn_pairs(shots, codes, 0)
    same = [pair.same for pair in pairs]
    assert sum(same) == 30 * 6
    assert len(pairs) == 2 * sum(same)
    assert all(pair.first != pair.second for pair in pairs)
    assert pairs == drawn_pairs(shots, codes, 0)


def test_augmentation_is_small_and_repeats() -> None:
    crops = faces(people=3, pictures=1).crops
    state = torch.get_rng_state()
    one, again = (Augment(7)(crops, 3) for _ in "ab")
    other = Augment(7)(crops, 4)
    assert torch.equal(state, torch.get_rng_state())  # nobody else's draws change
    for crop, first, second, third in zip(crops, one, again, other, strict=True):
        assert first.shape == crop.shape
        assert first.dtype == np.uint8
        np.testing.assert_array_equal(first, second)
        assert (first != third).any()
        assert abs(float(first.mean()) - float(crop.mean())) < 60


def test_from_far_every_view_is_reduced() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (112, 112, 3), dtype=np.uint8)
    for made in Augment(1)([noise] * 4, 1, reduce=16):
        # What was brought down to 16 pixels changes little when that is done again.
        assert np.abs(reduced(made, 16).astype(float) - made).mean() < 6
