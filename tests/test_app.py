"""The whole program in its real window: what a first start, a wrong file and a hasty user meet."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.camera.source import FrameSource
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.settings import load
from tests.ui.accessible import unnamed_controls
from tests.ui.welcomed import welcomed
from tests.weights_fixture import Sample

SLOW = 60_000  # milliseconds that loading torch may take on a busy machine


@pytest.fixture
def bare(home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Home:
    """A first start on a machine whose pip reaches nothing."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return welcomed(home)


@pytest.fixture
def app(tmp_path: Path, weights: Home, sample: Sample, qtbot: QtBot) -> Iterator[App]:
    """The window before a moving view of the astronaut."""
    portrait = read_picture(sample("astronaut"))
    home = welcomed(Home(tmp_path / "home", weights_from=weights.weights.parent))

    def opener(_named: str) -> FrameSource:
        return Scene(portrait, "Sample camera")

    made = App(home, device="cpu", opener=opener)
    qtbot.addWidget(made.window)
    yield made
    made.window.close()
    made.stop()


def test_every_control_of_every_page_has_a_name(app: App) -> None:
    assert len(app.window.pages()) == 13
    assert unnamed_controls(app.window) == []


def test_the_window_opens_without_weights_and_says_how_to_get_them(bare: Home, qtbot: QtBot) -> None:
    app = App(bare, opener=lambda _: Scene(np.zeros((120, 160, 3), np.uint8), "Sample camera"))
    qtbot.addWidget(app.window)
    try:
        app.start()
        assert app.window.isVisible()
        # The first start tries to fetch; that fails here, and the picture plays all the same.
        qtbot.waitUntil(lambda: bool(app.window.notices.shown()), timeout=SLOW)
        qtbot.waitUntil(lambda: app.live.view.frame() is not None, timeout=SLOW)
        qtbot.waitUntil(lambda: app.core.models.state.state == "missing", timeout=SLOW)
        assert app.live.models_strip.isVisible()
        assert list(bare.weights.glob("*.onnx")) == []
    finally:
        app.window.close()
        app.stop()


def test_closing_while_the_networks_load_is_safe(app: App) -> None:
    app.start()
    app.window.close()
    assert app.core.live.source.state in ("stopped", "opening", "playing")


def test_choices_outlive_the_window(app: App, qtbot: QtBot) -> None:
    app.start()
    app.window.toggle_scheme()
    app.window.resize(1000, 700)
    app.window.close()
    kept = load(app.choices._file)  # type: ignore[arg-type]
    assert kept.scheme == "light"
    assert kept.window


def test_fast_clicking_through_pages_and_sources_loses_nothing(app: App, qtbot: QtBot) -> None:
    app.start()
    for turn in range(12):
        app.window.show_page(app.window.pages()[turn % 5])
        app.core.live.play(str(turn))
        qtbot.wait(1)
    app.window.show_page(app.live)
    qtbot.waitUntil(lambda: app.core.models.state.state == "ready", timeout=SLOW)
    qtbot.waitUntil(lambda: app.live.view.faces() != (), timeout=SLOW)
