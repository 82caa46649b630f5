"""`likeness stylize` as its users type it: the picture, what is printed, and every way it can go wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.cli import run
from desktop.errors import DiskFull
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.style import transfer as transfer_module
from desktop.style.export import read_recipe
from desktop.style.networks import NEEDED
from desktop.style.runs import Runs
from tests.weights_fixture import cache, with_weights

Run = Any


@pytest.fixture
def home(weights: Home, tmp_path: Path) -> Path:
    """A home of its own with the weights of the cache."""
    with_weights(weights, NEEDED)
    root = tmp_path / "home"
    root.mkdir()
    (root / "weights").symlink_to(cache() / "weights")
    return root


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, Path]:
    """A photo and a style."""
    rows, columns = np.mgrid[0:72, 0:96]
    photo = np.stack((rows * 3, columns * 2, 255 - rows * 2), axis=2).astype(np.uint8)
    style = np.random.default_rng(0).integers(0, 255, (80, 80, 3), np.uint8)
    write_png(photo, tmp_path / "photo.png")
    write_png(style, tmp_path / "style.png")
    return tmp_path / "photo.png", tmp_path / "style.png"


def _stylize(home: Path, *words: object) -> int:
    return run(["--home", str(home), "--json", "stylize", *map(str, words)])


def test_a_picture_is_painted_and_told_about(
    home: Path, pictures: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.png"
    assert (
        _stylize(home, *pictures, "-o", out, "--size", 96, "--iterations", 6, "--style-layers", "conv1_1")
        == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert said["size"] == [96, 72]
    assert said["iterations"] == 6
    assert len(said["curve"]) == 6
    assert said["curve"][-1][1] < said["curve"][0][1]
    assert said["loss"]["total"] == pytest.approx(
        sum(said["loss"][part] for part in ("content", "style", "tv"))
    )
    assert 0 < said["first_picture_seconds"] <= said["seconds"]
    assert said["peak_memory_mb"] > 0
    assert said["device"]
    assert read_picture(out).shape == (72, 96, 3)
    recipe = read_recipe(out)
    assert recipe is not None
    assert recipe.style_layers == (("conv1_1", 1.0),)
    assert Runs(Home(home)).list().cards == ()


def test_an_instant_picture_needs_no_iterations(
    home: Path, pictures: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, style = pictures
    out = tmp_path / "out.jpg"
    assert _stylize(home, photo, style, style, "--weights", "2,1", "-o", out, "--size", 64, "--instant") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["iterations"], said["curve"], said["size"]) == (0, [], [64, 48])
    assert read_picture(out).shape == (48, 64, 3)


def test_a_mask_says_where_a_style_goes(
    home: Path, pictures: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, style = pictures
    red = np.zeros((80, 80, 3), np.uint8)
    red[..., 0] = np.random.default_rng(1).integers(150, 255, (80, 80))
    write_png(red, tmp_path / "red.png")
    half = np.zeros((72, 96, 3), np.uint8)
    half[:, :48] = 255
    write_png(half, tmp_path / "left.png")
    write_png(255 - half, tmp_path / "right.png")
    out = tmp_path / "out.png"
    words = ["--mask", tmp_path / "left.png", "--mask", tmp_path / "right.png", "--size", 96]
    assert _stylize(home, photo, tmp_path / "red.png", style, "-o", out, *words, "--iterations", 12) == 0
    left, right = (read_picture(out)[:, part].astype(float) for part in (slice(0, 36), slice(60, 96)))
    redness = [half[..., 0].mean() - half[..., 1:].mean() for half in (left, right)]
    assert redness[0] > redness[1] + 20


def test_an_interrupted_picture_is_written_and_gone_on_with(
    home: Path,
    pictures: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.png"
    words = [*pictures, "-o", out, "--size", 96, "--iterations", 8]
    begun: list[int] = []
    real = transfer_module._Run._iterate

    def interrupted(self: Run) -> Any:
        begun.append(self._iteration)
        if len(begun) == 5:
            raise KeyboardInterrupt
        return real(self)

    with monkeypatch.context() as patched:
        patched.setattr(transfer_module._Run, "_iterate", interrupted)
        assert _stylize(home, *words) == 130
    assert capsys.readouterr().err.count("\n") == 1
    assert read_picture(out).shape == (72, 96, 3)
    assert [card.iterations for card in Runs(Home(home)).list().cards] == [4]
    assert _stylize(home, *words, "--resume") == 0
    assert len(json.loads(capsys.readouterr().out)["curve"]) == 4
    assert Runs(Home(home)).list().cards == ()


def test_a_disk_that_is_full_at_the_end_costs_no_iteration(
    home: Path,
    pictures: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out.png"
    words = [*pictures, "-o", out, "--size", 64, "--iterations", 5]

    def full(path: Path, *_: object) -> None:
        raise DiskFull(path=path)

    with monkeypatch.context() as patched:
        patched.setattr("desktop.style.export.write", full)
        assert _stylize(home, *words) == 2
    said = capsys.readouterr()
    assert "is full" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert not out.exists()
    assert _stylize(home, *words, "--resume") == 0
    assert json.loads(capsys.readouterr().out)["curve"] == []  # nothing was left to do
    assert read_picture(out).shape == (48, 64, 3)
    assert Runs(Home(home)).list().cards == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--style-layers", "conv9_1"], "style layers"),
        (["--style-layers", "conv1_1:much"], "no number"),
        (["--style-layers", ""], "--style-layers"),
        (["--weights", "1,2"], "--weights"),
        (["--init", "magic"], "init"),
        (["--size", "3"], "size"),
        (["--mask", "-", "--mask", "-"], "masks"),
        (["-o", "out.gif"], ".png"),
        (["-o", "style.png/out.png"], "written"),
    ],
)
def test_what_does_not_fit_is_said_in_one_line(
    home: Path,
    pictures: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    expected: str,
) -> None:
    words = [str(tmp_path / word) if word == "style.png/out.png" else word for word in words]
    assert _stylize(home, *pictures, "-o", tmp_path / "out.png", *words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert expected in said.err
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize("shape", [(1, 1, 3), (5000, 1, 3), (1, 5000, 3), (20, 3000, 3)])
def test_a_thin_picture_is_refused_or_painted(
    home: Path,
    pictures: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    shape: tuple[int, int, int],
) -> None:
    thin = tmp_path / "thin.png"
    write_png(np.full(shape, 90, np.uint8), thin)
    photo, style = pictures
    for words in ((thin, style), (photo, thin), (thin, style, "--instant")):
        code = _stylize(home, *words, "-o", tmp_path / "out.png", "--size", 96, "--iterations", 2)
        said = capsys.readouterr().err
        assert code == (2 if min(shape[:2]) < 16 else 0)
        assert ("“thin” is too small" in said) == (code == 2)


def test_missing_weights_are_said_in_one_line(
    pictures: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _stylize(tmp_path / "empty", *pictures, "-o", tmp_path / "out.png") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "likeness models fetch" in said


def test_a_home_that_fills_up_costs_the_kept_states_and_not_the_picture(
    home: Path, pictures: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull(path=home)

    begin = Runs.begin

    def begun(*words: Any) -> Any:
        kept = begin(*words)
        for name in ("run.Run.keep", "run.Run.finish", "runs.Runs.forget"):
            monkeypatch.setattr(f"desktop.style.{name}", full)
        return kept

    monkeypatch.setattr(Runs, "begin", begun)
    out = tmp_path / "out.jpg"
    assert _stylize(home, *pictures, "-o", out, "--size", 64, "--iterations", 3) == 0
    assert read_picture(out).shape[1] == 64
