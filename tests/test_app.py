"""The whole program in its real window: what a first start, a wrong file and a hasty user meet."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.camera.scene import Scene
from desktop.paths import Home
from desktop.settings import load
from tests.ui.accessible import unnamed_controls
from tests.ui.welcomed import welcomed
from tests.weights_fixture import Sample
from tests.whole_program import before_the_astronaut

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
    made = before_the_astronaut(tmp_path, weights, sample)
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


def shown_words(app: App) -> str:
    """Everything that the window says, on every page."""
    widgets = app.window.findChildren(QWidget)
    said = [each.text() for each in widgets if isinstance(each, QLabel | QAbstractButton)]
    said += [each.accessibleName() for each in widgets]
    said += [card.name for card in app.people.model.everyone()]
    return "\n".join([*said, *(face.label for face in app.live.view.faces())])


def test_locked_people_are_named_nowhere_until_they_are_unlocked(
    app: App, qtbot: QtBot, sample: Sample
) -> None:
    app.start()
    qtbot.waitUntil(lambda: app.core.models.state.state == "ready", timeout=SLOW)
    qtbot.waitUntil(lambda: app.core.people.vault.state == "open", timeout=SLOW)
    app.people.jobs.enrol_pictures([sample("astronaut")], "Eileen Collins", "")
    qtbot.waitUntil(
        lambda: any(face.label == "Eileen Collins" for face in app.live.view.faces()), timeout=SLOW
    )
    qtbot.waitUntil(lambda: bool(app.window.notices.shown()), timeout=SLOW)  # “... was added”
    app.people.grid.choose(app.core.people.people[0].person)
    app.compare.claim.set_card(app.core.people.people[0])
    assert shown_words(app).count("Eileen Collins") > 3
    app.live.toggle_frozen()  # a picture that stands still keeps no name either
    app.settings.privacy.lock.lock_button.click()
    qtbot.waitUntil(lambda: app.core.people.vault.state == "locked", timeout=SLOW)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Eileen" not in shown_words(app)
    assert app.live.vault_strip.isVisible()
    app.live.toggle_frozen()
    qtbot.waitUntil(lambda: app.live.view.faces() != (), timeout=SLOW)
    assert "Eileen" not in shown_words(app)
    app.live.vault_strip.unlock_button.click()  # the environment has the passphrase: nothing is asked
    qtbot.waitUntil(
        lambda: any(face.label == "Eileen Collins" for face in app.live.view.faces()), timeout=SLOW
    )
    qtbot.waitUntil(lambda: bool(app.people.model.everyone()), timeout=SLOW)


def test_another_device_counts_without_a_restart(app: App, qtbot: QtBot) -> None:
    app.start()
    qtbot.waitUntil(lambda: app.core.models.state.state == "ready", timeout=SLOW)
    states: list[str] = []
    app.core.models.state_changed.connect(lambda state: states.append(state.state))
    app.choices.change(device="mps" if torch.cuda.is_available() else "cuda")  # none of this machine
    qtbot.waitUntil(lambda: bool(states) and states[-1] == "failed", timeout=SLOW)
    assert "choose auto or cpu" in app.settings.devices.choice.about.text()
    app.choices.change(device="cpu")
    qtbot.waitUntil(lambda: states[-1] == "ready", timeout=SLOW)
    assert states.count("loading") == 2
    assert "Recognition runs on: CPU" in app.settings.devices.choice.about.text()


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
