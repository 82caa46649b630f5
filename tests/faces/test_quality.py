"""Quality: a good view scores high, every way of spoiling it lowers the score and says what to do."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.faces.align import TEMPLATE
from desktop.faces.detect import Yunet
from desktop.faces.face import Face
from desktop.faces.quality import Advice, Quality, assess, pose
from desktop.opencv import cv2
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.vectors import Picture
from desktop.weights import store


@pytest.fixture(scope="module")
def picture(sample: Callable[[str], Path]) -> Picture:
    return read_picture(sample("astronaut"))


@pytest.fixture(scope="module")
def face(weights: Home, picture: Picture) -> Face:
    return Yunet(store.file(weights, "yunet")).detect(picture)[0]


def scaled(picture: Picture, face: Face, factor: float) -> Quality:
    small = np.asarray(
        cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8
    )
    x, y, width, height = (value * factor for value in face.box)
    return assess(small, Face((x, y, width, height), face.landmarks * np.float32(factor), face.score))


def test_a_good_portrait_scores_high(picture: Picture, face: Face) -> None:
    found = assess(picture, face)
    assert found.score > 0.7
    assert found.advice == ()
    assert found.frontal


def test_blurred(picture: Picture, face: Face) -> None:
    blurred = [np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8) for sigma in (1.5, 3, 6)]
    scores = [assess(one, face).score for one in blurred]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < 0.3
    assert Advice.HOLD_STILL in assess(blurred[-1], face).advice


def test_dark_and_bright(picture: Picture, face: Face) -> None:
    dark = assess((picture * 0.12).astype(np.uint8), face)
    assert dark.score < 0.2
    assert Advice.MORE_LIGHT in dark.advice
    bright = assess(np.clip(picture.astype(int) * 2 + 120, 0, 255).astype(np.uint8), face)
    assert bright.score < 0.3
    assert Advice.LESS_LIGHT in bright.advice


def test_small(picture: Picture, face: Face) -> None:
    tiny = scaled(picture, face, 0.2)
    assert tiny.score < 0.2
    assert tiny.advice == (Advice.COME_CLOSER,)  # its blur comes of the distance: not "hold still"
    assert scaled(picture, face, 2).size == 1


def test_cut_off(picture: Picture, face: Face) -> None:
    x = int(face.landmarks[2, 0])
    cut = np.ascontiguousarray(picture[:, x:])
    landmarks = face.landmarks - np.array([x, 0], np.float32)
    found = assess(cut, Face((0, face.box[1], 60, face.box[3]), landmarks, face.score))
    assert found.advice[0] is Advice.MOVE_IN
    assert found.score < assess(picture, face).score / 1.5


def test_a_black_picture_is_worth_nothing(face: Face, picture: Picture) -> None:
    found = assess(np.zeros_like(picture), face)
    assert found.score == 0
    assert Advice.MORE_LIGHT in found.advice


def turned(yaw: float, pitch: float = 0, roll: float = 0) -> np.ndarray:
    """The landmarks of a head of plane eyes and mouth and a nose that stands out, turned and projected."""
    flat = (TEMPLATE - TEMPLATE.mean(axis=0)).astype(np.float64)
    flat[[1, 4], 0] = -flat[[0, 3], 0]
    flat[[1, 4], 1] = flat[[0, 3], 1]
    flat[2] = [0, flat[0, 1] + 0.54 * (flat[3, 1] - flat[0, 1])]
    flat[:, 0] -= flat[:, 0].mean()
    points = np.c_[flat, [0, 0, 0.6 * (flat[3, 1] - flat[0, 1]), 0, 0]]
    y, p, r = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return ((points @ (about_z @ about_x @ about_y).T)[:, :2] * 2 + 150).astype(np.float32)


@pytest.mark.parametrize("degrees", [-40, -20, 0, 20, 40])
def test_angles_are_about_right(degrees: float) -> None:
    assert pose(turned(degrees)).yaw == pytest.approx(degrees, abs=6)
    assert pose(turned(0, degrees)).pitch == pytest.approx(degrees, abs=12)
    assert pose(turned(0, 0, degrees)).roll == pytest.approx(degrees, abs=2)


@given(st.floats(-180, 180), st.floats(0.2, 5))
def test_yaw_does_not_depend_on_roll_or_size(roll: float, scale: float) -> None:
    assert pose(turned(25, 0, roll) * np.float32(scale)).yaw == pytest.approx(pose(turned(25)).yaw, abs=0.5)


def test_a_turned_head_is_asked_to_look(picture: Picture, face: Face) -> None:
    profile = Face(face.box, turned(50), face.score)
    found = assess(picture, profile)
    assert Advice.LOOK_HERE in found.advice
    assert not found.frontal
    assert Advice.UPRIGHT in assess(picture, Face(face.box, turned(0, 0, 75), face.score)).advice


@given(st.lists(st.floats(-1000, 1000), min_size=10, max_size=10))
def test_any_landmarks_give_a_score(values: list[float]) -> None:
    landmarks = np.array(values, np.float32).reshape(5, 2)
    found = assess(np.full((60, 80, 3), 90, np.uint8), Face((0, 0, 10, 10), landmarks, 0.9))
    assert 0 <= found.score <= 1


def test_advice_is_words() -> None:
    assert all(advice.value.replace(" ", "").isalpha() for advice in Advice)


def test_it_is_cheap(picture: Picture, face: Face) -> None:
    spent = []
    for _ in range(50):
        start = time.perf_counter()
        assess(picture, face)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.0005


def test_the_light_modules_do_not_import_torch() -> None:
    """The window imports them before its first picture is painted."""
    names = ("align", "quality", "thresholds", "verify", "evaluate", "face", "load", "detect")
    code = "import sys;" + ";".join(f"import desktop.faces.{name}" for name in names)
    run = subprocess.run([sys.executable, "-c", code + ";sys.exit('torch' in sys.modules)"], check=False)
    assert run.returncode == 0
