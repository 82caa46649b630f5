"""`likeness sound` as a user calls it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop import cli
from desktop.signals import audio, sound
from desktop.signals.filters import WideLayer
from tests.signals.made_sounds import bursts, melody


@pytest.fixture
def sounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setattr(sound, "WideLayer", partial(WideLayer, count=16))
    paths = tmp_path / "melody.wav", tmp_path / "bursts.flac"
    audio.write(paths[0], melody(1.0).samples)
    audio.write(paths[1], bursts(1.5).samples)
    return str(paths[0]), str(paths[1])


def test_it_answers_as_promised(
    sounds: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.wav"
    assert cli.run(["sound", *sounds, "-o", str(out), "--iterations", "3", "--json"]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert said.err == ""
    assert (found["iterations"], found["sample_rate"]) == (3, 22_050)
    assert found["seconds"] > 0
    assert found["loss"]["total"] == pytest.approx(found["loss"]["content"] + 50 * found["loss"]["style"])
    with soundfile.SoundFile(out) as written:
        assert (written.format, written.subtype, written.samplerate) == ("WAV", "PCM_16", 22_050)
        assert written.frames == 22_050
        assert np.abs(written.read()).max() > 0.8
    again = tmp_path / "again.wav"
    assert cli.run(["sound", *sounds, "-o", str(again), "--iterations", "3"]) == 0
    assert again.read_bytes() == out.read_bytes()
    assert "3 iterations" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["-o", "out.mp3"], "out.mp3"),
        (["-o", "out.wav", "--init", "silence"], "silence"),
        (["-o", "out.wav", "--iterations", "0"], "iterations"),
        (["-o", "out.wav", "--style-weight", "nan"], "style weight"),
    ],
)
def test_what_cannot_be_served_is_one_line(
    sounds: tuple[str, str],
    options: list[str],
    word: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(["sound", *sounds, *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert word in said.err
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["bursts.flac", "melody.wav"]


def test_a_sound_that_is_none_is_one_line(
    sounds: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "words.wav").write_text("words")
    for wrong in ("words.wav", "nothing.wav"):
        path = str(tmp_path / wrong)
        for pair in ((sounds[0], path), (path, sounds[1])):
            assert cli.run(["sound", *pair, "-o", str(tmp_path / "out.wav")]) == 2
            assert capsys.readouterr().err.count(wrong) == 1
