"""`bench style`: both are judged by one function; sizes run in processes of their own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from desktop.bench import growth, pastiche_run, style
from desktop.bench.pastiche_run import Reached
from desktop.bench.peer import PeerFailed
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.progress import Progress, finish
from desktop.style.networks import NEEDED
from desktop.vectors import Picture
from tests.weights_fixture import with_weights


@pytest.fixture(scope="module")
def home(weights: Home) -> Home:
    return with_weights(weights, NEEDED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures of 96 x 72."""
    noise = np.random.default_rng(1).integers(0, 255, (2, 9, 12, 3), np.uint8)
    for name, picture in zip(("a.png", "b.png"), noise, strict=True):
        write_png(picture.repeat(8, 0).repeat(8, 1), tmp_path / name)
    return tmp_path


@contextmanager
def stand_in(
    python: Path, content: Picture, given: Picture, threads: int, device: str
) -> Iterator[Callable[[int], Reached]]:
    """A peer that blends the style's colour into the content, and takes ten seconds a step."""
    share = [0.0]

    def go_on(steps: int) -> Reached:
        share[0] += steps / 500
        mixed = content * (1 - share[0]) + given.mean() * share[0]
        return Reached(mixed.astype(np.uint8), 10.0 * steps, 1e9)

    yield go_on


def test_both_are_judged_alike(home: Home, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ready(source: str) -> Generator[Progress, None, Path]:
        yield Progress(0, 0)
        return Path("python")

    monkeypatch.setattr(style, "environment", ready)
    monkeypatch.setattr(pastiche_run, "running", stand_in)
    monkeypatch.setattr(style, "STEPS", 20)
    monkeypatch.setattr(style, "SIZE", 64)
    monkeypatch.setattr(style, "ITERATIONS", 20)
    monkeypatch.setattr(style, "RUNS", 2)
    monkeypatch.setattr(style, "cores", lambda: 1)  # two threads on a busy machine take ten times as long
    outcome = finish(style.bench_style(home, "cpu", folder))
    found = json.loads(json.dumps(asdict(outcome)))
    assert set(found) >= {"name", "device", "figures", "peers", "ratio"}
    assert found["name"] == "style"
    theirs, ours = found["peers"]["pastiche_curve"], found["figures"]["curve"]
    assert [seconds for seconds, _ in theirs] == [0, 100, 200]
    assert found["peers"]["pastiche_seconds"] == 200
    assert ours[-1][1] == found["figures"]["loss"]
    assert ours[-1][1] < theirs[0][1]
    assert found["ratio"]["pastiche_unsaved"] < 0.2
    assert found["figures"]["peak_memory_mb_last"] > 0


def test_the_judge_knows_the_content_and_the_style(home: Home, folder: Path) -> None:
    content, given = style.pictures(home, folder)
    judge = style.Judge(home, content, given)
    own, other = judge(content), judge(np.zeros_like(content))
    assert judge(given) < 0.3 * own  # no style cost at all
    assert own != other
    assert style.Judge(home, content, content)(content) == 0


def test_seconds_are_read_between_two_judgements() -> None:
    curve = ((1.0, 100.0), (3.0, 50.0), (5.0, 40.0))
    assert style._reached(curve, 75.0) == 2.0
    assert style._reached(curve, 120.0) == 1.0
    assert style._reached(curve, 39.0) is None


def test_the_style_gets_as_many_pixels_as_the_content() -> None:
    content = np.zeros((192, 256, 3), np.uint8)
    assert style.as_pastiche(np.zeros((640, 1024, 3), np.uint8), content).shape == (175, 280, 3)


def test_each_size_runs_in_a_process_of_its_own(
    home: Home, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIKENESS_HOME", str(home.root))
    monkeypatch.setattr(growth, "ITERATIONS", 9)
    outcome = finish(style.bench_style(home, "cpu", folder, (32,)))
    assert outcome.figures["iterations_at_the_top_32"] == 9
    peak = outcome.figures["peak_memory_mb_32"]
    assert isinstance(peak, float)
    assert peak > 100


def test_a_peer_that_does_not_run_is_one_sentence(folder: Path) -> None:
    content = np.zeros((8, 8, 3), np.uint8)
    peer = pastiche_run.running(Path(sys.executable), content, content, 1, "cpu")
    with peer as go_on, pytest.raises(PeerFailed) as failure:
        go_on(1)
    assert "pastiche" in failure.value.details
