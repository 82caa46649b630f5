"""`likeness film` as its users type it: the film, what is printed, and every way it can go wrong."""

from __future__ import annotations

import json
from pathlib import Path

import av
import numpy as np
import pytest

from desktop.cli import run
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.signals.film import NEEDED
from tests.signals.films import frames, texture, write_film, write_sound
from tests.signals.scripted_way import use
from tests.weights_fixture import cache, with_weights


@pytest.fixture
def home(weights: Home, tmp_path: Path) -> Path:
    """A home of its own with the weights of the cache."""
    with_weights(weights, NEEDED)
    root = tmp_path / "home"
    root.mkdir()
    (root / "weights").symlink_to(cache() / "weights")
    return root


@pytest.fixture
def given(tmp_path: Path) -> tuple[Path, Path]:
    """A film and a style."""
    write_png(texture(64), tmp_path / "style.png")
    return write_film(tmp_path / "film.mp4", frames(6)), tmp_path / "style.png"


def film(home: Path, *words: object) -> int:
    return run(["--home", str(home), "--json", "film", *map(str, words)])


def test_a_film_is_painted_and_told_about(
    home: Path, given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.mp4"
    assert film(home, *given, "-o", out, "--size", 64, "--measure") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["frames"] == 6
    assert said["seconds"] > 0
    assert said["audio_kept"] is True
    assert set(said["flicker"]) == {"flow_warp_error", "per_frame_baseline"}
    assert 0 < said["flicker"]["flow_warp_error"] < 0.7 * said["flicker"]["per_frame_baseline"]
    with av.open(str(out)) as made:
        assert made.streams.video[0].frames == 6
        assert (made.streams.video[0].width, made.streams.video[0].height) == (64, 48)


def test_without_measure_nothing_is_said_of_flicker(
    home: Path, given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["--home", str(home), "film", *map(str, given), "-o", str(tmp_path / "o.mp4"), "--size", "64"])
        == 0
    )
    said = capsys.readouterr().out
    assert "6 frames in" in said
    assert "Flicker" not in said


def test_a_broken_tail_is_said_on_standard_error(
    home: Path, given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    use(monkeypatch)
    broken = write_film(tmp_path / "broken.mp4", frames(60), options={"movflags": "+faststart"})
    data = broken.read_bytes()
    broken.write_bytes(data[: len(data) * 6 // 10])
    assert film(home, broken, given[1], "-o", tmp_path / "out.mp4") == 0
    said = capsys.readouterr()
    assert "breaks off after frame" in said.err
    assert json.loads(said.out)["notes"] == [said.err.strip()]


def test_what_cannot_be_served_is_one_sentence(
    home: Path, given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, style = given
    write_sound(tmp_path / "sound.mp4")
    folder = tmp_path / "slices"
    folder.mkdir()
    for number, width in enumerate((64, 64, 60)):
        write_png(np.zeros((48, width, 3), np.uint8), folder / f"{number}.png")
    out = tmp_path / "out.mp4"
    for words, sentence in (
        ((tmp_path / "gone.mp4", style, "-o", out), "does not exist"),
        ((style, style, "-o", out), "is neither a film nor a stack of slices"),
        ((source, tmp_path / "gone.png", "-o", out), "does not exist"),
        ((source, style, "-o", tmp_path / "out.txt"), "can't be written as a film"),
        ((source, style, "-o", source), "is the film itself"),
        ((source, style, "-o", out, "--way", "slow"), "instant, frames, volume"),
        ((source, style, "-o", out, "--size", 8), "32 to 16384"),
        ((tmp_path / "sound.mp4", style, "-o", out), "has no pictures that can be read"),
        ((folder, style, "-o", tmp_path / "painted"), "differ in size: “2.png” has 60 x 48 pixels"),
    ):
        assert film(home, *words) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.splitlines()) == 1
        assert sentence in said.err
    assert not out.exists()


def test_missing_weights_are_one_sentence(
    given: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert film(tmp_path / "bare", *given, "-o", tmp_path / "out.mp4") == 2
    assert "models fetch" in capsys.readouterr().err
