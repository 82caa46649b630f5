"""`bench film`: each length in a process of its own, flicker of all three ways, ratios of both."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from desktop.bench import film
from desktop.paths import Home
from desktop.progress import finish
from desktop.signals.film import NEEDED, WAYS
from tests.signals.films import frames, write_film
from tests.weights_fixture import Sample, with_weights


@pytest.fixture
def home(weights: Home, sample: Sample) -> Home:
    for name in ("chelsea", "ihc"):
        sample(name)
    return with_weights(weights, NEEDED)


def test_time_memory_and_flicker_are_told(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    video = write_film(tmp_path / "a.mp4", frames(3, 128, 96))
    for name, value in (("FLICKER", 3), ("SIZE", 64), ("SMALL", 48), ("FULL", 96)):
        monkeypatch.setattr(film, name, value)
    monkeypatch.setattr(film, "cores", lambda: 1)
    outcome = finish(film.bench_film(home, "cpu", video, (4, 8), iterations=1))
    found = json.loads(json.dumps(asdict(outcome)))
    assert set(found) == {"name", "device", "figures", "peers", "ratio"}
    assert found["name"] == "film"
    for length in (4, 8):
        assert found["figures"][f"seconds_{length}"] > 0
        assert found["figures"][f"peak_memory_mb_{length}"] > 100
    assert found["figures"]["frames_a_second_360p"] > 0
    assert found["ratio"]["memory"] == pytest.approx(1, abs=0.2)
    assert found["ratio"]["time"] > 0
    for way in WAYS:
        ours, theirs = found["figures"][f"flicker_{way}"], found["peers"][f"frame_by_frame_{way}"]
        assert found["ratio"][f"flicker_{way}"] == pytest.approx(ours / theirs, abs=2e-3)
    assert list(home.films.glob("*")) == []


def test_the_scene_is_one_that_no_cut_goes_through(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "FLICKER", 5)
    bright = [255 - picture // 4 for picture in frames(7, 64, 48, seed=40)]
    video = write_film(tmp_path / "a.mp4", [*frames(3), *bright])
    found = film._scene(home, video)
    assert len(found) == 5
    assert np.abs(found[0].astype(int) - bright[0]).mean() < 8


def test_a_short_film_is_played_forth_and_back(home: Home, tmp_path: Path) -> None:
    video = write_film(tmp_path / "a.mp4", frames(3))
    pictures = film._pictures(home, video)
    found = [next(pictures) for _ in range(7)]
    for one, other in ((0, 5), (1, 4), (2, 3), (0, 6)):
        assert np.array_equal(found[one], found[other])


def test_a_process_that_ends_early_is_one_sentence(home: Home, tmp_path: Path) -> None:
    with pytest.raises(film.LengthFailed, match="stopped at 4 frames"):
        finish(film._child(home, "nonsense", tmp_path, 64, 4))
