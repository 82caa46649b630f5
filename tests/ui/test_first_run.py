"""A first start in the real window: the camera stays closed until it is allowed; nobody is asked twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.camera.webcam import Camera
from desktop.paths import Home
from desktop.settings import Settings, load, save
from desktop.ui import theme
from desktop.ui.welcome import Welcome
from desktop.work import live as live_session
from desktop.work.sample import PORTRAIT, SAMPLE
from tests.fakes import picture
from tests.ui.accessible import unnamed_controls
from tests.weights_fixture import with_weights

SLOW = 60_000  # milliseconds that loading torch may take on a busy machine
CAMERAS = ("Camera A", "Camera B & C")


class Cameras:
    """What is connected, and what was opened of it."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, named: str) -> Scene:
        self.opened.append(named)
        return Scene(picture(), named or "first")


Start = Callable[..., App]


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> Cameras:
    def listed() -> tuple[Camera, ...]:
        return tuple(Camera(name, index, 0) for index, name in enumerate(CAMERAS))

    monkeypatch.setattr(live_session, "cameras", listed)
    return Cameras()


@pytest.fixture
def start(home: Home, cameras: Cameras, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program on one home, as often as asked for; pip reaches nothing."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(home.root))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    made: list[App] = []

    def again(source: str = "", on: Home = home) -> App:
        for before in made:
            before.window.close()
        app = App(on, device="cpu", opener=cameras.open)
        qtbot.addWidget(app.window)
        made.append(app)
        app.start(source)
        return app

    yield again
    for each in made:
        each.window.close()
        each.stop()


def asked(app: App) -> Welcome:
    assert app.first_run.welcome is not None
    return app.first_run.welcome


def listed(app: App, qtbot: QtBot) -> Welcome:
    """The welcome, once it knows the cameras."""
    welcome = asked(app)
    qtbot.waitUntil(lambda: welcome.cameras.found is not None, timeout=SLOW)
    return welcome


def test_a_first_start_opens_no_camera_before_it_is_allowed(
    start: Start, cameras: Cameras, qtbot: QtBot
) -> None:
    app = start()
    welcome = listed(app, qtbot)
    assert welcome.isVisible()
    assert welcome.cameras.found == CAMERAS
    assert welcome.cameras.value() == ""
    assert not app.live.source_button.isEnabled()  # what lies under it is out of reach
    qtbot.waitUntil(lambda: app.core.models.state.state != "loading", timeout=SLOW)
    assert cameras.opened == []
    assert app.core.live.source.state == "stopped"


def test_the_chosen_camera_opens_and_opens_again_next_time(
    start: Start, cameras: Cameras, home: Home, qtbot: QtBot
) -> None:
    app = start()
    welcome = listed(app, qtbot)
    qtbot.mouseClick(welcome.cameras.radios()[1], Qt.MouseButton.LeftButton)
    assert welcome.begin_button.text() == "Open the camera and begin"
    assert cameras.opened == []
    qtbot.mouseClick(welcome.begin_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: app.core.live.source.state == "playing", timeout=SLOW)
    assert cameras.opened == [CAMERAS[1]]
    assert app.live.source_button.isEnabled()
    kept = load(home.settings)
    assert (kept.welcomed, kept.camera, kept.source) == (True, True, CAMERAS[1])

    again = start()
    assert again.first_run.welcome is None
    qtbot.waitUntil(lambda: len(cameras.opened) == 2, timeout=SLOW)
    assert cameras.opened[1] == CAMERAS[1]


@pytest.mark.parametrize("way", ["key", "button"])
def test_a_skipped_welcome_leaves_the_camera_closed_and_does_not_come_back(
    start: Start, cameras: Cameras, qtbot: QtBot, way: str
) -> None:
    app = start()
    welcome = listed(app, qtbot)
    qtbot.mouseClick(welcome.cameras.radios()[0], Qt.MouseButton.LeftButton)
    if way == "key":
        focused = app.window.focusWidget()
        assert focused is not None
        assert welcome.isAncestorOf(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(welcome.skip_button, Qt.MouseButton.LeftButton)
    assert app.first_run.welcome is None
    message = app.live.stage.cover.message
    assert message.isVisible()
    assert (message.button.text(), message.other.text()) == ("Use the camera", "Play a sample")

    again = start()
    assert again.first_run.welcome is None
    assert again.live.stage.cover.isVisible()
    assert cameras.opened == []
    qtbot.mouseClick(again.live.stage.cover.message.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.core.live.source.state == "playing", timeout=SLOW)
    assert cameras.opened == [""]  # the first that is found

    third = start()
    qtbot.waitUntil(lambda: third.core.live.source.state == "playing", timeout=SLOW)


def test_light_or_dark_applies_at_once_and_stays(start: Start, home: Home, qtbot: QtBot) -> None:
    app = start()
    welcome = asked(app)
    qtbot.mouseClick(welcome.scheme.segment("light"), Qt.MouseButton.LeftButton)
    assert theme.scheme() is theme.Scheme.LIGHT
    assert welcome.isVisible()
    welcome.skip()
    assert load(home.settings).scheme == "light"


def test_without_a_camera_the_sample_plays_where_it_is_at_hand(
    start: Start, cameras: Cameras, weights: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    with_weights(weights, [PORTRAIT])
    home = Home(tmp_path / "first", weights_from=weights.weights.parent)
    home.make()
    app = start(on=home)
    welcome = listed(app, qtbot)
    qtbot.keyClick(welcome.cameras.none, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.core.live.source.state == "playing", timeout=SLOW)
    qtbot.waitUntil(lambda: app.live.source_button.text() == "Sample picture")
    qtbot.waitUntil(lambda: app.live.view.faces() != (), timeout=SLOW)
    assert cameras.opened == []
    assert load(home.settings).source == SAMPLE


def test_offline_without_a_sample_one_sentence_says_so_and_a_file_is_offered(
    start: Start, cameras: Cameras, qtbot: QtBot
) -> None:
    app = start()
    listed(app, qtbot).begin()
    message = app.live.stage.cover.message
    assert message.line() == "The camera is closed"  # nothing is fetched before it is asked for
    qtbot.mouseClick(message.other, Qt.MouseButton.LeftButton)
    assert message.line() == "Fetching the sample picture"
    qtbot.waitUntil(lambda: message.line() == "The sample picture is not here", timeout=SLOW)
    assert "network" in message.hint()
    assert message.button.text() == "Open a video…"
    assert cameras.opened == []


def test_who_names_a_source_is_not_asked(start: Start, cameras: Cameras, home: Home, qtbot: QtBot) -> None:
    app = start("Camera A")
    assert app.first_run.welcome is None
    qtbot.waitUntil(lambda: cameras.opened == ["Camera A"], timeout=SLOW)
    assert not load(home.settings).welcomed  # a later start without one still asks
    assert start().first_run.welcome is not None


def test_a_home_from_before_the_welcome_goes_on_as_it_was(
    start: Start, cameras: Cameras, home: Home, qtbot: QtBot
) -> None:
    home.settings.write_text(json.dumps({"scheme": "light", "source": ""}), "utf-8")
    app = start()
    assert app.first_run.welcome is None
    qtbot.waitUntil(lambda: cameras.opened == [""], timeout=SLOW)


def test_a_camera_that_may_not_open_by_itself_does_not_and_a_folder_does(
    start: Start, cameras: Cameras, home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    save(Settings(welcomed=True, source=CAMERAS[0]), home.settings)
    app = start()
    assert app.live.stage.cover.isVisible()
    app.live.play(str(tmp_path))
    qtbot.waitUntil(lambda: cameras.opened == [str(tmp_path)], timeout=SLOW)
    assert not load(home.settings).camera
    again = start()
    qtbot.waitUntil(lambda: cameras.opened == [str(tmp_path)] * 2, timeout=SLOW)
    again.live.play(CAMERAS[1])  # who chooses one wants it
    assert load(home.settings).camera


def test_a_closed_camera_stays_closed(start: Start, cameras: Cameras, home: Home, qtbot: QtBot) -> None:
    save(Settings(welcomed=True, camera=True), home.settings)
    app = start()
    qtbot.waitUntil(lambda: app.core.live.source.state == "playing", timeout=SLOW)
    app.live.begin.close_camera()
    qtbot.waitUntil(app.live.stage.cover.isVisible, timeout=SLOW)
    assert app.live.stage.cover.message.line() == "The camera is closed"
    again = start()
    qtbot.waitUntil(lambda: again.core.models.state.state != "loading", timeout=SLOW)
    assert cameras.opened == [""]


def test_tab_goes_round_in_the_welcome(start: Start, qtbot: QtBot) -> None:
    app = start()
    welcome = listed(app, qtbot)
    seen = set()
    for _ in range(8):
        focused = app.window.focusWidget()
        assert focused is not None
        assert welcome.isAncestorOf(focused)
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {welcome.cameras.none, welcome.scheme.segment("dark"), welcome.begin_button} <= seen
    assert welcome.skip_button in seen


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("size", [(1280, 800), (880, 560)])
def test_everything_is_named_and_fits(start: Start, qtbot: QtBot, size: tuple[int, int], scheme: str) -> None:
    app = start()
    app.window.resize(*size)
    welcome = listed(app, qtbot)
    qtbot.mouseClick(welcome.scheme.segment(scheme), Qt.MouseButton.LeftButton)
    assert welcome.size() == app.window.centralWidget().size()
    assert unnamed_controls(welcome) == []
    used = (welcome.skip_button, welcome.begin_button, welcome.scheme, *welcome.cameras.radios())

    def seen(each: QWidget) -> bool:
        return welcome.rect().contains(each.mapTo(welcome, each.rect().bottomRight()))

    qtbot.waitUntil(lambda: all(seen(each) for each in used))
