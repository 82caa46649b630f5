"""The top of SFace: what is trained on features is what the whole network then embeds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from desktop.faces.align import TEMPLATE, align
from desktop.faces.detect import Yunet
from desktop.faces.face import ModelId, View
from desktop.faces.load import load_embedder
from desktop.learn.below import NoTop, TopBelow
from desktop.learn.head_file import Head, HeadDamaged
from desktop.learn.headed import topped
from desktop.learn.heads import TopHead
from desktop.learn.load import load_below
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.settings import Settings
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import choose
from desktop.weights.errors import WeightsDamaged


@pytest.fixture(scope="module")
def crops(weights: Home, sample: Callable[[str], Path]) -> list[Picture]:
    picture = read_picture(sample("six-faces"))
    faces = Yunet(store.file(weights, "yunet")).detect(picture)
    return [align(picture, face.landmarks) for face in faces]


def test_untrained_it_is_the_network_itself(weights: Home, crops: list[Picture]) -> None:
    below = load_below(weights, Settings(), Recipe(mode="top"), device="cpu")
    with torch.no_grad():
        found = below.head()(below.features(crops)).numpy()
    embedder = load_embedder(weights, Settings(), device="cpu")
    expected = embedder.embed([View(crop, TEMPLATE) for crop in crops])
    assert below.model == embedder.model
    assert below.features(crops).dtype is torch.bfloat16
    assert 2 * below.features(crops).shape[1] == below.bytes_a_view
    assert (found * expected).sum(axis=1).min() > 0.999
    assert len(below.features([])) == 0


def test_a_trained_top_in_use(weights: Home, crops: list[Picture]) -> None:
    below = load_below(weights, Settings(), Recipe(mode="top"), device="cpu")
    module = below.head()
    assert isinstance(module, TopHead)
    torch.manual_seed(0)
    with torch.no_grad():
        module.weight += torch.randn_like(module.weight) * 5 * float(module.weight.std())
        expected = module(below.features(crops)).numpy()
    head = Head("top", below.model, "t", dict(module.state_dict()))
    embedder = topped(store.tensors(weights, "sface"), head, choose("cpu"))
    found = embedder.embed([View(crop, TEMPLATE) for crop in crops])
    assert embedder.model == head.model
    assert (found * expected).sum(axis=1).min() > 0.999
    untrained = load_embedder(weights, Settings(), device="cpu").embed([View(c, TEMPLATE) for c in crops])
    assert (found * untrained).sum(axis=1).max() < 0.9
    wrong = Head("top", below.model, "t", {"weight": torch.eye(4), "bias": torch.zeros(4)})
    with pytest.raises(HeadDamaged):
        topped(store.tensors(weights, "sface"), wrong, choose("cpu"))


def test_other_networks_have_no_top(weights: Home) -> None:
    with pytest.raises(NoTop, match="can't be trained; choose the model sface"):
        load_below(weights, Settings(), Recipe(mode="top"), "dlib-resnet")
    with pytest.raises(WeightsDamaged):
        TopBelow({"weight": np.zeros((2, 2), np.float32)}, ModelId("sface", ""), choose("cpu"))
