"""The tour is the proof that the whole program works: real window, real weights, a moving view."""

import json
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.style.networks import NEEDED
from desktop.tour.run import GROUP, SHOWN
from tests.weights_fixture import cache, with_weights


@pytest.fixture
def weights_home(weights: Home) -> Path:
    with_weights(weights, [*NEEDED, *SHOWN, GROUP])  # all that it would fetch by itself
    return cache()


@pytest.mark.timeout(900)  # every page with real weights, on a machine that may be busy
def test_every_step_of_the_tour_is_right(weights_home: Path, tmp_path: Path) -> None:
    before = {file for file in weights_home.rglob("*") if file.name != "likeness.log"}
    assert run(["tour", "--home", str(weights_home), "--out", str(tmp_path), "--scheme", "light"]) == 0
    steps = json.loads((tmp_path / "tour.json").read_text("utf-8"))["steps"]
    assert {step["page"] for step in steps} == {
        "live",
        "people",
        "compare",
        "calibrate",
        "learn",
        "studio",
        "explore",
        "sound",
        "film",
        "models",
        "settings",
        "checkup",
    }
    assert [step for step in steps if not step["ok"]] == []
    for step in steps:
        assert read_picture(tmp_path / step["picture"]).shape == (800, 1280, 3)
    # A throwaway home: nobody who was enrolled on the way is left in the one that lent the weights.
    after = {file for file in weights_home.rglob("*") if file.name != "likeness.log"}
    assert {file.name for file in after - before} <= {"logs", ".lock"}
