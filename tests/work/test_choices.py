"""A choice reaches the lanes: what begins from then on goes by it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.settings import Settings
from desktop.work.core import Core
from tests.weights_fixture import Sample

SLOW = 60_000


@pytest.fixture
def core(home: Home, weights: Home, qtbot: QtBot) -> Iterator[Core]:
    made = Core(Home(home.root, weights_from=weights.weights.parent), Settings(device="cpu"))
    made._live_lane.start()
    made._studio_lane.start()
    made.models.load()
    made.people.unlock()
    qtbot.waitUntil(lambda: made.models.state.state == "ready", timeout=SLOW)
    qtbot.waitUntil(lambda: made.people.vault.state == "open", timeout=SLOW)
    yield made
    made.stop()


def test_another_device_gives_the_studio_other_networks_and_leaves_those_at_work(
    core: Core, qtbot: QtBot
) -> None:
    before = {id(jobs.networks) for jobs in core._painters}
    with qtbot.waitSignal(core.models.state_changed):
        core.choices.take("device", Settings(device="auto"))
    after = {id(jobs.networks) for jobs in core._painters}
    assert len(before) == len(after) == 1  # they share what is loaded
    assert before != after
    assert core._sounds.device == "auto"
    qtbot.waitUntil(lambda: core.models.state.state == "ready", timeout=SLOW)


def test_another_rate_counts_for_the_recogniser_that_is_at_work(core: Core, qtbot: QtBot) -> None:
    core.choices.take("fpir", Settings(device="cpu", fpir=1e-3))
    with qtbot.waitSignal(core.people.lock().ended, timeout=SLOW):  # alone: after everything before it
        pass
    assert core.choices._state.settings.fpir == 1e-3
    assert core.choices._state.faces.recogniser._fpir == 1e-3


def test_nobody_is_listed_once_the_people_are_locked(core: Core, qtbot: QtBot, sample: Sample) -> None:
    core.people.enrol_pictures([sample("astronaut")], "Eileen", "")
    task = core.people.lock()  # waits for the enrolment
    with qtbot.waitSignal(task.ended, timeout=SLOW):
        pass
    assert core.people.vault.state == "locked"
    assert core.people.people == ()
    core.people.unlock()
    qtbot.waitUntil(lambda: [card.name for card in core.people.people] == ["Eileen"], timeout=SLOW)


def test_how_long_recognitions_are_kept_is_told_to_the_vault(core: Core, qtbot: QtBot) -> None:
    core.choices.take("keep_days", Settings(device="cpu", keep_days=3))
    with qtbot.waitSignal(core.people.lock().ended, timeout=SLOW):
        pass
    assert core.choices._state.settings.keep_days == 3
