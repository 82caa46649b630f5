"""What each device would do to speed, by the program's own networks and a clock of the test's own."""

from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.progress import Progress, finish
from desktop.settings import Settings
from desktop.weights import device
from desktop.work.devices import DevicesSession
from desktop.work.jobs.devices import DeviceJobs
from desktop.work.jobs.state import State
from desktop.work.lanes import Lane
from desktop.work.messages import DeviceSpeed
from tests.weights_fixture import with_weights

PAINTING = ("instant-predict", "instant-transform")


@pytest.fixture(autouse=True)
def only_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same machine everywhere."""
    monkeypatch.setattr(device, "available", lambda: (device.choose("cpu"),))


def test_a_device_is_measured_with_the_models_in_use(weights: Home) -> None:
    ticks = count()
    state = State(with_weights(weights, PAINTING), Settings(device="cpu"))
    jobs = DeviceJobs(state, clock=lambda: 0.5 * next(ticks))  # each measurement takes half a second
    told = [one for one in jobs.measure() if one is not None]
    assert [one.fraction for one in told if isinstance(one, Progress)] == [0, 0, 0.5]
    [found] = [one for one in told if isinstance(one, DeviceSpeed)]
    assert found.name == "cpu"
    assert found.description.startswith("CPU")
    assert found.faces == 16  # twice eight faces in a second
    assert found.painting == 0.5


def test_what_is_not_installed_is_not_measured(home: Home) -> None:
    [found] = finish(DeviceJobs(State(home, Settings(device="cpu"))).measure())
    assert (found.name, found.faces, found.painting) == ("cpu", None, None)


def test_the_session_remembers_what_was_found(qtbot: QtBot, home: Home) -> None:
    lane = Lane("studio", together=False)
    lane.start()
    try:
        session = DevicesSession(DeviceJobs(State(home, Settings())), lane)
        with qtbot.waitSignal(session.changed):
            session.look()
        assert [one.name for one in session.devices] == ["cpu"]
        task = session.measure()
        assert session.measure() is task  # one at a time
        with qtbot.waitSignal(task.ended):
            pass
        assert session.task is None
        assert [one.name for one in session.devices] == ["cpu"]
    finally:
        lane.stop()


def test_a_damaged_network_is_a_failure(qtbot: QtBot, home: Home, weights: Home) -> None:
    home.weights.mkdir()
    data = bytearray((weights.weights / "sface.safetensors").read_bytes())
    data[-100] ^= 1
    (home.weights / "sface.safetensors").write_bytes(data)
    lane = Lane("studio", together=False)
    lane.start()
    try:
        task = DevicesSession(DeviceJobs(State(home, Settings())), lane).measure()
        with qtbot.waitSignal(task.failed) as failed:
            pass
        assert failed.args[0].kind == "WeightsDamaged"
    finally:
        lane.stop()
