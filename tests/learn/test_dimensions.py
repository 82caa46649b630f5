"""Siamese training of series, pictures and volumes: the same loop and triplets, whatever the axes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from desktop.learn.bank import Bank
from desktop.learn.checkpoint import NoCheckpoints
from desktop.learn.objective import TripletObjective
from desktop.learn.optimise import optimise
from desktop.learn.recipe import Recipe
from desktop.networks.convnet import ConvNet, Embedding
from desktop.progress import finish

CLASSES, EACH = 4, 6


def examples(dims: int, seed: int) -> Bank:
    """Waves along every axis; a class is a wave's length, an example has its own start and noise."""
    chance = np.random.default_rng(seed)
    at = np.stack(np.meshgrid(*[np.arange(14.0)] * dims, indexing="ij"))
    made, codes = [], []
    for number in range(CLASSES):
        for _ in range(EACH):
            start = chance.uniform(0, 2 * np.pi, (dims, *(1,) * dims))
            waves = np.sin(at * (0.6 + 0.6 * number) + start).sum(axis=0)
            made.append(waves + 0.1 * chance.standard_normal(waves.shape))
            codes.append(number)
    features = torch.from_numpy(np.float32(made)).flatten(1)[:, None]
    return Bank(np.arange(len(codes)), np.array(codes), features)


def nearest_is_right(net: Embedding, bank: Bank) -> float:
    """The share of examples whose nearest other one is of their class."""
    with torch.no_grad():
        embedded = net(bank.features[:, 0])
    alike = (embedded @ embedded.T).fill_diagonal_(-2)
    return float(np.mean(bank.codes[alike.argmax(1).numpy()] == bank.codes))


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_the_siamese_training_learns_in_every_dimension(dims: int) -> None:
    net = Embedding(ConvNet(dims, (1, 6, 8)), (1, *(14,) * dims), 8)
    bank = examples(dims, 0)
    recipe = Recipe(mode="scratch", epochs=60, people=CLASSES, pictures=4, mining="hard", pull=0.0, views=1)
    objective = TripletObjective(net, recipe.mining, recipe.margin, 0.0)
    shown = np.arange(4)
    job = optimise(bank, objective, recipe, 0.01, NoCheckpoints(), "key", shown, teacher=False)
    done = finish(job)
    assert done.collapse is None
    assert done.epochs[-1].ap < done.epochs[-1].an
    assert done.epochs[-1].loss < 0.7 * done.epochs[0].loss
    assert nearest_is_right(net, examples(dims, 1)) >= 0.8
