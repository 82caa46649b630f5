"""The sample: a camera for who allows none, and two views of one face to compare."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.camera.scene import SIZE, Scene
from desktop.camera.source import FrameSource
from desktop.paths import Home
from desktop.weights.errors import WeightsMissing
from desktop.work.sample import PORTRAIT, SAMPLE, two_views, with_sample
from tests.fakes import picture
from tests.weights_fixture import with_weights


def test_the_sample_plays_and_every_other_name_goes_on(weights: Home) -> None:
    asked: list[str] = []

    def opener(named: str) -> FrameSource:
        asked.append(named)
        return Scene(picture(), named)

    opened = with_sample(with_weights(weights, [PORTRAIT]), opener)
    sample = opened(SAMPLE)
    frames = sample.frames()
    first, second = next(frames), next(frames)
    assert first.picture.shape == (SIZE[1], SIZE[0], 3)
    assert not np.array_equal(first.picture, second.picture)
    assert not sample.live
    sample.close()
    assert list(frames) == []
    assert opened("Camera").name == "Camera"
    assert asked == ["Camera"]


def test_without_its_picture_the_sample_says_so(home: Home) -> None:
    with pytest.raises(WeightsMissing, match=PORTRAIT):
        with_sample(home, lambda named: Scene(picture(), named))(SAMPLE)


def test_two_views_show_the_same_face_differently(weights: Home) -> None:
    one, other = two_views(with_weights(weights, [PORTRAIT]))
    assert one.shape != other.shape
