"""`bench explore` looks at the same pictures plainly and with a search, and tells both."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from desktop.bench import explore
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.progress import finish
from desktop.weights.device import set_threads
from tests.explore.made import made
from tests.weights_fixture import Sample, with_weights


def test_both_are_timed_on_the_same_pictures(
    weights: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(3):
        write_png(made(seed), tmp_path / f"{seed}.png")
    seen: list[int] = []
    real = explore._forward
    monkeypatch.setattr(explore, "_forward", lambda network, one: seen.append(id(one)) or real(network, one))
    set_threads()
    threads = torch.get_num_threads()
    job = explore.bench_explore(with_weights(weights, ["vgg19"]), "cpu", tmp_path, side=32, rounds=1)
    outcome = finish(job)
    assert torch.get_num_threads() == threads
    assert outcome.figures["pictures"] == len(seen) - 2 == 12
    assert len(set(seen)) == 3  # pictures come again where there are few
    ours, plain = outcome.figures["pictures_per_second"], outcome.peers["forward_per_second"]
    assert isinstance(ours, float)
    assert isinstance(plain, float)
    assert outcome.ratio["forward"] == pytest.approx(ours / plain, rel=0.01)
    assert outcome.figures["side"] == 32


def test_without_a_folder_parts_of_the_samples_are_taken(weights: Home, sample: Sample) -> None:
    for name in ("chelsea", "ihc"):
        sample(name)
    pictures = explore._pictures(weights, None, 64)
    assert {picture.shape for picture in pictures} == {(64, 64, 3)}
    assert len(pictures) == 12
