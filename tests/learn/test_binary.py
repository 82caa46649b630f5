"""Binary classification of pairs: hand-computed features, symmetry, and the re-ranking of a search."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from desktop.faces.face import ModelId
from desktop.learn.binary import EPSILON, Encoder, PairClassifier, balanced_loss, difference
from desktop.learn.head_file import Head, HeadForAnother, HeadForOtherWeights
from desktop.learn.headed import PairScore
from desktop.learn.rerank import NEAREST, RerankedGallery
from desktop.vectors import Vectors

BASE = ModelId("blocks", "b" * 64)


def unit(rows: int, dimension: int = 8, seed: int = 0) -> Vectors:
    found = np.random.default_rng(seed).normal(size=(rows, dimension))
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def score(form: str, seed: int = 0) -> PairScore:
    torch.manual_seed(seed)
    made = PairClassifier(form, 8)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.2)
    return PairScore(BASE, 8, Head(form, BASE, "t", made.state_dict()))


def test_both_forms_by_hand() -> None:
    one, other = torch.tensor([0.2, 0.5, 0.0]), torch.tensor([0.6, 0.5, 0.0])
    torch.testing.assert_close(difference(one, other, "absolute"), torch.tensor([0.4, 0.0, 0.0]))
    chi = 0.4**2 / (0.8 + EPSILON)
    torch.testing.assert_close(difference(one, other, "chi-square"), torch.tensor([chi, 0.0, 0.0]))


def test_the_encoder_ends_in_relu_and_begins_without_loss() -> None:
    features = torch.tensor([[0.3, -0.4]])
    torch.testing.assert_close(Encoder(2)(features), torch.tensor([[0.3, 0.0, 0.0, 0.4]]))
    assert (Encoder(8)(torch.randn(50, 8)) >= 0).all()


def test_the_loss_weighs_both_kinds_alike() -> None:
    # softplus(-2) for a genuine pair at log odds 2, softplus(-1) and softplus(1) for impostors at -1 and 1
    found = balanced_loss(torch.tensor([2.0, -1.0, 1.0]), torch.tensor([True, False, False]))
    kinds = np.log1p(np.exp(-2)), (np.log1p(np.exp(-1)) + np.log1p(np.exp(1))) / 2
    assert float(found) == pytest.approx(np.mean(kinds), rel=1e-6)


@pytest.mark.parametrize("form", ["absolute", "chi-square"])
@given(seed=st.integers(0, 1000))
def test_symmetric_and_within_bounds(form: str, seed: int) -> None:
    made = score(form, seed % 7)
    encoded = made.encode(unit(6, seed=seed))
    found = made.similarity(encoded, encoded)
    np.testing.assert_array_equal(found, found.T)
    assert (np.abs(found) <= 1).all()
    np.testing.assert_allclose(
        made.paired(encoded[:3], encoded[3:]), found[[0, 1, 2], [3, 4, 5]], rtol=1e-6, atol=1e-7
    )


def test_many_faces_are_compared_in_blocks_as_one_by_one() -> None:
    made = score("chi-square")
    encoded = made.encode(unit(150))
    found = made.similarity(encoded, encoded[:5])
    alone = np.concatenate([made.similarity(encoded[row : row + 1], encoded[:5]) for row in (0, 63, 64, 149)])
    np.testing.assert_allclose(found[[0, 63, 64, 149]], alone, atol=1e-7)


def test_softening_keeps_the_order_of_pairs() -> None:
    torch.manual_seed(0)
    made = PairClassifier("absolute", 8)
    with torch.no_grad():
        made.weight.mul_(60)
        made.bias.add_(90)
    made.requires_grad_(requires_grad=False)
    features = torch.from_numpy(unit(40))
    before = made.all_pairs(features, features).flatten()
    made.soften(features)
    after = made.all_pairs(features, features).flatten()
    assert float(after.std()) == pytest.approx(1, rel=0.02)
    scale = before / after
    torch.testing.assert_close(scale, scale.mean().expand_as(scale), rtol=1e-3, atol=1e-3)


def test_it_begins_at_a_threshold_between_both_kinds() -> None:
    made = PairClassifier("chi-square", 8)
    places = unit(10)
    features = torch.from_numpy(np.repeat(places, 3, axis=0) + 0.05 * unit(30, seed=1))
    codes = torch.arange(10).repeat_interleave(3)
    made.centre(features, codes)
    made.requires_grad_(requires_grad=False)
    encoded = made.encode(features)
    logits = made.all_pairs(encoded, encoded)
    same = codes[:, None] == codes[None]
    off = ~torch.eye(30, dtype=torch.bool)
    assert float(logits[same & off].mean()) == pytest.approx(2, abs=0.2)
    assert float(logits[~same].mean()) == pytest.approx(-2, abs=0.2)


def test_another_network_is_refused() -> None:
    head = Head("absolute", BASE, "t", PairClassifier("absolute", 8).state_dict())
    with pytest.raises(HeadForAnother, match="trained over “blocks”, not over “sface”"):
        PairScore(ModelId("sface", "b" * 64), 8, head, "x.head")
    with pytest.raises(HeadForOtherWeights, match=r"“x\.head” was trained over other weights of “blocks”"):
        PairScore(ModelId("blocks", "c" * 64), 8, head, "x.head")


def test_one_person_with_most_of_the_pictures_hides_nobody() -> None:
    """Two hundred pictures of one are nearer than anybody else: ten people are compared all the same."""
    made = score("absolute", 1)
    query = unit(1, seed=8)[0]
    near = query + 0.05 * unit(200, seed=6)
    templates = np.concatenate([near / np.linalg.norm(near, axis=1, keepdims=True), unit(400, seed=7)])
    owners = ["many"] * 200 + [f"p{row // 4:03d}" for row in range(400)]
    gallery = RerankedGallery(templates.astype(np.float32), owners, made)
    assert len(gallery._nearest(templates.astype(np.float32) @ query)) == NEAREST
    [match] = gallery.search(query[None])
    assert match.person is not None
    assert match.runner_up is not None


def test_the_nearest_are_compared_again() -> None:
    made = score("chi-square", 3)
    templates = unit(60, seed=4)
    owners = [f"p{row % 30:02d}" for row in range(60)]  # nobody's pictures lie together
    gallery = RerankedGallery(templates, owners, made)
    queries = unit(5, seed=5)
    encoded = made.encode(templates)
    for query, match in zip(queries, gallery.search(queries), strict=True):
        order = np.argsort(-(templates @ query))
        near = list(dict.fromkeys(owners[row] for row in order))[:NEAREST]
        pair = made.similarity(made.encode(query[None]), encoded)[0]
        best = {who: max(pair[row] for row in range(60) if owners[row] == who) for who in near}
        ranked = sorted(best, key=lambda who: -best[who])
        assert (match.person, match.runner_up) == (ranked[0], ranked[1])
        assert match.similarity == pytest.approx(best[ranked[0]], abs=1e-6)
        assert gallery.similarity(ranked[0], query[None])[0] == pytest.approx(best[ranked[0]], abs=1e-6)
    assert RerankedGallery(templates[:1], ["a"], made).search(queries)[0].runner_up is None
    assert RerankedGallery(templates[:0], [], made).search(queries)[0].person is None
    with pytest.raises(KeyError):
        gallery.similarity("nobody", queries)
