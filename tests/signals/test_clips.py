"""Clips from video files: luma at an even pace, bounded whatever the length, or one sentence."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from desktop.errors import FileMissing
from desktop.signals import clips
from desktop.signals.errors import ClipTooShort
from tests.signals.films import STEP, frames, write_film
from tests.signals.made_classes import moving


def shade(value: int, side: int = 32) -> np.ndarray:
    return np.full((side, side, 3), value, np.uint8)


def test_moments_come_at_an_even_pace_whatever_times_frames_have(tmp_path: Path) -> None:
    # 24 frames a second, then one that stands for half a second.
    shades = [shade(8 * number) for number in range(30)]
    times = [STEP * (number if number < 16 else number + 12) for number in range(30)]
    film = write_film(tmp_path / "one.mp4", shades, sound="", times=times)
    found = clips.read(film)
    assert found.dtype == np.float32
    assert found.shape[0] == 1
    clock = np.array(times) / 12_000
    due = np.arange(found.shape[1]) / float(clips.RATE)
    expected = np.searchsorted(clock, due + 1e-9, side="right") - 1
    np.testing.assert_allclose(found[0].mean((1, 2)), 8 * expected / 255, atol=0.02)


def test_a_long_clip_costs_no_more_than_a_short_one(tmp_path: Path) -> None:
    shades = [shade(number * 255 // 400, 80) for number in range(400)]
    film = write_film(tmp_path / "long.mp4", shades, sound="")
    tracemalloc.start()
    found = clips.read(film)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.shape == (1, clips.LONGEST, clips.SIDE, clips.SIDE)
    assert peak < 3 * found.nbytes
    # Those in its middle: 7.7 of 16.7 seconds.
    assert found[0, 0].mean() == pytest.approx(0.5 - 3.84 / 16.67, abs=0.03)
    assert found[0, -1].mean() == pytest.approx(0.5 + 3.84 / 16.67, abs=0.03)


def test_its_brightness_is_as_eyes_weigh_colours(tmp_path: Path) -> None:
    green = np.zeros((32, 48, 3), np.uint8)
    green[:, :, 1] = 255
    found = clips.read(write_film(tmp_path / "green.mp4", [green] * 34, sound=""))
    assert found.shape[2:] == (32, 48)
    assert found.mean() == pytest.approx(0.587, abs=0.03)


def test_what_is_too_short_or_narrow_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ClipTooShort, match=r"0\.6 s of 32 x 32 pixels.*1\.1 s or more, at least 14 pixels"):
        clips.read(write_film(tmp_path / "short.mp4", moving(0, 0, count=12), sound=""))
    with pytest.raises(ClipTooShort, match=r"200 x 20 pixels.*at least 44 pixels"):
        clips.read(write_film(tmp_path / "narrow.mp4", frames(34, 200, 20), sound=""))
    with pytest.raises(FileMissing):
        clips.read(tmp_path / "nowhere.mp4")
