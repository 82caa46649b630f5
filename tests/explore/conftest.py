"""The real networks, loaded once, and pictures that were made."""

from __future__ import annotations

import pytest

from desktop.explore import networks
from desktop.explore.explorable import Explorable
from desktop.paths import Home
from desktop.weights.device import choose
from tests.weights_fixture import with_weights


@pytest.fixture(scope="session")
def vgg(weights: Home) -> Explorable:
    return networks.load(with_weights(weights, ["vgg19"]), "vgg19", choose("cpu"))


@pytest.fixture(scope="session")
def sface(weights: Home) -> Explorable:
    return networks.load(weights, "sface", choose("cpu"))
