"""A run as its user meets it: told step by step, changed while it runs, and never without a picture."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from desktop.paths import Home
from desktop.progress import finish
from desktop.scaled import resized
from desktop.style.errors import NoStyle, PictureTooThin
from desktop.style.networks import NEEDED, Networks
from desktop.style.objective import Evaluation, Objective
from desktop.style.recipe import Recipe, Start, Style, StyleResult, StyleStep, Work
from desktop.style.scales import plan
from desktop.style.stage import Stage, tensor
from desktop.style.transfer import transfer
from desktop.vectors import Picture
from tests.weights_fixture import with_weights

Job = Generator[StyleStep | None, Work | None, StyleResult]


@pytest.fixture(scope="module")
def networks(weights: Home) -> Networks:
    return Networks(with_weights(weights, NEEDED), "cpu")


def scene(width: int = 80, height: int = 60) -> Picture:
    """A bright disc before a dark ground that grows lighter to the right."""
    y, x = np.mgrid[:height, :width]
    disc = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (height / 3) ** 2
    grey = np.where(disc, 220, 40 + 60 * x / width)
    return np.stack((grey, grey * 0.8, grey * 0.6), axis=2).astype(np.uint8)


def stripes(width: int = 90, height: int = 70) -> Picture:
    """Slanted blue and yellow lines."""
    y, x = np.mgrid[:height, :width]
    wave = (np.sin((x + y) / 2.5) > 0)[:, :, None]
    return np.where(wave, np.array([20, 40, 160]), np.array([230, 200, 60])).astype(np.uint8)


def work(iterations: int = 8, size: int = 64, styles: tuple[Style, ...] = (), **choices: Any) -> Work:
    recipe = Recipe(size=size, iterations=iterations, **{"init": "content", **choices})
    return Work(scene(), styles or (Style(stripes()),), recipe)


def run(
    job: Job, each: Callable[[StyleStep], Work | None] | None = None
) -> tuple[list[StyleStep], StyleResult]:
    """All steps and the result; what `each` answers to a step is sent."""
    steps: list[StyleStep] = []
    news: Work | None = None
    while True:
        try:
            step = job.send(news) if steps else next(job)
        except StopIteration as end:
            return steps, end.value
        news = None
        if step is not None:
            steps.append(step)
            news = each(step) if each is not None else None


def loss_of(networks: Networks, job: Work, picture: Picture) -> float:
    """J of a picture at its own size, as `job` weighs it."""
    stage = Stage(job, plan(job.content.shape[1], job.content.shape[0], job.recipe)[-1])
    finish(stage.prepare(networks.vgg(), None, {}))
    return float(finish(stage.objective.evaluate(tensor(picture, torch.device("cpu")))).total)


def test_the_picture_develops_from_the_first_step_to_the_last(networks: Networks) -> None:
    job = work(30, 128)
    steps, result = run(transfer(networks, job))
    assert [step.iteration for step in steps] == list(range(31))
    assert steps[0].losses is None
    assert steps[-1].remaining == 0
    widths = [step.picture.shape[1] for step in steps]
    assert widths == sorted(widths)
    assert widths[0] == 96
    assert result.picture.shape == (96, 128, 3)
    assert len(result.curve) == result.iterations == 30
    assert result.losses.total < 0.2 * loss_of(networks, job, resized(job.content, 128, 96))
    assert result.losses.total == pytest.approx(loss_of(networks, job, result.picture), rel=0.02)
    assert result.first_picture_seconds < result.seconds
    assert result.peak_memory_mb > 0


@pytest.mark.parametrize("init", ["random", "content", "instant"])
def test_every_start_is_told_at_once_and_ends_better(networks: Networks, init: str) -> None:
    job = work(6, init=init, seed=3)
    steps, result = run(transfer(networks, job))
    assert steps[0].iteration == 0
    assert steps[0].picture.shape == (48, 64, 3)
    assert result.losses.total < 0.5 * loss_of(networks, job, steps[0].picture)


def test_a_seed_gives_the_same_noise_again(networks: Networks) -> None:
    first, again, other = (next(transfer(networks, work(init="random", seed=seed))) for seed in (5, 5, 6))
    assert first is not None
    assert again is not None
    assert other is not None
    assert np.array_equal(first.picture, again.picture)
    assert not np.array_equal(first.picture, other.picture)


@pytest.mark.parametrize("optimizer", ["adam", "gradient"])
def test_the_other_optimisers_go_down_too(networks: Networks, optimizer: str) -> None:
    steps, _ = run(transfer(networks, work(12, optimizer=optimizer)))
    assert steps[1].losses is not None
    assert steps[-1].losses is not None
    assert steps[-1].losses.total < 0.8 * steps[1].losses.total


def test_a_moved_slider_acts_in_the_next_iteration(networks: Networks) -> None:
    job = work(10)
    news = replace(job, recipe=replace(job.recipe, style_weight=0.0, content_weight=3.0))
    steps, result = run(transfer(networks, job), lambda step: news if step.iteration == 4 else None)
    plain, _ = run(transfer(networks, job))
    assert np.array_equal(steps[4].canvas, plain[4].canvas)
    assert steps[5].losses is not None
    assert steps[5].losses.style == 0
    assert not np.array_equal(steps[5].canvas, plain[5].canvas)
    assert result.losses.style == 0
    assert result.iterations == 10


def test_another_style_layer_and_scale_are_taken_while_it_runs(networks: Networks) -> None:
    job = work(9)
    other = Style(stripes()[:, ::-1].copy(), mask=np.full((30, 40), 255, np.uint8))
    changes = {
        2: replace(job, styles=(other,)),
        4: replace(job, styles=(other,), recipe=replace(job.recipe, style_layers=(("conv2_2", 1.0),))),
        6: replace(job, styles=(other,), recipe=replace(job.recipe, style_scale=0.6, pooling="average")),
        7: replace(job, styles=(Style(stripes()[:8]),)),  # too thin: said, and the others stay
    }
    steps, result = run(transfer(networks, job), lambda step: changes.get(step.iteration))
    assert len(steps) == 10
    assert all(step.losses is not None for step in steps[1:])
    assert any("too small" in note for note in result.notes)


def test_news_that_change_nothing_leave_the_run_alone(networks: Networks) -> None:
    job = work(8)
    again = replace(job, styles=(Style(stripes()),))
    steps, _ = run(transfer(networks, job), lambda step: again if step.iteration == 3 else None)
    plain, _ = run(transfer(networks, job))
    assert np.array_equal(steps[-1].canvas, plain[-1].canvas)


def test_size_start_and_content_of_a_running_run_stay(networks: Networks) -> None:
    job = work(5)
    news = Work(scene(200, 200), job.styles, replace(job.recipe, size=200, init="random", iterations=50))
    steps, result = run(transfer(networks, job), lambda step: news if step.iteration == 2 else None)
    assert len(steps) == 6
    assert result.picture.shape == (48, 64, 3)


def test_a_kept_canvas_goes_on_where_it_was(networks: Networks) -> None:
    job = work(40, 128)
    steps = transfer(networks, job)
    kept = next(step for step in steps if step is not None and step.iteration == 30)
    steps.close()
    again, result = run(transfer(networks, job, Start(kept.canvas, kept.iteration, kept.seconds)))
    assert again[0].iteration == 30
    assert np.array_equal(again[0].canvas, kept.canvas)
    assert [step.iteration for step in again[1:]] == list(range(31, 41))
    assert again[1].losses is not None
    assert kept.losses is not None
    assert again[1].losses.total < 1.2 * kept.losses.total
    assert result.seconds > kept.seconds


def test_no_iteration_gives_the_picture_it_starts_from(networks: Networks) -> None:
    steps, result = run(transfer(networks, work(0)))
    assert len(steps) == 1
    assert np.array_equal(result.picture, steps[0].picture)
    assert result.losses.total > 0


def test_a_limit_of_time_still_gives_the_size_that_was_asked_for(networks: Networks) -> None:
    steps, result = run(transfer(networks, work(3000, 128, seconds=0.05)))
    assert result.picture.shape == (96, 128, 3)
    assert 2 <= result.iterations < 20
    assert steps[-1].remaining is not None


def nothing(objective: Objective, canvas: torch.Tensor) -> Evaluation:
    gone = torch.full((), torch.nan)
    return Evaluation(gone, gone, torch.zeros(()), torch.full_like(canvas, torch.nan))


def failing(
    monkeypatch: pytest.MonkeyPatch, fails: Callable[[int, Objective], bool], how: Callable[..., Evaluation]
) -> list[int]:
    """Evaluations, counted from 1, that go wrong."""
    count: list[int] = []
    real = Objective.evaluate

    def evaluate(self: Objective, canvas: torch.Tensor) -> Generator[None, None, Evaluation]:
        count.append(1)
        if fails(len(count), self):
            return how(self, canvas)
        return (yield from real(self, canvas))

    monkeypatch.setattr(Objective, "evaluate", evaluate)
    return count


def test_a_j_that_is_no_number_halves_the_step_and_is_said(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, lambda count, _: count == 4, nothing)
    steps, result = run(transfer(networks, work(10)))
    assert len(steps) == 11
    assert np.array_equal(steps[4].canvas, steps[2].canvas)  # the last one with a J: its fourth look failed
    assert any("half the step" in note for note in steps[4].notes)
    assert steps[-1].losses is not None
    assert steps[3].losses is not None
    assert result.losses.total < steps[3].losses.total


def test_a_run_that_stays_without_j_ends_with_its_last_good_picture(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, lambda count, _: count > 3, nothing)
    steps, result = run(transfer(networks, work(50)))
    assert len(steps) < 15
    assert np.array_equal(result.canvas, steps[2].canvas)
    assert np.isfinite(result.losses.total)
    assert any("last good picture stands" in note for note in result.notes)


def test_memory_that_runs_out_leads_to_tiles_and_is_said(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(objective: Objective, canvas: torch.Tensor) -> Evaluation:
        raise torch.OutOfMemoryError("CUDA out of memory")

    whole, _ = run(transfer(networks, work(3, 288)))
    failing(
        monkeypatch,
        lambda _, objective: len(objective._tiles) == 1 and objective._tiles[0].spans[1].length == 288,
        full,
    )
    tiled, result = run(transfer(networks, work(3, 288)))
    assert any("tiles" in note for note in result.notes)
    assert len(tiled) == len(whole)
    assert whole[1].losses is not None
    assert tiled[1].losses is not None
    assert tiled[1].losses.total == pytest.approx(whole[1].losses.total, rel=0.02)


def test_an_error_that_is_none_of_memory_is_not_hidden(
    networks: Networks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(objective: Objective, canvas: torch.Tensor) -> Evaluation:
        raise RuntimeError("a bug")

    failing(monkeypatch, lambda count, _: count == 2, broken)
    with pytest.raises(RuntimeError, match="a bug"):
        run(transfer(networks, work(3)))


def test_without_a_style_there_is_a_sentence(networks: Networks) -> None:
    job = work()
    with pytest.raises(NoStyle):
        next(transfer(networks, replace(job, styles=(Style(stripes(), weight=0.0),))))


@pytest.mark.parametrize("shape", [(1, 1), (5000, 1), (300, 8)])
def test_a_picture_of_hardly_any_pixels_gets_its_sentence(networks: Networks, shape: tuple[int, int]) -> None:
    thin = np.zeros((*shape, 3), np.uint8)
    with pytest.raises(PictureTooThin):
        next(transfer(networks, replace(work(), content=thin)))
    with pytest.raises(PictureTooThin, match="a strip"):
        next(transfer(networks, work(styles=(Style(thin, name="a strip"),))))


def test_odd_shapes_are_painted(networks: Networks) -> None:
    long = np.repeat(scene(16, 16), 60, axis=1)
    tiny = Style(stripes(16, 16))
    job = Work(long, (tiny,), Recipe(size=96, iterations=2))
    _, result = run(transfer(networks, job))
    assert result.picture.shape == (32, 96, 3)
    assert np.isfinite(result.losses.total)


def test_only_the_luminance_changes_where_that_is_asked_for(networks: Networks) -> None:
    _, result = run(transfer(networks, work(4, colour="luminance")))
    shown = result.picture.astype(float)
    grey = result.canvas.astype(float)
    assert np.ptp(grey, axis=2).max() == 0 or np.ptp(grey, axis=2).mean() < 30
    # The content is warm everywhere: red above blue, whatever the style's blue.
    assert (shown[..., 0] >= shown[..., 2] - 3).mean() > 0.98


def test_a_style_can_take_the_contents_colours(networks: Networks) -> None:
    _, plain = run(transfer(networks, work(12)))
    _, matched = run(transfer(networks, work(12, colour="statistics")))
    content = scene().reshape(-1, 3).mean(0)

    def off(result: StyleResult) -> float:
        return float(np.abs(result.picture.reshape(-1, 3).mean(0) - content).sum())

    assert off(matched) < 0.5 * off(plain)
