"""The transfer: the texture comes, the sound is heard, and it takes what is sent."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from desktop.paths import Home
from desktop.signals import kept, sound
from desktop.signals.audio import PEAK, Sound
from desktop.signals.errors import BadSoundRecipe
from desktop.signals.filters import WideLayer
from desktop.signals.kept import kept_sound, read_state, state_file
from desktop.signals.objective import SoundObjective
from desktop.signals.recipe import SoundRecipe, SoundResult, SoundStep, SoundWork
from desktop.signals.spectrum import log_magnitude, transform
from tests.signals.made_sounds import bands, bursts, chirps, clicks, melody

WORK = SoundWork(melody(1.0), bursts(1.0), SoundRecipe(iterations=40))
SHORT = replace(WORK, recipe=SoundRecipe(iterations=5))


def run(
    job: Generator[SoundStep | None, SoundRecipe | None, SoundResult],
) -> tuple[list[SoundStep], SoundResult]:
    steps: list[SoundStep] = []
    while True:
        try:
            told = next(job)
        except StopIteration as end:
            return steps, end.value
        if told is not None:
            steps.append(told)


def seen(samples: np.ndarray) -> torch.Tensor:
    return log_magnitude(transform(torch.from_numpy(samples)))[None]


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """Correlation of two spectrograms of sounds of one length."""
    return float(np.corrcoef(seen(one).ravel(), seen(other).ravel())[0, 1])


@pytest.mark.parametrize(
    ("style", "init"), [("bursts", "content"), ("clicks", "content"), ("bursts", "random")]
)
def test_the_texture_comes_to_a_twentieth_and_is_no_copy(style: str, init: str) -> None:
    texture = {"bursts": bursts, "clicks": clicks}[style]()
    work = SoundWork(melody(), texture, replace(WORK.recipe, init=init))
    steps, result = run(sound.sound_transfer(work))
    assert [step.iteration for step in steps] == list(range(41))
    assert result.losses.style <= 0.05
    samples = result.samples
    assert samples.shape == work.content.samples.shape
    assert np.abs(samples).max() == pytest.approx(PEAK, abs=1e-4)
    assert samples.std() > 0.01
    assert np.mean(np.abs(samples) > 0.99 * PEAK) < 0.001  # nothing is cut off flat
    for other in (work.content, texture):
        assert alike(samples, other.samples) < 0.97
        assert abs(np.corrcoef(samples, other.samples)[0, 1]) < 0.97


@pytest.mark.parametrize("texture", [bursts, clicks, chirps, bands])
def test_filters_that_it_was_not_made_with_find_the_texture_too(texture: Callable[[float], Sound]) -> None:
    work = SoundWork(melody(1.0), texture(1.0))
    result = run(sound.sound_transfer(work))[1]
    content, style = seen(work.content.samples), seen(work.style.samples)
    for seed in (901, 902):
        judge = SoundObjective(WideLayer(1025, seed), content, style)  # counts from the content, as it began
        assert judge.distances(seen(result.samples / result.gain))[1] <= 0.05


def test_a_long_sound_is_seen_by_filters_that_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "LONGEST", 40)
    monkeypatch.setattr(sound, "WideLayer", partial(WideLayer, count=48))
    result = run(sound.sound_transfer(WORK))[1]
    assert result.losses.style <= 0.05
    other = run(sound.sound_transfer(replace(WORK, recipe=replace(WORK.recipe, seed=5))))[1]
    assert not np.allclose(result.samples, other.samples, atol=1e-3)


def test_every_step_can_be_listened_to_and_tells_all_before_it() -> None:
    steps, result = run(sound.sound_transfer(SHORT))
    for step in steps:
        assert step.samples.shape == WORK.content.samples.shape
        assert np.abs(step.samples).max() == pytest.approx(PEAK, abs=1e-4)
        assert step.spectrogram.shape == (1025, 44)
        assert [row[0] for row in step.curve] == list(range(1, step.iteration + 1))
        assert (step.losses is None) == (step.iteration == 0)
    assert alike(steps[0].samples, WORK.content.samples) > 0.999
    assert steps[-1].curve == result.curve
    assert steps[-1].remaining == 0
    assert result.seconds > 0
    assert steps[1].what.startswith("style ")


def test_a_seed_means_the_same_sound() -> None:
    noise = replace(SHORT, recipe=replace(SHORT.recipe, init="random", seed=3))
    one, same = run(sound.sound_transfer(noise))[1], run(sound.sound_transfer(noise))[1]
    np.testing.assert_array_equal(one.samples, same.samples)
    other = run(sound.sound_transfer(replace(noise, recipe=replace(noise.recipe, seed=4))))[1]
    assert not np.allclose(one.samples, other.samples, atol=1e-3)


def test_both_weights_act_while_it_runs() -> None:
    job: Any = sound.sound_transfer(replace(WORK, recipe=replace(WORK.recipe, content_weight=0.0)))
    for _ in range(12):
        step = next(job)
    far = step.losses
    job.send(replace(WORK.recipe, content_weight=100.0, style_weight=0.0))
    for _ in range(12):
        step = next(job)
    assert step.losses.content < 0.5 * far.content
    assert step.losses.style > 2 * far.style
    assert not any(np.isnan(step.curve).ravel())
    with pytest.raises(BadSoundRecipe):
        job.send(replace(WORK.recipe, style_weight=-1.0))


@pytest.mark.parametrize(
    "wrong",
    [
        {"init": "silence"},
        {"iterations": 0},
        {"style_weight": float("nan")},
        {"content_weight": -1.0},
        {"content_weight": 0.0, "style_weight": 0.0},
        {"seed": -1},
    ],
)
def test_what_does_not_fit_is_said(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadSoundRecipe):
        next(sound.sound_transfer(replace(WORK, recipe=replace(WORK.recipe, **wrong))))


def test_a_run_that_was_cut_short_goes_on_where_it_stood(home: Home) -> None:
    job = kept_sound(home, SHORT, resume=True)
    for _ in range(3):
        step = next(job)
    job.close()
    assert step is not None
    assert step.iteration == 2
    start = read_state(state_file(home, SHORT), SHORT)
    assert start is not None
    np.testing.assert_array_equal(start.canvas, step.canvas)
    # Other weights are the same run, another seed is not.
    heavier = replace(SHORT, recipe=replace(SHORT.recipe, style_weight=9.0))
    assert state_file(home, heavier) == state_file(home, SHORT)
    seeded = replace(SHORT, recipe=replace(SHORT.recipe, seed=1))
    assert state_file(home, seeded) != state_file(home, SHORT)
    steps, result = run(kept_sound(home, SHORT, resume=True))
    assert [step.iteration for step in steps] == [2, 3, 4, 5]
    assert [row[0] for row in result.curve] == [1, 2, 3, 4, 5]
    assert list(home.sounds.iterdir()) == []


def test_the_last_part_goes_on_from_the_sound_itself(home: Home) -> None:
    job = kept_sound(home, SHORT, resume=False)
    for _ in range(5):
        step = next(job)
    job.close()
    assert step is not None
    assert step.canvas.shape == WORK.content.samples.shape
    steps, _ = run(kept_sound(home, SHORT, resume=True))
    assert [step.iteration for step in steps] == [4, 5]


def test_a_damaged_state_begins_anew_and_a_full_disk_costs_no_sound(
    home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = state_file(home, SHORT)
    file.parent.mkdir()
    for data in (b"", b"nonsense" * 20):
        file.write_bytes(data)
        assert read_state(file, SHORT) is None
    assert run(kept_sound(home, SHORT, resume=True))[0][0].iteration == 0
    monkeypatch.setattr(kept, "EVERY", 0.0)
    blocked = Home(tmp_path / "blocked")
    blocked.root.mkdir()
    blocked.sounds.write_bytes(b"a file where the folder should be")
    assert len(run(kept_sound(blocked, SHORT, resume=False))[0]) == 6
