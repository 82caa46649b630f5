"""`likeness explore`: the JSON of the contract, the labelled picture, one sentence for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from desktop.cli import run
from desktop.commands.context import BadUsage
from desktop.commands.explore import parse_units
from desktop.explore.explorable import Explorable
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from tests.explore.made import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in range(3):
        write_png(made(seed), tmp_path / "pictures" / f"{seed}.png")
    (tmp_path / "pictures" / "9.png").write_bytes(b"no picture")
    return tmp_path / "pictures"


@pytest.fixture
def home_with(vgg: Explorable, weights: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    root = tmp_path / "home"
    root.mkdir()
    (root / "weights").symlink_to(weights.weights)
    return ["--home", str(root)]


def test_it_tells_the_patches_and_draws_them(
    folder: Path, home_with: list[str], vgg: Explorable, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "out.png"
    wanted = ["explore", str(folder), "--layer", "conv2_1", "--units", "0-2,40", "-o", str(out)]
    assert run([*home_with, "--json", *wanted]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["layer"] == "conv2_1"
    assert told["field"] == {"size": 10, "jump": 2, "start": 0.5}
    assert [unit["unit"] for unit in told["units"]] == [0, 1, 2, 40]
    assert [sentence for sentence in told["problems"] if "9.png" in sentence]
    for unit in told["units"]:
        patches = unit["patches"]
        assert len(patches) == 3
        assert len({patch["picture"] for patch in patches}) == 3
        values = [patch["value"] for patch in patches]
        assert values == sorted(values, reverse=True)
        for patch in patches:
            picture = read_picture(Path(patch["picture"]))
            with torch.no_grad():
                features = dict(vgg.chain.walk(vgg.tensor(picture), "conv2_1"))["conv2_1"][0, unit["unit"]]
            assert patch["value"] == pytest.approx(float(features.max()), rel=1e-4, abs=1e-3)
            row, column = patch["row"], patch["column"]
            assert patch["box"] == [2 * column - 4, 2 * row - 4, 2 * column + 6, 2 * row + 6]
    drawn = read_picture(out)
    assert min(drawn.shape[:2]) > 300
    assert len(np.unique(drawn.reshape(-1, 3), axis=0)) > 500  # patches, not an empty sheet


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere", "--layer", "conv1_1", "-o", "x.png"], "does not exist"),
        ([".", "--layer", "conv1_1", "-o", "x.png"], "There is no picture in"),
        (["a.png", "--layer", "conv6_1", "-o", "x.png"], "There is no layer “conv6_1”"),
        (["a.png", "--layer", "conv1_1", "--units", "64", "-o", "x.png"], "units are 0 to 63"),
        (["a.png", "--layer", "conv1_1", "--units", "3-1", "-o", "x.png"], "no unit or range"),
        (["a.png", "--layer", "conv1_1", "-o", "x.jpg"], "no PNG file"),
        (["a.png", "--layer", "conv1_1", "--network", "resnet", "-o", "x.png"], "no network “resnet”"),
        (["dot.png", "--layer", "conv5_1", "-o", "x.png"], "too small for layer conv5_1"),
        (["a.png", "--layer", "conv_1", "--network", "sface", "-o", "x.png"], "No face was found"),
    ],
)
def test_what_cannot_be_served_is_one_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    home_with: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = tmp_path / "there"
    place.mkdir()
    monkeypatch.chdir(place)
    if words[0].endswith(".png"):
        write_png(made(1) if words[0] == "a.png" else made(1, 3, 3), place / words[0])
    assert run([*home_with, "explore", *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert not (place / "x.png").exists()


def test_units_are_parsed() -> None:
    assert parse_units("0-3,40, 2") == [0, 1, 2, 3, 40]
    for wrong in ("", "a", "1-", "-1", "4-2", "1;2"):
        with pytest.raises(BadUsage):
            parse_units(wrong)
