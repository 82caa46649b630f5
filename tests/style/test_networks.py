"""The networks of style transfer: loaded late, once, on the device that was asked for."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from desktop.paths import Home
from desktop.style.networks import NEEDED, Networks
from desktop.weights.device import DeviceMissing, has_bfloat16
from desktop.weights.errors import WeightsMissing
from tests.weights_fixture import with_weights


def test_without_weights_each_part_says_what_is_missing(home: Home) -> None:
    networks = Networks(home, "cpu")
    for part in ("predictor", "transformer", "multistyle"):
        with pytest.raises(WeightsMissing):
            getattr(networks, part)
    with pytest.raises(WeightsMissing):
        networks.vgg("max")


def test_a_device_that_is_not_there_is_said_when_it_is_needed(home: Home) -> None:
    if torch.cuda.is_available():
        pytest.skip("there is one")
    with pytest.raises(DeviceMissing):
        _ = Networks(home, "cuda").device


def test_every_part_is_loaded_once_and_in_its_format(weights: Home) -> None:
    networks = Networks(with_weights(weights, NEEDED), "cpu")
    fast = torch.bfloat16 if has_bfloat16() else torch.float32
    assert networks.transformer is networks.transformer
    assert networks.transformer.dtype is fast
    assert networks.multistyle.dtype is fast
    assert networks.predictor.stem.weight.dtype is torch.float32
    assert networks.vgg("max") is networks.vgg("max")
    assert networks.vgg("average") is not networks.vgg("max")


def test_a_style_is_read_once_while_its_picture_lives(weights: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    networks = Networks(with_weights(weights, NEEDED), "cpu")
    picture = np.random.default_rng(0).integers(0, 255, (40, 60, 3), np.uint8)
    first = networks.style(picture)
    monkeypatch.setattr(networks.predictor, "forward", lambda _: pytest.fail("read again"))
    assert networks.style(picture) is first
    monkeypatch.undo()
    assert not torch.equal(networks.style(picture, 128), first)
    for shade in range(60):  # arrays that come and go, often at the place of the one before
        plain = np.full((40, 60, 3), shade * 4, np.uint8)
        fresh = Networks.style(networks, plain)
        del plain
    again = networks.style(np.full((40, 60, 3), 236, np.uint8))
    torch.testing.assert_close(again, fresh)
