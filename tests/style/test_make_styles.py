"""The shipped styles are ours: the script in resources paints them, the same every time."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from desktop.paths import resources
from desktop.pictures import read_picture

SIDE = 96


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    source = Path(__file__).resolve().parents[2] / "resources"
    monkeypatch.syspath_prepend(str(source))
    return importlib.import_module("make_styles")


def test_every_painted_style_is_listed_and_there(script: ModuleType) -> None:
    folder = resources() / "styles"
    listed = json.loads((folder / "index.json").read_text("utf-8"))
    assert [(entry["file"], entry["name"]) for entry in listed] == [
        (f"{file}.jpg", name) for file, name, _ in script.STYLES
    ]
    assert {path.name for path in folder.glob("*.jpg")} == {entry["file"] for entry in listed}


def test_a_style_comes_out_the_same_every_time(script: ModuleType) -> None:
    paint = {file: paint for file, _, paint in script.STYLES}["rose-window"]
    once, again = (np.asarray(script.painted(paint, SIDE)) for _ in range(2))
    assert np.array_equal(once, again)
    assert once.shape == (SIDE, SIDE, 3)


def test_the_file_is_what_the_script_paints(script: ModuleType) -> None:
    paint = {file: paint for file, _, paint in script.STYLES}["rose-window"]
    made = np.asarray(script.painted(paint)).astype(np.float32)
    kept = read_picture(resources() / "styles" / "rose-window.jpg").astype(np.float32)
    assert np.abs(made - kept).mean() < 6  # what JPEG loses, and what rounding differs by between machines
