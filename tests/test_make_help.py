"""The help's and the README's pictures come out of the tour, and show nobody who may not be shown."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from desktop.paths import Home, resources
from desktop.pictures import read_picture, write_png
from desktop.tour.run import GROUP
from desktop.weights import store
from desktop.work.sample import PORTRAIT
from tests.fakes import picture
from tests.weights_fixture import with_weights

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "resources"))
    return importlib.import_module("make_help")


def tour(folder: Path, steps: list[tuple[str, bool]]) -> Path:
    """A folder as a tour leaves it."""
    told = []
    for number, (page, ok) in enumerate(steps, start=1):
        name = f"{number:02d}-{page}.png"
        write_png(picture(80, 128, shade=10 * number), folder / name)
        told.append({"page": page, "picture": name, "ok": ok})
    (folder / "tour.json").write_text(json.dumps({"steps": told}), "utf-8")
    return folder


def test_every_picture_is_kept_and_no_other(script: ModuleType) -> None:
    kept = {file.name for file in (resources() / "help" / "pictures").iterdir()}
    assert kept == {f"{shot.name}-{scheme}.webp" for shot in script.HELP for scheme in ("dark", "light")}
    shown = set(re.findall(r"resources/screenshots/([\w-]+)\.webp", (ROOT / "README.md").read_text("utf-8")))
    assert shown == {shot.name for shot in script.README}
    assert {file.stem for file in (ROOT / "resources" / "screenshots").iterdir()} == shown


def test_a_picture_is_the_step_that_is_named(script: ModuleType, tmp_path: Path) -> None:
    folder = tour(tmp_path, [("live", True), ("people", True), ("live", True)])
    (_, file), *_ = script.picked(folder, [script.Shot("known", "live", 2)])
    assert file.name == "03-live.png"
    out = tmp_path / "small.webp"
    assert script.write(file, out, 64) == out.stat().st_size
    assert read_picture(out).shape == (40, 64, 3)


@pytest.mark.parametrize("step", [1, 2])
def test_a_step_that_went_wrong_or_is_missing_ends_it(script: ModuleType, tmp_path: Path, step: int) -> None:
    folder = tour(tmp_path, [("live", False)])
    with pytest.raises(SystemExit, match=f"step {step} of live"):
        list(script.picked(folder, [script.Shot("known", "live", step)]))


def test_who_may_not_be_shown_is_seen(script: ModuleType, weights: Home) -> None:
    with_weights(weights, [GROUP, PORTRAIT])
    script.refuse_group(weights, [store.file(weights, PORTRAIT)])
    with pytest.raises(SystemExit, match="does not let be shown"):
        script.refuse_group(weights, [store.file(weights, GROUP)])
